// Goods into one parcel: boxes in a box, sides parallel, turned as they fit.
//
// GUARANTEES of a packing, whatever the input: every unit stands in it exactly
// once; none overlaps another; none reaches outside `box`; `box` is within the
// limits; `grams` is the units' sum and within the limits. The box and the
// places are the same whatever the order of the units (of two equal units
// either may stand in either place).
//
// EXACT  `proven` says that the answer is the best there is: no box has a
// smaller sum of sides, or no packing exists where none is given. It is always
// proven for one unit and for cubes of one size, and for up to kExactUnits
// others unless the search would take more than kMostSteps: of random groups no
// one of four units in 90,000 did, one of five in a hundred, one of six in ten;
// a question whether a parcel keeps within a limit takes far fewer. Beyond it
// is proven where a lower bound (the longest sides, the volume) is met. The
// search takes two units that overlap and tries all six ways to part them, the
// units standing as far back as what is decided allows; so it finds every
// packing. Otherwise the answer is an estimate that errs upwards: units by
// size, each to the corner where the box grows least, several orders tried.
//
// TIME is bounded: kMostUnits units, of which at most kMostBlocks are placed
// one by one (more are first joined to blocks, equal ones and then the
// smallest), and `steps` of search, of about half a microsecond: mostly under a
// millisecond, 100 at the very most. Whoever asks often (for each set of twelve
// orders) gives fewer.
//
// Boxes of goods are all it knows: no cushioning, no "this side up". An
// estimate, says docs/rules.md 4.3, and so does whoever shows it.
#ifndef PARCELWISE_PARCEL_PACKING_H_
#define PARCELWISE_PARCEL_PACKING_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "parcel/parcel_limits.h"

namespace parcelwise {

// Sides of 1 to kLongestSide mm; weights of 0 (not known) to kHeaviestUnit g.
struct Unit {
  Box mm{};
  std::int64_t grams = 0;
};

struct Placement {
  std::uint32_t unit = 0;  // its index
  Box at{};                // the corner nearest to the box's own
  Box size{};              // its sides along the three axes
};

struct Packing {
  Box box{};  // along the three axes, the same as inner's
  std::int64_t grams = 0;
  std::vector<Placement> placements;  // by unit
};

struct Packed {
  std::optional<Packing> packing;
  bool proven = false;
};

inline constexpr std::size_t kMostUnits = 2'000;
inline constexpr std::size_t kMostBlocks = 40;
inline constexpr int kExactUnits = 6;
inline constexpr int kMostSteps = 200'000;
inline constexpr int kMostSum =
    30'000;  // mm: no box has more, whatever the limits

enum class PackingGoal : std::uint8_t {
  kFits,      // any packing within the limits
  kSmallest,  // the one with the least sum of three sides
};

// No units, too many, or one out of its range: no packing, and nothing proven.
//   pack({{200,200,200}, {200,200,200}}, {}, kSmallest) -> 400 x 200 x 200,
//   proven pack({{300,300,40}}, Letter Pack Light, kFits)      -> none, proven
Packed pack(std::span<const Unit> units, const ParcelLimits& limits,
            PackingGoal goal, int steps = kMostSteps);

// A parcel of which only its size class is known (60: its sides sum to 60 cm),
// as a cube a third of the sum wide, rounded down. Of all boxes with that sum
// the cube holds most, and two of 60 become 80 and three 100, as in W4 and W5;
// a flat pair would do better, but nothing says that it is flat.
//   parcel_as_cube(600, 0) -> {200, 200, 200}
Unit parcel_as_cube(int sum_mm, std::int64_t grams);

}  // namespace parcelwise

#endif  // PARCELWISE_PARCEL_PACKING_H_
