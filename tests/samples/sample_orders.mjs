// The thirty orders of the samples, by hand: together they show every rule for
// now = 2026-11-20T09:00:00+09:00, a Friday before a long weekend (Monday the
// 23rd is a holiday). Days count from that Friday.
import { Chance } from './chance.mjs';
import { dayEnd } from './orders.mjs';
import { plainOrder, windowOf } from './sample_morning.mjs';

export const SAMPLE_NOW = Date.parse('2026-11-20T09:00:00+09:00');
export const SAMPLE_NEXT_DAY = SAMPLE_NOW + 86_400_000;
const MINUTE = 60_000;
const DAY = 86_400_000;

// sku, name, price, shipping
const PRODUCTS = {
  tumbler: ['TUMB-480-GR', 'ステンレス真空断熱タンブラー 480ml ふた付き（グレー）', 2480, 350],
  board: ['CUTB-HINOKI-M', '四万十ひのきのまな板 スタンド式 中', 3200, 550],
  lamp: ['LAMP-LED-WH', 'LEDデスクライト 調光・調色 クランプ式 ホワイト', 4570, 0],
  towel: ['TOWL-IMB-3', '今治産フェイスタオル 3枚組 無撚糸', 1980, 350],
  umbrella: ['UMBR-AUTO-NV', '自動開閉 折りたたみ傘 10本骨【ネイビー】', 2780, 350],
  kettle: ['KETL-09-BK', '細口ドリップケトル 0.9L IH対応', 5400, 700],
  teapot: ['TEAP-NAMBU-05', '南部鉄器 急須 0.5L 茶こし付き', 6800, 700],
  film: ['FILM-156', '液晶保護フィルム 15.6" ブルーライトカット', 1280, 0],
  knife: ['KNIF-165', '三徳包丁 165mm ㈱みどり製作所', 7900, 550],
  furoshiki: ['FURO-90-AO', '風呂敷 綿100% 90cm 青海波', 1650, 210],
  plates: ['DISH-ARITA-5', '有田焼 取り皿 5枚組 ①染付', 5200, 700],
  cups: ['CUPS-HAGI-2', '萩焼 湯呑み 2個組 桐箱入り', 2400, 300],
  tenugui: ['TENU-5', '注染てぬぐい 5枚組 季節の柄', 1980, 300],
  blanket: ['BLAN-WOOL', '泉大津ウールひざ掛け 70×100cm', 5500, 0],
  pen: ['PENF-EF', '万年筆 極細字 ｺﾝﾊﾞｰﾀｰ付き', 4200, 350],
};

const place = (prefecture, postal, area, chome, ban, go, building = '', room = '') => ({
  prefecture,
  postal,
  area,
  chome,
  ban,
  go,
  building,
  room,
  spelling: 1,
});

