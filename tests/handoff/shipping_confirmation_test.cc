// Tests core/handoff/shipping_confirmation.cc.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "handoff/amazon_files.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-20T09:00:00+09:00";
const std::string kOrder = "250-1234567-1234567";
const std::string kOther = "250-1234567-1234568";
constexpr const char* kNumber = "123456789013";

FileText file(const ReportText& text) { return {"unshipped.txt", text.text()}; }
FileText one(const Cells& cells) {
  return file(ReportText::unshipped().row(cells));
}

// The cells of an order's one row behind its id, without the empty ones at the
// end.
std::string row(const HandoffFiles& made, std::size_t header_lines = 3) {
  std::string text = rows_text(made, header_lines);
  if (text.empty()) return text;
  text.pop_back();
  while (text.ends_with("\t")) text.pop_back();
  return text;
}

// docs/carriers.md 0, item 3, and 2: "Other" is gone for IOSS orders to the
// EU since July 2026, and in India.
TEST(ShippingConfirmation, other_is_not_written_where_amazon_refuses_it) {
  struct Row {
    const char *policy, *ioss, *carrier, *now, *row, *left_out;
  };
  const Row rows[] = {
      {"amazon-de", "IM4420001201", "Raben", kNow, "",
       "carrier-code Raben other-for-ioss"},
      {"amazon-de", "IM4420001201", "GLS", kNow,
       "250-1234567-1234567\t\t\t2026-11-20\tGLS\t\t1Z9", ""},
      {"amazon-de", "", "Raben", kNow,
       "250-1234567-1234567\t\t\t2026-11-20\tOther\tRaben\t1Z9", ""},
      {"amazon-us", "IM4420001201", "Raben", kNow,
       "250-1234567-1234567\t\t\t2026-11-19\tOther\tRaben\t1Z9", ""},
      {"amazon-in", "", "Delhivery", kNow,
       "250-1234567-1234567\t\t\t2026-11-20\tDelhivery\t\t1Z9", ""},
      {"amazon-in", "", "other", kNow, "", "carrier-code other no-carrier"},
  };
  for (const Row& row_of : rows) {
    ReportText text({"order-id", "order-item-id", "purchase-date",
                     "promise-date", "sku", "quantity-purchased",
                     "quantity-to-ship", "ioss-number"});
    text.row({{"ioss-number", row_of.ioss}});
    const CheckedReports desk({{"u.txt", text.text()}}, row_of.now, {},
                              row_of.policy);
    const HandoffFiles made = write_kind(
        "shipping-confirmation", desk,
        {.tracking = kOrder + " 1Z9", .upload = {row_of.carrier, false, ""}});
    const std::string name = std::string(row_of.policy) + " " + row_of.carrier;
    EXPECT_EQ(row(made, 1), row_of.row) << name;
    ASSERT_EQ(made.left_out.size(), row_of.left_out[0] == '\0' ? 0u : 1u)
        << name;
    for (const RowNote& note : made.left_out) {
      EXPECT_EQ(note.column + " " + note.value + " " + std::string(note.why),
                row_of.left_out);
      EXPECT_EQ(left_out_text(note, Language::kItalian).find('{'),
                std::string::npos);
    }
  }
}

TEST(ShippingConfirmation, a_carrier_that_would_break_its_line_stays_out) {
  struct Row {
    const char *name, *policy, *carrier, *left_out;
  };
  const Row rows[] = {
      {"a tab", "amazon-us", "Raben\tEVIL", "carrier-name Raben\tEVIL"},
      {"a line's end", "amazon-us", "Raben\r\nGroup",
       "carrier-name Raben\r\nGroup"},
      {"in India, where it is the code", "amazon-in", "Delhi\tvery",
       "carrier-code Delhi\tvery"},
      {"in Japan's encoding", "amazon-jp", "福山\n通運",
       "carrier-name 福山\n通運"},
  };
  for (const Row& row_of : rows) {
    ReportText text = ReportText::unshipped();
    text.row({}).row({{"order-id", kOther}});
    const CheckedReports desk({file(text)}, kNow, {}, row_of.policy);
    const HandoffFiles made =
        write_kind("shipping-confirmation", desk,
                   {.tracking_file = "order-id,tracking-number,carrier\n" +
                                     kOrder + ",1Z9,\"" + row_of.carrier +
                                     "\"\n" + kOther + ",1Z8,Raben\n"});
    EXPECT_EQ(reported(made.left_out),
              kOrder + " " + row_of.left_out + " character-not-written\n")
        << row_of.name;
    EXPECT_EQ(made.rows, 1u) << row_of.name;
  }
}

