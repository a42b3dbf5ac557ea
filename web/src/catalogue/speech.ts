// One language as the page speaks it: its words, with names filled in, numbers
// grouped and plurals chosen the way that language does.

import type { Language } from '../../../wasm/parcelwise';
import { en, type Plural, type Words } from './en';
import { it } from './it';
import { ja } from './ja';

const catalogues: Record<Language, Words> = { en, it, ja };

export const languageNames: Record<Language, string> = {
  ja: '日本語',
  en: 'English',
  it: 'Italiano',
};

type Values = Readonly<Record<string, string | number>>;

export class Speech {
  readonly words: Words;
  private readonly plurals: Intl.PluralRules;
  private readonly numbers: Intl.NumberFormat;
  private readonly shares: Intl.NumberFormat;
  private readonly lists: Intl.ListFormat;

  constructor(readonly language: Language) {
    this.words = catalogues[language];
    this.plurals = new Intl.PluralRules(language);
    this.numbers = new Intl.NumberFormat(language);
    this.shares = new Intl.NumberFormat(language, { style: 'percent' });
    this.lists = new Intl.ListFormat(language, { type: 'disjunction' });
  }

  fill(text: string, values: Values): string {
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? this.number(value) : value;
    });
  }

  count(plural: Plural, n: number, values: Values = {}): string {
    const form = this.plurals.select(n) === 'one' ? (plural.one ?? plural.other) : plural.other;
    return this.fill(form, { ...values, n });
  }

  number(n: number): string {
    return this.numbers.format(n);
  }

  share(part: number): string {
    return this.shares.format(part);
  }

  // "A or B", "AまたはB", "A o B".
  either(names: readonly string[]): string {
    return this.lists.format(names);
  }
}
