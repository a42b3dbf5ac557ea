// Compares addresses by their characters; see combine/differences.h.
#include "combine/differences.h"

#include <algorithm>

#include "report/columns.h"

namespace parcelwise {
namespace {

constexpr Column kAddress[] = {Column::kRecipientName, Column::kShipPostalCode,
                               Column::kShipState,     Column::kShipCity,
                               Column::kShipAddress1,  Column::kShipAddress2,
                               Column::kShipAddress3,  Column::kShipCountry};

// One character of an address, and where in it the character stands.
struct Letter {
  std::string_view bytes;
  std::uint16_t line = 0;
  bool differs = false;
};

struct Written {
  std::vector<std::pair<std::string_view, std::string>> lines;  // column, text
  std::vector<Letter> letters;
};

Written written(const OrderBook& book, std::uint32_t order) {
  Written address;
  for (const Column column : kAddress) {
    std::string text = book.order_cell(order, column);
    if (!text.empty())
      address.lines.emplace_back(column_name(column), std::move(text));
  }
  for (std::size_t l = 0; l < address.lines.size(); ++l) {
    const std::string& text = address.lines[l].second;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at + 1;
      while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
      address.letters.push_back({std::string_view(text).substr(at, end - at),
                                 static_cast<std::uint16_t>(l), false});
      at = end;
    }
  }
  return address;
}

bool is_space(const Letter& letter) {
  return letter.bytes == " " || letter.bytes == "\xE3\x80\x80";
}

// What stands in both is left unmarked; a space alone is no difference.
void mark(std::vector<Letter>& a, std::vector<Letter>& b) {
  const auto equal = [](const Letter& one, const Letter& other) {
    return one.bytes == other.bytes;
  };
  if (std::equal(a.begin(), a.end(), b.begin(), b.end(), equal)) return;
  const auto mark_all = [](std::vector<Letter>& letters) {
    for (Letter& letter : letters)
      letter.differs = letter.differs || !is_space(letter);
  };
  if (a.size() > kMostCompared || b.size() > kMostCompared) {
    mark_all(a);
    return mark_all(b);
  }
  // common[i][j]: letters in common of what follows a[i] and b[j].
  const std::size_t width = b.size() + 1;
  std::vector<std::uint16_t> common((a.size() + 1) * width);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      common[i * width + j] =
          equal(a[i], b[j])
              ? static_cast<std::uint16_t>(common[(i + 1) * width + j + 1] + 1)
              : std::max(common[(i + 1) * width + j],
                         common[i * width + j + 1]);
    }
  }
  const auto differs = [](Letter& letter) {
    letter.differs = letter.differs || !is_space(letter);
  };
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && equal(a[i], b[j])) {
      ++i, ++j;
    } else if (j == b.size() ||
               (i < a.size() &&
                common[(i + 1) * width + j] >= common[i * width + j + 1])) {
      differs(a[i++]);
    } else {
      differs(b[j++]);
    }
  }
}

}  // namespace

std::vector<MarkedAddress> marked_addresses(
    const OrderBook& book, std::span<const std::uint32_t> orders) {
  std::vector<Written> all;
  for (const std::uint32_t order : orders) all.push_back(written(book, order));
  for (std::size_t k = 1; k < all.size(); ++k)
    mark(all[0].letters, all[k].letters);

  std::vector<MarkedAddress> addresses;
  for (std::size_t k = 0; k < all.size(); ++k) {
    MarkedAddress& address = addresses.emplace_back();
    address.order = orders[k];
    for (const auto& [column, text] : all[k].lines)
      address.lines.push_back({column, {}});
    for (const Letter& letter : all[k].letters) {
      auto& parts = address.lines[letter.line].parts;
      if (parts.empty() || parts.back().differs != letter.differs) {
        parts.push_back({{}, letter.differs});
      }
      parts.back().text += letter.bytes;
    }
  }
  return addresses;
}

}  // namespace parcelwise
