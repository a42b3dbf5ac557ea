// The bar at the top: what this is, the moment the orders are judged at, language
// and appearance.

import { html, nothing } from 'lit/html.js';
import type { Language } from '../../../wasm/parcelwise';
import { languageNames } from '../catalogue/speech';
import { isoWithOffset, localMinute } from '../desk/clock';
import { languages, themes, type Theme } from '../desk/settings';
import { formatMoment, formatOwnTime, ownZone, zoneName } from '../format/when';
import { helpButton } from './first_order';
import { icon } from './icon';
import { option, valueOf } from './option';
import type { Drawn, Scene } from './scene';

export function header(scene: Scene): Drawn {
  const { speech, state, act } = scene;
  const words = speech.words;
  return html`<header class="bar">
    <a class="skip" href="#list" @click=${toList}>${words.skip}</a>
    <div class="brand">
      <h1>${icon('parcel')}<span translate="no">Parcelwise</span></h1>
      <p>${words.tagline}</p>
    </div>
    ${clockButton(scene)} ${helpButton(scene)}
    <div class="settings">
      <label>
        <span class="unseen">${words.language}</span>
        <select id="language" @change=${(e: Event) => act.setLanguage(valueOf(e) as Language)}>
          ${languages.map((each) => option(each, languageNames[each], speech.language))}
        </select>
      </label>
      <label>
        <span class="unseen">${words.theme}</span>
        <select id="theme" @change=${(e: Event) => act.setTheme(valueOf(e) as Theme)}>
          ${themes.map((each) => option(each, words.themes[each], state.theme))}
        </select>
      </label>
    </div>
    ${state.settingClock ? clockSetter(scene) : nothing}
  </header>`;
}

// A click alone would put "#list" into the address, where a set time may stand.
function toList(event: Event): void {
  event.preventDefault();
  document.getElementById('list')?.focus();
}

function clockButton({ speech, desk, clock, state, act }: Scene): Drawn {
  const { words, language } = speech;
  const zone = desk.summary?.policy.zone ?? ownZone;
  const now = desk.summary?.now ?? clock.now;
  // Its setter shows this machine's.
  const elsewhere = formatOwnTime(language, now, zone, now);
  const place = elsewhere ? ` (${zoneName(language, zone)})` : '';
  const time = formatMoment(language, now, zone, now) + place;
  return html`<button
    type="button"
    id="open-clock"
    class="quiet clock ${clock.set ? 'set' : ''}"
    aria-expanded=${state.settingClock}
    title=${words.clock.change}
    @click=${() => act.set({ settingClock: !state.settingClock })}
  >
    ${icon('clock')}<span>${speech.fill(words.clock.asOf, { time })}</span>
    ${clock.set ? html`<span class="tag">${words.clock.fixed}</span>` : nothing}
  </button>`;
}

function clockSetter({ speech, clock, act }: Scene): Drawn {
  const { clock: words } = speech.words;
  const set = (event: Event) => {
    const date = new Date(valueOf(event));
    if (!Number.isNaN(date.getTime())) act.fixClock(isoWithOffset(date));
  };
  return html`<div class="clock-setter">
    <label>
      ${words.label}
      <input
        type="datetime-local"
        id="clock"
        .value=${localMinute(new Date(clock.now))}
        @change=${set}
      />
    </label>
    <button type="button" @click=${() => act.fixClock('')} ?disabled=${!clock.set}>
      ${words.back}
    </button>
  </div>`;
}
