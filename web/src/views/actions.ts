// What the views may ask of the page, chapter by chapter as page/ carries it out.

import type { Sample } from '../desk/sample';
import type {
  AnswerCaseId,
  ChangeName,
  Language,
  NamedService,
  OrderDetail,
  RefundRequest,
} from '../../../wasm/parcelwise';
import type { Target } from '../desk/outbox';
import type { UnitsOfNumber } from '../desk/tracking';
import type { ReportFile } from '../desk/report_file';
import type { SavedView } from '../desk/saved_views';
import type { Theme } from '../desk/settings';
import type { PageState } from './page_state';

export interface Mark {
  readonly order: string;
  readonly rule: string;
  readonly done: boolean;
}

// The page itself: how it looks and speaks, and the moment it judges at.
export interface SettingsActions {
  set(change: Partial<PageState>): void;
  setLanguage(language: Language): void;
  setTheme(theme: Theme): void;
  fixClock(moment: string): void;
  loadUpdate(): void;
  forget(): void; // everything, for good
  trySending(): void; // by every channel, to nobody
  fingerprint(file: File): void;
}

// What comes onto the desk, and leaves it.
export interface FileActions {
  addFiles(files: Iterable<File>): void;
  addText(text: string): void;
  addSample(sample?: Sample): Promise<void>; // by default that of the language's place
  addNextDay(): Promise<void>; // of the sample
  clear(): Promise<void>;
  takeOff(file: ReportFile): void; // of the desk
  setStock(text: string): void;
  readFolder(): Promise<void>; // its new reports
  takeShared(files: readonly File[]): void;
  remind(wanted: boolean): Promise<void>;
  keep(wanted: boolean): void; // today's reports until tomorrow
  showFiles(open: boolean): void; // all of them, or only those that need a look
  showStock(open: boolean): void;
  showTracking(open: boolean): void;
  pasteTracking(text: string, carrier: string): Promise<boolean>; // whether they were taken
  acceptProposed(): Promise<void>; // all numbers that are proposed
  onlyNumber(order: string, number: string): Promise<boolean>; // of an order with several
  unitsOfNumbers(order: string, units: readonly UnitsOfNumber[]): Promise<boolean>;
  closeResult(): void;
  retryUpload(): Promise<void>; // a file of the lines that Amazon refused
  chooseColumns(file: ReportFile, order: string, number: string): void;
}

// The list of orders, the search, and the order that is open.
export interface OrderActions {
  choose(order: string | undefined): void;
  openOrder(order: string): void; // in the work list
  showRule(rule: string): void; // its orders, or the sample's
  step(by: 1 | -1): void; // to the next order of the list, or the one before
  showView(view: SavedView): void;
  saveView(name: string): void; // what the list shows now
  removeView(view: SavedView): void;
  mark(mark: Mark): void;
  copy(text: string, announcement: string): void;
  search(): void; // goes to the search field
  seek(text: string): void;
  lookUp(text: string): void; // the same, of a text that came by itself
  openFound(text: string): void; // the order that it is about, if it is one
}

// Buyers' questions, and the cases that wait for something.
export interface AnswerActions {
  openAnswer(order: string, buyerSays?: AnswerCaseId): void; // "": without an order
  closeAnswer(): void;
  ask(buyerSays: AnswerCaseId | undefined): void;
  editCases(edit: () => void, description: string): void;
  saveCases(): void;
  undoCases(): void;
  redoCases(): void;
}

// Refunds, their plan, and the shared parcels that plan refunds too.
export interface RefundActions {
  openRefund(order: OrderDetail, suggested: RefundRequest | null): void;
  closeRefund(): void;
  planRefund(): void; // the one that is open
  showPlan(): void;
  editPlan(edit: () => void): void;
  undoPlan(): void;
  redoPlan(): void;
  savePlan(): void;
  writePlan(): void;
  showParcels(): void;
  editParcels(edit: () => void): void;
}

// What leaves as a file or on paper.
export interface OutboxActions {
  showOutbox(open: boolean): void;
  downloadFiles(): void;
  goOn(to: 'numbers' | 'confirmation' | 'answer'): void; // to the day's next step
  printPaper(): void;
  saveShop(): void;
  saveSettings(): void; // all that is the shop's, as one file
  draftLayout(template: File): void;
  keepLayout(): void; // the draft
  saveLayout(): void; // the one that is aimed at, as a file
  leaveBy(service: NamedService & { readonly orders: readonly string[] }): void;
  showTerms(): void;
}

// What happened to orders on this machine, and what changed since.
export interface JournalActions {
  hold(order: string, text: string): void;
  release(order: string): void;
  note(order: string, text: string): void;
  showChange(change: ChangeName | undefined): void; // its orders in the list; all
  leaveSince(): void;
  takeBack(place: number): void; // an event of the log
  saveJournal(): void;
  saveLog(): void; // of the day, as a table
}

// Whatever was done last.
export interface UndoActions {
  undoLast(): void;
  redoLast(): void;
}

// With all chosen orders at once.
export interface BulkActions {
  pick(order?: string, range?: boolean): void; // or the one in focus; all from the last one
  chooseFiltered(): void; // all that the list shows, on whatever page
  markChosen(): void; // as done
  leaveAs(target: Target): void;
  holdChosen(text: string): void;
  noteChosen(text: string): void;
}

export type PageActions = SettingsActions &
  UndoActions &
  BulkActions &
  FileActions &
  OrderActions &
  AnswerActions &
  RefundActions &
  OutboxActions &
  JournalActions;
