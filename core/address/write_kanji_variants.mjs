// Writes core/address/kanji_variants.inc: old and variant kanji beside the form
// that Japanese addresses print today.
//   node core/address/write_kanji_variants.mjs
//
// Sources: Unicode 15 (Debian: unicode-data) and the Japanese table of OpenCC
// (JPVariants.txt, Apache-2.0). A pair stands here because one of them says so;
// that a character looks like another is no reason.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const tablePath = fileURLToPath(new URL('kanji_variants.inc', import.meta.url));

const unicode = '/usr/share/unicode';
const pairsPerLine = 13;

// OpenCC's pairs of which a Japanese code page has the first, without 纔才, 菸煙,
// 卮巵, 妝粧 and 濾沪, which are two words in Japanese.
const openCc =
  '乘乗 亂乱 亙亘 亞亜 佛仏 來来 假仮 傳伝 僞偽 價価 儉倹 兒児 兩両 剩剰 劍剣 劑剤 勞労 勳勲 勵励 勸勧 區区 卷巻 卻却 參参 咒呪 啞唖 單単 噓嘘 嚙噛 嚴厳 囑嘱 圈圏 國国 圍囲 圓円 圖図 團団 增増 墮堕 壓圧 壘塁 壞壊 壤壌 壯壮 壹壱 壽寿 ' +
  '奧奥 奬奨 孃嬢 學学 寢寝 實実 寫写 寬寛 寶宝 將将 專専 對対 屆届 屬属 峯峰 峽峡 嶽岳 巖巌 巢巣 帶帯 廁厠 廢廃 廣広 廳庁 彈弾 彌弥 彎弯 徑径 從従 徵徴 德徳 恆恒 悅悦 惠恵 惡悪 惱悩 慘惨 應応 懷懐 戀恋 戰戦 戲戯 戾戻 拂払 拔抜 ' +
  '拜拝 挾挟 插挿 揭掲 搔掻 搖揺 搜捜 摑掴 擇択 擊撃 擔担 據拠 擴拡 攝摂 攪撹 收収 效効 敕勅 敘叙 數数 斷断 晚晩 晝昼 曆暦 曉暁 曾曽 會会 枡桝 條条 棧桟 棱稜 榮栄 樂楽 樓楼 樞枢 樣様 橫横 檢検 櫻桜 權権 歐欧 歡歓 步歩 歷歴 歸帰 殘残 ' +
  '殼殻 毆殴 每毎 氣気 沒没 涉渉 淚涙 淨浄 淺浅 渴渇 溪渓 溫温 滯滞 滿満 潛潜 澀渋 澤沢 濟済 濱浜 瀧滝 瀨瀬 灣湾 燈灯 燒焼 營営 爐炉 爭争 爲為 牀床 犧犠 狀状 狹狭 獨独 獵猟 獸獣 獻献 瓣弁 畫画 當当 疊畳 痹痺 瘦痩 癡痴 發発 ' +
  '盜盗 盡尽 碎砕 祕秘 祿禄 禪禅 禮礼 禱祷 稱称 稻稲 穎頴 穗穂 穩穏 穰穣 竊窃 粹粋 絲糸 經経 綠緑 緖緒 緣縁 縣県 縱縦 總総 繡繍 繩縄 繪絵 繼継 續続 纖繊 缺欠 罐缶 羣群 聰聡 聲声 聽聴 肅粛 腦脳 膽胆 臟臓 臺台 與与 舉挙 ' +
  '舊旧 莊荘 莖茎 萬万 蔣蒋 蔥葱 薰薫 藏蔵 藝芸 藥薬 蘆芦 處処 虛虚 號号 螢蛍 蟲虫 蠟蝋 蠶蚕 蠻蛮 裝装 覺覚 覽覧 觀観 觸触 謠謡 證証 譯訳 譽誉 讀読 變変 讓譲 豐豊 豫予 貓猫 貳弐 賣売 賴頼 贊賛 踐践 輕軽 轉転 辨弁 辭辞 辯弁 遞逓 ' +
  '遲遅 邊辺 醉酔 醫医 醬醤 釀醸 釋釈 錄録 錢銭 鍊錬 鐵鉄 鑄鋳 鑛鉱 關関 陷陥 隨随 險険 隱隠 雙双 雜雑 雞鶏 霸覇 靈霊 靜静 顏顔 顯顕 餘余 騷騒 驅駆 驗験 驛駅 髓髄 體体 髮髪 鬥闘 鱉鼈 鷗鴎 鹼鹸 鹽塩 麥麦 麪麺 麴麹 黃黄 黑黒 默黙 ' +
  '點点 黨党 齊斉 齋斎 齒歯 齡齢 龍竜 龜亀 鄰隣';

