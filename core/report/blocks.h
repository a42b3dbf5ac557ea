// Growing storage that never moves what it holds and never asks for twice its
// size at once: vectors of fixed blocks, and a byte store for texts.
#ifndef PARCELWISE_REPORT_BLOCKS_H_
#define PARCELWISE_REPORT_BLOCKS_H_

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace parcelwise {

template <typename T>
class Blocks {
 public:
  std::uint32_t size() const { return size_; }
  T& operator[](std::uint32_t i) { return blocks_[i >> kShift][i & kMask]; }
  const T& operator[](std::uint32_t i) const {
    return blocks_[i >> kShift][i & kMask];
  }
  T& back() { return (*this)[size_ - 1]; }

  // The new element's index.
  std::uint32_t push_back(T value) {
    if ((size_ & kMask) == 0)
      blocks_.push_back(std::make_unique<T[]>(kMask + 1));
    blocks_[size_ >> kShift][size_ & kMask] = std::move(value);
    return size_++;
  }
  void pop_back() {
    --size_;
    if ((size_ & kMask) == 0) blocks_.pop_back();
  }

  // Takes over all that the other holds, each as `change` leaves it. Its blocks
  // stay, their elements move up to close the gap: no memory is asked for.
  template <typename Change>
  void append(Blocks&& other, Change change) {
    const std::uint32_t room = -size_ & kMask;  // in the last block
    for (std::uint32_t i = 0; i < other.size_; ++i) {
      T& element = other[i];
      change(element);
      if (i < room) {
        push_back(std::move(element));
      } else if (room != 0) {
        other[i - room] = std::move(element);
      }
    }
    const std::uint32_t moved = other.size_ - std::min(room, other.size_);
    other.blocks_.resize((moved + kMask) >> kShift);
    blocks_.insert(blocks_.end(),
                   std::make_move_iterator(other.blocks_.begin()),
                   std::make_move_iterator(other.blocks_.end()));
    size_ += moved;
    other.blocks_.clear();
    other.size_ = 0;
  }

 private:
  static constexpr std::uint32_t kShift = 10;
  static constexpr std::uint32_t kMask = (1u << kShift) - 1;
  std::vector<std::unique_ptr<T[]>> blocks_;
  std::uint32_t size_ = 0;
};

// Byte records, each contiguous, found again by a 32-bit handle; 0 is the empty
// record. Handles count 4-byte steps, so the store reaches 16 GiB natively.
class TextStore {
 public:
  std::uint32_t add(std::string_view bytes) {
    if (bytes.empty()) return 0;
    const std::size_t need = (bytes.size() + 3) & ~std::size_t{3};
    if (blocks_.empty() || used_ + need > kBlock) {
      // A record longer than a block takes a row of block numbers for itself.
      const std::size_t count = (need + kBlock - 1) / kBlock;
      std::shared_ptr<char[]> memory(new char[count * kBlock]);
      for (std::size_t i = 0; i < count; ++i) blocks_.push_back(memory);
      first_of_run_ = blocks_.size() - count;
      used_ = 0;
    }
    std::memcpy(blocks_[first_of_run_].get() + used_, bytes.data(),
                bytes.size());
    const std::size_t at = first_of_run_ * kBlock + used_;
    used_ += need;
    return static_cast<std::uint32_t>(at / 4 + 1);
  }

  // Where the next record is going to be kept, for it to be written there and
  // then taken; nullptr where it might not fit with so many bytes.
  char* room(std::size_t most) {
    const bool fits = !blocks_.empty() && used_ + most <= kBlock;
    return fits ? blocks_[first_of_run_].get() + used_ : nullptr;
  }
  std::uint32_t take(std::size_t size) {
    if (size == 0) return 0;
    const std::size_t at = first_of_run_ * kBlock + used_;
    used_ += (size + 3) & ~std::size_t{3};
    return static_cast<std::uint32_t>(at / 4 + 1);
  }

  // The record's first byte; its reader knows where it ends.
  const char* at(std::uint32_t handle) const {
    const std::size_t at = (std::size_t{handle} - 1) * 4;
    return blocks_[at / kBlock].get() + at % kBlock;
  }

  // Takes over the other's records without a copy of any. What was its handle,
  // unless 0, becomes greater by the number returned.
  std::uint32_t append(TextStore&& other) {
    const std::size_t before = blocks_.size();
    if (other.blocks_.empty()) return 0;
    blocks_.insert(blocks_.end(),
                   std::make_move_iterator(other.blocks_.begin()),
                   std::make_move_iterator(other.blocks_.end()));
    first_of_run_ = before + other.first_of_run_;
    used_ = other.used_;
    other = TextStore();
    return static_cast<std::uint32_t>(before * (kBlock / 4));
  }

  // Handles given so far are below it, and no later one is.
  std::uint32_t next_handle() const {
    return static_cast<std::uint32_t>((first_of_run_ * kBlock + used_) / 4 + 1);
  }
  bool empty() const { return blocks_.empty(); }

 private:
  static constexpr std::size_t kBlock = 1u << 18;
  std::vector<std::shared_ptr<char[]>> blocks_;
  std::size_t first_of_run_ = 0;
  std::size_t used_ = 0;
};

}  // namespace parcelwise

#endif  // PARCELWISE_REPORT_BLOCKS_H_
