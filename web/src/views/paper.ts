// What is about to be printed, in a place of its own: on the screen it is out of sight,
// on paper nothing else is. Each format has its size of page in paper.css; a roll is cut
// behind each article.

import { html, nothing } from 'lit/html.js';
import type { Format } from '../desk/outbox';
import { addressSheet, pickList } from './paper_lists';
import { packingSlip } from './paper_slip';
import type { Drawn, Scene } from './scene';

const millimetre = 96 / 25.4; // in CSS pixels
const margins = 6; // of a page of the roll, in millimetres, above and below together
const slack = 1;

// A page of its own height for each article on the roll, once they are drawn.
export function cutRoll(paper: Element): void {
  const rules = [...paper.children].map((each, i) => {
    const tall = Math.ceil(each.getBoundingClientRect().height / millimetre) + margins + slack;
    return `@page roll-${i} { size: 62mm ${tall}mm; margin: 3mm 2mm }
      .roll > :nth-child(${i + 1}) { page: roll-${i} }`;
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules.join('\n'));
  document.adoptedStyleSheets = [sheet];
}

// US Letter is laid out as A4 is.
function classes(format: Format): string {
  return format.startsWith('letter') ? `${format.replace('letter', 'a4')} ${format}` : format;
}

export function paperOf(scene: Scene): Drawn {
  const { paper: job } = scene.state;
  if (!job) return nothing;
  return html`<div id="paper" class="paper of-${job.paper} ${classes(job.format)}">
    ${job.paper === 'slips'
      ? job.slips.slips.map((slip) => packingSlip(scene, slip))
      : job.paper === 'picking'
        ? pickList(scene, job.slips)
        : addressSheet(scene, job.slips)}
  </div>`;
}
