// The shape of the page's words, as the English catalogue has it: data/texts/en/page.json.
// {names} are filled in; a plural has one text for each of the language's forms. Rule
// names, titles, steps and reasons are the core's and are not found there.

import type en from '../../../data/texts/en/page.json';

export interface Plural {
  readonly one?: string;
  readonly other: string;
}

// A language without the form "one", such as Japanese, leaves it out.
type InAnyLanguage<T> = T extends Plural
  ? Plural
  : T extends string
    ? string
    : { readonly [K in keyof T]: InAnyLanguage<T[K]> };

export type Words = InAnyLanguage<typeof en>;
