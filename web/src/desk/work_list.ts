// What the page shows of the last check: one page of orders, the chosen order, the
// rejects of one file or all. Only what is shown is asked of the core.

import type {
  FoundTick,
  OrderDetail,
  RejectPage,
  RowPage,
  RowQuery,
  TickKey,
} from '../../../wasm/parcelwise';
import type { Desk } from './desk';
import { rememberedHidden, rememberHidden } from './settings';
import type { Ticks } from './ticks';

export const rowsAPage = 100;

// A page of rows is drawn in parts, each a task of its own: all at once would hold up
// the page on a slow machine.
const rowsAPart = 10;

const rowsAnAsk = 1000;

export type Sort = NonNullable<RowQuery['sort']>;

export class WorkList {
  query: RowQuery = { offset: 0, limit: rowsAPage };
  page: RowPage | undefined;
  drawn = 0; // rows of the page that are shown so far
  chosen: string | undefined;
  detail: OrderDetail | undefined;
  rejectsOf = ''; // a file's name, or "" for all
  rejectsFrom = 0;
  rejects: RejectPage | undefined;
  found: readonly FoundTick[] = [];
  hideDone = rememberedHidden(); // and what is on its way

  private turns = 0; // of asking for rows
  private answered = 0; // the turn that was answered last

  constructor(
    private readonly desk: Desk,
    private readonly ticks: Ticks,
    private readonly changed: () => void,
    private readonly narrowed: (total: number) => void,
  ) {}

  // After each check: whatever is shown is asked for again.
  async refresh(): Promise<void> {
    if (!this.desk.summary) {
      this.page = this.detail = this.rejects = this.chosen = undefined;
      this.found = [];
      this.query = { offset: 0, limit: rowsAPage };
      return this.changed();
    }
    if (this.hideDone) await this.count();
    const settled = [this.loadRows(), this.loadRejects(), this.count()];
    if (this.chosen) settled.push(this.choose(this.chosen));
    await Promise.all(settled);
  }

  // Narrows or sorts the list; any such change goes back to its first page.
  async narrow(change: Partial<RowQuery>): Promise<void> {
    const day = 'rule' in change ? { day: '' } : {}; // it goes with the rule it came with
    const query: Record<string, unknown> = { ...this.query, offset: 0, ...day, ...change };
    for (const key of Object.keys(query)) {
      if (query[key] === '' || query[key] === undefined) delete query[key];
    }
    this.query = query as unknown as RowQuery;
    await this.loadRows();
    this.narrowed(this.page?.total ?? 0);
  }

  async turnTo(offset: number): Promise<void> {
    this.query = { ...this.query, offset };
    await this.loadRows();
  }

  // The same column again turns the order round.
  async sortBy(sort: Sort): Promise<void> {
    const now = this.query.sort ?? 'urgency';
    const descending = sort === now ? !this.query.descending : sort === 'at_risk';
    await this.narrow({ sort, descending });
  }

  // The order below the chosen one in the list, or above it, on whatever page it stands;
  // the first of the page where none is chosen, or where it is not on this page.
  async neighbour(by: 1 | -1): Promise<string | undefined> {
    const { page } = this;
    if (!page) return undefined;
    const at = page.rows.findIndex((row) => row.order_id === this.chosen);
    const to = at < 0 ? 0 : at + by;
    if (to >= 0 && to < page.rows.length) return page.rows[to]?.order_id;
    const offset = page.offset + (by > 0 ? page.rows.length : -rowsAPage);
    if (offset < 0 || offset >= page.total) return undefined;
    await this.turnTo(offset);
    const { rows = [] } = this.page ?? {};
    return rows[by > 0 ? 0 : rows.length - 1]?.order_id;
  }

  // Whether there is one, as far as is known here.
  hasNeighbour(by: 1 | -1): boolean {
    const { page } = this;
    const at = page?.rows.findIndex((row) => row.order_id === this.chosen) ?? -1;
    if (!page || at < 0) return false;
    return by > 0 ? page.offset + at + 1 < page.total : page.offset + at > 0;
  }

