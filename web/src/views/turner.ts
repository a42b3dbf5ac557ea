// From page to page of a long table, with what is shown of it in words.

import { html } from 'lit/html.js';
import { rowsAPage } from '../desk/work_list';
import type { Drawn, Scene } from './scene';

export function rangeOf({ speech }: Scene, offset: number, shown: number, total: number): string {
  const from = offset + 1;
  return speech.fill(speech.words.list.range, { from, to: offset + shown, total });
}

// `of` names the table in the buttons' ids.
export function turner(
  { speech }: Scene,
  of: string,
  offset: number,
  total: number,
  range: string,
  turn: (offset: number) => void,
  aPage = rowsAPage,
): Drawn {
  const words = speech.words.list;
  const button = (way: string, text: string, to: number, end: boolean) =>
    html`<button type="button" id="${way}-${of}" ?disabled=${end} @click=${() => turn(to)}>
      ${text}
    </button>`;
  return html`<nav class="turner" aria-label=${words.pages}>
    <span class="range">${range}</span>
    ${total > aPage
      ? [
          button('previous', words.previous, Math.max(0, offset - aPage), offset === 0),
          button('next', words.next, offset + aPage, offset + aPage >= total),
        ]
      : []}
  </nav>`;
}
