// A group may have thousands of members: only the first are drawn, and how many more there
// are is said.

import type { Speech } from '../catalogue/speech';

const mostDrawn = 100;

export function firstOf<T>(all: readonly T[]): readonly T[] {
  return all.length > mostDrawn ? all.slice(0, mostDrawn) : all;
}

// "and 20 more"; "" where all are drawn.
export function moreOf(speech: Speech, all: readonly unknown[]): string {
  const n = all.length - mostDrawn;
  return n > 0 ? speech.fill(speech.words.journal.more, { n }) : '';
}

export function named(speech: Speech, orders: readonly string[]): string {
  return [...firstOf(orders), moreOf(speech, orders)].filter(Boolean).join(', ');
}
