// `parcelwise services` against a brute force over all tariffs: sixty orders, their
// goods from a SKU table, every service tried with every way to lay the goods.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { NOW } from '../golden/reports.mjs';
import { report } from '../handoff/golden_layouts.mjs';
import { assertFits, ownFolder, parcelwise } from './command.mjs';

const { file } = ownFolder();
const tariff = (name) =>
  JSON.parse(readFileSync(new URL(`../../data/tariffs/${name}.json`, import.meta.url), 'utf8'));
const JAPAN_POST = tariff('japan-post-letters');
const YAMATO = tariff('yamato-ta-q-bin');
// A seller's contract, as a table.
const OWN = [
  'service,length_cm,width_cm,height_cm,max_sum_cm,max_kg,price,valid_from',
  'ネコポス,31.2,22.8,3,,1,230,2026-01-01',
  '契約60,,,,60,2,600,2026-01-01',
  '契約80,,,,80,5,600,2026-01-01',
].join('\n');

// mm and g.
const SKUS = [
  ['CARD', [148, 105, 5], 60],
  ['BOOK', [210, 148, 18], 400],
  ['FLAT', [310, 220, 14], 700],
  ['TEA', [180, 120, 60], 300],
  ['MUG', [110, 110, 100], 450],
  ['LAMP', [400, 250, 200], 2600],
  ['ROD', [900, 60, 60], 1200],
  ['BOX', [330, 240, 29], 999],
  ['STONE', [100, 100, 100], 2100],
  ['CHEST', [700, 500, 450], 18000],
  ['FISH', [250, 150, 80], 900, 'frozen'],
];
const TABLE = [
  'sku,length_mm,width_mm,height_mm,weight_g,temperature',
  ...SKUS.map(([sku, sides, grams, temperature = '']) =>
    [sku, ...sides, grams, temperature].join(),
  ),
].join('\n');

const PLACES = ['東京都', '大阪府', '北海道', '沖縄県', '福岡県', '長野県'];
// Orders of one line each: 60 with every SKU alone, in pairs, to each place in turn.
const ORDERS = Array.from({ length: 60 }, (_, i) => ({
  id: `250-${String(3000000 + i)}-1234567`,
  sku: SKUS[(i * 7) % SKUS.length],
  units: i % 3 === 2 ? 2 : 1,
  to: PLACES[i % PLACES.length],
  collect: i % 20 === 3 ? 9000 + i * 1000 : 0,
}));
const orders = file(
  'orders.txt',
  report(
    ORDERS.map(({ id, sku, units, to, collect }) => ({
      'order-id': id,
      sku: sku[0],
      'quantity-purchased': String(units),
      'quantity-to-ship': String(units),
      'recipient-name': '試験 一郎',
      'ship-address-1': '見本1-2-3',
      'ship-state': to,
      'ship-postal-code': '100-0001',
      'ship-country': 'JP',
      'sales-channel': 'Amazon.co.jp',
      ...(collect && { 'payment-method': 'cod', 'cod-collectible-amount': String(collect) }),
    })),
  ),
);

// ---- brute force --------------------------------------------------------------

const turned = ([a, b, c]) => [
  [a, b, c],
  [a, c, b],
  [b, a, c],
  [b, c, a],
  [c, a, b],
  [c, b, a],
];

// Every outer box of one or two units: of two, one stands beside the other along an axis.
function boxes(sides, units) {
  if (units === 1) return turned(sides);
  return turned(sides).flatMap((first) =>
    turned(sides).flatMap((second) =>
      [0, 1, 2].map((axis) =>
        first.map((side, i) => (i === axis ? side + second[i] : Math.max(side, second[i]))),
      ),
    ),
  );
}

function takes(service, [x, y, z], grams) {
  if (service.max_grams && grams > service.max_grams) return false;
  if (service.max_sum_mm && x + y + z > service.max_sum_mm) return false;
  if (service.max_side_mm && Math.max(x, y, z) > service.max_side_mm) return false;
  if (service.box_mm)
    return x <= service.box_mm[0] && y <= service.box_mm[1] && z <= service.box_mm[2];
  if (!service.envelope_mm) return true;
  const [length, width, thickness] = service.envelope_mm;
  return x + z <= length && y + z <= width && (thickness === 0 || z <= thickness);
}

const zoneOf = (place) =>
  Object.entries(YAMATO.zones).find(([, names]) => names.some((name) => place.startsWith(name)))[0];

function yamatoPrice(index, from, to, cool, collect) {
  const pairs = [`${zoneOf(from)}-${zoneOf(to)}`, `${zoneOf(to)}-${zoneOf(from)}`];
  const { id } = YAMATO.services[index];
  const rows = YAMATO.prices.flatMap((each) => each.rows);
  const row =
    from === to
      ? rows.find((each) => each.pairs === 'same-prefecture')
      : rows.find((each) => pairs.some((pair) => each.pairs.includes(pair)));
  const extra = (id, fits) =>
    YAMATO.extras.find((each) => each.id === id).prices.find(fits)?.price ?? NaN;
  return (
    row.prices[index] +
    (cool ? extra('cool', ({ services }) => services.includes(id)) : 0) +
    (collect ? extra('cash-on-delivery', ({ collected_most }) => collect <= collected_most) : 0)
  );
}

