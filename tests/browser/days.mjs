// Simulated days at the desk: a morning's unshipped report, the page opened again at another
// moment, and what its journal has kept.

import { drop, settled, visit } from './visit.mjs';

const columns =
  'order-id order-item-id purchase-date payments-date reporting-date promise-date ' +
  'days-past-promise buyer-email buyer-name sku product-name quantity-purchased ' +
  'quantity-shipped quantity-to-ship recipient-name ship-address-1 ship-state ' +
  'ship-postal-code ship-country ship-phone-number';
export const id = (number) => `250-0000000-${String(number).padStart(7, '0')}`;

// An unshipped report that surely speaks for half past seven of that day.
export function listing(name, day, numbers, quantity = '1') {
  const names = columns.split(' ');
  const rows = numbers.map((number) => {
    const row = {
      'order-id': id(number),
      'order-item-id': `4000000000${number}`,
      'purchase-date': '2026-11-17T10:00:00+09:00',
      'payments-date': '2026-11-17T10:00:00+09:00',
      'reporting-date': `2026-11-${day}T07:30:00+09:00`,
      'promise-date': '2026-11-20T23:59:59+09:00',
      'buyer-email': `a${number}@marketplace.amazon.co.jp`,
      sku: `POT-${number}`,
      'product-name': 'Pot',
      'quantity-purchased': quantity,
      'quantity-shipped': '0',
      'quantity-to-ship': quantity,
      'recipient-name': `Tester ${number}`,
      'ship-address-1': `Shiba 1-17-${number}`,
      'ship-state': 'Tokyo',
      'ship-postal-code': '105-0014',
      'ship-phone-number': '03-1234-5678',
      'ship-country': 'JP',
    };
    return names.map((column) => row[column] ?? '').join('\t');
  });
  return { name, bytes: [names.join('\t'), ...rows].join('\r\n') + '\r\n' };
}

export const monday = '2026-11-18T08:00:00+09:00';
export const tuesday = '2026-11-19T08:00:00+09:00';

export async function loaded(seen, file) {
  await drop(seen, [file]);
  await seen.page.waitForSelector('.work tbody tr');
  await settled(seen);
}

// The page again at another moment, as the next morning; nothing was closed properly.
export async function again(seen, now) {
  const address = new URL(seen.page.url());
  address.search = `?now=${encodeURIComponent(now)}`;
  await seen.page.goto(address.href);
  await seen.page.waitForSelector('#sample');
}

export async function events({ page }) {
  return page.evaluate(async () => {
    const opening = indexedDB.open('parcelwise');
    const db = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)));
    const asked = db.transaction('journal').objectStore('journal').getAll();
    const all = await new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
    db.close();
    return all;
  });
}

export async function written(seen, count) {
  await seen.page.waitForFunction(
    async (count) => {
      const opening = indexedDB.open('parcelwise');
      const db = await new Promise((done) => (opening.onsuccess = () => done(opening.result)));
      const asked = db.transaction('journal').objectStore('journal').count();
      const found = await new Promise((done) => (asked.onsuccess = () => done(asked.result)));
      db.close();
      return found >= count;
    },
    { polling: 100 },
    count,
  );
  return events(seen);
}

// A page on Monday morning with these orders listed, which keeps no report for tomorrow.
export async function openedOnMonday(browser, numbers, options) {
  const seen = await visit(browser, { now: monday, ...options });
  await loaded(seen, listing('monday.txt', '18', numbers));
  await written(seen, 1);
  await seen.page.click('#keep-no');
  return seen;
}

// A carrier's number whose last digit fits.
export function numberOf(n) {
  const body = String(30000000000 + n);
  return body + String(Number(BigInt(body) % 7n));
}
