// For a seller with a first order: what each stage of it means and asks, each with its
// orders of the list at one press; where nothing is loaded, the sample's.

import { html, nothing } from 'lit/html.js';
import { closeButton, closeDialog, dialog, openDialog } from './dialog';
import { icon } from './icon';
import { keysButton } from './keys_dialog';
import type { Drawn, Scene } from './scene';

// The rule whose orders show it; none for what is done in Seller Central.
const stages = [
  ['pending', 'hold-pending'],
  ['ship', 'ship'],
  ['confirm', ''],
  ['seven', 'confirm-or-lose'],
  ['daily', ''],
] as const;

export function firstOrderButton({ speech }: Scene): Drawn {
  return html`<button
    type="button"
    id="first-order"
    class="link"
    @click=${() => openDialog('help')}
  >
    ${speech.words.help.first}
  </button>`;
}

export function helpButton({ speech }: Scene): Drawn {
  const words = speech.words.help;
  return html`<button
    type="button"
    id="open-help"
    class="quiet round"
    aria-label=${words.open}
    title=${words.open}
    @click=${() => openDialog('help')}
  >
    ${icon('help')}
  </button>`;
}

export function helpDialog({ speech, desk, act }: Scene): Drawn {
  const { help: words, order } = speech.words;
  const show = (rule: string) => {
    closeDialog('help');
    act.showRule(rule);
  };
  const shown = desk.files.length > 0 ? words.show : words.showSample;
  return dialog(
    'help',
    words.title,
    html`${closeButton('help', order.close)}
      <ol class="stages">
        ${stages.map(([stage, rule]) => {
          const { title, text } = words.stages[stage];
          return html`<li>
            <h3>${title}</h3>
            <p>${text}</p>
            ${rule
              ? html`<button type="button" data-rule=${rule} @click=${() => show(rule)}>
                  ${shown}
                </button>`
              : nothing}
          </li>`;
        })}
      </ol>
      <p>${keysButton(speech)}</p>`,
  );
}
