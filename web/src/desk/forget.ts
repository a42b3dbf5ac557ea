// Forgets all that this origin holds but the program itself, which has no data in it:
// storage is emptied, and the page starts anew with a worker of its own, so that no
// memory of a report is left, whoever held it. Other windows of the page do the same.

import type { Theme } from './settings';
import { forgetFolder } from './reports_folder';
import { deleteStore, type Store } from './store';
import { fallSilent, otherWindows } from './windows';

const tellOthers = otherWindows<''>('forgotten', startAnew); // also where nothing can be kept
const mark = /^#forgotten=\w+,\w+$/;

// Only language and appearance go along, in the address, where a reload drops them.
export async function forgetEverything(
  store: Store | undefined,
  language: string,
  theme: Theme,
): Promise<void> {
  tellOthers('');
  fallSilent();
  try {
    await Promise.all([deleteStore(store), forgetFolder()]);
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // Storage is off: there is nothing in it.
  }
  history.replaceState(null, '', `#forgotten=${language},${theme}`);
  startAnew();
}

export function startAnew(): void {
  fallSilent();
  window.onbeforeunload = null;
  location.reload();
}

// Whether this page is the one that came after; the address then says so no longer.
export function hasForgotten(): boolean {
  const forgotten = mark.test(location.hash);
  if (forgotten) history.replaceState(null, '', location.pathname + location.search);
  return forgotten;
}
