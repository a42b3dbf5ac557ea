// Moments as people write them: in the marketplace's zone, with the day in words
// where it is near. The deadline itself is the core's; nothing is computed here but
// how many calendar days lie between two dates of that zone.

import type { Language } from '../../../wasm/parcelwise';

const dayMs = 24 * 60 * 60 * 1000;

export const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

const formats = new Map<string, Intl.DateTimeFormat>();

// The core writes "Fri 2 Oct"; American English would put the month first beside it.
function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language;
}

function format(
  language: Language,
  zone: string,
  shape: 'day' | 'short-day' | 'far-day' | 'time',
): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${shape}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(localeOf(language), {
      timeZone: zone,
      ...(shape === 'time'
        ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
        : { weekday: 'short', month: 'short', day: 'numeric' }),
      ...(shape === 'short-day' && { month: 'numeric' }),
      ...(shape === 'far-day' && { year: 'numeric' }),
    });
    formats.set(key, found);
  }
  return found;
}

const numericDay = new Map<string, Intl.DateTimeFormat>();

function dayNumber(date: Date, zone: string): number {
  let found = numericDay.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
    numericDay.set(zone, found);
  }
  return Math.round(Date.parse(found.format(date)) / dayMs);
}

const offsets = new Map<string, Intl.DateTimeFormat>();

// "+09:00"
function offsetAt(date: Date, zone: string): string {
  let found = offsets.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    offsets.set(zone, found);
  }
  const name = found.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name === 'GMT' ? '+00:00' : name.replace('GMT', '');
}

// The zone that a moment of the core is told in: of several the first with its offset.
export function zoneOf(iso: string, zones: readonly string[]): string {
  const told = iso.endsWith('Z') ? '+00:00' : iso.slice(-6);
  const fits = (zone: string) => offsetAt(new Date(iso), zone) === told;
  return (zones.length > 1 && zones.find(fits)) || (zones[0] ?? 'UTC');
}

export function daysBetween(from: string, to: string, zone: string): number {
  return dayNumber(new Date(to), zone) - dayNumber(new Date(from), zone);
}

export function formatMoment(language: Language, iso: string, zone: string, now: string): string {
  const date = new Date(iso);
  const thisYear = iso.slice(0, 4) === now.slice(0, 4);
  const day = format(language, zone, thisYear ? 'day' : 'far-day').format(date);
  return `${day} ${formatTime(language, iso, zone)}`;
}

// A day in short: "Fri 20 Nov", "11/20(金)", "ven 20/11".
export function formatDay(language: Language, day: string): string {
  return format(language, 'UTC', language === 'en' ? 'day' : 'short-day').format(new Date(day));
}

export function formatTime(language: Language, iso: string, zone: string): string {
  return format(language, zone, 'time').format(new Date(iso));
}

// "today", "tomorrow", "2 days ago", "今日", "tra 3 giorni".
export function formatNearness(language: Language, iso: string, zone: string, now: string): string {
  const days = daysBetween(now, iso, zone);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
}

// "Japan Time", "JST", "Ora Giappone".
export function zoneName(language: Language, zone: string): string {
  return (
    // Japanese has no short name for most zones and would say "Los Angeles時間".
    new Intl.DateTimeFormat(localeOf(language), {
      timeZone: zone,
      timeZoneName: language === 'ja' ? 'longGeneric' : 'shortGeneric',
    })
      .formatToParts()
      .find(({ type }) => type === 'timeZoneName')?.value ?? zone
  );
}

// The reader's own clock, where it shows another time than the marketplace's.
export function formatOwnTime(
  language: Language,
  iso: string,
  zone: string,
  now: string,
  own: string = ownZone,
): string | undefined {
  const there = formatMoment(language, iso, zone, now);
  const here = formatMoment(language, iso, own, now);
  return here === there ? undefined : here;
}

// "20 November 2026", "2026年11月20日": for paper, where no day is near.
export function formatDate(language: Language, iso: string, zone: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { timeZone: zone, dateStyle: 'long' }).format(
    new Date(iso),
  );
}
