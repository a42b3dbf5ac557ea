// Any two addresses, cell by cell from lines of the input, keep the promises of
// address/address_key.h: safely equal is loosely equal, loosely equal has equal
// numbers, postal codes and countries; keys are text, and the same each time;
// an address without street or postal code meets nothing.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "address/address_key.h"
#include "require.h"
#include "text/encoding.h"
#include "text/fold.h"

namespace {

using namespace parcelwise;

// What stands before the first `end`.
std::string up_to(std::string_view key, char end) {
  return std::string(key.substr(0, key.find(end)));
}

Address address_of(const std::vector<std::string>& cells, std::size_t first) {
  const auto cell = [&](std::size_t i) -> std::string_view {
    return first + i < cells.size() ? std::string_view(cells[first + i])
                                    : std::string_view();
  };
  return {cell(0), cell(1), cell(2), cell(3), cell(4)};
}

void keep_their_promises(const Address& one, const Address& other) {
  AddressKeys a, b, again;
  const bool read_a = a.read(one);
  REQUIRE(again.read(one) == read_a);
  if (read_a) {
    REQUIRE(is_valid_utf8(a.safe()) && is_valid_utf8(a.loose()));
    REQUIRE(again.safe() == a.safe() && again.loose() == a.loose());
    REQUIRE(match(a, again) == AddressMatch::kSafe);
    REQUIRE(!fold_postal_code(one.postal_code).empty());
    REQUIRE(!one.street.empty());
    REQUIRE(a.prefecture() <= 47);
    // Read into memory that another address used.
    if (b.read(other))
      REQUIRE(b.read(one) && b.safe() == a.safe() && b.loose() == a.loose());
  }
  if (!read_a || !b.read(other)) return;
  if (a.safe() == b.safe()) REQUIRE(a.loose() == b.loose());
  if (a.loose() == b.loose()) {
    REQUIRE(a.numbers() == b.numbers());
    REQUIRE(up_to(a.safe(), '/') == up_to(b.safe(), '/'));
  }
  REQUIRE(match(a, b) == match(b, a));
  if (match(a, b) == AddressMatch::kSafe) REQUIRE(a.numbers() == b.numbers());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  std::string text;
  append_utf8({reinterpret_cast<const char*>(data), size}, Encoding::kUtf8,
              text);
  std::vector<std::string> cells(1);
  for (const char c : text) {
    if (c == '\n' || c == '\t') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  const Address one = address_of(cells, 0);
  const Address other = address_of(cells, 5);
  keep_their_promises(one, other);
  // The same streets side by side in one town, under every country's words.
  for (const std::string_view country :
       {"JP", "US", "IT", "DE", "FR", "ES", "BR", "SE", ""}) {
    Address here = one;
    Address there = other;
    here.country = there.country = country;
    here.postal_code = there.postal_code = "1350061";
    here.state = there.state = "";
    there.city = here.city;
    keep_their_promises(here, there);
  }
  return 0;
}
