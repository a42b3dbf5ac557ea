// Tests core/rules/pickup.cc, ioss.cc and signature.cc, which tell what a
// report marks, and the limits that a context keeps by day.
#include <gtest/gtest.h>

#include "orders/limits.h"
#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-18T09:00:00+09:00";

ReportText marked() {
  return ReportText(
      {"order-id", "order-item-id", "purchase-date", "promise-date", "sku",
       "quantity-purchased", "quantity-shipped", "quantity-to-ship",
       "is-buyer-requested-cancellation", "signature-confirmation-recommended",
       "is-ispu-order", "is-pickup-point-order", "pickup-point-type",
       "ioss-number", "buyer-citizen-id"});
}

TEST(Marks, are_told_while_the_order_is_to_ship) {
  struct Row {
    const char* name;
    Cells cells;
    const char *rule, *title;  // "": nothing is found
  };
  const Row rows[] = {
      {"at a point",
       {{"is-pickup-point-order", "true"}, {"pickup-point-type", "LOCKER"}},
       "pickup",
       "Marked as sent to a pickup point: write the address exactly as it "
       "stands"},
      {"at no point", {{"is-pickup-point-order", "false"}}, "pickup", ""},
      {"at the seller's store",
       {{"is-ispu-order", "TRUE"}},
       "pickup",
       "Marked as collected at your store: look it up before you send it"},
      {"an IOSS number",
       {{"ioss-number", "IM4420001201"}},
       "ioss",
       "IOSS number for the customs data"},
      {"none", {}, "ioss", ""},
      {"a signature",
       {{"signature-confirmation-recommended", "true"}},
       "signature",
       "Signature on delivery recommended"},
      {"no signature",
       {{"signature-confirmation-recommended", "false"}},
       "signature",
       ""},
      {"the buyer wants it gone",
       {{"signature-confirmation-recommended", "true"},
        {"is-buyer-requested-cancellation", "true"}},
       "signature",
       ""},
  };
  for (const Row& row : rows) {
    const CheckedReports checked({{"u.txt", marked().row(row.cells).text()}},
                                 kNow);
    const Action* const action = checked.action(row.rule);
    ASSERT_EQ(action != nullptr, row.title[0] != '\0') << row.name;
    if (action == nullptr) continue;
    EXPECT_EQ(checked.found(row.rule), "info 2026-11-20T23:59:59+09:00")
        << row.name;
    EXPECT_EQ(title_of(checked.check(), *action, Language::kEnglish), row.title)
        << row.name;
  }
  const CheckedReports all(
      {{"u.txt", marked()
                     .row({{"is-pickup-point-order", "true"},
                           {"pickup-point-type", "LOCKER"},
                           {"ioss-number", "IM4420001201"}})
                     .text()}},
      kNow);
  EXPECT_EQ(all.evidence("pickup", "pickup-point-type"), "LOCKER");
  EXPECT_EQ(all.evidence("ioss", "ioss-number"), "IM4420001201");
}

// docs/marketplaces.md 5, item 10.
TEST(Marks, of_citizens_are_shown_nowhere) {
  const CheckedReports checked(
      {{"u.txt", marked().row({{"buyer-citizen-id", "12345678901"}}).text()}},
      kNow);
  EXPECT_EQ(checked.json().find("12345678901"), std::string::npos);
  EXPECT_NE(checked.json().find("buyer-citizen-id"), std::string::npos);
}

// What is kept by day is what each order's own day gives, also where two days
// share a place: 64 and 128 days apart.
TEST(Limits, are_kept_by_day) {
  const CheckedReports checked({{"u.txt", marked().row({}).text()}}, kNow);
  const CheckContext& context = checked.check().context();
  const Instant first = at("2026-01-01T10:00:00+09:00");
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 300; ++i) {
      const Instant ship_by{first.unix_seconds +
                            std::int64_t{i} * 13 * 7 * 3600};
      EXPECT_EQ(context.confirm_by(ship_by),
                confirm_by(context.policy, ship_by));
      EXPECT_EQ(context.amazon_by(ship_by), amazon_by(context.policy, ship_by));
    }
  }
}

}  // namespace
}  // namespace parcelwise
