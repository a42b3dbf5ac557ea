// Leads one made-up order through the core while the page is still empty. Browsers
// compile WebAssembly function by function at the first call; done beforehand, the
// seller's first report appears twice as fast.

import type { ParcelwiseModule, ReportHandle } from '../../../wasm/parcelwise';
import { putBytes, valueOf } from './core';

const order = '250-0000000-0000000';

const fields: readonly (readonly [column: string, value: string])[] = [
  ['order-id', order],
  ['order-item-id', '10000000000000'],
  ['purchase-date', '2026-01-05T00:00:00+00:00'],
  ['promise-date', '2026-01-08T14:59:59+00:00'],
  ['buyer-email', 'a@marketplace.amazon.co.jp'],
  ['sku', 'A'],
  ['product-name', 'ア'],
  ['quantity-purchased', '1'],
  ['quantity-shipped', '0'],
  ['quantity-to-ship', '1'],
  ['recipient-name', 'ア'],
  ['ship-address-1', 'ア1-2-3'],
  ['ship-postal-code', '100-0000'],
  ['ship-country', 'JP'],
  ['currency', 'JPY'],
  ['item-price', '1'],
];

const refund = JSON.stringify({ order_id: order, reason: 'refused' });

export function warmUp(module: ParcelwiseModule): void {
  const rows = [fields.map(([column]) => column), fields.map(([, value]) => value)];
  const bytes = new TextEncoder().encode(rows.map((row) => row.join('\t')).join('\n'));
  const opened = module.openReport('warm-up', '', '');
  if (!opened.ok) return;
  const { report } = valueOf<ReportHandle>(opened);
  putBytes(module, bytes);
  if (module.feedReport(report, bytes.byteLength).ok && module.closeReport(report).ok) {
    module.check('2026-01-08T09:00:00+09:00', '{}');
    module.rows('{"offset":0,"limit":10}');
    module.rejects('{"offset":0,"limit":10}');
    module.order(order);
    module.refund(refund);
    module.setPlan(`[${refund}]`);
    module.setPlan('[]');
  }
  module.removeAll();
}
