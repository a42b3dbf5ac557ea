// What comes onto the desk, however it comes, and what leaves it: reports, the sample, the
// seller's own tables and saved work, units in hand, carriers' files.

import { newReports } from '../desk/reports_folder';
import {
  isSample,
  momentOf,
  nextDayReport,
  ownSample,
  sampleReports,
  unshippedOn,
} from '../desk/sample';
import { rememberFilesOpen } from '../desk/settings';
import { marked } from '../format/marked';
import type { FileActions } from '../views/actions';
import { forgetDone, startOver } from './incoming';
import { handOver } from './outbox_actions';
import { addOwnFile, addReport } from './own_files';
import type { PageModel } from './page_model';
import { remind } from './remind';
import { did } from './undo_actions';

const stockName = /^(stock|在庫|giacenz).*\.(txt|csv|tsv)$/i;

export function fileActions(page: PageModel): FileActions {
  const { desk, tracking } = page;
  let samplesAsked = 0;
  return {
    addFiles(files) {
      for (const file of files) {
        if (stockName.test(file.name)) {
          this.showStock(true);
          void file.text().then((text) => this.setStock(text));
        } else if (/\.(json|csv|tsv|txt)$/i.test(file.name)) {
          void addOwnFile(page, file);
        } else addReport(page, file.name, file);
      }
    },

    addText(text) {
      const words = page.speech.words.wayIn;
      if (text.trim() === '') return page.set({ announced: words.pasteEmpty });
      const name = page.speech.fill(words.pastedName, { n: ++page.pasted });
      addReport(page, name, new Blob([text]));
      page.set({ pasting: false });
    },

    async addSample(sample = ownSample(page.speech.language)) {
      const asked = ++samplesAsked;
      page.set({ sample: true });
      page.clock.fix(momentOf(sample));
      page.plan.playSample(true);
      forgetDone(page);
      await page.journal.playSample(true);
      const reports = await sampleReports(desk, sample);
      // Another one may have been asked for meanwhile, or a report of the seller's come.
      if (asked !== samplesAsked || !page.state.sample) return;
      if (reports.length === 0) return startOver(page, isSample);
      desk.add(reports);
    },

    async addNextDay() {
      const old = unshippedOn(desk.files);
      if (!old) return;
      const reports = await nextDayReport(desk, old.sample);
      if (!desk.files.includes(old.file)) return; // it is there already, or all is gone
      page.clock.fix(momentOf(old.sample, true));
      void desk.remove(old.file);
      desk.add(reports);
      void page.focusOn('list');
    },

    clear() {
      const { stock } = desk;
      const { numbers } = tracking;
      const gone = page.state.sample
        ? []
        : desk.files.map(({ name, source, reading }) => ({ name, source, reading }));
      page.set({ trackingOpen: false, cancelled: '', recovered: false });
      void tracking.clear();
      void page.focusOn('pick');
      const over = startOver(page);
      if (gone.length === 0) return over;
      did(page, {
        what: () => page.speech.words.wayIn.clear,
        undo: () => {
          desk.add(gone);
          if (stock) void desk.setStock(stock);
          void tracking.goTo(numbers);
        },
        redo: () => void this.clear(),
      });
      return over;
    },

    takeOff(file) {
      const { name, source, reading } = file;
      let here = file;
      did(page, {
        what: () => page.speech.fill(page.speech.words.files.takenOff, { name }),
        undo: () => ([here = file] = desk.add([{ name, source, reading }])),
        redo: () => void desk.remove(here),
      });
      void desk.remove(file);
    },

    setStock(text) {
      const before = desk.stock;
      page.drafts.delete('stock'); // what was typed gives way
      void desk.setStock(text).then(() => {
        if (desk.stock === before) return; // it was not taken
        did(page, {
          what: () => page.speech.words.stock.title,
          undo: () => void desk.setStock(before),
          redo: () => void desk.setStock(text),
        });
      });
    },

    async readFolder() {
      const found = await newReports();
      if (found?.length) this.addFiles(found);
      else if (found) page.offerUndo({ description: page.speech.words.wayIn.folderNone });
    },

    // Any site may send a form here, and made-up orders with it: the seller is asked.
    takeShared(files) {
      if (files.length === 0) return;
      const names = files.map(({ name }) => marked(name)).join(', ');
      if (confirm(page.speech.fill(page.speech.words.wayIn.shared, { names })))
        this.addFiles(files);
    },

    async remind(wanted) {
      await page.reminder.want(wanted);
      page.changed();
      void remind(page);
    },

    keep(wanted) {
      if (page.keeper.wanted === undefined) void page.focusOn('headline'); // the question goes
      page.keeper.want(wanted);
    },

    showFiles(open) {
      page.set({ filesOpen: open });
      rememberFilesOpen(open);
    },

    showStock(open) {
      if (!open) desk.stockFailure = undefined;
      page.set({ stockOpen: open, view: 'work' });
      void page.focusOn(open ? 'stock-field' : 'open-stock');
    },

    showTracking(open) {
      if (!open) tracking.failure = undefined;
      page.set({ trackingOpen: open });
      void page.focusOn(open ? 'tracking-field' : 'open-tracking');
    },

    async pasteTracking(text, carrier) {
      const { pastedName } = page.speech.words.tracking;
      const name = page.speech.fill(pastedName, { n: ++page.pasted });
      const taken = await tracking.paste(name, text, carrier);
      await page.list.refresh(); // the open order may have its number now
      await page.outbox.refresh();
      return taken;
    },

    async acceptProposed() {
      await tracking.acceptAll();
      await page.list.refresh();
      await page.outbox.refresh();
      void page.focusOn('tracking-field');
    },

    onlyNumber(order, number) {
      return this.pasteTracking(`${order} ${number}`, '');
    },

    unitsOfNumbers(order, units) {
      const rows = units.map(({ item, number, quantity }) =>
        [order, item, quantity, number].join('\t'),
      );
      const names = ['order-id', 'order-item-id', 'quantity', 'tracking-number'].join('\t');
      return this.pasteTracking([names, ...rows, ''].join('\n'), '');
    },

    closeResult: () => tracking.closeResult(),

    async retryUpload() {
      const written = await page.outbox.retry();
      if (written) await handOver(page, written, 'shipping-confirmation');
    },

    chooseColumns(file, order, number) {
      void tracking.choose(file, order, number).then((taken) => {
        if (!taken) return page.changed();
        page.set({ trackingOpen: true });
        return desk.remove(file);
      });
    },
  };
}
