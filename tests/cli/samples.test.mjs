// The three sample mornings by the command: each shows every rule but those that cannot
// apply there, each by name with its reason, a shared parcel, refunds, a case and its next
// morning, in all three languages.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

import { SHOP } from '../handoff/golden_carriers.mjs';
import { ownFolder, parcelwise } from './command.mjs';

const { file } = ownFolder();
const RULES = Object.keys(
  JSON.parse(readFileSync(new URL('../../data/texts/en/rules.json', import.meta.url), 'utf8'))
    .rules,
);

const MORNINGS = [
  {
    name: 'Japan',
    files: ['unshipped', 'new-orders', 'pending', 'all-orders', 'returns'].map(
      (n) => `sample-${n}`,
    ),
    next: ['next-day-unshipped', 'new-orders', 'pending', 'all-orders', 'returns'].map(
      (n) => `sample-${n}`,
    ),
    offset: '+09:00',
    policies: ['amazon-jp'],
    stock: 'TENU-5',
    cannot: {
      pickup: 'no Japanese report has its columns (docs/formats.md 1.7)',
      ioss: 'no import into the European Union',
      signature: 'no Japanese report has its column (docs/formats.md 1.7)',
    },
  },
  {
    name: 'Europe',
    files: ['unshipped', 'new-orders', 'all-orders', 'returns'].map((n) => `sample-eu-${n}`),
    next: ['next-day-unshipped', 'new-orders', 'all-orders', 'returns'].map(
      (n) => `sample-eu-${n}`,
    ),
    offset: '+01:00',
    policies: ['amazon-de', 'amazon-es', 'amazon-fr', 'amazon-it', 'amazon-uk'],
    stock: 'GREM-BL-06',
    cannot: {
      'cash-on-delivery': 'no such payment in these stores (docs/marketplaces.md 1.4)',
      signature: 'no European report has its column (docs/formats.md 1.7)',
    },
  },
  {
    name: 'United States',
    files: ['unshipped', 'new-orders', 'all-orders', 'returns'].map((n) => `sample-us-${n}`),
    next: ['next-day-unshipped', 'new-orders', 'all-orders', 'returns'].map(
      (n) => `sample-us-${n}`,
    ),
    offset: '-08:00',
    policies: ['amazon-ca', 'amazon-us'],
    stock: 'APRN-DN-06',
    cannot: {
      ioss: 'no import into the European Union',
      'cash-on-delivery': 'no such payment in these stores (docs/marketplaces.md 1.4)',
      'scheduled-delivery': 'no American report has its columns (docs/formats.md 1.7, 1.8)',
    },
  },
];

const SAMPLES = new URL('../../data/samples/', import.meta.url);
const paths = (names) => names.map((name) => new URL(`${name}.txt`, SAMPLES).pathname);

function run(command, files, now, ...rest) {
  const made = parcelwise([command, ...files, '--now', now, '--format', 'json', ...rest]);
  assert.equal(made.status, 0, made.stderr);
  return JSON.parse(made.stdout);
}

