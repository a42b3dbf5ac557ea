// A sheet that takes the order's place beside the list, or the whole of a narrow screen,
// until it is closed: the frame of an answer and of a refund.

import { html, nothing } from 'lit/html.js';
import type { Drawn, Scene } from '../page/scene';
import { icon } from './icon';

interface Sheet {
  readonly name: 'answer' | 'refund';
  readonly title: string;
  readonly back: string;
  readonly close: () => void;
  readonly content: Drawn;
}

export function sheet({ state }: Scene, { name, title, back, close, content }: Sheet): Drawn {
  return html`<section
    class="panel ${name}-sheet"
    id="order"
    role=${state.narrow ? 'dialog' : 'region'}
    aria-modal=${state.narrow ? 'true' : nothing}
    aria-labelledby="${name}-title"
  >
    <div class="panel-head">
      <button
        type="button"
        id="close-${name}"
        class="quiet round"
        aria-label=${back}
        title=${back}
        @click=${close}
      >
        ${icon('back')}
      </button>
      <h2 id="${name}-title" tabindex="-1">${title}</h2>
    </div>
    ${content}
  </section>`;
}
