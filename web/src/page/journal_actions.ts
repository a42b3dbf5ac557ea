// What happened to orders, as the seller marks it, and what the page notes by itself.

import type { JournalActions } from '../views/actions';
import { ordersNamed } from '../views/day_log';
import { download } from './download';
import type { PageModel } from './page_model';

export function journalActions(page: PageModel): JournalActions {
  const { journal, list } = page;
  const words = () => page.speech.words.journal;
  return {
    hold(order, text) {
      void journal.add({ what: 'hold', orders: [order], ...(text && { text }) });
      page.offerUndo({
        description: page.speech.fill(words().held, { order }),
        undo: () => {
          this.release(order);
          page.set({ lastChange: undefined });
        },
      });
    },

    release: (order) => void journal.add({ what: 'release', orders: [order] }),

    note: (order, text) => void journal.add({ what: 'note', orders: [order], text }),

    showChange(change) {
      this.leaveSince();
      void list.narrow({ change: change as never, rule: '', urgency: '' as never });
      void page.focusOn('list');
    },

    leaveSince() {
      if (page.state.narrow) page.act.choose(undefined);
      page.set({ view: 'work' });
    },

    takeBack: (place) => void journal.add({ what: 'undo', of: place }),

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
