// Tests core/json/health_json.cc: two offers, the invoices that Germany wants,
// and what is left out where there is nothing to say.
#include "json/health_json.h"

#include <gtest/gtest.h>

#include <string>

#include "journal/journal_text.h"
#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-20T09:00:00+01:00";

// Of Germany: 1 and 2 are business orders, 1 shipped and 2 yet unshipped; 3 and
// 4, TEA, were cancelled, and 5, CUP.
FileText orders() {
  ReportText all({"amazon-order-id", "purchase-date", "order-status", "sku",
                  "item-status", "quantity", "sales-channel",
                  "fulfillment-channel", "is-business-order"});
  for (int n = 1; n <= 5; ++n) {
    const char* const status = n == 1   ? "Shipped"
                               : n == 2 ? "Unshipped"
                                        : "Cancelled";
    all.row({{"amazon-order-id", numbered(n).text()},
             {"order-status", status},
             {"item-status", status},
             {"sales-channel", "Amazon.de"},
             {"is-business-order", n <= 2 ? "true" : "false"},
             {"sku", n == 5 ? "CUP" : "TEA"}});
  }
  return {"all.txt", all.text()};
}

Json health(const Journal* journal, std::string_view policy) {
  const FileText file = orders();
  const Report report = *read_report(file.text, file.name);
  OrderBook book = OrderBook::join({&report});
  const Policies policies = Policies::only(book, *Policy::load(policy));
  book.weigh(policies, at(kNow), {});
  Progress progress;
  CheckOptions options;
  if (journal != nullptr) {
    progress = Progress::fold(*journal, {});
    options.progress = &progress;
  }
  const Check check = Check::run(book, policies, at(kNow), options);
  const Json json = health_json(check, Language::kEnglish);
  EXPECT_EQ(json.size(), 1u);
  return json[0];
}

TEST(HealthJson, tells_offers_at_risk_and_invoices) {
  Journal journal;
  journal.events = {event(EventKind::kConfirmationFile, 0, {2})};  // Wednesday
  const Json json = health(&journal, "amazon-de");
  EXPECT_EQ(json["policy"], "amazon-de");
  // One cancellation is none that puts an offer at risk.
  ASSERT_EQ(json["offers"].size(), 1u);
  EXPECT_EQ(json["offers"][0]["sku"], "TEA");
  EXPECT_EQ(json["offers"][0]["orders"], 2);
  EXPECT_NE(json["offers"][0]["text"].text().find("TEA: 2 orders cancelled"),
            std::string::npos);
  // What a report alone shows as shipped went on a day that nobody knows.
  ASSERT_EQ(json["invoices"].size(), 2u);
  EXPECT_EQ(json["invoices"][0]["order_id"], numbered(1).text());
  EXPECT_TRUE(json["invoices"][0]["due"].is_null());
  EXPECT_EQ(json["invoices"][1]["order_id"], numbered(2).text());
  EXPECT_EQ(json["invoices"][1]["due"], "2026-11-19T23:59:59+01:00");
  EXPECT_TRUE(json.contains("invoices_text"));
  const Json& figure = json["figures"][0];
  EXPECT_EQ(figure["id"], "cancellations");
  EXPECT_EQ(figure["numerator"], 3);
  EXPECT_EQ(figure["denominator"], 5);
  EXPECT_EQ(json["figures"].size(), 3u);
}

TEST(HealthJson, says_nothing_of_invoices_where_none_is_due) {
  const Json confirmed_nothing = health(nullptr, "amazon-de");
  ASSERT_EQ(confirmed_nothing["invoices"].size(), 1u);
  EXPECT_EQ(confirmed_nothing["figures"].size(), 2u);  // no numbers are known
  const Json japan = health(nullptr, "amazon-jp");  // there they are Amazon's
  EXPECT_TRUE(japan["invoices"].empty());
  EXPECT_FALSE(japan.contains("invoices_text"));
  EXPECT_EQ(japan["offers"].size(), 1u);
}

}  // namespace
}  // namespace parcelwise