// name, phone, address
const BUYERS = {
  sato: [
    '佐藤 陽菜',
    '090-0000-1201',
    place('東京都', '104-0099', '中央区桜ヶ丘', 1, 2, 3, 'メゾン白樺', '203'),
  ],
  suzuki: [
    '鈴木　翔太',
    '09000001202',
    place('神奈川県', '220-0099', '横浜市西区汐見町', 4, 12, 7),
  ],
  takahashi: [
    '髙橋 美咲',
    '080-0000-1203',
    place('大阪府', '530-0099', '大阪市北区花咲町', 2, 8, 15, 'グリーンハイツ', '1204'),
  ],
  tanaka: ['田中大輔', '06-0000-1204', place('大阪府', '560-0099', '豊中市若葉台', 3, 1, 9)],
  ito: [
    '伊藤 さくら',
    '090-0000-1205',
    place('愛知県', '460-0099', '名古屋市中区朝日森', 5, 21, 2, 'サンライズタワー', '3601'),
  ],
  watanabe: [
    '渡辺 健太',
    '080-0000-1206',
    place('北海道', '060-0099', '札幌市中央区北野原', 7, 14, 1),
  ],
  yamamoto: [
    '山本 花子',
    '03-0000-1207',
    place('東京都', '135-0099', '江東区港南台町', 6, 3, 11, 'ヴィラ汐見', '501'),
  ],
  nakamura: [
    '中村 蓮',
    '090-0000-1208',
    place('福岡県', '810-0099', '福岡市中央区青葉原', 1, 10, 4),
  ],
  kobayashi: [
    '小林 由美子',
    '080-0000-1209',
    place('京都府', '600-0099', '京都市下京区宮ノ前', 2, 5, 5, 'コーポ桜', '102'),
  ],
  kato: ['加藤 直樹', '09000001210', place('静岡県', '420-0099', '静岡市葵区竹の里', 3, 17, 8)],
  yoshida: [
    '吉田 葵',
    '090-0000-1211',
    place('宮城県', '980-0099', '仙台市青葉区月見台', 4, 4, 12),
  ],
  matsumoto: ['ﾏﾂﾓﾄ ﾚﾝ', '08000001212', place('広島県', '730-0099', '広島市中区東山手町', 8, 2, 6)],
  inoue: ['井上 真由美', '03-0000-1213', place('東京都', '206-0099', '府中市二ツ池', 1, 9, 3)],
  kimura: [
    '木村 浩',
    '090-0000-1214',
    place('埼玉県', '330-0099', 'さいたま市大宮区緑が丘', 2, 20, 10, 'リバーサイドコート', '708'),
  ],
  hayashi: ['林 千尋', '080-0000-1215', place('千葉県', '260-0099', '千葉市中央区新川端', 5, 6, 1)],
  midori: [
    '青木 圭介',
    '03-0000-1216',
    place('東京都', '104-0098', '中央区八重垣町', 2, 11, 1, '第二若葉ビル', '4F'),
  ],
  hoshimi: [
    '遠藤 智子',
    '06-0000-1217',
    place('大阪府', '541-0099', '大阪市中央区星見ケ丘', 1, 1, 20),
  ],
  miyazaki: ['宮﨑 亮', '090-0000-1218', place('沖縄県', '900-0099', '那覇市南風町', 3, 7, 14)],
  igarashi: [
    '五十嵐 奈々',
    '080-0000-1219',
    place('新潟県', '950-0099', '新潟市中央区千本木', 6, 15, 2),
  ],
  fukuda: [
    '福田 修',
    '09000001220',
    place('兵庫県', '650-0099', '神戸市中央区朝日森', 4, 3, 9, 'シャトー月見', '303'),
  ],
  ota: ['太田 瞳', '090-0000-1221', place('長野県', '380-0099', '長野市白樺通り', 1, 18, 5)],
  nishimura: ['西村 学', '080-0000-1222', place('石川県', '920-0099', '金沢市竹の里', 2, 2, 2)],
  hara: ['原 菜摘', '090-0000-1223', place('岡山県', '700-0099', '岡山市北区花咲町', 9, 8, 7)],
};

