// What the European and the American sample share: how an order of their tables becomes
// the order that the reports are written of. Days count from the sample's own morning,
// in the marketplace's zone; ids, addresses and times are plainly made up.
import { MARKETS, dayEnd } from './orders.mjs';
import { dayInWords, returned, returnsReport } from './refund_files.mjs';
import { bytesOf, writeAll } from './report_bytes.mjs';
import { plainOrder, windowOf } from './sample_morning.mjs';

const MINUTE = 60_000;
const DAY = 86_400_000;

// Percent within the price, or (United States, Canada) added to it.
const TAXES = { it: 22, de: 19, fr: 20, es: 21, uk: 20, us: 7, ca: 5 };
const taxOf = (amount, market) =>
  Math.floor(
    (amount * TAXES[market]) / (['us', 'ca'].includes(market) ? 100 : 100 + TAXES[market]),
  );

// Order ids and item ids of the n-th order.
const PREFIXES = { it: 402, de: 302, fr: 171, es: 404, uk: 203, us: 112, ca: 701 };
const numbered = (market, n) => `${PREFIXES[market]}-0000${n}-2200${n}`;
const itemId = (n, line) => `6000000000${n}${line}`;

function buyerOf(key, [name, phone, line, second, city, state, postal, country], market) {
  return {
    name,
    recipient: name,
    phone,
    email: `${key}@${MARKETS[market].mail}`,
    address: { line, second, city, state, postal, country, spelling: 0 },
  };
}

function made(sample, facts, n) {
  const {
    market,
    buyer,
    days = 6,
    lines,
    boughtBefore,
    shipped = [],
    wrap = 0,
    extras = 0,
  } = facts;
  const { now } = sample;
  const purchase = boughtBefore
    ? now - boughtBefore
    : Math.min(dayEnd(now, days - 3, market), now - 2 * DAY) - (600 + 317 * (n % 100)) * 1000;
  const free = facts.replacement;
  return {
    ...plainOrder,
    spelling: 0,
    vergeLate: days <= 0,
    originalId: numbered(market, 990),
    ...facts,
    id: numbered(market, n),
    purchase,
    payment: purchase,
    updated: purchase + 60 * MINUTE,
    promise: dayEnd(now, days, market),
    buyer: buyerOf(buyer, sample.buyers[buyer], market),
    window: windowOf(now, market, facts.window),
    lines: lines.map((text, index) => {
      const [key, count = '1'] = text.split(':');
      const [sku, unit, post, names] = sample.products[key];
      const price = free ? 0 : unit * Number(count);
      const shipping = free ? 0 : post;
      const first = index === extras; // which line is wrapped and reduced
      return {
        id: itemId(n, index),
        product: { sku, name: names[market] ?? names.all, asin: `B0SAMPLE${sku.slice(-2)}` },
        purchased: Number(count),
        shipped: shipped[index] ?? 0,
        price,
        tax: taxOf(price, market),
        shipping,
        shippingTax: taxOf(shipping, market),
        wrap: first ? wrap : 0,
        wrapTax: first ? taxOf(wrap, market) : 0,
        giftWrap: first && wrap ? 'gift-wrap' : '',
        promotion: (first && facts.promotion) || 0,
        shippingPromotion: (first && facts.shippingPromotion) || 0,
        promotionId: first && facts.promotion ? sample.promotion : '',
        secondPromotion: 0,
        points: 0,
      };
    }),
  };
}

// {open, left: only the new orders report still has them, others: pending, shipped and so on}
export function ordersOf(sample) {
  const all = sample.orders.map((facts, i) => made(sample, facts, 101 + i));
  const others = sample.others.map((facts, i) => made(sample, facts, 201 + i));
  return {
    open: all,
    left: others.filter(({ status }) => status === 'Left'),
    others: others.filter(({ status }) => status !== 'Left'),
  };
}

// The morning after: what was due today is confirmed, but for the second order of the
// shared parcel; a buyer whose order was pending has paid.
export function nextMorning(sample) {
  const { open, others } = ordersOf(sample);
  const of = (order) => order.buyer.email.split('@')[0];
  const refused = open.filter((order) => of(order) === sample.shared)[1];
  const later = open.filter(
    (order) => order.promise > dayEnd(sample.now, 1, order.market) && of(order) !== sample.shared,
  );
  const paid = others.find(({ status }) => status === 'Pending');
  return [
    refused,
    ...later,
    { ...paid, status: 'Unshipped', payment: sample.now + 9 * 60 * MINUTE },
  ];
}

// One return of each stage, each of an order that the all-orders report has as shipped.
function returnsOf(sample, shipped) {
  const row = (order, facts, n) => {
    const { offset, currency } = MARKETS[order.market];
    const day = (days) => dayInWords(sample.now - days * DAY, offset);
    const [line] = order.lines;
    return {
      ...returned(order, line, offset),
      'Order Amount': ((line.price + line.shipping) / 100).toFixed(2),
      'Currency code': currency,
      'Amazon RMA ID': `DSAMPLE${n + 1}RRMA`,
      'Return request date': day(facts.asked),
      'Return request status': facts.status ?? 'Approved',
      'Return Reason': facts.reason,
      'In policy': facts.outside ? 'N' : 'Y',
      'A-to-Z Claim': facts.claim ? 'Y' : 'N',
      'Label to be paid by': facts.byBuyer ? 'Customer' : 'Seller',
      'Return delivery date': facts.arrived === undefined ? '' : day(facts.arrived),
      'Refunded Amount': facts.refunded ?? '0.00',
      Resolution: facts.status === 'Pending' ? '' : 'StandardRefund',
    };
  };
  return returnsReport(shipped.map((order, n) => row(order, order.returned, n)));
}

// Its files, by name.
export function filesOf(sample) {
  const { open, left, others } = ordersOf(sample);
  const told = open.map((order) => ({
    ...order,
    status: order.lines.some((line) => line.shipped > 0) ? 'PartiallyShipped' : order.status,
  }));
  const { now, name, variants } = sample;
  const unshipped = { kind: 'unshipped-orders', variant: variants.unshipped };
  return {
    [`${name}-unshipped.txt`]: bytesOf({ ...unshipped, now }, writeAll(open)),
    [`${name}-new-orders.txt`]: bytesOf(
      { kind: 'new-orders', variant: variants.news, now },
      writeAll([...open, ...left]),
    ),
    [`${name}-all-orders.txt`]: bytesOf(
      { kind: 'all-orders', variant: variants.all, now },
      writeAll([...told, ...others]),
    ),
    [`${name}-returns.txt`]: returnsOf(
      sample,
      others.filter((order) => order.returned),
    ),
    [`${name}-next-day-unshipped.txt`]: bytesOf(
      { ...unshipped, now: now + DAY },
      writeAll(nextMorning(sample)),
    ),
  };
}
