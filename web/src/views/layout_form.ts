// Making a layout of a label program's own template: a row for each of its columns, what
// fills it, and what three orders would say there.

import { html, nothing } from 'lit/html.js';
import { sources, type DraftColumn, type Source } from '../desk/layout_draft';
import { option, valueOf } from './option';
import type { Drawn, Scene } from './scene';

export function layoutForm(scene: Scene): Drawn {
  const { speech, outbox, act } = scene;
  const words = speech.words.layout;
  const { draft, ownLayout } = outbox;
  const picked = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) act.draftLayout(file);
    input.value = ''; // the same file again is a change too
  };
  return html`<details class="maker" id="layout" ?open=${draft !== undefined}>
    <summary>${words.title}</summary>
    <p class="faint">${words.hint}</p>
    <div class="ways">
      <label class="button">
        <input
          type="file"
          id="layout-pick"
          class="unseen"
          accept=".csv,.tsv,.txt"
          @change=${picked}
        />
        ${words.template}
      </label>
      ${ownLayout
        ? html`<button type="button" id="layout-save" @click=${() => act.saveLayout()}>
              ${speech.words.shop.save}
            </button>
            <button
              type="button"
              id="layout-drop"
              class="quiet"
              @click=${() => void outbox.dropLayout()}
            >
              ${words.drop}
            </button>`
        : nothing}
    </div>
    ${draft ? columnTable(scene) : nothing}
  </details>`;
}

function columnTable({ speech, outbox, act }: Scene): Drawn {
  const words = speech.words.layout;
  const { draft } = outbox;
  if (!draft) return nothing;
  const set = (column: DraftColumn, change: Partial<DraftColumn>) => {
    Object.assign(column, change);
    void outbox.tryDraft();
  };
  const named = draft.columns.some(({ from }) => from === 'order-id' || from === 'key');
  return html`<label class="field">
      <span>${words.name}</span>
      <input
        type="text"
        id="layout-name"
        maxlength="60"
        .value=${draft.name}
        @change=${(event: Event) => {
          draft.name = valueOf(event);
          void outbox.tryDraft();
        }}
      />
    </label>
    <div class="table-frame">
      <table class="layout">
        <thead>
          <tr>
            <th scope="col">${words.column}</th>
            <th scope="col">${words.from}</th>
            <th scope="col">${words.text}</th>
            <th scope="col">${words.preview}</th>
          </tr>
        </thead>
        <tbody>
          ${draft.columns.map(
            (column, i) =>
              html`<tr>
                <th scope="row">${column.name || i + 1}</th>
                <td>
                  <select
                    id="layout-from-${i}"
                    aria-label="${words.from}: ${column.name}"
                    @change=${(e: Event) => set(column, { from: valueOf(e) as Source | '' })}
                  >
                    ${option('', words.nothing, column.from)}
                    ${sources.map((each) => option(each, words.sources[each], column.from))}
                  </select>
                </td>
                <td>
                  <input
                    type="text"
                    id="layout-text-${i}"
                    maxlength="100"
                    aria-label="${words.text}: ${column.name}"
                    .value=${column.text}
                    @change=${(e: Event) => set(column, { text: valueOf(e) })}
                  />
                </td>
                <td>${draft.rows.map((row) => html`<div>${row[i] ?? ''}</div>`)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${draft.problem ? html`<p class="bad" role="alert">${draft.problem}</p>` : nothing}
    ${named ? nothing : html`<p class="notice hint" id="layout-no-order">${words.noOrder}</p>`}
    <div class="ways">
      <button
        type="button"
        id="layout-keep"
        class="main"
        ?disabled=${draft.rows.length === 0}
        @click=${() => act.keepLayout()}
      >
        ${words.keep}
      </button>
    </div>`;
}
