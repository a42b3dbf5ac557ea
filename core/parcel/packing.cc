// Packing: bounds first, then placing by rule of thumb, then, for few units,
// the search that settles what is left open.
#include "parcel/packing.h"

#include <algorithm>
#include <array>
#include <bit>

#include "text/compact_sort.h"

namespace parcelwise {
namespace {

constexpr int kTurns[6][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                              {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};

Box turned(const Box& box, const int (&turn)[3]) {
  return {box[static_cast<std::size_t>(turn[0])],
          box[static_cast<std::size_t>(turn[1])],
          box[static_cast<std::size_t>(turn[2])]};
}

int sum_of(const Box& box) { return box[0] + box[1] + box[2]; }

// At most kMostSum a side: fits.
std::int64_t volume_of(const Box& box) {
  return std::int64_t{box[0]} * box[1] * box[2];
}

Box descending(Box box) {
  if (box[0] < box[1]) std::swap(box[0], box[1]);
  if (box[1] < box[2]) std::swap(box[1], box[2]);
  if (box[0] < box[1]) std::swap(box[0], box[1]);
  return box;
}

// The largest volume of a box with at least these sides, the longest first, and
// this sum of sides: the shortest sides grow first.
std::int64_t largest_volume(Box sides, int sum) {
  int slack = sum - sum_of(sides);
  if (slack < 0) return 0;
  int step = std::min(slack, sides[1] - sides[2]);
  sides[2] += step;
  slack -= step;
  step = std::min(slack / 2, sides[0] - sides[1]);
  sides[1] += step;
  sides[2] += step;
  slack -= 2 * step;
  if (sides[0] > sides[1]) {  // too little for both
    sides[2] += slack;
    return volume_of(sides);
  }
  for (std::size_t i = 0; i < 3; ++i) {
    sides[i] += slack / 3 + (static_cast<int>(i) < slack % 3 ? 1 : 0);
  }
  return volume_of(sides);
}

// What every packing of the units needs.
struct Needs {
  Box least{};              // the sides, the longest first
  std::int64_t volume = 0;  // at most 2,000 * 5,000^3: fits

  // Whether a box with at least these extents can still have `sum` and hold
  // all.
  bool can_be(const Box& extents, int sum) const {
    Box sides = descending(extents);
    for (std::size_t i = 0; i < 3; ++i) sides[i] = std::max(sides[i], least[i]);
    return largest_volume(sides, sum) >= volume;
  }

  // No box has less.
  int least_sum() const {
    int low = sum_of(least);
    int high = kMostSum;
    while (low < high) {
      const int middle = low + (high - low) / 2;
      if (can_be(least, middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
};

// What may still be packed: the limits, and a sum of sides to stay within.
struct Room {
  ParcelLimits limits;
  int max_sum = kMostSum;

  bool admits(const Box& extents) const {
    return sum_of(extents) <= max_sum && limits.admits(extents);
  }
};

// One or more units that are placed as one.
struct Block {
  Box size{};
  std::vector<Placement> placements;  // from the block's corner
  std::size_t rank = 0;               // decides between two of one volume
};

Block turned(const Block& block, const int (&turn)[3]) {
  Block result{turned(block.size, turn), block.placements, block.rank};
  for (Placement& placement : result.placements) {
    placement.at = turned(placement.at, turn);
    placement.size = turned(placement.size, turn);
  }
  return result;
}

void append_at(std::vector<Placement>& to, const Block& block, const Box& at) {
  for (Placement placement : block.placements) {
    for (std::size_t i = 0; i < 3; ++i) placement.at[i] += at[i];
    to.push_back(placement);
  }
}

bool overlap(const Box& a, const Box& a_size, const Box& b, const Box& b_size) {
  for (std::size_t i = 0; i < 3; ++i) {
    if (a[i] + a_size[i] <= b[i] || b[i] + b_size[i] <= a[i]) return false;
  }
  return true;
}

// ---- Placing by rule of thumb -----------------------------------------------

// What a place costs, the smaller the better.
using Worth = std::array<std::int64_t, 6>;

Worth worth(int rule, const Box& extents, const Box& at, const Box& size) {
  const std::int64_t sum = sum_of(extents);
  const std::int64_t volume = volume_of(extents);
  const std::int64_t far =
      std::int64_t{at[0]} + size[0] + at[1] + size[1] + at[2] + size[2];
  switch (rule) {
    case 0:
      return {sum, volume, far, at[2], at[1], at[0]};
    case 1:
      return {volume, sum, far, at[2], at[1], at[0]};
    case 2:
      return {descending(extents)[0], volume, far, at[2], at[1], at[0]};
    default:  // layer upon layer
      return {extents[2], at[2], extents[1], at[1], extents[0], at[0]};
  }
}
constexpr int kRules = 4;
constexpr std::size_t kFewBlocks = 12;  // worth more than one order

class Placer {
 public:
  Placer(const std::vector<Block>& blocks, const Needs& needs, const Room& room,
         int rule)
      : blocks_(blocks), needs_(needs), room_(room), rule_(rule) {}

  // Places the blocks in this order; false where one does not fit any more.
  bool place(const std::vector<std::uint32_t>& order) {
    for (const std::uint32_t number : order) {
      if (!place_one(number)) return false;
    }
    return true;
  }

  const Box& extents() const { return extents_; }

  std::vector<Placement> placements() const {
    std::vector<Placement> list;
    for (const Placed& placed : placed_) {
      append_at(list, turned(blocks_[placed.block], kTurns[placed.turn]),
                placed.at);
    }
    return list;
  }

 private:
  struct Placed {
    std::uint32_t block = 0;
    int turn = 0;
    Box at{}, size{};
  };

  bool place_one(std::uint32_t number) {
    std::optional<Placed> best;
    Worth best_worth{};
    Box best_extents{};
    std::array<Box, 6> sizes;
    for (std::size_t i = 0; i < 6; ++i)
      sizes[i] = turned(blocks_[number].size, kTurns[i]);
    for (std::size_t corner = 0; corner <= 3 * placed_.size(); ++corner) {
      const Box at = corner_of(corner);
      if (hits(at, {1, 1, 1})) continue;
      for (int turn = 0; turn < 6; ++turn) {
        Placed candidate{number, turn, at,
                         sizes[static_cast<std::size_t>(turn)]};
        if (std::find(sizes.begin(), sizes.begin() + turn, candidate.size) !=
                sizes.begin() + turn ||
            hits(at, candidate.size)) {
          continue;
        }
        slide(candidate);
        Box extents = extents_;
        for (std::size_t i = 0; i < 3; ++i) {
          extents[i] =
              std::max(extents[i], candidate.at[i] + candidate.size[i]);
        }
        if (!room_.admits(extents)) continue;
        const Worth its_worth =
            worth(rule_, extents, candidate.at, candidate.size);
        if (best && !(its_worth < best_worth)) continue;
        if (!needs_.can_be(extents, room_.max_sum))
          continue;  // the rest will not fit
        best = candidate;
        best_worth = its_worth;
        best_extents = extents;
      }
    }
    if (!best) return false;
    placed_.push_back(*best);
    extents_ = best_extents;
    return true;
  }

  // The box's own corner, then the three far corners of each placed block.
  Box corner_of(std::size_t corner) const {
    if (corner == 0) return {0, 0, 0};
    const Placed& placed = placed_[(corner - 1) / 3];
    Box at = placed.at;
    at[(corner - 1) % 3] += placed.size[(corner - 1) % 3];
    return at;
  }

  bool hits(const Box& at, const Box& size) const {
    for (const Placed& placed : placed_) {
      if (overlap(at, size, placed.at, placed.size)) return true;
    }
    return false;
  }

  // Towards the corner, an axis at a time, as far as nothing stands in the way.
  void slide(Placed& candidate) const {
    for (std::size_t axis = 0; axis < 3; ++axis) {
      if (candidate.at[axis] == 0) continue;
      Box swept = candidate.size, from = candidate.at;
      from[axis] = 0;
      swept[axis] = candidate.at[axis] + candidate.size[axis];
      int stop = 0;
      for (const Placed& placed : placed_) {
        if (placed.at[axis] + placed.size[axis] > stop &&
            overlap(from, swept, placed.at, placed.size)) {
          stop = placed.at[axis] + placed.size[axis];
        }
      }
      candidate.at[axis] = stop;
    }
  }

  const std::vector<Block>& blocks_;
  const Needs& needs_;
  const Room& room_;
  int rule_;
  std::vector<Placed> placed_;
  Box extents_{};
};

// Equal units as a grid: the one that fits, and of those the one with the least
// sum.
Block grid_of(const std::vector<Placement>& units, const Room& room) {
  const int count = static_cast<int>(units.size());
  Block best;
  std::array<std::int64_t, 3> best_worth{};
  int columns = 0, rows = 0;
  for (const auto& turn : kTurns) {
    const Box size = turned(units[0].size, turn);
    for (int a = 1; a <= count; ++a) {
      for (int b = 1; b <= (count + a - 1) / a; ++b) {
        const int c = (count + a * b - 1) / (a * b);
        const std::int64_t sides[3] = {std::int64_t{a} * size[0],
                                       std::int64_t{b} * size[1],
                                       std::int64_t{c} * size[2]};
        if (sides[0] + sides[1] + sides[2] > kMostSum) continue;
        const Box box = {static_cast<int>(sides[0]), static_cast<int>(sides[1]),
                         static_cast<int>(sides[2])};
        const std::array<std::int64_t, 3> its_worth = {
            room.admits(box) ? 0 : 1, sum_of(box), volume_of(box)};
        if (columns != 0 && !(its_worth < best_worth)) continue;
        best_worth = its_worth;
        best.size = box;
        columns = a;
        rows = b;
        best.placements = {{0, {}, size}};
      }
    }
  }
  if (columns == 0) return best;  // longer than any parcel
  const Box size = best.placements[0].size;
  best.placements.clear();
  for (int i = 0; i < count; ++i) {
    best.placements.push_back(
        {units[static_cast<std::size_t>(i)].unit,
         {i % columns * size[0], i / columns % rows * size[1],
          i / columns / rows * size[2]},
         size});
  }
  return best;
}

// Two blocks side by side, with the least sum of sides.
Block joined(const Block& a, const Block& b) {
  Block best;
  std::array<std::int64_t, 2> best_worth{};
  for (const auto& turn : kTurns) {
    const Block moved = turned(b, turn);
    for (std::size_t axis = 0; axis < 3; ++axis) {
      Box size{};
      Box at{};
      for (std::size_t i = 0; i < 3; ++i)
        size[i] = std::max(a.size[i], moved.size[i]);
      size[axis] = a.size[axis] + moved.size[axis];
      at[axis] = a.size[axis];
      const std::array<std::int64_t, 2> its_worth = {sum_of(size), size[axis]};
      if (!best.placements.empty() && !(its_worth < best_worth)) continue;
      best_worth = its_worth;
      best.size = size;
      best.placements = a.placements;
      append_at(best.placements, moved, at);
    }
  }
  return best;
}

// ---- The search
// --------------------------------------------------------------

// Finds a packing of at most kExactUnits units within the room, or that there
// is none. Decided so far: each unit's turn and, for some pairs, which stands
// before the other along which axis. The units then stand as far back as that
// allows; two that overlap still are parted in all six ways. So no packing is
// missed: in any of them those two are parted in one of the six, and all stand
// further forward.
class Search {
 public:
  Search(const std::vector<Block>& blocks, const Needs& needs, const Room& room,
         PackingGoal goal, int steps)
      : blocks_(blocks),
        needs_(needs),
        room_(room),
        goal_(goal),
        left_(steps) {}

  // True where the search came to its end: what was found is the best, and
  // where nothing was found there is nothing.
  bool run() {
    activate(State{});
    return left_ >= 0;
  }

  bool found() const { return found_.count != 0; }
  Box extents() const { return extents_of(found_); }

  std::vector<Placement> placements() const {
    std::vector<Placement> list;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      append_at(list, turned(blocks_[i], kTurns[found_.turn[i]]), found_.at[i]);
    }
    return list;
  }

 private:
  struct State {
    std::size_t count = 0;  // units that stand
    std::array<int, kExactUnits> turn{};
    std::array<Box, kExactUnits> size{}, at{};
    // before[axis][i]: the units that stand before unit i, itself not.
    std::array<std::array<std::uint8_t, kExactUnits>, 3> before{};
  };

  static Box extents_of(const State& state) {
    Box extents{};
    for (std::size_t i = 0; i < state.count; ++i) {
      for (std::size_t axis = 0; axis < 3; ++axis) {
        extents[axis] =
            std::max(extents[axis], state.at[i][axis] + state.size[i][axis]);
      }
    }
    return extents;
  }

  bool worthwhile(const State& state) {
    if (--left_ < 0) return false;
    const Box extents = extents_of(state);
    return room_.admits(extents) && needs_.can_be(extents, room_.max_sum);
  }

  // Stands the next unit at the corner, in each of its turns. True ends the
  // search.
  bool activate(const State& state) {
    const std::size_t next = state.count;
    if (next == blocks_.size()) {
      found_ = state;
      if (goal_ == PackingGoal::kFits) return true;
      room_.max_sum = sum_of(extents_of(state)) - 1;
      return room_.max_sum < needs_.least_sum();
    }
    const Box& sides = blocks_[next].size;
    const bool same = next > 1 && sides == blocks_[next - 1].size;
    for (int turn = 0; turn < 6; ++turn) {
      // Where only sums count the axes are alike, so the first unit stands as
      // it is.
      if (next == 0 && turn != 0 && !room_.limits.has_inner()) break;
      // Of equal units the later is not turned less.
      if (same && turn < state.turn[next - 1]) continue;
      const Box size = turned(sides, kTurns[turn]);
      bool known = false;
      for (int other = 0; other < turn && !known; ++other) {
        known = turned(sides, kTurns[other]) == size;
      }
      if (known) continue;
      State with = state;
      with.count = next + 1;
      with.turn[next] = turn;
      with.size[next] = size;
      if (worthwhile(with) && part(with)) return true;
      if (left_ < 0) return false;
    }
    return false;
  }

  // Parts the first two that overlap.
  bool part(const State& state) {
    for (std::size_t j = 1; j < state.count; ++j) {
      for (std::size_t i = 0; i < j; ++i) {
        if (!overlap(state.at[i], state.size[i], state.at[j], state.size[j]))
          continue;
        for (std::size_t axis = 0; axis < 3; ++axis) {
          if (part(state, axis, i, j)) return true;
          // In a mirror the first two stand the other way round.
          if (j != 1 && part(state, axis, j, i)) return true;
          if (left_ < 0) return false;
        }
        return false;
      }
    }
    return activate(state);
  }

  bool part(State state, std::size_t axis, std::size_t first,
            std::size_t then) {
    auto& before = state.before[axis];
    if ((before[first] >> then & 1) != 0)
      return false;  // it stands behind already
    const auto added = static_cast<std::uint8_t>(before[first] | 1u << first);
    for (std::size_t i = 0; i < state.count; ++i) {
      if (i == then || (before[i] >> then & 1) != 0) {
        before[i] = static_cast<std::uint8_t>(before[i] | added);
      }
    }
    // Whoever has fewer before it stands first.
    for (int fewer = 0; fewer < static_cast<int>(state.count); ++fewer) {
      for (std::size_t i = 0; i < state.count; ++i) {
        if (std::popcount(before[i]) != fewer) continue;
        int at = 0;
        for (std::size_t other = 0; other < state.count; ++other) {
          if ((before[i] >> other & 1) == 0) continue;
          at = std::max(at, state.at[other][axis] + state.size[other][axis]);
        }
        state.at[i][axis] = at;
      }
    }
    return worthwhile(state) && part(state);
  }

  const std::vector<Block>& blocks_;
  const Needs& needs_;
  Room room_;
  PackingGoal goal_;
  State found_;
  int left_;  // steps
};

// ---- All together
// --------------------------------------------------------------

class Packer {
 public:
  Packer(std::span<const Unit> units, const ParcelLimits& limits,
         PackingGoal goal, int steps)
      : units_(units), goal_(goal), steps_(steps) {
    room_.limits = limits;
  }

  Packed run() {
    if (units_.empty() || units_.size() > kMostUnits) return {};
    std::int64_t grams = 0;
    for (const Unit& unit : units_) {
      for (const int side : unit.mm) {
        if (side < 1 || side > kLongestSide) return {};
      }
      if (unit.grams < 0 || unit.grams > kHeaviestUnit) return {};
      grams += unit.grams;
    }
    if (room_.limits.max_grams != 0 && grams > room_.limits.max_grams)
      return {{}, true};
    sort_units();
    if (room_.limits.max_sum != 0)
      room_.max_sum = std::min(kMostSum, room_.limits.max_sum);
    least_sum_ = needs_.least_sum();
    if (!may_fit()) return {{}, true};
    pack_equals();
    const bool cubes =
        groups_.size() == 1 && groups_[0][0].size[0] == groups_[0][0].size[2];
    bool proven = cubes || units_.size() == 1;
    if (!proven && !done()) pack_by_rules();
    proven = proven || (best_ && done());
    if (!proven && units_.size() <= kExactUnits) proven = pack_by_search();
    if (!best_) return {{}, proven};
    best_->grams = grams;
    compact_sort(best_->placements, [](const Placement& a, const Placement& b) {
      return a.unit < b.unit;
    });
    return {std::move(best_), proven || goal_ == PackingGoal::kFits};
  }

 private:
  // Largest first, equal ones by weight: the order of the input is forgotten.
  void sort_units() {
    for (std::uint32_t i = 0; i < units_.size(); ++i) {
      const Box sides = descending(units_[i].mm);
      sorted_.push_back({i, {}, sides});
      for (std::size_t s = 0; s < 3; ++s)
        needs_.least[s] = std::max(needs_.least[s], sides[s]);
      needs_.volume += volume_of(sides);
    }
    compact_sort(sorted_, [this](const Placement& a, const Placement& b) {
      const std::int64_t a_volume = volume_of(a.size),
                         b_volume = volume_of(b.size);
      if (a_volume != b_volume) return a_volume > b_volume;
      if (a.size != b.size) return b.size < a.size;
      if (units_[a.unit].grams != units_[b.unit].grams) {
        return units_[a.unit].grams > units_[b.unit].grams;
      }
      return a.unit < b.unit;
    });
    for (const Placement& unit : sorted_) {
      if (groups_.empty() || groups_.back()[0].size != unit.size)
        groups_.emplace_back();
      groups_.back().push_back(unit);
    }
  }

  // False where the longest sides or the volume alone keep everything out.
  bool may_fit() const {
    const ParcelLimits& limits = room_.limits;
    if (!needs_.can_be(needs_.least, room_.max_sum)) return false;
    if (!limits.fits(needs_.least, 0)) return false;
    if (!limits.has_inner()) return true;
    const auto [length, width, height] = limits.inner;
    std::int64_t volume = limits.envelope ? 0 : volume_of(limits.inner);
    for (int t = 1;
         limits.envelope && t < width && (height == 0 || t <= height); ++t) {
      volume = std::max(volume, volume_of({length - t, width - t, t}));
    }
    return needs_.volume <= volume;
  }

  // Nothing better can be found.
  bool done() const {
    if (!best_) return false;
    return goal_ == PackingGoal::kFits || sum_of(best_->box) <= least_sum_;
  }

  // From here on only what is smaller counts.
  void keep(const Box& extents, std::vector<Placement> placements) {
    best_ = Packing{extents, 0, std::move(placements)};
    if (goal_ == PackingGoal::kSmallest) room_.max_sum = sum_of(extents) - 1;
  }

  void pack_equals() {
    if (groups_.size() != 1) return;
    Block grid = grid_of(groups_[0], room_);
    if (!grid.placements.empty() && room_.admits(grid.size)) {
      keep(grid.size, std::move(grid.placements));
    }
  }

  void pack_by_rules() {
    std::vector<Block> grids;
    std::size_t rank = 0;
    for (const auto& group : groups_) {
      grids.push_back(grid_of(group, room_));
      if (grids.back().placements.empty()) return;
      grids.back().rank = rank++;
    }
    if (units_.size() <= kMostBlocks) {
      pack_blocks(singles());
      if (done() || grids.size() == units_.size()) return;
    }
    // The smallest first of the many.
    while (grids.size() > kMostBlocks) {
      compact_sort(grids, [](const Block& a, const Block& b) {
        const std::int64_t a_volume = volume_of(a.size),
                           b_volume = volume_of(b.size);
        return a_volume != b_volume ? a_volume > b_volume : a.rank < b.rank;
      });
      Block both = joined(grids[grids.size() - 2], grids.back());
      if (sum_of(both.size) > kMostSum) return;
      both.rank = rank++;
      grids.resize(grids.size() - 2);
      grids.push_back(std::move(both));
    }
    pack_blocks(grids);
  }

  std::vector<Block> singles() const {
    std::vector<Block> blocks;
    for (const Placement& unit : sorted_) {
      blocks.push_back({unit.size, {{unit.unit, {}, unit.size}}});
    }
    return blocks;
  }

  void pack_blocks(const std::vector<Block>& blocks) {
    std::vector<Box> sides;
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      sides.push_back(descending(blocks[i].size));
      order.push_back(i);
    }
    // By volume, by the longest side, by the largest face.
    const int orders = blocks.size() <= kFewBlocks ? 3 : 1;
    for (int by = 0; by < orders; ++by) {
      compact_sort(order, [&](std::uint32_t a, std::uint32_t b) {
        const auto key = [&](std::uint32_t i) {
          return by == 0   ? volume_of(sides[i])
                 : by == 1 ? std::int64_t{sides[i][0]}
                           : std::int64_t{sides[i][0]} * sides[i][1];
        };
        if (key(a) != key(b)) return key(a) > key(b);
        if (sides[a] != sides[b]) return sides[b] < sides[a];
        return a < b;
      });
      for (int rule = 0; rule < kRules; ++rule) {
        Placer placer(blocks, needs_, room_, rule);
        if (placer.place(order)) keep(placer.extents(), placer.placements());
        if (done()) return;
      }
    }
  }

  // True where it settled what is the best.
  bool pack_by_search() {
    const std::vector<Block> blocks = singles();
    Search search(blocks, needs_, room_, goal_, steps_);
    const bool finished = search.run();
    if (search.found()) keep(search.extents(), search.placements());
    return finished;
  }

  std::span<const Unit> units_;
  PackingGoal goal_;
  int steps_;
  Room room_;
  Needs needs_;
  int least_sum_ = 0;
  std::vector<Placement> sorted_;  // the units, turned longest side first
  std::vector<std::vector<Placement>> groups_;  // equal ones together
  std::optional<Packing> best_;
};

}  // namespace

Packed pack(std::span<const Unit> units, const ParcelLimits& limits,
            PackingGoal goal, int steps) {
  return Packer(units, limits, goal, steps).run();
}

Unit parcel_as_cube(int sum_mm, std::int64_t grams) {
  const int side = sum_mm / 3;
  return {{side, side, side}, grams};
}

}  // namespace parcelwise