TEST(ShippingConfirmation, japan_s_file_byte_for_byte) {
  const CheckedReports desk({one({})}, kNow);
  const HandoffFiles made =
      write_kind("shipping-confirmation", desk,
                 {.tracking = kOrder + " ヤマト 1234-5678-9013"});
  ASSERT_EQ(made.files.size(), 1u);
  EXPECT_EQ(made.files[0].name, "shipping-confirmation.txt");
  EXPECT_EQ(made.rows, 1u);
  std::string utf8;
  ASSERT_TRUE(append_utf8(made.files[0].bytes, Encoding::kCp932, utf8));
  EXPECT_EQ(
      utf8,
      "TemplateType=OrderFulfillment\tVersion=2011."
      "1102\tこの行はAmazonが使用しますので変更や削除しないでください。\r\n"
      "注文番号\t注文商品番号\t出荷数\t出荷日\t配送業者コード\t配送業者名\tお問"
      "い合わせ伝票番号\t配送方法\t代金引換\t製品が透明に登録されている場合の製"
      "品の透明コード。\t出荷元住所-名称\u3000\t出荷元住所-行 "
      "1\u3000\t出荷元住所-行 2\u3000\t出荷元住所-行 "
      "3\u3000\t出荷元住所-市町村\u3000 \t出荷元住所-郡\u3000\t出荷元住所-"
      "州・省\u3000\t出荷元住所-郵便番号\u3000\t出荷元住所-国コード\u3000\r\n"
      "order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-"
      "name\ttracking-number\tship-method\tcod-collection-method\ttransparency_"
      "code\tship_from_address_name\tship_from_address_line1\tship_from_"
      "address_line2\tship_from_address_line3\tship_from_address_city\tship_"
      "from_address_county\tship_from_address_state_or_region\tship_from_"
      "address_postalcode\tship_from_address_countrycode\r\n"
      "250-1234567-1234567\t\t\t2026-11-20T09:00:00+09:"
      "00\tYAMATO\t\t123456789013\t\t\t\t\t\t\t\t\t\t\t\t\r\n");
}

TEST(ShippingConfirmation, elsewhere_one_header_and_a_day) {
  const Asked asked{.tracking = kOrder + " 1Z999AA10123456784",
                    .upload = {"ups", false, ""}};
  const CheckedReports us({one({})}, "2026-11-20T09:00:00-08:00", {},
                          "amazon-us");
  const HandoffFiles made = write_kind("shipping-confirmation", us, asked);
  ASSERT_EQ(made.files.size(), 1u);
  EXPECT_EQ(
      made.files[0].bytes,
      "order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-"
      "name\ttracking-number\tship-method\ttransparency_code\tship_from_"
      "address_name\tship_from_address_line1\tship_from_address_line2\tship_"
      "from_address_line3\tship_from_address_city\tship_from_address_"
      "county\tship_from_address_state_or_region\tship_from_address_"
      "postalcode\tship_from_address_countrycode\r\n"
      "250-1234567-1234567\t\t\t2026-11-"
      "20\tUPS\t\t1Z999AA10123456784\t\t\t\t\t\t\t\t\t\t\t\r\n");
  const CheckedReports old(
      {one({})}, "2026-11-20T09:00:00-08:00", {},
      R"({"extends": "amazon-us", "confirmation": {"form": "world-8"}})");
  EXPECT_EQ(
      write_kind("shipping-confirmation", old, asked).files[0].bytes,
      "order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-"
      "name\ttracking-number\tship-method\r\n"
      "250-1234567-1234567\t\t\t2026-11-20\tUPS\t\t1Z999AA10123456784\t\r\n");
}

