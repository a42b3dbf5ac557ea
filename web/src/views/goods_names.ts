// Goods that a label has no room for: a short name for each SKU, all at once.

import { html, nothing } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Drawn, Scene } from './scene';

const shownAtOnce = 100; // the next follow when these have names

export function goodsNames({ speech, outbox }: Scene): Drawn {
  const unnamed = outbox.written?.unnamed ?? [];
  if (unnamed.length === 0) return nothing;
  const words = speech.words.outbox;
  const submit = (event: Event) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget as HTMLFormElement);
    void outbox.nameGoods([...typed].map(([sku, name]) => [sku, String(name)]));
  };
  return html`<form id="goods-names" @submit=${submit}>
    <h3>${words.names}</h3>
    ${repeat(
      unnamed.slice(0, shownAtOnce),
      ({ sku }) => sku,
      ({ sku, name }) =>
        html`<label class="field">
          <span><b>${sku}</b> ${name}</span>
          <input
            type="text"
            name=${sku}
            autocomplete="off"
            maxlength="200"
            .value=${outbox.shop.labels?.[sku] ?? ''}
          />
        </label>`,
    )}
    <button type="submit" class="main">${words.useNames}</button>
  </form>`;
}
