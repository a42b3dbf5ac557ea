// The page itself: holds the desk, the list and the page's state, hands them to the
// views, and turns what the seller does into calls on them. Drawn without a shadow
// root, so that labels, landmarks and the one style sheet reach everything.

import { html, nothing, render } from 'lit/html.js';
import type {
  AnswerCaseId,
  CheckSummary,
  Failure,
  Language,
  OrderDetail,
  RefundRequest,
} from '../../../wasm/parcelwise';
import { Speech } from '../catalogue/speech';
import { Cases, savedCases } from '../desk/cases';
import { Clock } from '../desk/clock';
import { sharedParcels } from '../desk/decisions';
import { Desk } from '../desk/desk';
import { forgetEverything, hasForgotten, startAnew } from '../desk/forget';
import { Finder } from '../desk/finder';
import { Inquiry, type Typed } from '../desk/inquiry';
import { Outbox } from '../desk/outbox';
import { Parcels } from '../desk/parcels';
import { Plan, savedWork, type SavedWork } from '../desk/plan';
import { RefundDraft } from '../desk/refund_draft';
import {
  isSample,
  nextDayReport,
  nextMoment,
  sampleMoment,
  sampleReports,
  yesterdays,
} from '../desk/sample';
import {
  applyLanguage,
  applyTheme,
  preferredLanguage,
  preferredTheme,
  rememberLanguage,
  rememberTheme,
  shopOf,
} from '../desk/settings';
import { openStore, type Store } from '../desk/store';
import { decoded, ownFile } from '../desk/tables';
import type { Sheet } from '../desk/sheet';
import { Ticks } from '../desk/ticks';
import { Tracking } from '../desk/tracking';
import { WorkList } from '../desk/work_list';
import { caseTable } from '../views/case_table';
import { combineView } from '../views/combine_view';
import { fileList } from '../views/file_list';
import { filters } from '../views/filters';
import { helpDialog } from '../views/first_order';
import { forgetButton, forgetDialog } from '../views/forget_dialog';
import { header } from '../views/header';
import { icon } from '../views/icon';
import { liveRegion, notices, undoBar } from '../views/notices';
import { orderPanel } from '../views/order_panel';
import { planTable } from '../views/plan_table';
import { rejectView } from '../views/reject_view';
import { outboxPanel } from '../views/outbox_panel';
import { cutRoll, paperOf } from '../views/paper';
import { stockPanel } from '../views/stock_panel';
import { tiles } from '../views/tiles';
import { trackingPanel, trackingWaits } from '../views/tracking_panel';
import { wayIn } from '../views/way_in';
import { workTable } from '../views/work_table';
import { download } from './download';
import { listenForDrops } from './drop';
import { listenForKeys } from './keys';
import { hosted, offerUpdates } from './offline';
import type { Change, Drawn, Mark, PageActions, PageState, Scene } from './scene';

const narrowScreen = matchMedia('(max-width: 899px)');
const undoShownMs = 8000;

