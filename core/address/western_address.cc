// Folds addresses outside Japan; see address/western_address.h. A letter run
// with dots is one abbreviation if its country knows it (V.le), words if not.
#include "address/western_address.h"

#include "text/ascii.h"
#include "text/latin.h"
#include "text/utf8.h"
#include "text/width_fold.h"

namespace parcelwise {
namespace {

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == '`' || c == 0xB4 || c == 0x2BC || c == 0x2018 ||
         c == 0x2019;
}
bool is_diacritic(char32_t c) { return c >= 0x300 && c <= 0x36F; }
bool is_letter(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  if (c < kFirstLatin || c == 0xD7 || c == 0xF7) return false;
  const bool signs =
      (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x3004) ||
      (c >= 0x3008 && c <= 0x3020) || (c >= 0xFE10 && c <= 0xFE6F) ||
      c == 0x30FB || is_diacritic(c) || c == 0x2BC;
  return !signs;
}

void append_letter(char32_t c, std::string& to) {
  if (c < 0x80) {
    to += static_cast<char>(c);
    return;
  }
  if (const std::string_view base = latin_base(c); !base.empty()) {
    to += base;
    return;
  }
  if (c >= 0x218 && c <= 0x21B) {  // Romania's letters with a comma below
    to += c < 0x21A ? 's' : 't';
    return;
  }
  if (c == 0x1E9E) {  // capital sharp s
    to += "ss";
    return;
  }
  char bytes[4];
  to.append(bytes, write_utf8(c, bytes));
}

// "ue" is how ü is written where a keyboard has none; both become u.
void without_umlaut_digraphs(std::string& word) {
  std::size_t to = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char before = to == 0 ? ' ' : word[to - 1];
    if (word[i] == 'e' && (before == 'a' || before == 'o' || before == 'u'))
      continue;
    word[to++] = word[i];
  }
  word.resize(to);
}

}  // namespace

void WesternAddress::start(const AddressWords& words) {
  words_ = &words;
  bytes_.clear();
  tokens_.clear();
}

void WesternAddress::add(std::string_view utf8) {
  if (utf8.empty()) return;
  const WidthFolded folded(utf8);
  const char32_t* p = folded.begin();
  const char32_t* const end = folded.end();
  while (p != end) {
    if (is_digit(*p)) {
      word_.clear();
      for (; is_digit(*p); ++p) word_ += static_cast<char>(*p);
      push(word_, WordKind::kWord, true);
      if (words_->ordinals) {
        const std::u32string_view rest(p, static_cast<std::size_t>(end - p));
        for (const std::u32string_view suffix : {U"st", U"nd", U"rd", U"th"}) {
          if (rest.starts_with(suffix) && !is_letter(p[2])) {
            p += 2;
            break;
          }
        }
      }
    } else if (is_letter(*p)) {
      word_.clear();
      parts_.clear();
      for (; p != end; ++p) {
        if (is_letter(*p)) {
          append_letter(*p, word_);
        } else if (*p == '.' && is_letter(p[1])) {
          parts_.push_back(static_cast<std::uint32_t>(word_.size()));
        } else if (!is_diacritic(*p) &&
                   !(is_apostrophe(*p) && !words_->apostrophe_parts &&
                     is_letter(p[1]))) {
          break;
        }
      }
      add_word();
    } else {
      if (*p == '#') add_plain_word("#");
      ++p;
    }
  }
}

// One letter run: a whole abbreviation (V.le, P.O.), or what its dots part.
void WesternAddress::add_word() {
  bool initials = true;  // S.N.C.
  std::uint32_t last = 0;
  for (const std::uint32_t part : parts_) {
    initials = initials && part == last + 1;
    last = part;
  }
  initials = initials && word_.size() == last + 1;
  if (parts_.empty() || initials || find_address_word(*words_, word_).known()) {
    return add_plain_word(word_);
  }
  parts_.push_back(static_cast<std::uint32_t>(word_.size()));
  const std::string_view whole = word_;
  std::uint32_t begin = 0;
  for (const std::uint32_t part : parts_) {
    add_plain_word(whole.substr(begin, part - begin));
    begin = part;
  }
}

