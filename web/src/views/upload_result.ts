// Amazon's answer to an uploaded file: each line that it refused, at its order, with what
// it means and what to do. Nothing turns confirmed by it.

import { html, nothing } from 'lit/html.js';
import type { UploadResultRow } from '../../../wasm/parcelwise';
import { icon } from './icon';
import type { Drawn, Scene } from './scene';

const rowsShown = 200;

export function uploadResult(scene: Scene): Drawn {
  const { speech, tracking, act } = scene;
  const { result } = tracking;
  if (!result) return nothing;
  const words = speech.words.uploadResult;
  const again = result.rows.some((row) => row.again && (row.here || result.file_refused));
  return html`<section class="upload-result" aria-label=${words.title}>
    <h3>
      ${words.title} <span class="faint">${result.file}</span>
      <button
        type="button"
        class="quiet round"
        aria-label=${speech.fill(speech.words.files.remove, { name: result.file })}
        @click=${() => act.closeResult()}
      >
        ${icon('close')}
      </button>
    </h3>
    <p>
      ${speech.fill(words.counts, {
        processed: speech.number(result.processed),
        successful: speech.number(result.successful),
      })}
    </p>
    ${result.elsewhere > 0
      ? html`<p class="notice">${speech.count(words.elsewhere, result.elsewhere)}</p>`
      : nothing}
    ${result.untold > 0
      ? html`<p class="notice">${speech.count(words.untold, result.untold)}</p>`
      : nothing}
    <ul class="result-rows">
      ${result.rows.slice(0, rowsShown).map((row) => resultRow(scene, row))}
    </ul>
    ${result.rows.length > rowsShown
      ? html`<p>
          ${speech.fill(words.more, { n: speech.number(result.rows.length - rowsShown) })}
        </p>`
      : nothing}
    ${again && !result.file_refused
      ? html`<button type="button" class="main" id="retry" @click=${() => void act.retryUpload()}>
          ${words.retry}
        </button>`
      : nothing}
    <p class="faint">${words.next}</p>
  </section>`;
}

function resultRow({ speech, act }: Scene, row: UploadResultRow): Drawn {
  const words = speech.words.uploadResult;
  return html`<li data-outcome=${row.outcome}>
    <b>
      ${row.order_id === ''
        ? words.wholeFile
        : row.here
          ? html`<button type="button" class="link" @click=${() => act.openOrder(row.order_id)}>
              ${row.order_id}
            </button>`
          : row.order_id}
    </b>
    <span class="faint">${row.type} ${row.code} ${row.order_item_id}</span>
    <p>${row.meaning}</p>
    <p>${row.advice}</p>
  </li>`;
}
