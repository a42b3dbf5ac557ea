// The folds, each a pass over width-folded characters.
#include "text/fold.h"

#include <algorithm>
#include <optional>

#include "text/ascii.h"
#include "text/encoding.h"
#include "text/latin.h"
#include "text/utf8.h"
#include "text/width_fold.h"

namespace parcelwise {
namespace {

// UTF-8 for `size` characters: on the stack for what an order usually holds.
class Utf8Scratch {
 public:
  explicit Utf8Scratch(std::size_t size)
      : bytes_(4 * size), to_(bytes_.data()) {}

  void put(char32_t c) { to_ = write_utf8(c, to_); }
  std::string_view text() const {
    return {bytes_.data(), static_cast<std::size_t>(to_ - bytes_.data())};
  }

 private:
  Scratch<char, 1024> bytes_;
  char* to_;
};

// ---- Search ----------------------------------------------------------------

void put_for_search(char32_t c, Utf8Scratch& out) {
  if (c == ' ' || c == '-' || c == kLongVowelMark) return;
  if (c < kFirstLatin) return out.put(c);
  if (c < kBehindLatin) {
    for (const char base : latin_base(c)) out.put(static_cast<char32_t>(base));
    return;
  }
  if (c >= 0x300 && c <= 0x36F) return;  // a diacritic by itself
  const bool hiragana =
      (c >= 0x3041 && c <= 0x3096) || c == 0x309D || c == 0x309E;
  out.put(hiragana ? c + 0x60 : c);
}

// ---- Names -----------------------------------------------------------------

using Characters = std::u32string_view;

Characters without_spaces_behind(Characters name) {
  while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
  return name;
}

Characters without_honorific(Characters name) {
  for (const Characters honorific : {Characters(U"様"), Characters(U"御中")}) {
    if (name.ends_with(honorific)) name.remove_suffix(honorific.size());
  }
  return without_spaces_behind(name);
}

// A "PO: 4711" or "(PO: 4711)" at the end of a name: what stands before it, and
// where its number begins and ends. The colon is what tells a PO number from a
// PO box, and a letter before it what tells it from "Expo: 1".
struct PoNumber {
  Characters before;
  std::size_t begin = 0, end = 0;
};

std::optional<PoNumber> find_po_number(Characters name) {
  std::size_t colon = name.npos;
  const auto opens_po = [&](std::size_t at) {
    if (at > 0 && is_small_letter(name[at - 1])) return false;
    colon = name.find_first_not_of(U' ', at + 2);
    return colon != name.npos && (name[colon] == ':' || name[colon] == '#');
  };
  std::size_t at = name.rfind(U"po");
  while (at != name.npos && !opens_po(at)) {
    at = at == 0 ? name.npos : name.rfind(U"po", at - 1);  // PO: PO-4711
  }
  if (at == name.npos) return std::nullopt;
  PoNumber po{without_spaces_behind(name.substr(0, at)), colon + 1,
              name.size()};
  if (po.before.ends_with(U'(')) {
    if (name.back() != U')') return std::nullopt;
    po.before =
        without_spaces_behind(po.before.substr(0, po.before.size() - 1));
    --po.end;
  }
  while (po.begin < po.end && name[po.begin] == ' ') ++po.begin;
  while (po.begin < po.end && name[po.end - 1] == ' ') --po.end;
  return po;
}

Characters without_po_number(Characters name) {
  const auto po = find_po_number(name);
  return po ? po->before : name;
}

bool begins_character(std::string_view utf8, std::size_t at) {
  return at >= utf8.size() ||
         (static_cast<unsigned char>(utf8[at]) & 0xC0u) != 0x80u;
}

bool folds_to(std::string_view utf8, Characters wanted) {
  const WidthFolded folded(utf8);
  return Characters(folded.begin(), folded.size()) == wanted;
}

// The part of the text that folds to [begin, end) of its folded characters;
// nullopt where no cut between two of its characters does.
std::optional<std::string_view> unfolded(std::string_view utf8,
                                         Characters folded, std::size_t begin,
                                         std::size_t end) {
  constexpr std::size_t kMostSteps = 256;  // of a number, not of a hostile cell
  std::size_t from = utf8.size();
  for (std::size_t steps = 0; steps < kMostSteps; ++steps) {
    if (begins_character(utf8, from) &&
        folds_to(utf8.substr(from), folded.substr(begin))) {
      break;
    }
    if (from == 0 || steps + 1 == kMostSteps) return std::nullopt;
    --from;
  }
  for (std::size_t to = from; to <= utf8.size(); ++to) {
    if (begins_character(utf8, to) &&
        folds_to(utf8.substr(from, to - from),
                 folded.substr(begin, end - begin))) {
      return utf8.substr(from, to - from);
    }
  }
  return std::nullopt;
}

// "", '', ``, the apostrophe's kin and the typographic pairs.
bool is_quote(char32_t c) {
  return c == '"' || c == '\'' || c == '`' || c == 0xB4 ||
         (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB;
}

}  // namespace

std::string fold_for_search(std::string_view utf8) {
  const WidthFolded folded(utf8);
  Utf8Scratch out(folded.size());
  for (const char32_t c : folded) put_for_search(c, out);
  return std::string(out.text());
}

std::string fold_postal_code(std::string_view utf8) {
  std::string out;
  append_postal_code(utf8, out);
  return out;
}

void append_postal_code(std::string_view utf8, std::string& to) {
  if (is_ascii(utf8)) {  // nothing to fold, and every order has one
    Scratch<char, 64> code(utf8.size());
    char* end = code.data();
    for (const char c : utf8) {
      const auto capital = static_cast<char>(c & ~('a' - 'A'));
      if (is_digit(c)) {
        *end++ = c;
      } else if (capital >= 'A' && capital <= 'Z') {
        *end++ = capital;
      }
    }
    to.append(code.data(), end);
    return;
  }
  const WidthFolded folded(utf8);
  Scratch<char, 64> code(folded.size());
  char* end = code.data();
  for (const char32_t c : folded) {
    if (is_digit(c)) *end++ = static_cast<char>(c);
    if (is_small_letter(c)) *end++ = static_cast<char>(c - ('a' - 'A'));
  }
  to.append(code.data(), end);
}

std::string fold_name(std::string_view utf8) {
  const WidthFolded folded(utf8);
  Characters name = without_spaces_behind({folded.begin(), folded.size()});
  // In either order: 田中花子様 (PO: 4711), 田中花子 (PO: 4711) 様. What would
  // leave no name at all is the name.
  for (int pass = 0; pass < 2; ++pass) {
    for (const auto cut : {without_po_number, without_honorific}) {
      if (const Characters rest = cut(name); !rest.empty()) name = rest;
    }
  }
  Utf8Scratch out(name.size());
  for (const char32_t c : name) {
    if (c != ' ') out.put(c);
  }
  return std::string(out.text());
}

std::string po_number_in(std::string_view utf8) {
  const WidthFolded folded(utf8);
  const Characters all{folded.begin(), folded.size()};
  const Characters name = without_honorific(without_spaces_behind(all));
  const auto po = find_po_number(name);
  if (!po || po->before.empty() || po->begin == po->end) return {};
  if (const auto own = unfolded(utf8, all, po->begin, po->end))
    return std::string(*own);
  Utf8Scratch out(po->end - po->begin);
  for (const char32_t c : name.substr(po->begin, po->end - po->begin))
    out.put(c);
  return std::string(out.text());
}

std::string fold_sku(std::string_view utf8) {
  const WidthFolded folded(utf8);
  Utf8Scratch out(folded.size());
  for (const char32_t c : folded) {
    if (c != ' ' && !is_quote(c)) out.put(c);
  }
  return std::string(out.text());
}

bool same_sku(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.empty() || b.empty()) return false;
  const std::string folded = fold_sku(a);
  return !folded.empty() && folded == fold_sku(b);
}

}  // namespace parcelwise
