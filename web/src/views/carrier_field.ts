// Who carries parcels of which no file tells it: any name, with Amazon's codes for the
// marketplaces at hand; a name that is none of them is said to go out otherwise.

import { html, nothing } from 'lit/html.js';
import { valueOf } from './option';
import type { Drawn, Scene } from './scene';

const other = 'Other'; // takes a name beside it

export function carrierField(
  { speech, desk }: Scene,
  id: string,
  value: string,
  put: (carrier: string) => void,
): Drawn {
  const words = speech.words.tracking;
  const all = new Set((desk.summary?.policies ?? []).flatMap((each) => each.carriers));
  const codes = [...all].filter((each) => each !== other);
  const isCode = (name: string) => codes.some((code) => code.toLowerCase() === name.toLowerCase());
  const name = value.trim();
  // In Japan carriers are known by many names.
  const unknown = name !== '' && desk.lacks('yamato-b2') && !isCode(name);
  return html`<label class="field">
      <span>${words.carrier}</span>
      <input
        type="text"
        id=${id}
        list="${id}-codes"
        maxlength="50"
        autocomplete="off"
        .value=${value}
        @input=${(event: Event) => {
          if (isCode(valueOf(event))) put(valueOf(event)); // one of the list was pressed
        }}
        @change=${(event: Event) => put(valueOf(event).trim())}
      />
    </label>
    <datalist id="${id}-codes">
      ${codes.map((each) => html`<option value=${each}></option>`)}
    </datalist>
    ${unknown
      ? html`<span class="faint" id="${id}-unknown">
          ${speech.fill(words.carrierUnknown, { name })}
          ${all.has(other) ? words.carrierOther : nothing}
        </span>`
      : nothing}`;
}

// Beside the orders that wait for it, and for all of them at once.
export function carrierQuestion(scene: Scene): Drawn {
  const { speech, outbox } = scene;
  const { target, made, parcelsBy } = outbox;
  const waits = made?.left_out.some(({ column }) => column === 'carrier-code');
  if (target !== 'shipping-confirmation' || !(waits || parcelsBy)) return nothing;
  return html`<div class="notice" id="carrier-question">
    <span>${speech.words.tracking.whoCarries}</span>
    ${carrierField(scene, 'outbox-carrier', parcelsBy, (by) => void outbox.aim({ parcelsBy: by }))}
  </div>`;
}
