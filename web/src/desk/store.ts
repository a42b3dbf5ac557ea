// The little that outlives the page: one IndexedDB of this origin. Nothing of a report
// is in it but order ids and, in the journal, tracking numbers; and the desk of today, where
// the seller wants it kept (keeper.ts). Where a browser forbids it, all lasts until the page
// closes.

import {
  deleteDB,
  openDB,
  type DBSchema,
  type IDBPDatabase,
  type IDBPObjectStore,
  type StoreNames,
} from 'idb';
import type {
  AnswerCaseId,
  FollowUp,
  GroupDecisions,
  JournalEvent,
  RefundRequest,
  SellerInput,
} from '../../../wasm/parcelwise';
import type { Reading } from './report_file';

// A buyer's question that is being dealt with, or was.
export interface Case extends FollowUp {
  readonly case: AnswerCaseId;
  readonly opened: string;
  readonly closed: string | null; // null while it waits
}

// Of the day on which it was kept, in this machine's zone; see keeper.ts.
export interface KeptFile {
  readonly day: string;
  readonly name: string;
  readonly bytes: ArrayBuffer;
  readonly saved: number; // when the file was, as the disk tells; 0: not known
  readonly reading: Reading;
}

export interface KeptNumbers {
  readonly name: string;
  readonly carrier: string;
  readonly content: ArrayBuffer | string;
}

export interface KeptWork {
  readonly day: string;
  readonly requests: readonly RefundRequest[];
  readonly decisions: GroupDecisions;
  readonly stock: string;
  readonly listingAt: Readonly<Record<string, string>>;
  readonly notSent: readonly string[];
  readonly numbers: readonly KeptNumbers[];
  readonly accepted: Readonly<Record<string, string>>;
  readonly typed: readonly (readonly [string, SellerInput])[];
}

export interface Stored extends DBSchema {
  ticks: { key: [string, string]; value: number }; // [order id, rule] -> time
  cases: { key: [string, string, string]; value: Case }; // order id, question, opened
  journal: { key: [string, number]; value: JournalEvent }; // shop, place
  kept: { key: number | string; value: KeptFile | KeptWork };
}

export type Store = IDBPDatabase<Stored>;

const name = 'parcelwise';

// How storage stands. "versions": a window of an older version still holds it, and what it
// keeps comes when that window closes; or a newer version has taken it over from this one.
// "refused": the browser did not keep something, or keeps nothing.
export type StoreState = 'open' | 'versions' | 'refused';

let tell: (state: StoreState) => void = () => undefined;

export function whenStoreTurns(listen: (state: StoreState) => void): void {
  tell = listen;
}

// Tries to keep something, or to read it; a refusal is told, and nothing breaks by it.
export async function attempt(task: () => unknown): Promise<void> {
  try {
    await task();
  } catch {
    tell('refused');
  }
}

// Gives way to another window that deletes it, which means that everything is to be
// forgotten, or that brings it up to date.
export async function openStore(forgotten: () => void): Promise<Store | undefined> {
  try {
    const store: Store = await openDB<Stored>(name, 4, {
      upgrade: (db, version) => {
        if (version < 1) db.createObjectStore('ticks');
        if (version < 2) db.createObjectStore('cases');
        if (version < 3) db.createObjectStore('journal');
        if (version < 4) db.createObjectStore('kept', { autoIncrement: true });
      },
      blocking: (_current, wanted) => {
        store.close();
        if (wanted === null) forgotten();
        else tell('versions');
      },
      blocked: () => tell('versions'),
      terminated: () => tell('refused'),
    });
    tell('open');
    return store;
  } catch {
    tell('refused');
    return undefined;
  }
}

// All of a task or nothing: what fails half-way leaves what stood there.
export async function whole<Name extends StoreNames<Stored>, Value>(
  store: Store,
  of: Name,
  task: (stored: IDBPObjectStore<Stored, [Name], Name, 'readwrite'>) => Promise<Value>,
): Promise<Value> {
  const writing = store.transaction(of, 'readwrite', { durability: 'strict' });
  writing.done.catch(() => undefined); // told below
  try {
    const value = await task(writing.store);
    await writing.done;
    return value;
  } catch (cause) {
    try {
      writing.abort();
    } catch {
      // it has ended already
    }
    throw cause;
  }
}

// Emptied before it is deleted: the deletion waits for windows that hold it open.
export async function deleteStore(store: Store | undefined): Promise<void> {
  for (const kept of store?.objectStoreNames ?? []) await store?.clear(kept);
  store?.close();
  const patience = new Promise((resolve) => setTimeout(resolve, 1000));
  await Promise.race([deleteDB(name), patience]);
}
