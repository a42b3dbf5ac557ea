// What happened to orders on this machine, event by event: files written, numbers taken,
// listings loaded, the seller's own marks. Order ids, moments, file names, tracking
// numbers and notes; nothing of a buyer. The core folds it into every check; here it is
// kept, in the order in which it happened, as it happens. Where the browser keeps
// nothing it lasts until the page closes, and can be saved.

import type { JournalEvent, JournalNews, JournalSummary } from '../../../wasm/parcelwise';
import type { Desk } from './desk';
import { whole, type Store } from './store';
import { otherWindows } from './windows';

const shop = ''; // the first one's; a second shop would have a name
const placesMoved = 'moved';
const wholeShop = () => IDBKeyRange.bound([shop, -Infinity], [shop, Infinity]);

interface Kept {
  readonly from: number; // the place of the first event
  readonly events: JournalEvent[];
}

export interface LogEntry {
  readonly event: JournalEvent;
  readonly place: number;
  readonly undone: boolean;
}

type NewEvent = Omit<JournalEvent, 'at'> & { readonly at?: string };

export interface WaitingNumber {
  readonly number: string;
  readonly carrier: string; // "" where no file told it
}

export class Journal {
  kept = true; // whether the browser took all of it
  unread = 0; // entries that were kept and could not be read

  private book: Kept = { from: 0, events: [] };
  private own: Kept | undefined; // the seller's, while the sample is shown
  private store: Store | undefined;
  private opened = false;
  private turn: Promise<unknown> = Promise.resolve(); // one thing after the other
  private tried = ''; // the last event that was taken from the core
  private readonly tellOthers: (message: string) => void;
  private begin = () => undefined as void;
  private readonly begun = new Promise<void>((begin) => (this.begin = begin));

  constructor(
    private readonly desk: Desk,
    private readonly now: () => string,
    private readonly changed: () => void,
    private readonly moved: () => void, // events stand at other places than before
  ) {
    desk.journal = () => (this.opened ? this.text : undefined);
    // Another window noted something: its places may be those that stand here.
    this.tellOthers = otherWindows('journal', (message) => {
      void this.begun.then(() => {
        if (message === placesMoved) this.moved();
        return this.inTurn(() => this.readAgain());
      });
    });
  }

  // As a file: what the command reads too.
  get text(): string {
    const events = this.book.events.map((event) => JSON.stringify(event)).join(',\n');
    return `{"journal":1,"shop":${JSON.stringify(shop)},"from":${this.book.from},"events":[\n${events}]}\n`;
  }

  get empty(): boolean {
    return this.book.events.length === 0;
  }

  get news(): JournalNews | undefined {
    return this.desk.summary?.journal;
  }

  // What was noted on this machine's day of that moment, oldest first.
  day(moment: string): readonly LogEntry[] {
    const { from, events } = this.book;
    const { standing } = this;
    const dayOf = (at: string) => new Date(at).toDateString();
    const day = dayOf(moment);
    return events.flatMap((event, i) =>
      event && event.what !== 'undo' && dayOf(event.at) === day
        ? [{ event, place: from + i, undone: !standing(from + i) }]
        : [],
    );
  }

  // Whether an event counts; an undo can itself be taken back, and comes later always.
  private get standing(): (place: number) => boolean {
    const undone = new Set<number>();
    const { from, events } = this.book;
    for (let i = events.length - 1; i >= 0; --i) {
      const of = events[i]?.of;
      if (of !== undefined && !undone.has(from + i)) undone.add(of);
    }
    return (place) => !undone.has(place);
  }

  // Numbers of listed orders that were taken and stand in no confirmation yet: after a
  // reload the confirmation is written with them. By order id.
  get waitingNumbers(): ReadonlyMap<string, WaitingNumber> {
    const waiting = new Map<string, WaitingNumber>();
    const listed = new Map<string, readonly string[]>(); // by marketplace
    const { from, events } = this.book;
    const { standing } = this;
    for (const [i, event] of events.entries()) {
      if (!event || !standing(from + i)) continue;
      const { what, numbers, kind: carrier = '', marketplace = '' } = event;
      const orders = ordersOf(event);
      if (what === 'listing') listed.set(marketplace, orders);
      for (const [order, number] of Object.entries(numbers ?? {})) {
        waiting.set(order, { number, carrier });
      }
      if (what === 'confirmation-file') for (const order of orders) waiting.delete(order);
    }
    const open = new Set([...listed.values()].flat());
    return new Map([...waiting].filter(([order]) => open.has(order)));
  }

  async open(store: Store | undefined): Promise<void> {
    this.store = store;
    this.kept = store !== undefined;
    const read = this.inTurn(() => this.readAgain());
    this.begin();
    await read;
  }

