// A window over the page, for what is asked or said apart from the work. The browser
// keeps the focus inside, closes it with Escape, and gives the focus back.

import { html } from 'lit/html.js';
import { icon } from './icon';
import type { Drawn } from './scene';

export function dialog(id: string, title: string, content: Drawn): Drawn {
  return html`<dialog id=${id} aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${content}
  </dialog>`;
}

export function closeButton(id: string, text: string): Drawn {
  return html`<button
    type="button"
    class="quiet round close"
    aria-label=${text}
    @click=${() => closeDialog(id)}
  >
    ${icon('close')}
  </button>`;
}

const windowOf = (id: string) => document.getElementById(id) as HTMLDialogElement;

// Says so to whoever listens to the document, as the browser does of a close.
export const openedEvent = 'parcelwise-opened';

export function openDialog(id: string): void {
  if (windowOf(id).open) return;
  windowOf(id).showModal();
  document.dispatchEvent(new Event(openedEvent));
}

export function closeDialog(id: string): void {
  windowOf(id).close();
}

// Ids, topmost first.
export function openDialogs(): string[] {
  return [...document.querySelectorAll('dialog[open]')].map((each) => each.id).reverse();
}
