// Compares charges or costs and splits what is saved; see combine/saving.h.
#include "combine/saving.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

#include "combine/sized_order.h"
#include "money/allocation.h"
#include "parcel/cheapest_parcel.h"
#include "parcel/partition.h"
#include "refund/shares.h"
#include "text/compact_sort.h"
#include "words/catalogue.h"

namespace parcelwise {
namespace {

constexpr std::string_view kBasisNames[] = {"charge", "cost"};
constexpr std::string_view kKeptNames[] = {"dearest", "cheapest", "first"};

// What a parcel costs, by which service of which tariff.
struct Price {
  std::int64_t minor = 0;
  std::size_t tariff = 0, service = 0;
};

void keep_cheaper(std::optional<Price>& best, const Price& other) {
  if (!best || other.minor < best->minor) best = other;
}

class Costs {
 public:
  Costs(const SavingTerms& terms, Day day, std::vector<TariffZone> to,
        const std::vector<SizedOrder>& orders)
      : terms_(terms), day_(day), to_(std::move(to)), orders_(orders) {
    for (const GivenParcel& parcel : terms.parcels) {
      OrderSet set = 0;
      std::size_t found = 0;
      for (std::size_t i = 0; i < orders.size(); ++i) {
        if (std::find(parcel.orders.begin(), parcel.orders.end(),
                      orders[i].id) == parcel.orders.end()) {
          continue;
        }
        set |= OrderSet{1} << i;
        ++found;
      }
      if (found == parcel.orders.size()) given_.emplace_back(set, parcel.size);
    }
    // Each set of many orders is asked for, so each gets less time to be
    // packed.
    steps_ = orders.size() <= 4 ? kMostSteps : orders.size() <= 8 ? 2'000 : 200;
  }

  bool has_given_with(std::size_t order) const {
    return std::any_of(given_.begin(), given_.end(), [&](const auto& one) {
      return (one.first >> order & 1) != 0 && std::popcount(one.first) > 1;
    });
  }

  std::optional<Price> price(OrderSet set) const {
    bool cool = false, warm = false;
    for (std::size_t i = 0; i < orders_.size(); ++i) {
      if ((set >> i & 1) == 0) continue;
      cool = cool || orders_[i].cool;
      warm = warm || orders_[i].warm;
    }
    // Ambient and chilled goods travel apart.
    if (cool && warm && std::popcount(set) > 1) return std::nullopt;
    for (auto given = given_.rbegin(); given != given_.rend(); ++given) {
      if (given->first == set) return price_of_size(given->second, cool);
    }
    std::vector<Unit> units;
    for (std::size_t i = 0; i < orders_.size(); ++i) {
      if ((set >> i & 1) == 0) continue;
      if (orders_[i].units.empty()) return std::nullopt;
      units.insert(units.end(), orders_[i].units.begin(),
                   orders_[i].units.end());
    }
    return price_of_units(units, cool);
  }

 private:
  std::optional<Price> price_of_size(std::string_view size, bool cool) const {
    std::optional<Price> best;
    bool named = false;
    for (std::size_t t = 0; t < terms_.tariffs.size(); ++t) {
      const Tariff& tariff = terms_.tariffs[t];
      const auto service = tariff.service(size);
      if (!service) continue;
      named = true;
      if (const auto price = tariff.price(*service, terms_.from[t], to_[t],
                                          day_, cool_extras(tariff, cool))) {
        keep_cheaper(best, {price->price.minor, t, *service});
      }
    }
    if (named) return best;
    const auto sum = size_class(size);
    if (!sum) return std::nullopt;
    const Unit cube[] = {parcel_as_cube(*sum, 0)};
    return price_of_units(cube, cool);
  }

  std::optional<Price> price_of_units(std::span<const Unit> units,
                                      bool cool) const {
    std::optional<Price> best;
    for (std::size_t t = 0; t < terms_.tariffs.size(); ++t) {
      const Tariff& tariff = terms_.tariffs[t];
      const auto parcel =
          cheapest_parcel(units, tariff, terms_.from[t], to_[t], day_,
                          cool_extras(tariff, cool), steps_);
      if (parcel)
        keep_cheaper(
            best, {parcel->offer.price.price.minor, t, parcel->offer.service});
    }
    return best;
  }