  // A journal's file, of this shop alone: what it has that is not here happened before
  // what is here alone. What is wrong with it; "" where it was taken.
  async load(text: string): Promise<'' | 'otherShop' | 'unreadable'> {
    await this.begun;
    try {
      const file = JSON.parse(text) as { journal: number; shop?: string | null } & Kept;
      const [from, events] = [file.from ?? 0, file.events];
      if (file.journal !== 1 || !Array.isArray(events)) return 'unreadable';
      if (!(from >= 0 && Number.isSafeInteger(from + events.length))) return 'unreadable';
      if ((file.shop ?? shop) !== shop) return 'otherShop';
      return await this.inTurn(() => this.merge({ from, events }));
    } catch {
      return 'unreadable';
    }
  }

  // What is stored is only replaced by what the core can read.
  private async merge(file: Kept): Promise<'' | 'unreadable'> {
    if (this.own) return 'unreadable'; // a sample came in between
    await this.readStored(); // another window may have noted more
    const there = new Map(file.events.map((each, i) => [JSON.stringify(each), file.from + i]));
    const before = this.book;
    const { from, events } = before;
    const fresh = events.filter((each) => !there.has(JSON.stringify(each)));
    if (events.length - fresh.length === file.events.length) return ''; // all of it is here
    const next = file.from + file.events.length;
    const moved = (place: number) => {
      const event = events[place - from] as JournalEvent;
      return there.get(JSON.stringify(event)) ?? next + fresh.indexOf(event);
    };
    const behind = fresh.map((each) =>
      each?.of === undefined ? each : { ...each, of: moved(each.of) },
    );
    this.book = { from: file.from, events: [...file.events, ...behind] };
    const taken = await this.desk.offerJournal(this.text);
    if (!taken) {
      this.book = before;
      return 'unreadable';
    }
    await this.rewrite();
    this.moved();
    this.tellOthers(placesMoved);
    await this.handed(taken);
    return '';
  }

  // What the sample's orders go through is nobody's history.
  // Checks nothing: whoever turns it has reports to bring or to take away as well.
  playSample(playing: boolean): Promise<void> {
    return this.inTurn(async () => {
      if (playing === (this.own !== undefined)) return;
      const own = this.own ?? { from: 0, events: [] };
      this.own = playing ? this.book : undefined;
      this.book = playing ? { from: 0, events: [] } : own;
      ++this.desk.journalTurns;
      if (this.opened) await this.desk.takeJournal();
    });
  }

  // Notes an event of this moment, or of its own; the check that follows takes it in. Gives
  // its place, by which it can be taken back.
  add(event: NewEvent, check = true): Promise<number> {
    return this.inTurn(() => this.note(event, check));
  }

  private async note(event: NewEvent, check: boolean): Promise<number> {
    const noted: JournalEvent = { at: this.now(), ...event };
    this.book.events.push(noted);
    const place = this.book.from + this.book.events.length - 1;
    const answer = await this.desk.answer('noteEvent', { event: noted });
    const written = await this.write([noted]);
    // The core noted a listing meanwhile: it is given all of it in this order.
    if (answer?.value && answer.value.place !== place) void this.inTurn(() => this.hand());
    else if (check) void this.desk.check();
    return written ?? place;
  }

  // What the core proposes to note: once, for what it refuses it proposes again.
  async addProposed(event: JournalEvent): Promise<number | undefined> {
    const text = JSON.stringify({ ...event, at: '' });
    if (text === this.tried) return undefined;
    this.tried = text;
    const { at: _, ...what } = event;
    return this.add(what);
  }

  // What the core has noted by itself is only to be kept; not where it noted that in the
  // other journal, of the seller or of the sample: there it notes it anew, if it is to.
  take(noted: readonly JournalEvent[], turns: number): Promise<void> {
    return this.inTurn(async () => {
      if (turns !== this.desk.journalTurns) return;
      this.book.events.push(...noted);
      await this.write(noted);
    });
  }

  // Takes back the newest event of this kind for the order that still stands.
  takeBack(what: JournalEvent['what'], order: string): Promise<number | undefined> {
    return this.inTurn(async () => {
      const of = this.placeOf(what, [order]);
      return of === undefined ? undefined : this.withdraw(of);
    });
  }

  // These orders are done no longer, however many were marked with them. Gives the place of
  // the undo, where one undo is all of it.
  untick(orders: readonly string[]): Promise<number | undefined> {
    return this.inTurn(async () => {
      const undos: (number | undefined)[] = [];
      for (let of = this.placeOf('done', orders); of !== undefined; ) {
        undos.push(await this.withdraw(of, orders));
        of = this.placeOf('done', orders);
      }
      return undos.length === 1 ? undos[0] : undefined;
    });
  }

