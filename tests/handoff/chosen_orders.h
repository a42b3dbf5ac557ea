// Made-up orders, checked, and an export of some of them.
#ifndef PARCELWISE_TESTS_HANDOFF_CHOSEN_ORDERS_H_
#define PARCELWISE_TESTS_HANDOFF_CHOSEN_ORDERS_H_

#include <string>
#include <string_view>
#include <vector>

#include "handoff/export.h"
#include "rules/checked_reports.h"

namespace parcelwise {

struct Choice {
  std::vector<std::string> orders;               // none: all to ship
  std::vector<std::vector<std::string>> groups;  // accepted
  Language language = Language::kEnglish;
  std::string shop = "{}";
};

// Calls `ask` with the context of an export of those orders.
template <typename Ask>
auto with_choice(const Check& check, const Choice& choice, Ask ask,
                 Companions companions = Companions::kTaken) {
  const auto shop = ShopSettings::load(choice.shop);
  EXPECT_TRUE(shop.has_value());
  std::vector<std::uint32_t> orders;
  for (const std::string& id : choice.orders) {
    orders.push_back(check.context().book.find(*OrderId::parse(id)).value());
  }
  std::vector<std::vector<OrderId>> groups;
  for (const auto& group : choice.groups) {
    auto& ids = groups.emplace_back();
    for (const std::string& id : group) ids.push_back(*OrderId::parse(id));
  }
  const RefundPlan plan;
  return ask(ExportContext{check, *shop, plan,
                           shipments_of(check, orders, groups, companions),
                           !orders.empty(), choice.language});
}

inline HandoffFiles write_kind(std::string_view kind, const Check& check,
                               const Choice& choice = {}) {
  return with_choice(
      check, choice,
      [&](const ExportContext& context) {
        return find_export_kind(kind)->write(context);
      },
      find_export_kind(kind)->companions);
}

// The bytes of the only file; "" where there is none.
inline std::string only_file(const HandoffFiles& made) {
  EXPECT_LE(made.files.size(), 1u);
  return made.files.empty() ? std::string() : made.files[0].bytes;
}

}  // namespace parcelwise

#endif  // PARCELWISE_TESTS_HANDOFF_CHOSEN_ORDERS_H_
