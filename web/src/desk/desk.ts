// Everything the seller has put on the desk, and the worker that judges it. Reports
// are read one after the other; after the last one the desk asks for a check. When
// the worker dies, a new one reads all reports again from the files still held.

import type {
  AnswerCase,
  CheckSummary,
  FollowUp,
  JournalEvent,
  JournalSummary,
  Language,
  PolicyChoice,
  ExportChoice,
  RefundReasonChoice,
  ReportSummary,
} from '../../../wasm/parcelwise';
import { Cancelled, CoreFailure, WorkerLost, type Channel } from '../worker/channel';
import { lend } from '../worker/lent_file';
import { openChannel } from '../worker/open';
import type { Call, Calls, Failure } from '../worker/protocol';
import { withOwn } from './layouts';
import { newReportFile, type Reading, type ReportFile } from './report_file';

// A cancel is heard between two chunks; a core that is busy for longer is replaced.
const patienceMs = 1500;
const lossesInARow = 3;

export type DeskState = 'starting' | 'ready' | 'recovering' | 'stopped';

export type CallOutcome<C extends Call> =
  | { readonly value: Calls[C]['answer']; readonly failure?: undefined }
  | { readonly failure: Failure; readonly value?: undefined };

export interface DeskEvents {
  changed(): void;
  checked(summary: CheckSummary | undefined): Promise<void>;
  lost(): void;
  cancelled(name: string): void;
  // A report that was just read, before the check that takes it in.
  arrived(file: ReportFile): Promise<void>;
  // Listings that the core has noted in its journal, to be kept; of which journal that was.
  noted(events: readonly JournalEvent[], journalTurns: number): void;
  // A file that is no report: true when it is something else, and was taken as that; or
  // what is wrong with it, where that says more than that it is none.
  unread(file: ReportFile): Promise<boolean | Failure>;
}

export class Desk {
  files: ReportFile[] = [];
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
  listingAt: Readonly<Record<string, string>> = {}; // file -> when the seller says it was made
  notSent: readonly string[] = []; // orders that are open for sure, whatever a listing lacks
  journal: () => string | undefined = () => undefined; // what happened before; none yet
  journalTurns = 0; // the sample's took the place of the seller's, or gave it back
  checkFailure: Failure | undefined;
  summary: CheckSummary | undefined;
  state: DeskState = 'starting';
  checking = false;
  silent = false; // the worker was asked something and has said nothing for long
  workers = 0; // started so far; a new one knows no terms, plan or decisions

  private opening: ReturnType<typeof openChannel> | undefined;
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
      this.opening = openChannel(
        () => this.recover(),
        (silent) => this.heard(silent),
      );
      const [channel, wasm] = await this.opening;
      this.channel = channel;
      await channel.ask('start', { wasm, language: this.language });
      ++this.workers;
      if (this.policy) await channel.ask('policy', { text: this.policy });
      if (this.wording) await channel.ask('wording', { text: this.wording });
      await this.takeJournal();
      this.policies = await channel.ask('policies', null);
      this.reasons = await channel.ask('refundReasons', null);
      await this.learnExports();
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
  async answer<C extends Call>(call: C, ask: Calls[C]['ask']): Promise<CallOutcome<C> | undefined> {
    try {
      return this.channel && { value: await this.channel.ask(call, ask) };
    } catch (cause) {
      if (cause instanceof CoreFailure) return { failure: cause.failure };
      if (cause instanceof WorkerLost) return undefined;
      throw cause;
    }
  }

  // Whether all marketplaces found lack a kind of file or a case, so that it is not offered.
  lacks(what: string, policies = this.summary?.policies ?? []): boolean {
    return policies.length > 0 && policies.every((each) => each.lacks.includes(what));
  }

  // undefined when the worker was lost.
  async samples(): Promise<string | undefined> {
    await this.opening; // a seller may be quicker
    return this.ask('samples', null);
  }

  add(files: Iterable<{ name: string; source: Blob; reading?: Reading }>): ReportFile[] {
    const added = [...files].map(({ name, source, reading }) =>
      newReportFile(name, source, reading),
    );
    this.files.push(...added);
    this.events.changed();
    void this.pump();
    return added;
  }

  // Reads a report again as the seller says it is to be read.
  correct(file: ReportFile, reading: Reading): void {
    if (file.state === 'read') file.before = file.reading;
    file.reading = reading;
    this.readAgain(file);
  }

