// What was dropped answers at the foot of the window, wherever one has scrolled to: what a
// report brought, how many numbers a carrier's file gave.

import type { CheckSummary } from '../../../wasm/parcelwise';
import type { Change } from '../views/page_state';
import type { Scene } from '../views/scene';

interface Told extends Pick<Scene, 'speech' | 'tracking'> {
  readonly arrived: { reports: number; numbers: number }; // since the last check
  offerUndo(told: Change): void;
}

const names = ['new', 'left_confirmed', 'left_otherwise', 'came_back'] as const;

export function tellArrivals(page: Told, { journal: news }: CheckSummary): void {
  const { arrived, speech, tracking } = page;
  const { journal: words } = speech.words;
  const { reports, numbers } = arrived;
  arrived.reports = arrived.numbers = 0;
  const told: string[] = [];
  if (reports > 0 && news?.since) {
    const { counts } = news;
    const parts = names
      .filter((name) => counts[name] > 0)
      .map((name) => speech.count(words.counts[name], counts[name]));
    const what = parts.join(speech.language === 'ja' ? '、' : ', ') || words.noChange;
    told.push(speech.count(words.reports, reports, { what }));
  }
  const taken = tracking.summary;
  if (numbers > 0 && taken) {
    const not = taken.notes_total;
    told.push(
      speech.count(words.numbers, taken.orders.length) +
        (not > 0 ? `, ${speech.count(words.numbersNot, not)}` : ''),
    );
  }
  if (told.length > 0) page.offerUndo({ description: told.join(' ') });
}
