// Packs the text cells of one row into a record of a report's text store: for
// each cell its column, its length or the number of a shared value in bytes of
// seven bits, and its bytes; 0xFF ends it (Report::find_in reads it).
//
//   record.begin(row.bytes().size());
//   record.add(Column::kSku, "AB-1");
//   record.close()  -> "\x13\x04" "AB-1" "\xFF"
//
// Nothing was added: close() is empty, which TextStore keeps as handle 0.
#ifndef PARCELWISE_REPORT_TEXT_RECORD_H_
#define PARCELWISE_REPORT_TEXT_RECORD_H_

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "report/columns.h"

namespace parcelwise {

// Copies bytes and says whether one of them is above 0x7F, eight at a time;
// what is left is copied by a last step that overlaps the one before.
inline bool copy_and_look(char* to, const char* from, std::size_t count) {
  std::uint64_t all = 0;
  const auto step = [&](std::size_t at, auto word) {
    std::memcpy(&word, from + at, sizeof word);
    std::memcpy(to + at, &word, sizeof word);
    all |= word;
  };
  if (count >= 8) {
    std::size_t at = 0;
    for (; at + 8 <= count; at += 8) step(at, std::uint64_t{});
    step(count - 8, std::uint64_t{});
  } else if (count >= 4) {
    step(0, std::uint32_t{});
    step(count - 4, std::uint32_t{});
  } else {
    for (std::size_t at = 0; at < count; ++at) step(at, std::uint8_t{});
  }
  return (all & 0x8080808080808080u) != 0;
}

class TextRecord {
 public:
  // What cells take that together have at most so many bytes, each column once
  // and one of them in two halves. A record ends a step of four bytes.
  static constexpr std::size_t most(std::size_t bytes) {
    return (bytes + (kColumnCount + 1) * (1 + kNumber) + 1 + 3) &
           ~std::size_t{3};
  }

  // Of such cells, written to `place`, which has room for them; to the record's
  // own memory where there is none.
  void begin(std::size_t bytes, char* place = nullptr) {
    if (place == nullptr && memory_.size() < most(bytes))
      memory_.resize(most(bytes));
    begin_ = place == nullptr ? memory_.data() : place;
    end_ = begin_;
  }
  bool in_place() const { return begin_ != memory_.data(); }

  // Whether the value has a byte above 0x7F. Blank ones are not kept.
  bool add(Column column, std::string_view value) {
    if (value.empty()) return false;
    *end_++ = static_cast<char>(column);
    put(static_cast<std::uint32_t>(value.size()));
    const bool high = copy_and_look(end_, value.data(), value.size());
    end_ += value.size();
    return high;
  }

  void add_shared(Column column, std::uint32_t number) {
    *end_++ = static_cast<char>(static_cast<unsigned>(column) | 0x80u);
    put(number);
  }

  // What was added so far.
  std::string_view bytes() const {
    return {begin_, static_cast<std::size_t>(end_ - begin_)};
  }

  std::string_view close() {
    if (end_ != begin_) *end_++ = '\xFF';
    return bytes();
  }

 private:
  static constexpr std::size_t kNumber = 5;  // bytes of seven bits of 32

  void put(std::uint32_t number) {
    while (number >= 0x80) {
      *end_++ = static_cast<char>(number | 0x80);
      number >>= 7;
    }
    *end_++ = static_cast<char>(number);
  }

  std::vector<char> memory_ = std::vector<char>(1);
  char* begin_ = memory_.data();
  char* end_ = begin_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_REPORT_TEXT_RECORD_H_
