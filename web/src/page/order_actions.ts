// The list of orders: opening one, marking what is done, and the search that finds an
// order by a word or a buyer's whole message.

import { viewOf } from '../desk/saved_views';
import type { Mark, OrderActions } from '../views/actions';
import { panelOpen } from '../views/order_panel';
import type { PageModel } from './page_model';

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
      const description = page.speech.fill(page.speech.words.savedViews.removed, {
        name: view.name,
      });
      page.offerUndo({
        description,
        undo: () => {
          savedViews.keep(before);
          page.set({ lastChange: undefined });
        },
      });
    },

    undoLast() {
      const mark = page.lastEdited === 'mark' ? page.marks.pop() : undefined;
      if (mark) return setMark(page, { ...mark, done: !mark.done });
      if (page.isOfCases('canUndo')) page.act.undoCases();
      else page.act.undoPlan();
    },

    mark(mark) {
      page.marks.push(mark);
      page.lastEdited = 'mark';
      setMark(page, mark);
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

function setMark(page: PageModel, mark: Mark): void {
  const { list: words } = page.speech.words;
  const text = mark.done ? words.ticked : words.unticked;
  const description = page.speech.fill(text, { order: mark.order });
  page.offerUndo({ description, undo: () => page.act.mark({ ...mark, done: !mark.done }) });
  void page.list.tick(mark.order, mark.rule, mark.done);
  if (mark.done) void page.journal.add({ what: 'done', orders: [mark.order] }, false);
  else void page.journal.takeBack('done', mark.order);
}
