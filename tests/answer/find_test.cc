// Tests core/answer/find.cc.
#include "answer/find.h"

#include "answer/answered.h"

namespace parcelwise {
namespace {

Files two_orders() {
  return {{"open.txt",
           ReportText::unshipped()
               .row({{"buyer-email", "k3x9@marketplace.amazon.co.jp"},
                     {"recipient-name",
                      "\xE7\x94\xB0\xE4\xB8\xAD\xE8\x8A\xB1\xE5\xAD\x90"},
                     {"buyer-name", ""}})
               .row({{"order-id", "503-7654321-7654321"},
                     {"order-item-id", "10000000000002"},
                     {"buyer-email", "abc@marketplace.amazon.co.jp"},
                     {"sku", "TUMB-480-GR"},
                     {"recipient-name", "Suzuki Ichiro"},
                     {"buyer-name", ""}})
               .text()}};
}

std::string ids_of(std::string_view text) {
  std::string ids;
  for (const OrderId& id : order_ids_in(text))
    ids += (ids.empty() ? "" : " ") + id.text();
  return ids;
}

TEST(OrderIds, are_read_in_every_form) {
  struct Row {
    const char* name;
    const char* text;
    const char* ids;
  };
  const Row rows[] = {
      {"plain", "250-1234567-1234567", "250-1234567-1234567"},
      {"without hyphens", "25012345671234567", "250-1234567-1234567"},
      {"full-width",
       "\xEF\xBC\x92\xEF\xBC\x95\xEF\xBC\x90\xEF\xBC\x8D\xEF\xBC\x91\xEF\xBC"
       "\x92\xEF\xBC\x93"
       "\xEF\xBC\x94\xEF\xBC\x95\xEF\xBC\x96\xEF\xBC\x97\xEF\xBC\x8D\xEF\xBC"
       "\x91\xEF\xBC\x92"
       "\xEF\xBC\x93\xEF\xBC\x94\xEF\xBC\x95\xEF\xBC\x96\xEF\xBC\x97",
       "250-1234567-1234567"},
      {"the long vowel mark for a hyphen",
       "250\xE3\x83\xBC"
       "1234567\xE3\x83\xBC"
       "1234567",
       "250-1234567-1234567"},
      {"an en dash",
       "250\xE2\x80\x93"
       "1234567\xE2\x80\x93"
       "1234567",
       "250-1234567-1234567"},
      {"spaces", "250 1234567 1234567", "250-1234567-1234567"},
      {"in a sentence", "Order #250-1234567-1234567, please!",
       "250-1234567-1234567"},
      {"glued to kanji",
       "\xE6\xB3\xA8\xE6\x96\x87"
       "250-1234567-1234567\xE3\x81\xAE\xE4\xBB\xB6",
       "250-1234567-1234567"},
      {"two", "250-1234567-1234567 and 503-7654321-7654321",
       "250-1234567-1234567 503-7654321-7654321"},
      {"twice the same", "250-1234567-1234567 25012345671234567",
       "250-1234567-1234567"},
      {"for other shops", "S01-1234567-1234567", "S01-1234567-1234567"},
      {"a digit too many", "250-1234567-12345678", ""},
      {"a digit before", "1250-1234567-1234567", ""},
      {"a digit too few", "250-1234567-123456", ""},
      {"groups elsewhere", "2501-234567-1234567", ""},
      {"a telephone number", "03-1234-5678", ""},
      {"nothing", "", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(ids_of(row.text), row.ids) << row.name;
}

TEST(Find, by_whatever_a_buyer_writes) {
  const CheckedReports reports(two_orders(), kMonday);
  struct Row {
    const char* name;
    const char* text;
    const char* order;  // "": none
    const char* by;
  };
  const Row rows[] = {
      {"an order number", "503-7654321-7654321", "503-7654321-7654321",
       "order-id"},
      {"a part of one", "503-7654321", "503-7654321-7654321", "order-id"},
      {"an address", "K3X9@marketplace.amazon.co.jp", "250-1234567-1234567",
       "email"},
      {"a full-width address",
       "\xEF\xBD\x8B\xEF\xBC\x93\xEF\xBD\x98\xEF\xBC\x99\xEF\xBC\xA0marketplace"
       ".amazon.co.jp",
       "250-1234567-1234567", "email"},
      {"a part of an address is none", "3x9@marketplace.amazon.co.jp", "", ""},
      {"another shop's address", "bc@marketplace.amazon.co.jp", "", ""},
      {"two kanji of a name", "\xE7\x94\xB0\xE4\xB8\xAD", "250-1234567-1234567",
       "name"},
      {"a name in other case", "SUZUKI  ichiro", "503-7654321-7654321", "name"},
      {"a SKU", "tumb480gr", "503-7654321-7654321", "sku"},
      {"an order of another seller", "111-1111111-1111111", "", ""},
      {"a stranger", "Yamada Taro", "", ""},
  };
  for (const Row& row : rows) {
    const FoundOrders found = find_orders(reports.check(), row.text);
    ASSERT_EQ(found.orders.size(), *row.order != '\0' ? 1u : 0u) << row.name;
    EXPECT_FALSE(found.too_little) << row.name;
    if (found.orders.empty()) continue;
    EXPECT_EQ(reports.book().order_id(found.orders[0].order).text(), row.order)
        << row.name;
    EXPECT_EQ(found_by_name(found.orders[0].by), row.by) << row.name;
  }
}

TEST(Find, in_a_whole_message) {
  const CheckedReports reports(two_orders(), kMonday);
  const std::string hello =
      "Hello,\nI ordered from you last week and nothing has come.\n";
  EXPECT_EQ(
      find_orders(reports.check(), hello + "250 1234567 1234567\nBye").total,
      1u);
  EXPECT_EQ(find_orders(reports.check(), hello + "Suzuki Ichiro").total, 1u);
  EXPECT_EQ(
      find_orders(reports.check(), hello + "It is the TUMB-480-GR.").total, 1u);
  EXPECT_EQ(find_orders(reports.check(), hello).total, 0u);
  EXPECT_EQ(find_orders(reports.check(), hello + "111-1111111-1111111").sought,
            "111-1111111-1111111");
}

TEST(Find, names_what_only_an_unread_row_has) {
  const CheckedReports reports(order_in("unread"), kMonday);
  for (const std::string& text :
       {std::string(kOrder),
        "111-1111111-1111111 and\n" + std::string(kOrder)}) {
    const FoundOrders found = find_orders(reports.check(), text);
    EXPECT_EQ(found.total, 0u) << text;
    EXPECT_EQ(found.sought, kOrder) << text;
    ASSERT_EQ(found.unread.size(), 1u) << text;
    EXPECT_EQ(found.unread[0].text(), kOrder);
  }
  const CheckedReports read(order_in("unread-price"), kMonday);
  EXPECT_TRUE(find_orders(read.check(), kOrder).unread.empty());
  EXPECT_TRUE(
      find_orders(reports.check(), "111-1111111-1111111").unread.empty());
}

TEST(Find, by_a_tracking_number) {
  const CheckedReports reports(two_orders(), kMonday);
  const auto file =
      read_tracking_lines("pasted", "503-7654321-7654321\t123456789012\n", {});
  ASSERT_TRUE(file.has_value());
  const TrackingFile* const files[] = {&*file};
  const auto numbers = TrackingNumbers::match(reports.check(), files, {});
  for (const char* text :
       {"123456789012", "1234-5678-9012", "Hello,\nwhere is 123456789012?"}) {
    const FoundOrders found = find_orders(reports.check(), text, &numbers);
    ASSERT_EQ(found.orders.size(), 1u) << text;
    EXPECT_EQ(reports.book().order_id(found.orders[0].order).text(),
              "503-7654321-7654321");
    EXPECT_EQ(found_by_name(found.orders[0].by), "tracking-number");
  }
  EXPECT_EQ(find_orders(reports.check(), "9123456789012", &numbers).total, 0u);
  // And it stands in the message, unasked.
  AnswerRequest request =
      asked("where-is-my-order", "sent=yes", "503-7654321-7654321");
  const auto answer = answer_buyer(
      {reports.check(), reports.check().refunds_reported(), &numbers}, request);
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ(answer->asks, std::vector<std::string_view>{"carrier"});
  EXPECT_NE(write_message(*answer, reports.check().context(), nullptr)
                .body.find("123456789012"),
            std::string::npos);
}

TEST(Find, asks_for_more_than_two_letters) {
  const CheckedReports reports(two_orders(), kMonday);
  for (const char* text : {"", " ", "-", "a", "to"}) {
    EXPECT_TRUE(find_orders(reports.check(), text).too_little) << text;
  }
}

TEST(Find, keeps_to_twenty_and_tells_how_many) {
  ReportText text = ReportText::unshipped();
  for (int i = 100; i < 150; ++i) {
    text.row({{"order-id", "250-1234567-0000" + std::to_string(i)}});
  }
  const CheckedReports reports({{"open.txt", text.text()}}, kMonday);
  const FoundOrders found = find_orders(reports.check(), "Tanaka Hanako");
  EXPECT_EQ(found.total, 50u);
  EXPECT_EQ(found.orders.size(), kMostFound);
}

TEST(Find, takes_any_bytes) {
  const CheckedReports reports(two_orders(), kMonday);
  for (const std::string& text :
       {std::string("\xFF\xFE\x80@\x80"), std::string(100'000, '@'),
        std::string(100'000, '2'), std::string("@"), std::string(3, '\0'),
        std::string(50'000, 's')}) {
    EXPECT_LE(find_orders(reports.check(), text).orders.size(), kMostFound);
  }
}

TEST(NewestDate, is_the_last_that_a_report_tells) {
  const CheckedReports reports(
      {{"open.txt", ReportText::unshipped()
                        .row({{"purchase-date", "2026-11-17T01:00:00+00:00"}})
                        .row({{"order-id", "250-1234567-7654321"},
                              {"purchase-date", "2026-11-18T01:00:00+00:00"}})
                        .text()}},
      kMonday);
  const Zone japan = *Zone::parse("JST-9");
  EXPECT_EQ(japan.to_iso8601(*newest_date(reports.reports().front(), japan)),
            "2026-11-18T10:00:00+09:00");
}

}  // namespace
}  // namespace parcelwise
