// What the page and its worker say to each other. Every request carries an id;
// every id is answered exactly once with a result, a failure or "cancelled", and
// a load tells its progress in between.

import type {
  Answer,
  AnswerCase,
  AnswerRequest,
  CheckOptions,
  CheckSummary,
  CombineChoices,
  CombineTerms,
  TermsInForce,
  EncodingName,
  ExportChoice,
  ExportKind,
  ExportOptions,
  FailureCode,
  Failure as ModuleFailure,
  Found,
  FoundTick,
  GroupDecisions,
  GroupPage,
  GroupQuery,
  Changes,
  JournalEvent,
  JournalPlace,
  JournalSummary,
  Language,
  OrderDetail,
  OrderServices,
  PolicyChoice,
  Refund,
  RefundPlan,
  RefundReasonChoice,
  RefundRequest,
  RejectPage,
  RejectQuery,
  ReportKind,
  ReportSummary,
  RowPage,
  RowQuery,
  Slips,
  TickKey,
  TrackingHandle,
  TrackingMapping,
  TrackingSummary,
  UploadResult,
  WrittenFiles,
} from '../../../wasm/parcelwise';
import type { LentFile } from './lent_file';

// What did not work, in the module's words or in the worker's and the page's own:
// a file that can be read no more, a worker that is lost.
export type Failure = ModuleFailure<FailureCode | 'file-gone' | 'lost'>;

export interface Progress {
  readonly bytes: number;
  readonly total: number;
  readonly rows: number;
}

// Files that leave, with bytes of their own: the core's heap stays where it is.
export interface Written extends Omit<WrittenFiles, 'files'> {
  readonly files: readonly { readonly name: string; readonly bytes: ArrayBuffer }[];
}

export interface Calls {
  start: { ask: { wasm: ArrayBuffer; language: Language }; answer: null };
  language: { ask: { language: Language }; answer: null };
  samples: { ask: null; answer: string }; // see desk/sample.ts
  policies: { ask: null; answer: readonly PolicyChoice[] };
  policy: { ask: { text: string }; answer: PolicyChoice };
  load: {
    ask: { name: string; source: LentFile; encoding: EncodingName | ''; kind: ReportKind | '' };
    answer: ReportSummary;
  };
  remove: { ask: { report: number }; answer: null };
  check: { ask: { now: string; options: CheckOptions }; answer: CheckSummary };
  rows: { ask: RowQuery; answer: RowPage };
  order: { ask: { id: string }; answer: OrderDetail };
  rejects: { ask: RejectQuery; answer: RejectPage };
  refundReasons: { ask: null; answer: readonly RefundReasonChoice[] };
  refund: { ask: RefundRequest; answer: Refund };
  setPlan: { ask: { requests: readonly RefundRequest[] }; answer: RefundPlan };
  plan: { ask: { offset: number; limit: number }; answer: RefundPlan };
  combineChoices: { ask: null; answer: CombineChoices };
  setTerms: { ask: CombineTerms; answer: TermsInForce };
  setGroups: { ask: GroupDecisions; answer: null };
  groups: { ask: GroupQuery; answer: GroupPage };
  exportKinds: { ask: null; answer: readonly ExportChoice[] };
  readLayout: { ask: { text: string }; answer: ExportChoice };
  services: { ask: readonly string[]; answer: OrderServices };
  writeFiles: { ask: { kind: ExportKind; options: ExportOptions }; answer: Written };
  slips: { ask: ExportOptions; answer: Slips };
  answerCases: { ask: null; answer: readonly AnswerCase[] };
  answer: { ask: AnswerRequest; answer: Answer };
  find: { ask: { text: string }; answer: Found };
  wording: { ask: { text: string }; answer: null };
  openTracking: {
    ask: { name: string; source: LentFile | string; mapping: TrackingMapping }; // a text: pasted lines
    answer: TrackingHandle;
  };
  removeTracking: { ask: { tracking: number }; answer: null };
  acceptProposed: { ask: { numbers: Readonly<Record<string, string>> }; answer: null }; // by order
  tracking: { ask: { options: ExportOptions }; answer: TrackingSummary };
  setJournal: { ask: { text: string; now: string }; answer: JournalSummary };
  noteEvent: { ask: { event: JournalEvent }; answer: JournalPlace };
  changes: { ask: null; answer: Changes };
  uploadResult: { ask: { name: string; source: LentFile }; answer: UploadResult };
  ticked: { ask: { ticks: readonly TickKey[] }; answer: readonly FoundTick[] };
}

export type Call = keyof Calls;

export type Request = { [C in Call]: { id: number; call: C; ask: Calls[C]['ask'] } }[Call];
export type ToWorker = Request | { cancel: number };

export type FromWorker =
  | { is: 'result'; id: number; value: unknown }
  | { is: 'failure'; id: number; failure: Failure }
  | { is: 'cancelled'; id: number }
  | { is: 'progress'; id: number; progress: Progress }
  | { is: 'lost'; message: string }; // the module is beyond use: start a new worker
