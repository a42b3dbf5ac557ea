// The carriers' files that are kept as golden files, the shop that sends them, and how
// each is read back: columns counted from the headings of docs/formats.md 3.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { NOW } from '../golden/reports.mjs';
import { SAMPLES } from './golden_files.mjs';

export const SHOP = {
  sender: {
    name: '豊洲茶舗',
    phone: '03-0000-1999',
    postal_code: '135-0099',
    address: '東京都江東区豊洲1-2-27',
    building: '豊洲ビル3F',
  },
  goods: '日用品',
  carriers: {
    'yamato-b2': { customer_code: '0312345678' },
    'sagawa-ehiden3': { customer_code: '123456789012' },
    yuprint: { size: '060', slip_type_cash: '1100781' },
  },
};

const B2 =
  'お客様管理番号,送り状種類,クール区分,伝票番号,出荷予定日,お届け予定日,配達時間帯,お届け先コード,お届け先電話番号,お届け先電話番号枝番,' +
  'お届け先郵便番号,お届け先住所,お届け先アパートマンション名,お届け先会社・部門１,お届け先会社・部門２,お届け先名,お届け先名(ｶﾅ),敬称,' +
  'ご依頼主コード,ご依頼主電話番号,ご依頼主電話番号枝番,ご依頼主郵便番号,ご依頼主住所,ご依頼主アパートマンション,ご依頼主名,ご依頼主名(ｶﾅ),' +
  '品名コード１,品名１,品名コード２,品名２,荷扱い１,荷扱い２,記事,ｺﾚｸﾄ代金引換額（税込),内消費税額等,止置き,営業所コード,発行枚数,' +
  '個数口表示フラグ,請求先顧客コード,請求先分類コード,運賃管理番号,クロネコwebコレクトデータ登録,クロネコwebコレクト加盟店番号,' +
  'クロネコwebコレクト申込受付番号１,クロネコwebコレクト申込受付番号２,クロネコwebコレクト申込受付番号３,お届け予定ｅメール利用区分,' +
  'お届け予定ｅメールe-mailアドレス,入力機種,お届け予定ｅメールメッセージ,お届け完了ｅメール利用区分,お届け完了ｅメールe-mailアドレス,' +
  'お届け完了ｅメールメッセージ,クロネコ収納代行利用区分,予備,収納代行請求金額(税込),収納代行内消費税額等,収納代行請求先郵便番号,' +
  '収納代行請求先住所,収納代行請求先住所（アパートマンション名）,収納代行請求先会社・部門名１,収納代行請求先会社・部門名２,' +
  '収納代行請求先名(漢字),収納代行請求先名(カナ),収納代行問合せ先名(漢字),収納代行問合せ先郵便番号,収納代行問合せ先住所,' +
  '収納代行問合せ先住所（アパートマンション名）,収納代行問合せ先電話番号,収納代行管理番号,収納代行品名,収納代行備考,複数口くくりキー,' +
  [1, 2, 3, 4, 5].map((n) => `検索キータイトル${n},検索キー${n}`).join() +
  ',予備,予備,投函予定メール利用区分,投函予定メールe-mailアドレス,投函予定メールメッセージ,' +
  ['お届け先', 'ご依頼主']
    .map((who) =>
      ['利用区分', 'e-mailアドレス', 'メールメッセージ'].map(
        (what) => `投函完了メール（${who}宛）${what}`,
      ),
    )
    .join();

const wide = (n) =>
  String(n).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const SAGAWA =
  'お届け先コード取得区分,お届け先コード,お届け先電話番号,お届け先郵便番号,お届け先住所１,お届け先住所２,お届け先住所３,お届け先名称１,お届け先名称２,' +
  'お客様管理番号,お客様コード,部署ご担当者コード取得区分,部署ご担当者コード,部署ご担当者名称,荷送人電話番号,ご依頼主コード取得区分,ご依頼主コード,' +
  'ご依頼主電話番号,ご依頼主郵便番号,ご依頼主住所１,ご依頼主住所２,ご依頼主名称１,ご依頼主名称２,荷姿,' +
  [1, 2, 3, 4, 5].map((n) => `品名${wide(n)}`).join() +
  ',荷札荷姿,' +
  Array.from({ length: 11 }, (_, i) => `荷札品名${wide(i + 1)}`).join() +
  ',出荷個数,スピード指定,クール便指定,配達日,配達指定時間帯,配達指定時間（時分）,代引金額,消費税,決済種別,保険金額,指定シール１,指定シール２,指定シール３,' +
  '営業所受取,SRC区分,営業所受取営業所コード,元着区分,メールアドレス,ご不在時連絡先,出荷日,お問い合せ送り状No.,出荷場印字区分,集約解除指定,' +
  Array.from({ length: 10 }, (_, i) => `編集${wide(String(i + 1).padStart(2, '0'))}`).join();

const CLICK_POST =
  'お届け先郵便番号,お届け先氏名,お届け先敬称,お届け先住所1行目,お届け先住所2行目,お届け先住所3行目,お届け先住所4行目,内容品';

// By the key's own digits: its last eleven are the order's.
const byKey = (key, orders) =>
  [...orders].find((order) => order.replaceAll('-', '').endsWith(key.slice(4)));

const with_layout = (layout) => ({
  ...SHOP,
  carriers: { ...SHOP.carriers, yuprint: { ...SHOP.carriers.yuprint, layout } },
});

export const CARRIERS = [
  {
    name: 'yamato-b2',
    kind: 'yamato-b2',
    columns: 95,
    header: B2.split(','),
    order: (row) => row[0],
    read: (row) => [row[10], row[11] + row[12], row[13] + row[15], row[8]],
  },
  {
    name: 'sagawa-ehiden3',
    kind: 'sagawa-ehiden3',
    columns: 74,
    header: SAGAWA.split(','),
    order: (row, orders) => byKey(row[9], orders),
    read: (row) => [row[3], row.slice(4, 7).join(''), row[7] + row[8], row[2]],
  },
  {
    name: 'clickpost',
    kind: 'clickpost',
    columns: 8,
    header: CLICK_POST.split(','),
    shop: { ...SHOP, carriers: { clickpost: { key_in_goods: 'yes' } } },
    order: (row, orders) => byKey(row[7].split(' ').at(-1), orders),
    read: (row) => [row[0], row.slice(3, 7).join(''), row[1], null],
  },
  {
    name: 'yuprint-118',
    kind: 'yuprint',
    columns: 118,
    header: null,
    order: (row) => row[53],
    read: (row) => [row[12], row.slice(13, 16).join(''), row[16] + row[17], row[19]],
  },
  {
    name: 'yuprint-100',
    kind: 'yuprint',
    columns: 100,
    header: null,
    shop: with_layout('100'),
    order: (row, orders) => byKey(row[0], orders),
    read: (row) => [row[14], row[15] + row[16], row[17], row[20]],
  },
].map((carrier) => ({
  shop: SHOP,
  ...carrier,
  path: new URL(`golden/${carrier.name}.csv`, import.meta.url).pathname,
}));

// The command's arguments; the shop's file is written into `folder`.
export function carrier_arguments({ name, kind, shop }, out, folder) {
  const file = join(folder, `shop-${name}.json`);
  writeFileSync(file, JSON.stringify(shop));
  return ['export', kind, '--now', NOW, '--language', 'en', '--shop', file, ...SAMPLES, '-o', out];
}
