// Before the first limit of the day, a notification while the page stands open, where the
// seller asked for it. It tells how many orders and by when, and nothing of them.

import { rememberedReminder, rememberReminder } from './settings';

export const canRemind = 'Notification' in window;

const hourMs = 3_600_000;

export interface DueToday {
  readonly orders: number;
  readonly first: string; // when the first of them is due
}

export class Reminder {
  wanted = canRemind && rememberedReminder() && Notification.permission === 'granted';

  private told = ''; // the limit that was told of

  async want(wanted: boolean): Promise<void> {
    this.wanted = wanted && (await Notification.requestPermission()) === 'granted';
    rememberReminder(this.wanted);
  }

  tell(due: DueToday | undefined, now: string, text: (due: DueToday) => string): void {
    if (!due || due.first === this.told) return;
    const left = Date.parse(due.first) - Date.parse(now);
    if (left <= 0 || left > hourMs) return;
    this.told = due.first;
    const options = { tag: 'parcelwise' };
    try {
      new Notification(text(due), options);
    } catch {
      // Phones let only a service worker show one, and the file from the disk has none.
      void navigator.serviceWorker
        ?.getRegistration()
        .then((worker) => worker?.showNotification(text(due), options))
        .catch(() => undefined);
    }
  }
}
