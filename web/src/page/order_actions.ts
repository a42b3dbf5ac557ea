// The list of orders: opening one, marking what is done, and the search that finds an
// order by a word or a buyer's whole message.

import type { TickKey } from '../../../wasm/parcelwise';
import { viewOf } from '../desk/saved_views';
import type { OrderActions } from '../views/actions';
import { panelOpen } from '../views/order_panel';
import type { PageModel } from './page_model';
import { toldEvent } from './undo';
import { did } from './undo_actions';

export function orderActions(page: PageModel): OrderActions {
  const { desk, list, finder, savedViews } = page;
  return {
    choose(order) {
      const left = list.chosen;
      page.draft = page.inquiry = undefined;
      page.set({ revealed: false, copied: '', ...(order && { view: 'work' }) });
      void list.choose(order);
      if (order) void page.focusOn('order-title');
      else if (left) void page.focusOnRow(left);
    },

    openOrder(order) {
      page.set({ view: 'work' });
      this.choose(order);
    },

    showRule(rule) {
      if (desk.files.length === 0) void page.act.addSample();
      this.choose(undefined);
      page.set({ view: 'work' });
      void list.narrow({ rule, urgency: '' as never });
      void finder.seek('');
      void page.focusOn('list');
    },

    step(by) {
      void list.neighbour(by).then((order) => {
        if (order) this.openOrder(order);
      });
    },

    showView({ rule, urgency, sort, descending }) {
      page.set({ namingView: false });
      void list.narrow({ rule, urgency: urgency as never, sort, descending });
    },

    saveView(name) {
      savedViews.save(viewOf(list.query, name));
      const announced = page.speech.fill(page.speech.words.savedViews.saved, { name });
      page.set({ namingView: false, announced });
      void page.focusOn('search');
    },

    removeView(view) {
      const before = savedViews.all;
      savedViews.remove(view);
      const { name } = view;
      did(page, {
        what: () => page.speech.fill(page.speech.words.savedViews.removed, { name }),
        undo: () => savedViews.keep(before),
        redo: () => savedViews.remove(view),
      });
    },

    mark({ order, rule, done }) {
      const row = document.activeElement?.closest<HTMLTableRowElement>('.work tbody tr');
      const at = row?.sectionRowIndex;
      void markAll(page, [{ order, rule }], done).then(() => {
        if (at !== undefined && list.hideDone) void focusOnTick(page, at);
      });
    },

    copy(text, announcement) {
      void navigator.clipboard.writeText(text).then(
        () => page.set({ copied: text, announced: announcement }),
        () => undefined, // the browser said no: the text can still be selected by hand
      );
    },

    search() {
      if (!desk.summary) return;
      if (page.state.narrow && panelOpen(page)) this.choose(undefined); // it would cover it
      page.set({ view: 'work' });
      void page.focusOn('search');
    },

    seek(text) {
      if (!desk.summary) return;
      page.set({ view: 'work' });
      void finder.seek(text).then(() => page.changed());
    },

    lookUp(text) {
      if (!desk.summary) return;
      if (panelOpen(page)) this.choose(undefined);
      this.seek(text);
      // The next message takes this one's place, and on a phone what is found is in sight.
      void page.focusOn('search').then(() => {
        const field = document.getElementById('search') as HTMLTextAreaElement;
        field.select();
        field.scrollTop = 0;
        if (page.state.narrow) field.scrollIntoView();
      });
    },

    openFound(text) {
      this.seek(text);
      void desk.ask('find', { text }).then((found) => {
        const [first, second] = found?.orders ?? [];
        if (first && !second) this.choose(first.order_id);
      });
    },
  };
}

// What was marked is hidden: the next one takes its place, and the focus.
async function focusOnTick(page: PageModel, at: number): Promise<void> {
  do await new Promise((after) => setTimeout(after));
  while (page.list.busy);
  await page.drawn();
  if (document.activeElement !== document.body) return;
  const marks = document.querySelectorAll<HTMLElement>('.work .col-done input');
  const next = marks[Math.min(at, marks.length - 1)] ?? document.getElementById('hide-done');
  next?.focus();
}

// One step, however many orders it is about.
export async function markAll(
  page: PageModel,
  ticks: readonly TickKey[],
  done: boolean,
): Promise<void> {
  const { journal, list } = page;
  const orders = [...new Set(ticks.map((each) => each.order))];
  const [order] = orders;
  if (!order) return;
  let undo: Promise<number | undefined> = Promise.resolve(undefined); // of the mark, alone
  const set = (to: boolean) => {
    const ticked = list.tick(ticks, to);
    void ticked.then(() => page.outbox.refresh());
    undo = undo.then((of) => {
      if (!to) return journal.untick(orders);
      const again =
        of === undefined ? { what: 'done' as const, orders } : { what: 'undo' as const, of };
      return journal.add(again, false).then(() => undefined);
    });
    return ticked;
  };
  const what = () => {
    const { speech } = page; // of then
    const { ticked, unticked } = speech.words.list;
    return orders.length === 1
      ? speech.fill(done ? ticked : unticked, { order })
      : toldEvent(speech, 'done', orders);
  };
  const ticked = set(done);
  did(page, {
    what,
    undo: () => void set(!done),
    redo: () => void set(done),
  });
  await ticked;
}
