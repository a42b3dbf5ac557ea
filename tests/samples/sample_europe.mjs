// The European morning: an Italian seller's account, whose reports hold the orders of five
// stores, in euros and pounds. Friday, 20 November 2026, nine in Rome.
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

// sku, price, shipping, names by store ("all": the rest)
const products = {
  moka: [
    'MOKA-3-01',
    2650,
    490,
    {
      all: 'Moka Borgo 3 tazze in alluminio',
      de: 'Espressokocher Borgo, 3 Tassen',
      uk: 'Borgo Moka Pot, 3 Cups',
    },
  ],
  tagliere: [
    'TAGL-UL-02',
    3490,
    590,
    {
      all: 'Tagliere in legno d’ulivo 35 cm',
      de: 'Schneidebrett Olivenholz 35 cm',
      es: 'Tabla de cortar de olivo 35 cm',
      uk: 'Olive Wood Chopping Board 35 cm',
    },
  ],
  lampada: [
    'LAMP-AR-03',
    5900,
    0,
    {
      all: 'Lampada da tavolo «Aria» LED',
      fr: 'Lampe de table « Aria » LED',
      de: 'Tischleuchte „Aria“ LED',
    },
  ],
  tazzine: [
    'TAZZ-6-04',
    3200,
    490,
    {
      all: 'Tazzine da caffè, 6 pezzi, decoro limoni',
      fr: 'Tasses à café, 6 pièces, décor citrons',
      es: 'Tazas de café, 6 piezas, limones',
    },
  ],
  plaid: [
    'PLAI-LN-05',
    6900,
    0,
    { all: 'Plaid in lana 130×180 cm', de: 'Wolldecke 130×180 cm', uk: 'Wool Throw 130×180 cm' },
  ],
  grembiule: [
    'GREM-BL-06',
    1990,
    490,
    {
      all: 'Grembiule da cucina blu notte',
      fr: 'Tablier de cuisine bleu nuit',
      es: 'Delantal de cocina azul noche',
    },
  ],
  saponi: ['SAPO-4-07', 1480, 390, { all: 'Saponi all’olio d’oliva, 4 pezzi' }],
  quaderno: ['QUAD-A5-08', 1250, 290, { all: 'Quaderno A5 carta cotone 15"' }],
};

// name, phone, two lines of address, town, province, postal code, country
const buyers = {
  bianchi: [
    'Giulia Bianchi',
    '+39 000 000 1201',
    'Via dei Limoni Finti 12',
    'Scala B, int. 4',
    'Milano',
    'MI',
    '20199',
    'IT',
  ],
  dangelo: [
    'Niccolò D’Angelo',
    '+39 000 000 1202',
    'Corso Belvedere 7',
    '',
    'Forlì',
    'FC',
    '47199',
    'IT',
  ],
  conti: [
    'Chiara Conti',
    '+39 000 000 1203',
    'Piazza dell’Unisono 3',
    '',
    'Torino',
    'TO',
    '10199',
    'IT',
  ],
  esposito: [
    'Matteo Esposito',
    '+39 000 000 1204',
    'Viale Aurora 45',
    '',
    'Cefalù',
    'PA',
    '90099',
    'IT',
  ],
  ferri: [
    'Luca Ferri',
    '+39 000 000 1205',
    'Vicolo Corto 2',
    'int. 9',
    'Bologna',
    'BO',
    '40199',
    'IT',
  ],
  greco: ['Sofia Greco', '+39 000 000 1206', 'Via Serena 88', '', 'Bari', 'BA', '70199', 'IT'],
  officine: [
    'Paolo Moretti',
    '+39 000 000 1207',
    'Via del Tornio 5',
    '',
    'Modena',
    'MO',
    '41199',
    'IT',
  ],
  mueller: ['Jürgen Müller', '+49 000 0001211', 'Apfelgasse 14', '', 'Köln', '', '50999', 'DE'],
  weiss: ['Anke Weiß', '+49 000 0001212', 'Am Mühlbach 3', '', 'Bremen', '', '28999', 'DE'],
  lefevre: [
    'Élodie Lefèvre',
    '+33 0 00 00 12 21',
    '8 rue de l’Étoile Bleue',
    '',
    'Lyon',
    '',
    '69999',
    'FR',
  ],
  renard: [
    'Zoé Renard',
    '+33 0 00 00 12 22',
    '21 chemin des Cigales',
    '',
    'Nantes',
    '',
    '44999',
    'FR',
  ],
  nunez: [
    'José Núñez',
    '+34 000 001231',
    'Calle del Olmo 6, 2º B',
    '',
    'Málaga',
    'Málaga',
    '29999',
    'ES',
  ],
  bennett: [
    'Oliver Bennett',
    '+44 0000 001241',
    '4 Quince Row',
    '',
    'Leeds',
    'West Yorkshire',
    'LS99 9ZZ',
    'GB',
  ],
  hughes: [
    'Carys Hughes',
    '+44 0000 001242',
    '17 Harbour Steps',
    'Flat 2',
    'Cardiff',
    '',
    'CF99 9ZZ',
    'GB',
  ],
};

