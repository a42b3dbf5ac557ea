// How far each order has come on this machine: a fold of the journal's events
// and, where reports are loaded, of what they list today.
//
//   listed, label written, number taken, confirmation written, gone from the
//   next listing: new -> label-made -> numbered -> in-confirmation -> left
//
// An order that a listing made after its confirmation file still has came
// back: its number was probably refused, and a week later it is cancelled and
// unpaid (S28, S29). A newer listing that has an order again takes "left" back:
// reports have been incomplete after outages (docs/marketplaces.md 5.8).
#ifndef PARCELWISE_JOURNAL_PROGRESS_H_
#define PARCELWISE_JOURNAL_PROGRESS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/journal.h"

namespace parcelwise {

enum class ProgressState : std::uint8_t {
  kNew,
  kLabelMade,
  kNumbered,
  kInConfirmation,
  kLeft,      // absent from a listing after one that had it
  kCameBack,  // still in a listing made after its confirmation file
  kHeld,      // by the seller
};
inline constexpr std::size_t kProgressStates = 7;
std::string_view progress_name(ProgressState state);  // "label-made"

struct OrderProgress {
  OrderId order;
  ProgressState state = ProgressState::kNew;
  bool done = false;    // the seller's tick
  bool listed = false;  // by the newest listing that speaks of it
  std::optional<Instant> first_seen, label_at, numbered_at, confirmed_at,
      left_at;
  std::string label_file, confirmation_file, number, marketplace;
  std::string hold;  // why it is held; "" where no reason was given
  std::vector<std::string> notes;  // oldest first
};

// What a loaded report lists, beside the journal's own events.
struct ListedNow {
  std::string marketplace;      // "" where the report names none
  std::optional<Instant> at;    // the moment it surely speaks for
  std::vector<OrderId> orders;  // sorted
};

class Progress {
 public:
  Progress() = default;

  // `now_listed` counts as listings behind the last event. A listing whose
  // moment is after `now` was noted while a clock was wrong: what it lists was
  // listed, and what it lacks says nothing. Linear in what is named but for a
  // binary search each.
  static Progress fold(const Journal& journal,
                       std::span<const ListedNow> now_listed = {},
                       std::optional<Instant> now = std::nullopt);

  // Sorted by order id.
  const std::vector<OrderProgress>& all() const& { return all_; }
  const std::vector<OrderProgress>& all() && = delete;  // it would not live
  // null for an order that nothing names.
  const OrderProgress* of(OrderId order) const;

 private:
  std::vector<OrderProgress> all_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_JOURNAL_PROGRESS_H_
