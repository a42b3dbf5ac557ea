// The golden files that tell of refunds: yen and euros, both kinds of date, a
// repeated RMA, rows that are damaged, promotions and none.
import { sampleOrders } from './sample_orders.mjs';
import { adjustmentsFile, returned, returnsReport, settlementReport } from './refund_files.mjs';

function returns() {
  const { open } = sampleOrders();
  const [, kettle, pen, plates, lampAndFilm, umbrella, , board] = open;
  const row = (order, number, cells, line) => ({
    ...returned(order, line),
    'Return request date': '12-Nov-2026',
    'Amazon RMA ID': `DGOLD${number}RRMA`,
    'Return Reason': 'CR-DEFECTIVE',
    ...cells,
  });
  const rows = [
    row(kettle, 1, { 'Return delivery date': '18-Nov-2026', 'Label cost': 1010 }),
    // Two parcels of one return: one order, one SKU, one RMA.
    row(plates, 2, { 'Order quantity': 2, 'Tracking ID': '000000000011' }),
    row(plates, 2, { 'Order quantity': 2, 'Tracking ID': '000000000012' }),
    row(pen, 3, { 'Return request date': '12-Nov-26' }),
    row(umbrella, 4, { 'A-to-Z Claim': 'Y', 'In policy': 'N', 'Is prime': 'Y', Category: '傘' }),
    row(lampAndFilm, 5, { 'Refunded Amount': '4570.00', 'Return request status': 'Completed' }),
    row(lampAndFilm, 6, { 'Return quantity': 'one' }, lampAndFilm.lines[1]),
    '',
    row(board, 7, { 'Order ID': '2.50586E+16' }),
  ];
  return returnsReport(rows, { extra: ['Category'], encoding: 'cp932', lineEnd: 'crlf' });
}

const summary = {
  'settlement-id': '15000000001',
  'settlement-start-date': '01.11.2026 00:00:00 UTC',
  'settlement-end-date': '15.11.2026 00:00:00 UTC',
  'deposit-date': '17.11.2026 00:00:00 UTC',
  'total-amount': '46,55',
  currency: 'EUR',
};

// Euros with a comma, German dates, the currency in the summary row alone.
function settlementEurope() {
  const order = {
    'order-id': '402-1111111-2222222',
    'order-item-code': '60000000000001',
    sku: 'TAZZA-BLU',
  };
  const other = {
    'order-id': '402-3333333-4444444',
    'order-item-code': '60000000000002',
    sku: 'CAFFÈ-250',
  };
  const on = (date, time) => ({ 'posted-date': date, 'posted-date-time': `${date} ${time} UTC` });
  return settlementReport(
    {
      summary,
      transactions: [
        {
          ...order,
          ...on('05.11.2026', '12:00:00'),
          'transaction-type': 'Order',
          'marketplace-name': 'Amazon.it',
          'quantity-purchased': 2,
          amounts: [
            ['ItemPrice', 'Principal', '39,60'],
            ['ItemPrice', 'Shipping', '4,9'],
            ['Promotion', 'Shipping', '-4,9'],
            ['ItemFees', 'Commission', '-5,94'],
          ],
        },
        {
          ...order,
          ...on('11.11.2026', '09:30:00'),
          'transaction-type': 'Refund',
          'adjustment-id': 'amzn1:crow:GOLDEN-IT-1',
          'marketplace-name': 'Amazon.it',
          amounts: [
            ['ItemPrice', 'Principal', '-19,80'],
            ['ItemPrice', 'Tax', '-3,57'],
            ['ItemPrice', 'Shipping', '-4,9'],
            ['Promotion', 'Shipping', '4,9'],
            ['ItemPrice', 'RestockingFee', '1,98'],
            ['ItemFees', 'RefundCommission', '-0,59'],
            ['ItemWithheldTax', 'MarketplaceFacilitatorVAT-Principal', '3,57'],
          ],
        },
        {
          ...other,
          ...on('12.11.2026', '18:05:10'),
          'transaction-type': 'A-to-z Guarantee Refund',
          'adjustment-id': 'amzn1:crow:GOLDEN-IT-2',
          'marketplace-name': 'Amazon.it',
          amounts: [
            ['ItemPrice', 'Principal', '-12,50'],
            ['ItemPrice', 'Goodwill', '-2,00'],
          ],
        },
        {
          ...other,
          ...on('13.11.2026', '08:00:00'),
          'transaction-type': 'Chargeback Refund',
          'adjustment-id': 'amzn1:crow:GOLDEN-IT-3',
          'marketplace-name': 'Amazon.it',
          amounts: [
            ['ItemPrice', 'Shipping', '-4.90'],
            ['ItemPrice', 'ShippingTax', '-1.234,50'],
            ['ItemPrice', 'ReturnShipping', '3,10'],
          ],
        },
        {
          'posted-date': '14.11.2026',
          'transaction-type': 'other-transaction',
          amounts: [['other-transaction', 'Subscription Fee', '-39,00']],
        },
      ],
    },
    { encoding: 'windows-1252', lineEnd: 'crlf' },
  );
}

