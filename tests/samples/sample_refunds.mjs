// The sample's returns and settlement: what happened to orders that were shipped,
// some of them older than the other samples. Days count back from SAMPLE_NOW,
// Friday, 20 November 2026.
import { SAMPLE_NOW, sampleOrders } from './sample_orders.mjs';
import { dayInWords, returned, returnsReport, settlementReport } from './refund_files.mjs';

const DAY = 86_400_000;
const daysAgo = (days) => dayInWords(SAMPLE_NOW - days * DAY);

// Shipped weeks ago, so that no other sample has them.
const older = (id, days, sku, name, asin, price, shipping, purchased = 1) => ({
  id,
  purchase: SAMPLE_NOW - days * DAY,
  lines: [{ product: { sku, name, asin }, price, shipping, purchased }],
});
const UNDER_WAY = older(
  '250-0000101-2200101',
  16,
  'LAMP-LED-WH',
  'LEDデスクライト 調光・調色 クランプ式 ホワイト',
  'B0SAMPLE01',
  4570,
  0,
);
const ARRIVED = older(
  '503-0000102-2200102',
  14,
  'KETL-09-BK',
  '細口ドリップケトル 0.9L IH対応',
  'B0SAMPLE02',
  5400,
  700,
);
const WAITING = older(
  '249-0000103-2200103',
  21,
  'DISH-ARITA-5',
  '有田焼 取り皿 5枚組 ①染付',
  'B0SAMPLE03',
  10400,
  700,
  2,
);
const REFUNDED = older(
  '250-0000104-2200104',
  24,
  'PENF-EF',
  '万年筆 極細字 ｺﾝﾊﾞｰﾀｰ付き',
  'B0SAMPLE04',
  4200,
  350,
);
const TOO_LATE = older(
  '503-0000105-2200105',
  75,
  'CUTB-HINOKI-M',
  '四万十ひのきのまな板 スタンド式 中',
  'B0SAMPLE05',
  3200,
  550,
);
const CLAIMED = older(
  '249-0000106-2200106',
  28,
  'UMBR-AUTO-NV',
  '自動開閉 折りたたみ傘 10本骨【ネイビー】',
  'B0SAMPLE06',
  2780,
  350,
);

const orderOf = (orders, sku) => orders.find((order) => order.lines[0].product.sku === sku);

export function sampleReturns() {
  const shipped = orderOf(
    sampleOrders().others.filter((order) => order.status === 'Shipped'),
    'TUMB-480-GR',
  );
  return returnsReport([
    // Asked the day before yesterday, and nobody has answered.
    {
      ...returned(shipped),
      'Return request date': daysAgo(2),
      'Return request status': 'Pending',
      'Amazon RMA ID': 'DSAMPLE1RRMA',
      'Return Reason': 'CR-UNWANTED_ITEM',
      'Label to be paid by': 'Customer',
      Resolution: '',
    },
    // Answered, and on its way back.
    {
      ...returned(UNDER_WAY),
      'Return request date': daysAgo(6),
      'Amazon RMA ID': 'DSAMPLE2RRMA',
      'Return Reason': 'CR-DEFECTIVE',
      'Label cost': 780,
      'Return carrier': 'JP Post',
      'Tracking ID': '000000000001',
    },
    // Here since yesterday.
    {
      ...returned(ARRIVED),
      'Return request date': daysAgo(8),
      'Amazon RMA ID': 'DSAMPLE3RRMA',
      'Return Reason': 'CR-QUALITY_UNACCEPTABLE',
      'Label cost': 1010,
      'Return delivery date': daysAgo(1),
    },
    // Here for four days, and still not refunded: one of two.
    {
      ...returned(WAITING),
      'Return request date': daysAgo(11),
      'Amazon RMA ID': 'DSAMPLE4RRMA',
      'Return Reason': 'CR-DAMAGED_BY_CARRIER',
      'Label cost': 1010,
      'Return delivery date': daysAgo(4),
    },
    // Here, and refunded.
    {
      ...returned(REFUNDED),
      'Return request date': daysAgo(15),
      'Return request status': 'Completed',
      'Amazon RMA ID': 'DSAMPLE5RRMA',
      'Return Reason': 'CR-ORDERED_WRONG_ITEM',
      'Label to be paid by': 'Customer',
      'Return delivery date': daysAgo(10),
      'Refunded Amount': 4200,
    },
    // Asked long after the window closed.
    {
      ...returned(TOO_LATE),
      'Return request date': daysAgo(1),
      'Return request status': 'Pending',
      'Amazon RMA ID': 'DSAMPLE6RRMA',
      'Return Reason': 'CR-UNWANTED_ITEM',
      'In policy': 'N',
      'Label to be paid by': 'Customer',
      Resolution: '',
    },
    // The buyer has turned to Amazon.
    {
      ...returned(CLAIMED),
      'Return request date': daysAgo(9),
      'Amazon RMA ID': 'DSAMPLE7RRMA',
      'Return Reason': 'CR-DEFECTIVE',
      'A-to-Z Claim': 'Y',
      'Label cost': 780,
    },
  ]);
}

// A refund of a line that was out of stock, behind the sales of the same days.
export function sampleSettlement() {
  const { open, others } = sampleOrders();
  const half = open.find(
    (order) => order.lines[0].product.sku === 'UMBR-AUTO-NV' && order.lines.length === 2,
  );
  const [umbrella, towel] = half.lines;
  const tumbler = orderOf(
    others.filter((order) => order.status === 'Shipped'),
    'TUMB-480-GR',
  );
  const of = (order, line) => ({
    'order-id': order.id,
    'merchant-order-id': order.id,
    'marketplace-name': 'Amazon.co.jp',
    'order-item-code': line.id,
    sku: line.product.sku,
  });
  const posted = (date, time) => ({
    'posted-date': date,
    'posted-date-time': `${date}T${time}+00:00`,
  });
  const sale = (order, line, ...when) => ({
    ...of(order, line),
    ...posted(...when),
    'transaction-type': 'Order',
    'shipment-id': `D${order.id.slice(4, 11)}`,
    'quantity-purchased': line.purchased,
    amounts: [
      ['ItemPrice', 'Principal', line.price],
      ['ItemPrice', 'Shipping', line.shipping],
      ['ItemFees', 'Commission', -Math.floor(((line.price + line.shipping) * 15) / 100)],
    ],
  });
  return settlementReport({
    summary: {
      'settlement-id': '20261119001',
      'settlement-start-date': '2026-11-05T00:00:00+00:00',
      'settlement-end-date': '2026-11-20T00:00:00+00:00',
      'deposit-date': '2026-11-22T00:00:00+00:00',
      'total-amount': 2751,
      currency: 'JPY',
    },
    transactions: [
      sale(tumbler, tumbler.lines[0], '2026-11-15', '03:20:00'),
      sale(half, umbrella, '2026-11-18', '06:10:00'),
      {
        ...of(half, towel),
        ...posted('2026-11-19', '02:40:00'),
        'transaction-type': 'Refund',
        'adjustment-id': 'amzn1:crow:SAMPLE0001',
        'merchant-adjustment-item-id': towel.id,
        amounts: [
          ['ItemPrice', 'Principal', -towel.price],
          ['ItemPrice', 'Shipping', -towel.shipping],
          ['ItemFees', 'Commission', 349],
          ['ItemFees', 'RefundCommission', -35],
        ],
      },
      {
        ...posted('2026-11-19', '00:00:00'),
        'transaction-type': 'other-transaction',
        amounts: [['other-transaction', 'Subscription Fee', -300]],
      },
    ],
  });
}
