// A quick hash for finding equal texts again. Equal hashes are never taken for
// equal texts: whoever finds one compares.
#ifndef PARCELWISE_TEXT_TEXT_HASH_H_
#define PARCELWISE_TEXT_TEXT_HASH_H_

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace parcelwise {

// Eight bytes a step, multiplied and folded; the same on every machine of one
// byte order (all that Parcelwise runs on are little-endian).
inline std::uint64_t text_hash(std::string_view text, std::uint64_t seed = 0) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15u;
  std::uint64_t hash = seed ^ (text.size() * kFactor);
  const char* at = text.data();
  std::size_t left = text.size();
  const auto mix = [&](std::uint64_t word) {
    hash = (hash ^ word) * kFactor;
    hash ^= hash >> 32;
  };
  for (; left >= 8; at += 8, left -= 8) {
    std::uint64_t word;
    std::memcpy(&word, at, 8);
    mix(word);
  }
  if (left > 0) {
    std::uint64_t word = 0;
    if (text.size() >= 8) {  // the same bytes, without a loop over them
      std::memcpy(&word, at + left - 8, 8);
      word >>= 8 * (8 - left);
    } else {
      std::memcpy(&word, at, left);
    }
    mix(word);
  }
  return hash;
}

// Numbers of texts that are kept elsewhere, found by hash: open addressing,
// four bytes a slot, no copy of any text.
class TextNumbers {
 public:
  // The number of an equal text, or `fresh` where there is none; then `fresh`
  // is kept for it. `equals(number)` compares. Fresh numbers go up by one.
  template <typename Equals>
  std::uint32_t find_or_add(std::uint64_t hash, std::uint32_t fresh,
                            Equals equals) {
    if ((used_ + 1) * 2 > slots_.size()) grow();
    Slot& slot = slots_[slot_of(hash, equals)];
    if (slot.number != kNone) return slot.number;
    slot = {fresh, static_cast<std::uint32_t>(hash >> 32)};
    hashes_.push_back(hash);
    ++used_;
    return fresh;
  }

  // The number of an equal text; kNone where there is none.
  template <typename Equals>
  std::uint32_t find(std::uint64_t hash, Equals equals) const {
    return slots_.empty() ? kNone : slots_[slot_of(hash, equals)].number;
  }
  static constexpr std::uint32_t kNone = UINT32_MAX;

  // That of the text whose number it is.
  std::uint64_t hash_of(std::uint32_t number) const { return hashes_[number]; }

 private:
  struct Slot {
    std::uint32_t number = kNone;  // nobody's
    std::uint32_t check = 0;
  };

  // Where an equal text's number stands, else where it would.
  template <typename Equals>
  std::size_t slot_of(std::uint64_t hash, Equals equals) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = hash & mask;
    while (slots_[i].number != kNone &&
           (slots_[i].check != static_cast<std::uint32_t>(hash >> 32) ||
            !equals(slots_[i].number))) {
      i = (i + 1) & mask;
    }
    return i;
  }

  void grow() {
    std::vector<Slot> old = std::move(slots_);
    slots_.assign(old.empty() ? 1024 : old.size() * 2, Slot{});
    const std::size_t mask = slots_.size() - 1;
    // Numbers are given in order from 0, so a text's hash stands at its number.
    for (const Slot& slot : old) {
      if (slot.number == kNone) continue;
      std::size_t i = hashes_[slot.number] & mask;
      while (slots_[i].number != kNone) i = (i + 1) & mask;
      slots_[i] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::vector<std::uint64_t> hashes_;
  std::size_t used_ = 0;
};

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_TEXT_HASH_H_
