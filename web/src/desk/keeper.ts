// The desk as it is, kept in this browser until tomorrow, where the seller agreed to it:
// reports with their bytes, numbers, plan, units in hand and words typed for buyers. A
// reload or a crash brings all of it back; what was kept on another day is removed before
// anything else. Nothing is written without the seller's word, and nothing of the sample.

import type { Desk } from './desk';
import type { Typed } from './inquiry';
import type { Plan } from './plan';
import type { ReportFile } from './report_file';
import { isSample } from './sample';
import { rememberedKeep, rememberKeep } from './settings';
import type { KeptFile, KeptNumbers, KeptWork, Store } from './store';
import type { Tracking } from './tracking';

const workKey = 'work';
const today = () => new Date(Date.now()).toDateString();
const lockName = 'parcelwise-desk';
const closingTakesMs = 500; // of a page that is being loaded again

export class Keeper {
  wanted = rememberedKeep(); // undefined: not asked yet
  failed = false; // storage is full, or was taken away

  private store: Store | undefined;
  private keeping = false; // of several windows one does
  private brought = false; // what was kept stands on the desk
  private day = ''; // of what is kept
  private readonly kept = new Map<ReportFile, { key: number | string; reading: unknown }>();
  private tidied = ''; // the day of the last tidying
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
    return this.keeping;
  }

  // Whether a reload now brings all of it back.
  get holds(): boolean {
    const { keeping, wanted, failed, writing, day } = this;
    return keeping && wanted === true && !failed && writing === 0 && day === today();
  }

  // The first of several windows keeps its desk, until it is closed: another's would mix
  // with it, and take its place.
  async open(store: Store): Promise<void> {
    this.store = store;
    await this.tidy();
    const keep = async () => {
      this.keeping = true;
      this.inTurn((store) => (this.wanted ? this.bringBack(store) : this.empty()));
      await this.turn;
      this.changed();
    };
    if (!('locks' in navigator)) return keep();
    const { locks } = navigator;
    await new Promise<void>((opened) => {
      const keeping = async () => {
        await keep();
        opened();
        await new Promise(() => undefined); // until this window is closed
      };
      // Another window keeps; or it is this page before it was loaded again.
      const taken = () => {
        opened();
        return locks.request(lockName, { signal: AbortSignal.timeout(closingTakesMs) }, keeping);
      };
      locks
        .request(lockName, { ifAvailable: true }, (lock) => (lock ? keeping() : undefined))
        .then(taken)
        .catch(() => opened());
    });
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
    if (!this.keeping || this.wanted !== true || this.sample()) return;
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

  // What was kept on another day goes, also while the page stays open over midnight; the desk
  // is kept anew with the next change of it.
  async tidy(): Promise<void> {
    const day = today();
    try {
      if (this.tidied === day) return; // what was kept is read for it
      for (const key of (await this.store?.getAllKeys('kept')) ?? []) {
        if ((await this.store?.get('kept', key))?.day !== day)
          await this.store?.delete('kept', key);
      }
      this.tidied = day;
    } catch {
      this.failed = true;
    }
  }

  private inTurn(task: (store: Store) => Promise<void>): void {
    const { store } = this;
    if (!store || !this.keeping) return;
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
    if (!this.brought) await this.bringBack(store);
    const day = today();
    if (this.day && this.day !== day) kept.clear(); // that is gone, or goes
    this.day = '';
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
    this.day = day;
  }

  private async empty(): Promise<void> {
    this.kept.clear();
    await this.store?.clear('kept');
  }

  // Beside what was done meanwhile, and not into a sample: after it.
  private async bringBack(store: Store): Promise<void> {
    const { desk, plan, tracking } = this;
    const day = today();
    const keys = await store.getAllKeys('kept');
    const all = await store.getAll('kept');
    if (this.brought || this.sample()) return;
    this.brought = true;
    const found = all[keys.indexOf(workKey)] as KeptWork | undefined;
    const work = found?.day === day ? found : undefined;
    if (work) {
      if (!plan.work) plan.bringBack(work);
      if (!desk.stock) desk.stock = desk.stockTyped = work.stock;
      desk.listingAt = { ...work.listingAt, ...desk.listingAt };
      desk.notSent = [...new Set([...work.notSent, ...desk.notSent])];
      for (const [place, words] of work.typed)
        this.typed.set(place, { ...words, ...this.typed.get(place) });
      tracking.bringBack(
        work.numbers.map(({ name, carrier, content }) => {
          const source = typeof content === 'string' ? content : new Blob([content]);
          return { name, carrier, source };
        }),
        work.accepted,
      );
    }
    for (const [i, key] of keys.entries()) {
      if (key === workKey || all[i]?.day !== day) continue;
      const { name, bytes, saved, reading } = all[i] as KeptFile;
      const source =
        saved > 0 ? new File([bytes], name, { lastModified: saved }) : new Blob([bytes]);
      const [file] = desk.add([{ name, source, reading }]);
      if (file) this.kept.set(file, { key, reading: file.reading });
    }
  }
}
