// What can be done with all chosen orders at once. It stands above the list as long as any
// are chosen, and stays in sight.

import { html, nothing } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { Target } from '../desk/outbox';
import { valueOf } from './option';
import type { Drawn, Scene } from './scene';

export function bulkBar(scene: Scene): Drawn {
  const { speech, outbox, list, drafts, act } = scene;
  const { chosen } = outbox;
  if (chosen.size === 0) return nothing;
  const { bulk: words, outbox: outboxWords, journal } = speech.words;
  const taken = () => {
    const text = drafts.get('bulk')?.trim() ?? '';
    drafts.delete('bulk');
    return text;
  };
  const total = list.page?.total ?? 0;
  const button = (id: string, text: string, press: () => void, kind = '') =>
    html`<button type="button" id="bulk-${id}" class=${kind} @click=${press}>${text}</button>`;
  return html`<section class="bulk" id="bulk" aria-label=${words.title}>
    <b role="status">${speech.count(outboxWords.chosen, chosen.size)}</b>
    ${total > chosen.size
      ? button('all', speech.fill(words.all, { n: total }), () => act.chooseFiltered(), 'quiet')
      : nothing}
    ${button('none', outboxWords.none, () => void outbox.choose([...chosen], false), 'quiet')}
    ${button('done', words.done, () => void act.markChosen())}
    ${leaving(scene).map(([id, text, target]) => button(id, text, () => act.leaveAs(target)))}
    <form class="own-marks" autocomplete="off" @submit=${(e: Event) => e.preventDefault()}>
      <input
        type="text"
        id="bulk-words"
        maxlength="200"
        aria-label=${journal.ownWords}
        placeholder=${journal.ownWords}
        .value=${live(drafts.get('bulk') ?? '')}
        @input=${(event: Event) => void drafts.set('bulk', valueOf(event))}
      />
      ${button('hold', journal.hold, () => act.holdChosen(taken()))}
      ${button('note', journal.note, () => {
        const text = taken();
        if (text) act.noteChosen(text);
      })}
    </form>
  </section>`;
}

// A label file of the carrier that was used last, slips, the confirmation.
function leaving({ speech, desk, outbox }: Scene): [id: string, text: string, target: Target][] {
  const named = (target: string) => desk.exports.find((each) => each.kind === target)?.name;
  const { carrier } = outbox;
  const label = carrier && named(carrier);
  const confirmation = named('shipping-confirmation');
  return [
    ...(carrier && label ? [['label', label, carrier] as [string, string, Target]] : []),
    ['slips', speech.words.outbox.papers.slips, 'slips'],
    ...(confirmation
      ? [['confirmation', confirmation, 'shipping-confirmation'] as [string, string, Target]]
      : []),
  ];
}
