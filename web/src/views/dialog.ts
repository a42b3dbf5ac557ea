// A window over the page, for what is asked or told apart from the work. The browser
// keeps the focus inside, closes it with Escape, and gives the focus back.

import { html } from 'lit/html.js';
import type { Drawn } from './scene';

export function dialog(id: string, title: string, content: Drawn): Drawn {
  return html`<dialog id=${id} aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${content}
  </dialog>`;
}

export function openDialog(id: string): void {
  (document.getElementById(id) as HTMLDialogElement).showModal();
}

export function closeDialog(id: string): void {
  (document.getElementById(id) as HTMLDialogElement).close();
}