export class ParcelwisePage extends HTMLElement implements PageActions {
  private speech = new Speech(preferredLanguage());
  private readonly clock = new Clock(() => void this.desk.check());
  private readonly ticks = new Ticks();
  private readonly desk: Desk = new Desk(this.speech.language, () => this.clock.now, {
    changed: () => this.requestUpdate(),
    checked: (summary) => this.checked(summary),
    lost: () => this.set({ recovered: true }),
    cancelled: (name) => this.set({ cancelled: name }),
    arrived: (sheet) => this.leaveSample(sheet),
    unread: (sheet) => this.takeTracking(sheet),
  });
  private readonly list = new WorkList(
    this.desk,
    this.ticks,
    () => this.requestUpdate(),
    (total) => this.set({ said: this.speech.count(this.speech.words.list.shown, total) }),
  );
  private readonly finder = new Finder(this.desk, this.list);
  private readonly cases = new Cases(() => this.casesChanged());
  private inquiry: Inquiry | undefined;
  private readonly typed: Typed = new Map(); // for buyers, answer by answer
  private lastEdited: 'plan' | 'cases' = 'plan';
  private readonly plan = new Plan(
    this.desk,
    () => this.planChanged(),
    () => void this.parcelsChanged(),
  );
  private ownWork: SavedWork | undefined; // the seller's, while the sample is shown
  private readonly parcels = new Parcels(this.desk, this.plan, () => this.requestUpdate());
  private readonly outbox = new Outbox(
    this.desk,
    () => sharedParcels(this.plan.decisions),
    () => this.requestUpdate(),
  );
  private readonly tracking = new Tracking(
    this.desk,
    () => sharedParcels(this.plan.decisions),
    () => this.requestUpdate(),
  );
  private draft: RefundDraft | undefined;
  private readonly pageState: PageState = {
    view: 'work',
    theme: preferredTheme(),
    narrow: narrowScreen.matches,
    dragging: false,
    pasting: false,
    filesOpen: !narrowScreen.matches,
    settingClock: false,
    stockOpen: false,
    termsOpen: false,
    trackingOpen: false,
    revealed: false,
    sample: false,
    copied: '',
    casesRefused: false,
    recovered: false,
    forgotten: hasForgotten(),
    marksKept: true,
    updateReady: false,
    translating: false,
    cancelled: '',
    lastChange: undefined,
    paper: undefined,
    said: '',
  };
  private store: Store | undefined;
  private loadWaiting: (() => void) | undefined;
  private undoTimer: ReturnType<typeof setTimeout> | undefined;
  private pasted = 0;
  private drawing: Promise<void> | undefined;

  connectedCallback(): void {
    applyLanguage(this.speech.language);
    applyTheme(this.pageState.theme);
    narrowScreen.addEventListener('change', () => this.set({ narrow: narrowScreen.matches }));
    listenForDrops(this);
    listenForKeys({
      search: () => this.search(),
      escape: () => this.escape(),
      undo: () => (this.ofCases('canUndo') ? this.undoCases() : this.undoPlan()),
      redo: () => (this.ofCases('canRedo') ? this.redoCases() : this.redoPlan()),
    });
    this.requestUpdate();
    setTimeout(() => this.start()); // after the first view is drawn
  }

  private start(): void {
    void this.openStore();
    void this.desk.start();
    offerUpdates((load) => {
      this.loadWaiting = load;
      this.set({ updateReady: true });
    });
  }

  private async openStore(): Promise<void> {
    this.store = await openStore(startAnew);
    if (this.store) await this.ticks.open(this.store);
    if (this.store) await this.cases.open(this.store);
    this.set({ marksKept: this.store !== undefined });
  }

  // Draws once for any number of changes made in one go.
  private requestUpdate(): void {
    this.drawing ??= Promise.resolve().then(() => {
      this.drawing = undefined;
      render(this.view(), this);
    });
  }

  private view(): Drawn {
    const scene: Scene = {
      speech: this.speech,
      desk: this.desk,
      list: this.list,
      ticks: this.ticks,
      plan: this.plan,
      parcels: this.parcels,
      outbox: this.outbox,
      tracking: this.tracking,
      draft: this.draft,
      finder: this.finder,
      inquiry: this.inquiry,
      cases: this.cases,
      clock: this.clock,
      state: this.pageState,
      act: this,
    };
    const covered = this.pageState.narrow && this.panelOpen;
    document.title = this.speech.words.title;
    return html`
      <div class="page" ?inert=${covered}>
        ${header(scene)}
        <main>
          ${this.desk.sheets.length > 0
            ? html`${fileList(scene)} ${notices(scene)}`
            : html`${notices(scene)} ${wayIn(scene)}`}
          ${this.work(scene)}
        </main>
        ${this.foot(scene)}
      </div>
      ${this.pageState.narrow ? orderPanel(scene) : nothing} ${undoBar(scene)}
      ${this.pageState.dragging
        ? html`<div class="release">${icon('drop')}${this.speech.words.wayIn.release}</div>`
        : nothing}
      ${liveRegion(scene)} ${paperOf(scene)} ${forgetDialog(scene)} ${helpDialog(scene)}
    `;
  }

