// The units in hand, as the seller knows them and no report does: typed, pasted or from
// a file. Every check takes them in.

import { html, nothing } from 'lit/html.js';
import { lineForm, panelButton } from './line_form';
import type { Drawn, Scene } from './scene';

export function stockLines(stock: string): number {
  return stock.split('\n').filter((line) => line.trim() !== '').length;
}

export function stockButton({ speech, desk, state, act }: Scene): Drawn {
  const words = speech.words.stock;
  const open = state.stockOpen || desk.stockFailure !== undefined;
  const lines = stockLines(desk.stock);
  const text = lines > 0 ? speech.count(words.titleSet, lines) : words.title;
  return panelButton('stock', text, open, (show) => act.showStock(show));
}

export function stockPanel({ speech, desk, state, drafts, act }: Scene): Drawn {
  const failure = desk.stockFailure;
  if (!state.stockOpen && !failure) return nothing;
  const { stock: words, files, wayIn } = speech.words;
  const picked = (event: Event) => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    void file?.text().then((text) => act.setStock(text));
  };
  return html`<section class="line-panel" aria-label=${words.title}>
    ${lineForm({
      name: 'stock',
      drafts,
      label: words.label,
      rows: 5,
      placeholder: 'MUG-01,12',
      text: desk.stockTyped,
      failure: failure && html`${failure.message} <b>${files.kept}</b>`,
      hint: words.hint,
      apply: words.apply,
      after: html`<label class="button">
          <input
            type="file"
            id="stock-pick"
            class="unseen"
            accept=".txt,.csv,.tsv"
            @change=${picked}
          />
          ${wayIn.pick}
        </label>
        ${desk.stock
          ? html`<button
              type="button"
              id="stock-clear"
              class="quiet"
              @click=${() => act.setStock('')}
            >
              ${words.clear}
            </button>`
          : nothing}`,
      submit: ({ value }) => act.setStock(value),
    })}
  </section>`;
}
