// Language and theme, from the browser's own preferences until chosen, the rate of the
// seller's referral fee, the shop, and the terms for sharing parcels: remembered on this
// machine. A browser that forbids storage only forgets them, and the page says so.

import type {
  CombineTerms,
  Language,
  OwnLayout,
  ShopSettings,
  TrackingMeaning,
} from '../../../wasm/parcelwise';
import { attempt } from './store';

export type Theme = 'auto' | 'light' | 'dark';

export const languages: readonly Language[] = ['ja', 'en', 'it'];
export const themes: readonly Theme[] = ['auto', 'light', 'dark'];

// What a page that has forgotten everything hands on to itself; see forget.ts.
const handed = /^#forgotten=(\w+),(\w+)$/.exec(location.hash) ?? [];

function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`parcelwise.${key}`);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  void attempt(() => {
    localStorage.removeItem(`parcelwise.${key}`); // none rather than an old one
    localStorage.setItem(`parcelwise.${key}`, value);
  });
}

export function preferredLanguage(wanted: readonly string[] = navigator.languages): Language {
  const known = (tag?: string | null) => languages.find((each) => tag?.startsWith(each));
  return (
    known(remembered('language') ?? handed[1]) ??
    wanted.map((tag) => known(tag)).find(Boolean) ??
    'en'
  );
}

export function preferredTheme(): Theme {
  return themes.find((each) => each === (remembered('theme') ?? handed[2])) ?? 'auto';
}

export function applyLanguage(language: Language): void {
  document.documentElement.lang = language;
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
}

export function rememberLanguage(language: Language): void {
  remember('language', language);
}

export function rememberTheme(theme: Theme): void {
  remember('theme', theme);
}

// The shop's name, as messages end with it; "" when not given.
export function rememberedSignature(): string {
  return remembered('signature') ?? rememberedShop().sender?.name ?? '';
}

export function rememberSignature(name: string): void {
  remember('signature', name);
}

// In percent, as the seller typed it; "" when not given.
export function rememberedFeeRate(): string {
  return remembered('fee-rate') ?? '';
}

export function rememberFeeRate(percent: string): void {
  remember('fee-rate', percent);
}

// The seller's own: the text that the command's --shop reads too.
export function rememberedShop(): ShopSettings {
  return shopOf(remembered('shop') ?? '{}') ?? {};
}

export function rememberShop(shop: ShopSettings): void {
  remember('shop', JSON.stringify(shop));
}

// undefined where the text is no file about a shop; the core looks at what is in it.
export function shopOf(text: string): ShopSettings | undefined {
  try {
    const shop: unknown = JSON.parse(text);
    const known = ['sender', 'goods', 'labels', 'carriers'];
    const fits = typeof shop === 'object' && shop !== null && !Array.isArray(shop);
    if (fits && Object.keys(shop).every((each) => known.includes(each))) return shop;
  } catch {
    // not even JSON
  }
  return undefined;
}

// Of a list in storage; none where there is none, or something else.
export function rememberedViews(): readonly unknown[] {
  try {
    const views: unknown = JSON.parse(remembered('views') ?? '[]');
    return Array.isArray(views) ? views : [];
  } catch {
    return [];
  }
}

export function rememberViews(views: readonly unknown[]): void {
  remember('views', JSON.stringify(views));
}

// The seller's own layouts; none where storage holds something else.
export function rememberedLayouts(): readonly OwnLayout[] {
  try {
    const layouts: unknown = JSON.parse(remembered('layouts') ?? '[]');
    return Array.isArray(layouts) ? layouts.filter((each) => 'id' in Object(each)) : [];
  } catch {
    return [];
  }
}

export function rememberLayouts(layouts: readonly OwnLayout[]): void {
  remember('layouts', JSON.stringify(layouts));
}

// What moves to another machine as one file: of the shop and its ways, nothing of orders.
const portable = [
  'shop',
  'terms',
  'layouts',
  'tracking-columns',
  'views',
  'fee-rate',
  'signature',
  'carrier',
];

export function allSettings(): string {
  const told = portable.flatMap((key) => {
    const value = remembered(key);
    return value === null ? [] : [[key, value] as const];
  });
  return JSON.stringify({ settings: 1, ...Object.fromEntries(told) }, null, 2);
}

// Those of such a file; what it does not name stays. False for a text that is none.
export function takeSettings(text: string): boolean {
  let told: Record<string, unknown>;
  try {
    told = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return false;
  }
  if (told['settings'] !== 1) return false;
  for (const key of portable) {
    const value = told[key];
    if (typeof value === 'string') remember(key, value);
  }
  return true;
}

// Whether all reports on the desk are listed, or only those that need a look.
export function rememberedFilesOpen(): boolean {
  return remembered('files-open') === 'yes';
}

export function rememberFilesOpen(open: boolean): void {
  remember('files-open', open ? 'yes' : 'no');
}

// Whether today's reports are kept until tomorrow; undefined: the seller was not asked yet.
export function rememberedKeep(): boolean | undefined {
  const answer = remembered('keep');
  return answer === null ? undefined : answer === 'yes';
}

export function rememberKeep(wanted: boolean): void {
  remember('keep', wanted ? 'yes' : 'no');
}

// Whether a notification was asked for; see reminder.ts.
export function rememberedReminder(): boolean {
  return remembered('remind') === 'yes';
}

export function rememberReminder(wanted: boolean): void {
  remember('remind', wanted ? 'yes' : 'no');
}

// The kind of label file that was chosen last; "" where none was.
export function rememberedCarrier(): string {
  return remembered('carrier') ?? '';
}

export function rememberCarrier(kind: string): void {
  remember('carrier', kind);
}

// Whether the list leaves out what is done or on its way.
export function rememberedHidden(): boolean {
  return remembered('hide-done') === 'yes';
}

export function rememberHidden(hidden: boolean): void {
  remember('hide-done', hidden ? 'yes' : 'no');
}

export interface OwnTable {
  readonly name: string; // of its file
  readonly text: string;
}

// Nothing of any order.
export interface OwnTerms {
  readonly tariffs: readonly string[];
  readonly from: string;
  readonly basis: NonNullable<CombineTerms['basis']> | ''; // "": cost where there is a tariff
  readonly keep: NonNullable<CombineTerms['keep']>;
  readonly ownTariff: OwnTable | null;
  readonly skus: OwnTable | null;
}

const noTerms: OwnTerms = {
  tariffs: [],
  from: '',
  basis: '',
  keep: 'dearest',
  ownTariff: null,
  skus: null,
};

export function rememberedTerms(): OwnTerms {
  try {
    return { ...noTerms, ...(JSON.parse(remembered('terms') ?? '{}') as Partial<OwnTerms>) };
  } catch {
    return noTerms;
  }
}

export function rememberTerms(terms: OwnTerms): void {
  remember('terms', JSON.stringify(terms));
}

// What the columns of carriers' files mean, by their names, as the seller chose them.
export function rememberedColumns(): Readonly<Record<string, TrackingMeaning>> {
  try {
    return JSON.parse(remembered('tracking-columns') ?? '{}') as Record<string, TrackingMeaning>;
  } catch {
    return {};
  }
}

export function rememberColumns(columns: Readonly<Record<string, TrackingMeaning>>): void {
  remember('tracking-columns', JSON.stringify(columns));
}
