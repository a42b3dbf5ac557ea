// What becomes of files once they are read, and how the desk starts over: made-up orders
// do not mix with real ones, nor what was done to orders that are gone.

import { fingerprintOf } from '../desk/fingerprint';
import type { ReportFile } from '../desk/report_file';
import { isSample } from '../desk/sample';
import type { Numbers } from '../desk/tracking';
import type { Incoming, PageModel } from './page_model';
import { toldEvent } from './undo';
import { toggled } from './undo_actions';

export function incomingFiles(page: PageModel): Incoming {
  return {
    // Made-up orders and their clock do not mix with real ones: a report of the seller's
    // takes their place. A carrier's file may have come before it, and stays.
    async arrived(file) {
      ++page.arrived.reports;
      if (!page.state.sample || isSample(file)) return;
      await startOver(page, isSample);
    },

    async unread(file) {
      const { result } = page.tracking;
      const taken = await page.tracking.take(file);
      const now = page.tracking.result;
      if (now && now !== result) {
        page.outbox.handed = undefined;
        const refused = now.file_refused ? undefined : now.refused;
        void fingerprintOf(file.source)
          .catch(() => '')
          .then((answer) => page.journal.refuse(refused, answer));
      }
      if (taken === true) {
        ++page.arrived.numbers;
        page.set({ trackingOpen: true, view: 'work' });
      }
      return taken;
    },

    // Taken back, they go with the files and lines that brought them; made again, the journal
    // has them before they come, for else they would be noted anew.
    async numbered(event, before) {
      const { journal, tracking } = page;
      const after = tracking.numbers;
      const of = await journal.addProposed(event);
      if (of === undefined) return;
      const turn = toggled(page, Promise.resolve(of));
      const goTo = async (numbers: Numbers) => {
        await tracking.goTo(numbers);
        await page.list.refresh();
        await page.outbox.refresh();
      };
      page.steps.add({
        what: () => toldEvent(page.speech, event.what, event.orders ?? []),
        undo: () => void goTo(before).then(turn),
        redo: () => void turn().then(() => goTo(after)),
      });
      page.changed();
    },
  };
}

// What was done to orders and typed for buyers that are no longer there.
export function forgetDone(page: PageModel): void {
  page.typed.clear();
  page.drafts.clear();
  page.forgetSteps();
}

// What the seller decided and planned waits for its reports to come again.
export async function startOver(
  page: PageModel,
  gone?: (file: ReportFile) => boolean, // none: all of them
): Promise<void> {
  const { sample } = page.state;
  if (sample) {
    page.clock.fix('');
    page.plan.playSample(false);
  }
  forgetDone(page);
  page.outbox.clear();
  page.draft = page.inquiry = undefined;
  void page.finder.seek('');
  page.set({ stockOpen: false, sample: false, lastChange: undefined, view: 'work' });
  await page.desk.clear(gone);
  if (sample) await page.journal.playSample(false); // its reports are gone
  await page.desk.check();
}
