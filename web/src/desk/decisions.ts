// What the seller decided about groups of orders: order ids and nothing else. Each
// change makes a new value, so that undo is going back to the one before.

import type { AcceptedGroup, CombineGroup, GroupDecisions } from '../../../wasm/parcelwise';

export const undecided: GroupDecisions = { groups: [], declined: [], apart: [] };

export function isUndecided({ groups, declined, apart }: GroupDecisions): boolean {
  return groups.length + declined.length + apart.length === 0;
}

export function accepted(now: GroupDecisions, { orders, parcels }: CombineGroup): GroupDecisions {
  const split = parcels.map((parcel) => ({ orders: parcel.orders }));
  const group: AcceptedGroup = split.length > 1 ? { orders, parcels: split } : { orders };
  return { ...now, groups: [...now.groups, group] };
}

export function takenBack(now: GroupDecisions, orders: readonly string[]): GroupDecisions {
  return { ...now, groups: now.groups.filter((each) => !sameOrders(each.orders, orders)) };
}

export function declined(now: GroupDecisions, orders: readonly string[]): GroupDecisions {
  return { ...now, declined: [...now.declined, orders] };
}

export function reopened(now: GroupDecisions, orders: readonly string[]): GroupDecisions {
  return { ...now, declined: now.declined.filter((each) => !sameOrders(each, orders)) };
}

export function takenOut(now: GroupDecisions, order: string): GroupDecisions {
  return { ...now, apart: [...now.apart, order] };
}

export function putBack(now: GroupDecisions, order: string): GroupDecisions {
  return { ...now, apart: now.apart.filter((each) => each !== order) };
}

// The orders of each shared parcel, for whatever leaves one label for several.
export function sharedParcels({ groups }: GroupDecisions): readonly string[][] {
  return groups
    .flatMap(({ orders, parcels }) => (parcels ? parcels.map((each) => each.orders) : [orders]))
    .filter((each) => each.length > 1)
    .map((each) => [...each]);
}

// Of a saved file, or of what `parcelwise combine` printed.
export function savedDecisions(json: unknown): GroupDecisions {
  const { groups = [], declined = [], apart = [] } = json as Partial<GroupDecisions>;
  const chosen = groups.filter(
    (each) => ((each as { verdict?: string }).verdict ?? 'suggest') === 'suggest',
  );
  return {
    groups: chosen.map(({ orders, parcels }) =>
      parcels?.length ? { orders, parcels } : { orders },
    ),
    declined,
    apart,
  };
}

function sameOrders(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}
