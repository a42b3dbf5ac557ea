// Gathers what is listed, by marketplace; see journal/listings_now.h.
#include "journal/listings_now.h"

#include <algorithm>
#include <map>
#include <utility>

#include "orders/listings.h"
#include "orders/order_facts.h"
#include "text/ascii.h"
#include "text/compact_sort.h"
#include "text/text_hash.h"

namespace parcelwise {
namespace {

std::uint16_t address_check(const OrderBook& book, std::uint32_t order) {
  std::uint64_t hash = 0;
  bool told = false;
  for (const Column column :
       {Column::kShipAddress1, Column::kShipAddress2, Column::kShipAddress3,
        Column::kShipCity, Column::kShipState, Column::kShipPostalCode}) {
    const std::string cell = book.order_cell(order, column);
    told = told || !cell.empty();
    hash = text_hash(cell, hash);
  }
  if (!told) return 0;
  const auto check = static_cast<std::uint16_t>(hash >> 24);
  return check == 0 ? std::uint16_t{1} : check;
}

ListedDetails details(const OrderBook& book, std::uint32_t order,
                      const Policy& policy) {
  const OrderFacts facts = order_facts(book, order, policy);
  ListedDetails listed;
  listed.order = facts.id;
  listed.quantity = facts.unshipped;
  if (facts.ship_by && !facts.ship_by_estimated())
    listed.ship_by = facts.ship_by->at;
  listed.cancel_request = facts.is(Flag::kBuyerCancel);
  listed.address_check = address_check(book, order);
  return listed;
}

// The newest listings of one marketplace.
struct Market {
  std::vector<const Listing*> heads;
  OpenListing open;
};

std::map<std::string, Market> markets_of(const OrderBook& book) {
  std::map<std::string, Market> markets;
  for (const Listing& listing : book.evidence().listings()) {
    if (listing.outdated || listing.empty) continue;
    const Report& report = *book.reports()[listing.report];
    std::vector<std::string> names = listing.marketplaces;
    if (names.empty()) names.emplace_back();
    for (const std::string& name : names) {
      Market& market = markets[name];
      ListedNow& listed = market.open.now.listed;
      const std::optional<Instant> at =
          listing.damaged ? std::nullopt : listing.at;
      if (market.heads.empty()) {
        market.open.file = report.file;
        listed.marketplace =
            lower_ascii(report.marketplace) == name ? report.marketplace : name;
        listed.at = at;
      } else if (!at || !listed.at) {
        listed.at.reset();
      } else {
        listed.at = std::min(*listed.at, *at);
      }
      market.heads.push_back(&listing);
    }
  }
  return markets;
}

bool lists(const OrderBook& book, const Market& market, std::uint32_t order) {
  for (const OrderBook::Source source : book.order_sources(order)) {
    for (const Listing* const head : market.heads) {
      if (head->report == source.report) return true;
    }
  }
  return book.evidence().presence(order) == Presence::kListed;
}

}  // namespace

std::vector<OpenListing> listings_now(const OrderBook& book,
                                      const Policies& policies) {
  std::map<std::string, Market> markets = markets_of(book);
  if (markets.empty()) return {};
  for (std::uint32_t order = 0; order < book.order_count(); ++order) {
    auto market = markets.find(marketplace_of(book, order));
    // An order that tells no marketplace is of the only one there is.
    if (market == markets.end() && markets.size() == 1)
      market = markets.begin();
    if (market == markets.end() || !lists(book, market->second, order))
      continue;
    ListingNow& now = market->second.open.now;
    now.listed.orders.push_back(book.order_id(order));
    now.details.push_back(details(book, order, policies.of(order)));
  }
  std::vector<OpenListing> all;
  for (auto& [name, market] : markets) {
    ListingNow& now = market.open.now;
    compact_sort(now.listed.orders);
    compact_sort(now.details,
                 [](const ListedDetails& a, const ListedDetails& b) {
                   return a.order < b.order;
                 });
    all.push_back(std::move(market.open));
  }
  return all;
}

std::vector<ListedNow> listed_of(std::span<const OpenListing> listings) {
  std::vector<ListedNow> listed;
  for (const OpenListing& each : listings) listed.push_back(each.now.listed);
  return listed;
}

std::vector<ListingNow> details_of(std::span<const OpenListing> listings) {
  std::vector<ListingNow> all;
  for (const OpenListing& each : listings) all.push_back(each.now);
  return all;
}

std::optional<JournalEvent> listing_event(const Journal& journal,
                                          const OpenListing& listing,
                                          Instant at) {
  const ListedNow& listed = listing.now.listed;
  for (const JournalEvent& event : journal.events) {
    if (event.kind == EventKind::kListing && event.listing_at == listed.at &&
        lower_ascii(event.marketplace) == lower_ascii(listed.marketplace) &&
        event.orders == listed.orders) {
      return std::nullopt;
    }
  }
  JournalEvent event;
  event.at = at;
  event.kind = EventKind::kListing;
  event.file = listing.file;
  event.marketplace = listed.marketplace;
  event.listing_at = listed.at;
  event.orders = listed.orders;
  event.details = listing.now.details;
  return event;
}

}  // namespace parcelwise
