// Dates unshipped reports and finds the newest of each account; see
// orders/listings.h.
#include "orders/listings.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "orders/order_facts.h"
#include "report/cells.h"
#include "text/ascii.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

constexpr std::string_view kAmazon = "amazon.";
constexpr std::string_view kAlias = "@marketplace.";

// The domain of the buyer's alias; "" where it is none of Amazon's.
std::string alias_marketplace(std::string_view email) {
  const std::size_t at = email.find(kAlias);
  if (at == std::string_view::npos) return {};
  std::string domain = lower_ascii(email.substr(at + kAlias.size()));
  return domain.starts_with(kAmazon) ? domain : std::string();
}

std::string part_marketplace(const Report& report, const OrderPart& part) {
  const MarketplaceCells cells = report.clues(part);
  std::string name = lower_ascii(cells.channel);
  return name.starts_with(kAmazon) ? name : alias_marketplace(cells.email);
}

// Of most of its rows; a currency alone names no marketplace.
std::string report_marketplace(const Report& report) {
  std::string name = lower_ascii(report.marketplace);
  return name.starts_with(kAmazon) ? name : std::string();
}

void add_once(std::vector<std::string>& names, std::string name) {
  const auto place = std::lower_bound(names.begin(), names.end(), name);
  if (place == names.end() || *place != name)
    names.insert(place, std::move(name));
}

// The policy that rules an order of a report; the main one where it has no
// order in the book.
Policies::Index policy_of(const OrderBook& book, const Policies& policies,
                          const OrderPart& part) {
  if (policies.all().size() == 1) return 0;
  const auto order = book.find(part.order);
  return order ? policies.index_of(*order) : policies.main_index();
}

// Where no row names a marketplace: that whose policy rules all of them, by
// what else they tell (orders/marketplace.h).
std::vector<std::string> ruled_by_one(const OrderBook& book,
                                      const Policies& policies,
                                      const Report& report) {
  const Policies::Index of = policy_of(book, policies, report.parts[0]);
  for (std::uint32_t p = 1; p < report.parts.size(); ++p) {
    if (policy_of(book, policies, report.parts[p]) != of) return {};
  }
  std::string name = lower_ascii(policies.all()[of].name());
  if (!name.starts_with(kAmazon)) return {};
  return {std::move(name)};
}

Listing read_listing(const OrderBook& book, const Policies& policies,
                     const Report& report, Instant now) {
  Listing listing;
  std::string last;
  std::uint32_t last_clues = Report::kOwnClues;
  bool agree = true;
  // A moment has as many days as there are zones: of each policy its own.
  std::vector<std::optional<Day>> made_on(policies.all().size());
  for (std::uint32_t p = 0; p < report.parts.size(); ++p) {
    const OrderPart& part = report.parts[p];
    const Policies::Index of = policy_of(book, policies, part);
    const Zone& zone = policies.all()[of].zone();
    if (part.clues == Report::kOwnClues || part.clues != last_clues) {
      last_clues = part.clues;
      std::string name = part_marketplace(report, part);
      if (name.empty()) name = report_marketplace(report);
      if (!name.empty() && name != last) {
        last = name;
        add_once(listing.marketplaces, std::move(name));
      }
    }
    const auto reporting = earliest_of(part, DateSlot::kReporting, zone);
    if (reporting &&
        (!listing.newest_reporting || *listing.newest_reporting < *reporting))
      listing.newest_reporting = reporting;
    if (part.past_promise == OrderPart::kNoDayCount ||
        !Report::has_date(part, DateSlot::kPromise))
      continue;
    const Day day = zone.day_of(date_told(part, DateSlot::kPromise, zone)) +
                    (part.past_promise + 1);
    agree = agree && (!made_on[of] || *made_on[of] == day);
    made_on[of] = day;
  }
  // Few real rows bear the day out, so it is believed only where nothing
  // speaks against it (docs/marketplaces.md 5.4).
  std::optional<Instant> started;
  for (std::size_t of = 0; of < made_on.size(); ++of) {
    if (!made_on[of]) continue;
    const Zone& zone = policies.all()[of].zone();
    const Instant start = zone.start_of(*made_on[of]);
    agree = agree && start <= now &&
            !(listing.newest_reporting &&
              *made_on[of] < zone.day_of(*listing.newest_reporting));
    if (started && start <= *started) continue;
    started = start;
    listing.made_on = made_on[of];
  }
  if (listing.marketplaces.empty() && report.parts.size() > 0)
    listing.marketplaces = ruled_by_one(book, policies, report);
  listing.at = listing.newest_reporting;
  if (agree) {
    listing.at = std::max(listing.at, started);
  } else {
    listing.made_on.reset();
  }
  return listing;
}

bool is_damaged(const Report& report) {
  return report.cut_off || report.counts.rejected > report.rejects.size() ||
         std::any_of(report.rejects.begin(), report.rejects.end(),
                     [](const Reject& reject) { return !reject.order; });
}

