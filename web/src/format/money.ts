// Amounts as people write them. The core counts in minor units; how many of them
// make one of the currency is the currency's own affair.

import type { Language, Money } from '../../../wasm/parcelwise';

const formats = new Map<string, Intl.NumberFormat | undefined>();

function formatOf(language: Language, currency: string): Intl.NumberFormat | undefined {
  const key = `${language} ${currency}`;
  if (!formats.has(key)) {
    try {
      const format = new Intl.NumberFormat(language, {
        style: 'currency',
        currency,
        useGrouping: true, // Italian would write 1650 but 16.500
      });
      formats.set(key, format);
    } catch {
      formats.set(key, undefined); // not the name of a currency
    }
  }
  return formats.get(key);
}

export function formatMoney(language: Language, { currency, minor }: Money): string {
  const format = formatOf(language, currency);
  if (!format) return `${minor} ${currency}`;
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}
