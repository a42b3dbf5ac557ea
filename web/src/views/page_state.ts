// The page's own small state: what is open, what was just done. Nothing of it outlives
// the page.

import type { PrintJob } from '../desk/outbox';
import type { TrialResult } from '../desk/send_trial';
import type { Theme } from '../desk/settings';
import type { StoreState } from '../desk/store';

// What was just done, and, where it can be taken back for a while, how.
export interface Change {
  readonly description: string;
  undo?(): void;
  redo?(): void; // where it was just taken back
}

export interface PageState {
  view: 'work' | 'combine' | 'rejects' | 'plan' | 'cases' | 'since';
  theme: Theme;
  hosted: boolean; // not opened from the disk
  narrow: boolean; // a phone: the order covers the list
  dragging: boolean;
  pasting: boolean;
  filesOpen: boolean; // all reports listed, not only those that need a look
  settingClock: boolean;
  stockOpen: boolean;
  namingView: boolean; // what the list shows is given a name
  termsOpen: boolean; // for sharing parcels
  trackingOpen: boolean;
  revealed: boolean; // personal data of the chosen order
  sample: boolean;
  copied: string; // the text itself
  journalRefused: '' | 'otherShop' | 'unreadable'; // of a journal's file
  casesRefused: boolean; // a file of cases that cannot be read
  recovered: boolean;
  forgotten: boolean; // everything, just now
  store: StoreState;
  updateReady: boolean;
  translating: boolean; // until the core's texts have come in the language too
  cancelled: string; // name of the report whose reading was cancelled last
  lastChange: Change | undefined;
  trial: readonly TrialResult[] | undefined; // of sending; undefined until it has ended
  fingerprint: string; // SHA-256 of the file that was chosen last
  paper: PrintJob | undefined; // on its way to the printer
  announced: string; // for screen readers: what just changed
}
