// Made-up people in Japan. Prefectures and cities exist; towns, houses, firms
// and telephone numbers do not. One address has several honest spellings, as
// the same buyer writes it on different days.
const SURNAMES = (
  '佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水 山崎 森 池田 橋本 阿部 ' +
  '石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 斉藤 福田 太田 西村 藤井 金子 岡本 藤原 中野 三浦 ' +
  '原田 髙木 竹内 小野 田村 横山 松田 宮﨑 上田 安藤 谷口 五十嵐 久保 北川 八木 二宮'
).split(' ');
const GIVEN = (
  '陽菜 翔太 美咲 大輔 さくら 健太 花子 太郎 結衣 蓮 葵 悠真 凛 湊 一郎 由美子 恵子 直樹 真由美 浩 千尋 拓也 麻衣 剛 愛 ' +
  '修 彩 誠 智子 亮 奈々 隼人 ひかり 大和 七海 圭介 瞳 学 みどり 洋平 京子 勇気 桃子 慎一 裕子 康平 菜摘 正 香織 遼'
).split(' ');
const KANA = 'ｻﾄｳ ﾊﾙﾅ|ｽｽﾞｷ ｼｮｳﾀ|ﾀﾅｶ ﾊﾅｺ|ﾜﾀﾅﾍﾞ ｹﾝｼﾞ|ｺﾊﾞﾔｼ ﾕｲ|ﾔﾏﾀﾞ ﾀﾛｳ|ﾖｼﾀﾞ ﾐｻｷ|ﾏﾂﾓﾄ ﾚﾝ'.split('|');

// Prefecture, the first three digits of its postal codes, cities.
const PLACES = [
  ['東京都', '104', ['中央区', '江東区', '世田谷区', '練馬区', '八王子市', '府中市']],
  ['神奈川県', '220', ['横浜市西区', '川崎市高津区', '相模原市緑区', '藤沢市']],
  ['大阪府', '530', ['大阪市北区', '堺市堺区', '豊中市', '八尾市']],
  ['愛知県', '460', ['名古屋市中区', '豊橋市', '一宮市']],
  ['埼玉県', '330', ['さいたま市大宮区', '川越市', '所沢市']],
  ['千葉県', '260', ['千葉市中央区', '船橋市', '八千代市']],
  ['兵庫県', '650', ['神戸市中央区', '姫路市', '西宮市']],
  ['北海道', '060', ['札幌市中央区', '函館市', '旭川市']],
  ['福岡県', '810', ['福岡市中央区', '北九州市小倉北区', '久留米市']],
  ['静岡県', '420', ['静岡市葵区', '浜松市', '三島市']],
  ['京都府', '600', ['京都市下京区', '宇治市']],
  ['広島県', '730', ['広島市中区', '福山市', '府中市']],
  ['宮城県', '980', ['仙台市青葉区', '石巻市']],
  ['新潟県', '950', ['新潟市中央区', '長岡市']],
  ['長野県', '380', ['長野市', '松本市']],
  ['沖縄県', '900', ['那覇市', '沖縄市']],
  ['岡山県', '700', ['岡山市北区', '倉敷市']],
  ['熊本県', '860', ['熊本市中央区', '八代市']],
  ['石川県', '920', ['金沢市', '小松市']],
  ['鹿児島県', '892', ['鹿児島市', '霧島市']],
];
const TOWNS =
  '桜ヶ丘 緑が丘 若葉台 東山手町 南風町 花咲町 月見台 北野原 新川端 星見ケ丘 白樺通り 千本木 八重垣町 汐見町 朝日森 宮ノ前 竹の里 青葉原 港南台町 二ツ池'.split(
    ' ',
  );
const BUILDINGS =
  'メゾン白樺 コーポ桜 グリーンハイツ ﾊﾟｰｸﾋﾙｽﾞ青葉 サンライズタワー ヴィラ汐見 第二若葉荘 リバーサイドコート シャトー月見 ひまわりマンション'.split(
    ' ',
  );
const COMPANIES =
  '株式会社みどり製作所 有限会社星見商店 ㈱青葉設計 合同会社月見堂 株式会社サンプル物流 汐見電機株式会社 一般社団法人花咲協会'.split(
    ' ',
  );
const KANJI_DIGITS = '〇一二三四五六七八九';

export const toFullWidth = (text) =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

export function makePerson(chance) {
  if (chance.happens(0.02)) return chance.pick(KANA);
  const space = chance.weighted([
    ['　', 5],
    [' ', 3],
    ['', 2],
  ]);
  return chance.pick(SURNAMES) + space + chance.pick(GIVEN);
}

export const makeCompany = (chance) => chance.pick(COMPANIES);

export function makeAddress(chance) {
  const [prefecture, postalStart, cities] = chance.pick(PLACES);
  return {
    prefecture,
    postal: `${postalStart}-${chance.digits(4)}`,
    area: chance.pick(cities) + chance.pick(TOWNS),
    chome: chance.between(1, 9),
    ban: chance.between(1, 28),
    go: chance.between(1, 19),
    building: chance.happens(0.55) ? chance.pick(BUILDINGS) : '',
    room: `${chance.between(1, 9)}0${chance.between(1, 8)}`,
    spelling: chance.below(6),
    homePlate: chance.happens(0.3),
  };
}

// The lines ship-address-1 and -2 in one of six spellings of the same place.
export function spellAddress(address, spelling) {
  const { area, chome, ban, go, building, room } = address;
  const house = [
    () =>
      `${area}${toFullWidth(String(chome))}丁目${toFullWidth(`${ban}`)}－${toFullWidth(`${go}`)}`,
    () => `${area}${chome}-${ban}-${go}`,
    () => `${area}${chome}丁目${ban}番${go}号`,
    () => `${area}${KANJI_DIGITS[chome]}丁目${ban}-${go}`,
    () => `${area}${toFullWidth(`${chome}ー${ban}ー${go}`)}`,
    () => `${area}　${chome}丁目${ban}番地${go}`,
  ][spelling]();
  const home = building && `${building}${spelling % 4 === 0 ? toFullWidth(room) : room}`;
  return [house, home];
}

export const SPELLINGS = 6;

// Ranges that no subscriber has: area codes with exchange 0000.
export function makePhone(chance) {
  const number = chance.digits(4);
  const phone = chance.weighted([
    [`090-0000-${number}`, 5],
    [`080-0000-${number}`, 3],
    [`03-0000-${number}`, 2],
    [`06-0000-${number}`, 1],
  ]);
  return chance.happens(0.5) ? phone : phone.replaceAll('-', '');
}