void WesternAddress::add_plain_word(std::string_view word) {
  std::string changed;
  if (words_->umlaut_digraphs) {
    changed = word;
    without_umlaut_digraphs(changed);
    word = changed;
  }
  if (words_->compounds) {
    for (const std::string_view street : {"strasse", "str"}) {
      if (word.size() > street.size() && word.ends_with(street)) {
        push(word.substr(0, word.size() - street.size()), WordKind::kWord,
             false);
        return push("str", WordKind::kStreet, false);
      }
    }
  }
  const AddressWord found = find_address_word(*words_, word);
  if (found.kind == WordKind::kNumberSign) {
    settle();
    sign_ = word;
    return;
  }
  if (word == "#" && found.kind != WordKind::kUnit) return;
  push(found.plain, found.kind, false);
}

// A number sign without its number is a word.
void WesternAddress::settle() {
  if (sign_.empty()) return;
  const std::string word = std::move(sign_);
  sign_.clear();
  push(word, WordKind::kWord, false);
}

void WesternAddress::push(std::string_view word, WordKind kind, bool number) {
  if (!sign_.empty()) {
    if (number) {
      const AddressWord sign = find_address_word(*words_, sign_);
      sign_.clear();
      if (sign.plain == "#") push("#", WordKind::kUnit, false);
    } else {
      settle();
    }
  }
  // "Apt #5", "Ste No. 5": the unit is told.
  if (word == "#" && !tokens_.empty() && tokens_.back().kind == WordKind::kUnit)
    return;
  tokens_.push_back({static_cast<std::uint32_t>(bytes_.size()),
                     static_cast<std::uint32_t>(word.size()), kind, number});
  bytes_ += word;
}

std::size_t WesternAddress::mark() {
  settle();
  return tokens_.size();
}

void WesternAddress::append_safe(std::size_t from, std::size_t to,
                                 std::string& out) const {
  for (std::size_t i = from; i < to; ++i) {
    if (i != from) out += ' ';
    out += text(tokens_[i]);
  }
}

// 12 A, apt b.
bool WesternAddress::is_home_letter(std::size_t i, std::size_t from) const {
  const Token& token = tokens_[i];
  if (token.number || token.size != 1 || i == from ||
      bytes_[token.begin] == '#')
    return false;
  const Token& before = tokens_[i - 1];
  return before.number || before.kind == WordKind::kUnit;
}

// The tokens of the street whose house number is given.
WesternAddress::Span WesternAddress::street_of(std::size_t from, std::size_t to,
                                               std::size_t number) const {
  std::size_t behind = number + 1;
  while (behind < to && tokens_[behind].kind != WordKind::kUnit) {
    const bool suffix = words_->ordinals && behind > number + 1 &&
                        tokens_[behind].kind == WordKind::kStreet;
    ++behind;
    if (suffix) {
      if (behind < to && tokens_[behind].kind == WordKind::kDirection) ++behind;
      break;
    }
    if (!words_->ordinals && tokens_[behind - 1].number) {
      --behind;
      break;
    }
  }
  const Span after{number + 1, behind};
  if ((words_->number_first && after.from != after.to) || number == from)
    return after;
  std::size_t first = from;
  if (!words_->compounds) {
    for (std::size_t i = from; i < number; ++i) {
      if (tokens_[i].kind == WordKind::kStreet) first = i;
    }
  }
  return {first, number};
}

void WesternAddress::append_loose(std::size_t from, std::size_t to,
                                  std::string& out) const {
  std::size_t number = to;
  for (std::size_t i = from; i < to; ++i) {
    if (!tokens_[i].number) continue;
    if (number == to) number = i;  // if all are numbers of units
    if (i != from && tokens_[i - 1].kind == WordKind::kUnit) continue;
    number = i;
    break;
  }
  if (number == to) return append_safe(from, to, out);
  const Span street = street_of(from, to, number);
  append_safe(street.from, street.to, out);
  for (std::size_t i = from; i < to; ++i) {
    if (!tokens_[i].number && !is_home_letter(i, from)) continue;
    out += '/';
    out += text(tokens_[i]);
  }
}

}  // namespace parcelwise
