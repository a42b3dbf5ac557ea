// Groups that were accepted, held against what the reports tell now. A group is
// an older day's: since then an address may have changed, or a listing may tell
// what none told before.
//
// APART  goes an order that has another address than the others (the loose keys
// of address/address_key.h differ), or of which a reason that blocks a group is
// true. What only asks a person was answered when the group was accepted. What
// was shipped or cancelled since, or is not known to be open, stays: the others
// may have left in one parcel with it, and have its number.
#ifndef PARCELWISE_COMBINE_SOUND_GROUPS_H_
#define PARCELWISE_COMBINE_SOUND_GROUPS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "combine/groups.h"

namespace parcelwise {

struct SetApart {
  std::uint32_t order = 0;              // index in the book; it is open
  std::uint32_t other = 0;              // was to share its parcel
  std::optional<CombineReason> reason;  // nullopt: it goes to another address
};

struct SoundGroups {
  std::vector<std::vector<OrderId>> groups;  // of two orders and more
  std::vector<SetApart> apart;
};

//   {A, B, C}, of which C now goes elsewhere -> {A, B}; C apart from A
//   {A, B}, of which B is paid on delivery   -> no group; B apart from A
SoundGroups sound_groups(const OrderBook& book, const Policies& policies,
                         Instant now,
                         std::span<const std::vector<OrderId>> accepted);

}  // namespace parcelwise

#endif  // PARCELWISE_COMBINE_SOUND_GROUPS_H_