TEST(ShippingConfirmation, what_one_order_becomes) {
  struct Row {
    const char* name;
    Cells cells;
    std::string tracking;  // behind the order's id
    const char* shop;
    UploadWishes upload;
    const char* row;       // behind the order's id; "" where it is left out
    const char* left_out;  // likewise
  };
  const Row rows[] = {
      {"no number",
       {},
       "",
       "{}",
       {"yamato", false, ""},
       "",
       "tracking-number  no-number"},
      {"no number, and the seller says so",
       {},
       "",
       "{}",
       {"yamato", true, ""},
       "\t\t\t2026-11-20T09:00:00+09:00\tYAMATO",
       ""},
      {"no number, and the shop says so",
       {},
       "",
       R"({"carriers": {"shipping-confirmation": {"carrier": "佐川急便", "without_tracking": "yes"}}})",
       {},
       "\t\t\t2026-11-20T09:00:00+09:00\tSAGAWA",
       ""},
      {"a fast service without a number",
       {{"ship-service-level", "NextDay"}},
       "",
       "{}",
       {"yamato", true, ""},
       "",
       "ship-service-level NextDay service-needs-number"},
      {"a same-day service without a number",
       {{"ship-service-level", "SameDay"}},
       "",
       "{}",
       {"yamato", true, ""},
       "",
       "ship-service-level SameDay service-needs-number"},
      {"a fast service with one",
       {{"ship-service-level", "NextDay"}},
       kNumber,
       "{}",
       {"yamato", false, ""},
       "\t\t\t2026-11-20T09:00:00+09:00\tYAMATO\t\t123456789013",
       ""},
      {"cash on delivery",
       {{"payment-method", "COD"}},
       kNumber,
       "{}",
       {"yamato", false, ""},
       "\t\t\t2026-11-20T09:00:00+09:"
       "00\tYAMATO\t\t123456789013\t\tDirectPayment",
       ""},
      {"cash on delivery without a number",
       {{"payment-method", "COD"}},
       "",
       "{}",
       {"yamato", true, ""},
       "",
       "tracking-number  delivery-needs-number"},
      {"nobody tells the carrier",
       {},
       kNumber,
       "{}",
       {},
       "",
       "carrier-code  no-carrier"},
      {"the file tells the carrier",
       {},
       std::string("佐川 ") + kNumber,
       "{}",
       {"yamato", false, ""},
       "\t\t\t2026-11-20T09:00:00+09:00\tSAGAWA\t\t123456789013",
       ""},
      {"Amazon's own code, in any case",
       {},
       "1Z9",
       "{}",
       {"nipponexpress", false, ""},
       "\t\t\t2026-11-20T09:00:00+09:00\tNipponExpress\t\t1Z9",
       ""},
      {"another carrier",
       {},
       "1Z9",
       "{}",
       {"福山通運", false, ""},
       "\t\t\t2026-11-20T09:00:00+09:"
       "00\tOther\t\x95\x9F\x8E\x52\x92\xCA\x89\x5E\t1Z9",
       ""},
      {"Other without a name",
       {},
       "1Z9",
       "{}",
       {"Other", false, ""},
       "",
       "carrier-code Other no-carrier"},
      {"Other with its name",
       {},
       "1Z9",
       R"({"carriers": {"shipping-confirmation": {"carrier_name": "TMG"}}})",
       {"Other", false, ""},
       "\t\t\t2026-11-20T09:00:00+09:00\tOther\tTMG\t1Z9",
       ""},
      {"a name that CP932 lacks",
       {},
       "1Z9",
       "{}",
       {"Caf\u00E9", false, ""},
       "",
       "carrier-name Caf\u00E9 character-not-written"},
      {"a number that the carrier's are not",
       {},
       "12345678901",
       "{}",
       {"yamato", false, ""},
       "",
       "tracking-number 12345678901 bad-tracking-number"},
      {"sent yesterday",
       {},
       std::string(kNumber) + " 2026-11-19",
       "{}",
       {"yamato", false, ""},
       "\t\t\t2026-11-19T23:59:59+09:00\tYAMATO\t\t123456789013",
       ""},
      {"sent tomorrow",
       {},
       std::string(kNumber) + " 2026-11-21",
       "{}",
       {"yamato", false, ""},
       "",
       "ship-date 2026-11-21 ships-later"},
      {"sent on the day of the purchase",
       {},
       std::string(kNumber) + " 2026-11-17",
       "{}",
       {"yamato", false, ""},
       "\t\t\t2026-11-17T23:59:59+09:00\tYAMATO\t\t123456789013",
       ""},
      {"sent before the purchase",
       {},
       std::string(kNumber) + " 2026-11-16",
       "{}",
       {"yamato", false, ""},
       "",
       "ship-date 2026-11-16 ships-before-order"},
      {"a method of 50 bytes",
       {},
       kNumber,
       R"({"carriers": {"shipping-confirmation": {"ship_method": "12345678901234567890123456789012345678901234567890"}}})",
       {"yamato", false, ""},
       "\t\t\t2026-11-20T09:00:00+09:"
       "00\tYAMATO\t\t123456789013\t1234567890123456789012345678901234567890123"
       "4567890",
       ""},
      {"a method of 51 bytes",
       {},
       kNumber,
       R"({"carriers": {"shipping-confirmation": {"ship_method": "123456789012345678901234567890123456789012345678901"}}})",
       {"yamato", false, ""},
       "",
       "ship-method 123456789012345678901234567890123456789012345678901 "
       "text-too-long"},
  };
  for (const Row& each : rows) {
    const CheckedReports desk({one(each.cells)}, kNow);
    Asked asked{.orders = {kOrder}, .shop = each.shop, .upload = each.upload};
    if (!each.tracking.empty()) asked.tracking = kOrder + " " + each.tracking;
    const HandoffFiles made = write_kind("shipping-confirmation", desk, asked);
    EXPECT_EQ(row(made), *each.row == '\0' ? "" : kOrder + each.row)
        << each.name;
    EXPECT_EQ(reported(made.left_out),
              *each.left_out == '\0' ? "" : kOrder + " " + each.left_out + "\n")
        << each.name;
  }
}

