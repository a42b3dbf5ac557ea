// Buyers' cases: to be kept on the work list from the answer, to be closed there or
// here, and all of them as a table that goes into a file.

import { html, nothing } from 'lit/html.js';
import type { Answer } from '../../../wasm/parcelwise';
import type { Case } from '../desk/store';
import { formatMoment } from '../format/when';
import { dueTime } from './due';
import { icon } from './icon';
import type { Drawn, Scene } from './scene';

export function followUp(scene: Scene, answer: Answer): Drawn {
  const { speech, cases, act } = scene;
  const words = speech.words.cases;
  const { follow_up: next, order_id: order } = answer;
  const waiting = cases.waiting.find(
    (each) => each.order_id === order && each.case === answer.case,
  );
  if (!next && !waiting) return nothing;
  const changed = next && next.due !== waiting?.due;
  return html`<section class="follow-up" aria-labelledby="follow-up-title">
    <h3 id="follow-up-title" tabindex="-1">${words.next}</h3>
    ${waiting ? html`<p>${words.waits} ${dueTime(scene, waiting.due)}</p>` : nothing}
    <div class="ways">
      ${changed
        ? html`<button
            type="button"
            id="keep-case"
            @click=${() =>
              act.editCases(() => cases.keep(answer.case, next, scene.clock.now), words.kept)}
          >
            ${speech.fill(words.keep, { moment: moment(scene, next.due) })}
          </button>`
        : nothing}
      ${waiting ? closer(scene, waiting) : nothing}
    </div>
    <p class="faint">${words.stored}</p>
  </section>`;
}

function closer({ speech, cases, clock, act }: Scene, one: Case): Drawn {
  const { cases: words } = speech.words;
  const description = speech.fill(words.closedNow, { order: one.order_id });
  return html`<button
    type="button"
    class="close-case"
    @click=${() => act.editCases(() => cases.close(one, clock.now), description)}
  >
    ${words.close}
  </button>`;
}

function opener({ speech, cases, act }: Scene, one: Case): Drawn {
  const { cases: words } = speech.words;
  return html`<button
    type="button"
    class="open-again"
    @click=${() => act.editCases(() => cases.openAgain(one), words.kept)}
  >
    ${words.openAgain}
  </button>`;
}

function moment({ speech, desk, clock }: Scene, at: string): string {
  const { policy, now } = desk.summary ?? {};
  return formatMoment(speech.language, at, policy?.zone ?? 'UTC', now ?? clock.now);
}

const nameOf = ({ desk }: Scene, one: Case) =>
  desk.cases.find((each) => each.case === one.case)?.name ?? one.case;

// What was asked of this order before, under the choice of what is asked now.
export function historyOf(scene: Scene, order: string): Drawn {
  const { speech, cases, act } = scene;
  const words = speech.words.cases;
  const all = cases.of(order);
  if (!order || all.length === 0) return nothing;
  return html`<section aria-labelledby="history-title">
    <h3 id="history-title">${words.history}</h3>
    <ul class="history">
      ${all.map(
        (one) =>
          html`<li>
            <button type="button" class="link" @click=${() => act.ask(one.case)}>
              ${nameOf(scene, one)}
            </button>
            ${dates(scene, one)} ${one.closed ? opener(scene, one) : closer(scene, one)}
          </li>`,
      )}
    </ul>
  </section>`;
}

function dates(scene: Scene, one: Case): Drawn {
  const words = scene.speech.words.cases;
  return html`<span class="faint">
    ${words.opened} ${moment(scene, one.opened)} · ${one.closed ? words.closed : words.due}
    ${moment(scene, one.closed ?? one.due)}
  </span>`;
}

// On the order's own panel: what waits, and the way to it.
export function caseNote(scene: Scene): Drawn {
  const { list, cases, act } = scene;
  return html`${cases.waiting
    .filter((each) => each.order_id === list.chosen)
    .map(
      (one) =>
        html`<p class="notice case-note">
          <span>
            <button
              type="button"
              class="link"
              @click=${() => act.openAnswer(one.order_id, one.case)}
            >
              ${nameOf(scene, one)}
            </button>
            ${dates(scene, one)}
          </span>
          ${closer(scene, one)}
        </p>`,
    )}`;
}

export function caseTable(scene: Scene): Drawn {
  const { speech, cases, act } = scene;
  const { views, cases: words, list, plan } = speech.words;
  const button = (id: string, text: string, disabled: boolean, press: () => void) =>
    html`<button type="button" id=${id} ?disabled=${disabled} @click=${press}>${text}</button>`;
  return html`<section class="plan cases" aria-labelledby="cases-title">
    <h2 id="cases-title">${views.cases}</h2>
    <div class="plan-buttons">
      ${button('cases-save', words.save, cases.all.length === 0, () => act.saveCases())}
      ${button('cases-undo', list.undo, !cases.edits.canUndo, () => act.undoCases())}
      ${button('cases-redo', plan.redo, !cases.edits.canRedo, () => act.redoCases())}
    </div>
    <p class="faint">${words.stored}</p>
    ${cases.all.length === 0
      ? html`<p class="none">${words.none}</p>`
      : html`<div class="table-frame" tabindex="0" role="group" aria-labelledby="cases-title">
          <table class="cases-of">
            <thead>
              <tr>
                <th scope="col">${list.columns.order}</th>
                <th scope="col">${words.question}</th>
                <th scope="col">${words.due}</th>
                <th scope="col">${words.opened}</th>
                <th scope="col">${words.closed}</th>
                <td></td>
              </tr>
            </thead>
            <tbody>
              ${[...cases.all].reverse().map((one) => row(scene, one))}
            </tbody>
          </table>
        </div>`}
  </section>`;
}

function row(scene: Scene, one: Case): Drawn {
  const { speech, cases, act } = scene;
  const { cases: words } = speech.words;
  const remove = speech.fill(words.remove, { order: one.order_id });
  return html`<tr class=${one.closed ? 'done' : ''}>
    <th scope="row">
      <button
        type="button"
        class="link open-order"
        @click=${() => act.openAnswer(one.order_id, one.case)}
      >
        ${one.order_id}
      </button>
    </th>
    <td>${nameOf(scene, one)}</td>
    <td data-part=${words.due}>${one.closed ? moment(scene, one.due) : dueTime(scene, one.due)}</td>
    <td data-part=${words.opened}>${moment(scene, one.opened)}</td>
    <td data-part=${words.closed}>${one.closed ? moment(scene, one.closed) : nothing}</td>
    <td class="row-ways">
      ${one.closed ? opener(scene, one) : closer(scene, one)}
      <button
        type="button"
        class="quiet round remove"
        aria-label=${remove}
        title=${remove}
        @click=${() =>
          act.editCases(
            () => cases.remove(one),
            speech.fill(words.removed, { order: one.order_id }),
          )}
      >
        ${icon('close')}
      </button>
    </td>
  </tr>`;
}
