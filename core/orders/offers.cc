// Reads what came with the program; see orders/offers.h.
#include "orders/offers.h"

#include <algorithm>

#include "files/json_reader.h"
#include "files/open_json.h"

namespace parcelwise {
namespace {

const Json& stores() {
  static const Json kStores =
      member(embedded_json("amazon/offers.json"), "stores");
  return kStores;
}

bool names(const Json& list, std::string_view id) {
  return std::any_of(list.begin(), list.end(),
                     [&](const Json& each) { return each.text() == id; });
}

// "in" these, or in every known one "unless" it is one of those.
bool speaks_of(const Json& row, const Policy& policy) {
  if (policy.base().empty()) return false;
  const Json& in = member(row, "in");
  return in.is_array() ? names(in, policy.base())
                       : !names(member(row, "unless"), policy.base());
}

}  // namespace

std::vector<std::string> lacking(const Policy& policy) {
  std::vector<std::string> list;
  for (const Json& row : stores()) {
    if (!speaks_of(row, policy)) continue;
    for (const Json& what : member(row, "lack")) list.emplace_back(what.text());
  }
  return list;
}

bool lacks(const Policy& policy, std::string_view what) {
  const std::vector<std::string> list = lacking(policy);
  return std::find(list.begin(), list.end(), what) != list.end();
}

bool all_lack(const Policies& policies, std::string_view what) {
  bool orders = false;
  for (std::size_t i = 0; i < policies.all().size(); ++i) {
    if (policies.orders(static_cast<Policies::Index>(i)) == 0) continue;
    orders = true;
    if (!lacks(policies.all()[i], what)) return false;
  }
  return orders;
}

bool letter_paper(const Policy& policy) {
  return std::any_of(stores().begin(), stores().end(), [&](const Json& row) {
    return member(row, "paper").text() == "letter" && speaks_of(row, policy);
  });
}

}  // namespace parcelwise
