// Names of events, undoing, and what is old enough to go; see
// journal/journal.h.
#include "journal/journal.h"

#include <algorithm>
#include <array>
#include <set>

#include "journal/progress.h"

namespace parcelwise {
namespace {

constexpr std::array<std::string_view, kEventKinds> kEventNames = {
    "listing",
    "carrier-file",
    "numbers",
    "confirmation-file",
    "cancellation-file",
    "refund-file",
    "accepted",
    "declined",
    "planned",
    "done",
    "hold",
    "release",
    "note",
    "undo"};

}  // namespace

std::string_view event_name(EventKind kind) {
  const auto place = static_cast<std::size_t>(kind);
  return place < kEventNames.size() ? kEventNames[place] : "unknown";
}

std::optional<EventKind> event_from_name(std::string_view name) {
  for (std::size_t i = 0; i < kEventNames.size(); ++i) {
    if (kEventNames[i] == name) return static_cast<EventKind>(i);
  }
  return std::nullopt;
}

std::vector<bool> Journal::standing() const {
  std::vector<bool> stands(events.size(), true);
  // From the newest: whether an undo stands is known before what it undoes.
  for (std::size_t i = events.size(); i-- > 0;) {
    const JournalEvent& event = events[i];
    if (event.kind == EventKind::kUndo) {
      const bool undoes =
          stands[i] && event.undone >= from && event.undone < from + i;
      if (undoes) stands[static_cast<std::size_t>(event.undone - from)] = false;
      stands[i] = false;
    } else if (event.kind == EventKind::kUnknown ||
               event.kind == EventKind::kLeftOut) {
      stands[i] = false;
    }
  }
  return stands;
}

void Journal::forget_left(Instant now, int days) {
  const Instant limit{now.unix_seconds - std::int64_t{days} * kSecondsPerDay};
  std::set<OrderId> gone;
  const Progress progress = Progress::fold(*this);
  for (const OrderProgress& each : progress.all()) {
    if (each.state == ProgressState::kLeft && each.left_at &&
        *each.left_at < limit) {
      gone.insert(each.order);
    }
  }
  const auto is_gone = [&gone](OrderId id) { return gone.contains(id); };
  std::size_t dropped = 0;
  bool front = true;
  for (JournalEvent& event : events) {
    const bool named = !event.orders.empty() || !event.numbers.empty();
    std::erase_if(event.orders, is_gone);
    std::erase_if(event.numbers,
                  [&](const auto& each) { return is_gone(each.first); });
    std::erase_if(event.details, [&](const ListedDetails& each) {
      return is_gone(each.order);
    });
    const bool empty = event.orders.empty() && event.numbers.empty();
    const bool goes = event.at < limit && empty &&
                      (named || event.kind == EventKind::kUndo ||
                       event.kind == EventKind::kLeftOut);
    front = front && goes;
    if (front) ++dropped;
  }
  events.erase(events.begin(),
               events.begin() + static_cast<std::ptrdiff_t>(dropped));
  from += dropped;
}

}  // namespace parcelwise
