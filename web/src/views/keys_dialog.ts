// The list of keys, at "?": what the page does without a mouse.

import { html } from 'lit/html.js';
import type { Speech } from '../catalogue/speech';
import { closeButton, dialog, openDialog } from './dialog';
import type { Drawn, Scene } from './scene';

// As they are printed on the keyboard; which of them are pressed together, joined by "+".
const keys = [
  ['search', ['/']],
  ['walk', ['↑', '↓', 'Home', 'End']],
  ['open', ['Enter']],
  ['next', ['J']],
  ['previous', ['K']],
  ['pick', ['X']],
  ['pickTo', ['Shift+X']],
  ['close', ['Esc']],
  ['undo', ['Ctrl+Z']],
  ['redo', ['Ctrl+Shift+Z', 'Ctrl+Y']],
  ['list', ['?']],
] as const;

export function keysButton({ words }: Speech): Drawn {
  return html`<button type="button" class="link open-keys" @click=${() => openDialog('keys')}>
    ${words.keys.show} <kbd>?</kbd>
  </button>`;
}

export function keysDialog({ speech }: Scene): Drawn {
  const { keys: words, order } = speech.words;
  return dialog(
    'keys',
    words.title,
    html`${closeButton('keys', order.close)}
      <dl class="key-list">
        ${keys.map(
          ([what, pressed]) =>
            html`<div>
              <dt>${pressed.map((each) => html`<kbd>${each}</kbd> `)}</dt>
              <dd>${words[what]}</dd>
            </div>`,
        )}
      </dl>`,
  );
}
