// What was matched, by order; see tracking/tracking.h.
#include <algorithm>

#include "tracking/tracking.h"

namespace parcelwise {

std::span<const TrackingPart> TrackingNumbers::parts_of(
    std::uint32_t order) const {
  const auto first =
      std::lower_bound(parts_.begin(), parts_.end(), order,
                       [](const TrackingPart& part, std::uint32_t wanted) {
                         return part.number.order < wanted;
                       });
  auto last = first;
  while (last != parts_.end() && last->number.order == order) ++last;
  return {parts_.data() + (first - parts_.begin()),
          static_cast<std::size_t>(last - first)};
}

std::string_view tracking_by_name(TrackingBy by) {
  constexpr std::string_view kNames[] = {"key", "order-id",
                                         "name-and-postal-code", "name"};
  return kNames[static_cast<std::size_t>(by)];
}

const TrackingNumber* TrackingNumbers::find(std::uint32_t order) const {
  const auto found =
      std::lower_bound(numbers_.begin(), numbers_.end(), order,
                       [](const TrackingNumber& number, std::uint32_t wanted) {
                         return number.order < wanted;
                       });
  return found == numbers_.end() || found->order != order ? nullptr : &*found;
}

const TrackingProposal* TrackingNumbers::find_proposal(
    std::uint32_t order) const {
  const auto found = std::lower_bound(
      proposals_.begin(), proposals_.end(), order,
      [](const TrackingProposal& proposal, std::uint32_t wanted) {
        return proposal.number.order < wanted;
      });
  const bool there = found != proposals_.end() && found->number.order == order;
  return there && find(order) == nullptr ? &*found : nullptr;
}

bool TrackingNumbers::in_conflict(std::uint32_t order) const {
  return std::binary_search(conflicts_.begin(), conflicts_.end(), order);
}

}  // namespace parcelwise
