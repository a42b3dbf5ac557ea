// Compares listings; see journal/changes.h.
#include "journal/changes.h"

#include <algorithm>
#include <array>

#include "report/sales_channel.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

constexpr std::array<std::string_view, 4> kChangeNames = {
    "quantity", "ship-by", "address", "cancel-request"};

// The newest listing before `now` of its marketplace; null where there is none.
const JournalEvent* listing_before(const Journal& journal,
                                   const std::vector<bool>& stands,
                                   const ListedNow& now,
                                   std::optional<Instant> moment) {
  const JournalEvent* before = nullptr;
  for (std::size_t i = 0; i < journal.events.size(); ++i) {
    const JournalEvent& event = journal.events[i];
    if (!stands[i] || event.kind != EventKind::kListing ||
        !same_name(event.marketplace, now.marketplace)) {
      continue;
    }
    const bool itself =
        event.listing_at == now.at && event.orders == now.orders;
    const bool later =
        event.listing_at && now.at && *now.at < *event.listing_at;
    const bool future =
        moment && (*moment < event.at ||
                   (event.listing_at && *moment < *event.listing_at));
    if (itself || later || future) continue;
    const bool older = before != nullptr && before->listing_at &&
                       event.listing_at &&
                       *event.listing_at < *before->listing_at;
    if (!older) before = &event;
  }
  return before;
}

const ListedDetails* details_of(std::span<const ListedDetails> all,
                                OrderId order) {
  const auto found = std::lower_bound(
      all.begin(), all.end(), order,
      [](const ListedDetails& each, OrderId id) { return each.order < id; });
  return found == all.end() || found->order != order ? nullptr : &*found;
}

void compare(const ListedDetails& then, const ListedDetails& now,
             std::vector<ChangedOrder>& changed) {
  using What = ChangedOrder::What;
  if (then.quantity != now.quantity) {
    changed.push_back({now.order, What::kQuantity});
  }
  if (then.ship_by != now.ship_by)
    changed.push_back({now.order, What::kShipBy});
  if (then.address_check != 0 && now.address_check != 0 &&
      then.address_check != now.address_check) {
    changed.push_back({now.order, What::kAddress});
  }
  if (then.cancel_request != now.cancel_request) {
    changed.push_back({now.order, What::kCancel});
  }
}

bool has(const std::vector<OrderId>& orders, OrderId order) {
  return std::binary_search(orders.begin(), orders.end(), order);
}

void put_in_order(std::vector<OrderId>& orders) {
  compact_sort(orders);
  orders.erase(std::unique(orders.begin(), orders.end()), orders.end());
}

}  // namespace

std::string_view change_name(ChangedOrder::What what) {
  return kChangeNames[static_cast<std::size_t>(what)];
}

Changes changes_since(const Journal& journal, std::span<const ListingNow> now,
                      std::optional<Instant> moment) {
  Changes changes;
  const std::vector<bool> stands = journal.standing();
  std::vector<ListedNow> listed;
  for (const ListingNow& each : now) listed.push_back(each.listed);
  const Progress progress = Progress::fold(journal, listed, moment);

  for (const ListingNow& each : now) {
    const ListedNow& today = each.listed;
    const JournalEvent* const before =
        listing_before(journal, stands, today, moment);
    if (before != nullptr && (!changes.since || *changes.since < before->at)) {
      changes.since = before->at;
    }
    static const std::vector<OrderId> kNone;
    const std::vector<OrderId>& then =
        before == nullptr ? kNone : before->orders;
    for (const OrderId order : today.orders) {
      const OrderProgress* const of = progress.of(order);
      if (of != nullptr && of->state == ProgressState::kCameBack) {
        changes.came_back.push_back(order);
      } else if (has(then, order)) {
        changes.still_open.push_back(order);
      } else {
        changes.fresh.push_back(order);
      }
      if (before == nullptr) continue;
      const ListedDetails* const was = details_of(before->details, order);
      const ListedDetails* const is = details_of(each.details, order);
      if (was != nullptr && is != nullptr) compare(*was, *is, changes.changed);
    }
    // Without a moment absence says nothing.
    if (!today.at) continue;
    for (const OrderId order : then) {
      if (has(today.orders, order)) continue;
      const OrderProgress* const of = progress.of(order);
      (of != nullptr && of->confirmed_at ? changes.left_confirmed
                                         : changes.left_otherwise)
          .push_back(order);
    }
  }
  for (auto* const orders :
       {&changes.fresh, &changes.left_confirmed, &changes.left_otherwise,
        &changes.came_back, &changes.still_open}) {
    put_in_order(*orders);
  }
  compact_sort(changes.changed);
  return changes;
}

}  // namespace parcelwise
