// The worker's end of the protocol. It is started from a Blob, after the module's
// own loader in the same text, so that the page's security policy holds in here too.

import type createModule from '../../../wasm/parcelwise';
import type { ParcelwiseModule } from '../../../wasm/parcelwise';
import { Refusal, takeFiles, valueOf } from './core';
import { Cancelled, loadReport, openResult, openTracking } from './load';
import type { Call, Calls, FromWorker, Request, ToWorker, Written } from './protocol';
import { moduleFrom } from './streams';
import { unpacked } from './unpack';
import { warmUp } from './warm_up';

declare const createParcelwise: typeof createModule;

const cancelled = new Set<number>();
let module: ParcelwiseModule | undefined;
let samples = ''; // the sample reports: they came behind the core
let started: Promise<null> | undefined;

function core(): ParcelwiseModule {
  if (!module) throw new Error('asked before the module was started');
  return module;
}

async function start({ wasm, language }: Calls['start']['ask']): Promise<null> {
  const all = await unpacked(wasm);
  const behind = all.byteLength - 4;
  const length = new DataView(all).getUint32(behind, true);
  samples = new TextDecoder().decode(new Uint8Array(all, behind - length, length));
  const wasmBinary = moduleFrom(new Uint8Array(all, 0, behind - length));
  module = await createParcelwise({ wasmBinary, print: ignore, printErr: ignore });
  valueOf(module.setLanguage(language));
  warmUp(module);
  return null;
}

const answers: {
  [C in Call]: (ask: Calls[C]['ask'], id: number) => Promise<Calls[C]['answer']>;
} = {
  start: (ask) => (started = start(ask)),
  language: async ({ language }) => (valueOf(core().setLanguage(language)), null),
  samples: async () => samples,
  policies: async () => valueOf(core().policies()),
  policy: async ({ text }) => valueOf(core().setPolicy(text)),
  load: (ask, id) =>
    loadReport(
      core(),
      ask,
      (progress) => post({ is: 'progress', id, progress }),
      () => cancelled.has(id),
    ),
  remove: async ({ report }) => (valueOf(core().removeReport(report)), null),
  check: async ({ now, options }) => valueOf(core().check(now, JSON.stringify(options))),
  rows: async (query) => valueOf(core().rows(JSON.stringify(query))),
  order: async ({ id }) => valueOf(core().order(id)),
  rejects: async (query) => valueOf(core().rejects(JSON.stringify(query))),
  refundReasons: async () => valueOf(core().refundReasons()),
  refund: async (request) => valueOf(core().refund(JSON.stringify(request))),
  setPlan: async ({ requests }) => valueOf(core().setPlan(JSON.stringify(requests))),
  plan: async (query) => valueOf(core().plan(JSON.stringify(query))),
  combineChoices: async () => valueOf(core().combineChoices()),
  setTerms: async (terms) => valueOf(core().setTerms(JSON.stringify(terms))),
  setGroups: async (decisions) => (valueOf(core().setGroups(JSON.stringify(decisions))), null),
  groups: async (query) => valueOf(core().groups(JSON.stringify(query))),
  exportKinds: async () => valueOf(core().exportKinds()),
  readLayout: async ({ text }) => valueOf(core().readLayout(text)),
  services: async (orders) => valueOf(core().services(JSON.stringify(orders))),
  writeFiles: async ({ kind, options }) =>
    takeFiles(core(), valueOf(core().writeFiles(kind, JSON.stringify(options)))),
  slips: async (options) => valueOf(core().slips(JSON.stringify(options))),
  answerCases: async () => valueOf(core().answerCases()),
  answer: async (request) => valueOf(core().answer(JSON.stringify(request))),
  find: async ({ text }) => valueOf(core().find(text)),
  wording: async ({ text }) => (valueOf(core().setWording(text)), null),
  openTracking: (ask) => openTracking(core(), ask),
  removeTracking: async ({ tracking }) => (valueOf(core().removeTracking(tracking)), null),
  acceptProposed: async ({ numbers }) => (
    valueOf(core().acceptProposed(JSON.stringify(numbers))),
    null
  ),
  uploadResult: (ask) => openResult(core(), ask),
  tracking: async ({ options }) => valueOf(core().tracking(JSON.stringify(options))),
  setJournal: async ({ text, now }) => valueOf(core().setJournal(text, now)),
  noteEvent: async ({ event }) => valueOf(core().noteEvent(JSON.stringify(event))),
  changes: async () => valueOf(core().changes()),
  ticked: async ({ ticks }) => valueOf(core().ticked(JSON.stringify(ticks))),
};

async function answer(request: Request): Promise<void> {
  const { id } = request;
  try {
    if (request.call !== 'start') await started; // a seller may be quicker than the module
    const call = answers[request.call] as (ask: unknown, id: number) => Promise<unknown>;
    const value = await call(request.ask, id);
    const files = request.call === 'writeFiles' ? (value as Written).files : [];
    post(
      { is: 'result', id, value },
      files.map(({ bytes }) => bytes),
    ); // handed over, not copied
  } catch (cause) {
    if (cause instanceof Cancelled) post({ is: 'cancelled', id });
    else if (cause instanceof Refusal) post({ is: 'failure', id, failure: cause.failure });
    else if (cause instanceof DOMException) {
      // The file itself could not be read: moved, deleted or changed on the disk.
      post({ is: 'failure', id, failure: { code: 'file-gone', message: '' } });
    } else post({ is: 'lost', message: cause instanceof Error ? cause.message : String(cause) });
  } finally {
    cancelled.delete(id);
  }
}

function post(message: FromWorker, handedOver: ArrayBuffer[] = []): void {
  self.postMessage(message, { transfer: handedOver });
}

function ignore(): void {}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('cancel' in data) cancelled.add(data.cancel);
  else void answer(data);
});
