// The four ways in: drop, pick, paste, sample. They fill the page while the desk is
// empty; later the list of reports shows the same buttons.

import { html, nothing } from 'lit/html.js';
import { canReadFolder } from '../desk/reports_folder';
import { ownSample, samples } from '../desk/sample';
import { firstOrderButton } from './first_order';
import { icon } from './icon';
import type { Drawn, Scene } from './scene';

export function wayIn(scene: Scene): Drawn {
  const { speech } = scene;
  const words = speech.words.wayIn;
  const { facts } = words;
  const fact = (drawing: 'shield' | 'cloudless' | 'ledger', title: string, text: string) =>
    html`<li>${icon(drawing)}<strong>${title}</strong><span>${text}</span></li>`;
  return html`<section class="way-in" aria-labelledby="way-in-title">
    <div class="target">
      ${icon('drop')}
      <h2 id="way-in-title">${words.title}</h2>
      <p>${words.lead}</p>
      ${buttons(scene)} ${otherSamples(scene)} ${pasteField(scene)}
      <p class="faint">${words.where}</p>
      ${firstOrderButton(scene)}
    </div>
    <ul class="facts">
      ${fact('shield', facts.private, facts.privateText)}
      ${fact('cloudless', facts.offline, facts.offlineText)}
      ${fact('ledger', facts.exact, facts.exactText)}
    </ul>
  </section>`;
}

// Of the places whose language the page is not shown in.
function otherSamples({ speech, act }: Scene): Drawn {
  const words = speech.words.wayIn.samples;
  const own = ownSample(speech.language);
  return html`<p>
    ${words.others}
    ${samples.map((each) =>
      each === own
        ? nothing
        : html`<button
            type="button"
            class="link"
            data-sample=${each}
            @click=${() => void act.addSample(each)}
          >
            ${words[each]}
          </button> `,
    )}
  </p>`;
}

export function buttons(scene: Scene): Drawn {
  const { speech, desk, state, act } = scene;
  const words = speech.words.wayIn;
  return html`<div class="ways">
    ${pickButton(scene)}
    <button
      type="button"
      id="paste"
      aria-expanded=${state.pasting}
      @click=${() => act.set({ pasting: !state.pasting })}
    >
      ${words.paste}
    </button>
    ${canReadFolder
      ? html`<button type="button" id="folder" @click=${() => void act.readFolder()}>
          ${words.folder}
        </button>`
      : nothing}
    ${desk.files.length === 0
      ? html`<button
          type="button"
          id="sample"
          data-sample=${ownSample(speech.language)}
          @click=${() => void act.addSample()}
        >
          ${words.sample}
        </button>`
      : nothing}
  </div>`;
}

export function pickButton({ speech, desk, act }: Scene): Drawn {
  const words = speech.words.wayIn;
  const empty = desk.files.length === 0;
  const picked = (event: Event) => {
    const input = event.target as HTMLInputElement;
    act.addFiles([...(input.files ?? [])]);
    input.value = ''; // the same file may be picked again
  };
  return html`<label class="button ${empty ? 'main' : ''}">
    <input
      type="file"
      id="pick"
      class="unseen"
      multiple
      accept=".txt,.tsv,.csv,.json,text/plain,text/csv,text/tab-separated-values"
      @change=${picked}
    />${empty ? words.pick : words.addMore}
  </label>`;
}

// The text is taken from the paste itself and never enters the field: a large
// report in a <textarea> would hold the page up.
export function pasteField({ speech, state, act }: Scene): Drawn {
  if (!state.pasting) return nothing;
  const words = speech.words.wayIn;
  return html`<div class="paste">
    <label for="paste-field">${words.pasteLabel}</label>
    <textarea
      id="paste-field"
      rows="3"
      spellcheck="false"
      aria-describedby="paste-hint"
      @input=${(event: Event) => {
        const field = event.target as HTMLTextAreaElement;
        if (field.value.includes('\n')) act.addText(field.value);
      }}
    ></textarea>
    <p id="paste-hint" class="faint">${words.pasteHint}</p>
  </div>`;
}
