// A layout as the seller makes it: the columns of a label program's own template, and what
// of an order fills each. What is made is a layout's text; the core alone writes rows by it.

import type { OwnLayout } from '../../../wasm/parcelwise';
import { decoded } from './tables';

// Of core/policy/own_layout.h, those that a person would choose.
export const sources = [
  'order-id',
  'key',
  'name',
  'first-name',
  'last-name',
  'address-1',
  'address-2',
  'address-3',
  'street',
  'house-number',
  'address-other',
  'city',
  'state',
  'postal-code',
  'country',
  'phone',
  'email',
  'skus',
  'goods',
  'units',
  'sender-name',
  'sender-phone',
  'sender-postal-code',
  'sender-address',
] as const;
export type Source = (typeof sources)[number];

export interface DraftColumn {
  readonly name: string; // as the template has it
  from: Source | ''; // "": the text alone
  text: string;
}

// What a column's name says of what fills it, in the languages of label programs; the
// first that fits.
const guesses: readonly [RegExp, Source][] = [
  [/e-?mail|メール/, 'email'],
  [/phone|tel|mobile|cell|電話/, 'phone'],
  [/zip|post.?(code|leitzahl)|\bplz\b|\bcap\b|郵便/, 'postal-code'],
  [/country|land\b|nazione|paese|国/, 'country'],
  [/state|prov|county|region|都道府県/, 'state'],
  [/city|town|\bort\b|citt|localit|市区/, 'city'],
  [/address.?(line)?.?3|indirizzo.?3|住所.?3/, 'address-3'],
  [/address.?(line)?.?2|indirizzo.?2|住所.?2/, 'address-2'],
  [/house|hausnr|civico|番地/, 'house-number'],
  [/address|street|stra(ß|ss)e|indirizzo|住所/, 'address-1'],
  [/first.?name|vorname/, 'first-name'],
  [/last.?name|surname|nachname|cognome/, 'last-name'],
  [/order|\bref|ordine|rif\b|riferimento|bestell|注文/, 'order-id'],
  [/sku/, 'skus'],
  [/content|descri|contenuto|merce|inhalt|品名/, 'goods'],
  [/quantit|pieces|colli|個数/, 'units'],
  [/name|nome|destinatario|empf(ä|ae)nger|recipient|氏名|お届け先/, 'name'],
];

export class LayoutDraft {
  rows: readonly (readonly string[])[] = []; // of the first orders, as the core would write them
  problem = ''; // why there are none

  private constructor(
    public name: string,
    readonly columns: readonly DraftColumn[],
    readonly delimiter: string,
    readonly encoding: string,
  ) {}

  // Of a template: undefined where its first line names no two columns.
  static async read(file: File): Promise<LayoutDraft | undefined> {
    const text = (await decoded(file)).replace(/^\ufeff/, '');
    const [head = ''] = text.split(/\r?\n|\r/, 1);
    const marks = ['\t', ';', '|', ','];
    const mark = marks.find((each) => cells(head, each).length > 1);
    if (!mark || text.includes('\0')) return undefined;
    const columns = cells(head, mark).map((name): DraftColumn => {
      const from = guesses.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1] ?? '';
      return { name, from, text: '' };
    });
    const known = new Set<string>();
    for (const column of columns) {
      if (known.has(column.from)) column.from = '';
      known.add(column.from);
    }
    return new LayoutDraft(
      file.name.replace(/\.\w+$/, ''),
      columns,
      mark === '\t' ? 'tab' : mark,
      await encodingOf(file),
    );
  }

  get layout(): OwnLayout & { readonly id: string } {
    const plain = this.name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    return {
      layout: 1,
      id: `own-${plain || 'layout'}`.slice(0, 40),
      name: this.name,
      encoding: this.encoding,
      delimiter: this.delimiter,
      columns: this.columns.map(({ name, from, text }) => ({
        name,
        ...(from && { from }),
        ...(text && { text }),
      })),
    };
  }

  // What the core wrote, cell by cell.
  async show(bytes: ArrayBuffer | undefined, problem: string): Promise<void> {
    const text = bytes ? await decoded(new Blob([bytes])) : '';
    const mark = this.delimiter === 'tab' ? '\t' : this.delimiter;
    this.rows = text
      .split('\r\n')
      .slice(1, 4)
      .filter((row) => row !== '')
      .map((row) => cells(row, mark));
    this.problem = this.rows.length > 0 ? '' : problem;
  }
}

// One line's cells; quotes as spreadsheets write them.
function cells(line: string, mark: string): string[] {
  const found: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; ++at) {
    const c = line[at] as string;
    if (quoted && c === '"' && line[at + 1] === '"') cell += line[++at];
    else if (c === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (c === mark && !quoted) {
      found.push(cell.trim());
      cell = '';
    } else cell += c;
  }
  return [...found, cell.trim()];
}

// The program reads what it writes: UTF-8 where the template is, with its mark; else what
// spreadsheets of its language save.
async function encodingOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8-bom';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return /[\u3040-\u30ff\u4e00-\u9fff]/.test(await decoded(file)) ? 'cp932' : 'windows-1252';
  }
}
