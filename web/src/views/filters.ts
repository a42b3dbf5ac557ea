// Search, what it found, and filters over the list. They act while one types; the core
// does the work.

import { html, nothing } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { Urgency } from '../../../wasm/parcelwise';
import { findResult } from './find_result';
import { icon } from './icon';
import { option, valueOf } from './option';
import { outboxButton } from './outbox_panel';
import type { Drawn, Scene } from './scene';
import { stockButton } from './stock_panel';
import { trackingButton } from './tracking_panel';
import { nameButton, savedViews } from './view_chips';

// Offered as soon as there is something to hide.
function hider({ speech, desk, list }: Scene): Drawn {
  const { progress = {} } = desk.summary?.journal ?? {};
  const gone = (progress['in-confirmation'] ?? 0) + (progress.left ?? 0);
  if (!list.hideDone && gone === 0 && !list.found.some((each) => each.foremost)) return nothing;
  return html`<label class="check">
    <input
      type="checkbox"
      id="hide-done"
      .checked=${live(list.hideDone)}
      @change=${() => void list.hide(!list.hideDone)}
    />
    ${speech.words.list.hideDone}
  </label>`;
}

const urgencies: readonly Urgency[] = ['overdue', 'today', 'soon', 'later', 'hold', 'info'];

const shortText = 40; // a longer one is a message

let waiting: ReturnType<typeof setTimeout> | undefined;

export function filters(scene: Scene): Drawn {
  const { speech, desk, list, finder, act } = scene;
  const { list: words, urgencies: names } = speech.words;
  const { query } = list;
  const narrowed = query.rule || query.urgency || query.change || query.day || finder.text;
  const narrow = (change: { rule?: string; urgency?: string; change?: string }) =>
    void list.narrow(change as Parameters<typeof list.narrow>[0]);
  const typed = (event: Event) => {
    const search = valueOf(event);
    finder.text = search; // at once: a redraw in between must not take letters back
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (finder.text === search) act.seek(search); // not what was cleared since
    }, 90);
  };
  const opened = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    act.openFound(valueOf(event));
  };
  return html`<form class="filters" role="search" @submit=${(e: Event) => e.preventDefault()}>
      <label class="search">
        <span class="unseen">${words.search}</span>
        ${icon('search')}
        <textarea
          id="search"
          rows=${finder.text.length > shortText || finder.text.includes('\n') ? 4 : 1}
          autocomplete="off"
          spellcheck="false"
          placeholder=${words.searchShort}
          title=${words.searchHint}
          .value=${live(finder.text)}
          @input=${typed}
          @keydown=${opened}
        ></textarea>
        <kbd aria-hidden="true">/</kbd>
      </label>
      ${findResult(scene)}
      <label class="field">
        <span>${words.rule}</span>
        <select id="rule" @change=${(e: Event) => narrow({ rule: valueOf(e) })}>
          ${option('', words.allRules, query.rule ?? '')}
          ${(desk.summary?.rules ?? []).map((each) =>
            option(each.rule, each.name, query.rule ?? ''),
          )}
        </select>
      </label>
      <label class="field">
        <span>${words.urgency}</span>
        <select id="urgency" @change=${(e: Event) => narrow({ urgency: valueOf(e) })}>
          ${option('', words.allUrgencies, query.urgency ?? '')}
          ${urgencies.map((each) => option(each, names[each], query.urgency ?? ''))}
        </select>
      </label>
      ${narrowed
        ? html`<button
            type="button"
            id="clear-filters"
            class="quiet"
            @click=${() => (narrow({ rule: '', urgency: '', change: '' }), act.seek(''))}
          >
            ${words.clear}
          </button>`
        : nothing}
      ${nameButton(scene)} ${hider(scene)}
      <div class="tools">${stockButton(scene)} ${trackingButton(scene)} ${outboxButton(scene)}</div>
      <button
        type="button"
        class="quiet round print"
        aria-label=${words.print}
        title=${words.print}
        @click=${() => window.print()}
      >
        ${icon('print')}
      </button>
    </form>
    ${savedViews(scene)}`;
}
