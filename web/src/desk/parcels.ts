// Orders that may share a parcel: the seller's terms, which this machine may remember,
// and the core's page of groups under the decisions that stand in the plan.

import type {
  CombineChoices,
  CombineTerms,
  TermsInForce,
  GroupPage,
  GroupQuery,
  RefundRequest,
} from '../../../wasm/parcelwise';
import type { Desk } from './desk';
import type { Plan } from './plan';
import { rememberTerms, rememberedTerms, type OwnTerms } from './settings';
import type { Failure } from '../worker/protocol';

export const groupsAPage = 20;

export class Parcels {
  choices: CombineChoices | undefined;
  terms: OwnTerms = rememberedTerms(); // as the seller wants them
  inForce: TermsInForce | undefined;
  failure: Failure | undefined; // of terms that were not taken
  page: GroupPage | undefined;
  show: GroupQuery['show'] = 'open';
  from = 0;

  private sizes: NonNullable<CombineTerms['parcels']> = []; // by hand; of orders, so not kept
  private worker = 0; // the one that knows the terms
  private language = '';
  private turns = 0;

  constructor(
    private readonly desk: Desk,
    private readonly plan: Plan,
    private readonly changed: () => void,
    private readonly termsTaken: () => void,
  ) {}

  // After each check, each decision and each change of the terms.
  async refresh(): Promise<void> {
    const turn = ++this.turns;
    const { desk } = this;
    if (!desk.summary) {
      this.page = undefined;
      this.show = 'open';
      this.from = 0;
      this.sizes = [];
      return this.changed();
    }
    if (this.worker !== desk.workers) {
      this.worker = desk.workers; // a new one, which knows nothing yet
      this.choices = undefined;
      await this.tell(this.terms);
    }
    const language = document.documentElement.lang;
    if (!this.choices || this.language !== language) {
      this.language = language;
      this.choices = await desk.ask('combineChoices', null);
      if (this.failure) await this.tell(this.terms); // its message in the new one
    }
    const query = { show: this.show, offset: this.from, limit: groupsAPage };
    const [set, page] = await Promise.all([
      desk.answer('setGroups', this.plan.decisions),
      desk.ask('groups', query),
    ]);
    if (turn !== this.turns || set?.failure || !page) return;
    this.page = page;
    if (page.groups.length === 0 && this.from > 0) return this.turnTo(0);
    this.changed();
  }

  async turnTo(from: number): Promise<void> {
    this.from = from;
    await this.refresh();
  }

  async showOnly(show: GroupQuery['show']): Promise<void> {
    this.show = show;
    await this.turnTo(0);
  }

  // Terms that the core refuses change nothing, but for a place that is yet to be
  // chosen: what was chosen so far waits for it.
  async setTerms(change: Partial<OwnTerms>): Promise<void> {
    const before = this.terms;
    this.terms = { ...before, ...change };
    const taken = await this.tell(this.terms);
    if (!taken && this.failure?.member !== 'from') this.terms = before;
    else rememberTerms(this.terms);
    if (taken) this.termsTaken();
    await this.refresh();
  }

  sizeOf(orders: readonly string[]): string {
    return this.sizes.find((each) => String(each.orders) === String(orders))?.size ?? '';
  }

  // "" takes it away.
  async setSize(orders: readonly string[], size: string): Promise<void> {
    const others = this.sizes.filter((each) => String(each.orders) !== String(orders));
    this.sizes = size ? [...others, { orders, size }] : others;
    if (await this.tell(this.terms)) this.termsTaken();
    await this.refresh();
  }

  // An accepted group whose refunds were planned under other terms than now, or were taken
  // out of the plan.
  isStale(orders: readonly string[], again: readonly RefundRequest[] | null): boolean {
    if (!again) return false;
    const planned = plannedShares(this.plan.requests, orders);
    const text = (requests: readonly RefundRequest[]) =>
      requests
        .map((each) => `${each.order_id} ${each.amount ?? ''}`)
        .sort()
        .join();
    return text(planned) !== text(again);
  }

  private async tell(terms: OwnTerms): Promise<boolean> {
    const { tariffs, from, basis, keep, ownTariff, skus } = terms;
    const answer = await this.desk.answer('setTerms', {
      tariffs,
      from,
      keep,
      ...(basis && { basis }),
      ...(ownTariff && { own_tariff: ownTariff.text }),
      ...(skus && { skus: skus.text }),
      parcels: this.sizes,
    });
    this.failure = answer?.failure;
    this.inForce = answer?.value ?? this.inForce;
    return answer?.value !== undefined;
  }
}

export function plannedShares(
  requests: readonly RefundRequest[],
  orders: readonly string[],
): readonly RefundRequest[] {
  return requests.filter(
    ({ reason, order_id }) => reason === 'combined-shipping' && orders.includes(order_id),
  );
}
