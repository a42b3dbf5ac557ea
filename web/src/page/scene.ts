// What every view draws from: the language, the desk, the list, and the page's own
// small state. Views are functions of a scene and change nothing themselves.

import type { TemplateResult, nothing } from 'lit/html.js';
import type { AnswerCaseId, Language, OrderDetail, RefundRequest } from '../../../wasm/parcelwise';
import type { Speech } from '../catalogue/speech';
import type { Cases } from '../desk/cases';
import type { Clock } from '../desk/clock';
import type { Desk } from '../desk/desk';
import type { Finder } from '../desk/finder';
import type { Inquiry } from '../desk/inquiry';
import type { Outbox } from '../desk/outbox';
import type { Parcels } from '../desk/parcels';
import type { Plan } from '../desk/plan';
import type { RefundDraft } from '../desk/refund_draft';
import type { Theme } from '../desk/settings';
import type { Sheet } from '../desk/sheet';
import type { Ticks } from '../desk/ticks';
import type { Tracking } from '../desk/tracking';
import type { WorkList } from '../desk/work_list';
import type { PrintJob } from '../views/paper';

export type Drawn = TemplateResult | typeof nothing;

export interface Mark {
  readonly order: string;
  readonly rule: string;
  readonly done: boolean;
}

// What was just done, and can be taken back for a while.
export interface Change {
  readonly said: string;
  undo(): void;
}

export interface PageState {
  view: 'work' | 'combine' | 'rejects' | 'plan' | 'cases';
  theme: Theme;
  narrow: boolean; // a phone: the order covers the list
  dragging: boolean;
  pasting: boolean;
  filesOpen: boolean; // all reports listed, not only those that need a look
  settingClock: boolean;
  stockOpen: boolean;
  termsOpen: boolean; // for sharing parcels
  trackingOpen: boolean;
  revealed: boolean; // personal data of the chosen order
  sample: boolean;
  copied: string; // the text itself
  casesRefused: boolean; // a file of cases that cannot be read
  recovered: boolean;
  forgotten: boolean; // everything, just now
  marksKept: boolean;
  updateReady: boolean;
  translating: boolean; // until the core's texts have come in the language too
  cancelled: string; // name of the report whose reading was cancelled last
  lastChange: Change | undefined;
  paper: PrintJob | undefined; // on its way to the printer
  said: string; // for screen readers: what just changed
}

export interface PageActions {
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  fixClock(moment: string): void;
  addFiles(files: Iterable<File>): void;
  addText(text: string): void;
  addSample(): Promise<void>;
  addNextDay(): Promise<void>; // of the sample
  clear(): void;
  forget(): void; // everything, for good
  choose(order: string | undefined): void;
  showRule(rule: string): void; // its orders, or the sample's
  mark(mark: Mark): void;
  copy(text: string, said: string): void;
  seek(text: string): void;
  lookUp(text: string): void; // the same, of a text that came by itself
  openFound(text: string): void; // the order that it is about, if it is one
  openAnswer(order: string, buyerSays?: AnswerCaseId): void; // "": without an order
  closeAnswer(): void;
  ask(buyerSays: AnswerCaseId | undefined): void;
  editCases(edit: () => void, said: string): void;
  saveCases(): void;
  undoCases(): void;
  redoCases(): void;
  loadUpdate(): void;
  showStock(open: boolean): void;
  showTracking(open: boolean): void;
  pasteTracking(text: string, carrier: string): Promise<boolean>; // whether they were taken
  chooseColumns(sheet: Sheet, order: string, number: string): void;
  openRefund(order: OrderDetail, suggested: RefundRequest | null): void;
  closeRefund(): void;
  planRefund(): void; // the one that is open
  showPlan(): void;
  editPlan(edit: () => void): void;
  showParcels(): void;
  editParcels(edit: () => void): void;
  openOrder(order: string): void; // in the work list
  undoPlan(): void;
  redoPlan(): void;
  savePlan(): void;
  writePlan(): void;
  showOutbox(open: boolean): void;
  downloadFiles(): void;
  printPaper(): void;
  saveShop(): void;
  set(change: Partial<PageState>): void;
}

export interface Scene {
  readonly speech: Speech;
  readonly desk: Desk;
  readonly list: WorkList;
  readonly ticks: Ticks;
  readonly plan: Plan;
  readonly outbox: Outbox;
  readonly parcels: Parcels;
  readonly tracking: Tracking;
  readonly draft: RefundDraft | undefined;
  readonly finder: Finder;
  readonly inquiry: Inquiry | undefined;
  readonly cases: Cases;
  readonly clock: Clock;
  readonly state: Readonly<PageState>;
  readonly act: PageActions;
}
