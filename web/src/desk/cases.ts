// Buyers' questions that are being dealt with, and those that were. A case is order id,
// question, what is waited for and dates, nothing that anybody wrote. It outlives the
// page as done-marks do, goes into a file and comes back; every change can be undone.

import type { AnswerCaseId, FollowUp } from '../../../wasm/parcelwise';
import { marked } from '../format/marked';
import { EditHistory } from './edit_history';
import { attempt, type Case, type Store } from './store';
import { otherWindows } from './windows';

type Some = readonly Case[];

interface Edit {
  readonly gone: Some;
  readonly come: Some;
}

const keptForMs = 180 * 24 * 60 * 60 * 1000; // after it was closed, as with done-marks

const same = (a: Case, b: Case) =>
  a.order_id === b.order_id && a.case === b.case && a.opened === b.opened;

export class Cases {
  all: Some = []; // oldest first

  readonly edits = new EditHistory<Edit>();
  private store: Store | undefined;
  private readonly tellOthers = otherWindows<Edit>('cases', (edit) => this.show(edit));

  constructor(private readonly changed: () => void) {}

  async open(store: Store, now: number = Date.now()): Promise<void> {
    this.store = store;
    await attempt(async () => {
      const kept = await store.getAll('cases');
      const gone = (each: Case) => expired(each) || !sound(each);
      const [old, all] = [kept.filter(gone), kept.filter((each) => !gone(each))];
      for (const each of old) await store.delete('cases', keyOf(each));
      for (const each of this.all) await store.put('cases', each, keyOf(each)); // came earlier
      const others = all.filter((each) => !this.all.some((early) => same(each, early)));
      this.all = sorted([...this.all, ...others]);
    });
    this.changed();

    function expired({ closed }: Case): boolean {
      return closed !== null && now - Date.parse(closed) > keptForMs;
    }
  }

  get waiting(): Some {
    return this.all.filter((each) => each.closed === null);
  }

  of(order: string): Some {
    return this.all.filter((each) => each.order_id === order);
  }

  // One that waits already only gets the new deadline.
  keep(buyerSays: AnswerCaseId, followUp: FollowUp, now: string): void {
    const before = this.waiting.find(
      (each) => each.order_id === followUp.order_id && each.case === buyerSays,
    );
    const after = { opened: now, ...before, ...followUp, case: buyerSays, closed: null };
    this.edit(before ? [before] : [], [after]);
  }

  close(one: Case, now: string): void {
    this.edit([one], [{ ...one, closed: now }]);
  }

  openAgain(one: Case): void {
    this.edit([one], [{ ...one, closed: null }]);
  }

  remove(one: Case): void {
    this.edit([one], []);
  }

  // Adds the cases of a file; where both know a case, the file's word counts.
  load(loaded: Some): void {
    this.edit(
      this.all.filter((each) => loaded.some((other) => same(each, other))),
      loaded,
    );
  }

  save(): Blob {
    return new Blob([JSON.stringify({ cases: this.all }, null, 2), '\n']);
  }

  undo(): void {
    const edit = this.edits.undo();
    if (edit) this.replace({ gone: edit.come, come: edit.gone });
  }

  redo(): void {
    const edit = this.edits.redo();
    if (edit) this.replace(edit);
  }

  private edit(gone: Some, come: Some): void {
    const edit = { gone, come };
    this.edits.add(edit);
    this.replace(edit);
  }

  private replace(edit: Edit): void {
    this.show(edit);
    for (const each of edit.gone) void attempt(() => this.store?.delete('cases', keyOf(each)));
    for (const each of edit.come) void attempt(() => this.store?.put('cases', each, keyOf(each)));
    this.tellOthers(edit);
  }

  // Here or in another window, whose edits it undoes.
  private show({ gone, come }: Edit): void {
    const left = this.all.filter((each) => !gone.some((other) => same(each, other)));
    this.all = sorted([...left, ...come]);
    this.changed();
  }
}

function keyOf({ order_id, case: buyerSays, opened }: Case): [string, string, string] {
  return [order_id, buyerSays, opened];
}

function sorted(cases: Some): Some {
  return [...cases].sort((a, b) => Date.parse(a.opened) - Date.parse(b.opened));
}

// The cases of a saved JSON file and nothing else of it; undefined where not all of it can
// be read.
export function savedCases(text: string): Some | undefined {
  const { cases } = JSON.parse(text) as { cases?: unknown };
  if (!Array.isArray(cases)) return undefined;
  return cases.every(sound)
    ? cases.map(({ order_id, case: buyerSays, what, due, opened, closed }: Case) => {
        return { order_id, case: buyerSays, what: marked(what), due, opened, closed };
      })
    : undefined;
}

const longestWhat = 400; // bytes; the core's limits, for a wrong case would stop every check
const orderId = /^(\d{3}|S\d{2})-\d{7}-\d{7}$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const lastSecond = 0xff_ff_ff_fe;

function sound(each: Partial<Record<keyof Case, unknown>>): boolean {
  const { order_id: order, case: buyerSays, what, due, opened, closed } = each;
  const moment = (text: unknown) => typeof text === 'string' && !Number.isNaN(Date.parse(text));
  const seconds = typeof due === 'string' && instant.test(due) ? Date.parse(due) / 1000 : NaN;
  return (
    typeof order === 'string' &&
    orderId.test(order) &&
    typeof buyerSays === 'string' &&
    typeof what === 'string' &&
    what !== '' &&
    new TextEncoder().encode(what).length <= longestWhat &&
    seconds >= 0 &&
    seconds <= lastSecond &&
    moment(opened) &&
    (closed === null || moment(closed))
  );
}