TEST(ShippingConfirmation, a_last_digit_that_does_not_fit_is_told) {
  struct Row {
    const char* name;
    const char* tracking;  // behind the order's id
    const char* shop;
    const char* carrier;
    bool told;
  };
  const char* const kWrong = "123456789014";
  const char* const kSagawa =
      R"({"carriers": {"shipping-confirmation": {"carrier": "佐川急便"}}})";
  const Row rows[] = {
      {"by the carrier asked for", kWrong, "{}", "yamato", true},
      {"by its name", kWrong, "{}", "ヤマト運輸", true},
      {"by the shop's carrier", kWrong, kSagawa, "", true},
      {"a digit that fits", kNumber, "{}", "yamato", false},
      {"a carrier without such a digit", kWrong, "{}", "Other", false},
      {"once: told where the line was read", "ヤマト 123456789014", "{}",
       "yamato", false},
  };
  for (const Row& each : rows) {
    const CheckedReports desk({one({})}, kNow);
    const Asked asked{.orders = {kOrder},
                      .tracking = kOrder + " " + each.tracking,
                      .shop = each.shop,
                      .upload = {each.carrier, false, ""}};
    const HandoffFiles made = write_kind("shipping-confirmation", desk, asked);
    EXPECT_EQ(reported(made.warnings),
              each.told
                  ? kOrder + " tracking-number " + kWrong + " check-digit\n"
                  : "")
        << each.name;
  }
}

