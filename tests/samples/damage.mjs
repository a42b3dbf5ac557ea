// Every kind of dirt that a reader meets, done to one row. Each kind gets the
// row's fields and answers with what stands in the file instead: a list of rows
// (arrays of fields) and raw lines (strings).
import { BAD_BYTE } from './encodings.mjs';

function withField(columns, fields, names, change) {
  const at = names.map((name) => columns.indexOf(name)).find((index) => index >= 0);
  if (at === undefined) return null;
  const changed = [...fields];
  changed[at] = change(changed[at]);
  return changed;
}

const DATES = ['promise-date', 'latest-ship-date', 'purchase-date'];
const QUANTITIES = ['quantity-purchased', 'quantity'];

// null: this report has no column that the damage could be done to.
const one = (names, change) => (columns, fields) => {
  const changed = withField(columns, fields, names, change);
  return changed && [changed];
};

export const DAMAGE = {
  'bad-date': one(DATES, () => '2026-13-45T14:59:59+00:00'),
  'bad-quantity': one(QUANTITIES, () => 'two'),
  'negative-quantity': one(QUANTITIES, () => '-1'),
  'bad-number': one(['item-price', 'cod-collectible-amount'], () => '4,5x0'),
  'excel-item-id': one(['order-item-id'], (id) => `${id[0]}.${id.slice(1, 6)}E+13`),
  'excel-date': one(['purchase-date'], () => '2026/11/10 0:06'),
  'excel-lost-zeros': (columns, fields) => {
    const phone = withField(columns, fields, ['buyer-phone-number', 'ship-phone-number'], (text) =>
      text.replace(/\D/g, '').replace(/^0+/, ''),
    );
    const both = phone && withField(columns, phone, ['ship-postal-code'], () => '600012');
    return both && [both];
  },
  'too-many-fields': (columns, fields) => [[...fields, '', 'extra']],
  'too-few-fields': (columns, fields) => [fields.slice(0, 4)],
  'blank-line': (columns, fields) => ['', fields],
  'repeated-header': (columns, fields) => [columns, fields],
  duplicate: (columns, fields) => [fields, fields],
  'embedded-newline': one(['product-name'], (text) => `${text.slice(0, 6)}\n${text.slice(6)}`),
  'literal-quotes': one(['product-name'], (text) => `"${text}" 15.6"`),
  'bad-byte': one(['product-name'], (text) => `${text.slice(0, 4)}${BAD_BYTE}${text.slice(4)}`),
  'bad-order-id': one(['order-id', 'amazon-order-id'], () => '25O-12-ABC'),
};

export const DAMAGE_KINDS = Object.keys(DAMAGE);
