// What the search found, with the next step: the order and its deadlines; orders that
// are still pending; or none, and where it was looked for.

import { html, nothing } from 'lit/html.js';
import type { AnswerCaseId, Found, FoundOrder, ProposedCase } from '../../../wasm/parcelwise';
import { formatMoment } from '../format/when';
import { dueTime } from './due';
import { isPastRetention } from './personal_columns';
import type { Drawn, Scene } from './scene';

const fewOrders = 5; // more than these are read better in the list itself

export function findResult(scene: Scene): Drawn {
  const { found, text } = scene.finder;
  const listed = scene.list.page?.total ?? 0;
  if (!found || (found.total === 0 && listed > 0)) return nothing; // half a word
  if (found.total > fewOrders && !text.includes('\n')) return nothing;
  return html`<section
    id="found"
    class="found ${found.outcome}"
    aria-label=${scene.speech.words.find.title}
  >
    <p class="found-verdict" role="status">${found.verdict}</p>
    ${found.orders.slice(0, fewOrders).map((order) => orderFound(scene, order, found.proposed))}
    ${found.next.length > 0 && (found.outcome !== 'here' || found.total > 1)
      ? html`<ul class="steps">
          ${found.next.map((each) => html`<li>${each}</li>`)}
        </ul>`
      : nothing}
    ${found.outcome === 'not-here' ? lookedIn(scene, found) : nothing}
  </section>`;
}

// What the message seems to say, with the words that led there: one press away, and
// never chosen by itself.
export function proposedCases(
  { speech }: Scene,
  proposed: readonly ProposedCase[],
  choose: (buyerSays: AnswerCaseId) => void,
): Drawn {
  const words = speech.words.find;
  if (proposed.length === 0) return nothing;
  return html`<p class="proposed">${words.proposed}</p>
    <ul class="says proposed">
      ${proposed.map(
        ({ case: id, name, words: said }) =>
          html`<li>
            <button type="button" data-proposed=${id} @click=${() => choose(id)}>${name}</button>
            <span class="faint">${speech.fill(words.because, { words: said.join(', ') })}</span>
          </li>`,
      )}
    </ul>`;
}

function orderFound(scene: Scene, order: FoundOrder, proposed: readonly ProposedCase[]): Drawn {
  const { speech, act, list: shown } = scene;
  const { answer, list } = speech.words;
  const { order_id: id } = order;
  const row = shown.page?.rows.find((each) => each.order_id === id);
  const recipient = row && isPastRetention(row) ? list.pastRetention : order.recipient;
  return html`<article>
    <p>
      <button type="button" class="link" data-found=${id} @click=${() => act.choose(id)}>
        ${id}
      </button>
      <b>${order.status_name}</b>
      <span class="person">${recipient}</span>
      <span class="product">
        ${order.product || order.sku}
        ${order.lines > 1 ? speech.count(list.moreLines, order.lines - 1) : nothing}
      </span>
    </p>
    <dl>
      ${order.deadlines.map(
        ({ what, at, past }) =>
          html`<div class=${past ? 'past' : ''}>
            <dt>${what}</dt>
            <dd>${dueTime(scene, at)}</dd>
          </div>`,
      )}
    </dl>
    ${proposedCases(scene, proposed, (buyerSays) => act.openAnswer(id, buyerSays))}
    <button type="button" class="main" data-answer=${id} @click=${() => act.openAnswer(id)}>
      ${answer.open}
    </button>
  </article>`;
}

function lookedIn(scene: Scene, { reports }: Found): Drawn {
  const { speech, desk, act } = scene;
  const { find: words, answer, kinds } = speech.words;
  const { summary } = desk;
  return html`<h3>${words.lookedIn}</h3>
    <ul class="looked-in">
      ${reports.map(({ file, kind, newest }) => {
        const moment =
          newest && summary
            ? formatMoment(speech.language, newest, summary.policy.zone, summary.now)
            : '';
        return html`<li>
          <code>${file}</code> <span class="faint">${kinds[kind]}</span>
          ${moment ? speech.fill(words.newest, { moment }) : nothing}
        </li>`;
      })}
    </ul>
    <button type="button" class="main" data-answer="" @click=${() => act.openAnswer('')}>
      ${answer.openWithout}
    </button>`;
}