// days: ship-by, counted from today in the store's zone.
const orders = [
  { market: 'it', buyer: 'dangelo', days: -11, lines: ['moka'], vergeCancel: true }, // Amazon has probably cancelled it
  { market: 'de', buyer: 'weiss', days: -9, lines: ['plaid'], vergeCancel: true }, // past the 7 calendar days
  { market: 'uk', buyer: 'hughes', days: -7, lines: ['tagliere'], vergeCancel: true }, // confirm today or lose it
  { market: 'it', buyer: 'conti', days: -2, lines: ['lampada', 'quaderno'], shipped: [1, 0] }, // charged in full, half confirmed, late
  { market: 'fr', buyer: 'renard', days: -1, lines: ['grembiule'] },
  { market: 'it', buyer: 'bianchi', days: 0, lines: ['moka', 'saponi'] }, // three orders, one house, three spellings
  { market: 'it', buyer: 'bianchi', days: 1, lines: ['tazzine'], spelling: 1 },
  { market: 'it', buyer: 'bianchi', days: 4, lines: ['saponi:2'], spelling: 2 },
  { market: 'de', buyer: 'mueller', days: 0, lines: ['moka:2'] },
  { market: 'uk', buyer: 'bennett', days: 0, lines: ['plaid'] },
  {
    market: 'es',
    buyer: 'nunez',
    days: 0,
    lines: ['tagliere'],
    giftMessage: '¡Feliz cumpleaños!',
    wrap: 290,
  },
  {
    market: 'it',
    buyer: 'officine',
    days: 0,
    lines: ['lampada:4'],
    business: true,
    po: 'ODA-4711',
    company: 'Officine Àncora S.r.l.',
  },
  { market: 'fr', buyer: 'lefevre', days: 1, lines: ['tazzine'], promotion: 320 },
  { market: 'it', buyer: 'ferri', days: 4, lines: ['tagliere'], serviceLevel: 'Standard' }, // same house, another service: ask
  {
    market: 'it',
    buyer: 'ferri',
    days: 5,
    lines: ['quaderno'],
    serviceLevel: 'Expedited',
    prime: true,
    spelling: 1,
  },
  {
    market: 'de',
    buyer: 'weiss',
    days: 4,
    lines: ['lampada'],
    business: true,
    company: 'Café Weiß GmbH',
  },
  {
    market: 'it',
    buyer: 'esposito',
    days: 5,
    lines: ['plaid'],
    serviceLevel: 'Scheduled',
    window: [7, 14, 18],
  },
  {
    market: 'es',
    buyer: 'nunez',
    days: 5,
    lines: ['grembiule'],
    cancelReason: 'Ordered by mistake',
  },
  { market: 'uk', buyer: 'hughes', days: 5, lines: ['moka'], pickup: true, vergeLate: true }, // Amazon says late, the dates do not
  { market: 'it', buyer: 'greco', days: 6, lines: ['lampada'], vergeCancel: true }, // Amazon says cancelling, the dates do not
  {
    market: 'fr',
    buyer: 'renard',
    days: 6,
    lines: ['lampada'],
    replacement: true,
    ioss: 'IM0000000000',
  },
  // its middle line out of stock shows a refund by line
  {
    market: 'it',
    buyer: 'greco',
    days: 6,
    lines: ['tazzine', 'grembiule', 'saponi'],
    promotion: 199,
    wrap: 290,
    extras: 1,
  },
  { market: 'it', buyer: 'dangelo', days: 6, lines: ['quaderno:2'], boughtBefore: 12 * 60_000 }, // the buyer may still edit it
];

