// The same questions in plain JavaScript, for the parsers that only split rows:
// one object an order, one pass over rows, one over orders. Nothing here knows
// more than the questions need.
import { foldAddress } from './fold_address.mjs';

const DAY = 86_400_000;
const JST = 9 * 3_600_000;
const dayOf = (ms) => Math.floor((ms + JST) / DAY);

export class Questions {
  #orders = new Map();
  #last = null;
  #items = 0;

  constructor(header, now) {
    this.now = Date.parse(now);
    const at = (name) => header.indexOf(name);
    this.id = at('order-id');
    this.promise = at('promise-date');
    this.purchased = at('quantity-purchased');
    this.shipped = at('quantity-shipped');
    this.toShip = at('quantity-to-ship');
    this.sku = at('sku');
    this.business = at('is-business-order');
    this.cancel = at('is-buyer-requested-cancellation');
    this.shippingPromotion = at('ship-promotion-discount');
    this.house = at('ship-address-1');
    this.postal = at('ship-postal-code');
    this.state = at('ship-state');
    this.country = at('ship-country');
    this.payment = at('payment-method');
    this.collect = at('cod-collectible-amount');
    const scheduled = at('scheduled-delivery-start-date');
    this.windowStart = scheduled >= 0 ? scheduled : at('delivery-start-date');
    this.shipping = at('shipping-price');
  }

  row(fields) {
    if (fields[this.sku] === '') return; // a promotion's own row
    this.#items++;
    const id = fields[this.id];
    let order = this.#last;
    if (order === null || order.id !== id) {
      order = this.#orders.get(id);
      if (order === undefined) {
        order = this.#open(id, fields);
        this.#orders.set(id, order);
      }
      this.#last = order;
    }
    if (this.toShip >= 0) {
      order.shipped += Number(fields[this.shipped]);
      order.toShip += Number(fields[this.toShip]);
    } else {
      order.toShip += Number(fields[this.purchased]);
    }
    if (this.shipping >= 0) order.shippingPaid += Number(fields[this.shipping]);
    if (this.shippingPromotion >= 0)
      order.shippingPaid -= Math.abs(Number(fields[this.shippingPromotion]));
  }

  #open(id, fields) {
    return {
      id,
      promise: this.promise >= 0 ? Date.parse(fields[this.promise]) : 0,
      shipped: 0,
      toShip: 0,
      shippingPaid: 0,
      business: this.business >= 0 && fields[this.business] === 'true',
      cancel: this.cancel >= 0 && fields[this.cancel] === 'true',
      cod: this.payment >= 0 && fields[this.payment] === 'COD',
      collect: this.collect >= 0 ? Number(fields[this.collect]) : 0,
      window: this.windowStart >= 0 ? fields[this.windowStart] : '',
      address: `${fields[this.country]} ${fields[this.postal]} ${fields[this.state]} ${fields[this.house]} ${fields[this.house + 1]}`,
    };
  }

  answers() {
    let units = 0,
      late = 0,
      today = 0,
      lost = 0,
      partly = 0,
      business = 0,
      cod = 0,
      collect = 0,
      inGroups = 0,
      saved = 0;
    const nowDay = dayOf(this.now);
    const houses = new Map();
    for (const order of this.#orders.values()) {
      units += order.toShip;
      if (order.toShip > 0 && this.promise >= 0) {
        const day = dayOf(order.promise);
        if (this.now > order.promise) {
          late++;
          if (nowDay > day + 7) lost++;
        } else if (day === nowDay) today++;
      }
      if (order.shipped > 0 && order.toShip > 0) partly++;
      if (order.business) business++;
      if (order.cod) {
        cod++;
        collect += order.collect;
      }
      if (order.toShip > 0 && !order.cancel) {
        const address = foldAddress(order.address);
        const house = houses.get(address);
        if (house === undefined) {
          houses.set(address, {
            orders: 1,
            paid: order.shippingPaid,
            dearest: order.shippingPaid,
            window: order.window,
            blocked: order.cod,
          });
        } else {
          house.orders++;
          house.paid += order.shippingPaid;
          house.dearest = Math.max(house.dearest, order.shippingPaid);
          house.blocked ||= order.cod || house.window !== order.window;
        }
      }
    }
    // Orders of one house, whatever company is named there, may share a parcel unless one
    // of them forbids it; those whose buyers want to cancel are none of them.
    for (const house of houses.values()) {
      if (house.orders < 2 || house.blocked) continue;
      inGroups += house.orders;
      saved += house.paid - house.dearest;
    }
    return {
      orders: this.#orders.size,
      items: this.#items,
      units,
      late,
      today,
      lost,
      partly,
      business,
      cod,
      collect,
      inGroups,
      saved,
    };
  }
}
