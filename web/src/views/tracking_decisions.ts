// What the seller decides about tracking numbers: which proposals count, and which units
// of an order each of its numbers is for.

import { html, nothing } from 'lit/html.js';
import type { TrackingProposal, TrackingQuestion } from '../../../wasm/parcelwise';
import type { UnitsOfNumber } from '../desk/tracking';
import type { Drawn, Scene } from './scene';

const proposalsShown = 200;

// Rows that name no order of ours but fit one: looked at, and taken all at once.
export function proposals({ speech, tracking, act }: Scene): Drawn {
  const { summary } = tracking;
  if (!summary || summary.proposed_total === 0) return nothing;
  const words = speech.words.tracking;
  const row = (one: TrackingProposal) =>
    html`<tr>
      <th scope="row">${one.order_id}</th>
      <td><code>${one.number}</code></td>
      <td>${one.name}</td>
      <td>
        ${one.by === 'name' ? html`<span class="faint">${words.nameOnly}</span>` : one.postal_code}
      </td>
      <td>${speech.fill(speech.words.order.sourceRow, { file: one.file, row: one.row })}</td>
    </tr>`;
  return html`<section class="tracking-proposals" aria-label=${words.proposed}>
    <h3>${words.proposed} (${speech.number(summary.proposed_total)})</h3>
    <p class="faint">${words.proposedLead}</p>
    <div class="table-frame" tabindex="0" role="group" aria-label=${words.proposed}>
      <table class="row-notes">
        <thead>
          <tr>
            ${[
              words.orderColumn,
              words.numberOf,
              words.recipient,
              words.postalCode,
              speech.words.rejects.row,
            ].map((text) => html`<th scope="col">${text}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${summary.proposed.slice(0, proposalsShown).map(row)}
        </tbody>
      </table>
    </div>
    <button
      type="button"
      class="main"
      id="accept-proposed"
      @click=${() => void act.acceptProposed()}
    >
      ${speech.count(words.accept, summary.proposed.length)}
    </button>
  </section>`;
}

// Several numbers for one order: one of them for all of it, or each for some units.
export function questions(scene: Scene): Drawn {
  const asked = scene.tracking.summary?.questions ?? [];
  if (asked.length === 0) return nothing;
  const words = scene.speech.words.tracking;
  return html`<section class="tracking-questions" aria-label=${words.several}>
    <h3>${words.several}</h3>
    <p class="faint">${words.severalLead}</p>
    ${asked.map((one) => question(scene, one))}
  </section>`;
}

function question({ speech, act }: Scene, asked: TrackingQuestion): Drawn {
  const words = speech.words.tracking;
  const units = (event: Event): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const given: UnitsOfNumber[] = [...form.querySelectorAll('input')].flatMap((field) =>
      field.valueAsNumber > 0
        ? [
            {
              item: field.dataset['item'] ?? '',
              number: field.dataset['number'] ?? '',
              quantity: field.valueAsNumber,
            },
          ]
        : [],
    );
    if (given.length > 0) void act.unitsOfNumbers(asked.order_id, given);
  };
  return html`<form class="tracking-question" data-order=${asked.order_id} @submit=${units}>
    <h4>${asked.order_id}</h4>
    <div class="ways">
      ${asked.numbers.map(
        (number) =>
          html`<button
            type="button"
            class="only-number"
            @click=${() => void act.onlyNumber(asked.order_id, number)}
          >
            ${speech.fill(words.onlyNumber, { number })}
          </button>`,
      )}
    </div>
    <div class="table-frame" tabindex="0" role="group" aria-label=${asked.order_id}>
      <table class="row-notes">
        <thead>
          <tr>
            <th scope="col">${words.units}</th>
            ${asked.numbers.map((number) => html`<th scope="col"><code>${number}</code></th>`)}
          </tr>
        </thead>
        <tbody>
          ${asked.lines.map(
            (line) =>
              html`<tr>
                <th scope="row">
                  <span class="product">${line.product || line.sku}</span>
                  <span class="faint">${speech.number(line.units)}</span>
                </th>
                ${asked.numbers.map(
                  (number) =>
                    html`<td>
                      <input
                        type="number"
                        min="0"
                        max=${line.units}
                        step="1"
                        aria-label=${speech.fill(words.unitsOf, {
                          product: line.product || line.sku,
                          number,
                        })}
                        data-item=${line.order_item_id}
                        data-number=${number}
                      />
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <button type="submit" class="main">${words.takeUnits}</button>
  </form>`;
}
