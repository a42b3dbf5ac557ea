// What the orders of each sample's morning have in common.

import { dayEnd } from './orders.mjs';

const HOUR = 3_600_000;

// An order of which nothing else is said.
export const plainOrder = {
  state: 'sample',
  company: '',
  honorific: '',
  business: false,
  po: '',
  poGlued: false,
  prime: false,
  serviceLevel: 'Standard',
  replacement: false,
  cancelReason: '',
  giftMessage: '',
  instructions: '',
  pickup: false, // at the seller's own store
  ioss: '',
  signature: false,
  vergeCancel: false,
  status: 'Unshipped',
  channel: 'Merchant',
};

// When it is to arrive: [days from now, from hour, to hour of that day], or nothing.
export function windowOf(now, market, wished) {
  if (!wished) return null;
  const [days, from, to] = wished;
  const day = dayEnd(now, days - 1, market) + 1000;
  return { start: day + from * HOUR, end: day + to * HOUR };
}
