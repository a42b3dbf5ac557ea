// The books of the reader: for each file, its rows as a sum that must add up, and
// every row that was not accepted, with the text that stood in the way.

import { html, nothing } from 'lit/html.js';
import type { Reject, ReportSummary } from '../../../wasm/parcelwise';
import { rowsAPage } from '../desk/work_list';
import { icon } from './icon';
import { option, valueOf } from './option';
import type { Drawn, Scene } from './scene';
import { rangeOf, turner } from './turner';

export function rejectView(scene: Scene): Drawn {
  const { speech, desk } = scene;
  const words = speech.words.rejects;
  const reports = desk.summary?.reports ?? [];
  return html`<section class="rejects" aria-labelledby="rejects-title">
    <h2 id="rejects-title">${words.title}</h2>
    <p>${words.lead}</p>
    <h3 id="sums-title">${words.sums}</h3>
    <div class="table-frame" tabindex="0" role="group" aria-labelledby="sums-title">
      <table class="sums">
        <thead>
          <tr>
            <th scope="col">${words.file}</th>
            ${parts(scene).map(([text]) => html`<th scope="col">${text}</th>`)}
            <th scope="col">${words.rows}</th>
            <th scope="col">${words.sum}</th>
          </tr>
        </thead>
        <tbody>
          ${reports.map((report) => sumRow(scene, report))}
        </tbody>
      </table>
    </div>
    <h3 id="found-title">${words.found}</h3>
    ${rejectList(scene, reports)} ${unusedColumns(scene, reports)}
  </section>`;
}

function parts({ speech }: Scene): [string, (report: ReportSummary) => number][] {
  const words = speech.words.rejects;
  return [
    [words.items, (report) => report.items],
    [words.continuations, (report) => report.continuations],
    [words.headers, (report) => report.repeated_headers],
    [words.blank, (report) => report.blank],
    [words.duplicates, (report) => report.duplicates],
    [words.rejected, (report) => report.rejected],
  ];
}

function sumRow(scene: Scene, report: ReportSummary): Drawn {
  const { speech } = scene;
  const words = speech.words.rejects;
  const counts = parts(scene).map(([, count]) => count(report));
  const agrees = counts.reduce((sum, count) => sum + count, 0) === report.rows;
  return html`<tr>
    <th scope="row">${report.file}</th>
    ${counts.map((count, i) => html`<td class=${i > 0 ? 'plus' : ''}>${speech.number(count)}</td>`)}
    <td class="equals">${speech.number(report.rows)}</td>
    <td class=${agrees ? 'good' : 'bad'}>
      ${icon(agrees ? 'check' : 'warning')} ${agrees ? words.agrees : words.differs}
    </td>
  </tr>`;
}

function rejectList(scene: Scene, reports: readonly ReportSummary[]): Drawn {
  const { speech, list } = scene;
  const words = speech.words.rejects;
  const { rejects: page, rejectsOf, rejectsFrom } = list;
  if (!page) return nothing;
  const files = [...new Set(reports.filter((each) => each.rejected > 0).map((each) => each.file))];
  const choice =
    files.length > 1
      ? html`<label class="field">
          <span>${words.file}</span>
          <select id="rejects-of" @change=${(e: Event) => void list.showRejects(valueOf(e))}>
            ${option('', words.allFiles, rejectsOf)}
            ${files.map((file) => option(file, file, rejectsOf))}
          </select>
        </label>`
      : nothing;
  if (page.total === 0)
    return html`${choice}
      <p class="none">${words.none}</p>`;
  const range = rangeOf(scene, rejectsFrom, page.rejects.length, page.total);
  const turn = (from: number) => void list.showRejects(rejectsOf, from);
  return html`${choice}
    <div class="table-frame" tabindex="0" role="group" aria-labelledby="found-title">
      <table class="row-notes">
        <thead>
          <tr>
            ${[words.file, words.row, words.column, words.value, words.reason].map(
              (text) => html`<th scope="col">${text}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${page.rejects.map((reject) => rejectRow(scene, reject))}
        </tbody>
      </table>
    </div>
    ${page.total > rowsAPage
      ? turner(scene, 'rejects', rejectsFrom, page.total, range, turn)
      : nothing}`;
}

function unusedColumns({ speech }: Scene, reports: readonly ReportSummary[]): Drawn {
  const some = reports.filter((each) => each.unused_columns.length > 0);
  if (some.length === 0) return nothing;
  return html`<h3>${speech.words.rejects.columns}</h3>
    <dl class="unused">
      ${some.map(
        (report) =>
          html`<dt>${report.file}</dt>
            <dd><code>${report.unused_columns.join(', ')}</code></dd>`,
      )}
    </dl>`;
}

function rejectRow({ speech }: Scene, reject: Reject): Drawn {
  const words = speech.words.rejects;
  return html`<tr>
    <th scope="row">${reject.file}</th>
    <td class="number">${speech.number(reject.row)}</td>
    <td><code>${reject.column}</code></td>
    <td>
      ${reject.value === ''
        ? html`<span class="faint">${words.empty}</span>`
        : html`<span class="offending">${reject.value}</span>`}
    </td>
    <td>${reject.message}</td>
  </tr>`;
}