  private get panelOpen(): boolean {
    return this.list.chosen !== undefined || this.inquiry !== undefined;
  }

  private work(scene: Scene): Drawn {
    if (!this.desk.summary) {
      const { files, notice } = this.speech.words;
      const waiting = this.desk.sheets.length > 0 && this.desk.state === 'starting';
      return html`<div id="list" tabindex="-1">
        ${this.desk.checking ? html`<p class="none">${files.checking}</p>` : nothing}
        ${waiting ? html`<p class="none">${notice.starting}</p>` : nothing} ${trackingWaits(scene)}
      </div>`;
    }
    const { views } = this.speech.words;
    const { view, narrow } = this.pageState;
    const beside = this.panelOpen && !narrow && view === 'work';
    const tab = (name: PageState['view'], text: string) =>
      html`<button
        type="button"
        id="view-${name}"
        aria-current=${view === name ? 'page' : nothing}
        @click=${() => this.set({ view: name })}
      >
        ${text}
      </button>`;
    return html`<nav class="views" aria-label=${views.label}>
        ${tab('work', views.work)}
        ${tab('combine', `${views.combine} (${this.speech.number(this.parcels.page?.open ?? 0)})`)}
        ${tab('rejects', `${views.rejects} (${this.speech.number(this.desk.summary.rejects)})`)}
        ${tab('plan', `${views.plan} (${this.speech.number(this.plan.requests.length)})`)}
        ${tab('cases', `${views.cases} (${this.speech.number(this.cases.waiting.length)})`)}
      </nav>
      <div
        id="list"
        tabindex="-1"
        class=${beside ? `beside ${this.draft || this.inquiry ? 'refunding' : ''}` : ''}
        aria-busy=${this.list.busy || this.pageState.translating}
      >
        ${view === 'rejects'
          ? rejectView(scene)
          : view === 'plan'
            ? planTable(scene)
            : view === 'combine'
              ? combineView(scene)
              : view === 'cases'
                ? caseTable(scene)
                : html`<section class="list" aria-label=${this.speech.words.list.title}>
                      ${tiles(scene)} ${filters(scene)} ${stockPanel(scene)} ${trackingPanel(scene)}
                      ${outboxPanel(scene)} ${workTable(scene)}
                    </section>
                    ${narrow ? nothing : orderPanel(scene)}`}
      </div>`;
  }

  private foot(scene: Scene): Drawn {
    const { words } = this.speech;
    return html`<footer>
      <p>${words.privacy} ${forgetButton(scene)}</p>
      <p>${words.footer}</p>
      ${hosted ? html`<p><a href="parcelwise.html" download>${words.save}</a></p>` : nothing}
      <p class="keys">${words.keys}</p>
    </footer>`;
  }

  // What the views ask for -------------------------------------------------------

  set(change: Partial<PageState>): void {
    Object.assign(this.pageState, change);
    this.requestUpdate();
    if (change.pasting) void this.focusOn('paste-field');
    if (change.settingClock) void this.focusOn('clock');
  }

  setLanguage(language: Language): void {
    this.speech = new Speech(language);
    applyLanguage(language);
    rememberLanguage(language);
    this.set({ lastChange: undefined, translating: true }); // it is said in the old one
    void this.desk.setLanguage(language).then(async () => {
      if (this.plan.written) await this.plan.write(); // what was left out, in the new one
      await this.inquiry?.retell();
      if (this.speech.language === language) this.set({ translating: false });
    });
  }

  setTheme(theme: PageState['theme']): void {
    applyTheme(theme);
    rememberTheme(theme);
    this.set({ theme });
  }

