// One undo for everything that the seller did, newest first. Plan and buyers' cases have
// histories of their own; what else can be taken back is a step in a third. All are
// numbered together (desk/edit_history.ts).

import type { JournalEvent } from '../../../wasm/parcelwise';
import type { Cases } from '../desk/cases';
import type { EditHistory } from '../desk/edit_history';
import type { Plan } from '../desk/plan';
import type { Speech } from '../catalogue/speech';

export interface Step {
  what(): string; // in the page's language of then
  undo(): void;
  redo(): void;
}

interface Histories {
  readonly plan: Plan;
  readonly cases: Cases;
  readonly steps: EditHistory<Step>;
  readonly speech: Speech;
}

export function newest({ plan, cases, steps }: Histories): EditHistory<unknown> | undefined {
  const all = [plan.edits, cases.edits, steps].filter((each) => each.canUndo);
  return all.sort((a, b) => b.undoSerial - a.undoSerial)[0];
}

// Of those that were taken back, the one that happened first.
export function oldest({ plan, cases, steps }: Histories): EditHistory<unknown> | undefined {
  const all = [plan.edits, cases.edits, steps].filter((each) => each.canRedo);
  return all.sort((a, b) => a.redoSerial - b.redoSerial)[0];
}

// What the undo would take back; "": nothing.
export function whatIsNext(page: Histories): string {
  const { plan, cases, steps, speech } = page;
  const history = newest(page);
  if (history === steps) return steps.next?.what() ?? '';
  if (history === cases.edits) return speech.words.views.cases;
  const edit = plan.edits.next;
  if (history !== plan.edits || !edit) return '';
  if (edit.decided) return speech.words.views.combine;
  const requests = [...edit.gone, ...edit.come].filter(
    (each) => !(edit.gone.includes(each) && edit.come.includes(each)),
  );
  const orders = new Set(requests.map((each) => each.order_id));
  return told(speech, speech.words.views.plan, [...orders]);
}

// "Held: 250-...", "Held: 9 orders"
export function told(speech: Speech, what: string, orders: readonly string[]): string {
  const [first, second] = orders;
  if (!first) return what;
  return `${what}: ${second ? speech.count(speech.words.journal.orders, orders.length) : first}`;
}

export function toldEvent(
  speech: Speech,
  what: JournalEvent['what'],
  orders: readonly string[],
): string {
  return told(speech, speech.words.journal.events[what], orders);
}
