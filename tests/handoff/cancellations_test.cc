// Tests core/handoff/cancellations.cc.
#include <gtest/gtest.h>

#include <string>

#include "handoff/amazon_files.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-20T09:00:00+09:00";
const std::string kAsked = "250-1234567-1234567";
const std::string kOther = "250-1234567-1234568";

TEST(Cancellations, what_buyers_asked_for_byte_for_byte) {
  const CheckedReports checked(
      {{"unshipped.txt",
        ReportText::unshipped()
            .row({{"is-buyer-requested-cancellation", "true"}})
            .row({{"order-item-id", "10000000000002"}, {"sku", "B"}})
            .row({{"order-id", kOther}, {"order-item-id", "10000000000003"}})
            .text()}},
      kNow);
  const HandoffFiles made = write_kind("cancellations", checked, {});
  ASSERT_EQ(made.files.size(), 1u);
  EXPECT_EQ(made.files[0].name, "cancellations.txt");
  EXPECT_EQ(made.files[0].bytes,
            "TemplateType=OrderCancellation\tVersion=1.0/1.0.3\tThis row for "
            "Amazon.com use only. Do not modify or delete.\r\n"
            "order-id\tcancellation-reason-code\tamazon-order-item-code\r\n"
            "250-1234567-1234567\tBuyerCanceled\t10000000000001\r\n"
            "250-1234567-1234567\tBuyerCanceled\t10000000000002\r\n");
  EXPECT_EQ(reported(made.warnings),
            kAsked + " cancellation-reason-code  header-untried\n");
}

TEST(Cancellations, chosen_orders_and_their_reasons) {
  struct Row {
    const char* name;
    const char* order;
    const char* reason;
    const char* code;      // "" where it is left out
    const char* left_out;  // behind the order's id
    const char* warned;    // why, without the header's
  };
  const Row rows[] = {
      {"the buyer asked", "250-1234567-1234567", "", "BuyerCanceled", "", ""},
      {"the seller's reason goes before", "250-1234567-1234567", "NoInventory",
       "NoInventory", "", ""},
      {"no reason", "250-1234567-1234568", "", "",
       "cancellation-reason-code  no-reason", ""},
      {"out of stock", "250-1234567-1234568", "NoInventory", "NoInventory", "",
       ""},
      {"the buyer did not ask", "250-1234567-1234568", "BuyerCanceled",
       "BuyerCanceled", "", "not-asked"},
      {"a reason that is none", "250-1234567-1234568", "Boredom", "",
       "cancellation-reason-code Boredom unknown-reason", ""},
      {"a reason's case counts", "250-1234567-1234568", "noinventory", "",
       "cancellation-reason-code noinventory unknown-reason", ""},
      {"confirmed in part", "250-1234567-1234569", "NoInventory", "",
       "  refund-instead", ""},
  };
  ReportText text = ReportText::unshipped();
  text.row({{"is-buyer-requested-cancellation", "true"}})
      .row({{"order-id", kOther}, {"order-item-id", "10000000000003"}})
      .row({{"order-id", "250-1234567-1234569"},
            {"order-item-id", "10000000000004"},
            {"quantity-purchased", "2"},
            {"quantity-shipped", "1"},
            {"quantity-to-ship", "1"}});
  const CheckedReports checked({{"unshipped.txt", text.text()}}, kNow, {},
                               "amazon-us");
  for (const Row& row : rows) {
    const HandoffFiles made =
        write_kind("cancellations", checked,
                   {.orders = {row.order}, .upload = {"", false, row.reason}});
    const std::string rows_made = rows_text(made, 2);
    if (*row.code == '\0') {
      EXPECT_EQ(rows_made, "") << row.name;
      EXPECT_EQ(reported(made.left_out),
                std::string(row.order) + " " + row.left_out + "\n")
          << row.name;
    } else {
      EXPECT_TRUE(rows_made.starts_with(std::string(row.order) + "\t" +
                                        row.code + "\t1000000000000"))
          << row.name;
      EXPECT_EQ(reported(made.left_out), "") << row.name;
    }
    EXPECT_EQ(made.warnings.size(), *row.warned == '\0' ? 0u : 1u) << row.name;
    for (const RowNote& warning : made.warnings)
      EXPECT_EQ(warning.why, row.warned);
  }
}

TEST(Cancellations, an_item_needs_its_id) {
  const CheckedReports checked(
      {{"all.txt", ReportText::all_orders().row({}).text()}}, kNow);
  const HandoffFiles made =
      write_kind("cancellations", checked,
                 {.orders = {kAsked}, .upload = {"", false, "NoInventory"}});
  EXPECT_TRUE(made.files.empty());
  EXPECT_EQ(reported(made.left_out),
            kAsked + " order-item-id SKU-1 no-item-id\n");
}

}  // namespace
}  // namespace parcelwise
