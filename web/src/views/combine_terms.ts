// What sharing a parcel is reckoned by: tariffs and where parcels leave, the basis, the
// charge that is kept, and the goods' sizes. The seller's own, and kept on this machine.

import { html, nothing } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { decoded } from '../desk/tables';
import type { OwnTable, OwnTerms } from '../desk/settings';
import { marked } from '../format/marked';
import { icon } from './icon';
import { option, valueOf } from './option';
import type { Drawn, Scene } from './scene';

export function combineTerms(scene: Scene): Drawn {
  const { speech, parcels, state, act } = scene;
  const { combine: words, files } = speech.words;
  const { failure } = parcels;
  const open = state.termsOpen || failure !== undefined;
  return html`<div class="terms-bar">
      <button
        type="button"
        id="open-terms"
        aria-expanded=${open}
        @click=${() => act.set({ termsOpen: !open })}
      >
        ${words.terms}
      </button>
      <span class="faint">${inForce(scene)}</span>
    </div>
    ${failure
      ? html`<p
          class="notice ${failure.member === 'from' ? 'hint' : 'bad'}"
          role="alert"
          id="terms-error"
        >
          ${icon('warning')}<span
            >${failure.message}
            ${failure.member === 'from' ? nothing : html`<b>${files.kept}</b>`}</span
          >
        </p>`
      : nothing}
    ${open ? form(scene) : nothing}`;
}

function inForce({ speech, parcels }: Scene): string {
  const words = speech.words.combine;
  const { inForce, terms } = parcels;
  if (!inForce || inForce.basis === 'charge') return words.byCharge;
  const tariffs = inForce.tariffs
    .map(({ name, as_of: date }) => {
      const tariff = name || words.ownTariff;
      return date ? speech.fill(words.listPrice, { tariff, date }) : tariff;
    })
    .join(', ');
  const skus = inForce.skus > 0 ? `; ${speech.count(words.skuCount, inForce.skus)}` : '';
  return speech.fill(words.byCost, { tariffs, from: terms.from || '–' }) + skus;
}

function form({ speech, desk, parcels }: Scene): Drawn {
  const words = speech.words.combine;
  const { terms, choices } = parcels;
  const abroad = desk.lacks('yamato-b2'); // where Japan's tariffs and places say nothing
  const tariffs = (choices?.tariffs ?? []).filter(
    ({ id }) => !abroad || terms.tariffs.includes(id),
  );
  const set = (change: Partial<OwnTerms>) => void parcels.setTerms(change);
  const tick = (id: string) => {
    const chosen = terms.tariffs.includes(id);
    set({ tariffs: chosen ? terms.tariffs.filter((each) => each !== id) : [...terms.tariffs, id] });
  };
  return html`<form class="terms" @submit=${(event: Event) => event.preventDefault()}>
    <fieldset>
      <legend>${words.tariffs}</legend>
      ${tariffs.map(
        ({ id, name }) =>
          html`<label class="tick">
            <input
              type="checkbox"
              name="tariff"
              value=${id}
              .checked=${live(terms.tariffs.includes(id))}
              @change=${() => tick(id)}
            />
            <span>${name}</span>
          </label>`,
      )}
      ${table(
        'own-tariff',
        words.ownTariff,
        words.ownTariffHint,
        terms.ownTariff,
        words,
        (ownTariff) => set({ ownTariff }),
      )}
    </fieldset>
    ${abroad && tariffs.length === 0 && !terms.ownTariff && !terms.from
      ? nothing
      : html`<label class="stacked">
          <span>${words.from}</span>
          <select id="terms-from" @change=${(event: Event) => set({ from: valueOf(event) })}>
            ${option('', words.choose, terms.from)}
            ${(choices?.prefectures ?? []).map(({ id, name }) => option(id, name, terms.from))}
          </select>
        </label>`}
    <label class="stacked">
      <span>${words.basisOf}</span>
      <select
        id="terms-basis"
        @change=${(event: Event) => set({ basis: valueOf(event) as OwnTerms['basis'] })}
      >
        ${option('', words.bases.auto, terms.basis)}
        ${option('cost', words.bases.cost, terms.basis)}
        ${option('charge', words.bases.charge, terms.basis)}
      </select>
    </label>
    <label class="stacked">
      <span>${words.keepOf}</span>
      <select
        id="terms-keep"
        @change=${(event: Event) => set({ keep: valueOf(event) as OwnTerms['keep'] })}
      >
        ${option('dearest', words.keeps.dearest, terms.keep)}
        ${option('cheapest', words.keeps.cheapest, terms.keep)}
        ${option('first', words.keeps.first, terms.keep)}
      </select>
    </label>
    <fieldset>
      <legend>${words.skus}</legend>
      ${table('sku-table', words.skus, words.skusHint, terms.skus, words, (skus) => set({ skus }))}
    </fieldset>
    <p class="faint">${words.remembered}</p>
  </form>`;
}

function table(
  id: string,
  name: string,
  hint: string,
  given: OwnTable | null,
  words: Scene['speech']['words']['combine'],
  set: (table: OwnTable | null) => void,
): Drawn {
  const picked = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) void decoded(file).then((text) => set({ name: marked(file.name), text }));
    input.value = ''; // the same file again is a change too
  };
  return html`<div class="own-table">
    <label class="button">
      <input type="file" id=${id} class="unseen" accept=".csv,.tsv,.txt,.json" @change=${picked} />
      ${given ? given.name : name}…
    </label>
    ${given
      ? html`<button
          type="button"
          class="quiet remove-${id}"
          aria-label=${`${words.remove}: ${given.name}`}
          @click=${() => set(null)}
        >
          ${words.remove}
        </button>`
      : nothing}
    <span class="faint">${hint}</span>
  </div>`;
}
