// All that the page holds: desk, list, plan and the rest, with its own small state; how it
// is drawn again, and what follows from a check or a decision. What the seller does comes
// in through the chapters of actions.

import type { Changes, CheckSummary, JournalEvent } from '../../../wasm/parcelwise';
import { Speech } from '../catalogue/speech';
import { Cases } from '../desk/cases';
import { Clock } from '../desk/clock';
import { sharedParcels } from '../desk/decisions';
import { Desk } from '../desk/desk';
import { EditHistory } from '../desk/edit_history';
import { Finder } from '../desk/finder';
import { startAnew } from '../desk/forget';
import type { Inquiry, Typed } from '../desk/inquiry';
import { Journal } from '../desk/journal';
import { Keeper } from '../desk/keeper';
import { Outbox } from '../desk/outbox';
import { Parcels } from '../desk/parcels';
import { Plan } from '../desk/plan';
import type { RefundDraft } from '../desk/refund_draft';
import { Reminder } from '../desk/reminder';
import type { ReportFile } from '../desk/report_file';
import { SavedViews } from '../desk/saved_views';
import { preferredLanguage } from '../desk/settings';
import { openStore, whenStoreTurns, type Store } from '../desk/store';
import { Ticks } from '../desk/ticks';
import { Tracking, type Numbers } from '../desk/tracking';
import { WorkList } from '../desk/work_list';
import type { PageActions } from '../views/actions';
import type { Change, PageState } from '../views/page_state';
import type { Scene } from '../views/scene';
import { tellArrivals } from './arrivals';
import { firstState } from './first_state';
import { remind } from './remind';
import { whatIsNext, type Step } from './undo';
import type { Failure } from '../worker/protocol';

const undoShownMs = 8000;

// What becomes of a file that was read; see DeskEvents.
export interface Incoming {
  arrived(file: ReportFile): Promise<void>;
  unread(file: ReportFile): Promise<boolean | Failure>;
  numbered(event: JournalEvent, before: Numbers): Promise<void>; // a step that can be undone
}

type Chapters = (page: PageModel) => { readonly act: PageActions; readonly incoming: Incoming };

export class PageModel implements Scene {
  readonly act: PageActions;
  private readonly incoming: Incoming;

  speech = new Speech(preferredLanguage());
  readonly state = firstState();

  private readonly redraw = () => this.changed();
  readonly clock = new Clock((goesOn) => {
    void this.keeper.tidy();
    void remind(this);
    if (goesOn) void this.desk.check();
  });
  readonly ticks = new Ticks(() => void this.list.recount().then(() => this.outbox.refresh()));
  readonly savedViews = new SavedViews(this.redraw);
  readonly desk: Desk = new Desk(this.speech.language, () => this.clock.now, {
    changed: this.redraw,
    checked: (summary) => this.checked(summary),
    lost: () => this.set({ recovered: true }),
    cancelled: (name) => this.set({ cancelled: name }),
    arrived: (file) => this.incoming.arrived(file),
    unread: (file) => this.incoming.unread(file),
    noted: (events, turns) => void this.journal.take(events, turns),
  });
  readonly list = new WorkList(this.desk, this.ticks, this.redraw, (total) =>
    this.set({ announced: this.speech.count(this.speech.words.list.shown, total) }),
  );
  readonly finder = new Finder(this.desk, this.list);
  readonly cases = new Cases(() => this.casesChanged());
  readonly plan: Plan = new Plan(
    this.desk,
    () => this.planChanged(),
    () => void this.parcelsChanged(),
  );
  private readonly shared = () => sharedParcels(this.plan.decisions);
  readonly parcels = new Parcels(this.desk, this.plan, this.redraw, () => {
    void this.outbox.findServicesAgain();
    if (this.desk.summary) void this.list.refresh(); // its cheapest services
  });
  readonly outbox = new Outbox(this.desk, this.shared, () => this.list.done, this.redraw);
  readonly journal: Journal = new Journal(
    this.desk,
    () => this.clock.now,
    this.redraw,
    () => this.forgetSteps(),
  );
  readonly tracking = new Tracking(
    this.desk,
    this.shared,
    this.redraw,
    (event, before) => void this.incoming.numbered({ ...event, ...this.tracking.kind }, before),
  );
  readonly typed: Typed = new Map(); // for buyers, answer by answer
  readonly drafts = new Map<string, string>();
  readonly keeper: Keeper = new Keeper(
    this.desk,
    this.plan,
    this.tracking,
    this.typed,
    () => this.state.sample,
    this.redraw,
  );
  readonly reminder = new Reminder();
  changes: Changes | undefined;
  private numbersTaken = false; // those that the journal kept
  draft: RefundDraft | undefined;
  inquiry: Inquiry | undefined;