  readAgain(file: ReportFile): void {
    file.failure = undefined;
    file.state = 'waiting';
    file.losses = 0;
    this.events.changed();
    void this.pump();
  }

  async remove(file: ReportFile): Promise<void> {
    this.files = this.files.filter((each) => each !== file);
    this.events.changed();
    if (!file.report) return;
    await this.ask('remove', { report: file.report.report });
    await this.check();
  }

  // The caller checks what is left.
  async clear(gone: (file: ReportFile) => boolean = () => true): Promise<void> {
    const files = this.files.filter(gone);
    for (const file of files) {
      if (file.request) this.channel?.cancel(file.request);
    }
    const reports = files.flatMap((file) => file.report?.report ?? []);
    this.files = this.files.filter((file) => !gone(file));
    this.stock = this.stockTaken = this.stockTyped = '';
    this.listingAt = {};
    this.notSent = [];
    this.policyFailure = this.stockFailure = this.wordingFailure = undefined;
    if (!this.anyRead) this.endCheck(); // at once: what it told is of files that are gone
    for (const report of reports) await this.ask('remove', { report });
  }

  cancel(file: ReportFile): void {
    if (file.state !== 'reading') return void this.remove(file);
    if (file.request) this.channel?.cancel(file.request);
    setTimeout(() => {
      if (file.state !== 'reading') return;
      this.drop(file);
      this.replaceWorker();
    }, patienceMs);
  }

  async setLanguage(language: Language): Promise<void> {
    this.language = language;
    await this.ask('language', { language });
    this.reasons = (await this.ask('refundReasons', null)) ?? this.reasons;
    await this.learnExports();
    this.cases = (await this.ask('answerCases', null)) ?? this.cases;
    for (const file of this.files) {
      if (file.state === 'refused') this.readAgain(file); // its message was in the old one
    }
    await this.check();
  }

  async learnExports(): Promise<void> {
    const known = await this.ask('exportKinds', null);
    if (known) this.exports = await withOwn(this, known);
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
    const outcome = await this.answer('wording', { text });
    this.wordingFailure = outcome?.failure;
    if (outcome && !outcome.failure) this.wording = text;
    await this.check();
  }

  // Gives the core the journal; the next check takes it in.
  async takeJournal(): Promise<JournalSummary | undefined> {
    const text = this.journal();
    if (text === undefined) return undefined;
    return (await this.answer('setJournal', { text, now: this.now() }))?.value;
  }

  // The same of another one; undefined where the core cannot read it, and keeps what it has.
  async offerJournal(text: string): Promise<JournalSummary | undefined> {
    await this.opening; // a seller may be quicker
    return (await this.answer('setJournal', { text, now: this.now() }))?.value;
  }

  // A list that the core refuses changes nothing: the one before it stays.
  async setStock(text: string): Promise<void> {
    this.stock = this.stockTyped = text;
    this.stockFailure = undefined;
    await this.check();
  }

  // When an unshipped report was made that does not tell it itself; never after now.
  async setListingAt(file: string, moment: string): Promise<void> {
    this.listingAt = { ...this.listingAt, [file]: moment };
    await this.check();
  }

  // "Not sent, I know", or that word taken back.
  async setNotSent(order: string, known: boolean): Promise<void> {
    const others = this.notSent.filter((each) => each !== order);
    this.notSent = known ? [...others, order] : others;
    await this.check();
  }

  async check(): Promise<void> {
    if (!this.anyRead) {
      this.endCheck();
      return this.events.checked(undefined);
    }
    const turn = ++this.checks;
    this.checking = true;
    const summary = await this.runCheck();
    if (turn !== this.checks) return; // a later check is on its way
    this.checking = false;
    if (!summary) return this.events.changed();
    this.losses = 0;
    this.summary = summary;
    const reports = new Map<number, ReportSummary>(summary.reports.map((r) => [r.report, r]));
    for (const file of this.files) {
      if (file.report) file.report = reports.get(file.report.report) ?? file.report;
    }
    await this.events.checked(summary);
  }

  private get anyRead(): boolean {
    return this.files.some((file) => file.state === 'read');
  }

  // One that is on its way comes too late.
  private endCheck(): void {
    ++this.checks;
    this.checking = false;
    this.summary = undefined;
  }

