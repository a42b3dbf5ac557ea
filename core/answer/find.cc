// Looks for orders by whatever a text holds; see answer/find.h.
#include "answer/find.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/encoding.h"
#include "text/fold.h"
#include "text/width_fold.h"

namespace parcelwise {
namespace {

constexpr std::size_t kDigits = 17;       // of an order number: 3, 7 and 7
constexpr std::size_t kShortestText = 3;  // characters that one may look for
constexpr std::size_t kShortestPart =
    6;  // bytes that a message is searched for
constexpr std::size_t kLongestQuery = 120;  // bytes; a longer text is a message

bool is_between(char32_t c) {
  return c == U'-' || c == U' ' || c == kLongVowelMark;
}

// Where an order number ends that begins at `at`: 17 digits, with hyphens and
// spaces between its groups or none; nullptr where there is none.
const char32_t* order_id_at(const char32_t* at, const char32_t* end,
                            std::string& digits) {
  digits.clear();
  if (*at == U's' || *at == U'S') {
    digits += 'S';
    ++at;
    if (at == end) return nullptr;
  }
  const std::size_t wanted = kDigits - digits.size();
  const std::size_t first_group = 3 - digits.size();
  std::size_t count = 0;
  for (; at != end && count < wanted; ++at) {
    if (is_digit(*at)) {
      digits += static_cast<char>(*at);
      ++count;
    } else if (!is_between(*at) ||
               (count != first_group && count != first_group + 7)) {
      return nullptr;
    }
  }
  if (count < wanted || (at != end && is_digit(*at))) return nullptr;
  return at;
}

// Every string of a field is compared folded.
struct Sought {
  std::string folded;
  bool is_message = false;  // long: the order's own texts are looked for in it
  std::string email;        // folded, where the text holds one
};

bool holds(const Sought& sought, const std::string& value) {
  if (value.empty()) return false;
  const std::string folded = fold_for_search(value);
  if (!sought.is_message)
    return folded.find(sought.folded) != std::string::npos;
  return folded.size() >= kShortestPart &&
         sought.folded.find(folded) != std::string::npos;
}

std::optional<FoundBy> match(const OrderBook& book, std::uint32_t order,
                             const Sought& sought) {
  const std::string email = book.order_cell(order, Column::kBuyerEmail);
  if (!sought.email.empty()) {
    // An address is meant as a whole: part of another is none.
    if (!email.empty() && fold_for_search(email) == sought.email)
      return FoundBy::kEmail;
    if (!sought.is_message) return std::nullopt;
  } else if (holds(sought, email)) {
    return FoundBy::kEmail;
  }
  if (!sought.is_message && holds(sought, book.order_id(order).text())) {
    return FoundBy::kOrderId;
  }
  for (std::uint32_t item = book.first_item(order);
       item < book.last_item(order); ++item) {
    if (holds(sought, book.item_cell(item, Column::kSku))) return FoundBy::kSku;
  }
  for (const Column column : {Column::kRecipientName, Column::kBuyerName}) {
    if (holds(sought, book.order_cell(order, column))) return FoundBy::kName;
  }
  return std::nullopt;
}

// Whether a tracking number stands in a folded text, alone among other digits.
bool is_number_in(const std::string& number, const std::string& folded) {
  const std::string wanted = fold_for_search(number);
  if (wanted.size() < kShortestPart) return false;
  const auto digit = [&](std::size_t at) {
    return at < folded.size() && folded[at] >= '0' && folded[at] <= '9';
  };
  for (std::size_t at = folded.find(wanted); at != std::string::npos;
       at = folded.find(wanted, at + 1)) {
    if ((at == 0 || !digit(at - 1)) && !digit(at + wanted.size())) return true;
  }
  return false;
}

bool is_email_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '.' || c == '+' || c == '_' || c == '-';
}

// The first e-mail address of a text, folded; "" where there is none.
std::string email_in(std::string_view utf8) {
  const WidthFolded narrow(utf8);
  std::string text;
  for (const char32_t c : narrow) text += c < 0x80 ? static_cast<char>(c) : ' ';
  for (std::size_t at = text.find('@'); at != std::string::npos;
       at = text.find('@', at + 1)) {
    std::size_t begin = at, end = at + 1;
    while (begin > 0 && is_email_character(text[begin - 1])) --begin;
    while (end < text.size() && is_email_character(text[end])) ++end;
    while (end > at + 1 && text[end - 1] == '.') --end;
    if (begin < at && end > at + 1) {
      return fold_for_search(std::string_view(text).substr(begin, end - begin));
    }
  }
  return {};
}

}  // namespace

