// What the seller must know besides the list: data that is missing, a calculation
// that broke down, a new version, a mark that can be taken back. And, for screen
// readers, what has just changed.

import { html, nothing } from 'lit/html.js';
import type { CheckNotice } from '../../../wasm/parcelwise';
import { isoWithOffset } from '../desk/clock';
import { unshippedOn } from '../desk/sample';
import { formatMoment, ownZone } from '../format/when';
import { icon } from './icon';
import type { Drawn, Scene } from './scene';
import { stockLines } from './stock_panel';
import type { Failure } from '../worker/protocol';

export function notices(scene: Scene): Drawn {
  const { speech, desk, parcels, state, act } = scene;
  const { notice: words, wayIn, forget, combine, cases } = speech.words;
  const refused = parcels.page?.refused ?? 0;
  const note = (text: string, action?: Drawn, kind = '') =>
    html`<p class="notice ${kind}">
      ${kind ? icon('warning') : nothing}<span>${text}</span>${action}
    </p>`;
  const dismiss = (change: Parameters<typeof act.set>[0]) =>
    html`<button type="button" class="quiet" @click=${() => act.set(change)}>
      ${words.dismiss}
    </button>`;
  return html`<div class="notices">
    ${desk.state === 'stopped'
      ? note(
          words.stopped,
          html`<button type="button" @click=${() => desk.startAgain()}>
            ${words.startAgain}
          </button>`,
          'bad',
        )
      : desk.silent
        ? note(
            words.silent,
            html`<button type="button" id="start-again" @click=${() => desk.startAgain()}>
              ${words.startAgain}
            </button>`,
          )
        : state.recovered
          ? note(words.recovering, dismiss({ recovered: false }), 'bad')
          : nothing}
    ${desk.checkFailure
      ? note(speech.fill(words.unchecked, { message: desk.checkFailure.message }), nothing, 'bad')
      : nothing}
    ${refused > 0
      ? note(
          speech.count(combine.refused, refused),
          html`<button type="button" id="show-refused" @click=${() => act.showParcels()}>
            ${combine.look}
          </button>`,
          'bad',
        )
      : nothing}
    ${desk.wordingFailure
      ? note(wordingRefused(scene, desk.wordingFailure), nothing, 'bad')
      : nothing}
    ${state.casesRefused ? note(cases.refused, dismiss({ casesRefused: false }), 'bad') : nothing}
    ${state.journalRefused
      ? note(speech.words.journal[state.journalRefused], dismiss({ journalRefused: '' }), 'bad')
      : nothing}
    ${state.cancelled
      ? note(speech.fill(words.cancelled, { name: state.cancelled }), dismiss({ cancelled: '' }))
      : nothing}
    ${ofFiles(scene, true)} ${keepQuestion(scene)}
    ${state.forgotten ? note(forget.done, dismiss({ forgotten: false })) : nothing}
    ${state.updateReady
      ? note(
          words.update,
          html`<button type="button" @click=${() => act.loadUpdate()}>${words.updateNow}</button>`,
        )
      : nothing}
    ${state.sample && desk.files.length > 0 ? note(wayIn.sampleNote, nextDay(scene)) : nothing}
    ${state.store === 'versions' ? note(words.versions, nothing, 'bad') : nothing}
    ${ofFiles(scene, false)} ${outdated(scene)} ${waiting(scene).map((text) => note(text))}
    ${missing(scene)}
  </div>`;
}

// Asked once, as soon as there is a report of the seller's own.
function keepQuestion({ speech, desk, keeper, state, act }: Scene): Drawn {
  const words = speech.words.keep;
  if (keeper.wanted && keeper.failed)
    return html`<p class="notice bad" id="not-kept">${words.failed}</p>`;
  const own = desk.summary && !state.sample && keeper.possible;
  if (!own || keeper.wanted !== undefined) return nothing;
  const answer = (wanted: boolean, text: string) =>
    html`<button type="button" id="keep-${wanted ? 'yes' : 'no'}" @click=${() => act.keep(wanted)}>
      ${text}
    </button>`;
  return html`<p class="notice" id="keep-question">
    <span>${words.question}</span>${answer(true, words.yes)} ${answer(false, words.no)}
  </p>`;
}

// What became of parcels can only be seen a day later.
function nextDay({ speech, desk, plan, act }: Scene): Drawn {
  if (!unshippedOn(desk.files) || plan.decisions.groups.length === 0) return nothing;
  return html`<button type="button" id="next-day" @click=${() => void act.addNextDay()}>
    ${speech.words.wayIn.nextDay}
  </button>`;
}

// With these the list itself is wrong.
const misleading: readonly CheckNotice['code'][] = ['clock-behind', 'file-cut-off'];

