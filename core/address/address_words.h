// The words that addresses abbreviate, by country: types of street, units in a
// house, directions. For core/text.
#ifndef PARCELWISE_ADDRESS_ADDRESS_WORDS_H_
#define PARCELWISE_ADDRESS_ADDRESS_WORDS_H_

#include <cstdint>
#include <string_view>

namespace parcelwise {

enum class WordKind : std::uint8_t {
  kWord,       // any other word
  kStreet,     // street, via, rue
  kUnit,       // apartment, scala, what a number inside the house follows
  kDirection,  // north
  kNumberSign  // "n.", "no.", before a number only
};

struct AddressWord {
  WordKind kind = WordKind::kWord;
  std::string_view plain;  // the one spelling that a key has
  std::string_view word;   // as it was asked for

  bool known() const { return kind != WordKind::kWord || plain != word; }
};

// A language's words; addresses are folded by their country's.
struct AddressWords {
  std::string_view groups;
  bool number_first;      // 12 High Street, 12 rue de la Paix
  bool apostrophe_parts;  // dell'Unità is two words, O'Brien is one
  bool umlaut_digraphs;   // ue is ü
  bool compounds;         // Hauptstraße is Haupt Straße
  bool ordinals;          // 42nd is 42
};

// By the two letters of the country; other countries have no words.
const AddressWords& address_words(std::string_view country);

// The word, lower-case ASCII without diacritics or dots.
//   find_address_word(address_words("US"), "avenue") -> kStreet, "ave"
//   find_address_word(address_words("IT"), "vle")    -> kStreet, "viale"
//   find_address_word(address_words("US"), "maple")  -> kWord, "maple"
AddressWord find_address_word(const AddressWords& words, std::string_view word);

}  // namespace parcelwise

#endif  // PARCELWISE_ADDRESS_ADDRESS_WORDS_H_
