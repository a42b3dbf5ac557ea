// The layouts of data/carriers/layouts and a seller's own, from outside: golden files
// read back by papaparse, each limit and one over it, what is refused, and the way back
// of the numbers.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import Papa from 'papaparse';

import { assertOneLineEach, ownFolder, parcelwise } from '../cli/command.mjs';
import { NOW } from '../golden/reports.mjs';
import { LAYOUTS, PEOPLE, SHOP, layout_arguments, report } from './golden_layouts.mjs';

const { folder, file } = ownFolder();
const DATA = new URL('../../data/carriers/layouts/', import.meta.url);
const layoutOf = (id) => JSON.parse(readFileSync(new URL(`${id}.json`, DATA), 'utf8'));

let made = 0;
function write(asked, ...values) {
  const out = join(folder, `out-${(made += 1)}.csv`);
  const run = parcelwise(layout_arguments(asked, out, folder, ...values));
  assert.equal(run.stdout, '');
  assertOneLineEach(run.stderr);
  return { ...run, out, bytes: existsSync(out) ? readFileSync(out) : null };
}

function rowsOf(bytes, { delimiter, encoding = 'utf-8' }) {
  const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  assert.ok(text.endsWith('\r\n'));
  const { data, errors } = Papa.parse(text.slice(0, -2), { delimiter, newline: '\r\n' });
  assert.deepEqual(errors, []);
  return data;
}

test('every layout of the program has a golden file here', () => {
  const files = readdirSync(DATA).map((name) => name.replace('.json', ''));
  assert.deepEqual(files.sort(), LAYOUTS.map(({ layout }) => layout).sort());
});

