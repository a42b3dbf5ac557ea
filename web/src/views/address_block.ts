// Where an order goes, as on its envelope. All but the name is covered until it is asked
// for; it can be copied covered. Once the data should be gone, there is none.

import { html, nothing } from 'lit/html.js';
import type { OrderDetail } from '../../../wasm/parcelwise';
import { icon } from './icon';
import { isPastRetention } from './personal_columns';
import type { Drawn, Scene } from './scene';

export function addressBlock({ speech, state, act }: Scene, order: OrderDetail): Drawn {
  const { lines, name } = order.ship_to;
  if (lines.length === 0 || isPastRetention(order)) return nothing;
  const { address: words, ...orderWords } = speech.words.order;
  const { revealed } = state;
  const whole = lines.join('\n');
  return html`<section class="ship-to" aria-labelledby="ship-to-title">
    <div class="ship-to-head">
      <h3 id="ship-to-title">${words.title}</h3>
      <button
        type="button"
        id="reveal-address"
        class="link"
        aria-pressed=${revealed}
        @click=${() => act.set({ revealed: !revealed })}
      >
        ${revealed ? orderWords.conceal : orderWords.reveal}
      </button>
      ${'clipboard' in navigator
        ? html`<button
            type="button"
            id="copy-address"
            class="quiet"
            @click=${() => act.copy(whole, words.copied)}
          >
            ${icon(state.copied === whole ? 'check' : 'copy')} ${words.copy}
          </button>`
        : nothing}
    </div>
    <address>
      ${lines.map((line, at) => {
        const shown = at === name || revealed;
        return html`<span class="to-line ${at === name ? 'person' : ''}">
          ${shown ? line : html`<span class="covered">${orderWords.concealed}</span>`}
        </span>`;
      })}
    </address>
  </section>`;
}
