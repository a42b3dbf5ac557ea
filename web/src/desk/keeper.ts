// The desk as it is, kept in this browser until tomorrow, where the seller agreed to it:
// reports with their bytes, numbers, plan, units in hand and words typed for buyers. A
// reload or a crash brings all of it back; what was kept on another day is removed before
// anything else. Nothing is written without the seller's word, and nothing of the sample.

import type { Desk } from './desk';
import type { Typed } from './inquiry';
import type { Plan, SavedWork } from './plan';
import type { ReportFile } from './report_file';
import { isSample } from './sample';
import { rememberedKeep, rememberKeep } from './settings';
import type { KeptFile, KeptNumbers, KeptWork, Store } from './store';
import type { Tracking } from './tracking';

const workKey = 'work';
const today = () => new Date(Date.now()).toDateString();

export class Keeper {
  wanted = rememberedKeep(); // undefined: not asked yet
  failed = false; // storage is full, or was taken away

  private store: Store | undefined;
  private readonly kept = new Map<ReportFile, { key: number | string; reading: unknown }>();
  private last: readonly unknown[] = [];
  private writing = 0;
  private turn: Promise<unknown> = Promise.resolve(); // one thing after the other

  constructor(
    private readonly desk: Desk,
    private readonly plan: Plan,
    private readonly tracking: Tracking,
    private readonly typed: Typed,
    private readonly sample: () => boolean,
    private readonly changed: () => void,
  ) {}

  get possible(): boolean {
    return this.store !== undefined;
  }

  // Whether a reload now brings all of it back.
  get holds(): boolean {
    return this.possible && this.wanted === true && !this.failed && this.writing === 0;
  }

  async open(store: Store): Promise<void> {
    await this.tidy(store);
    if (this.wanted) await this.bringBack(store).catch(() => (this.failed = true));
    else await store.clear('kept').catch(() => undefined);
    this.store = store;
    this.follow();
  }

  // The seller's answer, once or whenever it is changed.
  want(wanted: boolean): void {
    this.wanted = wanted;
    rememberKeep(wanted);
    this.last = [];
    if (wanted) this.follow();
    else this.inTurn(() => this.empty());
    this.changed();
  }

  // After each change of the page: writes what is another than it was.
  follow(): void {
    if (!this.store || this.wanted !== true || this.sample()) return;
    const { desk, plan, tracking } = this;
    const read = desk.files.map((file) => (file.state === 'read' ? file.reading : undefined));
    const now: readonly unknown[] = [
      ...desk.files,
      ...read,
      ...tracking.sources,
      tracking.accepted,
      plan.requests,
      plan.decisions,
      desk.stock,
      desk.listingAt,
      desk.notSent,
      JSON.stringify([...this.typed]),
    ];
    if (now.length === this.last.length && now.every((each, i) => each === this.last[i])) return;
    this.last = now;
    this.inTurn((store) => this.write(store));
  }

  // What was kept on another day goes, also while the page stays open over midnight.
  async tidy(store = this.store): Promise<void> {
    const day = today();
    try {
      const keys = (await store?.getAllKeys('kept')) ?? [];
      for (const key of keys) {
        const kept = await store?.get('kept', key);
        if (kept?.day !== day) await store?.delete('kept', key);
      }
    } catch {
      this.failed = true;
    }
  }

  private inTurn(task: (store: Store) => Promise<void>): void {
    const { store } = this;
    if (!store) return;
    ++this.writing;
    const done = this.turn
      .then(() => task(store))
      .then(
        () => (this.failed = false),
        () => (this.failed = true),
      );
    this.turn = done.then(() => {
      --this.writing;
      if (this.failed) this.changed();
    });
  }

  private async write(store: Store): Promise<void> {
    const { desk, plan, kept } = this;
    if (this.wanted !== true || rememberedKeep() === false || this.sample()) return;
    const day = today();
    for (const file of desk.files) {
      const { name, source, reading } = file;
      const before = kept.get(file);
      if (file.state !== 'read' || isSample(file) || before?.reading === reading) continue;
      const bytes = await source.arrayBuffer();
      const saved = source instanceof File ? source.lastModified : 0;
      const value: KeptFile = { day, name, bytes, saved, reading };
      const key = await store.put('kept', value, before?.key);
      kept.set(file, { key, reading });
    }
    for (const [file, { key }] of kept) {
      if (desk.files.includes(file)) continue;
      kept.delete(file);
      await store.delete('kept', key);
    }
    const numbers: KeptNumbers[] = [];
    for (const { name, source, carrier } of this.tracking.sources) {
      const content = typeof source === 'string' ? source : await source.arrayBuffer();
      numbers.push({ name, carrier, content });
    }
    const { requests, decisions } = plan;
    const { stock, listingAt, notSent } = desk;
    const { accepted } = this.tracking;
    const typed = [...this.typed];
    const work: KeptWork = {
      ...{ day, requests, decisions, stock, listingAt, notSent, numbers, accepted, typed },
    };
    const any = desk.files.length + numbers.length + typed.length > 0 || stock || plan.work;
    if (any) await store.put('kept', work, workKey);
    else await store.delete('kept', workKey);
  }

  private async empty(): Promise<void> {
    this.kept.clear();
    await this.store?.clear('kept');
  }

  private async bringBack(store: Store): Promise<void> {
    const { desk, plan, tracking } = this;
    const keys = await store.getAllKeys('kept');
    const work = (await store.get('kept', workKey)) as KeptWork | undefined;
    if (work && plan.requests.length === 0) {
      plan.forget(work as SavedWork);
      desk.stock = desk.stockTyped = work.stock;
      desk.listingAt = work.listingAt;
      desk.notSent = work.notSent;
      for (const [place, words] of work.typed) this.typed.set(place, words);
      tracking.bringBack(
        work.numbers.map(({ name, carrier, content }) => {
          const source = typeof content === 'string' ? content : new Blob([content]);
          return { name, carrier, source };
        }),
        work.accepted,
      );
    }
    for (const key of keys) {
      if (key === workKey) continue;
      const { name, bytes, saved, reading } = (await store.get('kept', key)) as KeptFile;
      const source =
        saved > 0 ? new File([bytes], name, { lastModified: saved }) : new Blob([bytes]);
      const [file] = desk.add([{ name, source, reading }]);
      if (file) this.kept.set(file, { key, reading: file.reading });
    }
  }
}
