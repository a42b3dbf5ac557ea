// Tests that each order is judged by the calendar of its own marketplace
// (orders/marketplace.h, rules/check.h): a row for each, over a weekend, a
// public holiday where one counts, and the change of clocks.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "rules/checked_reports.h"
#include "rules/notices.h"

namespace parcelwise {
namespace {

std::string id(std::size_t number) {
  return "250-1234567-00000" + std::to_string(10 + number);
}

ReportText of_region() {
  return ReportText({"order-id", "order-item-id", "purchase-date",
                     "promise-date", "sku", "product-name",
                     "quantity-purchased", "quantity-shipped",
                     "quantity-to-ship", "recipient-name", "ship-address-1",
                     "ship-postal-code", "ship-country", "sales-channel"});
}

// "soon 2026-10-30T23:59:59+01:00", "today", or "" where the rule found
// nothing on that order.
std::string found(const CheckedReports& checked, std::size_t number,
                  std::string_view rule) {
  for (const Action& action : checked.check().actions()) {
    if (all_rules()[action.rule]->id != rule ||
        checked.book().order_id(action.order).text() != id(number)) {
      continue;
    }
    std::string text(urgency_name(action.urgency));
    if (const auto due = action.due()) {
      text +=
          " " +
          checked.check().context(action.order).policy.zone().to_iso8601(*due);
    }
    return text;
  }
  return {};
}

// Ship-by Friday 23 October 2026. Europe's clocks change on the 25th,
// America's on 1 November; 3 November is a holiday in Japan alone.
struct Row {
  const char* channel;
  const char* currency;
  const char* promise;    // as Amazon writes it
  const char* ship_by;    // told two days before it
  const char* confirm;    // told two days after it
  const char* amazon_by;  // the evidence beside it
  const char* refund;     // of a parcel that came back on the 23rd
};

constexpr const char* kCetPromise = "2026-10-23T21:59:59+00:00";
constexpr const char* kCetShip = "later 2026-10-23T23:59:59+02:00";
constexpr const char* kCetConfirm = "soon 2026-10-30T23:59:59+01:00";
constexpr const char* kCetAmazon = "2026-11-03T23:59:59+01:00";
constexpr const char* kCetRefund = "later 2026-10-27T23:59:59+01:00";

const Row kRows[] = {
    {"Amazon.co.jp", "JPY", "2026-10-23T14:59:59+00:00",
     "later 2026-10-23T23:59:59+09:00", "soon 2026-10-30T23:59:59+09:00",
     "2026-11-04T23:59:59+09:00", "later 2026-10-27T23:59:59+09:00"},
    {"Amazon.com", "USD", "2026-10-24T06:59:59+00:00",
     "later 2026-10-23T23:59:59-07:00", "soon 2026-10-30T23:59:59-07:00",
     "2026-11-03T23:59:59-08:00", "later 2026-10-27T23:59:59-07:00"},
    {"Amazon.ca", "CAD", "2026-10-24T06:59:59+00:00",
     "later 2026-10-23T23:59:59-07:00", "soon 2026-10-30T23:59:59-07:00",
     "2026-11-03T23:59:59-08:00", "today"},
    {"Amazon.com.mx", "MXN", "2026-10-24T05:59:59+00:00",
     "later 2026-10-23T23:59:59-06:00", "today", "", "today"},
    // Its weekends are not known: none is counted, so no limit is too late.
    {"Amazon.com.br", "BRL", "2026-10-24T02:59:59+00:00",
     "later 2026-10-23T23:59:59-03:00", "soon 2026-10-30T23:59:59-03:00",
     "2026-10-30T23:59:59-03:00", "today"},
    {"Amazon.co.uk", "GBP", "2026-10-23T22:59:59+00:00",
     "later 2026-10-23T23:59:59+01:00", "soon 2026-10-30T23:59:59+00:00",
     "2026-11-03T23:59:59+00:00", "later 2026-10-27T23:59:59+00:00"},
    {"amazon.de", "EUR", kCetPromise, kCetShip, kCetConfirm, kCetAmazon,
     kCetRefund},
    {"Amazon.fr", "EUR", kCetPromise, kCetShip, kCetConfirm, kCetAmazon,
     kCetRefund},
    {"AMAZON.IT", "EUR", kCetPromise, kCetShip, kCetConfirm, kCetAmazon,
     kCetRefund},
    {"Amazon.es", "EUR", kCetPromise, kCetShip, kCetConfirm, kCetAmazon,
     kCetRefund},
    {"Amazon.nl", "EUR", kCetPromise, kCetShip, kCetConfirm, kCetAmazon,
     kCetRefund},
    {"Amazon.com.be", "EUR", kCetPromise, kCetShip, kCetConfirm, kCetAmazon,
     kCetRefund},
    {"Amazon.ie", "EUR", "2026-10-23T22:59:59+00:00",
     "later 2026-10-23T23:59:59+01:00", "soon 2026-10-30T23:59:59+00:00",
     "2026-11-03T23:59:59+00:00", "later 2026-10-27T23:59:59+00:00"},
    {"Amazon.pl", "PLN", kCetPromise, kCetShip, kCetConfirm, kCetAmazon,
     kCetRefund},
    {"Amazon.se", "SEK", kCetPromise, kCetShip, kCetConfirm, kCetAmazon,
     kCetRefund},
    {"Amazon.com.tr", "TRY", "2026-10-23T20:59:59+00:00",
     "later 2026-10-23T23:59:59+03:00", "today", "", "today"},
    {"Amazon.ae", "AED", "2026-10-23T19:59:59+00:00",
     "later 2026-10-23T23:59:59+04:00", "today", "", "today"},
    {"Amazon.sa", "SAR", "2026-10-23T20:59:59+00:00",
     "later 2026-10-23T23:59:59+03:00", "today", "", "today"},
    {"Amazon.eg", "EGP", "2026-10-23T20:59:59+00:00",
     "later 2026-10-23T23:59:59+03:00", "today", "", "today"},
    // Sunday alone is closed, and three days are the limit.
    {"Amazon.in", "INR", "2026-10-23T18:29:59+00:00",
     "later 2026-10-23T23:59:59+05:30", "soon 2026-10-26T23:59:59+05:30",
     "2026-10-27T23:59:59+05:30", "today"},
    {"Amazon.sg", "SGD", "2026-10-23T15:59:59+00:00",
     "later 2026-10-23T23:59:59+08:00", "today", "", "today"},
    {"Amazon.com.au", "AUD", "2026-10-23T12:59:59+00:00",
     "later 2026-10-23T23:59:59+11:00", "soon 2026-10-30T23:59:59+11:00",
     "2026-11-03T23:59:59+11:00", "today"},
    {"Amazon.co.za", "ZAR", "2026-10-23T21:59:59+00:00",
     "later 2026-10-23T23:59:59+02:00", "today", "", "today"},
};

// All of them in one file.
std::string region() {
  ReportText text = of_region();
  for (std::size_t i = 0; i < std::size(kRows); ++i) {
    text.row({{"order-id", id(i)},
              {"purchase-date", "2026-10-20T05:00:00+00:00"},
              {"promise-date", kRows[i].promise},
              {"sales-channel", kRows[i].channel}});
  }
  return text.text();
}

TEST(Marketplaces, each_by_its_own_calendar) {
  const std::vector<FileText> files = {{"u.txt", region()}};
  const CheckedReports before(files, "2026-10-21T05:00:00Z", {}, "");
  const CheckedReports after(files, "2026-10-25T12:00:00Z", {}, "");
  ASSERT_EQ(before.check().policies().all().size(), Policy::ids().size());
  ASSERT_EQ(before.book().order_count(), std::size(kRows));
  for (std::size_t i = 0; i < std::size(kRows); ++i) {
    const Row& row = kRows[i];
    SCOPED_TRACE(row.channel);
    EXPECT_EQ(found(before, i, "ship"), row.ship_by);
    EXPECT_EQ(found(after, i, "confirm-or-lose"), row.confirm);
    const auto order = after.book().find(*OrderId::parse(id(i)));
    ASSERT_TRUE(order.has_value());
    const CheckContext& context = after.check().context(*order);
    const auto amazon_by =
        context.amazon_by(after.check().facts(*order).ship_by->at);
    EXPECT_EQ(amazon_by ? context.policy.zone().to_iso8601(*amazon_by) : "",
              row.amazon_by);
  }
}

TEST(Marketplaces, each_by_its_own_clock_of_refunds) {
  ReportText sold = ReportText::all_orders();
  ReportText back = ReportText::returns();
  for (std::size_t i = 0; i < std::size(kRows); ++i) {
    sold.row({{"amazon-order-id", id(i)},
              {"order-status", "Shipped"},
              {"purchase-date", "2026-10-10T05:00:00+00:00"},
              {"sales-channel", kRows[i].channel},
              {"currency", kRows[i].currency}});
    back.row({{"Order ID", id(i)},
              {"Order date", "10-Oct-2026"},
              {"Return request date", "20-Oct-2026"},
              {"Return request status", "Approved"},
              {"Return delivery date", "23-Oct-2026"},
              {"Return Reason", "CR-DEFECTIVE"}});
  }
  const CheckedReports checked({{"a.txt", sold.text()}, {"r.txt", back.text()}},
                               "2026-10-24T12:00:00Z", {}, "");
  for (std::size_t i = 0; i < std::size(kRows); ++i) {
    EXPECT_EQ(found(checked, i, "refund-return"), kRows[i].refund)
        << kRows[i].channel;
  }
}

TEST(Marketplaces, the_order_of_rows_and_files_changes_no_byte) {
  const std::string all = region();
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = all.find('\n', at) + 1;
    lines.push_back(all.substr(at, end - at));
    at = end;
  }
  const auto joined = [&](std::size_t from, std::size_t to, bool reversed) {
    std::vector<std::string> rows(
        lines.begin() + static_cast<std::ptrdiff_t>(from),
        lines.begin() + static_cast<std::ptrdiff_t>(to));
    if (reversed) std::reverse(rows.begin(), rows.end());
    std::string text = lines.front();
    for (const std::string& row : rows) text += row;
    return text;
  };
  const auto actions = [](const std::vector<FileText>& files) {
    const std::string json =
        CheckedReports(files, "2026-10-25T12:00:00Z", {}, "").json();
    return json.substr(json.find("\"actions\""));
  };
  const std::string one = actions({{"u.txt", joined(1, lines.size(), false)}});
  EXPECT_EQ(actions({{"u.txt", joined(1, lines.size(), true)}}), one);
  const FileText first = {"a.txt", joined(1, 9, false)};
  const FileText second = {"b.txt", joined(9, lines.size(), true)};
  EXPECT_EQ(actions({first, second}), actions({second, first}));
}

struct Odd {
  const char* name;
  Cells cells;
  const char* policy;
  const char* ship;  // "": it is not the seller's to ship
};

// What contradicts itself, or names nobody.
TEST(Marketplaces, odd_rows) {
  const Odd rows[] = {
      {"a channel that nobody knows",
       {{"sales-channel", "Amazon.xx"}},
       "unknown",
       "today 2026-11-20T14:59:59+00:00"},
      {"a channel, and the currency of another",
       {{"sales-channel", "Amazon.de"}, {"currency", "GBP"}},
       "amazon-de",
       "today 2026-11-20T15:59:59+01:00"},
      {"an offset, and the marketplace of another zone",
       {{"sales-channel", "Amazon.it"},
        {"promise-date", "2026-11-20T23:59:59+09:00"}},
       "amazon-it",
       "today 2026-11-20T15:59:59+01:00"},
      {"no channel, the currency of one",
       {{"sales-channel", ""},
        {"buyer-email", ""},
        {"currency", "PLN"},
        {"ship-country", "DE"}},
       "amazon-pl",
       "today 2026-11-20T15:59:59+01:00"},
      {"a sale made elsewhere",
       {{"sales-channel", "Non-Amazon"}, {"currency", "EUR"}},
       "unknown",
       ""},
  };
  for (const Odd& row : rows) {
    ReportText text({"order-id", "order-item-id", "purchase-date",
                     "promise-date", "buyer-email", "sku", "product-name",
                     "quantity-purchased", "currency", "item-price",
                     "ship-country", "sales-channel"});
    Cells cells = row.cells;
    cells.emplace_back("buyer-email", "");
    cells.emplace_back("item-price", "10.00");
    const CheckedReports checked({{"n.txt", text.row(cells).text()}},
                                 "2026-11-20T08:00:00Z", {}, "");
    ASSERT_EQ(checked.book().order_count(), 1u) << row.name;
    EXPECT_EQ(checked.check().policies().of(0).id(), row.policy) << row.name;
    EXPECT_EQ(checked.found("ship"), row.ship) << row.name;
  }
}

TEST(Marketplaces, an_order_of_none_gets_nobodys_deadline) {
  ReportText text = of_region();
  text.row({{"order-id", id(0)}, {"sales-channel", "Amazon.co.jp"}})
      .row({{"order-id", id(1)}, {"sales-channel", "Amazon.xx"}})
      .row({{"order-id", id(2)},
            {"sales-channel", "Amazon.xx"},
            {"purchase-date", "2026-11-20T15:58:00+00:00"},
            {"promise-date", ""}});
  const CheckedReports checked({{"u.txt", text.text()}}, "2026-11-20T16:00:00Z",
                               {}, "");
  // The report's own date stands, counted dates do not.
  EXPECT_EQ(found(checked, 1, "ship"), "overdue 2026-11-20T14:59:59+00:00");
  EXPECT_EQ(found(checked, 1, "confirm-or-lose"), "today");
  EXPECT_EQ(found(checked, 2, "ship"), "today");
  EXPECT_EQ(found(checked, 2, "edit-window"), "");
  const std::vector<CheckNotice> notices = notices_of(checked.check());
  const auto said = std::find_if(
      notices.begin(), notices.end(),
      [](const CheckNotice& one) { return one.code == "no-marketplace"; });
  ASSERT_NE(said, notices.end());
  EXPECT_EQ(said->count, 2u);
  EXPECT_EQ(checked.check().policies().all().back().id(), "unknown");
}

}  // namespace
}  // namespace parcelwise