  fixClock(moment: string): void {
    this.clock.fix(moment);
    this.requestUpdate();
    void this.desk.check();
  }

  addFiles(files: Iterable<File>): void {
    for (const file of files) {
      if (/^(stock|在庫|giacenz).*\.(txt|csv|tsv)$/i.test(file.name)) {
        this.showStock(true);
        void file.text().then((text) => this.desk.setStock(text));
      } else if (/\.(json|csv|tsv|txt)$/i.test(file.name)) {
        void this.addOwnFile(file);
      } else this.addReport(file.name, file);
    }
  }

  // What comes of it is seen in the work list.
  private addReport(name: string, source: Blob): void {
    if (this.desk.summary) this.set({ view: 'work' });
    this.desk.add([{ name, source }]);
  }

  // A table, a plan or a policy of the seller's own; else it is a report.
  private async addOwnFile(file: File): Promise<void> {
    const kind = await ownFile(file).catch(() => undefined);
    if (!kind) return this.addReport(file.name, file);
    const text = await decoded(file);
    if (kind === 'policy') return this.desk.setPolicy(text);
    if (kind === 'wording') return this.desk.setWording(text);
    if (kind === 'cases') {
      const cases = savedCases(text);
      this.set({ view: 'cases', casesRefused: !cases });
      return cases && this.cases.load(cases);
    }
    if (kind === 'shop') {
      this.showOutbox(true);
      return this.outbox.offerShop(shopOf(text) ?? {});
    }
    if (kind === 'work') {
      const work = savedWork(text);
      this.set({ view: work?.requests.length ? 'plan' : 'combine' });
      return work && this.plan.load(work);
    }
    this.set({ view: 'combine', termsOpen: true });
    const table = { name: file.name, text };
    await this.parcels.setTerms(kind === 'skus' ? { skus: table } : { ownTariff: table });
  }

  addText(text: string): void {
    if (text.trim() === '') return this.set({ said: this.speech.words.wayIn.pasteEmpty });
    const name = this.speech.fill(this.speech.words.wayIn.pastedName, { n: ++this.pasted });
    this.addReport(name, new Blob([text]));
    this.set({ pasting: false });
  }

  async addSample(): Promise<void> {
    if (!this.pageState.sample) this.ownWork = this.plan.work;
    this.set({ sample: true });
    this.clock.fix(sampleMoment);
    this.plan.forget();
    this.desk.add(await sampleReports());
  }

  async addNextDay(): Promise<void> {
    const reports = await nextDayReport();
    this.clock.fix(nextMoment);
    const old = this.desk.sheets.find((sheet) => sheet.name === yesterdays);
    if (old) void this.desk.remove(old);
    this.desk.add(reports);
    void this.focusOn('list');
  }

  clear(): void {
    this.startOver();
    this.set({ trackingOpen: false, cancelled: '', recovered: false });
    void this.tracking.clear();
    void this.desk.clear();
    void this.focusOn('pick');
  }

  // What the seller decided and planned waits for its reports to come again.
  private startOver(): void {
    if (this.pageState.sample) {
      this.clock.fix('');
      this.plan.forget(this.ownWork);
    }
    this.outbox.clear();
    this.draft = this.inquiry = undefined;
    void this.finder.seek('');
    this.set({ stockOpen: false, sample: false, lastChange: undefined, view: 'work' });
  }

  forget(): void {
    void forgetEverything(this.store, this.speech.language, this.pageState.theme);
  }

  // Made-up orders and their clock do not mix with real ones: a report of the seller's
  // takes their place. A carrier's file may have come before it, and stays.
  private async leaveSample(arrived: Sheet): Promise<void> {
    if (!this.pageState.sample || isSample(arrived)) return;
    this.startOver();
    await this.desk.clear(isSample);
  }