  store: Store | undefined;
  readonly steps = new EditHistory<Step>(); // beside those of plan and cases
  readonly arrived = { reports: 0, numbers: 0 }; // since the last check
  pasted = 0; // reports and numbers so far, for their names

  private drawing: Promise<void> | undefined;
  private undoTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly draw: () => void,
    chapters: Chapters,
  ) {
    const { act, incoming } = chapters(this);
    this.act = act;
    this.incoming = incoming;
  }

  async start(): Promise<void> {
    whenStoreTurns((store) => this.set({ store }));
    void this.desk.start();
    this.store = await openStore(startAnew);
    if (this.store) await this.ticks.open(this.store);
    if (this.store) await this.cases.open(this.store);
    if (this.store) await this.keeper.open(this.store);
    await this.journal.open(this.store);
  }

  set(change: Partial<PageState>): void {
    Object.assign(this.state, change);
    this.changed();
    if (change.pasting) void this.focusOn('paste-field');
    if (change.settingClock) void this.focusOn('clock');
    if (change.namingView) void this.focusOn('view-name');
  }

  // Draws once for any number of changes made in one go.
  changed(): void {
    this.drawing ??= Promise.resolve().then(() => {
      this.drawing = undefined;
      this.draw();
      this.keeper.follow();
    });
  }

  async drawn(): Promise<void> {
    await this.drawing;
  }

  async focusOn(id: string): Promise<void> {
    await this.drawing;
    document.getElementById(id)?.focus();
  }

  async focusOnRow(order: string): Promise<void> {
    await this.drawing;
    for (const opener of document.querySelectorAll<HTMLElement>('.open-order')) {
      if (opener.dataset['order'] === order && opener.offsetParent) opener.focus();
    }
  }

  // The way back also stands in a bar of its own, for what was pressed may be gone.
  offerUndo(lastChange: Change): void {
    this.set({ lastChange, announced: lastChange.description });
    clearTimeout(this.undoTimer);
    this.undoTimer = setTimeout(() => this.set({ lastChange: undefined }), undoShownMs);
  }

  // They are about what is no longer there, or stands elsewhere.
  forgetSteps(): void {
    this.steps.clear();
    this.set({ lastChange: undefined });
  }

  get undoable(): string {
    return whatIsNext(this);
  }

  // What follows ----------------------------------------------------------------

  private async checked(summary: CheckSummary | undefined): Promise<void> {
    const first = !this.list.page;
    const planned = this.plan.refresh();
    const grouped = this.parcels.refresh(); // its decisions before the chosen order
    await this.list.refresh(); // sums and rows appear together
    void remind(this);
    await Promise.all([planned, grouped, this.finder.refresh(), this.inquiry?.refresh()]);
    await this.tracking.refresh();
    await this.outbox.refresh();
    void this.outbox.findServicesAgain();
    this.changes = summary?.journal?.since ? await this.desk.ask('changes', null) : undefined;
    if (!this.list.chosen) this.draft = undefined; // its report was taken off the desk
    if (!this.list.chosen && this.inquiry?.order) this.inquiry = undefined;
    this.changed();
    if (!summary) return;
    tellArrivals(this, summary);
    await this.takeUpNumbers();
    const words = this.speech.words.notice;
    this.set({ announced: this.speech.count(words.checked, summary.orders) });
    // The way in that was pressed is gone.
    if (first && document.activeElement === document.body) void this.focusOn('headline');
  }

  // What a carrier gave before a reload is on the desk again, once.
  private async takeUpNumbers(): Promise<void> {
    const { journal, tracking, state } = this;
    if (!journal.news || this.numbersTaken || state.sample) return;
    this.numbersTaken = true;
    const { waitingNumbers } = journal;
    if (waitingNumbers.size === 0 || tracking.sources.length > 0) return;
    await tracking.takeUp(this.speech.words.journal.keptNumbers, waitingNumbers);
    await this.list.refresh();
  }

  private planChanged(): void {
    this.changed();
    void this.draft?.refresh();
  }

  private async parcelsChanged(): Promise<void> {
    await this.parcels.refresh();
    await this.tracking.refresh();
    await this.outbox.refresh();
    if (this.list.chosen) await this.list.choose(this.list.chosen); // its steps may be others
  }

  private casesChanged(): void {
    this.desk.followUps = this.cases.waiting.map(({ order_id, due, what }) => {
      return { order_id, due, what };
    });
    this.changed();
    void this.desk.check();
  }
}
