// Dates the reports by what they hold; see orders/unshipped_listings.h.
#include "orders/unshipped_listings.h"

#include <algorithm>
#include <tuple>

#include "orders/order_facts.h"

namespace parcelwise {
namespace {

// How many days an order is late when the report is made; 0 where it is not.
int days_late(const Report& report, const OrderPart& part) {
  const std::string cell = report.cell(part, Column::kDaysPastPromise);
  int days = 0;
  for (const char c : cell) {
    if (c < '0' || c > '9' || days > 9'999) return 0;
    days = days * 10 + (c - '0');
  }
  return days;
}

UnshippedListing listing_of(const Report& report, const Zone& zone) {
  UnshippedListing listing;
  for (std::uint32_t p = 0; p < report.parts.size(); ++p) {
    const OrderPart& part = report.parts[p];
    if (listing.country.empty())
      listing.country = report.cell(part, Column::kShipCountry);
    const auto promise = Report::date(part, DateSlot::kPromise);
    const int late = promise ? days_late(report, part) : 0;
    if (late > 0) {
      listing.day = std::max(
          listing.day, zone.day_of(resolve(*promise, zone)).since_epoch + late);
    }
  }
  return listing;
}

}  // namespace

bool UnshippedListing::newer_than(const UnshippedListing& other) const {
  return std::tie(other.newest, other.day) < std::tie(newest, day);
}

std::vector<UnshippedListing> unshipped_listings(const OrderBook& book,
                                                 const Policy& policy) {
  std::vector<UnshippedListing> listings;
  const auto& reports = book.reports();
  for (std::uint32_t r = 0; r < reports.size(); ++r) {
    if (reports[r]->kind != ReportKind::kUnshippedOrders) continue;
    UnshippedListing& listing =
        listings.emplace_back(listing_of(*reports[r], policy.zone()));
    listing.report = r;
    listing.newest = newest_date(*reports[r], policy.zone());
  }
  return listings;
}

std::vector<std::uint32_t> outdated_listings(const OrderBook& book,
                                             const Policy& policy) {
  std::vector<std::uint32_t> outdated;
  const auto& reports = book.reports();
  const auto lists = [](const Report* report) {
    return report->kind == ReportKind::kUnshippedOrders;
  };
  if (std::count_if(reports.begin(), reports.end(), lists) < 2) return outdated;
  const std::vector<UnshippedListing> all = unshipped_listings(book, policy);
  for (const UnshippedListing& one : all) {
    const bool replaced =
        std::any_of(all.begin(), all.end(), [&](const UnshippedListing& other) {
          return other.tells_of(one.country) && other.newer_than(one);
        });
    if (replaced) outdated.push_back(one.report);
  }
  return outdated;
}

}  // namespace parcelwise