  choose(order: string | undefined): void {
    const left = this.list.chosen;
    this.draft = this.inquiry = undefined;
    this.set({ revealed: false, copied: '', ...(order && { view: 'work' }) });
    void this.list.choose(order);
    if (order) void this.focusOn('order-title');
    else if (left) void this.focusOnRow(left);
  }

  showRule(rule: string): void {
    if (this.desk.sheets.length === 0) void this.addSample();
    this.choose(undefined);
    this.set({ view: 'work' });
    void this.list.narrow({ rule, urgency: '' as never });
    void this.finder.seek('');
    void this.focusOn('list');
  }

  mark(mark: Mark): void {
    const { list } = this.speech.words;
    const said = this.speech.fill(mark.done ? list.ticked : list.unticked, { order: mark.order });
    this.offerUndo({ said, undo: () => this.mark({ ...mark, done: !mark.done }) });
    void this.list.tick(mark.order, mark.rule, mark.done);
  }

  private offerUndo(lastChange: Change): void {
    this.set({ lastChange, said: lastChange.said });
    clearTimeout(this.undoTimer);
    this.undoTimer = setTimeout(() => this.set({ lastChange: undefined }), undoShownMs);
  }

  copy(text: string, said: string): void {
    void navigator.clipboard.writeText(text).then(
      () => this.set({ copied: text, said }),
      () => undefined, // the browser said no: the text can still be selected by hand
    );
  }

  seek(text: string): void {
    if (!this.desk.summary) return;
    this.set({ view: 'work' });
    void this.finder.seek(text).then(() => this.requestUpdate());
  }

  lookUp(text: string): void {
    if (!this.desk.summary) return;
    if (this.panelOpen) this.choose(undefined);
    this.seek(text);
    // The next message takes this one's place, and on a phone what is found is in sight.
    void this.focusOn('search').then(() => {
      const field = document.getElementById('search') as HTMLTextAreaElement;
      field.select();
      field.scrollTop = 0;
      if (this.pageState.narrow) field.scrollIntoView();
    });
  }

  openFound(text: string): void {
    this.seek(text);
    void this.desk.ask('find', { text }).then((found) => {
      const [first, second] = found?.orders ?? [];
      if (first && !second) this.choose(first.order_id);
    });
  }

  openAnswer(order: string, buyerSays?: AnswerCaseId): void {
    if (order !== this.list.chosen) this.choose(order || undefined);
    this.set({ view: 'work' });
    const typed: Typed = order ? this.typed : new Map(); // of no order: of another buyer
    this.inquiry = new Inquiry(order, this.desk, typed, () => this.requestUpdate());
    this.ask(buyerSays);
  }

  ask(buyerSays: AnswerCaseId | undefined): void {
    const { inquiry, cases } = this;
    const waits = cases.waiting.find(
      (each) => each.order_id === inquiry?.order && each.case === buyerSays,
    );
    void inquiry?.choose(buyerSays, waits?.due);
    void this.focusOn('answer-title').then(() => {
      const panel = document.getElementById('order');
      panel?.scrollIntoView();
      panel?.scrollTo(0, 0);
    });
  }

  closeAnswer(): void {
    const { order } = this.inquiry ?? {};
    this.inquiry = undefined;
    this.requestUpdate();
    void this.focusOn(order ? 'open-answer' : 'search');
  }

  // The way back also stands in a bar of its own, for what was pressed may be gone.
  editCases(edit: () => void, said: string): void {
    edit();
    this.offerUndo({ said, undo: () => this.undoCases() });
    void this.focusOn(this.pageState.view === 'cases' ? 'cases-undo' : 'follow-up-title');
  }

  undoCases(): void {
    this.cases.undo();
    this.sayCases();
  }

  redoCases(): void {
    this.cases.redo();
    this.sayCases();
  }

  saveCases(): void {
    void download([{ name: 'cases.json', blob: this.cases.save() }]);
  }

  private sayCases(): void {
    const said = this.speech.count(this.speech.words.cases.count, this.cases.waiting.length);
    this.set({ said, lastChange: undefined });
  }