  const SavingTerms& terms_;
  Day day_;
  std::vector<TariffZone> to_;
  const std::vector<SizedOrder>& orders_;
  std::vector<std::pair<OrderSet, std::string_view>> given_;
  int steps_ = kMostSteps;
};

// Separate and combined by the tariffs; false where something is missing.
bool compare_costs(const CombinedGroup& group, const SavingContext& context,
                   const SavingTerms& terms, Saving& saving) {
  const std::size_t known = saving.missing.size();
  if (group.orders.size() > static_cast<std::size_t>(kMostOrders)) {
    saving.missing.push_back({"combine/missing/too-many-orders",
                              {{"count", std::to_string(group.orders.size())},
                               {"most", std::to_string(kMostOrders)}}});
    return false;
  }
  std::vector<TariffZone> to;
  for (const Tariff& tariff : terms.tariffs) {
    const auto zone = destination(context.book, group.orders, tariff);
    if (!zone) {
      saving.missing.push_back(
          {"combine/missing/destination",
           {{"order", context.book.order_id(group.orders[0]).text()}}});
      return false;
    }
    if (saving.currency.known() && !(tariff.currency() == saving.currency)) {
      saving.missing.push_back(
          {"combine/missing/currency",
           {{"tariff", std::string(tariff.currency().code())},
            {"charged", std::string(saving.currency.code())}}});
      return false;
    }
    to.push_back(*zone);
  }
  std::vector<SizedOrder> orders;
  for (const std::uint32_t order : group.orders) {
    orders.push_back(size_of(context.book, terms, order, saving.missing));
  }
  if (saving.missing.size() > known) return false;
  const Costs costs(
      terms, context.policy(group.orders.front()).zone().day_of(context.now),
      std::move(to), orders);
  for (std::size_t i = 0; i < orders.size(); ++i) {
    if (!costs.price(OrderSet{1} << i)) {
      saving.missing.push_back(
          {"combine/missing/service", {{"order", orders[i].id.text()}}});
    } else if (orders[i].units.empty() && !costs.has_given_with(i)) {
      saving.missing.push_back(
          {"combine/missing/together", {{"order", orders[i].id.text()}}});
    }
  }
  if (saving.missing.size() > known) return false;
  const auto cost = [&](OrderSet set) -> std::optional<std::int64_t> {
    const auto price = costs.price(set);
    if (!price) return std::nullopt;
    return price->minor;
  };
  const auto split = cheapest_partition(static_cast<int>(orders.size()), cost);
  if (!split || !split->separate) return false;
  saving.separate = split->separate;
  saving.combined = split->total;
  if (!saving.currency.known()) saving.currency = terms.tariffs[0].currency();
  for (const OrderSet set : split->parcels) {
    SavedParcel parcel;
    for (std::size_t i = 0; i < orders.size(); ++i) {
      if ((set >> i & 1) != 0) parcel.orders.push_back(group.orders[i]);
    }
    const auto price = costs.price(set);
    if (!price) continue;
    const TariffService& service =
        terms.tariffs[price->tariff].services()[price->service];
    parcel.service = service.name.empty() ? service.id : service.name;
    parcel.cost = price->minor;
    saving.parcels.push_back(std::move(parcel));
  }
  return true;
}

// The charges and what one order would have been charged. Sums fit: see
// charge().
void compare_charges(const CombinedGroup& group, const SavingContext& context,
                     KeptCharge keep, Saving& saving) {
  std::int64_t sum = 0;
  std::optional<std::int64_t> kept;
  std::optional<Instant> first;
  for (const SavedOrder& order : saving.orders) {
    if (!order.shipping) return;
    sum += *order.shipping;
    switch (keep) {
      case KeptCharge::kDearest:
        kept = std::max(kept.value_or(0), *order.shipping);
        break;
      case KeptCharge::kCheapest:
        kept = std::min(kept.value_or(*order.shipping), *order.shipping);
        break;
      case KeptCharge::kFirst: {
        const auto bought =
            order_facts(context.book, order.order, context.policy(order.order))
                .purchase;
        // Who names no day comes last.
        if (!kept || (bought && (!first || *bought < *first))) {
          kept = order.shipping;
          first = bought;
        }
        break;
      }
    }
  }
  if (group.orders.empty() || !kept) return;
  saving.separate = sum;
  saving.combined = kept;
}

// One line's part of the shipping that can still go back.
struct Collected {
  std::size_t order = 0;
  std::string id;
  std::int64_t left = 0;
};

// What each order was charged, and what is left of it by line. A sum that
// leaves int64 is no sum: the order then counts as one without prices.
std::vector<Collected> charge(const SavingContext& context, bool blocked,
                              Saving& saving) {
  constexpr std::int64_t kMostSum =
      std::numeric_limits<std::int64_t>::max() / 4;
  std::vector<Collected> lines;
  std::int64_t all = 0;
  for (std::size_t i = 0; i < saving.orders.size(); ++i) {
    SavedOrder& order = saving.orders[i];
    const auto charges =
        order_charges(context.book, order.order, context.policy(order.order));
    const Fields name = {{"order", context.book.order_id(order.order).text()}};
    if (!charges) {
      saving.missing.push_back({"combine/missing/prices", name});
      continue;
    }
    // A line more may have been charged for shipping too.
    const RowsNamed lacking =
        lacking_rows(context.book, context.book.order_id(order.order));
    if (lacking.count > 0 && !blocked) {
      saving.missing.push_back({"combine/missing/unread",
                                {name.front(),
                                 {"count", std::to_string(lacking.count)},
                                 {"where", lacking.where}}});
      continue;
    }
    if (!saving.currency.known()) saving.currency = charges->currency;
    std::int64_t shipping = 0, left = 0;
    const RefundedBefore before =
        refunded_before(*charges, context.ledger, context.policy(order.order));
    const std::size_t first = lines.size();
    for (std::size_t l = 0; l < charges->lines.size(); ++l) {
      const ChargedLine& line = charges->lines[l];
      const std::int64_t its = net(line.charged, kShippingPart);
      const std::int64_t its_left = std::clamp<std::int64_t>(
          left_of(line, before.lines[l], kShippingPart), 0, its);
      shipping += its;
      left += its_left;
      lines.push_back({i, line.order_item_id, its_left});
    }
    const bool of_another = !blocked && !(charges->currency == saving.currency);
    if (of_another || shipping > kMostSum - all) {
      saving.missing.push_back({"combine/missing/prices", name});
      lines.resize(first);
      continue;
    }
    all += shipping;
    order.currency = charges->currency;
    order.shipping = shipping;
    order.refunded = shipping - left;
  }
  return lines;
}

// Over the orders, then over each order's lines.
void split_saved(const SavingContext& context,
                 const std::vector<Collected>& lines, Saving& saving) {
  std::vector<std::string> ids;
  for (const SavedOrder& order : saving.orders) {
    ids.push_back(context.book.order_id(order.order).text());
  }
  std::vector<Share> shares;
  for (std::size_t i = 0; i < saving.orders.size(); ++i) {
    shares.push_back(
        {*saving.orders[i].shipping - saving.orders[i].refunded, ids[i]});
  }
  const auto parts = allocate(*saving.saved, shares);
  if (!parts) return;  // nothing to split
  std::size_t line = 0;
  for (std::size_t i = 0; i < saving.orders.size(); ++i) {
    SavedOrder& order = saving.orders[i];
    order.minor = (*parts)[i];
    const std::size_t first = line;
    std::vector<Share> within;
    for (; line < lines.size() && lines[line].order == i; ++line) {
      within.push_back({lines[line].left, lines[line].id});
    }
    const auto amounts = allocate(order.minor, within);
    if (!amounts) continue;
    for (std::size_t l = 0; l < within.size(); ++l) {
      if ((*amounts)[l] > 0)
        order.lines.push_back({lines[first + l].id, (*amounts)[l]});
    }
  }
}

}  // namespace

std::string_view basis_name(SavingBasis basis) {
  return kBasisNames[static_cast<std::size_t>(basis)];
}

std::optional<SavingBasis> basis_from_name(std::string_view name) {
  if (name == kBasisNames[0]) return SavingBasis::kCharge;
  if (name == kBasisNames[1]) return SavingBasis::kCost;
  return std::nullopt;
}

std::optional<KeptCharge> kept_from_name(std::string_view name) {
  for (std::size_t k = 0; k < std::size(kKeptNames); ++k) {
    if (kKeptNames[k] == name) return static_cast<KeptCharge>(k);
  }
  return std::nullopt;
}

bool is_parcel_size(std::span<const Tariff> tariffs, std::string_view size) {
  return size_class(size) ||
         std::any_of(tariffs.begin(), tariffs.end(), [&](const Tariff& tariff) {
           return tariff.service(size).has_value();
         });
}

Saving work_out_saving(const CombinedGroup& group, const SavingContext& context,
                       const SavingTerms& terms) {
  Saving saving;
  for (const std::uint32_t order : group.orders) {
    SavedOrder& its = saving.orders.emplace_back();
    its.order = order;
  }
  const bool blocked = group.verdict == Verdict::kBlocked;
  const std::vector<Collected> lines = charge(context, blocked, saving);
  if (blocked) {
    saving.missing.clear();
    saving.saved = 0;
    return saving;
  }
  if (terms.basis == SavingBasis::kCost &&
      compare_costs(group, context, terms, saving)) {
    saving.basis = SavingBasis::kCost;
  } else {
    compare_charges(group, context, terms.keep, saving);
  }
  if (!saving.separate) return saving;
  const std::int64_t gained = *saving.separate - *saving.combined;
  saving.not_cheaper = gained <= 0;
  std::int64_t refunded = 0, left = 0;
  for (const SavedOrder& order : saving.orders) {
    if (!order.shipping) return saving;
    refunded += order.refunded;
    left += *order.shipping - order.refunded;
  }
  saving.saved = std::clamp<std::int64_t>(gained - refunded, 0, left);
  split_saved(context, lines, saving);
  return saving;
}

}  // namespace parcelwise
