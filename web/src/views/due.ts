// A deadline in words: how near, and the moment in the marketplace's time.

import { html } from 'lit/html.js';
import { formatMoment, formatNearness } from '../format/when';
import type { Drawn, Scene } from './scene';

export function dueTime({ speech, desk }: Scene, due: string | null): Drawn {
  const { summary } = desk;
  if (!due || !summary) return html`<span class="faint">${speech.words.list.noDeadline}</span>`;
  const zone = summary.policy.zone;
  return html`<time datetime=${due}>
    <b class="near">${formatNearness(speech.language, due, zone, summary.now)}</b>
    <span class="moment">${formatMoment(speech.language, due, zone, summary.now)}</span>
  </time>`;
}
