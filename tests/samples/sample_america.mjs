// The American morning: an account of the United States that sells in Canada too, so that
// its reports hold both stores' orders. Friday, 20 November 2026, nine in Los Angeles, the
// week before Thanksgiving.
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

// sku, price, shipping, names by store ("all": the rest)
const products = {
  tumbler: ['TUMB-16-01', 2490, 499, { all: 'Insulated Tumbler 16 oz, Slate' }],
  board: ['BORD-MP-02', 3900, 599, { all: 'Maple Cutting Board 12" x 18"' }],
  lamp: ['LAMP-BR-03', 6450, 0, { all: 'Brass Desk Lamp with Dimmer' }],
  towels: ['TOWL-3-04', 1999, 499, { all: 'Linen Kitchen Towels, Set of 3' }],
  blanket: ['BLAN-WL-05', 8900, 0, { all: 'Wool Camp Blanket, Twin' }],
  apron: ['APRN-DN-06', 3250, 499, { all: 'Denim Work Apron' }],
  candle: ['CNDL-CD-07', 1800, 499, { all: 'Cedar Soy Candle 8 oz' }],
  journal: ['JRNL-LN-08', 1600, 399, { all: 'Lined Journal, Recycled Paper' }],
};

// name, phone, two lines of address, town, state, postal code, country
const buyers = {
  sampleton: [
    'Emily Sampleton',
    '+1 555-555-0101',
    '12 Nowhere Lane',
    'Apt 4',
    'Springfield',
    'IL',
    '62799-0000',
    'US',
  ],
  madeup: [
    'James Madeup',
    '+1 555-555-0102',
    '400 Fiction Boulevard',
    '',
    'Boston',
    'MA',
    '02299',
    'US',
  ],
  harbor: [
    'Olivia Harbor',
    '+1 555-555-0103',
    '77 Sample Street',
    '',
    'Portland',
    'OR',
    '97299',
    'US',
  ],
  maple: [
    'Liam Maple',
    '+1 555-555-0104',
    '9 Sampleford Road',
    'Unit B',
    'Austin',
    'TX',
    '78799',
    'US',
  ],
  reed: ['Grace Reed', '+1 555-555-0105', '31 Quince Avenue', '', 'Newark', 'NJ', '07199', 'US'],
  dental: [
    'Henry Novak',
    '+1 555-555-0106',
    '5 Example Plaza',
    'Suite 200',
    'Denver',
    'CO',
    '80299',
    'US',
  ],
  okafor: [
    'Ruth Okafor',
    '+1 555-555-0107',
    '1820 Juniper Court',
    '',
    'Atlanta',
    'GA',
    '30399',
    'US',
  ],
  lindqvist: [
    'Walter Lindqvist',
    '+1 555-555-0108',
    '66 Lakeless Drive',
    '',
    'Duluth',
    'MN',
    '55899',
    'US',
  ],
  tran: ['Ava Tran', '+1 555-555-0109', '210 Paper Moon Way', '', 'San Jose', 'CA', '95199', 'US'],
  gagnon: [
    'Noah Gagnon',
    '+1 555-555-0110',
    '14 rue Imaginaire',
    '',
    'Montréal',
    'QC',
    'H9Z 9Z9',
    'CA',
  ],
  fraser: [
    'Mia Fraser',
    '+1 555-555-0111',
    '300 Driftwood Crescent',
    '',
    'Victoria',
    'BC',
    'V9Z 9Z9',
    'CA',
  ],
};

