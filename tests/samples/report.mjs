// Writes one report: header, one row for each line of each order, promotions' own
// rows. Text is gathered, encoded and handed to `sink` in pieces of about 1 MB,
// so a report of any size needs the same memory.
import { CELLS, CONTINUATION_CELLS } from './cells.mjs';
import { encoderOf } from './encodings.mjs';

const PIECE = 1 << 20;
const LINE_ENDS = { crlf: '\r\n', lf: '\n', cr: '\r' };

export class ReportWriter {
  #text = '';
  #rows = [];

  constructor({ columns, encoding = 'utf-8', delimiter = 'tab', lineEnd = 'lf', now, sink }) {
    this.columns = columns;
    this.now = now;
    this.encoder = encoderOf(encoding);
    this.delimiter = delimiter;
    this.lineEnd = LINE_ENDS[lineEnd];
    if (!this.lineEnd)
      throw new Error(`no line end ${lineEnd}; there are ${Object.keys(LINE_ENDS).join(', ')}`);
    this.sink = sink;
    this.cells = columns.map((column) => CELLS[column] ?? (() => ''));
    this.continuationCells = columns.map((column) => CONTINUATION_CELLS[column] ?? (() => ''));
    this.hasPromotions = columns.includes('item-promotion-id');
    if (this.encoder.mark.length > 0) sink(Buffer.from(this.encoder.mark));
    this.row(columns);
  }

  // The rows of one order, each an array of fields.
  rowsOf(order) {
    const rows = [];
    for (const line of order.lines) {
      rows.push(this.cells.map((cell) => cell(order, line, this)));
      if (this.hasPromotions && line.secondPromotion > 0)
        rows.push(this.continuationCells.map((cell) => cell(order, line, this)));
    }
    return rows;
  }

  order(order) {
    for (const row of this.rowsOf(order)) this.row(row);
  }

  // Fields, or a raw line as text.
  row(fields) {
    if (typeof fields !== 'string') {
      fields = this.delimiter === 'tab' ? fields.join('\t') : fields.map(quoted).join(',');
    }
    this.#rows.push(fields);
    if (this.#rows.length >= 256) this.#gather();
  }

  close() {
    this.#gather();
    this.#flush();
  }

  #gather() {
    if (this.#rows.length === 0) return;
    this.#text += this.#rows.join(this.lineEnd) + this.lineEnd;
    this.#rows = [];
    if (this.#text.length >= PIECE) this.#flush();
  }

  #flush() {
    if (this.#text.length > 0) this.sink(this.encoder.encode(this.#text));
    this.#text = '';
  }
}

// RFC 4180.
function quoted(field) {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
