// Folds events into states; see journal/progress.h.
#include "journal/progress.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "text/ascii.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

constexpr std::array<std::string_view, kProgressStates> kStateNames = {
    "new",  "label-made", "numbered", "in-confirmation",
    "left", "came-back",  "held"};

struct Fold {
  OrderProgress progress;
  bool held = false;
  bool came_back = false;
  bool left = false;
  bool ever_listed = false;
};

class Folder {
 public:
  Folder(std::size_t marketplaces, std::optional<Instant> now)
      : marketplaces_(marketplaces), now_(now) {}

  void add(const JournalEvent& event) {
    switch (event.kind) {
      case EventKind::kListing:
        return add_listing(event.marketplace, event.at,
                           is_future(event.at) || is_future(event.listing_at)
                               ? std::nullopt
                               : event.listing_at,
                           event.orders);
      case EventKind::kCarrierFile:
        return each(event, [&](Fold& fold) {
          // A label after the order came back begins its way anew.
          if (fold.came_back) begin_anew(fold);
          fold.progress.label_at = event.at;
          fold.progress.label_file = event.file;
        });
      case EventKind::kNumbers:
        for (const auto& [order, number] : event.numbers) {
          Fold& fold = of(order, event.at);
          if (fold.came_back) begin_anew(fold);
          fold.progress.numbered_at = event.at;
          fold.progress.number = number;
        }
        return;
      case EventKind::kConfirmationFile:
        return each(event, [&](Fold& fold) {
          fold.came_back = false;
          fold.progress.confirmed_at = event.at;
          fold.progress.confirmation_file = event.file;
        });
      case EventKind::kDone:
        return each(event, [](Fold& fold) { fold.progress.done = true; });
      case EventKind::kHold:
        return each(event, [&](Fold& fold) {
          fold.held = true;
          fold.progress.hold = event.text;
        });
      case EventKind::kRelease:
        return each(event, [](Fold& fold) {
          fold.held = false;
          fold.progress.hold.clear();
        });
      case EventKind::kNote:
        return each(event, [&](Fold& fold) {
          fold.progress.notes.push_back(event.text);
        });
      case EventKind::kCancellationFile:
      case EventKind::kRefundFile:
      case EventKind::kAccepted:
      case EventKind::kDeclined:
      case EventKind::kPlanned:
        return each(event, [](Fold&) {});
      case EventKind::kUndo:
      case EventKind::kUnknown:
      case EventKind::kLeftOut:
        return;
    }
  }

  void add_listing(const std::string& marketplace, Instant seen,
                   std::optional<Instant> at, std::span<const OrderId> orders) {
    const std::string name = lower_ascii(marketplace);
    if (at) {
      const auto [newest, first] = newest_.try_emplace(name, *at);
      if (!first && *at < newest->second) return;  // an older one says nothing
      newest->second = *at;
    }
    for (const OrderId order : orders) {
      Fold& fold = of(order, seen);
      fold.ever_listed = true;
      fold.progress.listed = true;
      fold.progress.marketplace = marketplace;
      fold.left = false;
      fold.progress.left_at.reset();
      const auto& confirmed = fold.progress.confirmed_at;
      if (at && confirmed && *confirmed < *at) fold.came_back = true;
    }
    if (!at) return;
    for (auto& [id, fold] : folds_) {
      if (fold.left || !speaks_of(name, fold, *at)) continue;
      if (std::binary_search(orders.begin(), orders.end(), id)) continue;
      fold.left = true;
      fold.came_back = false;
      fold.progress.listed = false;
      fold.progress.left_at = seen;
    }
  }

  std::vector<OrderProgress> take() {
    std::vector<OrderProgress> all;
    all.reserve(folds_.size());
    for (auto& [id, fold] : folds_) {
      fold.progress.state = state_of(fold);
      all.push_back(std::move(fold.progress));
    }
    return all;
  }

 private:
  bool is_future(std::optional<Instant> at) const {
    return now_ && at && *now_ < *at;
  }

  static ProgressState state_of(const Fold& fold) {
    const OrderProgress& progress = fold.progress;
    if (fold.left) return ProgressState::kLeft;
    if (fold.held) return ProgressState::kHeld;
    if (fold.came_back) return ProgressState::kCameBack;
    if (progress.confirmed_at) return ProgressState::kInConfirmation;
    if (progress.numbered_at) return ProgressState::kNumbered;
    if (progress.label_at) return ProgressState::kLabelMade;
    return ProgressState::kNew;
  }

  static void begin_anew(Fold& fold) {
    fold.came_back = false;
    fold.progress.label_at.reset();
    fold.progress.numbered_at.reset();
    fold.progress.confirmed_at.reset();
    fold.progress.number.clear();
  }

  // Whether this marketplace's listing of `at` would have the order if it were
  // unconfirmed. One that was never listed is judged only where it is certain
  // whose it is, and only once it is confirmed.
  bool speaks_of(const std::string& name, const Fold& fold, Instant at) const {
    if (fold.ever_listed) return lower_ascii(fold.progress.marketplace) == name;
    return marketplaces_ < 2 && fold.progress.confirmed_at &&
           *fold.progress.confirmed_at < at;
  }

  Fold& of(OrderId order, Instant seen) {
    Fold& fold = folds_[order];
    fold.progress.order = order;
    if (!fold.progress.first_seen) fold.progress.first_seen = seen;
    return fold;
  }

  template <typename Change>
  void each(const JournalEvent& event, Change change) {
    for (const OrderId order : event.orders) change(of(order, event.at));
  }

  std::size_t marketplaces_;
  std::optional<Instant> now_;
  std::map<std::string, Instant> newest_;  // by marketplace
  std::map<OrderId, Fold> folds_;
};

}  // namespace

std::string_view progress_name(ProgressState state) {
  return kStateNames[static_cast<std::size_t>(state)];
}

Progress Progress::fold(const Journal& journal,
                        std::span<const ListedNow> now_listed,
                        std::optional<Instant> now) {
  std::vector<std::string> names;
  for (const JournalEvent& event : journal.events) {
    if (event.kind == EventKind::kListing) {
      names.push_back(lower_ascii(event.marketplace));
    }
  }
  for (const ListedNow& listed : now_listed) {
    names.push_back(lower_ascii(listed.marketplace));
  }
  compact_sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());

  Folder folder(names.size(), now);
  const std::vector<bool> stands = journal.standing();
  Instant last;
  for (std::size_t i = 0; i < journal.events.size(); ++i) {
    if (!stands[i]) continue;
    folder.add(journal.events[i]);
    last = std::max(last, journal.events[i].at);
  }
  for (const ListedNow& listed : now_listed) {
    folder.add_listing(listed.marketplace, listed.at.value_or(last), listed.at,
                       listed.orders);
  }
  Progress progress;
  progress.all_ = folder.take();
  return progress;
}

const OrderProgress* Progress::of(OrderId order) const {
  const auto found = std::lower_bound(
      all_.begin(), all_.end(), order,
      [](const OrderProgress& each, OrderId id) { return each.order < id; });
  return found == all_.end() || found->order != order ? nullptr : &*found;
}

}  // namespace parcelwise
