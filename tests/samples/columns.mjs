// The columns of each kind of report and variant, in the order that Amazon
// writes them (docs/formats.md 1.7-1.10). `market` tells whose people, money
// and zone fill them.
const words = (text) => text.trim().split(/\s+/);
const address =
  'recipient-name ship-address-1 ship-address-2 ship-address-3 ship-city ship-state ship-postal-code ship-country';
const cash = 'payment-method cod-collectible-amount already-paid payment-method-fee';
const verge = 'verge-of-cancellation verge-of-lateShipment';
const identification = 'buyer-identification-number buyer-identification-type';
const unshippedHead =
  'order-id order-item-id purchase-date payments-date reporting-date promise-date days-past-promise buyer-email buyer-name';
const quantities = 'product-name quantity-purchased quantity-shipped quantity-to-ship';
const jpUnshipped = `${unshippedHead} buyer-phone-number sku ${quantities} ship-service-level ${address}`;
const jp32 = `${jpUnshipped} ${cash} scheduled-delivery-start-date scheduled-delivery-end-date points-granted is-prime`;
const business = 'is-business-order purchase-order-number price-designation';
const buyerCancel = 'is-buyer-requested-cancellation buyer-requested-cancel-reason';
const us41 = `${unshippedHead} cpf buyer-phone-number sku number-of-items ${quantities} ship-service-level ship-service-name ${address}
  sales-channel customized-url customized-page ${business} is-prime ${buyerCancel} ${verge} signature-confirmation-recommended ${identification}`;
const usMaximal = `${us41} payment-method-details address-type gift-wrap-type gift-message-text ${cash} fulfilled-by is-global-express is-premium-order
  buyer-company-name licensee-name license-number license-state license-expiration-date is-replacement-order is-exchange-order original-order-id
  is-transparency default-ship-from-address-name default-ship-from-address-field-1 default-ship-from-address-field-2 default-ship-from-address-field-3
  default-ship-from-city default-ship-from-state default-ship-from-country default-ship-from-postal-code is-ispu-order store-chain-store-id ioss-number
  is-shipping-settings-automation-enabled ssa-carrier ssa-ship-method tax-collection-model tax-collection-responsible-party amazon-programs
  delivery-preferred-time drop-off-location pallet-delivery shipment-status`;
const br = us41
  .replace('cpf', 'payment-method-details cpf')
  .replace('ship-state', 'ship-county ship-state');

const extras = 'gift-wrap-type gift-message-text is-replacement-order original-order-id';
const euUnshipped = `${unshippedHead} buyer-phone-number sku ${quantities} ship-service-level ${address} ${business} is-prime
  sales-channel ${buyerCancel} ${verge} ${extras} is-ispu-order ioss-number`;
const usRich = `${us41} ${extras} is-ispu-order`;

const newHead =
  'order-id order-item-id purchase-date payments-date buyer-email buyer-name buyer-phone-number sku product-name quantity-purchased';
const prices = 'currency item-price item-tax shipping-price shipping-tax';
const wraps = 'gift-wrap-price gift-wrap-tax';
const promotions =
  'item-promotion-discount item-promotion-id ship-promotion-discount ship-promotion-id';
const delivery =
  'ship-phone-number delivery-start-date delivery-end-date delivery-time-zone delivery-Instructions';
const jp33 = `${newHead} ${prices} ship-service-level ${address} ${delivery} ${cash}`;
const jpPicker = `order-id order-item-id purchase-date payments-date buyer-phone-number sku product-name quantity-purchased currency item-price ship-service-level
  ${address} ship-phone-number latest-ship-date shipment-status ${buyerCancel}`;
const jpRich = `${jp33} ${wraps} gift-wrap-type gift-message-text ${promotions} ${business} ${buyerCancel} is-replacement-order original-order-id`;
const eu34 = `${newHead} ${prices} ship-service-level ${address} ${delivery} sales-channel ${business} is-sold-by-ab`;
const euRich = `${eu34} ${wraps} gift-wrap-type gift-message-text ${promotions} ${buyerCancel} is-replacement-order`;
const usClassic = `${newHead} ${prices} ${wraps} item-promotion-discount ship-service-level ${address} ship-phone-number`;
const usSales = `${usClassic} ${promotions.replace('item-promotion-discount', '')} sales-channel`;
const billing =
  'bill-address-1 bill-address-2 bill-address-3 bill-city bill-state bill-postal-code bill-country';
