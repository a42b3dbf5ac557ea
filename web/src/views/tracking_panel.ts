// Tracking numbers: what each carrier's file gave, every row that gave none with its
// reason, and a field for lines of order and number.

import { html, nothing } from 'lit/html.js';
import type { TrackingFileSummary, TrackingNote } from '../../../wasm/parcelwise';
import { trackingCarriers } from '../desk/tracking';
import type { ReportFile } from '../desk/report_file';
import { carrierField } from './carrier_field';
import { icon } from './icon';
import { lineForm, panelButton } from './line_form';
import { afterDownload, afterNumbers } from './next_step';
import { option, valueOf } from './option';
import type { Drawn, Scene } from './scene';
import { proposals, questions } from './tracking_decisions';
import { uploadResult } from './upload_result';

const notesShown = 200;

export function trackingButton({ speech, tracking, state, act }: Scene): Drawn {
  const words = speech.words.tracking;
  const orders = tracking.summary?.orders.length ?? 0;
  const text = orders > 0 ? speech.count(words.titleSet, orders) : words.title;
  return panelButton('tracking', text, state.trackingOpen, (show) => act.showTracking(show));
}

export function trackingPanel(scene: Scene): Drawn {
  const { speech, tracking, outbox, state } = scene;
  if (!state.trackingOpen) return nothing;
  const words = speech.words.tracking;
  const { summary } = tracking;
  return html`<section class="tracking line-panel" aria-label=${words.title}>
    <p class="faint">
      ${speech.fill(words.lead, { programs: abroad(scene) ? '' : words.programs })}
    </p>
    ${afterNumbers(scene)} ${outbox.open ? nothing : afterDownload(scene)} ${uploadResult(scene)}
    ${summary ? fileTable(scene, summary.files) : nothing} ${proposals(scene)} ${questions(scene)}
    ${summary ? notes(scene, words.without, summary.notes, summary.notes_total) : nothing}
    ${summary ? notes(scene, words.look, summary.warnings, summary.warnings_total) : nothing}
    ${pasteForm(scene)}
  </section>`;
}

// While there are numbers but no orders that they could go to.
export function trackingWaits({ speech, tracking }: Scene): Drawn {
  const { length } = tracking.sources;
  if (length === 0) return nothing;
  return html`<p class="none" id="tracking-waits">
    ${speech.count(speech.words.tracking.waits, length)}
  </p>`;
}

function fileTable(scene: Scene, files: readonly TrackingFileSummary[]): Drawn {
  const { speech, tracking, list, outbox } = scene;
  const words = speech.words.tracking;
  const remove = async (handle: number) => {
    await tracking.remove(handle);
    await list.refresh(); // an open order may have lost its number
    await outbox.refresh();
  };
  const number = (n: number) => html`<td class="number">${speech.number(n)}</td>`;
  return html`<div class="table-frame" tabindex="0" role="group" aria-label=${words.files}>
    <table class="tracking-files">
      <thead>
        <tr>
          ${[
            words.file,
            words.numbers,
            words.proposedRows,
            words.duplicates,
            words.unmatched,
            words.refused,
            words.deleted,
            words.blank,
            words.rows,
          ].map((text) => html`<th scope="col">${text}</th>`)}
          <th></th>
        </tr>
      </thead>
      <tbody>
        ${files.map(
          (file) =>
            html`<tr>
              <th scope="row">
                <span class="product">${file.file}</span>
                <span class="faint">${words.forms[file.form]}</span>
              </th>
              ${number(file.numbers)} ${number(file.proposed)} ${number(file.duplicates)}
              ${number(file.unmatched)} ${number(file.refused)} ${number(file.deleted)}
              ${number(file.blank)} ${number(file.rows)}
              <td>
                <button
                  type="button"
                  class="quiet round"
                  aria-label=${speech.fill(speech.words.files.remove, { name: file.file })}
                  @click=${() => void remove(file.tracking)}
                >
                  ${icon('close')}
                </button>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function notes(
  { speech }: Scene,
  title: string,
  list: readonly TrackingNote[],
  total: number,
): Drawn {
  if (total === 0) return nothing;
  const { rejects: words } = speech.words;
  return html`<details class="tracking-notes" open>
    <summary>${title} (${speech.number(total)})</summary>
    <div class="table-frame" tabindex="0" role="group" aria-label=${title}>
      <table class="row-notes">
        <thead>
          <tr>
            ${[words.file, words.row, words.value, words.reason].map(
              (text) => html`<th scope="col">${text}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${list.slice(0, notesShown).map(
            (note) =>
              html`<tr>
                <th scope="row">${note.file}</th>
                <td class="number">${speech.number(note.row)}</td>
                <td>
                  ${note.value === ''
                    ? html`<span class="faint">${words.empty}</span>`
                    : html`<span class="offending">${note.value}</span>`}
                </td>
                <td>${note.message}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

// Japan's carriers and their programs are no examples there.
const abroad = ({ desk }: Scene) => desk.lacks('yamato-b2');

function pasteForm(scene: Scene): Drawn {
  const { speech, tracking, drafts, act } = scene;
  const words = speech.words.tracking;
  const carrier = drafts.get('tracking-carrier') ?? '';
  const put = (by: string) => {
    drafts.set('tracking-carrier', by);
    act.set({}); // what it says of the name is another
  };
  return lineForm({
    name: 'tracking',
    drafts,
    label: words.label,
    rows: 4,
    placeholder: abroad(scene)
      ? '123-1234567-1234567  1Z12345E0205271688'
      : '250-1234567-1234567  1234-5678-9013',
    failure: tracking.failure && html`${tracking.failure.message}`,
    hint: words.hint,
    apply: words.apply,
    before: abroad(scene)
      ? carrierField(scene, 'tracking-carrier', carrier, put)
      : html`<label class="field">
          <span>${words.carrier}</span>
          <select id="tracking-carrier" @change=${(event: Event) => put(valueOf(event))}>
            ${option('', words.unknownCarrier, carrier)}
            ${trackingCarriers.map((each) => option(each, words.carriers[each], carrier))}
          </select>
        </label>`,
    submit: (field) =>
      void act.pasteTracking(field.value, drafts.get('tracking-carrier') ?? '').then((taken) => {
        if (!taken) return;
        drafts.delete('tracking');
        field.value = '';
      }),
  });
}

// Below a file that is no report but may be a carrier's: which column is which.
export function columnChoice(scene: Scene, file: ReportFile): Drawn {
  const { speech, act } = scene;
  const { columns } = file;
  if (!columns || columns.length < 2) return nothing;
  const words = speech.words.tracking;
  const chosen = { order: '', number: '' };
  const select = (name: 'order' | 'number', label: string) =>
    html`<label class="field">
      <span>${label}</span>
      <select
        class="column-${name}"
        @change=${(event: Event) => void (chosen[name] = valueOf(event))}
      >
        ${option('', words.choose, '')} ${columns.map((each) => option(each, each, ''))}
      </select>
    </label>`;
  return html`<details class="file-notice columns">
    <summary>${words.isTracking}</summary>
    <div class="ways">
      ${select('order', words.orderColumn)} ${select('number', words.numberColumn)}
      <button
        type="button"
        class="main"
        @click=${() => {
          if (chosen.order && chosen.number) act.chooseColumns(file, chosen.order, chosen.number);
        }}
      >
        ${words.readIt}
      </button>
    </div>
  </details>`;
}
