// Tests core/orders/unshipped_listings.cc.
#include "orders/unshipped_listings.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-21T09:00:00+09:00";

std::vector<std::uint32_t> outdated_of(const CheckedReports& checked) {
  const CheckContext& context = checked.check().context();
  return outdated_listings(context.book, context.policy);
}

std::string one_order(const Cells& cells) {
  return ReportText::unshipped().row(cells).text();
}

TEST(UnshippedListings, the_older_of_one_country_is_outdated) {
  const std::string friday =
      one_order({{"purchase-date", "2026-11-18T01:00:00+00:00"},
                 {"payments-date", "2026-11-18T01:00:00+00:00"}});
  const std::string saturday =
      one_order({{"order-id", "250-1234567-0000002"},
                 {"purchase-date", "2026-11-20T01:00:00+00:00"},
                 {"payments-date", "2026-11-20T01:00:00+00:00"}});
  const std::string abroad =
      one_order({{"order-id", "403-1234567-0000003"},
                 {"ship-country", "IT"},
                 {"purchase-date", "2026-11-20T01:00:00+00:00"},
                 {"payments-date", "2026-11-20T01:00:00+00:00"}});
  const std::string priced = ReportText::new_orders().row({}).text();
  struct Row {
    const char* name;
    std::vector<FileText> files;
    std::vector<std::string> outdated;
  };
  const Row rows[] = {
      {"one report", {{"a.txt", friday}}, {}},
      {"two mornings", {{"a.txt", friday}, {"b.txt", saturday}}, {"a.txt"}},
      {"the newer one first",
       {{"a.txt", saturday}, {"b.txt", friday}},
       {"b.txt"}},
      {"of another country", {{"a.txt", friday}, {"b.txt", abroad}}, {}},
      {"the same morning in two files",
       {{"a.txt", friday}, {"b.txt", friday + "\n"}},
       {}},
      {"a report of another kind is no listing",
       {{"a.txt", friday}, {"b.txt", priced}},
       {}},
      {"three mornings of which two are past",
       {{"a.txt", friday}, {"b.txt", saturday}, {"c.txt", friday + "\n"}},
       {"a.txt", "c.txt"}},
  };
  for (const Row& row : rows) {
    const CheckedReports checked(row.files, kNow);
    std::vector<std::string> outdated;
    for (const std::uint32_t r : outdated_of(checked)) {
      outdated.push_back(checked.book().reports()[r]->file);
    }
    EXPECT_EQ(outdated, row.outdated) << row.name;
  }
}

// No order of the second morning is new: the days by which one is late tell.
TEST(UnshippedListings, days_past_the_promise_tell_mornings_apart) {
  const auto late = [](const char* days) {
    ReportText text({"order-id", "order-item-id", "purchase-date",
                     "payments-date", "promise-date", "days-past-promise",
                     "sku", "product-name", "quantity-purchased",
                     "quantity-shipped", "quantity-to-ship", "recipient-name",
                     "ship-address-1", "ship-state", "ship-postal-code",
                     "ship-country"});
    return text
        .row({{"promise-date", "2026-11-18T14:59:59+00:00"},
              {"days-past-promise", days}})
        .text();
  };
  const CheckedReports checked({{"a.txt", late("2")}, {"b.txt", late("3")}},
                               kNow);
  EXPECT_EQ(outdated_of(checked), std::vector<std::uint32_t>{0});
}

}  // namespace
}  // namespace parcelwise
