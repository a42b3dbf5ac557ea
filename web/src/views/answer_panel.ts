// The answer to a buyer, in the order's place: what the buyer says, in the buyer's own
// words; then what follows from it as the core sees it, and what only the seller knows.

import { html, nothing } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { Answer, AnswerAsk, SellerInput } from '../../../wasm/parcelwise';
import { isoWithOffset, localMinute } from '../desk/clock';
import type { Inquiry } from '../desk/inquiry';
import { formatMoney } from '../format/money';
import { followUp, historyOf } from './case_table';
import { dueTime } from './due';
import { proposedCases } from './find_result';
import { icon } from './icon';
import { letter } from './letter';
import { valueOf } from './option';
import { partsTable } from './refund_outcome';
import { backButton, panelFrame } from './panel_frame';
import type { Drawn, Scene } from './scene';

export function answerPanel(scene: Scene, inquiry: Inquiry): Drawn {
  const { speech, act } = scene;
  const { answer: words } = speech.words;
  const title = inquiry.order
    ? speech.fill(words.title, { order: inquiry.order })
    : words.titleWithout;
  return panelFrame(scene, {
    name: 'answer',
    title,
    before: backButton('answer', words.back, () => act.closeAnswer()),
    content: inquiry.case
      ? outcome(scene, inquiry)
      : html`${cases(scene, inquiry)} ${historyOf(scene, inquiry.order)}`,
  });
}

// What leads here from the head of an order.
export function answerButton({ speech, list, act }: Scene): Drawn {
  const order = list.detail;
  if (!order) return nothing;
  return html`<button type="button" id="open-answer" @click=${() => act.openAnswer(order.order_id)}>
    ${speech.words.answer.open}
  </button>`;
}

// What no buyer asks.
const sellersOwn: readonly string[] = [
  'returned-undeliverable',
  'items-unavailable',
  'contact-buyer',
  'no-reply',
];

function cases(scene: Scene, inquiry: Inquiry): Drawn {
  const { speech, desk, finder, list, act } = scene;
  const words = speech.words.answer;
  const policies = desk.summary?.policies;
  const own = policies?.filter(({ id }) => inquiry.order && id === list.detail?.policy);
  const fitting = desk.cases.filter(
    (each) =>
      (inquiry.order || !each.needs_order) && !desk.lacks(each.case, own?.length ? own : policies),
  );
  const { found } = finder;
  // Of the message that led to this order.
  const about = found?.orders.some((each) => each.order_id === inquiry.order) || !inquiry.order;
  const proposed = ((about && found?.proposed) || []).filter(({ case: id }) =>
    fitting.some((each) => each.case === id),
  );
  const offered = (title: string, own: boolean) => {
    const these = fitting.filter((each) => sellersOwn.includes(each.case) === own);
    if (these.length === 0) return nothing;
    return html`<h3>${title}</h3>
      ${own ? nothing : proposedCases(scene, proposed, (id) => act.ask(id))}
      <ul class="says" aria-label=${title}>
        ${these.map(
          ({ case: id, name }) =>
            html`<li>
              <button type="button" data-case=${id} @click=${() => act.ask(id)}>${name}</button>
            </li>`,
        )}
      </ul>`;
  };
  return html`${offered(words.says, false)} ${offered(words.tells, true)}`;
}

function outcome(scene: Scene, inquiry: Inquiry): Drawn {
  const { speech, desk, act } = scene;
  const { answer: words, order } = speech.words;
  const { answer, failure } = inquiry;
  const name = desk.cases.find((each) => each.case === inquiry.case)?.name ?? '';
  return html`<p class="chosen-case">
      <span>${name}</span>
      <button type="button" id="other-case" class="link" @click=${() => act.ask(undefined)}>
        ${words.another}
      </button>
    </p>
    ${failure
      ? html`<p class="bad" id="answer-error" role="alert">
          ${icon('warning')} ${failure.message}
        </p>`
      : nothing}
    ${unread(scene, inquiry)}
    ${answer
      ? html`${verdict(scene, answer)} ${against(scene, answer)} ${asks(inquiry)}
        ${list(words.todo, answer.do, 'steps')} ${list(words.not, answer.do_not, 'not')}
        ${deadlines(scene, inquiry, answer)} ${money(scene, answer)}
        ${letter(scene, inquiry, answer)} ${followUp(scene, answer)}
        ${answer.source_text
          ? html`<p class="source">
              <b>${order.source} ${answer.source.join(', ')}</b> ${answer.source_text}
            </p>`
          : nothing}`
      : failure
        ? nothing
        : html`<p class="faint">${order.loading}</p>`}`;
}