  // Whether the last change that can be taken back, or made again, was one of a case.
  private ofCases(way: 'canUndo' | 'canRedo'): boolean {
    return this.cases[way] && (this.lastEdited === 'cases' || !this.plan[way]);
  }

  private casesChanged(): void {
    this.lastEdited = 'cases';
    this.desk.followUps = this.cases.waiting.map(({ order_id, due, what }) => {
      return { order_id, due, what };
    });
    this.requestUpdate();
    void this.desk.check();
  }

  loadUpdate(): void {
    this.loadWaiting?.();
  }

  showStock(open: boolean): void {
    if (!open) this.desk.stockFailure = undefined;
    this.set({ stockOpen: open, view: 'work' });
    void this.focusOn(open ? 'stock-field' : 'open-stock');
  }

  showTracking(open: boolean): void {
    if (!open) this.tracking.failure = undefined;
    this.set({ trackingOpen: open });
    void this.focusOn(open ? 'tracking-field' : 'open-tracking');
  }

  private async takeTracking(sheet: Sheet): Promise<boolean | Failure> {
    const taken = await this.tracking.take(sheet);
    if (taken === true) this.set({ trackingOpen: true, view: 'work' });
    return taken;
  }

  async pasteTracking(text: string, carrier: string): Promise<boolean> {
    const { pastedName } = this.speech.words.tracking;
    const name = this.speech.fill(pastedName, { n: ++this.pasted });
    const taken = await this.tracking.paste(name, text, carrier);
    await this.list.refresh(); // the open order may have its number now
    await this.outbox.refresh();
    return taken;
  }

  chooseColumns(sheet: Sheet, order: string, number: string): void {
    void this.tracking.choose(sheet, order, number).then((taken) => {
      if (!taken) return this.requestUpdate();
      this.set({ trackingOpen: true });
      return this.desk.remove(sheet);
    });
  }

  openRefund(order: OrderDetail, suggested: RefundRequest | null): void {
    this.draft = new RefundDraft(order, suggested, this.desk, () => this.requestUpdate());
    this.requestUpdate();
    void this.focusOn('refund-reason').then(() =>
      document.getElementById('order')?.scrollIntoView(),
    );
  }

  closeRefund(): void {
    this.draft = undefined;
    this.requestUpdate();
    void this.focusOn(this.inquiry ? 'answer-refund' : 'open-refund');
  }

  planRefund(): void {
    const request = this.draft?.request;
    if (!request || !this.draft?.outcome) return;
    this.plan.add(request);
    this.sayPlan();
    this.closeRefund();
  }

  showPlan(): void {
    if (this.pageState.narrow) this.choose(undefined); // it would cover the plan
    this.set({ view: 'plan' });
    void this.focusOn('view-plan');
  }

  // What was pressed may be gone afterwards; the way back takes the focus.
  editPlan(edit: () => void): void {
    edit();
    this.sayPlan();
    void this.focusOn('plan-undo');
  }

  showParcels(): void {
    if (this.pageState.narrow) this.choose(undefined);
    this.set({ view: 'combine' });
    void this.focusOn('combine-title');
  }

  editParcels(edit: () => void): void {
    edit();
    this.sayPlan();
    void this.focusOn('combine-undo');
  }

  openOrder(order: string): void {
    this.set({ view: 'work' });
    this.choose(order);
  }

  undoPlan(): void {
    if (!this.plan.canUndo) return;
    this.plan.undo();
    this.sayPlan();
  }

  redoPlan(): void {
    if (!this.plan.canRedo) return;
    this.plan.redo();
    this.sayPlan();
  }

  private sayPlan(): void {
    this.lastEdited = 'plan';
    const { plan: words } = this.speech.words;
    this.set({ said: this.speech.count(words.count, this.plan.requests.length) });
  }

  savePlan(): void {
    void download([{ name: 'plan.json', blob: this.plan.save() }]);
  }

