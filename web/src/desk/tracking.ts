// The tracking numbers on the desk: carriers' files and pasted lines, kept so that they
// can be given again to a new worker, and what the core makes of them with each check.

import type {
  JournalEvent,
  TrackingForm,
  TrackingHandle,
  TrackingMapping,
  TrackingSummary,
  UploadResult,
} from '../../../wasm/parcelwise';
import { lend } from '../worker/lent_file';
import type { Desk } from './desk';
import type { WaitingNumber } from './journal';
import { rememberedColumns, rememberColumns } from './settings';
import type { ReportFile } from './report_file';
import type { Failure } from '../worker/protocol';

const carrierOf: Partial<Record<TrackingForm, string>> = {
  'yamato-b2': 'yamato',
  'sagawa-ehiden3': 'sagawa',
  clickpost: 'japan-post',
  yuprint: 'japan-post',
};

export const trackingCarriers = ['yamato', 'sagawa', 'japan-post'] as const;

// Units of an order's line that one of its numbers is for.
export interface UnitsOfNumber {
  readonly item: string;
  readonly number: string;
  readonly quantity: number;
}

export interface TrackingSource {
  readonly name: string;
  readonly source: Blob | string; // pasted lines are a text
  readonly carrier: string;
  handle: TrackingHandle;
}

// Files, pasted lines and accepted proposals, to go back to.
export type Numbers = Pick<Tracking, 'sources' | 'accepted'>;

export class Tracking {
  sources: readonly TrackingSource[] = [];
  summary: TrackingSummary | undefined; // undefined while nothing is there or checked
  failure: Failure | undefined; // of the lines pasted last
  result: UploadResult | undefined; // Amazon's answer to the last upload
  private resultFile: ReportFile | undefined;
  accepted: Readonly<Record<string, string>> = {}; // proposals, by order
  private handedOver: readonly TrackingSource[] = []; // into a confirmation
  private before: Numbers = this.numbers; // as of the last refresh
  private turns = 0;
  private asked = false;

  constructor(
    private readonly desk: Desk,
    private readonly groups: () => readonly (readonly string[])[], // accepted: they share a number
    private readonly changed: () => void,
    private readonly numbered: (event: JournalEvent, before: Numbers) => void, // orders got numbers
  ) {}

  // A file that is no report: true when it is a carrier's, and taken. Where only its
  // columns are not known, they are noted for the seller to choose from; where it has no
  // names of columns, that is what is wrong with it.
  async take(file: ReportFile): Promise<boolean | Failure> {
    const failure = await this.open(file.name, file.source, '');
    file.columns = failure?.code === 'unknown-columns' ? failure.columns : undefined;
    if (failure?.code === 'wrong-export') return failure;
    if (failure && failure.code !== 'no-header' && (await this.takeResult(file))) return true;
    return failure?.code === 'no-header' ? failure : failure === undefined;
  }

  // Numbers that the journal kept, as tables that a carrier's file may contradict as it
  // may any other.
  async takeUp(name: string, numbers: ReadonlyMap<string, WaitingNumber>): Promise<void> {
    const carriers = new Set([...numbers.values()].map((each) => each.carrier));
    for (const carrier of carriers) {
      const rows = [...numbers].filter(([, each]) => each.carrier === carrier);
      const lines = rows.map(([order, { number }]) => `${order}\t${number}`);
      const table = new Blob([['order-id\ttracking-number', ...lines].join('\n')]);
      await this.open(name, table, carrier);
    }
    this.save(); // the journal has them
    await this.refresh();
  }

  // What was kept of an earlier page: the next refresh gives it to the core.
  bringBack(
    sources: readonly Omit<TrackingSource, 'handle'>[],
    accepted: Readonly<Record<string, string>>,
  ): void {
    this.accepted = { ...accepted, ...this.accepted };
    const handle: TrackingHandle = { tracking: -1, form: 'table', rows: 0 };
    this.sources = [...sources.map((each) => ({ ...each, handle })), ...this.sources];
  }

  // Whose numbers stand here, for the journal; nothing where there are several carriers.
  get kind(): { kind?: string } {
    const all = this.sources.map(({ carrier, handle }) => carrier || carrierOf[handle.form] || '');
    const [kind, ...others] = new Set(all);
    return kind && others.length === 0 ? { kind } : {};
  }

  // Amazon's answer to an upload, known by its shape.
  async takeResult(file: ReportFile): Promise<boolean> {
    const answer = await this.desk.answer('uploadResult', {
      name: file.name,
      source: lend(file.source),
    });
    if (!answer?.value) return false;
    this.result = answer.value;
    this.resultFile = file;
    this.changed();
    return true;
  }

