// By which service each order leaves at the least price: of one order in its panel, of all
// together above the files, from where each service's orders go on to their carrier's file.

import { html, nothing } from 'lit/html.js';
import type { OrderDetail } from '../../../wasm/parcelwise';
import { formatMoney } from '../format/money';
import type { Drawn, Scene } from './scene';

export function orderServices({ speech }: Scene, { services: found }: OrderDetail): Drawn {
  if (!found) return nothing;
  const words = speech.words.services;
  const { services, missing } = found;
  return html`<div class="services" id="order-services">
    <h4>${words.ofOrder}</h4>
    ${missing.map((text) => html`<p class="faint">${text}</p>`)}
    ${services.length > 0
      ? html`<ul>
          ${services.map(
            ({ name, price, valid_from: date, list_price: listed }) =>
              html`<li>
                ${name} <b class="money">${formatMoney(speech.language, price)}</b>
                ${listed
                  ? html`<span class="faint">${speech.fill(words.listPrice, { date })}</span>`
                  : nothing}
              </li>`,
          )}
        </ul>`
      : nothing}
  </div>`;
}

export function servicesList({ speech, outbox, act }: Scene): Drawn {
  const words = speech.words.services;
  const { services, servicesFailure } = outbox;
  const money = (amount: Parameters<typeof formatMoney>[1]) => formatMoney(speech.language, amount);
  return html`<div class="services" id="services">
    <div class="ways">
      <button type="button" id="find-services" @click=${() => void outbox.findServices()}>
        ${words.find}
      </button>
      ${servicesFailure
        ? html`<span class="faint" role="alert">${servicesFailure.message}</span>
            <button type="button" id="services-terms" @click=${() => act.showTerms()}>
              ${words.toTerms}
            </button>`
        : nothing}
    </div>
    ${services
      ? html`<ul>
            ${services.by_service.map(
              (one) =>
                html`<li>
                  <span>${one.name}</span>
                  <span>${speech.count(words.orders, one.orders.length)}</span>
                  <b class="money">${money(one.total)}</b>
                  <button type="button" class="by-service" @click=${() => act.leaveBy(one)}>
                    ${words.choose}
                  </button>
                </li>`,
            )}
          </ul>
          <p class="faint">
            ${speech.fill(words.total, { total: money(services.total) })}
            ${services.without > 0 ? speech.count(words.without, services.without) : nothing}
          </p>`
      : nothing}
  </div>`;
}
