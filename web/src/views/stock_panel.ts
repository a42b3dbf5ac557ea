// The units in hand, as the seller knows them and no report does: typed, pasted or from
// a file. Every check takes them in.

import { html, nothing } from 'lit/html.js';
import type { Drawn, Scene } from '../page/scene';
import { icon } from './icon';

export function stockLines(stock: string): number {
  return stock.split('\n').filter((line) => line.trim() !== '').length;
}

export function stockButton({ speech, desk, state, act }: Scene): Drawn {
  const words = speech.words.stock;
  const open = state.stockOpen || desk.stockFailure !== undefined;
  const lines = stockLines(desk.stock);
  return html`<button
    type="button"
    id="open-stock"
    aria-expanded=${open}
    @click=${() => act.showStock(!open)}
  >
    ${lines > 0 ? speech.count(words.titleSet, lines) : words.title}
  </button>`;
}

export function stockPanel({ speech, desk, state }: Scene): Drawn {
  const failure = desk.stockFailure;
  if (!state.stockOpen && !failure) return nothing;
  const { stock: words, files, wayIn } = speech.words;
  const apply = (event: Event) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    void desk.setStock(form.querySelector('textarea')?.value ?? '');
  };
  const picked = (event: Event) => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    void file?.text().then((text) => desk.setStock(text));
  };
  return html`<form class="stock" @submit=${apply}>
    <label for="stock-field">${words.label}</label>
    <textarea
      id="stock-field"
      rows="5"
      spellcheck="false"
      autocomplete="off"
      aria-invalid=${failure ? 'true' : 'false'}
      aria-describedby=${failure ? 'stock-error' : 'stock-hint'}
      placeholder="MUG-01,12"
      .value=${desk.stockTyped}
    ></textarea>
    ${failure
      ? html`<p id="stock-error" class="bad" role="alert">
          ${icon('warning')} ${failure.message} <b>${files.kept}</b>
        </p>`
      : nothing}
    <p id="stock-hint" class="faint">${words.hint}</p>
    <div class="ways">
      <button type="submit" id="stock-apply" class="main">${words.apply}</button>
      <label class="button">
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
            @click=${() => void desk.setStock('')}
          >
            ${words.clear}
          </button>`
        : nothing}
    </div>
  </form>`;
}
