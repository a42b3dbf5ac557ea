// Names and telephone numbers for a label; see handoff/recipient.h.
#include "handoff/recipient.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "text/fold.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "text/width_fold.h"

namespace parcelwise {
namespace {

bool ends_with_space(std::string_view text, std::size_t& bytes) {
  for (const std::string_view space : {" ", "　"}) {
    if (text.ends_with(space)) {
      bytes = space.size();
      return true;
    }
  }
  return false;
}

std::string_view without_spaces_behind(std::string_view text) {
  std::size_t bytes = 0;
  while (ends_with_space(text, bytes)) text.remove_suffix(bytes);
  return text;
}

// The letters may be of any width and case, the colon of any width.
std::size_t sign_at(std::string_view text, std::size_t at,
                    std::initializer_list<std::string_view> signs) {
  for (const std::string_view sign : signs) {
    if (text.substr(at).starts_with(sign)) return sign.size();
  }
  return 0;
}

// Where "PO:" begins with the bracket or spaces before it; npos where there is
// none.
std::string_view without_po_number(std::string_view name) {
  std::size_t found = std::string_view::npos;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const std::size_t p = sign_at(name, at, {"P", "p", "Ｐ", "ｐ"});
    const std::size_t o =
        p == 0 ? 0 : sign_at(name, at + p, {"O", "o", "Ｏ", "ｏ"});
    if (o == 0) continue;
    std::size_t behind = at + p + o;
    while (const std::size_t space = sign_at(name, behind, {" ", "　"}))
      behind += space;
    if (sign_at(name, behind, {":", "："}) == 0) continue;
    // A letter before it is another word's: Expo: 1.
    const bool letter =
        at > 0 && ((name[at - 1] >= 'a' && name[at - 1] <= 'z') ||
                   (name[at - 1] >= 'A' && name[at - 1] <= 'Z'));
    if (!letter && found == std::string_view::npos) found = at;
  }
  if (found == std::string_view::npos) return name;
  std::string_view before = without_spaces_behind(name.substr(0, found));
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"(", ")"},
        {"（", "）"}}) {
    if (!before.ends_with(open)) continue;
    if (!name.ends_with(close)) return name;
    return without_spaces_behind(before.substr(0, before.size() - open.size()));
  }
  return before;
}

// Digits, signs and letters of one width and case, any dash a hyphen.
std::string of_one_width(std::string_view reported) {
  std::string text;
  for (const char32_t c : WidthFolded(reported)) {
    char bytes[4];
    text.append(bytes, write_utf8(c == kLongVowelMark ? U'-' : c, bytes));
  }
  return text;
}

// "東京都", "江東区" -> "東京都江東区"; "Tokyo", "Koto-ku" -> "Tokyo Koto-ku"
std::string run_on(const std::string& before, const std::string& behind) {
  const auto is_ascii = [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  };
  const bool apart = !before.empty() && !behind.empty() &&
                     is_ascii(before.back()) && is_ascii(behind[0]);
  return before + (apart ? " " : "") + behind;
}

}  // namespace

LabelName label_name(std::string_view recipient) {
  LabelName label;
  std::string_view name = without_spaces_behind(recipient);
  while (const std::size_t space = sign_at(name, 0, {" ", "　"}))
    name.remove_prefix(space);
  // In either order, as fold_name does.
  for (int pass = 0; pass < 2; ++pass) {
    if (const auto rest = without_po_number(name); !rest.empty()) name = rest;
    for (const std::string_view honorific : {"様", "御中"}) {
      if (!name.ends_with(honorific)) continue;
      const auto rest =
          without_spaces_behind(name.substr(0, name.size() - honorific.size()));
      if (rest.empty()) continue;
      name = rest;
      if (label.honorific.empty()) label.honorific = honorific;
    }
  }
  label.name = name;
  return label;
}

