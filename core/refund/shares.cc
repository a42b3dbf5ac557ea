// Shares of stored amounts; see refund/shares.h.
#include "refund/shares.h"

#include <algorithm>

#include "money/allocation.h"
#include "money/percent.h"

namespace parcelwise {

std::int64_t net(const Components& amounts, const Part& part) {
  const std::int64_t promotion = part.promotion ? amounts[*part.promotion] : 0;
  return amounts[part.price] + amounts[part.tax] - promotion;
}

std::int64_t left_of(const ChargedLine& line, const Refunded& before,
                     const Part& part) {
  return std::max<std::int64_t>(
      net(line.charged, part) - net(before.amounts, part), 0);
}

void give_units(const ChargedLine& line, const Refunded& before,
                const Part& part, int units, Components& amounts) {
  const int gone = line.units - units_left(line, before);
  const auto share = [&](Component component) -> std::int64_t {
    if (line.charged[component] == 0) return 0;
    const std::int64_t left =
        line.charged[component] - before.amounts[component];
    return std::clamp<std::int64_t>(
        units_price(line.charged[component], gone, units, line.units), 0,
        std::max<std::int64_t>(left, 0));
  };
  std::int64_t price = share(part.price);
  std::int64_t tax = share(part.tax);
  std::int64_t promotion = part.promotion ? share(*part.promotion) : 0;
  // What went back without a promotion's share (goodwill) leaves less than the
  // components alone would say.
  promotion = std::min(promotion, price + tax);
  std::int64_t over = price + tax - promotion - left_of(line, before, part);
  for (std::int64_t* const amount : {&price, &tax}) {
    const std::int64_t cut = std::clamp<std::int64_t>(over, 0, *amount);
    *amount -= cut;
    over -= cut;
  }
  amounts[part.price] += price;
  amounts[part.tax] += tax;
  if (part.promotion) amounts[*part.promotion] += promotion;
}

void give_amount(const ChargedLine& line, const Refunded& before,
                 const Part& part, std::int64_t minor, Components& amounts) {
  const auto left = [&](Component component) {
    return std::max<std::int64_t>(
        line.charged[component] - before.amounts[component], 0);
  };
  const std::int64_t tax_left = left(part.tax);
  const auto tax = scale(minor, tax_left,
                         std::max<std::int64_t>(left(part.price) + tax_left, 1),
                         Rounding::kHalfUp);
  std::int64_t of_tax = std::min(tax.value_or(0), tax_left);
  std::int64_t of_price = minor - of_tax;
  // A promotion leaves a net that the price alone may not hold.
  if (of_price > left(part.price)) {
    of_tax += of_price - left(part.price);
    of_price = left(part.price);
  }
  amounts[part.price] += of_price;
  amounts[part.tax] += of_tax;
}

void withhold(RefundWork& work, Component component, std::int64_t minor,
              Notice why) {
  if (minor <= 0) return;
  for (Withheld& kept : work.refund.withheld) {
    if (kept.component != component || kept.why.key != why.key) continue;
    kept.minor += minor;
    return;
  }
  work.refund.withheld.push_back({component, minor, std::move(why)});
}

std::vector<Part> rest_parts(const RefundContext& context,
                             const Refund& refund) {
  const RefundReason& reason = *refund.reason;
  if (reason.rest_too) return {kItemPart, kShippingPart, kGiftWrapPart};
  if (!reason.may_keep_outbound) return {};
  const auto outbound =
      context.policy.value(PolicyLimit::kOutboundShippingDays,
                           context.policy.zone().day_of(context.now));
  if (reason.asks_condition && outbound && refund.request.days &&
      *refund.request.days <= *outbound) {
    return {kShippingPart, kGiftWrapPart};
  }
  return {kGiftWrapPart};
}

namespace {

// Of a line whose units went back before.
void give_rest(RefundWork& work, RefundLine& line) {
  for (const Part& part : rest_parts(work.context, work.refund)) {
    give_amount(work.charged(line), work.before(line), part,
                left_of(work.charged(line), work.before(line), part),
                line.amounts);
  }
}

}  // namespace

void refund_with_shipping(RefundWork& work) {
  for (RefundLine& line : work.refund.lines) {
    if (line.quantity == 0) {
      give_rest(work, line);
      continue;
    }
    for (const Part& part : {kItemPart, kShippingPart, kGiftWrapPart}) {
      give_units(work.charged(line), work.before(line), part, line.quantity,
                 line.amounts);
    }
  }
}

void refund_keeping_shipping(RefundWork& work, std::string_view why) {
  for (RefundLine& line : work.refund.lines) {
    const ChargedLine& charged = work.charged(line);
    const Refunded& before = work.before(line);
    Components kept;
    if (line.quantity == 0) {
      give_rest(work, line);
      give_amount(charged, before, kShippingPart,
                  left_of(charged, before, kShippingPart), kept);
    } else {
      give_units(charged, before, kItemPart, line.quantity, line.amounts);
      give_units(charged, before, kGiftWrapPart, line.quantity, line.amounts);
      give_units(charged, before, kShippingPart, line.quantity, kept);
    }
    // Of what was charged for it; where earlier refunds took the price and left
    // the promotion, that is less than the tax.
    const std::int64_t all = net(kept, kShippingPart);
    const std::int64_t of_price = std::clamp<std::int64_t>(
        kept[Component::kShippingPrice] - kept[Component::kShipPromotion], 0,
        all);
    withhold(work, Component::kShippingPrice, of_price, {why});
    withhold(work, Component::kShippingTax, all - of_price, {why});
  }
}

void keep_outbound_cost(RefundWork& work) {
  Refund& refund = work.refund;
  if (!refund.request.outbound_cost) return;
  // Also on a line that is not refunded: it is one parcel's.
  for (const ChargedLine& charged : refund.charges.lines) {
    if (net(charged.charged, kShippingPart) <= 0) continue;
    refund.warnings.push_back({"refund/warnings/outbound-charged"});
    return;
  }
  if (refund.already_refunded > 0)
    refund.warnings.push_back({"refund/warnings/outbound-once"});
  std::vector<Share> left;
  std::int64_t all = 0;
  for (const RefundLine& line : refund.lines) {
    const ChargedLine& charged = work.charged(line);
    left.push_back({std::max<std::int64_t>(0, net(line.amounts, kItemPart)),
                    charged.order_item_id});
    all += left.back().weight;
  }
  const std::int64_t kept = std::min(*refund.request.outbound_cost, all);
  if (kept <= 0) return;
  const auto shared = allocate(kept, left);
  if (!shared) return;
  const Notice why{"refund/withheld/outbound-cost"};
  for (std::size_t i = 0; i < refund.lines.size(); ++i) {
    Components& amounts = refund.lines[i].amounts;
    const std::int64_t part = (*shared)[i];
    if (part == 0) continue;
    const std::int64_t tax = std::clamp<std::int64_t>(
        amounts[Component::kItemTax], 0, left[i].weight);
    const std::int64_t of_tax =
        scale(tax, part, left[i].weight, Rounding::kDown).value_or(0);
    amounts[Component::kItemTax] -= of_tax;
    amounts[Component::kItemPrice] -= part - of_tax;
    withhold(work, Component::kItemPrice, part - of_tax, why);
    withhold(work, Component::kItemTax, of_tax, why);
  }
}

std::optional<RefundError> give_all(RefundWork& work) {
  refund_with_shipping(work);
  return std::nullopt;
}

std::optional<RefundError> give_all_but_shipping(RefundWork& work) {
  refund_keeping_shipping(work, "refund/withheld/shipping-kept");
  keep_outbound_cost(work);
  return std::nullopt;
}

}  // namespace parcelwise
