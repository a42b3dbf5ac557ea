// How large and heavy a parcel may be for one service. Sides in millimetres,
// weights in grams.
#ifndef PARCELWISE_PARCEL_PARCEL_LIMITS_H_
#define PARCELWISE_PARCEL_PARCEL_LIMITS_H_

#include <algorithm>
#include <array>
#include <cstdint>

namespace parcelwise {

// Three sides in millimetres, in any order.
using Box = std::array<int, 3>;

// More is a slip: five metres, a ton.
inline constexpr int kLongestSide = 5'000;
inline constexpr int kHeaviestUnit = 1'000'000;

// A 0 means that there is no such limit; whichever are given hold together.
struct ParcelLimits {
  int max_sum = 0;  // of the three sides
  int max_side = 0;
  // A box that the parcel must fit into, its longest side first; or an
  // envelope: its length, width and greatest thickness, 0 where none is set.
  Box inner{};
  bool envelope = false;
  std::int64_t max_grams = 0;

  constexpr bool has_inner() const { return inner[0] != 0; }

  // Whether something of these extents along inner's three axes fits. More
  // extent never fits better.
  //
  // An envelope lies flat when empty: what is t thick takes t of its length and
  // of its width, since its walls do not stretch (2w + 2t round what is w
  // wide). So A4 paper fits a Letter Pack 3 cm thick, and nothing fits without
  // end.
  constexpr bool admits(const Box& extents) const {
    const auto& [x, y, z] = extents;
    if (max_sum != 0 && x + y + z > max_sum) return false;
    if (max_side != 0 && std::max(x, std::max(y, z)) > max_side) return false;
    if (!has_inner()) return true;
    if (!envelope) return x <= inner[0] && y <= inner[1] && z <= inner[2];
    return x + z <= inner[0] && y + z <= inner[1] &&
           (inner[2] == 0 || z <= inner[2]);
  }

  // Turned as it fits best, which is the longest side along the longest.
  constexpr bool fits(Box box, std::int64_t grams) const {
    if (max_grams != 0 && grams > max_grams) return false;
    if (box[0] < box[1]) std::swap(box[0], box[1]);
    if (box[1] < box[2]) std::swap(box[1], box[2]);
    if (box[0] < box[1]) std::swap(box[0], box[1]);
    return admits(box);
  }
};

}  // namespace parcelwise

#endif  // PARCELWISE_PARCEL_PARCEL_LIMITS_H_
