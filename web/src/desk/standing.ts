// How far the orders that may be shipped have come, as of the last check: which are held,
// and which already stand in a file.

import type { CheckSummary, ProgressState, Urgency } from '../../../wasm/parcelwise';
import type { Desk } from './desk';

const rowsAnAsk = 1000;

export interface OpenOrder {
  readonly order: string;
  readonly urgency: Urgency; // of its shipping
  readonly state: ProgressState;
}

export class Standing {
  open: readonly OpenOrder[] = [];
  private of: CheckSummary | undefined;

  constructor(
    private readonly desk: Desk,
    private readonly done: () => readonly string[], // ticked off
  ) {}

  // Asked once a check.
  async learn(): Promise<void> {
    const { summary } = this.desk;
    if (summary === this.of) return;
    const found: OpenOrder[] = [];
    for (let total = 1; found.length < total; ) {
      const query = { rule: 'ship', offset: found.length, limit: rowsAnAsk };
      const page = await this.desk.ask('rows', query);
      if (!page?.rows.length) break;
      for (const { order_id: order, urgency, progress: state = 'new' } of page.rows)
        found.push({ order, urgency, state });
      total = page.total;
    }
    if (summary !== this.desk.summary) return; // the next one asks anew
    this.of = summary;
    this.open = found;
  }

  forget(): void {
    this.of = undefined;
    this.open = [];
  }

  // Those due so that are neither on hold nor ticked off; undefined while that is not known.
  dueOf(urgency: Urgency): readonly string[] | undefined {
    const { aside, open } = this;
    const due = open.filter((each) => each.urgency === urgency && !aside.includes(each));
    return this.of && due.map(({ order }) => order);
  }

  // On hold or ticked off: they leave only where they are chosen by hand.
  get aside(): readonly OpenOrder[] {
    const done = new Set(this.done());
    return this.open.filter(({ order, state }) => state === 'held' || done.has(order));
  }

  // Of these orders those that were in such a file before.
  again(orders: readonly string[], states: readonly ProgressState[]): number {
    const before = this.open.filter(({ state }) => states.includes(state));
    const among = new Set(orders);
    return before.filter(({ order }) => among.has(order)).length;
  }
}
