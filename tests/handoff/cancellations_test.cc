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

TEST(Cancellations, of_a_result_only_what_was_refused_goes_again) {
  struct Row {
    const char* name;
    const char* refused;  // record, order, item of the result's row
    const char* sent;     // last digits of the items
    const char* left_out;
  };
  const Row rows[] = {
      {"an item", "2\t250-1234567-1234567\t10000000000002", "2", ""},
      {"a record of an order", "1\t250-1234567-1234567\t", "1", ""},
      {"all of an order", "3\t250-1234567-1234568\t", "3", ""},
      {"some line of an order", "7\t250-1234567-1234567\t", "",
       "250-1234567-1234567 order-item-id  refused-line-unclear\n"},
      {"an order of another file", "1\t250-7654321-7654321\t10000000000002", "",
       ""},
  };
  const Cells asked = {{"is-buyer-requested-cancellation", "true"}};
  ReportText text = ReportText::unshipped();
  text.row(asked);
  for (const auto& [order, item] :
       {std::pair(kAsked, "10000000000002"), {kOther, "10000000000003"}}) {
    Cells cells = asked;
    cells.push_back({"order-id", order});
    cells.push_back({"order-item-id", item});
    text.row(cells);
  }
  const CheckedReports checked({{"unshipped.txt", text.text()}}, kNow);
  for (const Row& row : rows) {
    const auto result = read_upload_result(
        "r.txt",
        "Summary:\n\tprocessed\t\t3\n\tsuccessful\t\t2\n\n"
        "original-record-number\torder-id\torder-item-id\terror-code\t"
        "error-type\terror-message\n" +
            std::string(row.refused) + "\t99999\tError\twords\n");
    ASSERT_TRUE(result.has_value()) << row.name;
    UploadWishes upload;
    upload.retry = &*result;
    const HandoffFiles made =
        write_kind("cancellations", checked, {.upload = upload});
    std::string sent;
    for (const std::string& line : split_text(rows_text(made, 2), "\n"))
      if (!line.empty()) sent += line.back();
    EXPECT_EQ(sent, row.sent) << row.name;
    EXPECT_EQ(reported(made.left_out), row.left_out) << row.name;
    EXPECT_EQ(made.warnings.size(), sent.empty() ? 0u : 1u) << row.name;
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
