// What is about to leave: the orders the seller chose, for which target, and how that
// file or paper would turn out. It is made before it is asked for, so that what cannot
// be written is seen first; the core alone decides what that is.

import type {
  ExportKind,
  OrderServices,
  OwnLayout,
  RowQuery,
  ShopSettings,
  Slips,
  Urgency,
} from '../../../wasm/parcelwise';
import type { Failure, Written } from '../worker/protocol';
import { dated } from './dated';
import type { Desk } from './desk';
import { LayoutDraft } from './layout_draft';
import { dropLayout, keepLayout, layoutFor, layoutKind } from './layouts';
import { Standing } from './standing';
import { rememberCarrier, rememberedCarrier, rememberedShop, rememberShop } from './settings';

export const papers = ['slips', 'picking', 'addresses'] as const;
export type Paper = (typeof papers)[number];
export type Target = ExportKind | Paper;

// Which formats of paper each comes on; paper.css has their sizes.
export const formats: Record<Paper, readonly Format[]> = {
  slips: ['a4', 'a4-two', 'letter', 'letter-two', 'a6', 'inches', 'roll'],
  picking: ['a4', 'letter', 'a6', 'roll'],
  addresses: ['a4', 'letter', 'a6', 'inches', 'roll'],
};
export type Format = 'a4' | 'a4-two' | 'letter' | 'letter-two' | 'a6' | 'inches' | 'roll';

// What is on its way to the printer.
export interface PrintJob {
  readonly paper: Paper;
  readonly format: Format;
  readonly slips: Slips;
}

const rowsAnAsk = 1000;
const withLabel = ['label-made', 'numbered', 'in-confirmation'] as const;

export class Outbox {
  readonly chosen = new Set<string>(); // order ids; none: all that the target takes
  target: Target = 'slips';
  strict = false; // all or nothing
  acceptUnread = false; // orders with rows that could not be read were looked up
  takeAside = false; // what is on hold or ticked off, too
  parcelsBy = ''; // a carrier or Amazon's code for it, where no file tells one
  reason = ''; // of cancellations: Amazon's code; "": what the buyers asked for
  shop: ShopSettings = rememberedShop();
  open = false;
  written: Written | undefined; // what the target's file would be
  handed: { readonly kind: Target; readonly written: Written } | undefined; // the last one that left
  slips: Slips | undefined; // what its paper would show
  failure: Failure | undefined;
  shopFailure: Failure | undefined; // of a file about the shop that was not taken
  offered: ShopSettings | undefined; // of such a file, while the core has not seen it
  draft: LayoutDraft | undefined; // a layout in the making
  services: OrderServices | undefined; // of the orders that were chosen then
  servicesFailure: Failure | undefined; // why none were found

  readonly standing: Standing;
  private wanted: Format | undefined; // none: what printers of the marketplace hold
  private turns = 0; // of asking the core
  private latest: Promise<void> | undefined; // until its last answer is shown
  private asked: readonly string[] | undefined; // orders whose services were asked for

  constructor(
    private readonly desk: Desk,
    private readonly groups: () => readonly (readonly string[])[], // accepted: they travel together
    done: () => readonly string[], // ticked off
    private readonly changed: () => void,
  ) {
    this.standing = new Standing(desk, done);
  }

  // Whose label file was made last here, or the first of those that there are.
  get carrier(): ExportKind | undefined {
    const all = this.desk.exports.filter(
      (each) => each.for === 'carrier' && !this.desk.lacks(each.kind),
    );
    const last = rememberedCarrier();
    return (all.find((each) => each.kind === last) ?? all[0])?.kind;
  }

  get paper(): Paper | undefined {
    return papers.find((each) => each === this.target);
  }

  get format(): Format {
    const { wanted, paper } = this;
    if (wanted && paper && formats[paper].includes(wanted)) return wanted;
    const { policy, policies } = this.desk.summary ?? {};
    return policies?.find(({ id }) => id === policy?.id)?.paper ?? 'a4';
  }

  get made():
    | Pick<Written, 'companions' | 'orders_left_out' | 'left_out' | 'warnings'>
    | undefined {
    return this.written ?? this.slips;
  }

  // What stays out of the target's file unless it is chosen; the seller's own lists and
  // cancellations take all.
  get aside(): readonly string[] {
    const { target, paper, chosen } = this;
    const packs = paper ?? (this.isLabel || ['shipping-confirmation', 'picklist'].includes(target));
    return packs && chosen.size === 0 ? this.standing.aside.map(({ order }) => order) : [];
  }

