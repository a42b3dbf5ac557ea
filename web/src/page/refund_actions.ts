// Refunds: the one that is being put together, the plan with its undo, and shared parcels,
// whose decisions plan refunds too.

import type { JournalEvent, RefundRequest } from '../../../wasm/parcelwise';
import { RefundDraft } from '../desk/refund_draft';
import type { RefundActions } from '../views/actions';
import { download } from './download';
import { handOver } from './outbox_actions';
import type { PageModel } from './page_model';
import { whatIsNext } from './undo';

type Orders = readonly string[];

const same = (a: Orders, b: Orders) => String(a) === String(b);
const ordersOf = ({ orders }: { readonly orders: Orders }) => orders;

// Each order with a refund, once.
const planned = (requests: readonly RefundRequest[]): Orders[] =>
  [...new Set(requests.map((each) => each.order_id))].map((order) => [order]);

export function refundActions(page: PageModel): RefundActions {
  const { plan } = page;
  const announceCount = () => {
    const { plan: words } = page.speech.words;
    page.set({ announced: page.speech.count(words.count, plan.requests.length) });
  };
  // What was pressed may be gone afterwards; the way back takes the focus.
  const edited = (edit: () => void, wayBack: string) => {
    noted(edit);
    announceCount();
    page.offerUndo({ description: whatIsNext(page), undo: () => page.act.undoLast() });
    void page.focusOn(wayBack);
  };
  // The journal follows what is planned and decided, also what is taken back.
  const noted = (edit: () => void) => {
    const [requests, { groups, declined }] = [plan.requests, plan.decisions];
    edit();
    const now = plan.decisions;
    const follow = (what: JournalEvent['what'], before: Orders[], after: Orders[]) => {
      const gone = before.filter((each) => !after.some((other) => same(each, other)));
      const come = after.filter((each) => !before.some((other) => same(each, other)));
      for (const [order = ''] of gone) void page.journal.takeBack(what, order);
      for (const orders of come) void page.journal.add({ what, orders }, false);
    };
    follow('accepted', groups.map(ordersOf), now.groups.map(ordersOf));
    follow('declined', [...declined], [...now.declined]);
    if (now.groups === groups) follow('planned', planned(requests), planned(plan.requests));
  };
  const showView = (view: 'plan' | 'combine', focus: string) => {
    if (page.state.narrow) page.act.choose(undefined); // it would cover the view
    page.set({ view });
    void page.focusOn(focus);
  };
  return {
    openRefund(order, suggested) {
      page.draft = new RefundDraft(order, suggested, page.desk, () => page.changed());
      page.changed();
      void page
        .focusOn('refund-reason')
        .then(() => document.getElementById('order')?.scrollIntoView());
    },

    closeRefund() {
      page.draft = undefined;
      page.changed();
      void page.focusOn(page.inquiry ? 'answer-refund' : 'open-refund');
    },

    planRefund() {
      const { draft } = page;
      const request = draft?.request;
      if (!request || !draft.outcome) return;
      noted(() => plan.add(request));
      announceCount();
      page.offerUndo({ description: whatIsNext(page), undo: () => page.act.undoLast() });
      this.closeRefund();
    },

    showPlan: () => showView('plan', 'view-plan'),
    editPlan: (edit) => edited(edit, 'plan-undo'),

    undoPlan() {
      if (!plan.edits.canUndo) return;
      noted(() => plan.undo());
      announceCount();
    },

    redoPlan() {
      if (!plan.edits.canRedo) return;
      noted(() => plan.redo());
      announceCount();
    },

    savePlan: () => void download([{ name: 'plan.json', blob: plan.save() }]),

    writePlan: () => void plan.write().then((written) => written && handOver(page, written)),

    showParcels: () => showView('combine', 'combine-title'),
    editParcels: (edit) => edited(edit, 'combine-undo'),
  };
}
