// The message to the buyer: in the marketplace's language or another one, ready to copy
// once every blank in it is filled.

import { html, nothing } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { Answer, SellerInput, Language } from '../../../wasm/parcelwise';
import { languageNames } from '../catalogue/speech';
import type { Inquiry } from '../desk/inquiry';
import { languages } from '../desk/settings';
import { icon } from './icon';
import { option, valueOf } from './option';
import type { Drawn, Scene } from './scene';

const longField = 'wish'; // the one that may have more than one line

export function letter(scene: Scene, inquiry: Inquiry, { message }: Answer): Drawn {
  const { speech, state, act } = scene;
  const words = speech.words.answer;
  const { body, subject, blanks, language } = message;
  if (!body) return nothing;
  const open = blanks.length > 0;
  const copied = state.copied === body;
  return html`<section class="letter" aria-labelledby="letter-title">
    <div class="letter-head">
      <h3 id="letter-title">${words.message}</h3>
      <label>
        <span class="unseen">${words.language}</span>
        <select
          id="letter-language"
          @change=${(event: Event) => void inquiry.write(valueOf(event) as Language)}
        >
          ${languages.map((each) => option(each, languageNames[each], language))}
        </select>
      </label>
    </div>
    ${fields(scene, inquiry)}
    <div class="sheet-of ${open ? 'open' : ''}" lang=${language}>
      <p class="subject">${subject}</p>
      <p id="letter-body">
        ${marked(
          body,
          blanks.map((each) => each.text),
        )}
      </p>
    </div>
    ${open
      ? html`<p id="open-blanks" class="bad">
          ${icon('warning')}
          ${speech.fill(words.blanks, { blanks: blanks.map((each) => each.text).join(' ') })}
        </p>`
      : nothing}
    <div class="ways">
      <button
        type="button"
        id="copy-letter"
        class="main"
        aria-describedby=${open ? 'open-blanks' : nothing}
        ?disabled=${open}
        @click=${() => act.copy(body, words.copied)}
      >
        ${copied ? words.copied : words.copy}
      </button>
    </div>
    ${ownWording(scene)}
  </section>`;
}

// In the order in which they came up: what is filled stays to be corrected.
function fields(scene: Scene, inquiry: Inquiry): Drawn {
  const questions = new Map(
    [
      ...(scene.desk.cases.find((each) => each.case === inquiry.case)?.asks ?? []),
      ...inquiry.asked,
    ].map(({ id, question }) => [id, question]),
  );
  const asked = inquiry.asked.filter((each) => each.kind === 'text').map(({ id }) => id);
  const shown = new Set([...inquiry.blanks.keys(), ...asked]);
  return html`${[...shown].map((id) => {
    const name = questions.get(id) ?? inquiry.blanks.get(id) ?? id;
    const value = String(inquiry.given[id] ?? '');
    const typed = (event: Event) => void inquiry.give(id, valueOf(event) as SellerInput[typeof id]);
    return html`<label class="stacked">
      <span>${name}</span>
      ${id === longField
        ? html`<textarea
            id="blank-${id}"
            rows="3"
            maxlength="2000"
            .value=${live(value)}
            @input=${typed}
          ></textarea>`
        : html`<input
            id="blank-${id}"
            maxlength="200"
            autocomplete="off"
            .value=${live(value)}
            @input=${typed}
          />`}
    </label>`;
  })}`;
}

function marked(body: string, blanks: readonly string[]): Drawn {
  let parts: (string | Drawn)[] = [body];
  for (const blank of new Set(blanks)) {
    parts = parts.flatMap((part) =>
      typeof part === 'string'
        ? part
            .split(blank)
            .flatMap((text, i): (string | Drawn)[] =>
              i > 0 ? [html`<mark>${blank}</mark>`, text] : [text],
            )
        : [part],
    );
  }
  return html`${parts}`;
}

function ownWording({ speech, desk }: Scene): Drawn {
  const words = speech.words.answer;
  if (!desk.wording) return html`<p class="faint">${words.ownHint}</p>`;
  return html`<p class="faint">
    ${words.own}
    <button type="button" id="drop-wording" class="link" @click=${() => void desk.setWording('')}>
      ${words.ownDrop}
    </button>
  </p>`;
}
