// Refunds: the one that is being put together, the plan with its undo, and shared parcels,
// whose decisions plan refunds too.

import { RefundDraft } from '../desk/refund_draft';
import type { RefundActions } from '../views/actions';
import { download } from './download';
import { handOver } from './outbox_actions';
import type { PageModel } from './page_model';

export function refundActions(page: PageModel): RefundActions {
  const { plan } = page;
  const announceCount = () => {
    page.lastEdited = 'plan';
    const { plan: words } = page.speech.words;
    page.set({ announced: page.speech.count(words.count, plan.requests.length) });
  };
  // What was pressed may be gone afterwards; the way back takes the focus.
  const edited = (edit: () => void, wayBack: string) => {
    edit();
    announceCount();
    void page.focusOn(wayBack);
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
      plan.add(request);
      void page.journal.add({ what: 'planned', orders: [request.order_id] }, false);
      announceCount();
      this.closeRefund();
    },

    showPlan: () => showView('plan', 'view-plan'),
    editPlan: (edit) => edited(edit, 'plan-undo'),

    undoPlan() {
      if (!plan.canUndo) return;
      plan.undo();
      announceCount();
    },

    redoPlan() {
      if (!plan.canRedo) return;
      plan.redo();
      announceCount();
    },

    savePlan: () => void download([{ name: 'plan.json', blob: plan.save() }]),

    writePlan: () => void plan.write().then((written) => written && handOver(page, written)),

    showParcels: () => showView('combine', 'combine-title'),
    editParcels(edit) {
      const before = plan.decisions;
      edited(edit, 'combine-undo');
      const { groups, declined } = plan.decisions;
      const accepted = groups.find((each) => !before.groups.includes(each));
      const refused = declined.find((each) => !before.declined.includes(each));
      if (accepted) void page.journal.add({ what: 'accepted', orders: accepted.orders }, false);
      if (refused) void page.journal.add({ what: 'declined', orders: refused }, false);
    },
  };
}