std::string_view found_by_name(FoundBy by) {
  switch (by) {
    case FoundBy::kOrderId:
      return "order-id";
    case FoundBy::kTrackingNumber:
      return "tracking-number";
    case FoundBy::kEmail:
      return "email";
    case FoundBy::kSku:
      return "sku";
    case FoundBy::kName:
      break;
  }
  return "name";
}

std::vector<OrderId> order_ids_in(std::string_view utf8) {
  const WidthFolded folded(utf8);
  std::vector<OrderId> ids;
  std::string digits;
  for (const char32_t* at = folded.begin(); at != folded.end(); ++at) {
    if (at != folded.begin() && is_digit(at[-1])) continue;
    if (!is_digit(*at) && *at != U's') continue;
    const char32_t* const end = order_id_at(at, folded.end(), digits);
    if (end == nullptr) continue;
    const auto id =
        OrderId::parse(digits.substr(0, 3) + "-" + digits.substr(3, 7) + "-" +
                       digits.substr(10));
    if (!id) continue;
    if (std::find(ids.begin(), ids.end(), *id) == ids.end()) ids.push_back(*id);
    at = end - 1;
  }
  return ids;
}

FoundOrders find_orders(const Check& check, std::string_view bytes,
                        const TrackingNumbers* numbers) {
  const OrderBook& book = check.context().book;
  std::string text;
  append_utf8(bytes.substr(0, kLongestSought), Encoding::kUtf8, text);
  FoundOrders found;
  found.proposed = propose_cases(text);
  const std::vector<OrderId> ids = order_ids_in(text);
  for (const OrderId& id : ids) {
    if (found.sought.empty()) found.sought = id.text();
    if (const auto order = book.find(id))
      found.orders.push_back({*order, FoundBy::kOrderId});
  }
  found.total = found.orders.size();
  if (found.total > 0) {
    found.orders.resize(std::min(found.total, kMostFound));
    return found;
  }
  for (const OrderId& id : ids) {
    if (lacks_rows(book, id)) found.unread.push_back(id);
  }
  if (!found.unread.empty()) found.sought = found.unread.front().text();
  Sought sought;
  sought.folded = fold_for_search(text);
  sought.email = email_in(text);
  sought.is_message =
      text.size() > kLongestQuery || text.find('\n') != std::string::npos;
  if (numbers != nullptr) {
    for (const TrackingNumber& one : numbers->all()) {
      if (!is_number_in(one.number, sought.folded)) continue;
      if (found.orders.size() < kMostFound) {
        found.orders.push_back({one.order, FoundBy::kTrackingNumber});
      }
      ++found.total;
    }
    if (found.total > 0) {
      if (found.sought.empty())
        found.sought = sought.is_message ? std::string() : text;
      return found;
    }
  }
  // An order number that no report has is its own answer, unless the message
  // has more.
  if (!ids.empty() && !sought.is_message && sought.email.empty()) return found;
  if (found.sought.empty()) {
    found.sought = sought.is_message && sought.email.empty() ? std::string()
                                                             : sought.email;
    if (found.sought.empty() && !sought.is_message) found.sought = text;
  }
  const auto characters = std::count_if(
      sought.folded.begin(), sought.folded.end(),
      [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; });
  // Two kanji are a name; two letters are half of everything.
  const bool latin =
      static_cast<std::size_t>(characters) == sought.folded.size();
  if (static_cast<std::size_t>(characters) <
      (latin ? kShortestText : kShortestText - 1)) {
    found.too_little = true;
    return found;
  }
  std::array<std::vector<std::uint32_t>, 5> by;
  for (std::uint32_t order = 0; order < book.order_count(); ++order) {
    const auto how = match(book, order, sought);
    if (!how) continue;
    auto& kept = by[static_cast<std::size_t>(*how)];
    if (kept.size() < kMostFound) kept.push_back(order);
    ++found.total;
  }
  for (std::size_t how = 0; how < by.size(); ++how) {
    for (const std::uint32_t order : by[how]) {
      if (found.orders.size() == kMostFound) break;
      found.orders.push_back({order, static_cast<FoundBy>(how)});
    }
  }
  return found;
}

}  // namespace parcelwise
