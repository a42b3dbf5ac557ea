// The refunds the seller means to make, as requests: amounts are the core's, worked
// out anew after each check. With them what was decided about shared parcels, for an
// accepted group plans refunds. Kept in memory only, the same in all windows, and every
// change can be undone and redone exactly.

import type { GroupDecisions, RefundPlan, RefundRequest } from '../../../wasm/parcelwise';
import type { Failure, Written } from '../worker/protocol';
import { isUndecided, savedDecisions, undecided } from './decisions';
import { dated } from './dated';
import type { Desk } from './desk';
import { EditHistory } from './edit_history';
import { otherWindows } from './windows';
import { rowsAPage } from './work_list';

type Requests = readonly RefundRequest[];

interface Edit {
  readonly at: number;
  readonly gone: Requests;
  readonly come: Requests;
  readonly decided?: readonly [before: GroupDecisions, after: GroupDecisions];
}

// As another window has it.
interface Shared extends SavedWork {
  readonly made: number; // all windows take the latest
  readonly saved: boolean;
}

const tellMe: undefined = undefined; // what a window that comes asks the others

export class Plan {
  requests: Requests = [];
  decisions: GroupDecisions = undecided;
  page: RefundPlan | undefined; // undefined while nothing is planned or checked
  failure: Failure | undefined; // of a plan that was not taken
  written: Written | undefined; // the upload files of this very plan
  from = 0;

  readonly edits = new EditHistory<Edit>();
  private saved: Requests = [];
  private savedDecisions: GroupDecisions = undecided;
  private turns = 0; // of asking the core
  private asked = 0; // the turn that was answered last
  private sent = false;
  private own: SavedWork | undefined; // the seller's, while the sample is shown
  private made = 0; // nothing was ever planned
  private readonly tellOthers = otherWindows<Shared | undefined>('plan', (told) => {
    if (told) this.heard(told);
    else if (this.made > 0) this.share();
  });

  constructor(
    private readonly desk: Desk,
    private readonly changed: () => void,
    private readonly edited: () => void,
  ) {
    this.tellOthers(tellMe);
  }

  add(request: RefundRequest): void {
    const made = this.desk.summary?.now;
    this.edit(this.requests.length, 0, [{ ...request, ...(made && { made }) }]);
  }

  // A row is only sure to stand for its request while nothing newer is asked.
  remove(index: number): void {
    if (this.asked === this.turns) this.edit(index, 1, []);
  }

  // One that looks done, and is still to be made.
  acceptDone(index: number): void {
    const request = this.requests[index];
    if (this.asked !== this.turns || !request) return;
    this.edit(index, 1, [{ ...request, accept_done: true }]);
  }

  clear(): void {
    if (this.requests.length > 0) this.edit(0, this.requests.length, []);
  }

  // One change of the decisions and of the refunds that hang on them.
  decide(decisions: GroupDecisions, requests: Requests = this.requests): void {
    this.edit(0, this.requests.length, requests, [this.decisions, decisions]);
  }

  // Takes the place of plan and decisions, unless the core cannot read them.
  async load({ requests, decisions }: SavedWork): Promise<void> {
    const answers = await Promise.all([
      this.desk.answer('setPlan', { requests }),
      this.desk.answer('setGroups', decisions),
    ]);
    this.failure = answers.find((each) => each?.failure)?.failure;
    if (this.failure?.code === 'bad-plan' || this.failure?.code === 'bad-groups') {
      await this.refresh(); // what the core holds is again what stands here
      return this.edited();
    }
    this.decide(decisions, requests);
    this.noteSaved();
    this.changedHere();
  }

  get work(): SavedWork | undefined {
    const { requests, decisions } = this;
    return isAny({ requests, decisions }) ? { requests, decisions } : undefined;
  }

  // Whether a sample hides what the seller planned.
  get hides(): boolean {
    return this.own !== undefined && isAny(this.own);
  }

  // Made-up orders have a plan of their own, which no other window has.
  playSample(playing: boolean): void {
    const { own, requests, decisions } = this;
    this.own = playing ? (own ?? { requests, decisions }) : undefined;
    this.startWith(playing ? undefined : own);
  }

  // What was kept.
  bringBack(work: SavedWork): void {
    this.startWith(work);
    this.changedHere();
  }

  // As if there had never been one, or only this.
  private startWith(work: SavedWork | undefined): void {
    this.requests = work?.requests ?? [];
    this.decisions = work?.decisions ?? undecided;
    this.saved = [];
    this.savedDecisions = undecided;
    this.edits.clear();
    this.from = 0;
    this.failure = this.written = undefined;
    void this.refresh();
    this.edited();
  }

  undo(): void {
    const edit = this.edits.undo();
    if (!edit) return;
    this.decisions = edit.decided?.[0] ?? this.decisions;
    this.replace(edit.at, edit.come.length, edit.gone);
    this.changedHere();
  }

  redo(): void {
    const edit = this.edits.redo();
    if (!edit) return;
    this.decisions = edit.decided?.[1] ?? this.decisions;
    this.replace(edit.at, edit.gone.length, edit.come);
    this.changedHere();
  }

  // Whether closing the page would lose work.
  get unsaved(): boolean {
    const { requests, saved } = this;
    if (this.decisions !== this.savedDecisions && !isUndecided(this.decisions)) return true;
    if (requests.length === 0) return false;
    return requests.length !== saved.length || requests.some((each, i) => each !== saved[i]);
  }