  // How many of the file's orders were in such a file before; of the one that was just
  // written that is no news.
  get again(): number {
    const { written, handed, target, isLabel } = this;
    if (!isLabel && target !== 'shipping-confirmation') return 0;
    const orders = written?.event?.orders ?? [];
    if (handed?.kind === target && String(handed.written.event?.orders) === String(orders))
      return 0;
    return this.standing.again(orders, isLabel ? withLabel : ['in-confirmation']);
  }

  get isLabel(): boolean {
    const { target } = this;
    return this.desk.exports.some((each) => each.kind === target && each.for === 'carrier');
  }

  // Until what is made is of the last choice: what is pressed for at once is no older one.
  async settled(): Promise<void> {
    await this.latest;
  }

  // Whether there is anything to hand over.
  get ready(): boolean {
    const count = this.written?.files.length ?? this.slips?.slips.length ?? 0;
    return count > 0 && !(this.strict && this.made?.left_out.length);
  }

  async show(open: boolean): Promise<void> {
    this.open = open;
    await this.refresh();
    await this.findServicesAgain();
  }

  async print(format: Format): Promise<void> {
    this.wanted = format;
    await this.refresh();
  }

  async aim(
    change: Partial<
      Pick<Outbox, 'target' | 'strict' | 'reason' | 'acceptUnread' | 'takeAside' | 'parcelsBy'>
    >,
  ): Promise<void> {
    Object.assign(this, change);
    if (change.target && this.isLabel) rememberCarrier(change.target);
    if (change.target) this.reason = '';
    if (change.target) this.acceptUnread = this.takeAside = false;
    if (change.target) this.written = this.slips = this.handed = undefined;
    await this.refresh();
  }

  async choose(orders: Iterable<string>, chosen: boolean): Promise<void> {
    for (const order of orders) {
      if (chosen) this.chosen.add(order);
      else this.chosen.delete(order);
    }
    await this.refresh();
  }

  // How many were chosen.
  async chooseDue(urgency: Urgency): Promise<number> {
    await this.standing.learn();
    const due = this.standing.dueOf(urgency) ?? [];
    await this.choose(due, true);
    return due.length;
  }

  // Every order that the list would show so, on whatever page of it.
  async chooseAll(which: Partial<RowQuery>): Promise<number> {
    const found: string[] = [];
    for (let total = 1; found.length < total; ) {
      const query = { ...which, offset: found.length, limit: rowsAnAsk };
      const page = await this.desk.ask('rows', query);
      if (!page?.rows.length) break;
      found.push(...page.rows.map((row) => row.order_id));
      total = page.total;
    }
    await this.choose(found, true);
    return found.length;
  }

  clear(): void {
    this.chosen.clear();
    this.open = this.acceptUnread = this.takeAside = false;
    this.parcelsBy = '';
    this.standing.forget();
    this.written = this.slips = this.failure = this.shopFailure = this.handed = undefined;
    this.draft = this.asked = this.services = this.servicesFailure = undefined;
    this.changed();
  }

  // Kept on this machine as the seller's own. What the core refuses of what is typed is
  // kept too, and shown with its place.
  async setShop(shop: ShopSettings): Promise<void> {
    this.keepShop(shop);
    await this.refresh();
  }

  // What labels call each SKU; a blank takes its name away.
  async nameGoods(names: readonly (readonly [string, string])[]): Promise<void> {
    const labels = new Map(Object.entries(this.shop.labels ?? {}));
    for (const [sku, name] of names) {
      if (name.trim()) labels.set(sku, name.trim());
      else labels.delete(sku);
    }
    await this.setShop({ ...this.shop, labels: Object.fromEntries(labels) });
  }

  // Of a file: what the core refuses changes nothing.
  async offerShop(shop: ShopSettings): Promise<void> {
    this.offered = shop;
    await this.refresh();
  }

  // A layout of the seller's; one that the core refuses changes nothing.
  async addLayout(text: string): Promise<boolean> {
    const { kind, failure } = await keepLayout(this.desk, text);
    this.shopFailure = failure;
    if (kind) await this.aim({ target: kind });
    else this.changed();
    return kind !== undefined;
  }

