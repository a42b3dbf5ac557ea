// Looks an accepted group's orders up; see combine/group_progress.h.
#include "combine/group_progress.h"

#include <algorithm>

#include "orders/limits.h"
#include "orders/listings.h"
#include "orders/order_facts.h"

namespace parcelwise {
namespace {

constexpr std::string_view kNames[] = {"not-told", "to-confirm", "refused",
                                       "lost",     "left",       "shipped",
                                       "cancelled"};

bool is_there(Standing standing) {
  return standing == Standing::kToConfirm || standing == Standing::kRefused ||
         standing == Standing::kLost;
}

}  // namespace

std::string_view standing_name(Standing standing) {
  return kNames[static_cast<std::size_t>(standing)];
}

GroupProgress::GroupProgress(const OrderBook& book, const Policies& policies,
                             Instant now)
    : book_(book), policies_(policies), now_(now) {}

// The newest listing of the marketplace of orders that a report still has; of
// any, where none has. One without a moment, or with a row that names no order,
// proves nothing of what it lacks.
std::optional<std::uint32_t> GroupProgress::listing_for(
    std::span<const OrderId> orders) const {
  std::string marketplace;
  for (const OrderId id : orders) {
    const auto found = book_.find(id);
    if (found && marketplace.empty())
      marketplace = marketplace_of(book_, *found);
  }
  const Listing* newest = nullptr;
  for (const Listing& listing : book_.evidence().listings()) {
    const auto& of = listing.marketplaces;
    const bool tells = marketplace.empty() || of.empty() ||
                       of.front().empty() ||
                       std::find(of.begin(), of.end(), marketplace) != of.end();
    if (!tells || listing.outdated || !listing.at || listing.damaged) continue;
    if (newest == nullptr || newest->at < listing.at) newest = &listing;
  }
  if (newest == nullptr) return std::nullopt;
  return newest->report;
}

std::vector<FollowedOrder> GroupProgress::of(
    std::span<const OrderId> orders) const {
  const auto listing = listing_for(orders);
  std::vector<FollowedOrder> all;
  for (const OrderId id : orders) {
    FollowedOrder& followed = all.emplace_back();
    followed.id = id;
    const auto order = book_.find(id);
    if (!order) {
      if (listing) followed.standing = Standing::kLeft;
      continue;
    }
    const Policy& policy = policies_.of(*order);
    const OrderFacts facts = order_facts(book_, *order, policy);
    if (facts.left) {
      followed.standing = Standing::kLeft;
      continue;
    }
    if (facts.cancelled()) {
      followed.standing = Standing::kCancelled;
      continue;
    }
    if (facts.unshipped <= 0) {
      followed.standing = Standing::kShipped;
      continue;
    }
    bool listed = false;
    for (const OrderBook::Source source : book_.order_sources(*order)) {
      const ReportKind kind = book_.report(source).kind;
      listed = listed || (listing ? source.report == *listing
                                  : kind == ReportKind::kAllOrders ||
                                        kind == ReportKind::kUnshippedOrders);
    }
    if (!listed && listing) {
      followed.standing = Standing::kLeft;
      continue;
    }
    if (facts.ship_by) followed.ship_by = facts.ship_by->at;
    if (!listed) continue;
    followed.standing = Standing::kToConfirm;
    if (!facts.ship_by) continue;
    const Zone& zone = policy.zone();
    const Day today = zone.day_of(now_);
    const auto confirm = confirm_by(policy, facts.ship_by->at);
    const auto amazon = amazon_by(policy, facts.ship_by->at);
    if (!confirm || !amazon) continue;
    FollowedOrder::Limits& limits = followed.limits.emplace();
    limits.confirm_by = *confirm;
    limits.amazon_by = *amazon;
    limits.days_left = static_cast<int>(zone.day_of(limits.confirm_by) - today);
    limits.amazon_days_left =
        static_cast<int>(zone.day_of(limits.amazon_by) - today);
    if (now_ > limits.amazon_by) followed.standing = Standing::kLost;
  }
  const bool some_are_through =
      std::any_of(all.begin(), all.end(), [](const FollowedOrder& each) {
        return each.standing == Standing::kLeft ||
               each.standing == Standing::kShipped;
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
