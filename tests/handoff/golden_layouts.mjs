// The layouts that come with the program as golden files: made-up orders of each
// country, the shop that sends them, and what each layout's file is read back by.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { NOW } from '../golden/reports.mjs';

const COLUMNS =
  'order-id order-item-id purchase-date promise-date buyer-email sku product-name ' +
  'quantity-purchased quantity-shipped quantity-to-ship recipient-name ship-address-1 ' +
  'ship-address-2 ship-address-3 ship-city ship-state ship-postal-code ship-country ' +
  'ship-phone-number payment-method cod-collectible-amount sales-channel';

// A row of a Japanese order.
export const toTokyo = (more) => ({
  'recipient-name': '試験 一郎',
  'ship-address-1': '江東区豊洲1-2-27',
  'ship-state': '東京都',
  'ship-postal-code': '135-0061',
  'ship-country': 'JP',
  'ship-phone-number': '03-0000-1999',
  'sales-channel': 'Amazon.co.jp',
  ...more,
});

// A report of these orders; what a row does not say is made up.
export function report(rows) {
  const names = COLUMNS.split(' ');
  const lines = rows.map((row) => {
    const cells = {
      'order-item-id': '12345678901234',
      'purchase-date': '2026-11-18T09:00:00+00:00',
      'promise-date': '2026-11-24T23:59:59+00:00',
      'buyer-email': 'a1b2@marketplace.amazon.example',
      sku: 'TEA-01',
      'product-name': 'Green tea',
      'quantity-purchased': '1',
      'quantity-shipped': '0',
      'quantity-to-ship': '1',
      ...row,
    };
    for (const name of Object.keys(cells)) if (!names.includes(name)) throw new Error(name);
    return names.map((name) => cells[name] ?? '').join('\t');
  });
  return [names.join('\t'), ...lines].join('\r\n') + '\r\n';
}

const person = (n, channel, name, lines, city, state, code, country, phone, more = {}) => ({
  'order-id': `${country === 'US' ? '112' : '026'}-${String(1000000 + n)}-7654321`,
  'recipient-name': name,
  ...Object.fromEntries(lines.map((line, i) => [`ship-address-${i + 1}`, line])),
  'ship-city': city,
  'ship-state': state,
  'ship-postal-code': code,
  'ship-country': country,
  'ship-phone-number': phone,
  'sales-channel': channel,
  ...more,
});

const UK = 'Amazon.co.uk';
const AU = 'Amazon.com.au';
const US = 'Amazon.com';
const DE = 'Amazon.de';
const IT = 'Amazon.it';
export const PEOPLE = {
  GB: [
    person(
      1,
      UK,
      'Ann Example',
      ['12 High Street'],
      'London',
      '',
      'W1A 1AA',
      'GB',
      '+44 7700 900123',
    ),
    person(
      2,
      UK,
      'Bob "Rob" O’Test',
      ['Flat 2, Rose House', '7 Mill Lane'],
      'Leeds',
      'West Yorkshire',
      'LS1 1AA',
      'GB',
      '07700 900124',
    ),
  ],
  AU: [
    person(
      3,
      AU,
      'Kim Sample',
      ['5 Beach Rd'],
      'Geelong',
      'Victoria',
      '3220',
      'AU',
      '+61 412 345 678',
    ),
    person(
      4,
      AU,
      'Lee Trial',
      ['Unit 3, 9 Hill St'],
      'Hobart',
      'TAS',
      '7000',
      'AU',
      '0412 345 679',
    ),
  ],
  US: [
    person(
      5,
      US,
      'Pat Specimen',
      ['1 Main St, Apt 4'],
      'Springfield',
      'IL',
      '62701',
      'US',
      '+1 217-555-0100 ext. 34455',
    ),
    person(6, US, 'Sam Model', ['22 Elm Ave', 'Suite 8'], 'Boston', 'MA', '02108', 'US', '', {
      sku: 'TEA-02',
      'quantity-purchased': '3',
      'quantity-to-ship': '3',
    }),
  ],
  DE: [
    person(7, DE, 'Jörg Muster', ['Hauptstraße 12 a'], 'Köln', '', '01067', 'DE', '+49 30 123456'),
    person(8, DE, 'Eva Probe', ['Beispiel; GmbH', 'Am Markt 3'], 'Wien', '', '1010', 'AT', ''),
  ],
  IT: [
    person(
      9,
      IT,
      'Lucia Esempio',
      ['Via Roma 1', 'Scala B'],
      'Milano',
      'Milano',
      '20121',
      'IT',
      '+39 333 1234567',
    ),
    person(
      10,
      IT,
      'Studio Legale Associato Prova e Modello di Esempio',
      ['Corso Vittorio Emanuele II 1234, Palazzo Nuovo'],
      'Torino',
      'TO',
      '10121',
      'IT',
      '011 1234567',
    ),
  ],
};

export const SHOP = {
  sender: {
    name: 'Toyosu Tea',
    phone: '03-0000-1999',
    postal_code: '04109',
    address: '1 Harbour Way',
    building: 'Floor 3',
  },
  goods: 'Tea',
  carriers: {
    'ups-batch': { weight: '2.5', unit: 'LB', service: '03' },
    'royal-mail-click-and-drop': { service: 'TOLP24', format: 'small parcel', weight: '0.75' },
    evri: { weight: '0.8', service: 'Next Day' },
    'evri-18': { weight: '0.8', service: 'Next Day' },
    'mypost-business': { sender_suburb: 'Melbourne', sender_state: 'VIC', weight: '0.8' },
    eparcel: { charge_code: '7D55', weight: '0.8' },
    internetmarke: { sender_street: 'Hafenstr.', sender_number: '1', sender_city: 'Leipzig' },
    'brt-easysped': { customer_code: '0123456', weight: '2' },
    'pirate-ship': { weight_oz: '12' },
  },
};

// `rows`: before the orders'; `id`: the column that names the order.
export const LAYOUTS = [
  ['ups-batch', 'US', { delimiter: ',', rows: 0, columns: 80, id: 32 }],
  ['royal-mail-click-and-drop', 'GB', { delimiter: ',', rows: 1, columns: 14, id: 0 }],
  ['evri', 'GB', { delimiter: ',', rows: 1, columns: 17, id: 11 }],
  ['evri-18', 'GB', { delimiter: ',', rows: 1, columns: 18, id: 11 }],
  ['mypost-business', 'AU', { delimiter: ',', rows: 1, columns: 34, id: 0 }],
  ['eparcel', 'AU', { delimiter: ',', rows: 2, columns: 25, id: 15 }],
  ['internetmarke', 'DE', { delimiter: ';', rows: 2, columns: 8, encoding: 'windows-1252' }],
  ['brt-easysped', 'IT', { delimiter: ';', rows: 1, columns: 30, id: 29, short: true }],
  ['pirate-ship', 'US', { delimiter: ',', rows: 1, columns: 17, id: 0 }],
].map(([layout, country, more]) => ({
  layout,
  people: PEOPLE[country],
  country,
  ...more,
  path: new URL(`golden/${layout}.csv`, import.meta.url).pathname,
}));

// The command's arguments; what it reads is written into `folder`.
export function layout_arguments(
  { layout, people, shop = SHOP, language = 'en' },
  out,
  folder,
  ...values
) {
  const file = join(folder, 'layout-orders.txt');
  writeFileSync(file, report(people));
  const settings = join(folder, 'layout-shop.json');
  writeFileSync(settings, JSON.stringify(shop));
  const asked = ['export', 'carrier', '--layout', layout, '--now', NOW, '--language', language];
  return [...asked, file, '--shop', settings, '-o', out, ...values];
}
