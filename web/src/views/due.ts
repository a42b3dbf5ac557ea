// A deadline in words: how near, and the moment in the marketplace's time.

import { html, nothing } from 'lit/html.js';
import type { CheckSummary } from '../../../wasm/parcelwise';
import { formatMoment, formatNearness, zoneName, zoneOf } from '../format/when';
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
  const { language } = speech;
  const zone = zoneAt(summary, due);
  const moment = formatMoment(language, due, zone, summary.now);
  // The clock on top is another zone's: it may be another day there.
  const elsewhere = moment !== formatMoment(language, due, summary.policy.zone, summary.now);
  return html`<time datetime=${due}>
    <b class="near">${formatNearness(language, due, zone, summary.now)}</b>
    <span class="moment">${moment}${elsewhere ? ` (${zoneName(language, zone)})` : nothing}</span>
  </time>`;
}
