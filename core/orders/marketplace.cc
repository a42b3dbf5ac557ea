// Asks for the marketplace of each order; see orders/marketplace.h.
#include "orders/marketplace.h"

#include <algorithm>
#include <array>
#include <utility>

#include "report/sales_channel.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

constexpr std::size_t kFound = 256;  // what a Marketplaces::Index can be

// Only Japan has these, so nothing else needs to be told.
bool is_of_japan(const Report& report) {
  return report.kind == ReportKind::kPendingOrders ||
         report.header.has(Column::kCodCollectibleAmount);
}

// What a report tells of one of its lines. Channels, domains and countries are
// few and kept once each, so what was told last is mostly told again.
class Finder {
 public:
  explicit Finder(const Marketplaces& marketplaces)
      : marketplaces_(marketplaces) {}

  void hear(const Report& report, const Line& line) {
    const OrderPart& part = report.parts[line.part];
    if (&part != heard_) {  // lines of one order share it
      heard_ = &part;
      const MarketplaceCells cells = report.clues(part);
      hear(clues_.channel, cells.channel);
      hear(clues_.email, cells.email);
      hear(clues_.country, cells.country);
    }
    if (line.money != 0) {
      const Currency& currency = report.money[line.money - 1].currency;
      if (currency.known()) hear(clues_.currency, currency.code());
    }
    japan_ = japan_ || is_of_japan(report);
  }

  // Nothing was heard since the last find().
  bool silent() const {
    return !japan_ && clues_.channel.empty() && clues_.email.empty() &&
           clues_.currency.empty() && clues_.country.empty();
  }

  Marketplaces::Index find() {
    if (!same_as_last()) {
      last_ = clues_;
      last_japan_ = japan_;
      asked_ = true;
      if (japan_ && clues_.channel.empty() &&
          clues_.email.find("@marketplace.") == clues_.email.npos &&
          clues_.currency.empty()) {
        clues_.channel = "Amazon.co.jp";
      }
      found_ = marketplaces_.find(clues_);
    }
    clues_ = {};
    heard_ = nullptr;
    japan_ = false;
    return found_;
  }

 private:
  static void hear(std::string_view& clue, std::string_view told) {
    if (clue.empty()) clue = told;
  }

  // What is kept once stands in the same place each time.
  static bool same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && (a.data() == b.data() || a == b);
  }
  bool same_as_last() const {
    return asked_ && japan_ == last_japan_ &&
           same(clues_.channel, last_.channel) &&
           same(clues_.email, last_.email) &&
           same(clues_.currency, last_.currency) &&
           same(clues_.country, last_.country);
  }

  const Marketplaces& marketplaces_;
  MarketplaceClues clues_, last_;
  const OrderPart* heard_ = nullptr;
  Marketplaces::Index found_ = Marketplaces::kNone;
  bool japan_ = false, last_japan_ = false, asked_ = false;
};

// "Amazon.co.jp", or a currency where a file that tells of refunds alone knows
// no more.
Marketplaces::Index told_by(const Report& report,
                            const Marketplaces& marketplaces) {
  if (Currency::from_code(report.marketplace)) {
    return marketplaces.find({{}, {}, report.marketplace, {}});
  }
  return marketplaces.find({report.marketplace, {}, {}, {}});
}

// For orders of which no row tells anything: the marketplace of a report that
// has them, where all its other orders are of it too.
class SilentOrders {
 public:
  SilentOrders(const OrderBook& book, const Marketplaces& marketplaces)
      : book_(book) {
    for (const Report* report : book.reports())
      of_report_.push_back(told_by(*report, marketplaces));
  }

  void add(std::uint32_t order) { orders_.push_back(order); }

  // An order that tells.
  void hear(std::uint32_t order, Marketplaces::Index found) {
    for (const OrderBook::Source source : book_.order_sources(order)) {
      Marketplaces::Index& its = of_report_[source.report];
      if (its != found) its = Marketplaces::kNone;
    }
  }