  writePlan(): void {
    void this.plan.write().then((written) => {
      const files = written?.files ?? [];
      return download(files.map(({ name, bytes }) => ({ name, blob: new Blob([bytes]) })));
    });
  }

  showOutbox(open: boolean): void {
    this.set({ view: 'work' });
    void this.outbox.show(open);
    void this.focusOn(open ? 'outbox-today' : 'open-outbox');
  }

  downloadFiles(): void {
    const files = this.outbox.written?.files ?? [];
    void download(files.map(({ name, bytes }) => ({ name, blob: new Blob([bytes]) })));
  }

  printPaper(): void {
    const { paper, format, slips } = this.outbox;
    if (!paper || !slips) return;
    addEventListener('afterprint', () => this.set({ paper: undefined }), { once: true });
    this.set({ paper: { paper, format, slips } });
    void this.drawing?.then(() => {
      const drawn = document.getElementById('paper');
      if (drawn && format === 'roll') cutRoll(drawn);
      window.print();
    });
  }

  saveShop(): void {
    const text = JSON.stringify(this.outbox.shop, null, 2);
    void download([{ name: 'shop.json', blob: new Blob([text, '\n']) }]);
  }

  // ------------------------------------------------------------------------------

  private planChanged(): void {
    const { sample } = this.pageState;
    const unsaved = sample ? this.ownWork : this.plan.unsaved;
    window.onbeforeunload = unsaved ? (event) => event.preventDefault() : null;
    this.requestUpdate();
    void this.draft?.refresh();
  }

  private async parcelsChanged(): Promise<void> {
    await this.parcels.refresh();
    await this.tracking.refresh();
    await this.outbox.refresh();
    if (this.list.chosen) await this.list.choose(this.list.chosen); // its steps may be others
  }

  private async checked(summary: CheckSummary | undefined): Promise<void> {
    const first = !this.list.page;
    const planned = this.plan.refresh();
    const grouped = this.parcels.refresh(); // its decisions before the chosen order
    await this.list.refresh(); // sums and rows appear together
    await Promise.all([planned, grouped, this.finder.refresh(), this.inquiry?.refresh()]);
    await this.tracking.refresh();
    await this.outbox.refresh();
    if (!this.list.chosen) this.draft = undefined; // its report was taken off the desk
    if (!this.list.chosen && this.inquiry?.order) this.inquiry = undefined;
    this.requestUpdate();
    if (!summary) return;
    const words = this.speech.words.notice;
    this.set({ said: this.speech.count(words.checked, summary.orders) });
    // The way in that was pressed is gone.
    if (first && document.activeElement === document.body) void this.focusOn('headline');
  }

  private search(): void {
    if (!this.desk.summary) return;
    if (this.pageState.narrow && this.panelOpen) this.choose(undefined); // it would cover it
    this.set({ view: 'work' });
    void this.focusOn('search');
  }

  private escape(): void {
    const { settingClock, pasting } = this.pageState;
    if (settingClock || pasting) {
      this.set({ settingClock: false, pasting: false });
      void this.focusOn(settingClock ? 'open-clock' : 'paste');
    } else if (this.draft) this.closeRefund();
    else if (this.inquiry?.case) this.ask(undefined);
    else if (this.inquiry) this.closeAnswer();
    else if (this.list.chosen) this.choose(undefined);
    else if (this.outbox.open) this.showOutbox(false);
    else if (this.pageState.stockOpen) this.showStock(false);
    else if (this.pageState.trackingOpen) this.showTracking(false);
  }

  private async focusOn(id: string): Promise<void> {
    await this.drawing;
    document.getElementById(id)?.focus();
  }

  private async focusOnRow(order: string): Promise<void> {
    await this.drawing;
    for (const opener of this.querySelectorAll<HTMLElement>('.open-order')) {
      if (opener.dataset['order'] === order && opener.offsetParent) opener.focus();
    }
  }
}
