// What the seller has marked as done: order id, rule and time, nothing else of any
// report. Marks outlive the page in IndexedDB; where that is off, only until it closes.

import type { TickKey } from '../../../wasm/parcelwise';
import { attempt, type Store } from './store';
import { otherWindows } from './windows';

// Long after every deadline of an order; then its mark goes too.
const keptForMs = 180 * 24 * 60 * 60 * 1000;

export class Ticks {
  private readonly times = new Map<string, Map<string, number>>(); // order -> rule -> time
  private store: Store | undefined;
  private readonly tellOthers: (message: '') => void;

  // `changed` hears of ticks that another window made.
  constructor(changed: () => void) {
    this.tellOthers = otherWindows('ticks', () => {
      if (this.store) void this.read(this.store).then(changed);
    });
  }

  async open(store: Store, now: number = Date.now()): Promise<void> {
    this.store = store;
    const early = this.keys; // of marks made before storage was there
    await this.read(store, now);
    if (early.length > 0) await this.put(early, true);
  }

  private async read(store: Store, now: number = Date.now()): Promise<void> {
    await attempt(async () => {
      const keys = await store.getAllKeys('ticks');
      const times = await store.getAll('ticks');
      this.times.clear();
      for (const [i, [order, rule]] of keys.entries()) {
        const time = times[i] ?? now;
        if (now - time > keptForMs) await store.delete('ticks', [order, rule]);
        else this.note(order, rule, time);
      }
    });
  }

  has(order: string, rule: string): boolean {
    return this.times.get(order)?.has(rule) ?? false;
  }

  get keys(): TickKey[] {
    return [...this.times].flatMap(([order, rules]) =>
      [...rules.keys()].map((rule) => ({ order, rule })),
    );
  }

  async put(ticks: readonly TickKey[], done: boolean): Promise<void> {
    const time = Date.now();
    for (const { order, rule } of ticks) {
      if (done) this.note(order, rule, time);
      else this.times.get(order)?.delete(rule);
    }
    await attempt(async () => {
      const writing = this.store?.transaction('ticks', 'readwrite');
      if (!writing) return;
      const all = ticks.map(({ order, rule }) =>
        done ? writing.store.put(time, [order, rule]) : writing.store.delete([order, rule]),
      );
      await Promise.all([...all, writing.done]);
      this.tellOthers('');
    });
  }

  private note(order: string, rule: string, time: number): void {
    const rules = this.times.get(order) ?? new Map<string, number>();
    this.times.set(order, rules.set(rule, time));
  }
}
