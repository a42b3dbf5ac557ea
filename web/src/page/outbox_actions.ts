// What leaves: files to the disk, paper to the printer, and the shop's settings as a file.

import type { Target } from '../desk/outbox';
import { allSettings } from '../desk/settings';
import type { OutboxActions } from '../views/actions';
import { cutRoll } from '../views/paper';
import { download, filesOf } from './download';
import type { PageModel } from './page_model';
import { noteStep } from './undo_actions';
import type { Written } from '../worker/protocol';

// Whose label file a service's parcels need; the letters of Japan Post have none.
const labelsOf: Readonly<Record<string, Target>> = {
  'click-post': 'clickpost',
  yamato: 'yamato-b2',
};

export function outboxActions(page: PageModel): OutboxActions {
  const { outbox } = page;
  return {
    showOutbox(open) {
      page.set({ view: 'work' });
      void outbox.show(open);
      void page.focusOn(open ? 'outbox-today' : 'open-outbox');
    },

    async downloadFiles() {
      await outbox.settled();
      const { written, target } = outbox;
      if (written && outbox.ready) void handOver(page, written, target);
      if (outbox.target === 'shipping-confirmation') page.tracking.save();
    },

    async printPaper() {
      await outbox.settled();
      const { paper, format, slips } = outbox;
      if (!paper || !slips || !outbox.ready) return;
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

    saveSettings() {
      void download([{ name: 'parcelwise-settings.json', blob: new Blob([allSettings(), '\n']) }]);
    },

    async draftLayout(template) {
      const { notATemplate } = page.speech.words.layout;
      if (await outbox.draftLayout(template)) void page.focusOn('layout-name');
      else page.set({ announced: notATemplate });
    },

    async keepLayout() {
      if (await outbox.keepDraft()) void page.focusOn('outbox-target');
    },

    saveLayout() {
      const { ownLayout } = outbox;
      if (!ownLayout) return;
      const text = JSON.stringify(ownLayout, null, 2);
      const name = `${String(ownLayout['id'])}.json`;
      void download([{ name, blob: new Blob([text, '\n']) }]);
    },

    leaveBy({ tariff, service, orders }) {
      void outbox.leaveBy(orders, labelsOf[service] ?? labelsOf[tariff]);
    },

    showTerms() {
      page.set({ view: 'combine', termsOpen: true });
      void page.focusOn('open-terms');
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
  const file = files.map(({ name }) => name).join(', ');
  if (file && event) {
    const { at: _, ...what } = event;
    noteStep(page, { ...what, file }, () => (page.outbox.handed = undefined));
  }
  await handed;
}