function settlementJapan() {
  const { open } = sampleOrders();
  const knife = open.find((order) => order.lines[0].promotion > 0);
  const wrapped = open.find((order) => order.lines[0].wrap > 0);
  const of = (order, line = order.lines[0]) => ({
    'order-id': order.id,
    'order-item-code': line.id,
    sku: line.product.sku,
    'marketplace-name': 'Amazon.co.jp',
    currency: 'JPY',
  });
  const on = (date) => ({ 'posted-date': date, 'posted-date-time': `${date}T01:00:00+00:00` });
  const refund = (number, cells, amounts) => ({
    ...cells,
    'transaction-type': 'Refund',
    'adjustment-id': `amzn1:crow:GOLDEN-JP-${number}`,
    amounts,
  });
  return settlementReport({
    summary: {
      ...summary,
      'settlement-id': '15000000002',
      'total-amount': -12345,
      currency: 'JPY',
    },
    transactions: [
      refund(1, { ...of(knife), ...on('2026-11-18') }, [
        ['ItemPrice', 'Principal', -7182],
        ['ItemPrice', 'Tax', -718],
        ['Promotion', 'Principal', 790],
        ['ItemPrice', 'Shipping', '-550.00'],
        ['Points', 'PointsReturned', 79],
      ]),
      refund(2, { ...of(wrapped), ...on('2026-11-19') }, [
        ['ItemPrice', 'Principal', -3960],
        ['ItemPrice', 'GiftWrap', -280],
        ['ItemPrice', 'GiftWrapTax', -28],
      ]),
      // The same order, another day: another refund.
      refund(3, { ...of(wrapped), ...on('2026-11-20') }, [['ItemPrice', 'Shipping', -350]]),
      refund(4, { ...of(wrapped), ...on('2026-11-20'), 'order-item-code': '5.6E+13' }, [
        ['ItemPrice', 'Principal', -1],
      ]),
      refund(5, { ...of(wrapped), ...on('2026-11-20'), 'order-id': '' }, [
        ['ItemPrice', 'Principal', -1],
      ]),
      refund(6, { ...of(wrapped), ...on('2026-11-20') }, [['ItemPrice', 'Principal', '-19.5']]),
    ],
  });
}

function adjustments(promotions) {
  const { open } = sampleOrders();
  const knife = open.find((order) => order.lines[0].promotion > 0);
  const kettle = open[1];
  const row = (order, reason, cells) => ({
    'order-id': order.id,
    'order-item-id': order.lines[0].id,
    'adjustment-reason-code': reason,
    currency: 'JPY',
    ...cells,
  });
  return adjustmentsFile(
    [
      row(kettle, 'NoInventory', {
        'item-price-adj': '5400.00',
        'shipping-price-adj': '700.00',
        'quantity-cancelled': 1,
      }),
      // The buyer keeps it and is charged for its use.
      row(open[2], 'GeneralAdjustment', { 'item-price-adj': '-420.00' }),
      ...(promotions
        ? [
            row(knife, 'CustomerReturn', {
              'item-price-adj': '7900.00',
              'shipping-price-adj': '550.00',
              'item-promotion-adj': '-790.00',
              'item-promotion-id': '秋の感謝祭割引',
            }),
          ]
        : []),
      row(open[3], 'CustomerReturn', { 'item-price-adj': '5,200.00' }),
      row(open[5], 'Other', { 'order-item-id': '', 'item-price-adj': '2780.00' }),
    ],
    { promotions, lineEnd: 'crlf', encoding: promotions ? 'cp932' : 'utf-8' },
  );
}

export function refundReports() {
  return {
    'returns-jp-cp932.txt': returns(),
    'settlement-eu.txt': settlementEurope(),
    'settlement-jp.txt': settlementJapan(),
    'adjustments.txt': adjustments(true),
    'adjustments-no-promotions.txt': adjustments(false),
  };
}
