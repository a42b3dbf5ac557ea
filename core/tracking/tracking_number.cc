// Tracking numbers, folded before they are looked at.
#include "tracking/tracking_number.h"

#include <algorithm>
#include <cstdint>

#include "report/order_id.h"
#include "text/ascii.h"
#include "text/utf8.h"
#include "text/width_fold.h"
#include "tracking/tracking_cells.h"
#include "tracking/tracking_file.h"

namespace parcelwise {
namespace {

constexpr TrackingCarrier kCarriers[] = {{"yamato", 12, 12, true},
                                         {"sagawa", 12, 12, true},
                                         {"japan-post", 11, 13, true}};

// A name holds one of these words: folded, so lower-case.
struct CarrierWord {
  std::string_view word;
  std::string_view id;
};
constexpr CarrierWord kWords[] = {{"yamato", "yamato"},
                                  {"ヤマト", "yamato"},
                                  {"クロネコ", "yamato"},
                                  {"kuroneko", "yamato"},
                                  {"sagawa", "sagawa"},
                                  {"佐川", "sagawa"},
                                  {"japan post", "japan-post"},
                                  {"japanpost", "japan-post"},
                                  {"japan-post", "japan-post"},
                                  {"日本郵便", "japan-post"},
                                  {"ゆうパック", "japan-post"},
                                  {"ゆうパケット", "japan-post"},
                                  {"クリックポスト", "japan-post"},
                                  {"レターパック", "japan-post"}};

bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}

// The Universal Postal Union's S10: "EE123456789JP".
bool is_world_number(std::string_view text) {
  return text.size() == 13 && is_letter(text[0]) && is_letter(text[1]) &&
         all_digits(text.substr(2, 9)) && is_letter(text[11]) &&
         is_letter(text[12]);
}

}  // namespace

const TrackingCarrier* find_tracking_carrier(std::string_view id) {
  for (const TrackingCarrier& carrier : kCarriers) {
    if (carrier.id == id) return &carrier;
  }
  return nullptr;
}

const TrackingCarrier* carrier_called(std::string_view name) {
  std::string folded;
  for (const char32_t c : WidthFolded(name)) {
    char bytes[4];
    folded.append(bytes, write_utf8(c, bytes));
  }
  for (const CarrierWord& word : kWords) {
    if (folded.find(word.word) != std::string::npos)
      return find_tracking_carrier(word.id);
  }
  return nullptr;
}

std::string plain_number(std::string_view utf8) {
  // No carrier writes its numbers in groups as long: two such are two numbers.
  constexpr std::size_t kWhole = 10;
  struct Run {
    std::size_t begin = 0, length = 0, last = 0;  // of this one; of one before
  };
  Run word, group;  // between spaces, and between hyphens too
  std::string plain;
  const auto end = [&](Run& run) {
    const bool two = run.length >= kWhole && run.last >= kWhole;
    if (two && plain[run.begin] != ' ') plain.insert(run.begin, 1, ' ');
    if (run.length > 0) run.last = run.length;
    run.length = 0;
    run.begin = plain.size();
  };
  for (const char32_t c : WidthFolded(utf8)) {
    if (c == ' ' || c == '-' || c == kLongVowelMark) {
      end(group);
      if (c == ' ') end(word);
      continue;
    }
    ++word.length;
    ++group.length;
    char bytes[4];
    plain.append(bytes,
                 write_utf8(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c, bytes));
  }
  end(group);
  end(word);
  return plain;
}

namespace {

// What a spreadsheet makes of twenty digits or more: it keeps fifteen.
bool lost_its_end(std::string_view plain) {
  constexpr std::size_t kKept = 15, kLong = 20;
  return plain.size() >= kLong && all_digits(plain) &&
         plain.find_first_not_of('0', kKept) == std::string_view::npos;
}

}  // namespace

NumberFault number_fault(std::string_view plain, std::string_view carrier) {
  if (plain.empty()) return NumberFault::kBlank;
  if (lost_its_end(plain)) return NumberFault::kSpreadsheet;
  // "1E11" may be a number; a spreadsheet's own has a point or a plus in it.
  if (is_scientific(plain) &&
      plain.find_first_of(".+") != std::string_view::npos) {
    return NumberFault::kSpreadsheet;
  }
  // What a program writes where it has none.
  if (plain.find_first_not_of('0') == std::string_view::npos)
    return NumberFault::kWrong;
  const TrackingCarrier* const known = find_tracking_carrier(carrier);
  const TrackingCarrier rule = known == nullptr ? TrackingCarrier{} : *known;
  if (plain.size() < rule.least || plain.size() > rule.most)
    return NumberFault::kWrong;
  if (rule.digits) {
    const bool world = rule.most == 13 && is_world_number(plain);
    return all_digits(plain) || world ? NumberFault::kNone
                                      : NumberFault::kWrong;
  }
  const bool plain_characters =
      std::all_of(plain.begin(), plain.end(),
                  [](char c) { return is_digit(c) || is_letter(c); });
  const bool some_digit = std::any_of(plain.begin(), plain.end(), is_digit);
  return plain_characters && some_digit ? NumberFault::kNone
                                        : NumberFault::kWrong;
}

NumberFault cell_fault(std::string_view cell, std::string_view carrier) {
  // Whose number it is stands before it in some files.
  constexpr std::string_view kBrands[] = {"UPS",   "DHL",   "GLS",  "DPD",
                                          "BRT",   "TNT",   "USPS", "EVRI",
                                          "FEDEX", "HERMES"};
  const std::string plain = plain_number(cell);
  const NumberFault fault = number_fault(plain, carrier);
  if (fault != NumberFault::kNone) return fault;
  const bool branded = std::any_of(
      std::begin(kBrands), std::end(kBrands), [&](std::string_view brand) {
        return plain.size() > brand.size() && plain.starts_with(brand) &&
               is_digit(plain[brand.size()]);
      });
  const std::string narrow = narrow_capitals(cell);
  const bool day = narrow.find_first_of("-/.") != std::string::npos &&
                   !read_ship_days(narrow).readings().empty();
  return branded || day || written_order(cell) ? NumberFault::kWrong : fault;
}

std::string number_limit(std::string_view carrier) {
  const TrackingCarrier* const known = find_tracking_carrier(carrier);
  const TrackingCarrier rule = known == nullptr ? TrackingCarrier{} : *known;
  if (rule.least == rule.most) return std::to_string(rule.most);
  return std::to_string(rule.least) + "-" + std::to_string(rule.most);
}

bool check_digit_holds(std::string_view plain, std::string_view carrier) {
  if (find_tracking_carrier(carrier) == nullptr) return true;
  if (plain.size() != 12 || !all_digits(plain)) return true;
  std::uint64_t body = 0;
  for (const char c : plain.substr(0, 11))
    body = body * 10 + static_cast<std::uint64_t>(c - '0');
  return static_cast<char>('0' + body % 7) == plain[11];
}

}  // namespace parcelwise
