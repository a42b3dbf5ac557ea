// The refund that the seller is putting together. Each change is sent to the core at
// once; an answer that a later change has overtaken is dropped.

import type {
  Language,
  OrderDetail,
  Refund,
  RefundReason,
  RefundReasonChoice,
  RefundRequest,
} from '../../../wasm/parcelwise';
import { readAmount } from '../format/money';
import type { Desk } from './desk';
import { rememberedFeeRate, rememberFeeRate } from './settings';
import type { Failure } from '../worker/protocol';

type Item = NonNullable<RefundRequest['items']>[number];

// As typed or chosen; "" is not yet.
export interface RefundFields {
  reason: RefundReason | '';
  amount: string;
  condition: NonNullable<RefundRequest['condition']> | '';
  days: string;
  concession: NonNullable<RefundRequest['concession']>;
  feeRate: string; // in percent
}

type SheetLine = Pick<
  Refund['order_lines'][number],
  'order_item_id' | 'sku' | 'product' | 'units_left'
>;

// What a request calls a line: its id or, where no report has ids, its SKU.
export const nameOf = (line: { readonly order_item_id: string; readonly sku: string }): string =>
  line.order_item_id || line.sku;

const percentage = /^\d{1,2}(\.\d{1,2})?$/;
const mostUnits = 999_999;
export const mostDays = 3650; // the core's limit

export class RefundDraft {
  readonly fields: RefundFields;
  items: readonly Item[] | undefined; // undefined: the lines that the reason picks
  refund: Refund | undefined; // the last answer, kept while a failure is shown
  failure: Failure | undefined;
  acceptUnread = false; // what could not be read or placed was looked up

  private turns = 0;
  private linesByHand = false;

  constructor(
    readonly order: OrderDetail,
    private readonly suggested: RefundRequest | null,
    private readonly desk: Desk,
    private readonly changed: () => void,
  ) {
    this.fields = {
      reason: suggested?.reason ?? '',
      amount: suggested?.amount ?? '',
      condition: suggested?.condition ?? '',
      days: String(suggested?.days ?? ''),
      concession: suggested?.concession ?? 'other',
      feeRate: rememberedFeeRate(),
    };
    this.items = this.linesToBeginWith;
    void this.refresh();
  }

  set(change: Partial<RefundFields>): void {
    const other = change.reason !== undefined && change.reason !== this.fields.reason;
    Object.assign(this.fields, change);
    if (other && !this.linesByHand) this.items = this.linesToBeginWith;
    if (change.feeRate !== undefined) rememberFeeRate(change.feeRate);
    void this.refresh();
  }

  // The lines that are ticked: by the seller, or else by the reason. An amount is shared
  // over all of them, and all are meant while something is still to be filled in.
  get chosen(): readonly Item[] {
    if (this.items) return this.items;
    if (this.needs('amount') || (this.fields.reason && !this.request)) {
      return this.lines.map((line) => ({ order_item_id: nameOf(line) }));
    }
    const picked = this.outcome?.lines ?? [];
    return picked.map((line) => ({ order_item_id: nameOf(line), quantity: line.quantity }));
  }

  // In the order's own order, whatever the answer's is: none may move under the pointer.
  get lines(): readonly SheetLine[] {
    const { order, refund } = this;
    if (!refund) return order.lines.map((line) => ({ ...line, units_left: line.purchased ?? 1 }));
    const at = (line: Parameters<typeof nameOf>[0]) =>
      order.lines.findIndex((each) => nameOf(each) === nameOf(line));
    return [...refund.order_lines].sort((a, b) => at(a) - at(b));
  }

  tick(id: string, ticked: boolean): void {
    this.linesByHand = true;
    const others = this.chosen.filter((each) => each.order_item_id !== id);
    this.items = ticked ? [...others, { order_item_id: id }] : others;
    void this.refresh();
  }

  // NaN while nothing is typed.
  setQuantity(id: string, quantity: number): void {
    this.linesByHand = true;
    const rounded = Math.trunc(Math.min(quantity, mostUnits));
    this.items = this.chosen.map((each) =>
      each.order_item_id === id ? { ...each, quantity: rounded } : each,
    );
    void this.refresh();
  }