// Which of two listings is the newer, as far as their orders tell.
class Comparison {
 public:
  Comparison(const OrderBook& book, const Policies& policies,
             const std::vector<Listing>& listings)
      : book_(book),
        policies_(policies),
        listings_(listings),
        orders_(listings.size()) {
    for (std::uint32_t order = 0; order < book.order_count(); ++order) {
      for (const OrderBook::Source source : book.order_sources(order))
        note(source.report, order);
    }
    for (const auto& [report, reject] : book.rejects()) {
      if (!reject.order) continue;
      if (const auto order = book.find(*reject.order)) note(report, *order);
    }
    for (auto& orders : orders_) {
      compact_sort(orders,
                   [](std::uint32_t a, std::uint32_t b) { return a < b; });
      orders.erase(std::unique(orders.begin(), orders.end()), orders.end());
    }
  }

  enum class Outcome : std::uint8_t { kOtherAccount, kFirst, kSecond };

  // `first` is not newer by its moment.
  Outcome of(std::uint32_t first, std::uint32_t second) const {
    const Listing& a = listings_[first];
    const Listing& b = listings_[second];
    if (a.damaged || b.damaged || a.empty || b.empty) return Outcome::kSecond;
    bool shared = false, missed = false;
    bool first_newer = true, second_newer = true;
    const auto look = [&](std::uint32_t order, const Listing& other,
                          bool& newer) {
      newer = newer && other.newest_reporting &&
              *other.newest_reporting < reported(order);
    };
    const auto &in_a = orders_[first], &in_b = orders_[second];
    for (std::size_t i = 0, k = 0; i < in_a.size() || k < in_b.size();) {
      if (k == in_b.size() || (i < in_a.size() && in_a[i] < in_b[k])) {
        look(in_a[i++], b, first_newer);
      } else if (i == in_a.size() || in_b[k] < in_a[i]) {
        look(in_b[k], a, second_newer);
        const auto its = bought(in_b[k]);
        missed = missed || (its && must_list(a, *its));
        ++k;
      } else {
        shared = true;
        ++i;
        ++k;
      }
    }
    const Zone& zone = policies_.main().zone();
    const bool one_day = zone.day_of(*a.at) == zone.day_of(*b.at);
    if (one_day && !shared && missed) return Outcome::kOtherAccount;
    return one_day && !a.by_seller && !b.by_seller && first_newer &&
                   !second_newer
               ? Outcome::kFirst
               : Outcome::kSecond;
  }

 private:
  void note(std::uint32_t report, std::uint32_t order) {
    for (std::uint32_t i = 0; i < listings_.size(); ++i) {
      if (listings_[i].report != report) continue;
      if (orders_[i].empty() || orders_[i].back() != order)
        orders_[i].push_back(order);
    }
  }

  Instant reported(std::uint32_t order) const {
    std::optional<Instant> at;
    for (const OrderBook::Source source : book_.order_sources(order)) {
      const auto stamp = Report::date(book_.part(source), DateSlot::kReporting);
      if (stamp) {
        at = std::max(
            at, std::optional(resolve(*stamp, policies_.of(order).zone())));
      }
    }
    if (!at) at = bought(order);
    return at.value_or(Instant{});
  }
  std::optional<Instant> bought(std::uint32_t order) const {
    return bought_and_paid(book_, order, policies_.of(order).zone());
  }

  const OrderBook& book_;
  const Policies& policies_;
  const std::vector<Listing>& listings_;
  std::vector<std::vector<std::uint32_t>> orders_;  // of each, by index
};

// A listing that tells no marketplace is of the only one that is loaded, or of
// the only one that no other listing tells of.
void find_marketplaces(const OrderBook& book, std::vector<Listing>& listings) {
  const auto untold = [](const Listing& listing) {
    return listing.marketplaces.empty();
  };
  if (std::none_of(listings.begin(), listings.end(), untold)) return;
  std::vector<std::string> loaded, spoken_for;
  for (std::uint32_t order = 0; order < book.order_count(); ++order)
    add_once(loaded, marketplace_of(book, order));
  for (const Listing& listing : listings) {
    for (const std::string& name : listing.marketplaces)
      add_once(spoken_for, name);
  }
  std::vector<std::string> own = loaded;
  if (own.size() > 1) {
    own.clear();
    std::set_difference(loaded.begin(), loaded.end(), spoken_for.begin(),
                        spoken_for.end(), std::back_inserter(own));
  }
  if (own.size() != 1) own = {std::string()};
  for (Listing& listing : listings) {
    if (untold(listing)) listing.marketplaces = own;
  }
}

}  // namespace

std::vector<Listing> read_listings(const OrderBook& book,
                                   const Policies& policies, Instant now,
                                   const SellersWord& word) {
  std::vector<Listing> listings;
  const auto& reports = book.reports();
  for (std::uint32_t r = 0; r < reports.size(); ++r) {
    if (reports[r]->kind != ReportKind::kUnshippedOrders) continue;
    Listing& listing =
        listings.emplace_back(read_listing(book, policies, *reports[r], now));
    listing.report = r;
    listing.damaged = is_damaged(*reports[r]);
    listing.empty = reports[r]->parts.size() == 0;
    for (const SellersWord::Moment& moment : word.listing_at) {
      if (moment.file != reports[r]->file) continue;
      listing.at = moment.at;
      listing.made_on.reset();
      listing.by_seller = true;
    }
  }
  return listings;
}