for (const asked of LAYOUTS) {
  const { layout, people, path } = asked;
  const data = layoutOf(layout);

  test(`${layout}: the golden file, read back by another reader`, () => {
    const { status, stderr, bytes } = write(asked, '--strict');
    assert.equal(status, 0, stderr);
    assert.deepEqual(bytes, readFileSync(path));
    const rows = rowsOf(bytes, asked);
    assert.equal(rows.length, asked.rows + people.length);
    for (const row of rows) assert.equal(row.length, asked.columns);
    if (data.header !== false)
      assert.deepEqual(
        rows[0],
        data.columns.map(({ name }) => name),
      );
    // What the label says of each order, wherever the layout has it.
    people.forEach((person, i) => {
      const row = rows[asked.rows + i];
      const cells = (from) =>
        data.columns.flatMap((column, at) => (column.from === from ? [row[at]] : []));
      const plain = (text) =>
        data.quotes === false ? text.replace(/[,;"]/g, ' ').replace(/ +/g, ' ') : text;
      for (const cell of cells('order-id')) assert.equal(cell, person['order-id']);
      for (const cell of cells('postal-code')) assert.equal(cell, person['ship-postal-code']);
      for (const cell of cells('city')) assert.equal(cell, person['ship-city']);
      const words = (texts) => plain(texts.join(' ')).split(' ').filter(Boolean).sort();
      const name = ['name', 'name-2', 'first-name', 'last-name'].flatMap(cells);
      assert.deepEqual(new Set(words(name)), new Set(words([person['recipient-name']])));
      const lines = [1, 2, 3, 4].flatMap((n) => cells(`address-${n}`));
      const own = ['street', 'house-number', 'address-other'].flatMap(cells);
      assert.deepEqual(
        words([...lines, ...own]),
        words([1, 2, 3].map((n) => person[`ship-address-${n}`] ?? '')),
      );
    });
  });

  if (asked.id === undefined) continue;
  test(`${layout}: numbers come back by what its file names the order by`, () => {
    const rows = rowsOf(readFileSync(path), asked).slice(asked.rows);
    const back = [
      [data.columns[asked.id].name, 'Tracking Number'],
      ...rows.map((row, i) => [row[asked.id], `4000000000${i}`]),
    ];
    const returned = file('back.csv', Papa.unparse(back, { delimiter: ';', newline: '\r\n' }));
    const orders = file('back-orders.txt', report(people));
    const run = parcelwise(['tracking', '--now', NOW, orders, '--tracking', returned]);
    assert.equal(run.status, 0, run.stderr);
    const json = JSON.parse(
      parcelwise([
        'tracking',
        ...['--now', NOW, '--format', 'json', orders, '--tracking', returned],
      ]).stdout,
    );
    assert.deepEqual(
      json.matched.map(({ order_id, number, by }) => [order_id, number, by]),
      people.map((person, i) => [
        person['order-id'],
        `4000000000${i}`,
        asked.short ? 'key' : 'order-id',
      ]),
    );
  });
}

// ---- limits --------------------------------------------------------------------

// What of a report fills a column, and a text of that many characters for it.
const letters = (n) =>
  'Abcdefgh '
    .repeat(n)
    .slice(0, n - 1)
    .trimEnd()
    .padEnd(n, 'x');
const FILLS = {
  name: ['recipient-name', (n) => 'N'.repeat(n)],
  city: ['ship-city', letters],
  state: ['ship-state', (n) => 'S'.repeat(n)],
  'postal-code': ['ship-postal-code', (n) => 'P'.repeat(n)],
  country: ['ship-country', null], // of two letters, or by our own table
  phone: ['ship-phone-number', (n) => '(011)'.padEnd(n, '1')],
  'phone-digits': ['ship-phone-number', (n) => '0'.repeat(n)],
  'phone-extension': ['ship-phone-number', (n) => `217-555-0100 ext. ${'3'.repeat(n)}`],
  email: ['buyer-email', (n) => 'e'.repeat(n)],
  'address-1': ['ship-address-1', (n) => 'A'.repeat(n)],
  'address-2': ['ship-address-2', (n) => 'A'.repeat(n)],
  'address-3': ['ship-address-3', (n) => 'A'.repeat(n)],
  goods: null, // the shop's
  skus: null, // stays blank, below
  'order-id': null, // always 19
  key: null, // always 15
};

for (const asked of LAYOUTS) {
  const { layout, people } = asked;
  const data = layoutOf(layout);
  const limited = data.columns.filter(({ from, most }) => from && most && FILLS[from]?.[1]);
  if (limited.length === 0) continue;
  test(`${layout}: each field at its limit, and one over it`, () => {
    for (const { name, from, most } of limited) {
      const [column, text] = FILLS[from];
      // Digits alone are held to the layout's own limit.
      const last = Math.min(most, from === 'phone-digits' ? (data.most_digits ?? most) : most);
      const person = { ...people[0], 'ship-address-1': '1 Road', 'ship-address-2': '' };
      for (const length of [last, last + 1]) {
        const one = { ...person, [column]: text(length) };
        // A line that its own width cannot hold goes on in the next; only all are full.
        if (from.startsWith('address')) {
          const widths = data.columns.filter((each) => each.from?.startsWith('address-'));
          widths.slice(0, 3).forEach((each, i) => {
            const more = i === 2 && widths[3] ? widths[3].most : 0;
            const own = each.from === from ? length : each.most;
            one[`ship-address-${i + 1}`] = text(own + more);
          });
        }
        if (from === 'name' && data.columns.some((each) => each.from === 'name-2'))
          one[column] = text(length + 35);
        const { status, stderr, bytes } = write({ ...asked, people: [one] });
        const where = `${layout} ${name} ${length}: ${stderr}`;
        if (length === last) {
          assert.equal(status, 0, where);
          assert.ok(
            rowsOf(bytes, asked)[asked.rows].some((cell) => cell.length >= last),
            where,
          );
        } else {
          assert.equal(status, 1, where);
          assert.equal(bytes, null, where);
          assert.match(stderr, new RegExp(`than the .*\\b${last}\\b.* characters`), where);
          assert.ok(stderr.includes(one['order-id']), where);
        }
      }
    }
  });

  const settings = data.columns.filter(({ setting, most }) => setting && most);
  if (settings.length === 0) continue;
  test(`${layout}: each setting at its limit, and one over it`, () => {
    for (const { setting, most, one_of } of settings) {
      for (const length of [most, most + 1]) {
        const value = one_of && length === most ? one_of[0] : '1'.repeat(length);
        const shop = structuredClone(SHOP);
        shop.carriers[layout][setting] = value;
        const { status, stderr, bytes } = write({ ...asked, shop });
        assert.equal(status, length === most ? 0 : 1, stderr);
        assert.equal(bytes === null, length > most, setting);
        if (length > most) assert.equal(stderr.split(setting).length, 2, `once: ${stderr}`);
      }
    }
  });
}

test('contents of 35 characters stand in the file of UPS, longer ones stay blank and are told', () => {
  const [ups] = LAYOUTS;
  const at = layoutOf('ups-batch').columns.findIndex(({ from }) => from === 'goods');
  for (const [goods, cell] of [
    ['g'.repeat(35), 'g'.repeat(35)],
    ['g'.repeat(36), ''],
  ]) {
    const { status, stderr, bytes } = write({ ...ups, shop: { ...SHOP, goods } });
    assert.equal(status, 0, stderr);
    assert.equal(rowsOf(bytes, ups)[0][at], cell);
    assert.equal(stderr.includes('stays blank'), cell === '', stderr);
  }
});

test('rows: 250 in a file of UPS, the 251st begins another', () => {
  const [ups] = LAYOUTS;
  const many = Array.from({ length: 251 }, (_, i) => ({
    ...PEOPLE.US[0],
    'order-id': `112-${String(2000000 + i)}-7654321`,
  }));
  const { status, stderr, out, bytes } = write({ ...ups, people: many });
  assert.equal(status, 0, stderr);
  assert.equal(rowsOf(bytes, ups).length, 250);
  assert.equal(rowsOf(readFileSync(out.replace('.csv', '-2.csv')), ups).length, 1);
});

test('a number of the shop has a point and no more decimals than the program takes', () => {
  for (const [layout, setting, value, form] of [
    ['ups-batch', 'weight', '2,5', '12.34'],
    ['ups-batch', 'length', '30.5', '12'],
    ['eparcel', 'weight', '1,5', '12.345'],
    ['evri', 'weight', '1,5', '12.3'],
    ['royal-mail-click-and-drop', 'weight', '0,75', '12.345'],
    ['pirate-ship', 'weight_oz', '12 oz', '12.345'],
  ]) {
    const shop = structuredClone(SHOP);
    shop.carriers[layout][setting] = value;
    const asked = LAYOUTS.find((each) => each.layout === layout);
    const { status, stderr, bytes } = write({ ...asked, shop });
    assert.equal(status, 1, stderr);
    assert.equal(bytes, null, stderr);
    const place = `/carriers/${layout}/${setting}`;
    assert.ok(stderr.includes(`“${value}” at ${place}`), stderr);
    assert.ok(stderr.includes(`the form ${form}.`), stderr);
  }
});

// ---- what stays out ---------------------------------------------------------------

test('an order that the layout is not for stays out, and says why', () => {
  const of = (layout) => LAYOUTS.find((each) => each.layout === layout);
  const [ann] = PEOPLE.GB;
  const [jorg] = PEOPLE.DE;
  const rows = [
    ['another country', of('evri'), { ...jorg }, /goes to DE: .*GB alone/],
    [
      'cash on delivery',
      of('evri'),
      { ...ann, 'payment-method': 'COD', 'cod-collectible-amount': '12.00' },
      /cash on delivery/,
    ],
    ['no postal code', of('evri'), { ...ann, 'ship-postal-code': '' }, /ship-postal-code/],
    [
      'one name alone',
      of('evri'),
      { ...ann, 'recipient-name': '王小明' },
      /“王小明” is one name.* First_name/,
    ],
    [
      'a character that the encoding lacks',
      of('internetmarke'),
      { ...jorg, 'recipient-name': 'Michał Wójcik' },
      /“ł” in “Michał Wójcik”/,
    ],
    [
      'a name that turns the direction of writing',
      of('evri'),
      { ...ann, 'recipient-name': 'Ann\u202Eelpmaxe Example' },
      /does not exist in the file’s encoding/,
    ],
    [
      'a phone of 12 digits, which Royal Mail damages',
      of('royal-mail-click-and-drop'),
      { ...ann, 'ship-phone-number': '393331234567' },
      /longer than the 11 characters/,
    ],
  ];
  for (const [why, asked, person, pattern] of rows) {
    const { status, stderr, bytes } = write({ ...asked, people: [person] });
    assert.equal(status, 1, why);
    assert.equal(bytes, null, why);
    assert.match(stderr, pattern, why);
  }
});

test('what the page offers to fill a column with is what a layout may be filled from', () => {
  const page = readFileSync(new URL('../../web/src/desk/layout_draft.ts', import.meta.url), 'utf8');
  const sources = /export const sources = \[(.*?)\]/s.exec(page)[1].match(/[a-z][a-z0-9-]+/g);
  assert.ok(sources.length > 20);
  const columns = sources.map((from) => ({ name: from, from }));
  const layout = file('all.json', JSON.stringify({ layout: 1, id: 'all', columns }));
  const asked = { layout, people: PEOPLE.US, delimiter: ',' };
  const { status, stderr, bytes } = write(asked);
  assert.equal(status, 0, stderr);
  assert.deepEqual(rowsOf(bytes, asked)[0], sources);
});

test('a country is written by the code that the layout wants, or the order stays out', () => {
  const layout = (more) =>
    file(
      'c.json',
      JSON.stringify({
        ...MINE,
        ...more,
        columns: [
          { name: 'Ref', from: 'order-id' },
          { name: 'Land', from: 'country' },
        ],
      }),
    );
  for (const [more, told, code] of [
    [{}, 'UK', 'GB'],
    [{}, 'de', 'DE'],
    [{ country: 3 }, 'UK', 'GBR'],
    [{ countries: ['GB'] }, 'uk', 'GB'],
    [{}, 'Deutschland', null],
    [{ country: 3 }, 'DEU', null],
    [{ country: 3 }, 'XX', null],
    [{}, 'XX', 'XX'],
    [{ countries: ['DE'] }, 'Deutschland', null],
  ]) {
    const people = [{ ...PEOPLE.DE[0], 'ship-country': told }];
    const asked = { layout: layout(more), people, delimiter: ';' };
    const { status, stderr, bytes } = write(asked);
    assert.equal(status, code ? 0 : 1, `${told} ${stderr}`);
    if (code) assert.equal(rowsOf(bytes, asked)[1][1], code);
    else assert.match(stderr, new RegExp(`“${told}” is no code of two letters`));
  }
});

test('what is the street is told where it is a guess', () => {
  const asked = LAYOUTS.find(({ layout }) => layout === 'internetmarke');
  for (const [lines, guessed] of [
    [['Hauptstraße 12'], false],
    [['Schlossallee'], false],
    [['Muster GmbH', 'Am Markt 3'], false],
    [['Haus 7', 'Am Markt 3'], true],
    [['Muster GmbH', 'Am Markt'], true],
    [['Hauptstr.', '12'], false],
    [['Hauptstr.', '12', 'Muster GmbH'], true],
    [['2. OG', 'Hauptstraße'], true],
    [['Hauptstraße', 'Etage 2'], true],
    [['2 OG links', 'Hauptstraße'], true],
    [['Hauptstr.12'], true],
    [['12,'], true],
    [['C 4, 9'], false],
  ]) {
    const person = { ...PEOPLE.DE[0] };
    lines.forEach((line, i) => (person[`ship-address-${i + 1}`] = line));
    const { stderr } = write({ ...asked, people: [person] });
    assert.equal(stderr.includes('what is the street and what its number'), guessed, lines.join());
  }
});

test('house numbers stand in their own column, before or behind the street', () => {
  const asked = LAYOUTS.find(({ layout }) => layout === 'internetmarke');
  const [jorg] = PEOPLE.DE;
  for (const [lines, street, number, other] of [
    [['Hauptstraße 12'], 'Hauptstraße', '12', ''],
    [['Hauptstr. 12 a'], 'Hauptstr.', '12 a', ''],
    [['Am Ring 3 - 5'], 'Am Ring', '3 - 5', ''],
    [['12 High Street'], 'High Street', '12', ''],
    [['Muster GmbH', 'Am Markt 3'], 'Am Markt', '3', 'Muster GmbH'],
    [['87654321', 'Packstation 145'], 'Packstation', '145', '87654321'],
    [['Straße des 17. Juni 135', '3. Stock'], 'Straße des 17. Juni', '135', '3. Stock'],
    [['Schlossallee'], 'Schlossallee', '', ''],
    [['Hauptstr.', '12'], 'Hauptstr.', '12', ''],
    [['Hauptstr.', '12a'], 'Hauptstr.', '12a', ''],
    [['Muster GmbH', 'Hauptstr.', '12 a'], 'Hauptstr.', '12 a', 'Muster GmbH'],
    [['12', 'High Street', 'London'], 'High Street', '12', 'London'],
    [['87654321', 'Packstation'], '87654321', '', 'Packstation'],
    [['C 4, 9'], 'C 4', '9', ''],
    [['Q7, 24'], 'Q7', '24', ''],
    [['12a-c, Am Ring'], 'Am Ring', '12a-c', ''],
    [['2. OG', 'Hauptstraße'], '2. OG', '', 'Hauptstraße'],
    [['Wohnung 3', 'Hauptstr. 12'], 'Hauptstr.', '12', 'Wohnung 3'],
  ]) {
    const person = { ...jorg };
    lines.forEach((line, i) => (person[`ship-address-${i + 1}`] = line));
    const { bytes, stderr } = write({ ...asked, people: [person] });
    const row = rowsOf(bytes, asked)[asked.rows];
    assert.deepEqual([row[2], row[3], row[1]], [street, number, other], stderr);
  }
});

test('a street or a name without the column of its other half is written whole', () => {
  for (const [columns, person, cells] of [
    [['street'], { 'ship-address-1': 'Hauptstraße 12 a' }, ['Hauptstraße 12 a']],
    [['street'], { 'ship-address-1': '12 High Street' }, ['12 High Street']],
    [['street', 'house-number'], { 'ship-address-1': 'Hauptstr. 12' }, ['Hauptstr.', '12']],
    [['first-name'], { 'recipient-name': 'Jörg Muster' }, ['Jörg Muster']],
    [['first-name'], { 'recipient-name': 'Jörg' }, ['Jörg']],
    [['last-name'], { 'recipient-name': 'Jörg Muster' }, ['Jörg Muster']],
    [['first-name', 'last-name'], { 'recipient-name': 'Jörg Muster' }, ['Jörg', 'Muster']],
  ]) {
    const asked = {
      layout: file(
        'h.json',
        JSON.stringify({
          ...MINE,
          columns: [
            { name: 'Ref', from: 'order-id' },
            ...columns.map((from) => ({ name: from, from, must: true })),
          ],
        }),
      ),
      people: [{ ...PEOPLE.DE[0], ...person }],
      delimiter: ';',
    };
    const { status, stderr, bytes } = write(asked);
    assert.equal(status, 0, `${columns} ${stderr}`);
    assert.deepEqual(rowsOf(bytes, asked)[1].slice(1), cells, columns.join());
  }
});

test('a cell that begins like a formula is written as it is and told', () => {
  const asked = LAYOUTS.find(({ layout }) => layout === 'pirate-ship');
  for (const [name, told] of [
    ['=HYPERLINK("http://x.example";"a")', true],
    ['+1 Tester', true],
    ['-2+3', true],
    ['@SUM(1)', true],
    ['＝1+1', true],
    ['Pat = Specimen', false],
  ]) {
    const person = { ...PEOPLE.US[0], 'recipient-name': name };
    const { status, stderr, bytes } = write({ ...asked, people: [person] });
    assert.equal(status, 0, stderr);
    assert.equal(rowsOf(bytes, asked)[1][1], name);
    assert.equal(stderr.includes('begins like a formula'), told, name);
    if (told) assert.match(stderr, /Order 112-1000005-7654321, Name: /);
  }
});

// ---- a seller's own -----------------------------------------------------------------

const MINE = {
  layout: 1,
  id: 'my-courier',
  delimiter: ';',
  columns: [
    { name: 'Ref', from: 'order-id', most: 40, must: true },
    { name: 'Name', from: 'name', must: true },
    { name: 'Kg', setting: 'weight', must: true },
    { name: 'SKU', from: 'skus' },
    { name: 'Kind', text: 'PARCEL' },
  ],
};

test("a seller's own layout is a file, its settings stand in the shop's", () => {
  const layout = file('mine.json', JSON.stringify(MINE));
  const asked = { layout, people: PEOPLE.US, delimiter: ';' };
  const without = write(asked);
  assert.equal(without.status, 1);
  assert.equal(without.stderr.split('/carriers/my-courier/weight').length, 2, without.stderr);
  const shop = { ...SHOP, carriers: { 'my-courier': { weight: '2' } } };
  const { status, stderr, bytes } = write({ ...asked, shop });
  assert.equal(status, 0, stderr);
  assert.deepEqual(rowsOf(bytes, asked), [
    ['Ref', 'Name', 'Kg', 'SKU', 'Kind'],
    ['112-1000005-7654321', 'Pat Specimen', '2', 'TEA-01', 'PARCEL'],
    ['112-1000006-7654321', 'Sam Model', '2', 'TEA-02 x3', 'PARCEL'],
  ]);
});

test('an order in several parcels has a row for each, and each is found again', () => {
  const layout = file('split.json', JSON.stringify({ ...MINE, columns: MINE.columns.slice(0, 2) }));
  const [, sam] = PEOPLE.US;
  const unit = (quantity) => [{ order_item_id: '12345678901234', quantity }];
  const split = file(
    'splits.json',
    JSON.stringify({ splits: [{ order_id: sam['order-id'], parcels: [unit(2), unit(1)] }] }),
  );
  const asked = { layout, people: [sam], delimiter: ';' };
  const { status, stderr, bytes } = write(asked, '--split', split);
  assert.equal(status, 0, stderr);
  assert.deepEqual(
    rowsOf(bytes, asked).map(([ref]) => ref),
    ['Ref', `${sam['order-id']}-1`, `${sam['order-id']}-2`],
  );
});

test('a layout that is wrong is refused in one sentence, with its place', () => {
  const columns = (...more) => ({ ...MINE, columns: [...MINE.columns, ...more] });
  for (const [why, layout, ...parts] of [
    ['an unknown field', columns({ name: 'T', from: 'town' }), '/columns/5/from', 'town'],
    ['a width of zero', columns({ name: 'T', most: 0 }), '/columns/5/most', '1 to 1000'],
    ['two of one name', columns({ name: 'ref' }), '/columns/5/name', 'no other column'],
    ['an unknown member', { ...MINE, colums: [] }, '/colums', 'one of the members'],
    ['no JSON', '{"layout": 1,', 'wrong.json'],
  ]) {
    const text = typeof layout === 'string' ? layout : JSON.stringify(layout);
    for (const language of ['en', 'ja', 'it']) {
      const { status, stderr, bytes } = write({
        layout: file('wrong.json', text),
        people: PEOPLE.US,
        language,
      });
      assert.equal(status, 1, why);
      assert.equal(bytes, null, why);
      assert.equal(stderr.split('\n').length, 2, `${why}: ${stderr}`);
      for (const part of parts) assert.ok(stderr.includes(part), `${why}: ${stderr}`);
    }
  }
});

test('a layout without the order says that nothing can find its way back', () => {
  const layout = file(
    'nameless.json',
    JSON.stringify({ ...MINE, columns: [{ name: 'Name', from: 'name' }] }),
  );
  const { status, stderr } = write({ layout, people: PEOPLE.US });
  assert.equal(status, 0);
  assert.match(stderr, /my-courier has no column for the order/);
  const stamps = LAYOUTS.find((each) => each.layout === 'internetmarke');
  assert.doesNotMatch(write(stamps).stderr, /no column for the order/);
});

test('how it is called', () => {
  const orders = file('called.txt', report(PEOPLE.US));
  const out = join(folder, 'called.csv');
  for (const [values, pattern] of [
    [['carrier', orders, '-o', out], /takes --layout: a file, or one of ups-batch, /],
    [['yamato-b2', orders, '-o', out, '--layout', 'evri'], /export carrier, and it alone/],
  ]) {
    const run = parcelwise(['export', ...values, '--now', NOW]);
    assert.equal(run.status, 2);
    assert.match(run.stderr, pattern);
  }
  const run = parcelwise(['export', 'carrier', orders, '-o', out, '--layout', 'upsbatch']);
  assert.equal(run.status, 1);
  assert.match(run.stderr, /upsbatch.*come with the program are ups-batch, /);
  assert.ok(!existsSync(out));
});
