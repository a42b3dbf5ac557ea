// One language as the page speaks it: its words, with names filled in, numbers
// grouped and plurals chosen the way that language does.

import en from '../../../data/texts/en/page.json';
import it from '../../../data/texts/it/page.json';
import ja from '../../../data/texts/ja/page.json';
import type { Language } from '../../../wasm/parcelwise';
import type { Plural, Words } from './words';

const catalogues: Record<Language, Words> = { en, it, ja };

export const languageNames: Record<Language, string> = {
  ja: '日本語',
  en: 'English',
  it: 'Italiano',
};

type Values = Readonly<Record<string, string | number>>;

export class Speech {
  readonly words: Words;
  // Made at first need: each costs some milliseconds, which the first view can spare.
  private plurals: Intl.PluralRules | undefined;
  private numbers: Intl.NumberFormat | undefined;
  private shares: Intl.NumberFormat | undefined;
  private lists: Intl.ListFormat | undefined;

  constructor(readonly language: Language) {
    this.words = catalogues[language];
  }

  fill(text: string, values: Values): string {
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? this.number(value) : value;
    });
  }

  count(plural: Plural, n: number, values: Values = {}): string {
    this.plurals ??= new Intl.PluralRules(this.language);
    const form = this.plurals.select(n) === 'one' ? (plural.one ?? plural.other) : plural.other;
    return this.fill(form, { ...values, n });
  }

  number(n: number): string {
    this.numbers ??= new Intl.NumberFormat(this.language);
    return this.numbers.format(n);
  }

  share(part: number): string {
    this.shares ??= new Intl.NumberFormat(this.language, { style: 'percent' });
    return this.shares.format(part);
  }

  // "A or B", "AまたはB", "A o B".
  either(names: readonly string[]): string {
    this.lists ??= new Intl.ListFormat(this.language, { type: 'disjunction' });
    return this.lists.format(names);
  }
}