  private async runCheck(): Promise<CheckSummary | undefined> {
    const { stock, followUps, listingAt, notSent, journalTurns } = this;
    try {
      this.checkFailure = undefined;
      const options = {
        ...(stock && { stock }),
        ...(followUps.length > 0 && { follow_ups: followUps }),
        ...(Object.keys(listingAt).length > 0 && { listing_at: listingAt }),
        ...(notSent.length > 0 && { not_sent: notSent }),
      };
      const summary = await this.channel?.ask('check', { now: this.now(), options });
      if (stock === this.stock) this.stockTaken = stock;
      const noted = summary?.journal?.noted ?? [];
      // Also of a check that comes too late.
      if (noted.length > 0) this.events.noted(noted, journalTurns);
      return summary;
    } catch (cause) {
      if (cause instanceof WorkerLost) return undefined;
      if (!(cause instanceof CoreFailure)) throw cause;
      if (cause.failure.code !== 'bad-stock') this.checkFailure = cause.failure;
      else if (stock === this.stock && stock !== this.stockTaken) {
        this.stockFailure = cause.failure;
        this.stock = this.stockTaken;
        return this.runCheck();
      }
      return undefined;
    }
  }

  // After the worker died too often in a row, or while it says nothing: only when the
  // seller asks for it.
  startAgain(): void {
    this.losses = 0;
    this.replaceWorker();
  }

  private async pump(): Promise<void> {
    if (this.pumping || this.state !== 'ready') return;
    this.pumping = true;
    let file: ReportFile | undefined;
    let read = false;
    while ((file = this.files.find((each) => each.state === 'waiting')) && this.ready) {
      read = true;
      await this.read(file);
    }
    this.pumping = false;
    if (read && this.ready) await this.check();
  }

  private get ready(): boolean {
    return this.state === 'ready';
  }

  private async read(file: ReportFile): Promise<void> {
    const channel = this.channel;
    if (!channel) return;
    try {
      file.state = 'reading';
      file.since = performance.now();
      if (file.report) await channel.ask('remove', { report: file.report.report });
      file.report = undefined;
      file.report = await channel.ask(
        'load',
        { name: file.name, source: lend(file.source), ...file.reading },
        (progress) => {
          file.progress = progress;
          this.events.changed();
        },
        (id) => (file.request = id),
      );
      file.state = 'read';
      file.before = undefined;
      if (!this.files.includes(file)) {
        await channel.ask('remove', { report: file.report.report }); // taken off meanwhile
      } else await this.events.arrived(file);
    } catch (cause) {
      await this.readingEnded(file, cause);
    } finally {
      file.progress = undefined;
      file.request = undefined;
      this.events.changed();
    }
  }

  private async readingEnded(file: ReportFile, cause: unknown): Promise<void> {
    if (cause instanceof Cancelled) {
      this.drop(file);
    } else if (cause instanceof CoreFailure) {
      const other = cause.failure.code === 'not-a-report' && !file.before;
      const taken = other && (await this.events.unread(file));
      if (taken === true) {
        this.files = this.files.filter((each) => each !== file);
        return;
      }
      file.failure = taken || cause.failure;
      file.state = file.before ? 'waiting' : 'refused';
      if (file.before) file.reading = file.before; // what was loaded stays
      file.before = undefined;
    } else if (!(cause instanceof WorkerLost)) {
      throw cause;
    }
  }

  private drop(file: ReportFile): void {
    this.files = this.files.filter((each) => each !== file);
    this.events.cancelled(file.name);
  }

  private recover(): void {
    for (const file of this.files) {
      // The one that was being read may be what killed the worker: one more try, then
      // only when the seller asks for it.
      if (file.state === 'reading' && ++file.losses > 1) file.state = 'lost';
    }
    this.events.lost();
    if (++this.losses < lossesInARow) return this.replaceWorker();
    this.channel = undefined;
    this.state = 'stopped';
    this.events.changed();
  }

  private heard(silent: boolean): void {
    if (this.silent === silent) return;
    this.silent = silent;
    this.events.changed();
  }

  private replaceWorker(): void {
    this.channel?.end();
    this.silent = false;
    this.channel = undefined;
    this.checking = false;
    this.state = 'recovering';
    for (const file of this.files) {
      if (file.state === 'read' || file.state === 'reading') file.state = 'waiting';
      file.report = undefined;
    }
    this.events.changed();
    void this.start();
  }
}
