// The facts of made-up orders, independent of any report: who bought what, to
// where, by when. The same seed gives the same orders whatever report is written
// of them, so reports of one seed join.
import { Chance } from './chance.mjs';
import { makeProduct } from './products.mjs';
import * as abroad from './people_abroad.mjs';
import * as japan from './people_japan.mjs';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// A large shop's catalogue; smaller reports hardly repeat a product.
const MOST_PRODUCTS = 5000;

// offset: of the local day that deadlines end with, standard time.
export const MARKETS = {
  jp: {
    channel: 'Amazon.co.jp',
    mail: 'marketplace.amazon.co.jp',
    currency: 'JPY',
    digits: 0,
    offset: 9,
    prefixes: [249, 250, 251, 252, 253, 503],
    shipping: [0, 0, 350, 410, 550, 700],
  },
  it: {
    channel: 'Amazon.it',
    mail: 'marketplace.amazon.it',
    currency: 'EUR',
    digits: 2,
    offset: 1,
    prefixes: [171, 402, 403, 404, 405, 406],
    shipping: [0, 299, 399, 499, 599],
  },
  de: {
    channel: 'Amazon.de',
    mail: 'marketplace.amazon.de',
    currency: 'EUR',
    digits: 2,
    offset: 1,
    prefixes: [302],
    shipping: [0, 499],
  },
  fr: {
    channel: 'Amazon.fr',
    mail: 'marketplace.amazon.fr',
    currency: 'EUR',
    digits: 2,
    offset: 1,
    prefixes: [171],
    shipping: [0, 499],
  },
  es: {
    channel: 'Amazon.es',
    mail: 'marketplace.amazon.es',
    currency: 'EUR',
    digits: 2,
    offset: 1,
    prefixes: [404],
    shipping: [0, 499],
  },
  uk: {
    channel: 'Amazon.co.uk',
    mail: 'marketplace.amazon.co.uk',
    currency: 'GBP',
    digits: 2,
    offset: 0,
    prefixes: [203],
    shipping: [0, 499],
  },
  us: {
    channel: 'Amazon.com',
    mail: 'marketplace.amazon.com',
    currency: 'USD',
    digits: 2,
    offset: -8,
    prefixes: [111, 112, 113, 114],
    shipping: [0, 499, 599, 799],
  },
  ca: {
    channel: 'Amazon.ca',
    mail: 'marketplace.amazon.ca',
    currency: 'CAD',
    digits: 2,
    offset: -8,
    prefixes: [701],
    shipping: [0, 699],
  },
  br: {
    channel: 'Amazon.com.br',
    mail: 'marketplace.amazon.com.br',
    currency: 'BRL',
    digits: 2,
    offset: -3,
    prefixes: [701, 702],
    shipping: [0, 1290, 1890],
  },
  in: {
    channel: 'Amazon.in',
    mail: 'marketplace.amazon.in',
    currency: 'INR',
    digits: 2,
    offset: 5.5,
    prefixes: [402, 403, 407, 408],
    shipping: [0, 4000, 8000],
  },
};

const CANCEL_REASONS = [
  'Ordered by mistake',
  'Item would not arrive on time',
  'Shipping address is wrong',
  'Found a better price',
];
const GIFT_MESSAGES = {
  jp: ['お誕生日おめでとう！', 'いつもありがとう。体に気をつけてね', '新築祝いです "おめでとう"'],
  abroad: ['Happy birthday!', 'With love, from all of us', 'Congratulations on the new home'],
};
const INSTRUCTIONS = [
  '不在時は宅配ボックスへお願いします',
  'インターホンは鳴らさないでください。赤ちゃんが寝ています',
  '平日の午前中に届けてください',
];

// The end of the local day `days` after the one that holds `now`.
export function dayEnd(now, days, market) {
  const shift = MARKETS[market].offset * HOUR;
  return (Math.floor((now + shift) / DAY) + days + 1) * DAY - shift - 1000;
}

