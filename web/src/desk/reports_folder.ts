// A folder of reports, chosen once, in browsers that let a page ask for one: at each press
// the tables of orders that were saved in it since the last look. Its handle alone is kept,
// in a database of its own, for another folder is no reason to bring the store up to date.

import { deleteDB, openDB } from 'idb';
import { namesOrders } from './tables';

interface Folder extends FileSystemDirectoryHandle {
  values(): AsyncIterable<FileSystemHandle>;
  requestPermission(wanted: { mode: 'read' }): Promise<PermissionState>;
}

type Ask = (wanted: { id: string; startIn: 'downloads' }) => Promise<Folder>;
const { showDirectoryPicker: ask } = window as { showDirectoryPicker?: Ask };

export const canReadFolder = ask !== undefined;

interface Known {
  readonly folder: Folder;
  readonly seen: number; // when the newest of its files that was looked at was saved
}

const name = 'parcelwise-folder';
const dayMs = 86_400_000;

async function known(put?: Known): Promise<Known | undefined> {
  const db = await openDB(name, 1, { upgrade: (empty) => empty.createObjectStore('folder') });
  if (put) await db.put('folder', put, 0);
  const folder = (await db.get('folder', 0)) as Known | undefined;
  db.close();
  return folder;
}

export function forgetFolder(): Promise<void> {
  return deleteDB(name);
}

async function readAgain({ folder, seen }: Known): Promise<File[]> {
  const found: File[] = [];
  let newest = seen;
  for await (const entry of folder.values()) {
    if (entry.kind !== 'file' || !/\.(txt|tsv|csv)$/i.test(entry.name)) continue;
    const file = await (entry as FileSystemFileHandle).getFile();
    if (file.lastModified <= seen || !(await namesOrders(file))) continue;
    newest = Math.max(newest, file.lastModified);
    found.push(file);
  }
  await known({ folder, seen: newest });
  return found.sort((a, b) => a.lastModified - b.lastModified);
}

// undefined where the seller chose none, or did not let it be read. The first time those of
// a day; a folder that is there no more is asked for anew.
export async function newReports(): Promise<File[] | undefined> {
  const last = await known().catch(() => undefined);
  try {
    if (last && (await last.folder.requestPermission({ mode: 'read' })) !== 'granted')
      return undefined;
    if (last) return await readAgain(last);
  } catch {
    // It was moved or deleted.
  }
  const folder = await ask?.({ id: 'reports', startIn: 'downloads' }).catch(() => undefined);
  return folder && readAgain({ folder, seen: Date.now() - dayMs });
}
