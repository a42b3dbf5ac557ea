// The reports on the desk: what each was taken for, how many lines it gave, what is
// wrong with it. A wrong guess is corrected in the same line, and the file read again.

import { html, nothing } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { EncodingName, ReportKind } from '../../../wasm/parcelwise';
import { canRemind } from '../desk/reminder';
import type { ReportFile } from '../desk/report_file';
import { formatMoment } from '../format/when';
import { icon } from './icon';
import { option, valueOf } from './option';
import type { Drawn, Scene } from './scene';
import { columnChoice } from './tracking_panel';
import { buttons, pasteField, pickButton } from './way_in';

const kinds: readonly ReportKind[] = [
  'unshipped-orders',
  'new-orders',
  'all-orders',
  'pending-orders',
  'returns',
  'settlement',
  'adjustments',
];

// Names of encodings are the same in every language.
const encodings: ReadonlyMap<EncodingName, string> = new Map([
  ['utf-8', 'UTF-8'],
  ['cp932', 'Shift_JIS (CP932)'],
  ['windows-1252', 'Windows-1252'],
  ['utf-16le', 'UTF-16LE'],
  ['utf-16be', 'UTF-16BE'],
  ['ascii', 'ASCII'],
]);

const shownAfterMs = 300;

export function fileList(scene: Scene): Drawn {
  const { desk, speech, state, act } = scene;
  const { files: words, wayIn } = speech.words;
  const title = speech.count(words.title, desk.files.length);
  const shown = state.filesOpen ? desk.files : desk.files.filter(needsLook);
  return html`<section class="files" aria-label=${title}>
    <div class="files-head">
      <h2>
        <button
          type="button"
          class="quiet fold"
          aria-expanded=${state.filesOpen}
          @click=${() => act.showFiles(!state.filesOpen)}
        >
          ${title}
        </button>
      </h2>
      ${state.filesOpen || !state.narrow
        ? html`${buttons(scene)} ${marketplace(scene)} ${keepToggle(scene)} ${remindToggle(scene)}
            <button type="button" class="quiet" id="clear" @click=${() => act.clear()}>
              ${wayIn.clear}
            </button>
            ${marketplaces(scene)}`
        : pickButton(scene)}
    </div>
    ${pasteField(scene)}
    <ul>
      ${repeat(
        shown,
        (file) => file.key,
        (file) => html`<li class="report-file ${file.state}">${fileLine(scene, file)}</li>`,
      )}
    </ul>
    ${policyRefused(scene)}
  </section>`;
}

// The answer once given can be changed.
function keepToggle({ speech, keeper, state, act }: Scene): Drawn {
  if (keeper.wanted === undefined || !keeper.possible || !state.filesOpen) return nothing;
  return html`<label class="check">
    <input
      type="checkbox"
      id="keep-toggle"
      .checked=${live(keeper.wanted)}
      @change=${() => act.keep(!keeper.wanted)}
    />
    ${speech.words.keep.yes}
  </label>`;
}

function remindToggle({ speech, reminder, state, act }: Scene): Drawn {
  if (!canRemind || !state.filesOpen) return nothing;
  return html`<label class="check">
    <input
      type="checkbox"
      id="remind-toggle"
      .checked=${live(reminder.wanted)}
      @change=${() => void act.remind(!reminder.wanted)}
    />
    ${speech.words.remind.toggle}
  </label>`;
}

function needsLook(file: ReportFile): boolean {
  const { state, failure, report } = file;
  if (state !== 'read' || failure) return true;
  return report !== undefined && (report.rejected > 0 || report.warnings.length > 0);
}

// Which marketplaces the orders are of, and how many of each; the seller's own policy rules
// those of its marketplace.
function marketplace(scene: Scene): Drawn {
  const { desk, speech } = scene;
  const { files: words } = speech.words;
  const { policy, policies } = desk.summary ?? {};
  if (!policy || !policies) return nothing;
  const chosen = policy.seller ?? '';
  const known = desk.policies.some((each) => each.id === chosen);
  const own = chosen && !known ? [{ id: chosen, name: chosen }] : [];
  const found = ordersByMarketplace(scene);
  const automatic = found.length === 1 ? found[0] : undefined;
  return html`<label class="field">
    <span>${words.marketplace}</span>
    <select id="marketplace" @change=${(e: Event) => void desk.setPolicy(valueOf(e))}>
      ${option('', chosen ? words.automatic : (automatic ?? words.automatic), chosen)}
      ${[...desk.policies, ...own].map((each) => option(each.id, each.name, chosen))}
    </select>
  </label>`;
}

function marketplaces(scene: Scene): Drawn {
  const found = ordersByMarketplace(scene);
  if (found.length < 2) return nothing;
  return html`<p class="marketplaces">${found.map((each) => html`<span>${each}</span>`)}</p>`;
}

function ordersByMarketplace({ desk, speech }: Scene): string[] {
  const { files: words } = speech.words;
  return (desk.summary?.policies ?? []).map(
    ({ name, orders }) => `${name ?? words.noMarketplace}: ${speech.count(words.orders, orders)}`,
  );
}

function fileLine(scene: Scene, file: ReportFile): Drawn {
  const { speech, desk, act } = scene;
  const words = speech.words.files;
  const busy = file.state === 'reading' || file.state === 'waiting';
  return html`
    <span class="report-name">${file.name}</span>
    ${busy ? progress(scene, file) : outcome(scene, file)}
    ${busy && file.state === 'reading' ? nothing : corrections(scene, file)}
    <button
      type="button"
      class="quiet round"
      aria-label=${speech.fill(words.remove, { name: file.name })}
      title=${speech.fill(words.remove, { name: file.name })}
      @click=${() => (busy ? desk.cancel(file) : act.takeOff(file))}
    >
      ${icon('close')}
    </button>
    ${notices(scene, file)}
  `;
}

