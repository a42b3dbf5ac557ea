// Reads an order's charges from the joined reports; see refund/charges.h.
#include "refund/charges.h"

#include <algorithm>

#include "orders/order_facts.h"
#include "refund/line_finder.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

constexpr std::string_view kComponentNames[] = {
    "item_price",      "item_tax",      "shipping_price", "shipping_tax",
    "gift_wrap_price", "gift_wrap_tax", "item_promotion", "ship_promotion"};

bool is_tax(Component component) {
  return component == Component::kItemTax ||
         component == Component::kShippingTax ||
         component == Component::kGiftWrapTax;
}

bool is_promotion(Component component) {
  return component == Component::kItemPromotion ||
         component == Component::kShipPromotion;
}

int points_of(const OrderBook& book, std::uint32_t item) {
  constexpr int kMostPoints = 100'000'000;
  int points = 0;
  for (const char c : book.item_cell(item, Column::kPointsGranted)) {
    if (c < '0' || c > '9' || points > kMostPoints / 10) return 0;
    points = points * 10 + (c - '0');
  }
  return points;
}

// A discount larger than what it is taken off gives back no more than that.
bool cut_promotion(Components& charged, Component price, Component promotion) {
  if (charged[promotion] <= charged[price]) return false;
  charged[promotion] = charged[price];
  return true;
}

}  // namespace

std::string_view component_name(Component component) {
  return kComponentNames[static_cast<std::size_t>(component)];
}

std::int64_t Charges::total() const {
  std::int64_t sum = 0;
  for (const ChargedLine& line : lines) sum += line.charged.total();
  return sum;
}

tl::expected<Charges, ChargeError> order_charges(const OrderBook& book,
                                                 std::uint32_t order,
                                                 const Policy& policy) {
  Charges charges;
  charges.book = &book;
  charges.order = order;
  charges.lines.reserve(book.last_item(order) - book.first_item(order));
  for (std::uint32_t item = book.first_item(order);
       item < book.last_item(order); ++item) {
    const ItemUnits units = item_units(book, item);
    if (units.state == OrderState::kCancelled || returned_alone(book, item))
      continue;
    ChargedLine line;
    line.item = item;
    line.units = std::max(units.purchased, 0);
    line.unsent = std::clamp(units.unshipped, 0, line.units);
    if (!item_money(book, item, Column::kItemPrice, policy.currency())) {
      return tl::unexpected(ChargeError::kNoPrices);
    }
    for (std::size_t c = 0; c < kComponents; ++c) {
      const auto component = static_cast<Component>(c);
      const auto column =
          static_cast<Column>(static_cast<std::size_t>(Column::kItemPrice) + c);
      const auto reported = item_money(book, item, column, policy.currency());
      if (!reported) continue;
      if (!charges.currency.known()) charges.currency = reported->currency;
      if (!(charges.currency == reported->currency)) {
        return tl::unexpected(ChargeError::kMixedCurrencies);
      }
      std::int64_t minor = reported->minor;
      // Amazon's reports write discounts with either sign
      // (docs/formats.md 1.6).
      if (is_promotion(component) && minor < 0) minor = -minor;
      if (minor > kLargestAmount) return tl::unexpected(ChargeError::kTooLarge);
      minor = std::max<std::int64_t>(minor, 0);
      if (is_tax(component) && policy.tax_inside()) {
        line.tax_inside = line.tax_inside.value_or(0) + minor;
      } else {
        line.charged[component] = minor;
      }
    }
    const bool cut[] = {cut_promotion(line.charged, Component::kItemPrice,
                                      Component::kItemPromotion),
                        cut_promotion(line.charged, Component::kShippingPrice,
                                      Component::kShipPromotion)};
    line.promotion_cut = cut[0] || cut[1];
    line.order_item_id = book.item_cell(item, Column::kOrderItemId);
    line.sku = book.item_cell(item, Column::kSku);
    line.points = points_of(book, item);
    charges.lines.push_back(std::move(line));
    constexpr std::size_t kMostLines = 100'000;  // sums stay within int64
    if (charges.lines.size() > kMostLines)
      return tl::unexpected(ChargeError::kTooLarge);
  }
  if (charges.lines.empty()) return tl::unexpected(ChargeError::kNoPrices);
  // Lines without item ids come in their file's order, which must not matter.
  compact_sort(charges.lines, [](const ChargedLine& a, const ChargedLine& b) {
    if (a.order_item_id != b.order_item_id)
      return a.order_item_id < b.order_item_id;
    if (a.sku != b.sku) return a.sku < b.sku;
    if (a.charged.minor != b.charged.minor)
      return a.charged.minor < b.charged.minor;
    if (a.tax_inside != b.tax_inside) return a.tax_inside < b.tax_inside;
    if (a.units != b.units) return a.units < b.units;
    if (a.unsent != b.unsent) return a.unsent < b.unsent;
    if (a.points != b.points) return a.points < b.points;
    return a.item < b.item;
  });
  return charges;
}

}  // namespace parcelwise
