// A month of one seller, made up: 600 new orders of two marketplaces, of which the
// morning's unshipped reports have 25, three of them confirmed in part, and 12 came
// after them. All others were confirmed or cancelled meanwhile.
import { Chance } from './chance.mjs';

export const MONTH_NOW = '2026-11-16T10:00:00+09:00';
const MADE = Date.parse('2026-11-16T08:30:00+09:00');
const MINUTE = 60_000;
const DAY = 86_400_000;

const UNSHIPPED =
  'order-id order-item-id purchase-date payments-date reporting-date promise-date ' +
  'days-past-promise buyer-email buyer-name buyer-phone-number sku product-name ' +
  'quantity-purchased quantity-shipped quantity-to-ship ship-service-level recipient-name ' +
  'ship-address-1 ship-city ship-state ship-postal-code ship-country';
const NEW =
  'order-id order-item-id purchase-date payments-date buyer-email buyer-name ' +
  'buyer-phone-number sku product-name quantity-purchased currency item-price item-tax ' +
  'shipping-price shipping-tax recipient-name ship-address-1 ship-city ship-state ' +
  'ship-postal-code ship-country sales-channel';

const MARKETS = [
  { channel: 'Amazon.co.jp', country: 'JP', currency: 'JPY', offset: 9, prefix: 250 },
  { channel: 'Amazon.de', country: 'DE', currency: 'EUR', offset: 1, prefix: 302 },
];

const instant = (ms) => new Date(ms).toISOString().replace('.000Z', '+00:00');

function addressOf(market, house) {
  return market.country === 'JP'
    ? {
        'ship-address-1': `港区芝1-${house}-3`,
        'ship-city': '',
        'ship-state': '東京都',
        'ship-postal-code': '105-0099',
        'recipient-name': `見本 ${'一二三四五六七八九十'[house % 10]}郎`,
      }
    : {
        'ship-address-1': `Beispielweg ${house}`,
        'ship-city': 'Musterstadt',
        'ship-state': '',
        'ship-postal-code': '10999',
        'recipient-name': `Erika Beispiel ${house}`,
      };
}

// Every fourth order is of the second marketplace; a house buys more than once.
function makeOrder(chance, number, bought) {
  const market = MARKETS[number % 4 === 3 ? 1 : 0];
  const house = 1 + chance.between(0, 150);
  const id = `${market.prefix}-${String(number).padStart(7, '0')}-${chance.digits(7)}`;
  const lines = Array.from({ length: number % 5 === 0 ? 2 : 1 }, (_, at) => ({
    'order-item-id': `${10_000_000_000 + number * 10 + at}`,
    sku: `SKU-${chance.between(1, 40)}-${at}`,
    'product-name': '見本の品',
    'quantity-purchased': String(chance.between(1, 3)),
  }));
  const whole = {
    'order-id': id,
    'purchase-date': instant(bought),
    'payments-date': instant(bought),
    'buyer-email': `h${house}@marketplace.${market.channel.toLowerCase()}`,
    'buyer-name': '見本',
    'buyer-phone-number': '03-0000-1234',
    'ship-service-level': 'Standard',
    'ship-country': market.country,
    ...addressOf(market, house),
  };
  return { market, id, bought, whole, lines };
}

function table(columns, rows) {
  const names = columns.split(' ');
  const cells = rows.map((row) => names.map((name) => row[name] ?? '').join('\t'));
  return { header: names.join('\t'), rows: cells };
}

// What is open, by id: its lines that are left.
export function month(seed = 11) {
  const chance = new Chance(seed);
  const orders = [];
  for (let number = 0; number < 600; ++number) {
    const bought =
      number < 563
        ? MADE - 4 * DAY - chance.between(0, 26 * 24 * 60) * MINUTE
        : number < 588
          ? MADE - DAY - chance.between(0, 2 * 24 * 60) * MINUTE
          : MADE + chance.between(5, 80) * MINUTE;
    orders.push(makeOrder(chance, number, bought));
  }
  const listed = orders.slice(563, 588);
  // Orders of two lines are every fifth: three of them have lost one.
  const partly = listed.filter(({ lines }) => lines.length === 2).slice(0, 3);
  const open = new Map();
  for (const order of orders.slice(563)) {
    open.set(order.id, partly.includes(order) ? order.lines.slice(1) : order.lines);
  }
  const files = {};
  for (const market of MARKETS) {
    const own = orders.filter((order) => order.market === market);
    const day = (ms) => Math.floor((ms + market.offset * 60 * MINUTE) / DAY);
    const dayEnd = (number) => (number + 1) * DAY - market.offset * 60 * MINUTE - 1000;
    const rows = own
      .filter((order) => listed.includes(order))
      .flatMap((order) =>
        open.get(order.id).map((line) => ({
          ...order.whole,
          ...line,
          'reporting-date': instant(order.bought + 30 * MINUTE),
          'promise-date': instant(dayEnd(day(order.bought) + 3)),
          'days-past-promise': String(day(MADE) - (day(order.bought) + 3) - 1),
          'quantity-shipped': '0',
          'quantity-to-ship': line['quantity-purchased'],
        })),
      );
    files[`unshipped-${market.country}.txt`] = table(UNSHIPPED, rows);
    files[`new-${market.country}.txt`] = table(
      NEW,
      own.flatMap((order) =>
        order.lines.map((line) => ({
          ...order.whole,
          ...line,
          currency: market.currency,
          'item-price': market.currency === 'JPY' ? '1200' : '12.00',
          'item-tax': '0',
          'shipping-price': market.currency === 'JPY' ? '400' : '4.00',
          'shipping-tax': '0',
          'sales-channel': market.channel,
        })),
      ),
    );
  }
  const orderOf = new Map(orders.map((order) => [order.id, order]));
  return { files, open, partly: partly.map(({ id }) => id), orders, orderOf };
}

export const textOf = ({ header, rows }) => [header, ...rows].map((row) => `${row}\r\n`).join('');

// The same rows in another order.
export function shuffled(rows, chance) {
  const moved = [...rows];
  for (let at = moved.length - 1; at > 0; --at) {
    const other = chance.between(0, at);
    [moved[at], moved[other]] = [moved[other], moved[at]];
  }
  return moved;
}
