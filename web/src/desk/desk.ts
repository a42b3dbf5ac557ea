// Everything the seller has put on the desk, and the worker that judges it. Reports
// are read one after the other; after the last one the desk asks for a check. When
// the worker dies, a new one reads all reports again from the files still held.

import type {
  AnswerCase,
  CheckSummary,
  Failure,
  FollowUp,
  Language,
  PolicyChoice,
  ExportChoice,
  RefundReasonChoice,
  ReportSummary,
} from '../../../wasm/parcelwise';
import { Cancelled, CoreFailure, WorkerLost, type Channel } from '../worker/channel';
import { lend } from '../worker/lent_file';
import { openChannel } from '../worker/open';
import type { Call, Calls } from '../worker/protocol';
import { newSheet, type Reading, type Sheet } from './sheet';

// A cancel is heard between two chunks; a core that is busy for longer is replaced.
const patienceMs = 1500;
const lossesInARow = 3;

export type DeskState = 'starting' | 'ready' | 'recovering' | 'stopped';

export type Answer<C extends Call> =
  | { readonly value: Calls[C]['answer']; readonly failure?: undefined }
  | { readonly failure: Failure; readonly value?: undefined };

export interface DeskEvents {
  changed(): void;
  checked(summary: CheckSummary | undefined): Promise<void>;
  lost(): void;
  cancelled(name: string): void;
  // A report that was just read, before the check that takes it in.
  arrived(sheet: Sheet): Promise<void>;
  // A file that is no report: true when it is something else, and was taken as that; or
  // what is wrong with it, where that says more than that it is none.
  unread(sheet: Sheet): Promise<boolean | Failure>;
}

export class Desk {
  sheets: Sheet[] = [];
  policies: readonly PolicyChoice[] = [];
  reasons: readonly RefundReasonChoice[] = []; // for a refund, in the language
  exports: readonly ExportChoice[] = []; // what orders can leave as, likewise
  cases: readonly AnswerCase[] = []; // what buyers say, in the language
  followUps: readonly FollowUp[] = []; // answers that wait, as every check takes them in
  wording = ''; // the seller's own words for messages
  wordingFailure: Failure | undefined; // of a file that was not taken
  policy = ''; // what was asked for: an id, a policy's text, or "" for the one found
  policyFailure: Failure | undefined;
  stock = ''; // units in hand, line by line, as every check takes them in
  stockTyped = ''; // the list last given, taken or not
  stockFailure: Failure | undefined; // of a list that was not taken
  checkFailure: Failure | undefined;
  summary: CheckSummary | undefined;
  state: DeskState = 'starting';
  checking = false;
  workers = 0; // started so far; a new one knows no terms, plan or decisions

  private channel: Channel | undefined;
  private losses = 0;
  private pumping = false;
  private checks = 0;
  private stockTaken = '';

  constructor(
    private language: Language,
    private readonly now: () => string,
    private readonly events: DeskEvents,
  ) {}

  async start(): Promise<void> {
    try {
      const [channel, wasm] = await openChannel(() => this.recover());
      this.channel = channel;
      await channel.ask('start', { wasm, language: this.language });
      ++this.workers;
      if (this.policy) await channel.ask('policy', { text: this.policy });
      if (this.wording) await channel.ask('wording', { text: this.wording });
      this.policies = await channel.ask('policies', null);
      this.reasons = await channel.ask('refundReasons', null);
      this.exports = await channel.ask('exportKinds', null);
      this.cases = await channel.ask('answerCases', null);
      this.state = 'ready';
      this.events.changed();
      await this.pump();
    } catch (cause) {
      if (cause instanceof WorkerLost) return; // recover() has taken over
      this.state = 'stopped';
      this.events.changed();
    }
  }

  // The asks that only look at the last check; undefined when the worker was lost.
  async ask<C extends Call>(
    call: C,
    ask: Calls[C]['ask'],
  ): Promise<Calls[C]['answer'] | undefined> {
    return (await this.answer(call, ask))?.value;
  }

