// The safe and the loose fold of an address outside Japan: case, diacritics and
// punctuation gone, words abbreviated as their country does. A step of
// address_key.cc; everyone else has address_key.h.
#ifndef PARCELWISE_ADDRESS_WESTERN_ADDRESS_H_
#define PARCELWISE_ADDRESS_WESTERN_ADDRESS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "address/address_words.h"

namespace parcelwise {

// Keeps its memory from one address to the next.
class WesternAddress {
 public:
  void start(const AddressWords& words);

  // The words and numbers of one more cell, in order.
  void add(std::string_view utf8);

  // How many tokens there are: what is added from here on is another cell's.
  std::size_t mark();

  // Appends the tokens between two marks, a space between each: "123 main st".
  void append_safe(std::size_t from, std::size_t to, std::string& out) const;

  // Appends the street with its house number and, of the rest, numbers and
  // letters behind a number or unit: "123 main st # 4 b" -> "main st/123/4/b".
  // Without a number all of it: "rose cottage".
  void append_loose(std::size_t from, std::size_t to, std::string& out) const;

 private:
  struct Token {
    std::uint32_t begin, size;  // in bytes_
    WordKind kind;
    bool number;
  };

  std::string_view text(const Token& token) const {
    return std::string_view(bytes_).substr(token.begin, token.size);
  }
  bool is_home_letter(std::size_t i, std::size_t from) const;
  void add_word();
  void add_plain_word(std::string_view word);
  void push(std::string_view word, WordKind kind, bool number);
  void settle();

  struct Span {
    std::size_t from, to;
  };
  Span street_of(std::size_t from, std::size_t to, std::size_t number) const;

  const AddressWords* words_ = nullptr;
  std::string bytes_, word_;
  std::string sign_;                  // a number sign that waits for its number
  std::vector<std::uint32_t> parts_;  // where dots stood in word_
  std::vector<Token> tokens_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_ADDRESS_WESTERN_ADDRESS_H_