function progress({ speech, desk }: Scene, file: ReportFile): Drawn {
  const words = speech.words.files;
  if (file.state === 'waiting') return html`<span class="faint">${words.waiting}</span>`;
  if (!file.progress || performance.now() - file.since < shownAfterMs) return nothing;
  const { bytes, total } = file.progress;
  const part = total > 0 ? bytes / total : 0;
  return html`<span class="progress">
    <progress
      max=${total}
      .value=${bytes}
      aria-label=${speech.fill(words.reading, { name: file.name })}
    ></progress>
    <span>${speech.fill(words.readingShare, { percent: speech.share(part) })}</span>
    <button
      type="button"
      class="cancel"
      aria-label=${speech.fill(words.cancelOf, { name: file.name })}
      @click=${() => desk.cancel(file)}
    >
      ${words.cancel}
    </button>
  </span>`;
}

// How far an unshipped report reaches: what was bought later may be open without it.
function listingAge({ speech, desk, clock }: Scene, { report }: ReportFile): Drawn {
  const listing = report?.listing;
  const zone = desk.summary?.policy.zone;
  if (!listing || !zone) return nothing;
  const words = speech.words.files;
  if (!listing.at) return html`<span class="listing bad">${words.listingUndated}</span>`;
  const moment = formatMoment(speech.language, listing.at, zone, clock.now);
  const hours = listing.age_hours ?? 0;
  return html`<span class="listing faint">
    ${speech.fill(words.listingAt, { moment })}
    (${hours < 48
      ? speech.count(words.hoursOld, hours)
      : speech.count(words.daysOld, Math.trunc(hours / 24))})
  </span>`;
}

function outcome(scene: Scene, file: ReportFile): Drawn {
  const { speech, desk, act } = scene;
  const words = speech.words.files;
  const { report } = file;
  if (!report) {
    return html`<button type="button" class="link" @click=${() => desk.readAgain(file)}>
      ${words.again}
    </button>`;
  }
  const showRejects = () => act.set({ view: 'rejects' });
  return html`<span class="outcome">
    <span>${speech.count(words.lines, report.items)}</span>
    ${listingAge(scene, file)}
    ${report.rejected > 0
      ? html`<button type="button" class="link bad" @click=${showRejects}>
          ${speech.count(words.rejected, report.rejected)}
        </button>`
      : nothing}
  </span>`;
}

function corrections({ speech, desk }: Scene, file: ReportFile): Drawn {
  const { files: words, kinds: kindNames } = speech.words;
  const { report, reading, name } = file;
  const automatic = (found: string | undefined, set: string) =>
    found && !set ? speech.fill(words.detected, { value: found }) : words.automatic;
  const kind = automatic(report && kindNames[report.kind], reading.kind);
  const encoding = automatic(report && encodings.get(report.encoding), reading.encoding);
  return html`<span class="corrections">
    <select
      class="kind"
      aria-label=${speech.fill(words.kindOf, { name })}
      @change=${(e: Event) =>
        desk.correct(file, { ...reading, kind: valueOf(e) as ReportKind | '' })}
    >
      ${option('', kind, reading.kind)}
      ${kinds.map((each) => option(each, kindNames[each], reading.kind))}
    </select>
    <select
      class="encoding"
      aria-label=${speech.fill(words.encodingOf, { name })}
      @change=${(e: Event) =>
        desk.correct(file, { ...reading, encoding: valueOf(e) as EncodingName | '' })}
    >
      ${option('', encoding, reading.encoding)}
      ${[...encodings].map(([each, text]) => option(each, text, reading.encoding))}
    </select>
  </span>`;
}

// What the seller should know of this file, worst first.
function notices(scene: Scene, file: ReportFile): Drawn {
  const { speech } = scene;
  const words = speech.words.files;
  const { failure, report, state } = file;
  return html`
    ${state === 'lost'
      ? html`<p class="file-notice bad">${icon('warning')}${words.lost}</p>`
      : nothing}
    ${failure
      ? html`<p class="file-notice bad">
          ${icon('warning')}
          <span>
            ${failure.code === 'file-gone'
              ? words.gone
              : /\.xls\w?$/i.test(file.name)
                ? words.excel
                : failure.message}
            <b>${state === 'refused' ? words.refused : words.kept}</b>
          </span>
        </p>`
      : nothing}
    ${columnChoice(scene, file)}
    ${report && report.warnings.length > 0
      ? html`<details class="file-notice">
          <summary>${speech.count(words.notices, report.warnings.length)}</summary>
          <ul>
            ${report.warnings
              .slice(0, 100)
              .map(
                (each) =>
                  html`<li>
                    ${each.row > 0 ? speech.fill(words.noticeRow, { ...each }) : each.message}
                  </li>`,
              )}
          </ul>
        </details>`
      : nothing}
  `;
}

function policyRefused({ desk, speech }: Scene): Drawn {
  const failure = desk.policyFailure;
  if (!failure) return nothing;
  const words = speech.words.files;
  const { pointer = '', value = '' } = failure;
  return html`<p class="file-notice bad" role="alert">
    ${icon('warning')}
    <span>
      ${words.policyRefused} ${failure.message}
      ${pointer ? html`<code>${speech.fill(words.policyAt, { pointer, value })}</code>` : nothing}
    </span>
  </p>`;
}