  // The same, where the core's refusal is to be shown.
  async answer<C extends Call>(call: C, ask: Calls[C]['ask']): Promise<Answer<C> | undefined> {
    try {
      return this.channel && { value: await this.channel.ask(call, ask) };
    } catch (cause) {
      if (cause instanceof CoreFailure) return { failure: cause.failure };
      if (cause instanceof WorkerLost) return undefined;
      throw cause;
    }
  }

  add(files: Iterable<{ name: string; source: Blob }>): void {
    for (const { name, source } of files) this.sheets.push(newSheet(name, source));
    this.events.changed();
    void this.pump();
  }

  // Reads a report again as the seller says it is to be read.
  correct(sheet: Sheet, reading: Reading): void {
    if (sheet.state === 'read') sheet.before = sheet.reading;
    sheet.reading = reading;
    this.readAgain(sheet);
  }

  readAgain(sheet: Sheet): void {
    sheet.failure = undefined;
    sheet.state = 'waiting';
    sheet.losses = 0;
    this.events.changed();
    void this.pump();
  }

  async remove(sheet: Sheet): Promise<void> {
    this.sheets = this.sheets.filter((each) => each !== sheet);
    this.events.changed();
    if (!sheet.report) return;
    await this.ask('remove', { report: sheet.report.report });
    await this.check();
  }

  async clear(gone: (sheet: Sheet) => boolean = () => true): Promise<void> {
    const sheets = this.sheets.filter(gone);
    for (const sheet of sheets) {
      if (sheet.request) this.channel?.cancel(sheet.request);
    }
    const reports = sheets.flatMap((sheet) => sheet.report?.report ?? []);
    this.sheets = this.sheets.filter((sheet) => !gone(sheet));
    this.stock = this.stockTaken = this.stockTyped = '';
    this.policyFailure = this.stockFailure = this.wordingFailure = undefined;
    for (const report of reports) await this.ask('remove', { report });
    await this.check();
  }

  cancel(sheet: Sheet): void {
    if (sheet.state !== 'reading') return void this.remove(sheet);
    if (sheet.request) this.channel?.cancel(sheet.request);
    setTimeout(() => {
      if (sheet.state !== 'reading') return;
      this.drop(sheet);
      this.replaceWorker();
    }, patienceMs);
  }

  async setLanguage(language: Language): Promise<void> {
    this.language = language;
    await this.ask('language', { language });
    this.reasons = (await this.ask('refundReasons', null)) ?? this.reasons;
    this.exports = (await this.ask('exportKinds', null)) ?? this.exports;
    this.cases = (await this.ask('answerCases', null)) ?? this.cases;
    for (const sheet of this.sheets) {
      if (sheet.state === 'refused') this.readAgain(sheet); // its message was in the old one
    }
    await this.check();
  }

  async setPolicy(text: string): Promise<void> {
    try {
      await this.channel?.ask('policy', { text });
      this.policy = text;
      this.policyFailure = undefined;
      await this.check();
    } catch (cause) {
      if (!(cause instanceof CoreFailure)) return;
      this.policyFailure = cause.failure;
      this.events.changed();
    }
  }

  // "" goes back to the words that come with the page.
  async setWording(text: string): Promise<void> {
    const told = await this.answer('wording', { text });
    this.wordingFailure = told?.failure;
    if (told && !told.failure) this.wording = text;
    await this.check();
  }

  // A list that the core refuses changes nothing: the one before it stays.
  async setStock(text: string): Promise<void> {
    this.stock = this.stockTyped = text;
    this.stockFailure = undefined;
    await this.check();
  }

  async check(): Promise<void> {
    const turn = ++this.checks;
    if (!this.sheets.some((sheet) => sheet.state === 'read')) {
      this.summary = undefined;
      return this.events.checked(undefined);
    }
    this.checking = true;
    const summary = await this.judged();
    if (turn !== this.checks) return; // a later check is on its way
    this.checking = false;
    if (!summary) return this.events.changed();
    this.losses = 0;
    this.summary = summary;
    const told = new Map<number, ReportSummary>(summary.reports.map((r) => [r.report, r]));
    for (const sheet of this.sheets) {
      if (sheet.report) sheet.report = told.get(sheet.report.report) ?? sheet.report;
    }
    await this.events.checked(summary);
  }