// days: ship-by, counted from today.
const ORDERS = [
  { buyer: 'inoue', days: -49, lines: ['furoshiki'] }, // given up long ago: its buyer's data should go
  { buyer: 'watanabe', days: -11, lines: ['kettle'], vergeCancel: true }, // Amazon has probably cancelled it
  { buyer: 'kato', days: -9, lines: ['pen'], vergeCancel: true }, // past the 7 calendar days
  { buyer: 'nakamura', days: -7, lines: ['plates'], vergeCancel: true }, // confirm today or lose it
  { buyer: 'tanaka', days: -2, lines: ['lamp', 'film'], shipped: [1, 0] }, // charged in full, half confirmed, late
  { buyer: 'hara', days: -1, lines: ['umbrella'] },
  { buyer: 'sato', days: 0, lines: ['tumbler', 'towel'], spelling: 1 }, // three orders, one house, three spellings
  { buyer: 'sato', days: 1, lines: ['board'], spelling: 0 },
  { buyer: 'sato', days: 4, lines: ['furoshiki:2'], spelling: 3 },
  { buyer: 'ito', days: 0, lines: ['teapot'] },
  { buyer: 'matsumoto', days: 0, lines: ['film:3'], cash: { paid: 0, fee: 330 } },
  {
    buyer: 'kobayashi',
    days: 0,
    lines: ['towel:2'],
    giftMessage: 'お誕生日おめでとう！',
    wrap: 308,
  },
  {
    buyer: 'midori',
    days: 0,
    lines: ['lamp:10'],
    business: true,
    po: '4711',
    poGlued: true,
    company: '株式会社みどり製作所',
  },
  { buyer: 'suzuki', days: 1, lines: ['knife'], promotion: 790, second: 395 },
  { buyer: 'kimura', days: 3, lines: ['umbrella', 'towel'], shipped: [1, 0] },
  { buyer: 'yoshida', days: 4, lines: ['pen:2'] },
  { buyer: 'yamamoto', days: 4, lines: ['plates'], spelling: 2, serviceLevel: 'Standard' }, // same house, another service: ask
  {
    buyer: 'yamamoto',
    days: 5,
    lines: ['tumbler'],
    spelling: 4,
    serviceLevel: 'NextDay',
    prime: true,
  },
  {
    buyer: 'hoshimi',
    days: 4,
    lines: ['teapot', 'plates:2'],
    business: true,
    po: 'PO-2026/118',
    company: '有限会社星見商店',
  },
  {
    buyer: 'hayashi',
    days: 5,
    lines: ['board'],
    serviceLevel: 'Scheduled',
    window: [7, 18, 21],
    vergeLate: true,
  },
  { buyer: 'takahashi', days: 5, lines: ['kettle'], cancelReason: '間違えて注文した' },
  { buyer: 'miyazaki', days: 5, lines: ['furoshiki:3'], vergeLate: true }, // Amazon says late, the dates do not
  { buyer: 'igarashi', days: 6, lines: ['lamp'], vergeCancel: true }, // Amazon says cancelling, the dates do not
  { buyer: 'fukuda', days: 6, lines: ['pen'], cash: { paid: 500, fee: 330 } },
  { buyer: 'ota', days: 6, lines: ['tumbler:2'], replacement: true },
  { buyer: 'nishimura', days: 6, lines: ['knife'], prime: true, serviceLevel: 'NextDay' },
  { buyer: 'kimura', days: 6, lines: ['film'], instructions: '不在時は宅配ボックスへお願いします' },
  { buyer: 'hara', days: 6, lines: ['teapot'], honorific: '様', shippingPromotion: 700 },
  // example W7 of the rules, once the middle line is out of stock
  {
    buyer: 'yoshida',
    days: 6,
    lines: ['cups', 'tenugui', 'blanket'],
    promotion: 198,
    wrap: 308,
    extras: 1,
  },
  { buyer: 'suzuki', days: 6, lines: ['umbrella'], boughtBefore: 3.5 * MINUTE }, // the buyer may still edit it
];

const OTHERS = [
  { buyer: 'kato', status: 'Pending', lines: ['kettle'], boughtBefore: 5 * 60 * MINUTE },
  { buyer: 'ota', status: 'Pending', lines: ['plates', 'towel:2'], boughtBefore: 26 * 60 * MINUTE },
  { buyer: 'ito', status: 'Pending', lines: ['pen'], boughtBefore: 3 * DAY },
  { buyer: 'hayashi', status: 'Cancelled', lines: ['lamp'], boughtBefore: 2 * DAY },
  { buyer: 'fukuda', status: 'Cancelled', lines: ['umbrella:2'], boughtBefore: 4 * DAY },
  { buyer: 'nakamura', status: 'Shipped', lines: ['tumbler'], boughtBefore: 6 * DAY },
  {
    buyer: 'watanabe',
    status: 'Shipped',
    channel: 'Amazon',
    lines: ['film'],
    boughtBefore: 5 * DAY,
  },
  {
    buyer: 'miyazaki',
    status: 'Unshipped',
    channel: 'Amazon',
    lines: ['towel'],
    boughtBefore: DAY,
  },
  // In the new orders report, and no longer in the unshipped one: it has left.
  { buyer: 'ota', status: 'Left', lines: ['umbrella'], boughtBefore: 6 * DAY },
  // A status that does not tell whether it is to be shipped.
  { buyer: 'nakamura', status: 'Shipping', lines: ['towel'], boughtBefore: 3 * DAY },
];

