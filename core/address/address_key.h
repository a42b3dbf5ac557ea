// Keys by which addresses meet (docs/rules.md 3.4), in two levels above equal
// cells: a safe fold of what spellings of one place differ in, and a loose one
// that leaves the building's name out and only ever calls for a person. Postal
// code and the sequence of numbers are equal in all levels.
//
// For finding and comparing; a key never reaches paper or screen.
#ifndef PARCELWISE_ADDRESS_ADDRESS_KEY_H_
#define PARCELWISE_ADDRESS_ADDRESS_KEY_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "address/prefecture.h"
#include "address/western_address.h"

namespace parcelwise {

// The safe fold of docs/rules.md 3.4 for one Japanese address, its lines
// joined by a space or line end: width and half-width kana folded, letters
// lower-case, kanji numerals to digits only before 丁目/番地/番/号, between
// hyphens (四-2-27) and in 北一条西; those words, like any hyphen or space
// between two numbers, to one '-'. All other spaces go, a space between numbers
// does not: "2-27 101" is not 2-27101. A house number's 号 or 番地 before text
// leaves nothing, nor does 大字 behind a place. Katakana's long-vowel mark in a
// word stays (タワー36階). Old and variant kanji become those of
// kanji_variants.inc, and kana that place names exchange become one between two
// kanji (霞が関).
//   fold_address("東京都江東区豊洲一丁目２－２７") -> "東京都江東区豊洲1-2-27"
//   fold_address("東京都江東区豊洲1丁目2番27号")  -> "東京都江東区豊洲1-2-27"
//   fold_address("八重洲一番町5番地二引ビル")     -> "八重洲一番町5二引ビル"
std::string fold_address(std::string_view utf8);

// The cells of one address, valid UTF-8; `street` holds its lines with a line
// end between each. `country` has the two letters of ISO 3166: Japan's
// addresses are folded as fold_address does, others by the words of their
// country (address_words.h). Equal addresses are the exact level.
struct Address {
  std::string_view state, city, street, postal_code, country;
  friend bool operator==(const Address&, const Address&) = default;
};

// How far two addresses are one that need not be equal.
enum class AddressMatch : std::uint8_t { kNone, kLoose, kSafe };

// Keeps its memory from one address to the next.
class AddressKeys {
 public:
  // False for an address that must meet no other: without a street or a postal
  // code, in a country that is not two letters, or in a prefecture that Japan
  // does not have or that its cells disagree about. The keys are then of no
  // use.
  //   {"東京都", "", "江東区豊洲1丁目2-27", "135-0061", "JP"} -> true
  //   {"江戸県", "", "江東区豊洲1丁目2-27", "135-0061", "JP"} -> false
  bool read(const Address& address);

  // Country, postal code and the folded address; Japan's without its
  // prefecture, which the postal code settles.
  const std::string& safe() const { return safe_; }

  // The same without building, company and, but in Japan, state.
  const std::string& loose() const { return loose_; }

  // The address's numbers in order: "1-2-27-101". In safe and loose, too.
  std::string numbers() const;

  // 0 where none is told.
  Prefecture prefecture() const { return prefecture_; }

 private:
  bool read_japanese(const Address& address);
  bool read_western(const Address& address);

  std::string safe_, loose_;
  std::size_t body_ = 0;         // in safe_, behind country and postal code
  std::size_t numbers_end_ = 0;  // in safe_, before a state
  Prefecture prefecture_ = 0;
  WesternAddress western_;
};

// What the loose keys of an address's country and postal code begin with:
// addresses whose areas differ never meet. False where none can be read.
//   append_postal_area("US", "98101-1234", area) -> "US/98101"
//   append_postal_area("JP", "", area)           -> false
bool append_postal_area(std::string_view country, std::string_view postal_code,
                        std::string& area);

// Two addresses that both were read; prefectures that contradict each other
// part them.
AddressMatch match(const AddressKeys& a, const AddressKeys& b);

}  // namespace parcelwise

#endif  // PARCELWISE_ADDRESS_ADDRESS_KEY_H_