// days: ship-by, counted from today in the store's zone.
const orders = [
  { market: 'us', buyer: 'lindqvist', days: -14, lines: ['blanket'], vergeCancel: true }, // Amazon has probably cancelled it
  { market: 'us', buyer: 'reed', days: -9, lines: ['journal'], vergeCancel: true }, // past the 7 calendar days
  { market: 'ca', buyer: 'fraser', days: -7, lines: ['board'], vergeCancel: true }, // confirm today or lose it
  { market: 'us', buyer: 'madeup', days: -2, lines: ['lamp', 'candle'], shipped: [1, 0] }, // charged in full, half confirmed, late
  { market: 'us', buyer: 'okafor', days: -1, lines: ['apron'] },
  { market: 'us', buyer: 'sampleton', days: 0, lines: ['tumbler', 'towels'] }, // three orders, one house, three spellings
  { market: 'us', buyer: 'sampleton', days: 1, lines: ['board'], spelling: 1 },
  { market: 'us', buyer: 'sampleton', days: 4, lines: ['candle:2'], spelling: 2 },
  { market: 'us', buyer: 'harbor', days: 0, lines: ['lamp'] },
  { market: 'ca', buyer: 'gagnon', days: 0, lines: ['tumbler:3'] },
  {
    market: 'us',
    buyer: 'tran',
    days: 0,
    lines: ['towels:2'],
    giftMessage: 'Happy birthday!',
    wrap: 399,
  },
  {
    market: 'us',
    buyer: 'dental',
    days: 0,
    lines: ['lamp:6'],
    business: true,
    signature: true,
    po: 'PO-4711',
    company: 'Example Dental, P.C.',
  },
  { market: 'us', buyer: 'reed', days: 3, lines: ['board'], promotion: 390, pickup: true },
  { market: 'us', buyer: 'maple', days: 4, lines: ['tumbler'], serviceLevel: 'Standard' }, // same house, another service: ask
  {
    market: 'us',
    buyer: 'maple',
    days: 4,
    lines: ['journal'],
    serviceLevel: 'Expedited',
    prime: true,
    spelling: 1,
  },
  {
    market: 'ca',
    buyer: 'fraser',
    days: 4,
    lines: ['candle:4'],
    business: true,
    company: 'Driftwood Inn Ltd.',
  },
  {
    market: 'us',
    buyer: 'harbor',
    days: 5,
    lines: ['blanket'],
    cancelReason: 'Found a better price',
  },
  { market: 'ca', buyer: 'gagnon', days: 5, lines: ['apron'], vergeLate: true }, // Amazon says late, the dates do not
  { market: 'us', buyer: 'okafor', days: 6, lines: ['lamp'], vergeCancel: true }, // Amazon says cancelling, the dates do not
  { market: 'us', buyer: 'madeup', days: 6, lines: ['tumbler'], replacement: true },
  // its middle line out of stock shows a refund by line
  {
    market: 'us',
    buyer: 'tran',
    days: 6,
    lines: ['board', 'apron', 'candle'],
    promotion: 325,
    wrap: 399,
    extras: 1,
  },
  { market: 'us', buyer: 'lindqvist', days: 6, lines: ['journal:2'], boughtBefore: 12 * 60_000 }, // the buyer may still edit it
];

const others = [
  { market: 'us', buyer: 'reed', status: 'Pending', lines: ['tumbler'], boughtBefore: 5 * HOUR },
  { market: 'ca', buyer: 'gagnon', status: 'Pending', lines: ['blanket'], boughtBefore: 26 * HOUR },
  { market: 'us', buyer: 'harbor', status: 'Cancelled', lines: ['tumbler'], boughtBefore: 2 * DAY },
  {
    market: 'us',
    buyer: 'maple',
    status: 'Shipped',
    channel: 'Amazon',
    lines: ['candle'],
    boughtBefore: 5 * DAY,
  },
  // A status that does not tell whether it is to be shipped.
  { market: 'us', buyer: 'tran', status: 'Shipping', lines: ['tumbler'], boughtBefore: 3 * DAY },
  // A shipped one whose parcel comes back.
  {
    market: 'us',
    buyer: 'okafor',
    status: 'Shipped - Returning to Seller',
    lines: ['towels'],
    boughtBefore: 15 * DAY,
  },
  // In the new orders report, and no longer in the unshipped one: it has left.
  { market: 'us', buyer: 'madeup', status: 'Left', lines: ['candle'], boughtBefore: 6 * DAY },
  // Delivered so long ago that its buyer's data should go.
  {
    market: 'us',
    buyer: 'maple',
    status: 'Left',
    lines: ['journal'],
    boughtBefore: 58 * DAY,
    days: -55,
  },
  // Asked the day before yesterday, and nobody has answered.
  {
    market: 'us',
    buyer: 'reed',
    status: 'Shipped',
    lines: ['board'],
    boughtBefore: 12 * DAY,
    returned: { asked: 2, status: 'Pending', reason: 'CR-UNWANTED_ITEM', byBuyer: true },
  },
  // Answered, and on its way back.
  {
    market: 'us',
    buyer: 'tran',
    status: 'Shipped',
    lines: ['lamp'],
    boughtBefore: 16 * DAY,
    returned: { asked: 6, reason: 'CR-DEFECTIVE' },
  },
  // Here for four days, and still not refunded.
  {
    market: 'us',
    buyer: 'okafor',
    status: 'Shipped',
    lines: ['towels:2'],
    boughtBefore: 21 * DAY,
    returned: { asked: 11, arrived: 4, reason: 'CR-DAMAGED_BY_CARRIER' },
  },
  // Here, and refunded.
  {
    market: 'ca',
    buyer: 'fraser',
    status: 'Shipped',
    lines: ['tumbler'],
    boughtBefore: 24 * DAY,
    returned: {
      asked: 15,
      arrived: 10,
      status: 'Completed',
      refunded: '24.90',
      reason: 'CR-ORDERED_WRONG_ITEM',
      byBuyer: true,
    },
  },
  // The buyer has turned to Amazon.
  {
    market: 'us',
    buyer: 'madeup',
    status: 'Shipped',
    lines: ['board'],
    boughtBefore: 28 * DAY,
    returned: { asked: 9, claim: true, reason: 'CR-DEFECTIVE' },
  },
];

export const AMERICA = {
  name: 'sample-us',
  now: Date.parse('2026-11-20T09:00:00-08:00'),
  variants: { unshipped: 'us-rich', news: 'us-sales', all: 'us' },
  promotion: 'Fall Sale 10%',
  shared: 'sampleton', // whose three orders go in one parcel
  products,
  buyers,
  orders,
  others,
};