// What the check says of the files as a whole, what is bad on top; an unshipped report without a date is
// dated in one press, by the time at which it was saved.
function ofFiles(scene: Scene, bad: boolean): Drawn[] {
  const { speech, desk, clock, act } = scene;
  const words = speech.words.notice;
  const told = (desk.summary?.notices ?? []).filter(
    ({ code }) => misleading.includes(code) === bad,
  );
  return told.map(({ code, text, file }) => {
    const held = desk.files.find((each) => each.name === file);
    if (bad)
      return html`<p class="notice bad" data-notice=${code}>
        ${icon('warning')}<span>${text}</span>
        ${held
          ? html`<button type="button" @click=${() => act.takeOff(held)}>
              ${speech.fill(speech.words.files.remove, { name: held.name })}
            </button>`
          : nothing}
      </p>`;
    const saved = held && savedAt(held.source, clock.now);
    const dated = saved
      ? html`<button
          type="button"
          class="listing-at"
          @click=${() => void desk.setListingAt(held.name, saved)}
        >
          ${speech.fill(words.madeAt, {
            moment: formatMoment(
              speech.language,
              saved,
              desk.summary?.policy.zone ?? ownZone,
              clock.now,
            ),
          })}
        </button>`
      : nothing;
    return html`<p class="notice hint" data-notice=${code}><span>${text}</span>${dated}</p>`;
  });
}

// A file tells when it was saved; what was pasted, and what was saved later than now,
// was made now at the latest.
function savedAt(source: Blob, now: string): string {
  const saved = source instanceof File ? source.lastModified : 0;
  return saved > 0 && saved < Date.parse(now) ? isoWithOffset(new Date(saved)) : now;
}

// Yesterday's report beside today's would have the seller ship what has left.
function outdated({ speech, desk, act }: Scene): Drawn[] {
  const words = speech.words.notice;
  const old = new Set(desk.summary?.outdated);
  return desk.files
    .filter(({ report }) => report && old.has(report.report))
    .map(
      (file) =>
        html`<p class="notice outdated">
          <span>${speech.fill(words.outdated, { file: file.name })}</span>
          <button type="button" @click=${() => act.takeOff(file)}>${words.takeOff}</button>
        </p>`,
    );
}

function wordingRefused({ speech }: Scene, { message, pointer, value = '' }: Failure): string {
  const { answer, files } = speech.words;
  const place = pointer ? speech.fill(files.policyAt, { pointer, value }) : '';
  return `${answer.ownRefused} ${message} ${place}`;
}

// A plan, cases, a stock list or a shop's file that came before any report.
function waiting({ speech, desk, plan, cases, outbox }: Scene): string[] {
  const { plan: words, stock, cases: caseWords, shop, files } = speech.words;
  if (desk.summary) return [];
  return [
    ...(plan.failure ? [plan.failure.message] : []),
    ...(plan.requests.length > 0 ? [speech.count(words.count, plan.requests.length)] : []),
    ...(cases.waiting.length > 0 ? [speech.count(caseWords.count, cases.waiting.length)] : []),
    ...(desk.stock ? [speech.count(stock.titleSet, stockLines(desk.stock))] : []),
    ...(outbox.offered ? [`${shop.title}: ${files.waiting}`] : []),
  ];
}

function missing({ desk, speech }: Scene): Drawn[] {
  const { missing: words, kinds } = speech.words;
  return (desk.summary?.missing ?? []).map(({ what, orders, brings }) => {
    const reports = speech.either(brings.map((kind) => kinds[kind]));
    return html`<p class="notice hint">${speech.count(words[what], orders, { reports })}</p>`;
  });
}

export function liveRegion({ state }: Scene): Drawn {
  return html`<p class="unseen" role="status" aria-live="polite">${state.announced}</p>`;
}

export function undoBar({ speech, state, act }: Scene): Drawn {
  const { lastChange } = state;
  if (!lastChange) return nothing;
  const words = speech.words.list;
  return html`<section class="undo" aria-label=${words.undo}>
    <span>${lastChange.description}</span>
    ${lastChange.undo
      ? html`<button type="button" @click=${() => lastChange.undo?.()}>${words.undo}</button>`
      : nothing}
    ${lastChange.redo
      ? html`<button type="button" id="redo-last" @click=${() => lastChange.redo?.()}>
          ${speech.words.plan.redo}
        </button>`
      : nothing}
    <button
      type="button"
      class="quiet round"
      aria-label=${speech.words.notice.dismiss}
      @click=${() => act.set({ lastChange: undefined })}
    >
      ${icon('close')}
    </button>
  </section>`;
}
