// Files leave the page through the browser's own download, one after the other: several
// at once would be taken for one.

import type { Written } from '../worker/protocol';

const pauseMs = 400;
const keptForMs = 60_000; // some browsers read the file only after the seller chose where to

export async function download(files: readonly { name: string; blob: Blob }[]): Promise<void> {
  for (const [i, { name, blob }] of files.entries()) {
    if (i > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), keptForMs);
  }
}

export function filesOf(written: Written | undefined): { name: string; blob: Blob }[] {
  return (written?.files ?? []).map(({ name, bytes }) => ({ name, blob: new Blob([bytes]) }));
}