// A list of prices may lack what could not be read, and so may all that is known of an
// order, until the seller has looked it up.
function unread({ speech, list: { detail } }: Scene, inquiry: Inquiry): Drawn {
  const rows = detail?.order_id === inquiry.order ? detail.unread.length : 0;
  const listed = inquiry.case === 'price-breakdown' && rows > 0;
  if (!listed && !inquiry.failure?.unread && !inquiry.acceptUnread) return nothing;
  return html`<label class="check">
    <input
      type="checkbox"
      id="answer-unread"
      .checked=${inquiry.acceptUnread}
      @change=${() => void inquiry.accept(!inquiry.acceptUnread)}
    />
    ${speech.words.order.acceptUnread}
  </label>`;
}

function verdict({ speech, desk, act }: Scene, answer: Answer): Drawn {
  const words = speech.words.answer;
  const nearest = desk.cases.find((each) => each.case === answer.nearest);
  return html`<div class="verdict ${answer.fits ? '' : 'misfit'}" role="status">
    <p id="verdict">${answer.fits ? nothing : icon('warning')} ${answer.verdict}</p>
    ${nearest
      ? html`<button type="button" id="nearest" @click=${() => act.ask(nearest.case)}>
          ${speech.fill(words.rather, { case: nearest.name })}
        </button>`
      : nothing}
  </div>`;
}

// Beside a reason stand the orders it is true of, unless it is true of all.
function against({ speech }: Scene, { against: reasons }: Answer): Drawn {
  const texts = reasons.map(({ text, orders }) => html`${text} <code>${orders.join(', ')}</code>`);
  return list(speech.words.combine.against, texts, 'against');
}

function asks(inquiry: Inquiry): Drawn {
  const shown = inquiry.asked.filter((each) => each.kind !== 'text');
  return html`${shown.map((ask) => question(inquiry, ask))}`;
}

function question(inquiry: Inquiry, { id, kind, question, choices }: AnswerAsk): Drawn {
  const given = inquiry.given[id];
  const several = kind === 'lines';
  const chosen = (value: boolean | string) =>
    Array.isArray(given) ? given.includes(value) : given === value;
  const choose = (value: boolean | string, on: boolean) => {
    const others = Array.isArray(given) ? given.filter((each) => each !== value) : [];
    const now = several ? (on ? [...others, value] : others) : value;
    void inquiry.give(id, now as SellerInput[typeof id]);
  };
  return html`<fieldset class="ask" data-ask=${id}>
    <legend>${question}</legend>
    ${choices.map(
      ({ value, name }) =>
        html`<label class="tick">
          <input
            type=${several ? 'checkbox' : 'radio'}
            name="ask-${id}"
            value=${String(value)}
            .checked=${live(chosen(value))}
            @change=${(event: Event) => choose(value, (event.target as HTMLInputElement).checked)}
          />
          <span>${name}</span>
        </label>`,
    )}
  </fieldset>`;
}

function list(title: string, texts: readonly (string | Drawn)[], kind: string): Drawn {
  if (texts.length === 0) return nothing;
  return html`<h3>${title}</h3>
    <ul class=${kind}>
      ${texts.map((each) => html`<li>${each}</li>`)}
    </ul>`;
}

// Those that run from the buyer's message.
const answerBy = /answer-by$/;

function deadlines(scene: Scene, inquiry: Inquiry, { deadlines }: Answer): Drawn {
  const { answer: words } = scene.speech.words;
  if (deadlines.length === 0) return nothing;
  return html`<h3>${words.deadlines}</h3>
    <dl class="until">
      ${deadlines.map(
        ({ what, at, past }) =>
          html`<div class=${past ? 'past' : ''}>
            <dt>${what}</dt>
            <dd>${dueTime(scene, at)}</dd>
          </div>`,
      )}
    </dl>
    ${deadlines.some(({ id }) => answerBy.test(id)) ? wrote(scene, inquiry) : nothing}`;
}

function wrote({ speech, clock }: Scene, inquiry: Inquiry): Drawn {
  const set = (event: Event) => {
    const date = new Date(valueOf(event));
    if (!Number.isNaN(date.getTime())) void inquiry.give('wrote', isoWithOffset(date));
  };
  return html`<label class="wrote">
    ${speech.words.answer.wrote}
    <input
      type="datetime-local"
      id="wrote"
      .value=${localMinute(new Date(inquiry.given.wrote || clock.now))}
      @change=${set}
    />
  </label>`;
}

function money(scene: Scene, { refund, breakdown }: Answer): Drawn {
  const { speech, list, act } = scene;
  const { answer: words, refund: refundWords } = speech.words;
  const order = list.detail;
  return html`${breakdown
    ? partsTable(scene, {
        title: refundWords.charged,
        lines: breakdown.lines,
        product: ({ product, sku }) => product || sku,
        sums: breakdown.sums,
      })
    : nothing}
  ${refund && order
    ? html`<p>
        <button
          type="button"
          id="answer-refund"
          @click=${() => act.openRefund(order, refund.request)}
        >
          ${speech.fill(words.refund, { money: formatMoney(speech.language, refund.total) })}
        </button>
      </p>`
    : nothing}`;
}
