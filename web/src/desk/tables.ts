// A seller's own tables among the files that are dropped: told from reports by their
// headings, and read as text in the encoding that a spreadsheet saved them in.

import { savedWork } from './plan';
import { shopOf } from './settings';

export type OwnFile =
  | 'tariff'
  | 'skus'
  | 'work'
  | 'shop'
  | 'wording'
  | 'cases'
  | 'policy'
  | 'journal'
  | 'layout'
  | 'settings'
  | undefined;

const headBytes = 4096;
const orderId = /order-?_?id|注文番号/;
const goods =
  /^(length|width|height|weight|temperature|tax|長さ|縦|幅|横|高さ|重さ|重量|温度帯|税率|label|ラベル品名|略称)/;

// By the heading alone: the core reads the rest and says what is wrong with it.
export async function ownFile(file: File): Promise<OwnFile> {
  if (/\.json$/i.test(file.name)) return ofJson(await decoded(file));
  if (!/\.(csv|tsv|txt)$/i.test(file.name)) return undefined;
  const heading = await headingOf(file);
  const has = (pattern: RegExp) => heading.some((cell) => pattern.test(cell));
  if (has(orderId)) return undefined;
  if (has(/^(service|サービス)$/) && has(/^(price|料金)/)) return 'tariff';
  return has(/^sku$/) && has(goods) ? 'skus' : undefined;
}

// Whether it is a table of orders, by its heading.
export async function namesOrders(file: File): Promise<boolean> {
  return (await headingOf(file)).some((cell) => orderId.test(cell));
}

async function headingOf(file: File): Promise<string[]> {
  const text = await decoded(file.slice(0, headBytes));
  return (text.split(/[\r\n]/).find((line) => line.trim() !== '') ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\t,;]/)
    .map((cell) => cell.replace(/["\s]/g, ''));
}

function ofJson(text: string): OwnFile {
  if (savedWork(text)) return 'work';
  if (shopOf(text)) return 'shop';
  try {
    const json = JSON.parse(text) as unknown;
    if (Array.isArray(json)) return 'sku' in Object(json[0]) ? 'skus' : 'tariff';
    if ('journal' in Object(json)) return 'journal';
    if ('layout' in Object(json)) return 'layout';
    if ('settings' in Object(json)) return 'settings';
    if ('messages' in Object(json)) return 'wording';
    if ('cases' in Object(json)) return 'cases';
    return 'services' in Object(json) || 'prices' in Object(json) ? 'tariff' : 'policy';
  } catch {
    return 'policy'; // the core says what is wrong with it
  }
}

export async function decoded(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // A head may end within a character.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    const japanese = document.documentElement.lang === 'ja' || looksJapanese(bytes);
    return new TextDecoder(japanese ? 'shift_jis' : 'windows-1252').decode(bytes);
  }
}

// Two bytes a character, most of them kana, common kanji or full-width signs.
function looksJapanese(bytes: Uint8Array): boolean {
  const text = new TextDecoder('shift_jis').decode(bytes);
  return !text.includes('\ufffd') && /[\u3040-\u30ff\u4e00-\u9fff\uff01-\uff5e]/.test(text);
}
