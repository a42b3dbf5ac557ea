// The safe and the loose fold of a Japanese address (docs/rules.md 3.4). Steps
// of address_key.cc; everyone else has address_key.h.
#ifndef PARCELWISE_ADDRESS_JAPANESE_ADDRESS_H_
#define PARCELWISE_ADDRESS_JAPANESE_ADDRESS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "text/width_fold.h"

namespace parcelwise {

// Appends the safe fold (fold.h, fold_address) of one address to a string, part
// by part; a part's end parts what a space parts.
class JapaneseAddress {
 public:
  explicit JapaneseAddress(std::string& to) : out_(to) {}

  // `begin` lies in a WidthFolded text, `end` is that text's end. False where
  // nothing was written: only spaces and hyphens.
  bool add(const char32_t* begin, const char32_t* end);

  // Whether the loose fold may find a 字 or one of Kyoto's directions.
  bool loose_words() const { return loose_words_; }

 private:
  enum class Kind : std::uint8_t { kNothing, kText, kLetter, kDigit };
  enum class Gap : std::uint8_t { kNone, kSpace, kWord, kHyphen };

  void widen(Gap gap);
  void put(char32_t c, Kind kind);
  void put_number(std::uint32_t number);
  const char32_t* put_text(const char32_t* p);
  bool stands_for_hyphen() const;
  const char32_t* word_end(const char32_t* p) const;
  const char32_t* kanji_number_end(const char32_t* p);
  bool counts(const char32_t* run, const char32_t* run_end) const;

  std::string& out_;
  const char32_t* begin_ = nullptr;
  char* at_ = nullptr;
  Kind last_ = Kind::kNothing;
  Gap gap_ = Gap::kNone;
  bool loose_words_ = false;
};

// Appends the loose form of what the safe fold wrote: all up to the house
// number, without 字 and Kyoto's streets (寺町通御池上ル), and of the rest only
// what tells two homes apart: numbers, single letters and signs (A棟, 14-イ22,
// 乙, 第二, 東館). A text without a number, or with nothing Japanese before it,
// is its own loose form.
//   豊洲1-2-27メゾン豊洲b101 -> 豊洲/1/2/27/b/101
void append_loose_japanese(std::string_view safe, bool loose_words,
                           std::string& to);

}  // namespace parcelwise

#endif  // PARCELWISE_ADDRESS_JAPANESE_ADDRESS_H_
