// The first half of every fold in fold.h: UTF-8 to code points in which a
// character has one width, one case and one spelling. A step of fold.cc's own;
// everyone else has fold.h.
#ifndef PARCELWISE_TEXT_WIDTH_FOLD_H_
#define PARCELWISE_TEXT_WIDTH_FOLD_H_

#include <array>
#include <cstddef>
#include <memory>
#include <string_view>

namespace parcelwise {

// Room for `size` items: on the stack for what an order usually holds, on the
// heap beyond. The items start without a value.
template <typename Item, std::size_t kUsual>
class Scratch {
 public:
  explicit Scratch(std::size_t size)
      : large_(size > kUsual ? new Item[size] : nullptr),
        data_(large_ ? large_.get() : usual_) {}
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  Item* data() { return data_; }
  const Item* data() const { return data_; }

 private:
  Item usual_[kUsual];
  std::unique_ptr<Item[]> large_;
  Item* data_;
};

inline constexpr char32_t kLongVowelMark = 0x30FC;  // ー

// A text as folded code points, with a U+0000 behind the last one so that a
// look ahead needs no bound.
//
//   full-width forms, Roman numerals, ㈱ ㈲ ㈹   -> ASCII and plain kanji
//   half-width katakana; kana and a loose dakuten -> one full-width character
//   ASCII, Latin-1 and Latin Extended-A letters   -> lower case
//   every kind of white space                     -> ' ', one for each
//   every kind of hyphen, dash and minus          -> '-', but not ー
//   U+301C and U+FF5E, CP932's two wave dashes    -> '~'
//   zero-width characters, variation selectors    -> nothing
//
// All else stays: kanji variants, ヶ and ケ, circled numbers.
class WidthFolded {
 public:
  explicit WidthFolded(std::string_view utf8);

  const char32_t* begin() const { return characters_.data(); }
  const char32_t* end() const { return end_; }
  std::size_t size() const { return static_cast<std::size_t>(end_ - begin()); }

 private:
  Scratch<char32_t, 512> characters_;
  char32_t* end_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_WIDTH_FOLD_H_