// The 22 pairs that JIS X 0208 let change places in 1983: files from before and
// after spell one name by one code. The form in level 1 stands.
const jis1983 =
  '鰺鯵 鶯鴬 蠣蛎 攪撹 竈竃 灌潅 諫諌 頸頚 礦砿 蘂蕊 靱靭 賤賎 壺壷 礪砺 檮梼 濤涛 邇迩 蠅蝿 檜桧 儘侭 藪薮 籠篭';

// Variants in place names. Unihan's variant fields must join each, but for
// 渕 and 驒, which gazetteers of Japan print both ways.
const placeNames = '﨑崎 嵜崎 髙高 濵濱 舘館 栁柳 渊淵 埜野';
const printedBothWays = '渕淵 驒騨';

const unhex = (code) => String.fromCodePoint(parseInt(code.replace('U+', ''), 16));
const unihan = (file) =>
  execFileSync('bzcat', [`${unicode}/${file}`], { encoding: 'utf8', maxBuffer: 1 << 28 })
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'));

const split = (pairs) => pairs.split(' ').map((pair) => [...pair]);

export function variantPairs() {
  const japanese = new Set(); // in some Japanese code page
  const windows = new Set(); // in CP932's own rows
  const pairs = new Map();
  const add = (old, now) => {
    if (old.length !== 1 || now.length !== 1 || old === now) return;
    // Unihan links some pairs both ways; the first way stands.
    if (pairs.get(now) !== old && !pairs.has(old)) pairs.set(old, now);
  };
  // Kanji for names, with the form of the list of common kanji: 2010:U+4E57.
  for (const [code, field, value] of unihan('Unihan_OtherMappings.txt.bz2')) {
    if (/^k(Jis0|JIS0213|IBMJapan|JinmeiyoKanji)$/.test(field)) japanese.add(unhex(code));
    if (field === 'kIBMJapan') windows.add(unhex(code));
    const link = field === 'kJinmeiyoKanji' && value.match(/:(U\+[0-9A-F]+)/);
    if (link) add(unhex(code), unhex(link[1]));
  }
  // Compatibility ideographs that CP932 has.
  for (const line of readFileSync(`${unicode}/UnicodeData.txt`, 'utf8').split('\n')) {
    const [code, name, , , , decomposition] = line.split(';');
    if (!name?.startsWith('CJK COMPATIBILITY IDEOGRAPH') || !decomposition) continue;
    if (windows.has(unhex(code))) add(unhex(code), unhex(decomposition));
  }
  for (const [old, now] of split(`${openCc} ${jis1983}`)) add(old, now);

  const said = new Set();
  for (const [code, field, value] of unihan('Unihan_Variants.txt.bz2')) {
    if (field === 'kSpoofingVariant') continue;
    for (const [other] of value.matchAll(/U\+[0-9A-F]+/g)) {
      said.add(unhex(code) + unhex(other)).add(unhex(other) + unhex(code));
    }
  }
  const unsaid = split(placeNames).filter((pair) => !said.has(pair.join('')));
  const foreign = split(openCc).filter(([old]) => !japanese.has(old));
  for (const [old, now] of split(`${placeNames} ${printedBothWays}`)) add(old, now);

  // To the end of each chain, so that one step suffices: U+6FF5 over U+6FF1 to U+6D5C.
  const last = (c) => (pairs.has(c) ? last(pairs.get(c)) : c);
  const table = [...pairs.keys()].sort().map((old) => [old, last(old)]);
  return { table, unsaid, foreign };
}

export function tableText() {
  const { table } = variantPairs();
  const lines = [];
  for (let i = 0; i < table.length; i += pairsPerLine) {
    lines.push(
      `    u"${table
        .slice(i, i + pairsPerLine)
        .map((pair) => pair.join(''))
        .join('')}"`,
    );
  }
  return [
    '// Written by core/address/write_kanji_variants.mjs; do not edit. Pairs, sorted:',
    '// the variant, then the kanji that stands for it. Sources: Unicode 15, Unihan',
    '// (kJinmeiyoKanji, its variant fields) and the Japanese table of OpenCC.',
    'constexpr char16_t kKanjiVariants[] =',
    ...lines,
    '    ;',
    '',
  ].join('\n');
}

export const storedTable = () => readFileSync(tablePath, 'utf8');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(tablePath, tableText());
}