std::string marketplace_of(const OrderBook& book, std::uint32_t order) {
  std::string fallback;
  for (const OrderBook::Source source : book.order_sources(order)) {
    const Report& report = book.report(source);
    std::string name = part_marketplace(report, book.part(source));
    if (!name.empty()) return name;
    if (fallback.empty()) fallback = report_marketplace(report);
  }
  return fallback;
}

std::optional<Instant> earliest_of(const OrderPart& part, DateSlot slot,
                                   const Zone& zone) {
  if (const auto instant = Report::instant(part, slot)) return instant;
  const auto stamp = Report::date(part, slot);
  if (!stamp) return std::nullopt;
  return zone.start_of(stamp->day);
}

std::optional<Instant> bought_and_paid(const OrderBook& book,
                                       std::uint32_t order, const Zone& zone) {
  std::optional<Instant> latest;
  for (const OrderBook::Source source : book.order_sources(order)) {
    if (tells_refunds(book.report(source).kind)) continue;
    for (const DateSlot slot : {DateSlot::kPurchase, DateSlot::kPayments}) {
      const auto stamp = Report::date(book.part(source), slot);
      if (stamp)
        latest = std::max(latest, std::optional(resolve(*stamp, zone)));
    }
  }
  return latest;
}

bool must_list(const Listing& listing, Instant bought_and_paid) {
  return listing.at && bought_and_paid.unix_seconds + kReportingSeconds <
                           listing.at->unix_seconds;
}

ListingHeads ListingHeads::find(const OrderBook& book, const Policies& policies,
                                std::vector<Listing>& listings) {
  ListingHeads heads;
  find_marketplaces(book, listings);
  std::vector<std::uint32_t> dated;
  for (std::uint32_t i = 0; i < listings.size(); ++i) {
    if (listings[i].at) dated.push_back(i);
  }
  const auto moment = [&](std::uint32_t i) {
    return std::tie(*listings[i].at, listings[i].newest_reporting);
  };
  compact_sort(dated, [&](std::uint32_t a, std::uint32_t b) {
    // Of one moment a whole one decides, then the one that comes first in the
    // book, as it does for what the two tell of an order.
    if (moment(a) != moment(b)) return moment(a) < moment(b);
    if (listings[a].damaged != listings[b].damaged) return listings[a].damaged;
    return a > b;
  });
  std::vector<std::string> names;
  for (const std::uint32_t i : dated) {
    for (const std::string& name : listings[i].marketplaces)
      add_once(names, name);
  }
  std::optional<Comparison> comparison;
  std::uint32_t accounts = 0;
  std::vector<bool> decides(listings.size());
  for (const std::string& name : names) {
    Market market{name, static_cast<std::uint32_t>(heads.all_.size()), 0};
    for (const std::uint32_t i : dated) {
      const auto& of = listings[i].marketplaces;
      if (!std::binary_search(of.begin(), of.end(), name)) continue;
      bool placed = false;
      for (std::size_t h = market.first; h < heads.all_.size() && !placed;
           ++h) {
        Head& head = heads.all_[h];
        if (!comparison) comparison.emplace(book, policies, listings);
        const auto outcome = comparison->of(head.listing, i);
        if (outcome == Comparison::Outcome::kOtherAccount) continue;
        if (outcome == Comparison::Outcome::kSecond) head.listing = i;
        heads.members_.emplace_back(head.account, i);
        placed = true;
      }
      if (placed) continue;
      heads.members_.emplace_back(accounts, i);
      heads.all_.push_back({i, accounts++});
    }
    market.last = static_cast<std::uint32_t>(heads.all_.size());
    heads.markets_.push_back(std::move(market));
  }
  for (const Head& head : heads.all_) decides[head.listing] = true;
  for (const std::uint32_t i : dated) listings[i].outdated = !decides[i];
  compact_sort(heads.members_,
               [](const auto& a, const auto& b) { return a < b; });
  return heads;
}

std::span<const ListingHeads::Head> ListingHeads::of(
    const OrderBook& book, std::uint32_t order) const {
  if (markets_.empty()) return {};
  const std::string name = marketplace_of(book, order);
  const Market* market = nullptr;
  for (const Market& each : markets_) {
    if (each.name == name) market = &each;
  }
  // An order that tells no marketplace is of the only one there is.
  if (market == nullptr && name.empty() && markets_.size() == 1)
    market = &markets_.front();
  if (market == nullptr) return {};
  return std::span(all_).subspan(market->first, market->last - market->first);
}

bool ListingHeads::follows(std::uint32_t listing, const Head& head) const {
  return std::binary_search(members_.begin(), members_.end(),
                            std::pair{head.account, listing});
}

}  // namespace parcelwise
