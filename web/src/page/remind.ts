// Tells, where it was asked for, before the first of today's limits: of what is still to be
// done, and of nothing of the sample.

import { formatMoment } from '../format/when';
import type { Scene } from '../views/scene';

type Reminded = Pick<Scene, 'desk' | 'list' | 'reminder' | 'speech' | 'clock' | 'state'>;

export async function remind(page: Reminded): Promise<void> {
  const { desk, list, reminder, speech, clock } = page;
  const { policy } = desk.summary ?? {};
  if (!reminder.wanted || !policy || page.state.sample) return;
  const query = {
    ...list.withoutDone,
    urgency: 'today',
    sort: 'due',
    offset: 0,
    limit: 1,
  } as const;
  const rows = await desk.ask('rows', query);
  const first = rows?.rows[0]?.due;
  reminder.tell(first && rows ? { orders: rows.total, first } : undefined, clock.now, (due) => {
    const moment = formatMoment(speech.language, due.first, policy.zone, clock.now);
    return speech.count(speech.words.remind.due, due.orders, { moment });
  });
}