  template <typename Settle>
  void settle(Settle settle) const {
    for (const std::uint32_t order : orders_) {
      for (const OrderBook::Source source : book_.order_sources(order)) {
        const Marketplaces::Index its = of_report_[source.report];
        if (its == Marketplaces::kNone) continue;
        settle(order, its);
        break;
      }
    }
  }

 private:
  const OrderBook& book_;
  std::vector<Marketplaces::Index> of_report_;
  std::vector<std::uint32_t> orders_;
};

Policy policy_of(Marketplaces::Index found,
                 const std::optional<Policy>& seller) {
  if (found == Marketplaces::kNone) return Policy::unknown();
  if (found == Marketplaces::kOwn) return *seller;
  const std::string& id = Policy::ids()[found];
  if (seller && seller->base() == id) return *seller;
  return *Policy::load(id);
}

}  // namespace

Policies Policies::find(const OrderBook& book, std::optional<Policy> seller) {
  const Marketplaces marketplaces(seller ? &*seller : nullptr);
  Finder finder(marketplaces);
  std::vector<Marketplaces::Index> found(book.order_count());
  SilentOrders silent(book, marketplaces);
  for (const std::uint32_t order : book.in_file_order()) {
    for (const OrderBook::Source source : book.order_sources(order))
      finder.hear(book.report(source), book.line(source));
    const bool tells = !finder.silent();
    found[order] = finder.find();
    if (tells) {
      silent.hear(order, found[order]);
    } else {
      silent.add(order);
    }
  }
  silent.settle([&](std::uint32_t order, Marketplaces::Index its) {
    found[order] = its;
  });
  std::array<std::uint32_t, kFound> orders{};
  for (const Marketplaces::Index index : found) ++orders[index];
  if (found.empty()) {
    if (seller) return only(book, *std::move(seller));
    std::array<std::uint64_t, kFound> rows{};
    for (const Report* report : book.reports())
      rows[told_by(*report, marketplaces)] += 1u + report->refunds.size();
    rows[Marketplaces::kNone] = 0;
    const auto most = std::max_element(rows.begin(), rows.end());
    return only(book, policy_of(*most == 0 ? Marketplaces::kNone
                                           : static_cast<Marketplaces::Index>(
                                                 most - rows.begin()),
                                seller));
  }

  std::vector<std::pair<Policy, Marketplaces::Index>> used;
  for (std::size_t i = 0; i < orders.size(); ++i) {
    if (orders[i] == 0) continue;
    const auto index = static_cast<Marketplaces::Index>(i);
    used.emplace_back(policy_of(index, seller), index);
  }
  compact_sort(used, [](const auto& a, const auto& b) {
    if (a.first.known() != b.first.known()) return a.first.known();
    return a.first.id() < b.first.id();
  });
  Policies policies;
  std::array<Index, kFound> place{};
  for (auto& [policy, index] : used) {
    place[index] = static_cast<Index>(policies.all_.size());
    policies.orders_.push_back(orders[index]);
    policies.all_.push_back(std::move(policy));
  }
  policies.of_order_.reserve(found.size());
  for (const Marketplaces::Index index : found)
    policies.of_order_.push_back(place[index]);
  policies.main_ = static_cast<Index>(
      std::max_element(policies.orders_.begin(), policies.orders_.end()) -
      policies.orders_.begin());
  return policies;
}

Policies Policies::only(const OrderBook& book, Policy policy) {
  Policies policies;
  policies.all_.push_back(std::move(policy));
  policies.orders_.push_back(book.order_count());
  policies.of_order_.assign(book.order_count(), 0);
  return policies;
}

const Policy& Policies::named(std::string_view marketplace) const {
  for (const Policy& policy : all_) {
    for (const std::string& name : policy.marketplaces()) {
      if (same_name(name, marketplace)) return policy;
    }
  }
  return main();
}

PolicyOf order_policies(const OrderBook& book, const Policies& policies) {
  return [&book, &policies](OrderId id) -> const Policy& {
    const auto order = book.find(id);
    return order ? policies.of(*order) : policies.main();
  };
}

}  // namespace parcelwise