  private async judged(): Promise<CheckSummary | undefined> {
    const { stock, followUps } = this;
    try {
      this.checkFailure = undefined;
      const options = {
        ...(stock && { stock }),
        ...(followUps.length > 0 && { follow_ups: followUps }),
      };
      const summary = await this.channel?.ask('check', { now: this.now(), options });
      if (stock === this.stock) this.stockTaken = stock;
      return summary;
    } catch (cause) {
      if (cause instanceof WorkerLost) return undefined;
      if (!(cause instanceof CoreFailure)) throw cause;
      if (cause.failure.code !== 'bad-stock') this.checkFailure = cause.failure;
      else if (stock === this.stock && stock !== this.stockTaken) {
        this.stockFailure = cause.failure;
        this.stock = this.stockTaken;
        return this.judged();
      }
      return undefined;
    }
  }

  // After the worker died too often in a row: only when the seller asks for it.
  startAgain(): void {
    this.losses = 0;
    this.replaceWorker();
  }

  private async pump(): Promise<void> {
    if (this.pumping || this.state !== 'ready') return;
    this.pumping = true;
    let sheet: Sheet | undefined;
    let read = false;
    while ((sheet = this.sheets.find((each) => each.state === 'waiting')) && this.ready) {
      read = true;
      await this.read(sheet);
    }
    this.pumping = false;
    if (read && this.ready) await this.check();
  }

  private get ready(): boolean {
    return this.state === 'ready';
  }

  private async read(sheet: Sheet): Promise<void> {
    const channel = this.channel;
    if (!channel) return;
    try {
      sheet.state = 'reading';
      sheet.since = performance.now();
      if (sheet.report) await channel.ask('remove', { report: sheet.report.report });
      sheet.report = undefined;
      sheet.report = await channel.ask(
        'load',
        { name: sheet.name, source: lend(sheet.source), ...sheet.reading },
        (progress) => {
          sheet.progress = progress;
          this.events.changed();
        },
        (id) => (sheet.request = id),
      );
      sheet.state = 'read';
      sheet.before = undefined;
      if (!this.sheets.includes(sheet)) {
        await channel.ask('remove', { report: sheet.report.report }); // taken off meanwhile
      } else await this.events.arrived(sheet);
    } catch (cause) {
      await this.readingEnded(sheet, cause);
    } finally {
      sheet.progress = undefined;
      sheet.request = undefined;
      this.events.changed();
    }
  }

  private async readingEnded(sheet: Sheet, cause: unknown): Promise<void> {
    if (cause instanceof Cancelled) {
      this.drop(sheet);
    } else if (cause instanceof CoreFailure) {
      const other = cause.failure.code === 'not-a-report' && !sheet.before;
      const taken = other && (await this.events.unread(sheet));
      if (taken === true) {
        this.sheets = this.sheets.filter((each) => each !== sheet);
        return;
      }
      sheet.failure = taken || cause.failure;
      sheet.state = sheet.before ? 'waiting' : 'refused';
      if (sheet.before) sheet.reading = sheet.before; // what was loaded stays
      sheet.before = undefined;
    } else if (!(cause instanceof WorkerLost)) {
      throw cause;
    }
  }

  private drop(sheet: Sheet): void {
    this.sheets = this.sheets.filter((each) => each !== sheet);
    this.events.cancelled(sheet.name);
  }

  private recover(): void {
    for (const sheet of this.sheets) {
      // The one that was being read may be what killed the worker: one more try, then
      // only when the seller asks for it.
      if (sheet.state === 'reading' && ++sheet.losses > 1) sheet.state = 'lost';
    }
    this.events.lost();
    if (++this.losses < lossesInARow) return this.replaceWorker();
    this.channel = undefined;
    this.state = 'stopped';
    this.events.changed();
  }

  private replaceWorker(): void {
    this.channel?.end();
    this.channel = undefined;
    this.checking = false;
    this.state = 'recovering';
    for (const sheet of this.sheets) {
      if (sheet.state === 'read' || sheet.state === 'reading') sheet.state = 'waiting';
      sheet.report = undefined;
    }
    this.events.changed();
    void this.start();
  }
}