const others = [
  { market: 'it', buyer: 'conti', status: 'Pending', lines: ['moka'], boughtBefore: 5 * HOUR },
  { market: 'de', buyer: 'mueller', status: 'Pending', lines: ['plaid'], boughtBefore: 26 * HOUR },
  { market: 'fr', buyer: 'lefevre', status: 'Cancelled', lines: ['moka'], boughtBefore: 2 * DAY },
  {
    market: 'it',
    buyer: 'ferri',
    status: 'Shipped',
    channel: 'Amazon',
    lines: ['saponi'],
    boughtBefore: 5 * DAY,
  },
  // A status that does not tell whether it is to be shipped.
  { market: 'it', buyer: 'greco', status: 'Shipping', lines: ['moka'], boughtBefore: 3 * DAY },
  // A shipped one whose parcel comes back.
  {
    market: 'es',
    buyer: 'nunez',
    status: 'Shipped - Returning to Seller',
    lines: ['tazzine'],
    boughtBefore: 15 * DAY,
  },
  // In the new orders report, and no longer in the unshipped one: it has left.
  { market: 'it', buyer: 'esposito', status: 'Left', lines: ['saponi'], boughtBefore: 6 * DAY },
  // Delivered so long ago that its buyer's data should go.
  {
    market: 'it',
    buyer: 'conti',
    status: 'Left',
    lines: ['quaderno'],
    boughtBefore: 58 * DAY,
    days: -55,
  },
  // Asked the day before yesterday, not answered: shipped from abroad, so three days at most.
  {
    market: 'de',
    buyer: 'weiss',
    status: 'Shipped',
    lines: ['tagliere'],
    boughtBefore: 12 * DAY,
    returned: { asked: 2, status: 'Pending', reason: 'CR-UNWANTED_ITEM', byBuyer: true },
  },
  // Answered, and on its way back.
  {
    market: 'it',
    buyer: 'ferri',
    status: 'Shipped',
    lines: ['lampada'],
    boughtBefore: 16 * DAY,
    returned: { asked: 6, reason: 'CR-DEFECTIVE' },
  },
  // Here for four days, and still not refunded.
  {
    market: 'it',
    buyer: 'greco',
    status: 'Shipped',
    lines: ['tazzine:2'],
    boughtBefore: 21 * DAY,
    returned: { asked: 11, arrived: 4, reason: 'CR-DAMAGED_BY_CARRIER' },
  },
  // Here, and refunded.
  {
    market: 'fr',
    buyer: 'renard',
    status: 'Shipped',
    lines: ['moka'],
    boughtBefore: 24 * DAY,
    returned: {
      asked: 15,
      arrived: 10,
      status: 'Completed',
      refunded: '26.50',
      reason: 'CR-ORDERED_WRONG_ITEM',
      byBuyer: true,
    },
  },
  // The buyer has turned to Amazon.
  {
    market: 'uk',
    buyer: 'bennett',
    status: 'Shipped',
    lines: ['tagliere'],
    boughtBefore: 28 * DAY,
    returned: { asked: 9, claim: true, reason: 'CR-DEFECTIVE' },
  },
];

export const EUROPE = {
  name: 'sample-eu',
  now: Date.parse('2026-11-20T09:00:00+01:00'),
  variants: { unshipped: 'eu-rich', news: 'eu-rich', all: 'eu-few' },
  promotion: 'Sconto autunno 10%',
  shared: 'bianchi', // whose three orders go in one parcel
  products,
  buyers,
  orders,
  others,
};
