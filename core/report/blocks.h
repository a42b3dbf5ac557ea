// Growing storage that never moves what it holds and never asks for twice its
// size at once: vectors of fixed blocks, and a byte store for texts.
#ifndef PARCELWISE_REPORT_BLOCKS_H_
#define PARCELWISE_REPORT_BLOCKS_H_

#include <cstdint>
#include <cstring>
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

  // The record's first byte; its reader knows where it ends.
  const char* at(std::uint32_t handle) const {
    const std::size_t at = (std::size_t{handle} - 1) * 4;
    return blocks_[at / kBlock].get() + at % kBlock;
  }

 private:
  static constexpr std::size_t kBlock = 1u << 18;
  std::vector<std::shared_ptr<char[]>> blocks_;
  std::size_t first_of_run_ = 0;
  std::size_t used_ = 0;
};

}  // namespace parcelwise

#endif  // PARCELWISE_REPORT_BLOCKS_H_