// Endless: next() gives one order after another. `odd` streams never share an
// order id with even ones.
export class OrderStream {
  #chance;
  #count = 0;
  #lineCount = 0;
  #returning = []; // buyers who order again further down
  #shelf = [];

  constructor({ seed, now, market, odd = false }) {
    this.#chance = new Chance(seed * 2 + (odd ? 1 : 0));
    this.now = now;
    this.market = market;
    this.odd = odd ? 1 : 0;
  }

  next() {
    const chance = this.#chance;
    const market = MARKETS[this.market];
    const jp = this.market === 'jp';
    const buyer = this.#nextBuyer();
    const serial = this.#count++ * 2 + this.odd;
    const dueIn = chance.weighted([
      [chance.between(-12, -1), 9],
      [0, 12],
      [chance.between(1, 6), 79],
    ]);
    const promise = dayEnd(this.now, dueIn, this.market);
    const latestPurchase = Math.min(promise - 26 * HOUR, this.now - 20 * MINUTE);
    const purchase = latestPurchase - Math.floor(chance.below(3 * 24 * 60 * 60)) * 1000;
    const state = chance.weighted([
      ['plain', 82],
      ['partly-shipped', 3],
      ['business', 6],
      ['cod', jp ? 4 : 0],
      ['cancel-requested', 2],
      ['gift', 3],
    ]);
    const prime = state !== 'cod' && chance.happens(0.07);
    const order = {
      id: `${chance.pick(market.prefixes)}-${spread(serial)}-${chance.digits(7)}`,
      market: this.market,
      state,
      dueIn,
      purchase,
      payment:
        purchase +
        chance.weighted([
          [0, 3],
          [chance.between(1, 3600) * 1000, 2],
        ]),
      updated: purchase + HOUR,
      promise,
      buyer,
      spelling: chance.happens(0.4)
        ? chance.below(jp ? japan.SPELLINGS : abroad.SPELLINGS)
        : buyer.address.spelling,
      company:
        state === 'business' || chance.happens(0.02)
          ? jp
            ? japan.makeCompany(chance)
            : abroad.makeCompany(chance, this.market)
          : '',
      honorific: jp && chance.happens(0.03) ? '様' : '',
      business: state === 'business',
      po:
        state === 'business' && chance.happens(0.5)
          ? `${chance.pick(['', 'PO-', '2026/'])}${chance.between(1000, 99999)}`
          : '',
      poGlued: chance.happens(0.5),
      prime,
      serviceLevel: chance.weighted([
        ['Standard', 90],
        ['Expedited', 6],
        ['NextDay', 3],
        ['SecondDay', 1],
      ]),
      replacement: state === 'plain' && chance.happens(0.008),
      cancelReason: state === 'cancel-requested' ? chance.pick(CANCEL_REASONS) : '',
      giftMessage: state === 'gift' ? chance.pick(GIFT_MESSAGES[jp ? 'jp' : 'abroad']) : '',
      instructions: jp && chance.happens(0.04) ? chance.pick(INSTRUCTIONS) : '',
      window: null,
      vergeLate: dueIn <= 0,
      vergeCancel: dueIn <= -5,
      status: 'Unshipped',
      channel: 'Merchant',
      lines: [],
    };
    if (chance.happens(0.02)) {
      order.serviceLevel = 'Scheduled';
      const start = promise + 10 * HOUR + chance.between(1, 5) * DAY;
      order.window = { start, end: start + chance.pick([2, 3, 4]) * HOUR };
    }
    if (chance.happens(0.005)) {
      if (chance.happens(0.5)) order.vergeLate = dueIn > 2;
      else order.vergeCancel = dueIn > 0;
    }
    const lines =
      state === 'partly-shipped'
        ? chance.between(2, 3)
        : chance.weighted([
            [1, 64],
            [2, 25],
            [3, 8],
            [4, 3],
          ]);
    for (let i = 0; i < lines; i++) order.lines.push(this.#nextLine(order, i));
    if (state === 'cod') this.#askCash(order);
    return order;
  }

  #nextBuyer() {
    const chance = this.#chance;
    if (this.#returning.length > 0 && chance.happens(0.049)) {
      const at = chance.below(this.#returning.length);
      const again = this.#returning[at];
      if (--again.times === 0) this.#returning.splice(at, 1);
      return again.buyer;
    }
    const jp = this.market === 'jp';
    const people = jp ? japan : abroad;
    const buyer = {
      name: people.makePerson(chance, this.market),
      recipient: '',
      email: `${chance.letters(13)}@${MARKETS[this.market].mail}`,
      phone: people.makePhone(chance, this.market),
      address: people.makeAddress(chance, this.market),
    };
    buyer.recipient = chance.happens(0.9) ? buyer.name : people.makePerson(chance, this.market);
    const times = chance.happens(0.033)
      ? chance.weighted([
          [1, 6],
          [2, 3],
          [3, 1],
        ])
      : 0;
    if (times > 0 && this.#returning.length < 400) this.#returning.push({ buyer, times });
    return buyer;
  }

  // A shop sells its products again and again: some sell much, most a little.
  #nextProduct() {
    const shelf = this.#shelf;
    if (shelf.length < MOST_PRODUCTS) {
      shelf.push(makeProduct(this.#chance, this.market));
      return shelf[shelf.length - 1];
    }
    return shelf[Math.floor(this.#chance.next() ** 2 * shelf.length)];
  }

  #nextLine(order, index) {
    const chance = this.#chance;
    const market = MARKETS[this.market];
    const product = this.#nextProduct();
    const purchased = chance.weighted([
      [1, 82],
      [2, 12],
      [3, 4],
      [6, 1],
      [10, 1],
    ]);
    const price = order.replacement ? 0 : product.price * purchased;
    const shipping = order.replacement ? 0 : chance.pick(market.shipping);
    const gift = order.state === 'gift' && index === 0;
    const wrap = gift ? 308 : 0;
    const promoted = chance.happens(0.05) && !order.replacement;
    return {
      id: `${itemHead(this.#lineCount++ * 2 + this.odd)}${chance.digits(7)}`,
      product,
      purchased,
      shipped: order.state === 'partly-shipped' && index === 0 ? purchased : 0,
      price,
      tax: taxOf(price, this.market),
      shipping,
      shippingTax: taxOf(shipping, this.market),
      wrap,
      wrapTax: taxOf(wrap, this.market),
      giftWrap: gift ? 'gift-wrap-ribbon' : '',
      promotion: promoted ? Math.floor(price / 10) : 0,
      shippingPromotion: promoted && chance.happens(0.4) ? shipping : 0,
      promotionId: promoted ? `Coupon ${chance.between(5, 20)}% PAWS-V2-${chance.digits(10)}` : '',
      // A second promotion comes as a row of its own.
      secondPromotion: promoted && chance.happens(0.2) ? Math.floor(price / 20) : 0,
      points: this.market === 'jp' ? Math.floor(price / 100) : 0,
    };
  }

  #askCash(order) {
    let sum = 0;
    for (const line of order.lines)
      sum +=
        line.price +
        line.shipping +
        line.wrap -
        line.promotion -
        line.shippingPromotion -
        line.secondPromotion;
    const fee = sum < 10000 ? 330 : 440;
    const paid = this.#chance.happens(0.2) ? Math.min(500, sum) : 0;
    order.cash = { collect: sum + fee - paid, paid, fee };
  }
}

// Japan's prices hold the tax; abroad about a fifth stands for it.
function taxOf(amount, market) {
  return market === 'us'
    ? Math.round(amount * 0.07)
    : Math.floor((amount * (market === 'jp' ? 10 : 22)) / (market === 'jp' ? 110 : 122));
}

// A serial number spread over 7 digits: one to one up to nine million.
function spread(serial) {
  return String(1_000_000 + ((serial * 7_368_787 + 2_718_281) % 9_000_000));
}

function itemHead(serial) {
  return String(1_000_000 + ((serial * 4_242_421 + 1_414_213) % 9_000_000));
}