for (const { name, files, next, offset, policies, stock, cannot } of MORNINGS) {
  const now = `2026-11-20T09:00:00${offset}`;
  const tomorrow = `2026-11-21T09:00:00${offset}`;
  const today = paths(files);
  const plain = run('check', today, now);
  const open = plain.actions.filter(({ rule }) => rule === 'ship').map((each) => each.order_id);
  const combined = run('combine', today, now).groups;
  const shared = combined.find(({ orders }) => orders.length === 3);

  test(`${name}: is read without a reject, and each order by its own store`, () => {
    assert.deepEqual(plain.rejects, []);
    assert.deepEqual(plain.policies.map(({ id }) => id).sort(), policies);
    assert.ok(plain.policies.every(({ orders }) => orders > 0));
    // Its unshipped orders are loaded: what a status leaves open they do not settle.
    assert.ok(plain.actions.some(({ rule }) => rule === 'status-unknown'));
    const asks = ({ notices }) => notices.some(({ code }) => code === 'status-unknown');
    assert.ok(!asks(plain));
    assert.ok(asks(run('check', today, tomorrow)), 'a listing of today may settle it');
  });

  test(`${name}: shows every rule`, () => {
    const calm = plain.actions.find((each) => each.rule === 'ship' && each.urgency === 'later');
    const waits = run('answer', ['no-reply', ...today], now, '--order', calm.order_id);
    assert.ok(waits.follow_up && waits.message.body, 'a case with its message, which waits');
    const followUps = file(`${name}-open.json`, JSON.stringify(waits));
    const [numbered, labelled] = open;
    const events = [
      {
        at: `2026-11-19T10:00:00${offset}`,
        what: 'numbers',
        numbers: { [numbered]: '400000000005' },
      },
      {
        at: `2026-11-18T09:00:00${offset}`,
        what: 'carrier-file',
        kind: 'carrier',
        orders: [labelled],
      },
    ];
    const journal = file(`${name}.json`, JSON.stringify({ journal: 1, events }));
    const morning = run(
      'check',
      today,
      now,
      '--out-of-stock',
      stock,
      '--follow-ups',
      followUps,
      '--journal',
      journal,
    );

    // Tonight the shared parcel's confirmation is written; tomorrow one of it is back.
    const confirmed = [...shared.orders].map((each) => each.order_id ?? each);
    const kept = file(
      `${name}-next.json`,
      JSON.stringify({
        journal: 1,
        events: [
          { at: `2026-11-20T17:00:00${offset}`, what: 'confirmation-file', orders: confirmed },
        ],
      }),
    );
    const after = run('check', paths(next), tomorrow, '--journal', kept);
    assert.equal(after.actions.filter(({ rule }) => rule === 'came-back').length, 1);

    const shown = new Set([...morning.actions, ...after.actions].map(({ rule }) => rule));
    const missing = RULES.filter((rule) => !shown.has(rule));
    assert.deepEqual(
      missing,
      RULES.filter((rule) => rule in cannot),
    );
    for (const reason of Object.values(cannot)) assert.ok(reason.length > 10);
  });

  test(`${name}: a shared parcel, refunds, and money in its stores' currencies`, () => {
    assert.equal(shared.verdict, 'suggest');
    const out = run('check', today, now, '--out-of-stock', stock).actions.filter(
      ({ rule }) => rule === 'out-of-stock',
    );
    assert.ok(out.length > 0);
    const [{ order_id: order }] = out;
    const refund = run(
      'refund',
      today,
      now,
      '--order',
      order,
      '--reason',
      'items-unavailable',
      '--item',
      stock,
    );
    assert.ok(refund.total.minor > 0);
  });

  test(`${name}: carriers' files and cases that it lacks are not offered`, () => {
    const shop = file('shop.json', JSON.stringify(SHOP));
    const made = parcelwise(
      ['export', 'yamato-b2', ...today, '--now', now, '--shop', shop].concat([
        '-o',
        file(`${name}-b2.csv`, ''),
      ]),
    );
    const letter = 'How many points did I use? 何ポイント使いましたか？ Quanti punti ho usato?';
    const found = run('answer', ['which', ...today], now, '--find', letter);
    const points = found.proposed.some((each) => each.case === 'points');
    assert.equal(points, name === 'Japan');
    const asked = parcelwise(['answer', 'points', ...today, '--now', now, '--order', open[0]]);
    assert.equal(asked.status, name === 'Japan' ? 0 : 2, asked.stderr);
    if (name !== 'Japan') assert.match(asked.stderr, /“points” does not apply to Amazon\./);
    if (name === 'Japan') return assert.doesNotMatch(made.stderr, /within Japan/);
    assert.equal(made.status, 2, made.stderr);
    assert.match(made.stderr, /yamato-b2 is not written for Amazon\.(it|com): .*within Japan/);
  });

  for (const language of ['en', 'ja', 'it'])
    test(`${name}: worded in ${language}, no field left open`, () => {
      const told = run('check', today, now, '--language', language, '--out-of-stock', stock);
      for (const { title, steps } of told.actions)
        assert.doesNotMatch([title, ...steps].join(), /[{}]|undefined|rules\//);
    });
}
