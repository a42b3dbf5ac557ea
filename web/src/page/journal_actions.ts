// What happened to orders, as the seller marks it, and what the page notes by itself.

import type { JournalActions } from '../views/actions';
import { ordersNamed } from '../views/day_log';
import { download } from './download';
import type { PageModel } from './page_model';
import { noteStep } from './undo_actions';

export function journalActions(page: PageModel): JournalActions {
  const { journal, list } = page;
  const words = () => page.speech.words.journal;
  return {
    hold: (order, text) => noteStep(page, { what: 'hold', orders: [order], ...(text && { text }) }),

    release: (order) => noteStep(page, { what: 'release', orders: [order] }),

    note: (order, text) => noteStep(page, { what: 'note', orders: [order], text }),

    showChange(change) {
      this.leaveSince();
      void list.narrow({ change: change as never, rule: '', urgency: '' as never });
      void page.focusOn('list');
    },

    leaveSince() {
      if (page.state.narrow) page.act.choose(undefined);
      page.set({ view: 'work' });
    },

    takeBack: (place) => noteStep(page, { what: 'undo', of: place }),

    saveLog() {
      const day = page.clock.now.slice(0, 10);
      const rows = journal
        .day(page.clock.now)
        .map(({ event, undone }) => [
          event.at,
          words().events[event.what] + (undone ? ` (${words().takenBack})` : ''),
          event.file ?? '',
          ordersNamed(event).join(' '),
          event.text ?? '',
        ]);
      const text = rows.map((row) => row.map(cell).join(',') + '\r\n').join('');
      void download([{ name: `log_${day}.csv`, blob: new Blob(['\uFEFF', text]) }]);
    },

    saveJournal: () => void download([{ name: 'journal.json', blob: new Blob([journal.text]) }]),
  };
}

// A cell of a table that a spreadsheet opens: what would run as a formula is text.
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
