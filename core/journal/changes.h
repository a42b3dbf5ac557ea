// What happened since the last listing: "9 left as confirmed, 1 came back, 12
// new, 3 still yours". Compares what the reports list now with the newest
// earlier listing of the same marketplace in the journal.
#ifndef PARCELWISE_JOURNAL_CHANGES_H_
#define PARCELWISE_JOURNAL_CHANGES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "journal/progress.h"

namespace parcelwise {

struct ChangedOrder {
  enum class What : std::uint8_t { kQuantity, kShipBy, kAddress, kCancel };
  OrderId order;
  What what{};

  friend auto operator<=>(const ChangedOrder&, const ChangedOrder&) = default;
};
std::string_view change_name(ChangedOrder::What what);  // "ship-by"

// All sorted by order id; no order stands in two of the first five.
struct Changes {
  std::optional<Instant> since;  // when the listing compared with was loaded
  std::vector<OrderId> fresh;    // not listed then
  std::vector<OrderId> left_confirmed;  // with a confirmation file of ours
  std::vector<OrderId> left_otherwise;  // cancelled, or confirmed elsewhere
  std::vector<OrderId> came_back;
  std::vector<OrderId> still_open;
  std::vector<ChangedOrder> changed;  // of those still listed
};

// What is listed now, with what it says of each order.
struct ListingNow {
  ListedNow listed;
  std::vector<ListedDetails> details;  // sorted; may lack orders
};

// A listing that the journal has already (same marketplace, moment and orders)
// is not compared with itself. A marketplace that is not listed now is left
// alone: nothing is known of its orders.
//   yesterday {A, B, C}, B and C in a confirmation file, now {A, C, D}
//     -> new {D}, left_confirmed {B}, came_back {C}, still_open {A}
// Listings of the journal that are of after `moment` are passed over, as
// Progress::fold does.
Changes changes_since(const Journal& journal, std::span<const ListingNow> now,
                      std::optional<Instant> moment = std::nullopt);

}  // namespace parcelwise

#endif  // PARCELWISE_JOURNAL_CHANGES_H_
