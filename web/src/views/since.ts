// What happened since the listing before: one line above the list, each count a filter of
// it, and a view of what is in the list no more.

import { html, nothing } from 'lit/html.js';
import type { ChangeName, JournalNews } from '../../../wasm/parcelwise';
import { formatMoment, ownZone } from '../format/when';
import { dayLog } from './day_log';
import type { Drawn, Scene } from './scene';

const inList: readonly ChangeName[] = ['came_back', 'new', 'still_open', 'changed'];
const gone: readonly ChangeName[] = ['left_confirmed', 'left_otherwise'];
// What asks for something first, what is nowhere else to be seen next.
const inView: readonly ChangeName[] = ['came_back', ...gone, 'changed', 'new', 'still_open'];
const shownMost = 100;

function since({ speech, desk, clock }: Scene, news: JournalNews): string {
  const zone = desk.summary?.policy.zone ?? ownZone;
  const moment = formatMoment(speech.language, news.since ?? clock.now, zone, clock.now);
  return speech.fill(speech.words.journal.since, { moment });
}

// Only where there was one before.
export function sinceLine(scene: Scene): Drawn {
  const { speech, desk, list, act } = scene;
  const news = desk.summary?.journal;
  if (!news?.since) return nothing;
  const words = speech.words.journal;
  const { change } = list.query;
  const show = (name: ChangeName) =>
    gone.includes(name) ? act.set({ view: 'since' }) : act.showChange(name);
  return html`<div class="since" role="group" aria-label=${words.title} id="since">
    <span class="since-moment">${since(scene, news)}</span>
    ${[...inList, ...gone].map((name) =>
      news.counts[name] === 0
        ? nothing
        : html`<button
            type="button"
            class="chip-button ${name}"
            id="since-${name}"
            aria-pressed=${change === name ? 'true' : 'false'}
            @click=${() => (change === name ? act.showChange(undefined) : show(name))}
          >
            ${speech.count(words.counts[name], news.counts[name])}
          </button>`,
    )}
  </div>`;
}

export function sinceView(scene: Scene): Drawn {
  const { speech, desk, changes, act } = scene;
  const words = speech.words.journal;
  const news = desk.summary?.journal;
  if (!news?.since || !changes) {
    return html`<p class="none">${words.nothing}</p>
      ${dayLog(scene)}`;
  }
  const progress = new Map(changes.progress.map((each) => [each.order_id, each]));
  const listed = (name: ChangeName): readonly string[] =>
    name === 'changed' ? changes.changed.map((each) => each.order_id) : changes[name];
  return html`<section class="since-view" aria-labelledby="since-title">
      <h2 id="since-title" tabindex="-1">${since(scene, news)}</h2>
      ${inView.map((name) => {
        const orders = listed(name);
        if (orders.length === 0) return nothing;
        return html`<h3>
            ${speech.count(words.counts[name], news.counts[name])}
            ${inList.includes(name)
              ? html`<button type="button" class="link" @click=${() => act.showChange(name)}>
                  ${words.show}
                </button>`
              : nothing}
          </h3>
          <ul class="since-${name}">
            ${orders.slice(0, shownMost).map((order, i) => {
              const of = progress.get(order);
              const what = name === 'changed' ? changes.changed[i]?.what : undefined;
              return html`<li>
                <span class="order-id">${order}</span>
                ${of?.number ? html`<code>${of.number}</code>` : nothing}
                ${of?.confirmation_file
                  ? html`<span class="faint">${of.confirmation_file}</span>`
                  : nothing}
                ${what ? html`<span>${words.what[what]}</span>` : nothing}
              </li>`;
            })}
            ${orders.length > shownMost
              ? html`<li class="faint">
                  ${speech.fill(words.more, { n: orders.length - shownMost })}
                </li>`
              : nothing}
          </ul>`;
      })}
    </section>
    ${dayLog(scene)}`;
}

// Storage refused, full or damaged: the page goes on, and says what is not kept, once for
// marks, cases, settings and journal.
export function journalNotices({ speech, journal, desk, state, act }: Scene): Drawn {
  const words = speech.words.journal;
  if (desk.files.length === 0) return nothing;
  const save = html`<button type="button" id="save-journal" @click=${() => act.saveJournal()}>
    ${words.save}
  </button>`;
  return html`${journal.kept && state.store !== 'refused'
    ? nothing
    : html`<p class="notice" id="journal-not-kept"><span>${words.notKept}</span>${save}</p>`}
  ${journal.unread > 0
    ? html`<p class="notice hint" id="journal-unread">
        <span>${speech.count(words.unread, journal.unread)}</span>
      </p>`
    : nothing}`;
}