std::optional<std::string> label_phone(std::string_view reported) {
  const WidthFolded folded(reported);
  std::string digits, written;
  bool plain = true;
  bool abroad = false;
  for (const char32_t c : folded) {
    if (c >= '0' && c <= '9') {
      digits += static_cast<char>(c);
      written += static_cast<char>(c);
    } else if (c == '-') {
      if (!written.empty()) written += '-';
    } else if (c == '+' && digits.empty()) {
      abroad = true;
    } else if (c == ' ' || c == '(' || c == ')') {
      plain = false;
    } else {
      return std::nullopt;
    }
  }
  if (abroad) {
    if (!digits.starts_with("81")) return std::nullopt;
    digits.erase(0, 2);
    if (!digits.starts_with("0")) digits.insert(0, 1, '0');
    plain = false;
  }
  if (digits.size() < 10 || digits.size() > 11 || digits[0] != '0')
    return std::nullopt;
  return plain && written.back() != '-' ? written : digits;
}

HomePhone home_phone(std::string_view reported, std::string_view country) {
  // Country codes and trunk prefixes as in libphonenumber's
  // resources/PhoneNumberMetadata.xml of July 2026, which names its sources;
  // the 1 of North America is not written before a number there.
  struct Dialled {
    std::string_view country, abroad, home;
  };
  constexpr Dialled kDialled[] = {
      {"AT", "43", "0"},  {"AU", "61", "0"}, {"BE", "32", "0"},
      {"CA", "1", ""},    {"CH", "41", "0"}, {"DE", "49", "0"},
      {"ES", "34", ""},   {"FR", "33", "0"}, {"GB", "44", "0"},
      {"IE", "353", "0"}, {"IT", "39", ""},  {"JP", "81", "0"},
      {"NL", "31", "0"},  {"NZ", "64", "0"}, {"PL", "48", ""},
      {"SE", "46", "0"},  {"US", "1", ""}};
  HomePhone phone;
  const std::string told = of_one_width(reported);
  std::string_view number = trimmed(told);
  for (const Dialled& each : kDialled) {
    if (each.country != country || !number.starts_with('+')) continue;
    std::string_view rest = number.substr(1);
    if (!rest.starts_with(each.abroad)) break;
    rest.remove_prefix(each.abroad.size());
    const auto pass = [&](std::string_view marks) {
      rest.remove_prefix(std::min(rest.find_first_not_of(marks), rest.size()));
    };
    pass(" -");
    const bool zero = rest.starts_with("(0)");
    if (zero) rest.remove_prefix(3);
    pass(" -");
    // Italy's 0 is dialled from everywhere, and no mobile begins with it.
    if (zero && country == "IT") {
      phone.text = "0";
    } else if (!rest.starts_with(each.home)) {
      phone.text = each.home;
    }
    number = rest;
    break;
  }
  phone.text += number;
  // A word or sign between two numbers ("ext.", "x", "#", "内線") begins the
  // second.
  bool behind_word = false;
  for (const char c : phone.text) {
    if (c >= '0' && c <= '9') {
      (behind_word ? phone.extension : phone.digits) += c;
    } else if (!phone.digits.empty() &&
               std::string_view(" -()./+").find(c) == std::string_view::npos) {
      behind_word = true;
    }
  }
  return phone;
}

std::string label_postal_code(std::string_view reported,
                              std::string_view mark) {
  const std::string code = fold_postal_code(reported);
  if (code.size() != 7 ||
      code.find_first_not_of("0123456789") != std::string::npos)
    return {};
  return code.substr(0, 3) + std::string(mark) + code.substr(3);
}

bool has_street(std::string_view prefecture, std::string_view city,
                std::initializer_list<std::string_view> lines) {
  for (std::string_view line : lines) {
    line = trimmed(line);
    for (const std::string_view before : {trimmed(prefecture), trimmed(city)}) {
      if (line.starts_with(before)) line = trimmed(line.substr(before.size()));
    }
    if (!line.empty()) return true;
  }
  return false;
}

std::vector<std::string> label_address(const std::string& prefecture,
                                       const std::string& city,
                                       std::vector<std::string> lines) {
  lines[0] = run_on(city, lines[0]);
  if (!lines[0].starts_with(prefecture))
    lines[0] = run_on(prefecture, lines[0]);
  return lines;
}

}  // namespace parcelwise