  closeResult(): void {
    this.result = this.resultFile = undefined;
    this.changed();
  }

  // All that are shown; what is proposed later waits for its own press.
  async acceptAll(): Promise<void> {
    const all = this.summary?.proposed.map(({ order_id, number }) => [order_id, number]) ?? [];
    this.accepted = { ...this.accepted, ...Object.fromEntries(all) };
    await this.desk.ask('acceptProposed', { numbers: this.accepted });
    await this.refresh();
  }

  async paste(name: string, text: string, carrier: string): Promise<boolean> {
    this.failure = await this.open(name, text, carrier);
    await this.refresh();
    return this.failure === undefined;
  }

  // What the seller chose for one file holds for all with such names.
  async choose(file: ReportFile, order: string, number: string): Promise<boolean> {
    const columns = { ...rememberedColumns(), [order]: 'order', [number]: 'number' } as const;
    rememberColumns(columns);
    const taken = await this.take(file);
    await this.refresh();
    return taken === true;
  }

  async remove(handle: number): Promise<void> {
    this.sources = this.sources.filter((each) => each.handle.tracking !== handle);
    await this.desk.ask('removeTracking', { tracking: handle });
    await this.refresh();
  }

  async clear(): Promise<void> {
    this.failure = undefined;
    this.result = this.resultFile = undefined;
    if (Object.keys(this.accepted).length > 0) {
      this.accepted = {};
      await this.desk.ask('acceptProposed', { numbers: {} });
    }
    const gone = this.sources;
    this.sources = [];
    for (const { handle } of gone) {
      await this.desk.ask('removeTracking', { tracking: handle.tracking });
    }
    await this.refresh();
  }

  get numbers(): Numbers {
    return { sources: this.sources, accepted: this.accepted };
  }

  async goTo({ sources, accepted }: Numbers): Promise<void> {
    const { sources: old } = this;
    Object.assign(this, { sources, accepted });
    for (const gone of old) {
      if (sources.includes(gone)) continue;
      await this.desk.ask('removeTracking', { tracking: gone.handle.tracking });
    }
    for (const come of sources) if (!old.includes(come)) await this.give(come);
    await this.desk.ask('acceptProposed', { numbers: accepted });
    await this.refresh();
  }

  // Numbers that came by hand and stand in no confirmation yet.
  get unsaved(): boolean {
    return this.sources.some((each) => !this.handedOver.includes(each));
  }

  // They stand in a confirmation, or where they came from keeps them.
  save(): void {
    this.handedOver = this.sources;
  }

  has(order: string): boolean {
    return this.summary?.orders.includes(order) ?? false;
  }

  // After each change and each check; a new worker is given everything again.
  async refresh(): Promise<void> {
    const turn = ++this.turns;
    if (!this.desk.summary || (this.sources.length === 0 && !this.asked)) {
      this.summary = undefined;
      return this.changed();
    }
    this.asked = this.sources.length > 0;
    let summary = await this.desk.ask('tracking', { options: { groups: this.groups() } });
    const known = (source: TrackingSource) =>
      summary?.files.some(
        ({ tracking, file }) => tracking === source.handle.tracking && file === source.name,
      );
    if (summary && !this.sources.every(known)) {
      for (const source of this.sources) await this.give(source);
      await this.desk.ask('acceptProposed', { numbers: this.accepted });
      if (this.resultFile) await this.takeResult(this.resultFile);
      summary = await this.desk.ask('tracking', { options: { groups: this.groups() } });
    }
    if (turn !== this.turns) return;
    this.summary = this.sources.length > 0 ? summary : undefined;
    const { before } = this;
    this.before = this.numbers;
    if (summary?.event) this.numbered(summary.event, before);
    this.changed();
  }

  private async open(
    name: string,
    source: Blob | string,
    carrier: string,
  ): Promise<Failure | undefined> {
    const answer = await this.send(name, source, carrier);
    if (!answer) return { code: 'lost', message: '' };
    if (!answer.value) return answer.failure;
    this.sources = [...this.sources, { name, source, carrier, handle: answer.value }];
    return undefined;
  }

  private async give(source: TrackingSource): Promise<void> {
    const answer = await this.send(source.name, source.source, source.carrier);
    if (answer?.value) source.handle = answer.value;
  }

  private send(name: string, source: Blob | string, carrier: string) {
    const mapping: TrackingMapping = { columns: rememberedColumns(), carrier };
    const lent = typeof source === 'string' ? source : lend(source);
    return this.desk.answer('openTracking', { name, source: lent, mapping });
  }
}
