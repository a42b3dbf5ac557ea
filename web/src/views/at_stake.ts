// The money at stake, without that of what is ticked off.

import type { FoundTick, Money } from '../../../wasm/parcelwise';

// A tick may still be of the check before: no sum falls below nothing.
export function stillAtStake(
  atRisk: readonly Money[],
  gone: readonly Pick<FoundTick, 'at_risk'>[],
): Money[] {
  return atRisk.map(({ currency, minor }) => {
    for (const { at_risk: its } of gone) if (its?.currency === currency) minor -= its.minor;
    return { currency, minor: Math.max(0, minor) };
  });
}
