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
  return format.format(minor / 10 ** digitsOf(format));
}

function digitsOf(format: Intl.NumberFormat | undefined): number {
  return format?.resolvedOptions().maximumFractionDigits ?? 2;
}

// "1,250.00", "1250,00": how an amount is typed.
export function sampleAmount(language: Language, currency: string): string {
  const minimumFractionDigits = digitsOf(formatOf(language, currency));
  return (1250).toLocaleString(language, { minimumFractionDigits });
}

// As the core reads it: "1234.50". Thousands are set apart as the language does it, or not
// at all; a point and a comma may both come before decimals. Undefined for what is no
// amount of the currency.
export function readAmount(
  language: Language,
  currency: string,
  typed: string,
): string | undefined {
  const digits = digitsOf(formatOf(language, currency));
  const [group, point] = language === 'it' ? ['.', ','] : [',', '.'];
  const grouped = new RegExp(`^\\d{1,3}(\\${group}\\d{3})+(\\${point}\\d+)?$`);
  const text = grouped.test(typed) ? typed.split(group).join('') : typed;
  const [, whole, part = ''] = /^(\d{1,10})(?:[.,](\d+))?$/.exec(text) ?? [];
  if (!whole || part.length > digits) return undefined;
  return part ? `${whole}.${part}` : whole;
}
