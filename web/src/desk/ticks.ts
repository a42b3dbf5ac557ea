// What the seller has marked as done: order id, rule and time, nothing else of any
// report. Marks outlive the page in IndexedDB; where that is off, only until it closes.

import type { TickKey } from '../worker/protocol';
import { attempt, type Store } from './store';

// Long after every deadline of an order; then its mark goes too.
const keptForMs = 180 * 24 * 60 * 60 * 1000;

export class Ticks {
  private readonly times = new Map<string, Map<string, number>>(); // order -> rule -> time
  private store: Store | undefined;

  async open(store: Store, now: number = Date.now()): Promise<void> {
    this.store = store;
    const early = this.keys; // of marks made before storage was there
    await attempt(async () => {
      const keys = await store.getAllKeys('ticks');
      const times = await store.getAll('ticks');
      for (const [i, [order, rule]] of keys.entries()) {
        const time = times[i] ?? now;
        if (now - time > keptForMs) await store.delete('ticks', [order, rule]);
        else this.note(order, rule, time);
      }
      for (const { order, rule } of early) await store.put('ticks', now, [order, rule]);
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

  async put(order: string, rule: string, done: boolean): Promise<void> {
    const time = Date.now();
    if (done) this.note(order, rule, time);
    else this.times.get(order)?.delete(rule);
    await attempt(() =>
      done
        ? this.store?.put('ticks', time, [order, rule])
        : this.store?.delete('ticks', [order, rule]),
    );
  }

  private note(order: string, rule: string, time: number): void {
    const rules = this.times.get(order) ?? new Map<string, number>();
    this.times.set(order, rules.set(rule, time));
  }
}
