// What is done with all chosen orders at once, and how they are chosen: one by one, from
// one to another, all of the list's filter.

import type { BulkActions } from '../views/actions';
import { markAll } from './order_actions';
import type { PageModel } from './page_model';
import { noteStep } from './undo_actions';

export function bulkActions(page: PageModel): BulkActions {
  const { list, outbox, ticks } = page;
  let from = ''; // the order that was picked last
  const orders = () => [...outbox.chosen];
  const announce = () => {
    const announced = page.speech.count(page.speech.words.outbox.chosen, outbox.chosen.size);
    page.set({ announced });
  };
  return {
    pick(order = inFocus() ?? list.chosen, range = false) {
      if (!order) return;
      const rows = (list.page?.rows ?? []).map((row) => row.order_id);
      const [a, b] = [rows.indexOf(range ? from : order), rows.indexOf(order)];
      const among = a < 0 ? [order] : rows.slice(Math.min(a, b), Math.max(a, b) + 1);
      const chosen = range ? true : !outbox.chosen.has(order);
      from = order;
      void outbox.choose(among, chosen).then(announce);
      announce();
    },

    chooseFiltered: () => void outbox.chooseAll(list.asked).then(announce),

    async markChosen() {
      const leading = await list.leading(outbox.chosen);
      const open = leading.filter(({ order, rule }) => !ticks.has(order, rule));
      void markAll(page, open, true);
      void outbox.choose(orders(), false);
    },

    async leaveAs(target) {
      page.set({ view: 'work' });
      outbox.open = true;
      await outbox.aim({ target });
      await page.focusOn(outbox.ready ? 'outbox-send' : 'outbox-target');
      if (!outbox.ready) await page.focusOn('outbox-carrier'); // where it is asked for
    },

    holdChosen: (text) => noteStep(page, { what: 'hold', orders: orders(), ...(text && { text }) }),

    noteChosen: (text) => noteStep(page, { what: 'note', orders: orders(), text }),
  };
}

// The order of the row that has the focus.
function inFocus(): string | undefined {
  const row = document.activeElement?.closest('.work tbody tr');
  return row?.querySelector<HTMLElement>('.open-order')?.dataset['order'];
}