const taxIn = (amount) => Math.floor((amount * 10) / 110);

function make(facts, chance, buyers) {
  const {
    buyer,
    days = 6,
    lines,
    boughtBefore,
    shipped = [],
    promotion = 0,
    shippingPromotion = 0,
    second = 0,
    wrap = 0,
    extras = 0,
    window: hours,
  } = facts;
  const purchase = boughtBefore
    ? SAMPLE_NOW - boughtBefore
    : Math.min(dayEnd(SAMPLE_NOW, days - 3, 'jp'), SAMPLE_NOW - 2 * DAY) -
      chance.between(600, 50_000) * 1000;
  const order = {
    ...plainOrder,
    market: 'jp',
    spelling: 1,
    vergeLate: days <= 0,
    ...facts,
    id: `${chance.pick([249, 250, 503])}-${chance.between(1000000, 9999999)}-${chance.digits(7)}`,
    purchase,
    payment: purchase,
    updated: purchase + 60 * MINUTE,
    promise: dayEnd(SAMPLE_NOW, days, 'jp'),
    buyer: buyers[buyer],
    originalId: '503-4400112-8800221',
    window: windowOf(SAMPLE_NOW, 'jp', hours),
  };
  order.lines = lines.map((text, index) => {
    const [key, count = '1'] = text.split(':');
    const [sku, name, unit, post] = PRODUCTS[key];
    const price = facts.replacement ? 0 : unit * Number(count);
    const shipping = facts.replacement ? 0 : post;
    const first = index === extras; // which line is wrapped and reduced
    // A third line draws for itself, so that what is drawn after the order stays.
    const draw = index < 2 ? chance : new Chance(order.purchase);
    return {
      id: String(draw.between(1, 9)) + draw.digits(13),
      product: { sku, name, asin: `B0${draw.letters(8).toUpperCase()}` },
      purchased: Number(count),
      shipped: shipped[index] ?? 0,
      price,
      tax: taxIn(price),
      shipping,
      shippingTax: taxIn(shipping),
      wrap: first ? wrap : 0,
      wrapTax: first ? taxIn(wrap) : 0,
      giftWrap: first && wrap ? 'gift-wrap-ribbon' : '',
      promotion: first ? promotion : 0,
      shippingPromotion: first ? shippingPromotion : 0,
      promotionId: first && promotion ? '秋の10%オフ' : '',
      secondPromotion: first ? second : 0,
      points: Math.floor(price / 100),
    };
  });
  if (facts.cash) {
    const sum = order.lines.reduce((total, line) => total + line.price + line.shipping, 0);
    order.cash = { ...facts.cash, collect: sum + facts.cash.fee - facts.cash.paid };
  }
  return order;
}

// {open: the thirty orders, left: those that only the new orders report still has,
// others: pending, cancelled, shipped, unclear and Amazon-fulfilled ones}
export function sampleOrders() {
  const chance = new Chance(2026);
  const buyers = {};
  for (const [key, [name, phone, address]] of Object.entries(BUYERS)) {
    buyers[key] = {
      name,
      recipient: name,
      phone,
      address,
      email: `${chance.letters(13)}@marketplace.amazon.co.jp`,
    };
  }
  const open = ORDERS.map((facts) => make(facts, chance, buyers));
  const all = OTHERS.map((facts) => make(facts, chance, buyers));
  return {
    open,
    left: all.filter(({ status }) => status === 'Left'),
    others: all.filter(({ status }) => status !== 'Left'),
  };
}

// What is unshipped the morning after: whatever was due by the 21st is confirmed, but
// for the second of the three orders that went to one house in one parcel; a buyer whose
// order was pending has paid.
export function nextDayOrders() {
  const { open, others } = sampleOrders();
  const refused = open.filter((order) => order.buyer.name === '佐藤 陽菜')[1];
  const later = open.filter(
    (order) =>
      order.promise > dayEnd(SAMPLE_NOW, 1, 'jp') && order.buyer.name !== refused.buyer.name,
  );
  const paid = { ...others[0], status: 'Unshipped', payment: SAMPLE_NOW + 9 * 60 * MINUTE };
  return [refused, ...later, paid];
}
