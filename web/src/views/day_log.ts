// The log of the day: what was done with orders on this machine, newest first, each to be
// taken back where that means something; read, and saved as a table.

import { html, nothing } from 'lit/html.js';
import type { JournalEvent } from '../../../wasm/parcelwise';
import { formatTime, ownZone } from '../format/when';
import type { Drawn, Scene } from './scene';

const takenBackHere: readonly JournalEvent['what'][] = [
  'carrier-file',
  'confirmation-file',
  'cancellation-file',
  'refund-file',
  'hold',
  'note',
];
const shownMost = 200;

export function dayLog(scene: Scene): Drawn {
  const { speech, journal, desk, clock, act } = scene;
  const words = speech.words.journal;
  const entries = journal.day(clock.now);
  if (entries.length === 0) return nothing;
  const zone = desk.summary?.policy.zone ?? ownZone;
  return html`<section class="day-log" aria-labelledby="log-title">
    <h2 id="log-title">${words.log}</h2>
    <button type="button" id="save-log" @click=${() => act.saveLog()}>${words.saveLog}</button>
    <ul>
      ${entries
        .slice(-shownMost)
        .reverse()
        .map(({ event, place, undone }) => {
          const orders = ordersNamed(event);
          return html`<li class=${undone ? 'undone' : ''}>
            <time datetime=${event.at}>${formatTime(speech.language, event.at, zone)}</time>
            <span>${words.events[event.what]}</span>
            ${event.file ? html`<span class="faint">${event.file}</span>` : nothing}
            ${orders.length === 1
              ? html`<span class="order-id">${orders[0]}</span>`
              : orders.length > 1
                ? html`<span>${speech.count(words.orders, orders.length)}</span>`
                : nothing}
            ${event.text ? html`<span class="own-note">${event.text}</span>` : nothing}
            ${takenBackHere.includes(event.what) && !undone
              ? html`<button type="button" class="link" @click=${() => act.takeBack(place)}>
                  ${words.takeBack}
                </button>`
              : nothing}
          </li>`;
        })}
    </ul>
  </section>`;
}

export function ordersNamed({ orders, numbers }: JournalEvent): readonly string[] {
  return Array.isArray(orders) ? orders : Object.keys(numbers ?? {});
}
