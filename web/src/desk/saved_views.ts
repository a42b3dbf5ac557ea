// Filters of the work list that the seller gave a name: rule, urgency and the order of the
// rows, kept on this machine. The text of a search is not part of one: it may name a buyer.

import type { RowQuery, Urgency } from '../../../wasm/parcelwise';
import { rememberedViews, rememberViews } from './settings';

export interface SavedView {
  readonly name: string;
  readonly rule: string; // "" for all
  readonly urgency: Urgency | '';
  readonly sort: NonNullable<RowQuery['sort']>;
  readonly descending: boolean;
}

export const longestName = 40; // in characters
const mostViews = 12;

export function viewOf(query: RowQuery, name = ''): SavedView {
  const { rule = '', urgency = '', sort = 'urgency', descending = false } = query;
  return { name, rule, urgency, sort, descending };
}

// Whether they show the same orders in the same order, whatever their names.
export function sameView(a: SavedView, b: SavedView): boolean {
  return (['rule', 'urgency', 'sort', 'descending'] as const).every((key) => a[key] === b[key]);
}

export class SavedViews {
  all: readonly SavedView[] = [];

  constructor(private readonly changed: () => void) {
    this.read();
  }

  // As this machine remembers them.
  read(): void {
    this.all = rememberedViews().filter(isSound).slice(0, mostViews);
  }

  get full(): boolean {
    return this.all.length >= mostViews;
  }

  // One of that name gives way.
  save(view: SavedView): void {
    const name = view.name.trim().slice(0, longestName);
    if (name === '') return;
    const others = this.all.filter((each) => each.name !== name);
    this.keep([...others, { ...view, name }].slice(-mostViews));
  }

  remove(view: SavedView): void {
    this.keep(this.all.filter((each) => each !== view));
  }

  // Back to what it was before a change.
  keep(all: readonly SavedView[]): void {
    this.all = all;
    rememberViews(all);
    this.changed();
  }
}

// As it comes from storage, which an older page or another program may have written.
function isSound(view: unknown): view is SavedView {
  const { name, rule, urgency, sort, descending } = Object(view) as Record<string, unknown>;
  return (
    [name, rule, urgency, sort].every((each) => typeof each === 'string') &&
    typeof descending === 'boolean' &&
    name !== ''
  );
}