  // Amazon refused these lines: their orders are in no confirmation any more. Of a file that
  // was refused whole, the newest. The same answer counts once, however often it comes.
  refuse(refused: readonly string[] | undefined, answer: string): Promise<void> {
    return this.inTurn(async () => {
      if (this.book.events.some((each) => each?.what === 'undo' && each.file === answer)) return;
      const places = (refused ?? [undefined]).map((order) =>
        this.placeOf('confirmation-file', order === undefined ? undefined : [order]),
      );
      let changed = false;
      for (const place of new Set(places)) {
        if (place === undefined) continue;
        await this.withdraw(place, refused, answer);
        changed = true;
      }
      if (changed) void this.desk.check();
    });
  }

  // Takes an event back, and notes it anew, of its own moment, for the orders that it still
  // holds for. Gives the place of the undo, where that is all.
  private async withdraw(
    of: number,
    orders?: readonly string[], // none: all of it
    file?: string, // that says so
  ): Promise<number | undefined> {
    const event = this.book.events[of - this.book.from] as JournalEvent;
    const left = orders ? ordersOf(event).filter((each) => !orders.includes(each)) : [];
    const undo = await this.note({ what: 'undo', of, ...(file && { file }) }, false);
    if (left.length === 0) return undo;
    await this.note({ ...event, orders: left }, false);
    return undefined;
  }

  // Of the newest event of the kind that still stands, for any of these orders.
  private placeOf(what: JournalEvent['what'], orders?: readonly string[]): number | undefined {
    const { standing } = this;
    const { from, events } = this.book;
    for (let i = events.length - 1; i >= 0; --i) {
      const event = events[i];
      if (event?.what !== what || !standing(from + i)) continue;
      if (!orders || ordersOf(event).some((each) => orders.includes(each))) return from + i;
    }
    return undefined;
  }

  private inTurn<T>(task: () => Promise<T>): Promise<T> {
    const next = this.turn.then(task);
    this.turn = next.catch(() => undefined);
    return next;
  }

  // Gives the core the whole journal, and drops here what it let go for its age.
  private async hand(): Promise<void> {
    this.opened = true;
    await this.handed(await this.desk.takeJournal());
  }

  private async handed(answer: JournalSummary | undefined): Promise<void> {
    this.unread = answer?.notices.length ?? 0;
    if (answer?.kept && !this.own) {
      const { from, events } = JSON.parse(answer.kept) as Kept;
      this.book = { from, events };
      await this.rewrite();
    }
    if (this.desk.summary) await this.desk.check();
    this.changed();
  }

  private async readAgain(): Promise<void> {
    if (this.opened && !this.kept) return;
    await this.readStored();
    await this.hand();
  }

  private async readStored(): Promise<void> {
    if (this.opened && !this.kept) return;
    try {
      const keys = (await this.store?.getAllKeys('journal', wholeShop())) ?? [];
      const events = (await this.store?.getAll('journal', wholeShop())) ?? [];
      const from = keys[0]?.[1] ?? 0;
      // A place that is missing keeps its place, lest an undo mean another event.
      const placed: JournalEvent[] = [];
      for (const [i, key] of keys.entries()) placed[key[1] - from] = events[i] as JournalEvent;
      const stored: JournalEvent[] = Array.from(placed, (each) => each ?? null);
      const early = this.opened ? [] : (this.own ?? this.book).events; // before storage was there
      const read: Kept = { from, events: [...stored, ...early] };
      if (this.own) this.own = read;
      else this.book = read;
      if (early.length > 0) await this.append(read, early);
    } catch {
      this.kept = false;
    }
  }

  // Gives the place of the first, where it was written.
  private async write(events: readonly JournalEvent[]): Promise<number | undefined> {
    return this.own ? undefined : this.append(this.book, events);
  }

  private async append(book: Kept, events: readonly JournalEvent[]): Promise<number | undefined> {
    const { store } = this;
    if (!store) return undefined;
    try {
      const first = await whole(store, 'journal', async (stored) => {
        const last = await stored.openKeyCursor(wholeShop(), 'prev');
        const place = last ? last.key[1] + 1 : book.from;
        for (const [i, event] of events.entries()) await stored.put(event, [shop, place + i]);
        return place;
      });
      this.tellOthers('');
      const expected = book.from + book.events.length - events.length;
      if (first !== expected) await this.readAgain();
      return first;
    } catch {
      this.kept = false; // storage is full, or was taken away
      this.changed();
      return undefined;
    }
  }

  private async rewrite(): Promise<void> {
    const { from, events } = this.book;
    if (!this.store) return;
    try {
      await whole(this.store, 'journal', async (stored) => {
        await stored.delete(wholeShop());
        for (const [i, event] of events.entries()) await stored.put(event, [shop, from + i]);
      });
    } catch {
      this.kept = false;
    }
  }
}

// Of an entry as storage gave it, whatever has become of it.
function ordersOf({ orders }: JournalEvent): readonly string[] {
  return Array.isArray(orders) ? orders : [];
}
