// Which columns of a report tell where a buyer lives or how to reach them. They are
// covered until asked for: a seller's screen is often seen by others. Once the rule
// personal-data says that all of it should go, names go with it, and stay covered.

import type { OrderDetail, Row } from '../../../wasm/parcelwise';

const personal = [
  /phone/,
  /address-\d/,
  /address-field/,
  /postal-code/,
  /^bill-/,
  /^cpf$/,
  /buyer-identification|citizen/,
  /tax-registration/,
  /gift-message/,
  /delivery-instructions/,
];

const names = /^(recipient|buyer|purchaser)|e-?mail/;

export function isPersonal(column: string, pastRetention: boolean): boolean {
  const folded = column.toLowerCase();
  return personal.some((each) => each.test(folded)) || (pastRetention && names.test(folded));
}

const rule = 'personal-data';

export function isPastRetention(order: OrderDetail | Row): boolean {
  return 'actions' in order
    ? order.actions.some((each) => each.rule === rule)
    : order.rule === rule || order.also.includes(rule);
}