  async choose(order: string | undefined): Promise<void> {
    this.chosen = order;
    if (order !== this.detail?.order_id) this.detail = undefined;
    if (order) {
      const detail = await this.desk.ask('order', { id: order });
      if (this.chosen !== order) return;
      this.detail = detail;
      if (!detail) this.chosen = undefined; // its report was taken off the desk
    }
    this.changed();
  }

  async showRejects(file: string, from = 0): Promise<void> {
    this.rejectsOf = file;
    this.rejectsFrom = from;
    await this.loadRejects();
  }

  async tick(ticks: readonly TickKey[], done: boolean): Promise<void> {
    await this.ticks.put(ticks, done);
    await this.recount();
  }

  // After any change of ticks, also by another window.
  async recount(): Promise<void> {
    await this.count();
    if (this.hideDone) await this.loadRows();
  }

  async hide(hidden: boolean): Promise<void> {
    this.hideDone = hidden;
    rememberHidden(hidden);
    this.query = { ...this.query, offset: 0 };
    await this.loadRows();
    this.narrowed(this.page?.total ?? 0);
  }

  // The list's query as the core is asked: without what is done or on its way, if that is
  // hidden.
  get asked(): RowQuery {
    return this.hideDone ? { ...this.query, ...this.withoutDone } : this.query;
  }

  get withoutDone(): Pick<RowQuery, 'without' | 'without_gone'> {
    return { without: this.done, without_gone: true };
  }

  // Orders of which what comes first is ticked off.
  get done(): readonly string[] {
    return [...new Set(this.found.filter((each) => each.foremost).map((each) => each.order))];
  }

  // What each of these orders needs first, wherever it stands in the list.
  async leading(orders: ReadonlySet<string>): Promise<TickKey[]> {
    const found: TickKey[] = [];
    const take = (page: RowPage | undefined) => {
      for (const { order_id: order, rule } of page?.rows ?? []) {
        if (orders.has(order)) found.push({ order, rule });
      }
    };
    const { rule, search } = this.query;
    if (!rule && !search) take(this.page);
    if (found.length === orders.size) return found;
    found.length = 0;
    for (let offset = 0, total = 1; offset < total && found.length < orders.size; ) {
      const page = await this.desk.ask('rows', { offset, limit: rowsAnAsk });
      if (!page?.rows.length) break;
      take(page);
      total = page.total;
      offset += page.rows.length;
    }
    return found;
  }

  private async count(): Promise<void> {
    this.found = (await this.desk.ask('ticked', { ticks: this.ticks.keys })) ?? [];
    this.changed();
  }

  // Rows are asked for, or not all of them are drawn yet.
  get busy(): boolean {
    return this.answered !== this.turns || this.drawn < (this.page?.rows.length ?? 0);
  }

  private async loadRows(): Promise<void> {
    const turn = ++this.turns;
    this.changed();
    const page = await this.desk.ask('rows', this.asked);
    if (turn !== this.turns) return;
    this.answered = turn;
    if (!page) return this.changed();
    if (page.rows.length === 0 && this.query.offset > 0) return this.turnTo(0);
    const same = page.offset === this.page?.offset && page.rows.length === this.page.rows.length;
    this.page = page;
    if (same) return this.drawMore(page);
    this.drawn = 0; // what stands above the rows first
    this.changed();
    setTimeout(() => this.drawMore(page));
  }

  private drawMore(page: RowPage): void {
    if (page !== this.page) return;
    this.drawn = Math.min(this.drawn + rowsAPart, page.rows.length);
    this.changed();
    if (this.drawn < page.rows.length) setTimeout(() => this.drawMore(page));
  }

  private async loadRejects(): Promise<void> {
    const file = this.rejectsOf && { file: this.rejectsOf };
    const query = { ...(file || {}), offset: this.rejectsFrom, limit: rowsAPage };
    this.rejects = (await this.desk.ask('rejects', query)) ?? this.rejects;
    this.changed();
  }
}
