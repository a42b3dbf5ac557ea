// Tests core/answer/already_refunded.cc over the cases that refund or send
// again, and the seller's own amount.
#include <gtest/gtest.h>

#include <optional>

#include "answer/answered.h"

namespace parcelwise {
namespace {

// A settlement shows all of it refunded: nothing is paid or sent again.
TEST(AlreadyRefunded, is_promised_by_no_case) {
  struct Row {
    const char* of;
    const char* given;
  };
  const Row rows[] = {
      {"damaged-wrong-or-missing", ""},
      {"damaged-wrong-or-missing", "trouble=damaged"},
      {"damaged-wrong-or-missing", "trouble=damaged remedy=replacement"},
      {"damaged-wrong-or-missing",
       "trouble=damaged remedy=replacement out=POT"},
      {"damaged-wrong-or-missing", "trouble=missing remedy=replacement"},
      {"damaged-wrong-or-missing", "trouble=wrong remedy=part-refund"},
      {"damaged-wrong-or-missing", "trouble=wrong remedy=return"},
      {"damaged-wrong-or-missing", "trouble=defective remedy=refund"},
      {"not-received", "tracking=yes says=lost"},
      {"not-received", "tracking=no"},
      {"wants-to-return", "reason=changed-mind"},
      {"kept-too-long", "kept=returning"},
      {"returned-undeliverable", "back=no"},
      {"returned-undeliverable", "back=yes"},
      {"cancel-request", ""},
      {"cancel-request", "sent=no"},
  };
  for (const Row& row : rows) {
    const Answered answered(order_in("refunded"), kDecember,
                            asked(row.of, row.given));
    ASSERT_TRUE(answered.has_value()) << row.of << " " << row.given;
    EXPECT_EQ(answered.answer().outcome, "already-refunded")
        << row.of << " " << row.given;
    EXPECT_FALSE(answered.answer().refund) << row.of << " " << row.given;
    EXPECT_FALSE(answered.answer().follow_up) << row.of << " " << row.given;
    EXPECT_TRUE(answered.message().blanks.empty());
  }
}

// Of two lines one was refunded: it alone, where it is named.
TEST(AlreadyRefunded, is_what_the_named_line_was) {
  const Cells cup = {{"order-item-id", "10000000000002"}, {"sku", "CUP"}};
  Cells priced_cup = cup;
  priced_cup.insert(priced_cup.end(), {{"order-status", "Shipped"},
                                       {"item-status", "Shipped"},
                                       {"item-price", "1980"}});
  const Files files = {
      {"all.txt", ReportText::all_orders()
                      .row({{"sku", "POT"},
                            {"order-status", "Shipped"},
                            {"item-status", "Shipped"},
                            {"item-price", "2400"}})
                      .row(priced_cup)
                      .text()},
      {"paid.txt", ReportText::settlement()
                       .row({{"sku", "POT"}, {"amount", "-2400"}})
                       .text()}};
  struct Row {
    const char* given;
    const char* outcome;
  };
  const Row rows[] = {
      {"trouble=damaged remedy=replacement out=POT", "already-refunded"},
      {"trouble=damaged remedy=replacement out=CUP", "replacement"},
      {"trouble=damaged remedy=replacement out=POT,CUP", "replacement"},
      {"trouble=damaged remedy=replacement", "replacement"},
      {"trouble=damaged remedy=refund out=POT", "already-refunded"},
      {"trouble=damaged remedy=refund out=CUP", "refund"},
  };
  for (const Row& row : rows) {
    const Answered answered(files, kDecember,
                            asked("damaged-wrong-or-missing", row.given));
    ASSERT_TRUE(answered.has_value()) << row.given;
    EXPECT_EQ(answered.answer().outcome, row.outcome) << row.given;
  }
}

// What is out of stock was refunded before: the rest is still shipped.
TEST(AlreadyRefunded, is_what_is_out_of_stock) {
  Files files = order_in("open");
  files.push_back({"paid.txt", ReportText::settlement()
                                   .row({{"order-item-code", "10000000000002"},
                                         {"sku", "CUP"},
                                         {"amount", "-1782"}})
                                   .text()});
  const Answered answered(files, kMonday,
                          asked("items-unavailable", "out=CUP consent=yes"));
  ASSERT_TRUE(answered.has_value());
  EXPECT_EQ(answered.answer().outcome, "already-refunded");
  EXPECT_EQ(answered.answer().also, std::vector<std::string_view>{"ship-rest"});
  EXPECT_TRUE(answered.answer().asks.empty());
}

// The seller's own amount: of the order's currency, and never more than is
// left.
TEST(GivenAmount, is_money_that_is_left) {
  const Cells shipped = {{"sku", "POT"},
                         {"order-status", "Shipped"},
                         {"item-status", "Shipped"},
                         {"currency", "EUR"},
                         {"item-price", "30.00"},
                         {"shipping-price", "5.00"}};
  const FileText all{"all.txt", ReportText::all_orders().row(shipped).text()};
  const FileText paid{
      "paid.txt",
      ReportText::settlement()
          .row({{"sku", "POT"}, {"currency", "EUR"}, {"amount", "-30.00"}})
          .text()};
  struct Row {
    const char* amount;
    bool part_refunded;
    std::optional<AnswerErrorCode> error;
    std::int64_t minor;
    const char* left;
  };
  const auto more = AnswerErrorCode::kMoreThanRemains;
  const auto bad = AnswerErrorCode::kBadAmount;
  const Row rows[] = {
      {"35.00", false, std::nullopt, 3500, ""},
      {"35.01", false, more, 0, "EUR 35.00"},
      {"99.00", false, more, 0, "EUR 35.00"},
      {"5.00", true, std::nullopt, 500, ""},
      {"5.01", true, more, 0, "EUR 5.00"},
      {" 12,5 ", false, std::nullopt, 1250, ""},
      {"EUR 12.50", false, std::nullopt, 1250, ""},
      {"12,50 \xE2\x82\xAC", false, std::nullopt, 1250, ""},
      {"12.50 USD", false, bad, 0, ""},
      {"1,234", false, bad, 0, ""},
      {"half", false, bad, 0, ""},
      {"0", false, bad, 0, ""},
      {"-5", false, bad, 0, ""},
  };
  for (const Row& row : rows) {
    Files files = {all};
    if (row.part_refunded) files.push_back(paid);
    AnswerRequest request =
        asked("damaged-wrong-or-missing", "trouble=damaged remedy=part-refund");
    request.given.amount = row.amount;
    request.language = Language::kEnglish;
    const Answered answered(files, kDecember, request, "amazon-it");
    EXPECT_EQ(answered.has_value(), !row.error) << row.amount;
    if (!answered.has_value()) {
      EXPECT_EQ(answered.error().code, row.error) << row.amount;
      EXPECT_EQ(answered.error().value, *row.left ? row.left : row.amount);
      continue;
    }
    EXPECT_EQ(answered.answer().given_amount->minor, row.minor) << row.amount;
    const Money shown{*Currency::from_code("EUR"), row.minor};
    EXPECT_NE(
        answered.message().body.find(buyer_money(shown, Language::kEnglish)),
        std::string::npos)
        << row.amount;
  }
}

}  // namespace
}  // namespace parcelwise
