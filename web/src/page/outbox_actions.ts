// What leaves: files to the disk, paper to the printer, and the shop's settings as a file.

import type { Target } from '../desk/outbox';
import type { OutboxActions } from '../views/actions';
import { cutRoll } from '../views/paper';
import { download, filesOf } from './download';
import type { PageModel } from './page_model';
import { noteStep } from './undo_actions';
import type { Written } from '../worker/protocol';

export function outboxActions(page: PageModel): OutboxActions {
  const { outbox } = page;
  return {
    showOutbox(open) {
      page.set({ view: 'work' });
      void outbox.show(open);
      void page.focusOn(open ? 'outbox-today' : 'open-outbox');
    },

    downloadFiles() {
      const { written, target } = outbox;
      if (written) void handOver(page, written, target);
      if (outbox.target === 'shipping-confirmation') page.tracking.save();
    },

    printPaper() {
      const { paper, format, slips } = outbox;
      if (!paper || !slips) return;
      addEventListener('afterprint', () => page.set({ paper: undefined }), { once: true });
      page.set({ paper: { paper, format, slips } });
      void page.drawn().then(() => {
        const drawn = document.getElementById('paper');
        if (drawn && format === 'roll') cutRoll(drawn);
        window.print();
      });
    },

    goOn(to) {
      const { tracking } = page;
      outbox.handed = undefined;
      if (to === 'answer') return document.getElementById('pick')?.click();
      tracking.failure = undefined;
      page.set({ trackingOpen: to === 'numbers' });
      if (to === 'confirmation') return page.act.leaveAs('shipping-confirmation');
      void outbox.show(false);
      void page.focusOn('tracking-field');
    },

    saveShop() {
      const text = JSON.stringify(outbox.shop, null, 2);
      void download([{ name: 'shop.json', blob: new Blob([text, '\n']) }]);
    },
  };
}

// The files, and the event that they left.
export async function handOver(page: PageModel, written: Written, kind?: Target): Promise<void> {
  const { event, files } = written;
  page.outbox.handed = kind && { kind, written };
  const handed = download(filesOf(written));
  const [first] = files;
  if (first && event) {
    const { at: _, ...what } = event;
    noteStep(page, { ...what, file: first.name }, () => (page.outbox.handed = undefined));
  }
  await handed;
}
