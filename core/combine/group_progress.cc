// Looks an accepted group's orders up; see combine/group_progress.h.
#include "combine/group_progress.h"

#include <algorithm>
#include <tuple>

#include "rules/order_facts.h"

namespace parcelwise {
namespace {

constexpr std::string_view kNames[] = {"not-told", "to-confirm", "refused", "lost",
                                       "left",     "shipped",    "cancelled"};

bool is_there(Standing standing) {
  return standing == Standing::kToConfirm || standing == Standing::kRefused ||
         standing == Standing::kLost;
}

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

}  // namespace

std::string_view standing_name(Standing standing) {
  return kNames[static_cast<std::size_t>(standing)];
}

GroupProgress::GroupProgress(const CheckContext& context) : context_(context) {
  const OrderBook& book = context.book;
  for (std::uint32_t r = 0; r < book.reports().size(); ++r) {
    const Report& report = *book.reports()[r];
    if (report.kind != ReportKind::kUnshippedOrders) continue;
    Listing& listing = listings_.emplace_back();
    listing.report = r;
    for (std::uint32_t p = 0; p < report.parts.size(); ++p) {
      const OrderPart& part = report.parts[p];
      if (listing.country.empty()) listing.country = report.cell(part, Column::kShipCountry);
      for (const DateSlot slot :
           {DateSlot::kPurchase, DateSlot::kPayments, DateSlot::kReporting}) {
        const auto told = Report::date(part, slot);
        if (told) {
          listing.newest =
              std::max(listing.newest, std::optional(resolve(*told, context.policy.zone())));
        }
      }
      const auto promise = Report::date(part, DateSlot::kPromise);
      const int late = promise ? days_late(report, part) : 0;
      if (late > 0) {
        const Instant at = resolve(*promise, context.policy.zone());
        listing.day =
            std::max(listing.day, context.policy.zone().day_of(at).since_epoch + late);
      }
    }
  }
}

std::optional<std::uint32_t> GroupProgress::listing_for(std::span<const OrderId> orders) const {
  std::string country;
  for (const OrderId id : orders) {
    const auto found = context_.book.find(id);
    if (found && country.empty()) {
      country = context_.book.order_cell(*found, Column::kShipCountry);
    }
  }
  const Listing* newest = nullptr;
  for (const Listing& listing : listings_) {
    const bool elsewhere =
        !country.empty() && !listing.country.empty() && listing.country != country;
    if (elsewhere) continue;
    if (newest == nullptr || std::tie(newest->newest, newest->day) <
                                 std::tie(listing.newest, listing.day)) {
      newest = &listing;
    }
  }
  if (newest == nullptr) return std::nullopt;
  return newest->report;
}

std::vector<FollowedOrder> GroupProgress::of(std::span<const OrderId> orders) const {
  const OrderBook& book = context_.book;
  const Policy& policy = context_.policy;
  const auto listing = listing_for(orders);
  std::vector<FollowedOrder> all;
  for (const OrderId id : orders) {
    FollowedOrder& followed = all.emplace_back();
    followed.id = id;
    const auto order = book.find(id);
    if (!order) {
      if (listing) followed.standing = Standing::kLeft;
      continue;
    }
    const OrderFacts facts = order_facts(book, *order, policy, false);
    if (facts.cancelled()) {
      followed.standing = Standing::kCancelled;
      continue;
    }
    if (facts.unshipped <= 0) {
      followed.standing = Standing::kShipped;
      continue;
    }
    bool listed = false;
    for (const OrderBook::Source source : book.order_sources(*order)) {
      listed = listed || (listing ? source.report == *listing
                                  : book.report(source).kind == ReportKind::kAllOrders);
    }
    if (!listed) {
      if (listing) followed.standing = Standing::kLeft;
      continue;
    }
    followed.standing = Standing::kToConfirm;
    if (!facts.ship_by) continue;
    const Zone& zone = policy.zone();
    FollowedOrder::Limits& limits = followed.limits.emplace();
    limits.confirm_by = context_.confirm_by(facts.ship_by->at);
    limits.amazon_by = context_.amazon_by(facts.ship_by->at);
    limits.days_left = static_cast<int>(zone.day_of(limits.confirm_by) - context_.today);
    limits.amazon_days_left =
        static_cast<int>(zone.day_of(limits.amazon_by) - context_.today);
    if (context_.now > limits.amazon_by) followed.standing = Standing::kLost;
  }
  const bool some_are_through =
      std::any_of(all.begin(), all.end(), [](const FollowedOrder& each) {
        return each.standing == Standing::kLeft || each.standing == Standing::kShipped;
      });
  for (FollowedOrder& followed : all) {
    if (some_are_through && followed.standing == Standing::kToConfirm) {
      followed.standing = Standing::kRefused;
    }
    if (!is_there(followed.standing)) followed.limits.reset();
  }
  return all;
}

}  // namespace parcelwise
