// Buyers' questions: opening an answer, choosing what the buyer says, and keeping, closing
// and saving the cases that wait for something.

import { Inquiry } from '../desk/inquiry';
import type { AnswerActions } from '../views/actions';
import { download } from './download';
import type { PageModel } from './page_model';

export function answerActions(page: PageModel): AnswerActions {
  const { cases, typed } = page;
  const announceCount = () => {
    const announced = page.speech.count(page.speech.words.cases.count, cases.waiting.length);
    page.set({ announced, lastChange: undefined });
  };
  return {
    openAnswer(order, buyerSays) {
      if (order !== page.list.chosen) page.act.choose(order || undefined);
      page.set({ view: 'work' });
      const fields = order ? typed : new Map(); // of no order: of another buyer
      page.inquiry = new Inquiry(order, page.desk, fields, () => page.changed());
      this.ask(buyerSays);
    },

    ask(buyerSays) {
      const { inquiry } = page;
      const waits = cases.waiting.find(
        (each) => each.order_id === inquiry?.order && each.case === buyerSays,
      );
      void inquiry?.choose(buyerSays, waits?.due);
      void page.focusOn('answer-title').then(() => {
        const panel = document.getElementById('order');
        panel?.scrollIntoView();
        panel?.scrollTo(0, 0);
      });
    },

    closeAnswer() {
      const { order } = page.inquiry ?? {};
      page.inquiry = undefined;
      page.changed();
      void page.focusOn(order ? 'open-answer' : 'search');
    },

    editCases(edit, description) {
      edit();
      page.offerUndo({ description, undo: () => this.undoCases() });
      void page.focusOn(page.state.view === 'cases' ? 'cases-undo' : 'follow-up-title');
    },

    undoCases() {
      cases.undo();
      announceCount();
    },

    redoCases() {
      cases.redo();
      announceCount();
    },

    saveCases: () => void download([{ name: 'cases.json', blob: cases.save() }]),
  };
}
