// Folds names, postal codes and phones until spellings of one meet.
#include "tracking/recipients.h"

#include <algorithm>
#include <utility>

#include "orders/order_facts.h"
#include "text/compact_sort.h"
#include "text/fold.h"

namespace parcelwise {
namespace {

constexpr std::size_t kLeastPhone = 7;

// Beside 様 and 御中, which fold_name() knows.
constexpr std::string_view kHonorifics[] = {"殿", "さま", "先生", "各位"};

// Before a name, as a word of its own.
constexpr std::string_view kTitles[] = {"mr",   "mrs",  "ms",       "miss",
                                        "dr",   "sig",  "signor",   "signora",
                                        "herr", "frau", "monsieur", "madame"};

// What is passed over in a name, and companies' forms, which ㈱ shortens.
constexpr std::pair<std::string_view, std::string_view> kSpellings[] = {
    {"・", ""}, {"’", ""}, {"‘", ""}, {"株式会社", "株"}, {"有限会社", "有"}};

bool passed_over(std::string_view text, std::size_t at) {
  constexpr std::string_view kMarks = ".,'\"()-";
  return kMarks.find(text[at]) != std::string_view::npos;
}

std::string without_title(std::string_view utf8) {
  const std::size_t end = utf8.find(' ');
  if (end == std::string_view::npos) return std::string(utf8);
  std::string word;
  for (const char c : utf8.substr(0, end)) {
    if (c != '.')
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  const bool title = std::find(std::begin(kTitles), std::end(kTitles), word) !=
                     std::end(kTitles);
  return std::string(title ? utf8.substr(end + 1) : utf8);
}

std::string name_key(std::string_view utf8) {
  std::string folded = fold_name(without_title(utf8));
  for (const std::string_view honorific : kHonorifics) {
    if (folded.size() > honorific.size() && folded.ends_with(honorific))
      folded.resize(folded.size() - honorific.size());
  }
  std::string key;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (!passed_over(folded, i)) key += folded[i];
  }
  for (const auto& [from, to] : kSpellings) {
    for (std::size_t at = key.find(from); at != std::string::npos;
         at = key.find(from, at + to.size())) {
      key.replace(at, from.size(), to);
    }
  }
  return key;
}

std::string digits_of(std::string_view utf8) {
  std::string digits;
  for (const char c : fold_postal_code(utf8)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

void drop_zeros(std::string& text) {
  text.erase(0, std::min(text.find_first_not_of('0'), text.size()));
}

}  // namespace

std::vector<std::string> recipient_names(
    const std::vector<std::string>& lines) {
  std::vector<std::string> keys, names;
  for (const std::string& line : lines) keys.push_back(name_key(line));
  const auto add = [&names](std::string key) {
    if (!key.empty() &&
        std::find(names.begin(), names.end(), key) == names.end()) {
      names.push_back(std::move(key));
    }
  };
  // All of them, then what remains without the first, and so on; then each.
  for (std::size_t first = 0; first < keys.size(); ++first) {
    std::string joined;
    for (std::size_t i = first; i < keys.size(); ++i) joined += keys[i];
    add(std::move(joined));
  }
  for (const std::string& key : keys) add(key);
  // A person before the company.
  if (keys.size() == 2) add(keys[1] + keys[0]);
  return names;
}

std::string postal_key(std::string_view utf8, std::string_view country) {
  std::string key = fold_postal_code(utf8);
  if (country == "US" && key.size() > 5) key.resize(key.size() - 4);
  drop_zeros(key);
  return key;
}

std::string phone_key(std::string_view utf8) {
  std::string key = digits_of(utf8);
  if (key.size() < kLeastPhone) return {};
  drop_zeros(key);
  return key;
}

bool same_phone(std::string_view key, std::string_view other) {
  if (key.size() < other.size()) std::swap(key, other);
  // A country has one to three digits.
  return key.size() - other.size() <= 3 && other.size() >= kLeastPhone - 1 &&
         key.ends_with(other);
}

Recipients::Recipients(const Check& check) : check_(check) {
  const OrderBook& book = check.context().book;
  for (std::uint32_t order = 0; order < book.order_count(); ++order) {
    if (!check.facts(order).to_ship()) continue;
    const std::string name = book.order_cell(order, Column::kRecipientName);
    std::string key = name_key(name);
    if (key.empty()) continue;
    Place place;
    place.order = order;
    place.country = book.order_cell(order, Column::kShipCountry);
    place.postal_code = postal_key(
        book.order_cell(order, Column::kShipPostalCode), place.country);
    for (const Column column : {Column::kShipPhone, Column::kBuyerPhone}) {
      std::string phone = phone_key(book.order_cell(order, column));
      if (!phone.empty()) place.phones.push_back(std::move(phone));
    }
    by_name_[std::move(key)].push_back(std::move(place));
  }
}

RecipientMatch Recipients::find(const TrackingRow& row,
                                bool postal_codes) const {
  RecipientMatch match;
  const std::string phone = phone_key(row.phone);
  for (const std::string& name : recipient_names(row.name_lines)) {
    if (!match.orders.empty()) break;  // a more telling name found it
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) continue;
    for (const Place& place : found->second) {
      // It was there when the parcel left.
      const auto purchase = check_.facts(place.order).purchase;
      const Zone& zone = check_.context(place.order).policy.zone();
      const auto left_before = [&](Day day) {
        return purchase && day < zone.day_of(*purchase);
      };
      if (!row.days.empty() &&
          std::all_of(row.days.begin(), row.days.end(), left_before)) {
        continue;
      }
      const std::string postal_code =
          postal_key(row.postal_code, place.country);
      if (postal_codes &&
          (postal_code.empty() || postal_code != place.postal_code)) {
        const bool lacks = postal_code.empty() || place.postal_code.empty();
        (lacks ? match.no_postal_code : match.other_postal_code) = true;
        continue;
      }
      if (!phone.empty() && !place.phones.empty() &&
          std::none_of(
              place.phones.begin(), place.phones.end(),
              [&](const std::string& its) { return same_phone(its, phone); })) {
        match.other_phone = true;
        continue;
      }
      if (std::find(match.orders.begin(), match.orders.end(), place.order) ==
          match.orders.end()) {
        match.orders.push_back(place.order);
      }
    }
  }
  compact_sort(match.orders);
  return match;
}

}  // namespace parcelwise