TEST(ShippingConfirmation, an_order_that_is_not_to_be_confirmed_is_left_out) {
  struct Row {
    const char* status;
    const char* channel;
    const char* why;
  };
  const Row rows[] = {{"Pending", "Merchant", "still-pending"},
                      {"Cancelled", "Merchant", "was-cancelled"},
                      {"Shipped", "Merchant", "was-confirmed"},
                      {"Unshipped", "Amazon", "amazon-ships"}};
  for (const Row& each : rows) {
    const CheckedReports desk(
        {{"all.txt", ReportText::all_orders()
                         .row({{"order-status", each.status},
                               {"fulfillment-channel", each.channel}})
                         .text()}},
        kNow);
    const HandoffFiles made = write_kind("shipping-confirmation", desk,
                                         {.orders = {kOrder},
                                          .tracking = kOrder + " " + kNumber,
                                          .upload = {"yamato", false, ""}});
    EXPECT_TRUE(made.files.empty()) << each.why;
    EXPECT_EQ(reported(made.left_out), kOrder + "   " + each.why + "\n");
  }
}

// With a number, and chosen by nobody: what is not to be sent is told.
TEST(ShippingConfirmation, an_order_that_nobody_chose_is_told_with_its_number) {
  struct Row {
    const char* status;
    const char* channel;
    std::string left_out;
  };
  const Row rows[] = {{"Pending", "Merchant", kOrder + "   still-pending\n"},
                      {"Cancelled", "Merchant", kOrder + "   was-cancelled\n"},
                      {"Shipping", "Merchant", kOrder + "   status-unknown\n"},
                      {"Unshipped", "Amazon", kOrder + "   amazon-ships\n"},
                      {"Shipped", "Merchant", ""}};
  for (const Row& each : rows) {
    const CheckedReports desk(
        {{"all.txt", ReportText::all_orders()
                         .row({{"order-status", each.status},
                               {"fulfillment-channel", each.channel}})
                         .text()}},
        kNow);
    const HandoffFiles made = write_kind(
        "shipping-confirmation", desk,
        {.tracking = kOrder + " " + kNumber, .upload = {"yamato", false, ""}});
    EXPECT_TRUE(made.files.empty()) << each.status;
    EXPECT_EQ(reported(made.left_out), each.left_out) << each.status;
  }
}