  // False where the template names no columns.
  async draftLayout(template: File): Promise<boolean> {
    const draft = await LayoutDraft.read(template);
    if (!draft) return false;
    this.draft = draft;
    await this.tryDraft();
    return true;
  }

  // Three orders by the draft as it stands.
  async tryDraft(): Promise<void> {
    const { draft } = this;
    if (!draft) return;
    const { layout } = draft;
    const page = await this.desk.ask('rows', { rule: 'ship', offset: 0, limit: 3 });
    const orders = (page?.rows ?? []).map(({ order_id: order }) => order);
    const options = { layout, shop: this.shop, ...(orders.length > 0 && { orders }) };
    const made = await this.desk.answer('writeFiles', { kind: layoutKind(layout), options });
    const why = made?.failure ?? made?.value?.left_out[0];
    await draft.show(made?.value?.files[0]?.bytes, why?.message ?? '');
    this.changed();
  }

  async keepDraft(): Promise<boolean> {
    const { draft } = this;
    const kept = draft !== undefined && (await this.addLayout(JSON.stringify(draft.layout)));
    if (kept) this.draft = undefined;
    this.changed();
    return kept;
  }

  // Of the chosen orders, or of all that may be shipped.
  async findServices(): Promise<void> {
    this.asked = [...this.chosen];
    await this.findServicesAgain();
  }

  // Of the same orders, after a check or under other terms. All goods are packed for it,
  // so not while nobody sees it.
  async findServicesAgain(): Promise<void> {
    const { asked } = this;
    if (!asked || !this.open || !this.desk.summary) return;
    const found = await this.desk.answer('services', asked);
    if (!found || asked !== this.asked) return;
    this.services = found.value;
    this.servicesFailure = found.failure;
    this.changed();
  }

  // These orders alone, as the file that their service takes; else as they are listed.
  async leaveBy(orders: readonly string[], target: Target | undefined): Promise<void> {
    this.chosen.clear();
    for (const order of orders) this.chosen.add(order);
    await this.aim(target && !this.desk.lacks(target) ? { target } : {});
  }

  async dropLayout(): Promise<void> {
    await dropLayout(this.desk, this.target);
    await this.aim({ target: 'slips' });
  }

  get ownLayout(): OwnLayout | undefined {
    return layoutFor(this.target).layout;
  }

  private get carrierOption() {
    return this.parcelsBy && { carrier: this.parcelsBy };
  }

  private keepShop(shop: ShopSettings): void {
    this.shop = shop;
    this.shopFailure = undefined;
    rememberShop(shop);
  }

  // The confirmation of what Amazon refused, and that alone.
  async retry(): Promise<Written | undefined> {
    const options = { groups: this.groups(), shop: this.shop, ...this.carrierOption, retry: true };
    const made = await this.desk.answer('writeFiles', { kind: 'shipping-confirmation', options });
    const now = this.desk.summary?.now;
    return made?.value && now ? dated(made.value, now) : made?.value;
  }

  // After each change and each check. It ends when what is shown is of the last one.
  refresh(): Promise<void> {
    return (this.latest = this.make());
  }

  private async make(): Promise<void> {
    const turn = ++this.turns;
    this.changed();
    if (!this.open || !this.desk.summary) return;
    if (this.desk.lacks(this.target)) this.target = 'slips';
    await this.standing.learn();
    if (turn !== this.turns) return this.latest;
    const { offered } = this;
    const shop = offered ?? this.shop;
    const options = {
      orders: [...this.chosen],
      groups: this.groups(),
      shop,
      reason: this.reason,
      ...layoutFor(this.target),
      ...this.carrierOption,
      ...(!this.takeAside && { without: this.aside }),
      ...(this.acceptUnread && { accept_unread: true }),
    };
    const made = this.paper
      ? await this.desk.answer('slips', options)
      : await this.desk.answer('writeFiles', { kind: this.target as ExportKind, options });
    if (turn !== this.turns) return this.latest;
    const { summary } = this.desk; // all reports may have gone while it was written
    if (!made || !summary) return;
    if (offered) {
      this.offered = undefined;
      if (made.failure?.code === 'bad-shop') {
        this.shopFailure = made.failure;
        return this.refresh();
      }
      this.keepShop(offered);
    }
    this.failure = made.failure;
    const { value } = made;
    this.written = value && 'files' in value ? dated(value, summary.now) : undefined;
    this.slips = made.value && 'slips' in made.value ? made.value : undefined;
    this.changed();
  }
}
