// What stands beside the list, or takes the whole of a narrow screen: an order, and in its
// place, until they are closed, the answer to its buyer and its refund.

import { html, nothing } from 'lit/html.js';
import { icon } from './icon';
import type { Drawn, Scene } from './scene';

interface Panel {
  readonly name: 'order' | 'answer' | 'refund';
  readonly title: string;
  readonly before?: Drawn; // stands before the title
  readonly after?: Drawn;
  readonly content: Drawn;
}

export function panelFrame({ state }: Scene, panel: Panel): Drawn {
  const { name, title, before = nothing, after = nothing, content } = panel;
  return html`<section
    class="panel ${name}-panel"
    id="order"
    role=${state.narrow ? 'dialog' : 'region'}
    aria-modal=${state.narrow ? 'true' : nothing}
    aria-labelledby="${name}-title"
  >
    <div class="panel-head">
      ${before}
      <h2 id="${name}-title" tabindex="-1">${title}</h2>
      ${after}
    </div>
    ${content}
  </section>`;
}

// The way back from what was opened in the order's place.
export function backButton(name: Panel['name'], back: string, close: () => void): Drawn {
  return html`<button
    type="button"
    id="close-${name}"
    class="quiet round"
    aria-label=${back}
    title=${back}
    @click=${close}
  >
    ${icon('back')}
  </button>`;
}
