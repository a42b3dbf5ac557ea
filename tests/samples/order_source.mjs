// Which orders stand in which kind of report. Unshipped and new-orders reports
// hold the seller's own open orders; the all-orders report holds those and, mixed
// in, pending, cancelled, shipped and Amazon-fulfilled ones; the pending report
// only those that wait for payment. All come from one seed, so they join.
import { Chance } from './chance.mjs';
import { OrderStream } from './orders.mjs';

function* openOrders(options, count) {
  const stream = new OrderStream(options);
  for (let i = 0; i < count; i++) yield stream.next();
}

function settle(order, status, channel) {
  order.status = status;
  order.channel = channel;
  order.cash = undefined;
  if (status === 'Shipped') for (const line of order.lines) line.shipped = line.purchased;
  return order;
}

// Orders that no unshipped report would show.
function* otherOrders(options) {
  const stream = new OrderStream({ ...options, odd: true });
  const chance = new Chance(options.seed + 77);
  for (;;) {
    const [status, channel] = chance.weighted([
      [['Pending', 'Merchant'], 4],
      [['Cancelled', 'Merchant'], 3],
      [['Shipped', 'Merchant'], 5],
      [['Shipped', 'Amazon'], 4],
      [['Pending', 'Amazon'], 1],
      [['Unshipped', 'Amazon'], 1],
    ]);
    yield settle(stream.next(), status, channel);
  }
}

export function* ordersFor(kind, { seed, now, market, count }) {
  const options = { seed, now, market };
  if (kind === 'unshipped-orders' || kind === 'new-orders') {
    yield* openOrders(options, count);
  } else if (kind === 'pending-orders') {
    for (const order of otherOrders(options)) {
      if (order.status !== 'Pending' || order.channel !== 'Merchant') continue;
      if (count-- <= 0) return;
      yield order;
    }
  } else {
    // Two open orders, then one other.
    const own = openOrders(options, count);
    const others = otherOrders(options);
    for (let i = 0; i < count; i++) {
      const order = i % 3 === 2 ? others.next().value : own.next().value;
      if (order.status === 'Unshipped' && order.state === 'partly-shipped')
        order.status = 'Shipping';
      yield order;
    }
  }
}
