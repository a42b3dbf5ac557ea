// Everything that is remembered here goes at one press, once the seller has read what
// goes and what stays.

import { html } from 'lit/html.js';
import { closeDialog, dialog, openDialog } from './dialog';
import type { Drawn, Scene } from './scene';

export function forgetButton({ speech }: Scene): Drawn {
  return html`<button type="button" class="link forget" @click=${() => openDialog('forget')}>
    ${speech.words.forget.open}
  </button>`;
}

export function forgetDialog({ speech, act }: Scene): Drawn {
  const words = speech.words.forget;
  return dialog(
    'forget',
    words.title,
    html`<p>${words.goes}</p>
      <p>${words.stays}</p>
      <div class="ways">
        <button type="button" id="keep" autofocus @click=${() => closeDialog('forget')}>
          ${words.keep}
        </button>
        <button type="button" id="forget-all" class="grave" @click=${() => act.forget()}>
          ${words.forget}
        </button>
      </div>`,
  );
}
