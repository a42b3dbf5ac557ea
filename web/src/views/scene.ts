// What every view draws from: the language, the desk, the list, and the page's own
// small state. Views are functions of a scene and change nothing themselves.

import type { TemplateResult, nothing } from 'lit/html.js';
import type { Changes } from '../../../wasm/parcelwise';
import type { Speech } from '../catalogue/speech';
import type { Cases } from '../desk/cases';
import type { Clock } from '../desk/clock';
import type { Desk } from '../desk/desk';
import type { Finder } from '../desk/finder';
import type { Inquiry } from '../desk/inquiry';
import type { Journal } from '../desk/journal';
import type { Keeper } from '../desk/keeper';
import type { Reminder } from '../desk/reminder';
import type { Outbox } from '../desk/outbox';
import type { Parcels } from '../desk/parcels';
import type { Plan } from '../desk/plan';
import type { RefundDraft } from '../desk/refund_draft';
import type { SavedViews } from '../desk/saved_views';
import type { Ticks } from '../desk/ticks';
import type { Tracking } from '../desk/tracking';
import type { WorkList } from '../desk/work_list';
import type { PageActions } from './actions';
import type { PageState } from './page_state';

export type Drawn = TemplateResult | typeof nothing;

export interface Scene {
  readonly speech: Speech;
  readonly desk: Desk;
  readonly list: WorkList;
  readonly savedViews: SavedViews;
  readonly ticks: Ticks;
  readonly plan: Plan;
  readonly outbox: Outbox;
  readonly parcels: Parcels;
  readonly tracking: Tracking;
  readonly draft: RefundDraft | undefined;
  readonly finder: Finder;
  readonly inquiry: Inquiry | undefined;
  readonly cases: Cases;
  readonly journal: Journal;
  readonly keeper: Keeper;
  readonly reminder: Reminder;
  readonly undoable: string; // what an undo would take back; "": nothing
  readonly changes: Changes | undefined; // since the listing before, while they are shown
  readonly clock: Clock;
  readonly state: Readonly<PageState>;
  readonly drafts: Map<string, string>; // typed and not sent yet, by field
  readonly act: PageActions;
}
