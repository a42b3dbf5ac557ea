// Files may be dropped, and text or files pasted, anywhere on the page: a table is a
// report, other text is a message in which the order is looked for. The hosted page as an
// app is also handed the files that were opened with it, or shared with it on a phone.

import type { PageActions } from '../views/actions';
import { hosted } from './offline';

interface Launches {
  setConsumer(
    hear: (launch: { readonly files?: readonly { getFile(): Promise<File> }[] }) => void,
  ): void;
}

export function listenForDrops(act: PageActions): void {
  let depth = 0; // drag events come once for every element on the way

  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  const over = (change: number) => {
    depth = Math.max(0, depth + change);
    act.set({ dragging: depth > 0 });
  };

  addEventListener('dragenter', (event) => hasFiles(event) && over(1));
  addEventListener('dragleave', (event) => hasFiles(event) && over(-1));
  addEventListener('dragover', (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault(); // the browser would open the file in place of the page
    over(-depth);
    act.addFiles([...(event.dataTransfer?.files ?? [])]);
  });

  addEventListener('paste', (event) => {
    const field = event.target instanceof Element ? event.target.closest('input, textarea') : null;
    if (field && field.id !== 'paste-field') return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files.length === 0 && text.trim() === '') return;
    event.preventDefault();
    if (files.length > 0) act.addFiles(files);
    else if (!field && !text.includes('\t')) act.lookUp(text);
    else act.addText(text);
  });
}

export function listenForLaunches(act: PageActions): void {
  const { launchQueue } = window as { launchQueue?: Launches };
  if (!hosted) return;
  const { serviceWorker } = navigator as Partial<Navigator>;
  serviceWorker?.addEventListener('message', ({ data }) => act.takeShared(data as File[]));
  serviceWorker?.controller?.postMessage('shared');
  launchQueue?.setConsumer(({ files = [] }) => {
    void Promise.all(files.map((each) => each.getFile())).then((opened) => act.addFiles(opened));
  });
}