const euInvoicing = `${newHead.replace('buyer-name', 'buyer-name payment-method-details')} ${prices} ship-service-level ${address} ship-phone-number ${billing}
  delivery-Instructions sales-channel buyer-company-name buyer-tax-registration-id buyer-tax-registration-country`;
const in66 = `${newHead} ${prices} ${wraps} ${promotions} ship-service-level ${address} ship-phone-number ${billing} delivery-start-date delivery-end-date
  delivery-time-zone delivery-Instructions sales-channel earliest-ship-date latest-ship-date earliest-delivery-date latest-delivery-date ${business}
  buyer-company-name fulfilled-by shipment-status is-amazon-invoiced vat-exclusive-item-price vat-exclusive-shipping-price vat-exclusive-giftwrap-price
  ${buyerCancel} ${cash} is-replacement-order gift-wrap-type gift-message-text`;

const all28 = `amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel sales-channel order-channel ship-service-level
  product-name sku asin item-status quantity ${prices} ${wraps} item-promotion-discount ship-promotion-discount ship-city ship-state ship-postal-code ship-country promotion-ids`;
const allEu = `${all28} payment-method-details item-extensions-data ${business} fulfilled-by buyer-company-name buyer-tax-registration-country
  buyer-tax-registration-type is-heavy-or-bulky is-replacement-order is-exchange-order original-order-id original-order-id is-amazon-invoiced
  vat-exclusive-item-price vat-exclusive-shipping-price vat-exclusive-giftwrap-price is-iba ${buyerCancel} is-transparency ioss-number order-invoice-type`;
const allUs = `${all28
  .replace('order-channel', 'order-channel url')
  .replace(
    'item-status',
    'number-of-items item-status tax-collection-model tax-collection-responsible-party',
  )
  .replace(
    'ship-city',
    'address-type ship-city',
  )} ${business} customized-url customized-page is-replacement-order original-order-id signature-confirmation-recommended`;

const VARIANTS = {
  'unshipped-orders': {
    jp31: ['jp', `${jpUnshipped} customized-url customized-page ${business} ${verge}`],
    jp32: ['jp', jp32],
    jp34: ['jp', `${jp32} ${verge}`],
    'jp-us-sales': [
      'us',
      `${jpUnshipped} is-transparency ${verge} signature-confirmation-recommended ${identification}`,
    ],
    us41: ['us', us41],
    'us-rich': ['us', usRich],
    'eu-rich': ['it', euUnshipped],
    'us-maximal': ['us', usMaximal],
    br: ['br', br],
  },
  'new-orders': {
    jp33: ['jp', jp33],
    'jp-picker': ['jp', jpPicker],
    'jp-rich': ['jp', jpRich],
    eu34: ['it', eu34],
    'eu-rich': ['it', euRich],
    'eu-invoicing': ['it', euInvoicing],
    'us-classic': ['us', usClassic],
    'us-sales': ['us', usSales],
    in66: ['in', in66],
  },
  'all-orders': {
    base28: ['jp', all28],
    jp: ['jp', `${all28} ${business} is-replacement-order original-order-id`],
    eu: ['it', allEu],
    'eu-few': ['it', `${all28} ${business} is-replacement-order original-order-id`],
    us: ['us', allUs],
  },
  'pending-orders': {
    jp7: [
      'jp',
      'order-id order-item-id purchase-date sku product-name quantity-purchased payment-type',
    ],
  },
};

export const KINDS = Object.keys(VARIANTS);

// {market, columns}
export function columnsOf(kind, variant) {
  const variants = VARIANTS[kind];
  if (!variants) throw new Error(`no kind ${kind}; there are ${KINDS.join(', ')}`);
  const found = variants[variant];
  if (!found)
    throw new Error(
      `no variant ${variant} of ${kind}; there are ${Object.keys(variants).join(', ')}`,
    );
  return { market: found[0], columns: words(found[1]) };
}