  accept(looked: boolean): void {
    this.acceptUnread = looked;
    void this.refresh();
  }

  needs(field: RefundReasonChoice['needs'][number]): boolean {
    return this.choice?.needs.includes(field) ?? false;
  }

  private get choice(): RefundReasonChoice | undefined {
    return this.desk.reasons.find((each) => each.reason === this.fields.reason);
  }

  // What may be true of some of several lines is taken for granted of none, unless it was
  // told: what came back or was named, whatever the reason is; what the stock lacks, for
  // that reason; the one line that is not sent.
  private get linesToBeginWith(): readonly Item[] | undefined {
    const { suggested, order, choice } = this;
    const ofStock = suggested?.reason === 'items-unavailable';
    if (suggested?.items && (!ofStock || choice?.reason === suggested.reason))
      return suggested.items;
    if (!choice?.partial || order.lines.length < 2) return undefined;
    const unsent = order.lines.filter((line) => line.to_ship !== 0);
    return choice.reason === 'items-unavailable' && unsent.length === 1 ? undefined : [];
  }

  get currency(): string {
    const { refund, order } = this;
    const price = refund?.total ?? order.lines.find((each) => each.item_price)?.item_price;
    return price?.currency ?? '';
  }

  get amountWrong(): boolean {
    return this.needs('amount') && plain(this.fields.amount) !== '' && !this.amount;
  }

  get daysWrong(): boolean {
    return this.needs('days') && plain(this.fields.days) !== '' && this.days === undefined;
  }

  get feeRateWrong(): boolean {
    return this.percent !== '' && !percentage.test(this.percent);
  }

  // Undefined while something that the reason needs is missing.
  get request(): RefundRequest | undefined {
    const { reason, condition, concession } = this.fields;
    const { amount, days } = this;
    const given = this.needs('amount');
    if (!reason) return undefined;
    if (this.items?.length === 0 && !this.needs('concession')) return undefined;
    if (given && !amount) return undefined;
    if (!given && this.items?.some(({ quantity }) => Number.isNaN(quantity))) return undefined;
    if (this.needs('condition') && !condition) return undefined;
    if (this.needs('days') && days === undefined) return undefined;
    const items = this.needs('concession')
      ? undefined // it is the order's, not any line's
      : given
        ? this.items?.map(({ order_item_id }) => ({ order_item_id })) // parts of a price, no units
        : this.items;
    return {
      order_id: this.order.order_id,
      reason,
      ...(items && { items }),
      ...(given && amount && { amount }),
      ...(this.needs('condition') && condition && { condition }),
      ...(this.needs('days') && days !== undefined && { days }),
      ...(this.needs('concession') && { concession }),
      ...(this.percent && !this.feeRateWrong && { fee_rate: `${this.percent}%` }),
      ...(this.acceptUnread && { accept_unread: true }),
    };
  }

  // Also after each check and each change of the plan: both may leave less.
  async refresh(): Promise<void> {
    const turn = ++this.turns;
    const { request } = this;
    if (!request) {
      this.failure = undefined;
      return this.changed();
    }
    const answer = await this.desk.answer('refund', request);
    if (turn !== this.turns || !answer) return;
    this.failure = answer.failure;
    this.refund = answer.value ?? this.refund;
    this.changed();
  }

  // What the fields say right now, worked out.
  get outcome(): Refund | undefined {
    const { request, refund } = this;
    return !this.failure && request?.reason === refund?.reason ? refund : undefined;
  }

  private get amount(): string | undefined {
    const language = document.documentElement.lang as Language;
    return readAmount(language, this.currency, plain(this.fields.amount));
  }

  private get days(): number | undefined {
    const days = plain(this.fields.days);
    return /^\d{1,4}$/.test(days) && Number(days) <= mostDays ? Number(days) : undefined;
  }

  private get percent(): string {
    return plain(this.fields.feeRate).replace(/%$/, '').replace(',', '.');
  }
}

// Digits as a Japanese keyboard may give them, made plain.
function plain(typed: string): string {
  return typed.normalize('NFKC').trim();
}
