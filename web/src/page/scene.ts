// What every view draws from: the language, the desk, the list, and the page's own
// small state. Views are functions of a scene and change nothing themselves.

import type { TemplateResult, nothing } from 'lit/html.js';
import type { Language, OrderDetail, RefundRequest } from '../../../wasm/parcelwise';
import type { Speech } from '../catalogue/speech';
import type { Clock } from '../desk/clock';
import type { Desk } from '../desk/desk';
import type { Outbox } from '../desk/outbox';
import type { Parcels } from '../desk/parcels';
import type { Plan } from '../desk/plan';
import type { RefundDraft } from '../desk/refund_draft';
import type { Theme } from '../desk/settings';
import type { Ticks } from '../desk/ticks';
import type { WorkList } from '../desk/work_list';
import type { PrintJob } from '../views/paper';

export type Drawn = TemplateResult | typeof nothing;

export interface Mark {
  readonly order: string;
  readonly rule: string;
  readonly done: boolean;
}

export interface PageState {
  view: 'work' | 'combine' | 'rejects' | 'plan';
  theme: Theme;
  narrow: boolean; // a phone: the order covers the list
  dragging: boolean;
  pasting: boolean;
  filesOpen: boolean; // all reports listed, not only those that need a look
  settingClock: boolean;
  stockOpen: boolean;
  termsOpen: boolean; // for sharing parcels
  revealed: boolean; // personal data of the chosen order
  sample: boolean;
  copied: boolean;
  recovered: boolean;
  forgotten: boolean; // everything, just now
  marksKept: boolean;
  updateReady: boolean;
  cancelled: string; // name of the report whose reading was cancelled last
  lastMark: Mark | undefined;
  paper: PrintJob | undefined; // on its way to the printer
  said: string; // for screen readers: what just changed
}

export interface PageActions {
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  fixClock(moment: string): void;
  addFiles(files: Iterable<File>): void;
  addText(text: string): void;
  addSample(): void;
  addNextDay(): void; // of the sample
  clear(): void;
  forget(): void; // everything, for good
  choose(order: string | undefined): void;
  showRule(rule: string): void; // its orders, or the sample's
  mark(mark: Mark): void;
  copy(text: string): void;
  loadUpdate(): void;
  showStock(open: boolean): void;
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
  readonly draft: RefundDraft | undefined;
  readonly clock: Clock;
  readonly state: Readonly<PageState>;
  readonly act: PageActions;
}
