// The whole page: the bar, what is on the desk, the view that is open with the order
// beside it, the foot, and what lies over all of it.

import { html, nothing } from 'lit/html.js';
import { bulkBar } from './bulk_bar';
import { caseTable } from './case_table';
import { combineView } from './combine_view';
import { fileList } from './file_list';
import { filters } from './filters';
import { helpDialog } from './first_order';
import { forgetButton, forgetDialog } from './forget_dialog';
import { header } from './header';
import { icon } from './icon';
import { keysButton, keysDialog } from './keys_dialog';
import { liveRegion, notices, undoBar } from './notices';
import { orderPanel, panelOpen } from './order_panel';
import { outboxPanel } from './outbox_panel';
import type { PageState } from './page_state';
import { paperOf } from './paper';
import { planTable } from './plan_table';
import { rejectView } from './reject_view';
import type { Drawn, Scene } from './scene';
import { journalNotices, sinceLine, sinceView } from './since';
import { stockPanel } from './stock_panel';
import { tiles } from './tiles';
import { trialButton, trialDialog } from './trial_dialog';
import { trackingPanel, trackingWaits } from './tracking_panel';
import { wayIn } from './way_in';
import { workTable } from './work_table';

export function shell(scene: Scene): Drawn {
  const { speech, desk, state } = scene;
  const covered = state.narrow && panelOpen(scene);
  return html`
    <div class="page" ?inert=${covered}>
      ${header(scene)}
      <main>
        ${desk.files.length > 0
          ? html`${fileList(scene)} ${notices(scene)} ${journalNotices(scene)}`
          : html`${notices(scene)} ${wayIn(scene)}`}
        ${desk.summary ? work(scene) : waiting(scene)}
      </main>
      ${foot(scene)}
    </div>
    ${state.narrow ? orderPanel(scene) : nothing} ${undoBar(scene)}
    ${state.dragging
      ? html`<div class="release">${icon('drop')}${speech.words.wayIn.release}</div>`
      : nothing}
    ${liveRegion(scene)} ${paperOf(scene)} ${forgetDialog(scene)} ${helpDialog(scene)}
    ${keysDialog(scene)} ${trialDialog(scene)}
  `;
}

// Until the first check.
function waiting(scene: Scene): Drawn {
  const { desk, speech } = scene;
  const { files, notice } = speech.words;
  const starting = desk.files.length > 0 && desk.state === 'starting';
  return html`<div id="list" tabindex="-1">
    ${desk.checking ? html`<p class="none">${files.checking}</p>` : nothing}
    ${starting ? html`<p class="none">${notice.starting}</p>` : nothing} ${trackingWaits(scene)}
  </div>`;
}

type View = PageState['view'];

const views: Record<View, (scene: Scene) => Drawn> = {
  work: workList,
  combine: combineView,
  rejects: rejectView,
  plan: planTable,
  cases: caseTable,
  since: sinceView,
};

function work(scene: Scene): Drawn {
  const { list, finder, draft, inquiry, state } = scene;
  const beside = panelOpen(scene) && !state.narrow && state.view === 'work';
  return html`${sinceLine(scene)} ${tabs(scene)}
    <div
      id="list"
      tabindex="-1"
      class=${beside ? `beside ${draft || inquiry ? 'refunding' : ''}` : ''}
      aria-busy=${list.busy || finder.busy || state.translating}
    >
      ${views[state.view](scene)}
    </div>`;
}

function tabs(scene: Scene): Drawn {
  const { speech, desk, journal, parcels, plan, cases, state, undoable, act } = scene;
  const { views: words, list } = speech.words;
  const tab = (name: View, count?: number) =>
    html`<button
      type="button"
      id="view-${name}"
      aria-current=${state.view === name ? 'page' : nothing}
      @click=${() => act.set({ view: name })}
    >
      ${count === undefined ? words[name] : `${words[name]} (${speech.number(count)})`}
    </button>`;
  return html`<nav class="views" aria-label=${words.label}>
    ${tab('work')} ${tab('combine', parcels.page?.open ?? 0)}
    ${tab('rejects', desk.summary?.rejects ?? 0)} ${tab('plan', plan.requests.length)}
    ${tab('cases', cases.waiting.length)}
    ${desk.summary?.journal && !journal.empty ? tab('since') : nothing}
    ${undoable
      ? html`<button
          type="button"
          id="undo-last"
          title=${undoable}
          aria-label=${`${list.undo}: ${undoable}`}
          @click=${() => act.undoLast()}
        >
          ${list.undo}
        </button>`
      : nothing}
  </nav>`;
}

function workList(scene: Scene): Drawn {
  return html`<section class="list" aria-label=${scene.speech.words.list.title}>
      ${tiles(scene)} ${filters(scene)} ${stockPanel(scene)} ${trackingPanel(scene)}
      ${outboxPanel(scene)} ${bulkBar(scene)} ${workTable(scene)}
    </section>
    ${scene.state.narrow ? nothing : orderPanel(scene)}`;
}

function foot(scene: Scene): Drawn {
  const { words } = scene.speech;
  return html`<footer>
    <p>${words.privacy} ${trialButton(scene)} ${forgetButton(scene)}</p>
    <p>${words.footer}</p>
    ${scene.state.hosted
      ? html`<p>
          <a href="parcelwise.html" download>${words.save}</a>
          <a href="notices.txt">${words.licences}</a>
        </p>`
      : nothing}
    <p class="keys">${keysButton(scene.speech)}</p>
  </footer>`;
}