  // Plan and decisions as one file: what the command reads too.
  save(): Blob {
    this.noteSaved();
    this.changedHere();
    this.changed();
    const decided = isUndecided(this.decisions) ? {} : this.decisions;
    return new Blob([JSON.stringify({ refunds: this.requests, ...decided }, null, 2), '\n']);
  }

  async write(): Promise<Written | undefined> {
    const turn = this.turns;
    const made = await this.desk.ask('writeFiles', { kind: 'adjustments', options: {} });
    if (!made || !this.desk.summary || turn !== this.turns) return undefined;
    const written = dated(made, this.desk.summary.now);
    this.written = written;
    await this.noteWritten(written, turn);
    this.saved = this.requests;
    this.changedHere();
    this.changed();
    return written;
  }

  // A refund knows when it was written into which file. Those that cannot be made are in
  // none.
  private async noteWritten({ files }: Written, turn: number): Promise<void> {
    const [exported, file] = [this.desk.summary?.now, files[0]?.name];
    if (!exported || !file) return;
    const failed = new Set<number>();
    for (let offset = 0; this.page?.failed && offset < this.requests.length; offset += rowsAPage) {
      const page = await this.desk.ask('plan', { offset, limit: rowsAPage });
      if (!page || turn !== this.turns) return;
      for (const { index, error } of page.rows) if (error) failed.add(index);
    }
    this.requests = this.requests.map((each, i) =>
      failed.has(i) ? each : { ...each, exported, file },
    );
    this.edited();
  }

  async turnTo(from: number): Promise<void> {
    this.from = from;
    await this.refresh();
  }

  // After each change and each check, and with a new worker, which knows no plan.
  async refresh(): Promise<void> {
    const turn = ++this.turns;
    this.changed();
    const { requests, desk } = this;
    let page: RefundPlan | undefined;
    let failure: Failure | undefined;
    if (desk.summary && (requests.length > 0 || this.sent)) {
      this.sent = requests.length > 0;
      const query = { offset: this.from, limit: rowsAPage };
      const [set, shown] = await Promise.all([
        desk.answer('setPlan', { requests }),
        desk.ask('plan', query),
      ]);
      if (turn !== this.turns) return;
      failure = set?.failure;
      if (!failure) page = shown;
    }
    this.asked = turn;
    this.page = requests.length > 0 ? page : undefined;
    if (failure) this.failure = failure;
    if (page && page.rows.length === 0 && this.from > 0) return this.turnTo(0);
    this.changed();
  }

  private edit(at: number, count: number, come: Requests, decided?: Edit['decided']): void {
    this.take(at, count, come, decided);
    this.changedHere();
  }

  private take(at: number, count: number, come: Requests, decided?: Edit['decided']): void {
    const gone = this.requests.slice(at, at + count);
    this.edits.add({ at, gone, come, ...(decided && { decided }) });
    this.failure = undefined;
    this.decisions = decided?.[1] ?? this.decisions;
    this.replace(at, count, come);
  }

  private replace(at: number, count: number, come: Requests): void {
    const { requests } = this;
    this.requests = [...requests.slice(0, at), ...come, ...requests.slice(at + count)];
    this.written = undefined;
    void this.refresh();
    this.edited();
  }

  private noteSaved(): void {
    this.saved = this.requests;
    this.savedDecisions = this.decisions;
  }

  private changedHere(): void {
    if (this.own) return;
    // Of no two windows at once, and later than what is here, whatever the clock says.
    this.made = Math.max(this.made + 1, Date.now() + Math.random());
    this.share();
  }

  private share(): void {
    const { made, own, requests, decisions } = this;
    this.tellOthers({ made, saved: !own && !this.unsaved, ...(own ?? { requests, decisions }) });
  }

  // A step of another window's is one of this one's too, and can be taken back in both.
  private heard(told: Shared): void {
    if (told.made <= this.made) return;
    const first = this.made === 0;
    this.made = told.made;
    const { requests, decisions } = this;
    const work = {
      requests: told.requests.map((each) => requests.find((here) => same(here, each)) ?? each),
      decisions: same(decisions, told.decisions) ? decisions : told.decisions,
    };
    if (this.own) this.own = work;
    else if (first) this.startWith(work);
    else if (work.decisions !== decisions)
      this.take(0, requests.length, work.requests, [decisions, work.decisions]);
    else if (!same(work.requests, requests)) this.take(0, requests.length, work.requests);
    if (told.saved && !this.own) this.noteSaved();
    this.changed();
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export interface SavedWork {
  readonly requests: Requests;
  readonly decisions: GroupDecisions;
}

function isAny({ requests, decisions }: SavedWork): boolean {
  return requests.length > 0 || !isUndecided(decisions);
}

// What a saved file holds; undefined when the text is none.
export function savedWork(text: string): SavedWork | undefined {
  try {
    const json = JSON.parse(text) as { refunds?: readonly unknown[]; groups?: readonly unknown[] };
    if (!json.refunds && !json.groups) return undefined;
    // A refund that the command printed carries its request.
    const requests = (json.refunds ?? []).map(
      (each) => (each as { request?: RefundRequest }).request ?? (each as RefundRequest),
    );
    return { requests, decisions: savedDecisions(json) };
  } catch {
    return undefined;
  }
}
