// A deadline in words: how near, and the moment in the marketplace's time.

import { html } from 'lit/html.js';
import type { CheckSummary } from '../../../wasm/parcelwise';
import { formatMoment, formatNearness, zoneOf } from '../format/when';
import type { Drawn, Scene } from './scene';

// The zone of an order's marketplace.
export function zoneOfPolicy({ policy, policies }: CheckSummary, id: string): string {
  return policies.find((each) => each.id === id)?.zone ?? policy.zone;
}

// The marketplace's zone that a moment is told in; most are of the main one.
export function zoneAt({ policy, policies }: CheckSummary, iso: string): string {
  return zoneOf(iso, [policy.zone, ...policies.map(({ zone }) => zone)]);
}

export function dueTime({ speech, desk }: Scene, due: string | null): Drawn {
  const { summary } = desk;
  if (!due || !summary) return html`<span class="faint">${speech.words.list.noDeadline}</span>`;
  const zone = zoneAt(summary, due);
  return html`<time datetime=${due}>
    <b class="near">${formatNearness(speech.language, due, zone, summary.now)}</b>
    <span class="moment">${formatMoment(speech.language, due, zone, summary.now)}</span>
  </time>`;
}