TEST(ShippingConfirmation, names_twenty_of_the_orders_that_left) {
  for (const int left : {1, 20, 21}) {
    ReportText old = ReportText::new_orders();
    std::string numbers;
    for (int i = 0; i < left; ++i) {
      const std::string id = "503-1234567-" + std::to_string(1'000'000 + i);
      old.row({{"order-id", id},
               {"purchase-date", "2026-11-02T09:00:00+09:00"},
               {"payments-date", "2026-11-02T09:00:00+09:00"}});
      numbers += id + " " + std::to_string(100'000'000'000 + 7 * i) + "\n";
    }
    const CheckedReports desk(
        {{"n.txt", old.text()},
         {"u.txt", ReportText::listing()
                       .row({{"order-id", kOrder},
                             {"reporting-date", "2026-11-19T09:30:00+09:00"}})
                       .text()}},
        kNow);
    const HandoffFiles made =
        write_kind("shipping-confirmation", desk,
                   {.tracking = numbers, .upload = {"yamato", true, ""}});
    ASSERT_EQ(made.warnings.size(), 1u) << left;
    EXPECT_EQ(made.warnings[0].why, "numbers-left");
    const std::string& named = made.warnings[0].value;
    EXPECT_EQ(std::count(named.begin(), named.end(), ','),
              std::min(left, 21) - 1);
    EXPECT_EQ(named.ends_with("\xE2\x80\xA6"), left > 20);
    EXPECT_TRUE(made.left_out.empty()) << reported(made.left_out);
  }
}

TEST(ShippingConfirmation, one_line_confirms_all_items_of_an_order) {
  const CheckedReports desk(
      {file(ReportText::unshipped().row({}).row(
          {{"order-item-id", "10000000000002"}, {"sku", "B"}}))},
      kNow);
  const HandoffFiles made =
      write_kind("shipping-confirmation", desk,
                 {.tracking = kOrder + " yamato " + kNumber});
  EXPECT_EQ(made.rows, 1u);
  EXPECT_TRUE(row(made).starts_with(kOrder + "\t\t\t2026-11-20T"));
}

TEST(ShippingConfirmation,
     what_is_left_of_a_partly_confirmed_order_has_a_line_an_item) {
  const CheckedReports desk({file(ReportText::unshipped()
                                      .row({{"quantity-purchased", "3"},
                                            {"quantity-shipped", "1"},
                                            {"quantity-to-ship", "2"}})
                                      .row({{"order-item-id", "10000000000002"},
                                            {"sku", "B"},
                                            {"quantity-shipped", "1"},
                                            {"quantity-to-ship", "0"}})
                                      .row({{"order-item-id", "10000000000003"},
                                            {"sku", "C"},
                                            {"quantity-purchased", "5"},
                                            {"quantity-to-ship", "5"}}))},
                            kNow);
  const HandoffFiles made =
      write_kind("shipping-confirmation", desk,
                 {.tracking = kOrder + " yamato " + kNumber});
  const std::string rest =
      "\t2026-11-20T09:00:00+09:"
      "00\tYAMATO\t\t123456789013\t\t\t\t\t\t\t\t\t\t\t\t\n";
  EXPECT_EQ(rows_text(made, 3), kOrder + "\t10000000000001\t2" + rest + kOrder +
                                    "\t10000000000003\t5" + rest);
}

TEST(ShippingConfirmation,
     the_orders_of_a_parcel_share_its_number_each_on_a_line) {
  const CheckedReports desk(
      {file(ReportText::unshipped().row({}).row(
          {{"order-id", kOther}, {"order-item-id", "10000000000002"}}))},
      kNow);
  const HandoffFiles made =
      write_kind("shipping-confirmation", desk,
                 {.groups = {{kOrder, kOther}},
                  .tracking = kOther + " yamato " + kNumber});
  EXPECT_EQ(made.rows, 2u);
  const std::string rest =
      "\t\t\t2026-11-20T09:00:00+09:"
      "00\tYAMATO\t\t123456789013\t\t\t\t\t\t\t\t\t\t\t\t\n";
  EXPECT_EQ(rows_text(made, 3), kOrder + rest + kOther + rest);
  EXPECT_EQ(reported(made.warnings),
            kOther + " tracking-number 123456789013 shared-number\n");
  EXPECT_EQ(reported(made.left_out), "");
}

TEST(ShippingConfirmation, an_order_with_two_numbers_is_left_out) {
  const CheckedReports desk({one({})}, kNow);
  const HandoffFiles made = write_kind(
      "shipping-confirmation", desk,
      {.tracking = kOrder + " 123456789013\n" + kOrder + " 234567890124",
       .upload = {"yamato", true, ""}});
  EXPECT_EQ(reported(made.left_out),
            kOrder + " tracking-number  two-numbers\n");
}

TEST(ShippingConfirmation, thirty_thousand_rows_fill_a_file) {
  ReportText text = ReportText::unshipped();
  for (int n = 0; n < 30'001; ++n) {
    const std::string digits = std::to_string(10'000'000 + n).substr(1);
    text.row({{"order-id", "250-1234567-" + digits},
              {"order-item-id", "1000000" + digits}});
  }
  const CheckedReports desk({file(text)}, kNow);
  const HandoffFiles made = write_kind("shipping-confirmation", desk,
                                       {.upload = {"yamato", true, ""}});
  ASSERT_EQ(made.files.size(), 2u);
  EXPECT_EQ(made.rows, 30'001u);
  EXPECT_EQ(made.files[1].name, "shipping-confirmation-2.txt");
  EXPECT_EQ(split_text(made.files[0].bytes, "\r\n").size(), 3u + 30'000u + 1u);
  EXPECT_EQ(split_text(made.files[1].bytes, "\r\n").size(), 3u + 1u + 1u);
}

}  // namespace
}  // namespace parcelwise