const postPrice = (id) => {
  for (const { services, rows } of JAPAN_POST.prices)
    if (services.includes(id)) return rows[0].prices[services.indexOf(id)];
};

const OWN_SERVICES = [
  { id: 'ネコポス', box_mm: [312, 228, 30], max_grams: 1000, price: 230 },
  { id: '契約60', max_sum_mm: 600, max_grams: 2000, price: 600 },
  { id: '契約80', max_sum_mm: 800, max_grams: 5000, price: 600 },
];

function bruteForce({ sku: [, sides, grams, temperature], units, to, collect }, withOwn) {
  const all = boxes(sides, units);
  const fits = (service) => all.some((box) => takes(service, box, grams * units));
  const found = [];
  if (!temperature && !collect)
    for (const service of JAPAN_POST.services)
      if (fits(service)) found.push(['japan-post', service.id, postPrice(service.id)]);
  YAMATO.services.forEach((service, i) => {
    const price = yamatoPrice(i, '東京都', to, Boolean(temperature), collect);
    if (fits(service) && !Number.isNaN(price)) found.push(['yamato', service.id, price]);
  });
  if (withOwn && !collect)
    for (const service of OWN_SERVICES)
      if (fits(service)) found.push(['own', service.id, service.price]);
  return found.sort((a, b) => a[2] - b[2]).slice(0, 5);
}

function services(...values) {
  const run = parcelwise(['services', '--now', NOW, orders, '--from', '東京都', ...values], {});
  assert.equal(run.stderr, '');
  assert.equal(run.status, 0);
  return run.stdout;
}

for (const withOwn of [false, true]) {
  const tariffs = ['japan-post', 'yamato', ...(withOwn ? [file('own.csv', OWN)] : [])];
  test(`sixty orders, ${tariffs.length} tariffs: services and sums equal the brute force`, () => {
    const asked = [
      ...tariffs.flatMap((each) => ['--tariff', each]),
      '--skus',
      file('s.csv', TABLE),
    ];
    const json = JSON.parse(services(...asked, '--format', 'json'));
    assert.equal(json.orders.length, 60);
    const sums = new Map();
    let total = 0;
    ORDERS.forEach((order, i) => {
      const found = json.orders[i];
      assert.equal(found.order_id, order.id);
      const expected = bruteForce(order, withOwn);
      assert.deepEqual(
        found.services.map(({ tariff: by, service, price }) => [by, service, price.minor]),
        expected,
        JSON.stringify(order),
      );
      assert.equal(found.missing.length, expected.length ? 0 : 1);
      if (!expected.length) return;
      const [by, service, price] = expected[0];
      const key = `${by} ${service}`;
      sums.set(key, [...(sums.get(key) ?? []), [order.id, price]]);
      total += price;
    });
    assert.ok(sums.size >= 4);
    assert.deepEqual(
      Object.fromEntries(
        json.by_service.map((each) => [
          `${each.tariff} ${each.service}`,
          [each.orders, each.total.minor],
        ]),
      ),
      Object.fromEntries(
        [...sums].map(([key, list]) => [
          key,
          [list.map(([id]) => id), list.reduce((sum, [, price]) => sum + price, 0)],
        ]),
      ),
    );
    assert.equal(json.total.minor, total);
    for (const { services: found } of json.orders)
      for (const one of found) {
        assert.equal(one.list_price, one.tariff !== 'own');
        assert.match(one.valid_from, /^\d{4}-\d{2}-\d{2}$/);
        assert.equal(one.mark, one.tariff === 'own' ? '' : 'L');
      }
    for (const language of ['en', 'ja', 'it']) {
      const text = services(...asked, '--format', 'text', '--language', language);
      assertFits(text, language);
      assert.doesNotMatch(text, /[{}]|cli\/|combine\//);
    }
  });
}

test('without --tariff all that come with the program are asked', () => {
  const table = ['--skus', file('s.csv', TABLE), '--format', 'json'];
  const both = services('--tariff', 'yamato', '--tariff', 'japan-post', ...table);
  const cheapest = (text) => JSON.parse(text).orders.map((each) => each.services[0]?.price);
  assert.deepEqual(cheapest(services(...table)), cheapest(both));
});

test('a SKU without a size, and what is needed', () => {
  const some = file('some.csv', 'sku,length_mm,width_mm,height_mm\nCARD,148,105,5\n');
  const json = JSON.parse(services('--skus', some, '--format', 'json'));
  const book = json.orders.find((_, i) => ORDERS[i].sku[0] === 'BOOK');
  assert.deepEqual(book.services, []);
  assert.match(book.missing[0], /BOOK/);
  assert.equal(json.without, json.orders.filter((each) => !each.services.length).length);
  for (const [values, pattern] of [
    [['--from', '東京都'], /needs --skus/],
    [['--skus', some], /needs --from/],
    [['--skus', some, '--from', 'Atlantis'], /Atlantis/],
  ]) {
    const run = parcelwise(['services', orders, '--now', NOW, ...values]);
    assert.equal(run.status, 2);
    assert.match(run.stderr, pattern);
  }
});
