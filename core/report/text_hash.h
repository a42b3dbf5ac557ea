// A quick hash for finding equal texts again. Equal hashes are never taken for
// equal texts: whoever finds one compares.
#ifndef PARCELWISE_REPORT_TEXT_HASH_H_
#define PARCELWISE_REPORT_TEXT_HASH_H_

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
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
      Slot& slot = slots_[i];
      if (slot.number == kFree) {
        slot = {fresh, static_cast<std::uint32_t>(hash >> 32)};
        hashes_.push_back(hash);
        ++used_;
        return fresh;
      }
      if (slot.check == static_cast<std::uint32_t>(hash >> 32) &&
          equals(slot.number)) {
        return slot.number;
      }
    }
  }

 private:
  static constexpr std::uint32_t kFree = UINT32_MAX;
  struct Slot {
    std::uint32_t number = kFree;
    std::uint32_t check = 0;
  };

  void grow() {
    std::vector<Slot> old = std::move(slots_);
    slots_.assign(old.empty() ? 1024 : old.size() * 2, Slot{});
    const std::size_t mask = slots_.size() - 1;
    // Numbers are given in order from 0, so a text's hash stands at its number.
    for (const Slot& slot : old) {
      if (slot.number == kFree) continue;
      std::size_t i = hashes_[slot.number] & mask;
      while (slots_[i].number != kFree) i = (i + 1) & mask;
      slots_[i] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::vector<std::uint64_t> hashes_;
  std::size_t used_ = 0;
};

}  // namespace parcelwise

#endif  // PARCELWISE_REPORT_TEXT_HASH_H_
