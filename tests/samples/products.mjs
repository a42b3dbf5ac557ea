// Made-up goods with believable names: what it is, its virtues, size and colour,
// as sellers write titles. Some carry an inch mark or a comma on purpose.
const GOODS = {
  jp: {
    things: [
      ['真空断熱タンブラー', 'TUMB', 2480],
      ['木製まな板 ひのき', 'CUTB', 3200],
      ['LEDデスクライト 調光調色', 'LAMP', 4570],
      ['今治産フェイスタオル 3枚組', 'TOWL', 1980],
      ['折りたたみ傘 自動開閉', 'UMBR', 2780],
      ['ドリップケトル 0.9L', 'KETL', 5400],
      ['南部鉄器 急須', 'TEAP', 6800],
      ['珪藻土バスマット', 'BATH', 2200],
      ['Type-C充電ケーブル 2m', 'CABL', 980],
      ['ノートパソコンスタンド アルミ製', 'STND', 3480],
      ['包丁 三徳 165mm', 'KNIF', 7900],
      ['風呂敷 綿100% 90cm', 'FURO', 1650],
      ['保存容器セット 耐熱ガラス', 'GLAS', 3980],
      ['卓上加湿器 300ml', 'HUMI', 2980],
      ['万年筆 細字', 'PENF', 4200],
      ['キッチンスケール 0.1g', 'SCAL', 1780],
      ['有田焼 取り皿 5枚組', 'DISH', 5200],
      ['スリッパ 来客用 4足', 'SLIP', 3600],
      ['ペット用ブラシ', 'PETB', 1480],
      ['液晶保護フィルム 15.6"', 'FILM', 1280],
    ],
    virtues:
      '食洗機対応 軽量 滑り止め付き 日本製 抗菌 おしゃれ 北欧風 省エネ 静音 大容量 コンパクト 収納袋付き 水洗い可 母の日 ギフト 新生活 一人暮らし プレゼント 説明書付き 1年保証 業務用 家庭用'.split(
        ' ',
      ),
    sizes: 'S M L ﾚｷﾞｭﾗｰ ワイド 2個セット 3個セット ①型 Ⅱ型 単品'.split(' '),
    colours:
      '（ホワイト）|（ブラック）|【グレー】|【ネイビー】|- ベージュ|／レッド|～限定色～|（アイボリー×木目）'.split(
        '|',
      ),
  },
  abroad: {
    things: [
      ['Insulated Tumbler 16 oz', 'TUMB', 2490],
      ['Cutting Board, Bamboo', 'CUTB', 3200],
      ['Desk Lamp with Dimmer', 'LAMP', 4590],
      ['Cotton Towels, Set of 3', 'TOWL', 1999],
      ['Folding Umbrella', 'UMBR', 2799],
      ['Gooseneck Kettle 0.9 L', 'KETL', 5400],
      ['Moka Caffè 3 tazze', 'MOKA', 2650],
      ['Laptop Sleeve 15.6"', 'SLEV', 1899],
      ['USB-C Cable 2 m', 'CABL', 999],
      ['Couteau de cuisine 20 cm', 'KNIF', 7900],
      ['Glass Storage Set, 5 Pieces', 'GLAS', 3980],
      ['TV Wall Mount 32"-55"', 'MNTW', 3450],
    ],
    virtues:
      'Dishwasher Safe|Lightweight|Non-Slip|Eco-Friendly|Gift Idea|1 Year Warranty|For Home and Office|with Manual|Easy to Clean|Large Capacity'.split(
        '|',
      ),
    sizes: 'Small Medium Large 2-Pack 3-Pack'.split(' '),
    colours: '(White)|(Black)|- Grey|- Navy|/ Red|(Écru)'.split('|'),
  },
};

// price is in the currency's minor units at about a hundredth of a euro or dollar, or in yen.
export function makeProduct(chance, market) {
  const goods = market === 'jp' ? GOODS.jp : GOODS.abroad;
  const [thing, code, price] = chance.pick(goods.things);
  const count = chance.between(3, market === 'jp' ? 8 : 4);
  let virtues = '';
  for (let i = 0; i < count; i++) virtues += ` ${chance.pick(goods.virtues)}`;
  const colour = chance.below(goods.colours.length);
  const size = chance.pick(goods.sizes);
  return {
    sku: `${code}-${size.length}${chance.between(10, 99)}-C${colour}`,
    name: `${thing}${virtues} ${size} ${goods.colours[colour]}`,
    asin: `B0${chance.letters(8).toUpperCase()}`,
    price: price + 10 * chance.below(40),
  };
}
