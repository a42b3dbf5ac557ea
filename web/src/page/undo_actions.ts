// Taking back and making again, whatever was done last; and what an order's history notes
// of it.

import type { JournalEvent } from '../../../wasm/parcelwise';
import type { UndoActions } from '../views/actions';
import type { PageModel } from './page_model';
import { newest, oldest, toldEvent, whatIsNext, type Step } from './undo';

export function undoActions(page: PageModel): UndoActions {
  const { plan, cases, steps } = page;
  return {
    undoLast() {
      const what = whatIsNext(page);
      const history = newest(page);
      if (history === plan.edits) page.act.undoPlan();
      else if (history === cases.edits) page.act.undoCases();
      else if (history === steps) steps.undo()?.undo();
      else return;
      const description = page.speech.fill(page.speech.words.journal.taken, { what });
      page.offerUndo({ description, redo: () => this.redoLast() });
    },

    redoLast() {
      const history = oldest(page);
      if (history === plan.edits) page.act.redoPlan();
      else if (history === cases.edits) page.act.redoCases();
      else if (history === steps) steps.redo()?.redo();
      else return;
      const description = page.speech.fill(page.speech.words.journal.again, {
        what: whatIsNext(page),
      });
      page.offerUndo({ description, undo: () => this.undoLast() });
    },
  };
}

// Something was done that can be taken back; the bar says it.
export function did(page: PageModel, step: Step): void {
  page.steps.add(step);
  page.offerUndo({ description: step.what(), undo: () => page.act.undoLast() });
}

// An event of the journal, taken back by an undo of it, and made again by an undo of that.
export function toggled(
  page: PageModel,
  noted: Promise<number | undefined>,
): () => Promise<unknown> {
  let last = noted;
  return () => {
    last = last.then((of) =>
      of === undefined ? undefined : page.journal.add({ what: 'undo', of }),
    );
    return last;
  };
}

// `undone` hears when it is taken back.
export function noteStep(
  page: PageModel,
  event: Omit<JournalEvent, 'at'>,
  undone?: () => void,
): void {
  const toggle = toggled(page, page.journal.add(event));
  const what = () => toldEvent(page.speech, event.what, event.orders ?? []);
  did(page, { what, undo: () => (undone?.(), void toggle()), redo: () => void toggle() });
}
