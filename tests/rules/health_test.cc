// Tests core/rules/health.cc with a table made by hand: 60 orders over 40 days.
#include "rules/health.h"

#include <gtest/gtest.h>

#include "journal/journal_text.h"
#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

// Friday 20 November 2026 in Japan: the last seven full days are the 13th to
// the 19th, the last thirty 21 October to 19 November.
constexpr const char* kNow = "2026-11-20T09:00:00+09:00";

// Order n of 60 was bought n % 40 days before that Friday, so n and n + 40 on
// the same day. What became of it:
//   3, 5       cancelled (bought on the 17th and 15th), TEA
//   43         cancelled on the buyer's official request (17th)
//   6          pending (14th)
//   4          Amazon's own (16th)
//   20         cancelled (31 October), CUP
//   25         cancelled (26 October), TEA
//   35         cancelled (16 October, before the thirty days), CUP
//   9, 10, 11  open, and past their ship-by
//   1          open, and in time
//   2          shipped, but for a second line, TEA, that was cancelled (18th)
//   the others shipped
// By hand: of the seven days 14 orders, less the pending one and Amazon's: 12,
// of them 3 and 5 cancelled, and 2 in part. Of the thirty days 49, less these
// two and the five cancelled ones: 42, of them three late and 38 sent.
const char* status_of(int n) {
  switch (n) {
    case 3:
    case 5:
    case 20:
    case 25:
    case 35:
    case 43:
      return "Cancelled";
    case 6:
      return "Pending";
    case 1:
    case 9:
    case 10:
    case 11:
      return "Unshipped";
    default:
      return "Shipped";
  }
}

std::vector<FileText> sixty_orders() {
  const Day friday = Policy::load("amazon-jp")->zone().day_of(at(kNow));
  ReportText all = ReportText::all_orders();
  for (int n = 0; n < 60; ++n) {
    all.row({{"amazon-order-id", numbered(n).text()},
             {"purchase-date", to_text(friday - n % 40) + "T10:00:00+09:00"},
             {"order-status", status_of(n)},
             {"item-status", status_of(n)},
             {"fulfillment-channel", n == 4 ? "Amazon" : "Merchant"},
             {"sku", n == 3 || n == 5 || n == 25 ? "TEA" : "CUP"}});
  }
  all.row({{"amazon-order-id", numbered(2).text()},
           {"purchase-date", to_text(friday - 2) + "T10:00:00+09:00"},
           {"order-status", "Shipped"},
           {"item-status", "Cancelled"},
           {"quantity", "0"},
           {"fulfillment-channel", "Merchant"},
           {"sku", "TEA"}});
  ReportText dates({"order-id", "order-item-id", "sku", "quantity-purchased",
                    "purchase-date", "latest-ship-date",
                    "is-buyer-requested-cancellation"});
  for (const int n : {1, 9, 10, 11, 43}) {
    dates.row({{"order-id", numbered(n).text()},
               {"sku", "CUP"},
               {"purchase-date", to_text(friday - n % 40) + "T10:00:00+09:00"},
               {"latest-ship-date", n == 1 ? "2026-11-20T23:59:59+09:00"
                                           : "2026-11-13T23:59:59+09:00"},
               {"is-buyer-requested-cancellation", n == 43 ? "true" : ""}});
  }
  return {{"all.txt", all.text()}, {"dates.txt", dates.text()}};
}

std::string ids(const HealthFigure& figure, const OrderBook& book) {
  std::string text;
  for (const std::uint32_t order : figure.orders) {
    const std::string id = book.order_id(order).text();
    text += (text.empty() ? "" : " ") + id.substr(id.size() - 2);
  }
  return text;
}

TEST(Health, is_that_of_a_table_made_by_hand) {
  const CheckedReports checked(sixty_orders(), kNow);
  const AccountHealth health = health_of(checked.check()).at(0);
  ASSERT_EQ(health.figures.size(), 2u);  // no journal, no numbers
  const HealthFigure& cancelled = health.figures[0];
  EXPECT_EQ(cancelled.id, "cancellations");
  EXPECT_EQ(bound_name(cancelled.bound), "upper");
  EXPECT_EQ(cancelled.numerator, 3);
  EXPECT_EQ(cancelled.denominator, 12);
  EXPECT_EQ(to_text(cancelled.from), "2026-11-13");
  EXPECT_EQ(to_text(cancelled.to), "2026-11-19");
  EXPECT_EQ(ids(cancelled, checked.book()), "02 03 05");
  EXPECT_TRUE(cancelled.covered);
  EXPECT_EQ(cancelled.target, 25);
  EXPECT_EQ(cancelled.room, 0);
  const HealthFigure& late = health.figures[1];
  EXPECT_EQ(late.id, "late");
  EXPECT_EQ(bound_name(late.bound), "lower");
  EXPECT_EQ(late.numerator, 3);
  EXPECT_EQ(late.denominator, 42);
  EXPECT_EQ(to_text(late.from), "2026-10-21");
  EXPECT_EQ(ids(late, checked.book()), "09 10 11");
  EXPECT_EQ(late.target, 40);
  ASSERT_EQ(health.offers.size(), 2u);
  EXPECT_EQ(health.offers[0].sku, "CUP");
  EXPECT_EQ(health.offers[0].orders, 1);
  EXPECT_EQ(health.offers[1].sku, "TEA");
  EXPECT_EQ(health.offers[1].orders, 4);
  EXPECT_TRUE(health.invoices.empty());  // Japan's are Amazon's
}

TEST(Health, counts_an_order_as_late_from_the_second_after_its_ship_by) {
  const std::vector<FileText> files = {
      {"a.txt", ReportText({"order-id", "order-item-id", "sku", "purchase-date",
                            "latest-ship-date", "quantity-purchased",
                            "quantity-to-ship"})
                    .row({{"purchase-date", "2026-11-10T10:00:00+09:00"},
                          {"latest-ship-date", kNow}})
                    .text()}};
  for (const auto& [now, late] :
       {std::pair(kNow, 0), std::pair("2026-11-20T09:00:01+09:00", 1)}) {
    const CheckedReports checked(files, now);
    EXPECT_EQ(health_of(checked.check()).at(0).figures[1].numerator, late)
        << now;
  }
}

TEST(Health, counts_the_lines_of_which_the_journal_knows_a_number) {
  std::vector<Report> reports;
  for (const FileText& file : sixty_orders())
    reports.push_back(*read_report(file.text, file.name));
  OrderBook book = OrderBook::join({&reports[0], &reports[1]});
  const Policies policies = Policies::only(book, *Policy::load("amazon-jp"));
  book.weigh(policies, at(kNow), {});
  Journal journal;
  // 34 was bought before the thirty days; 9 has a number and was never sent.
  journal.events = {numbers(0, {2, 7, 8, 9, 34, 50})};
  const Progress progress = Progress::fold(journal, {});
  CheckOptions options;
  options.progress = &progress;
  const Check check = Check::run(book, policies, at(kNow), options);
  const AccountHealth health = health_of(check).at(0);
  ASSERT_EQ(health.figures.size(), 3u);
  EXPECT_EQ(health.figures[2].id, "tracking");
  EXPECT_EQ(bound_name(health.figures[2].bound), "none");
  EXPECT_EQ(health.figures[2].numerator, 4);
  EXPECT_EQ(health.figures[2].denominator, 38);
  EXPECT_EQ(health.figures[2].target, 950);
}

TEST(Health, lists_the_invoices_that_europe_wants) {
  const std::vector<FileText> files = {
      {"all.txt", ReportText::all_orders()
                      .row({{"amazon-order-id", numbered(1).text()},
                            {"sales-channel", "Amazon.de"},
                            {"order-status", "Shipped"},
                            {"item-status", "Shipped"}})
                      .row({{"amazon-order-id", numbered(2).text()},
                            {"sales-channel", "Amazon.de"},
                            {"order-status", "Shipped"},
                            {"item-status", "Shipped"}})
                      .text()},
      {"who.txt",
       ReportText({"order-id", "order-item-id", "sku", "purchase-date",
                   "quantity-purchased", "is-business-order"})
           .row({{"order-id", numbered(2).text()},
                 {"is-business-order", "true"}})
           .text()}};
  for (const auto& [policy, count] :
       {std::pair("amazon-de", 1u), std::pair("amazon-jp", 0u)}) {
    const CheckedReports checked(files, kNow, {}, policy);
    const AccountHealth health = health_of(checked.check()).at(0);
    ASSERT_EQ(health.invoices.size(), count) << policy;
    if (count == 0) continue;
    EXPECT_EQ(checked.book().order_id(health.invoices[0].order), numbered(2));
    EXPECT_FALSE(health.invoices[0].due.has_value());
  }
}

// Of the last thirty full days the first is 21 October.
TEST(Health, wants_no_invoice_of_what_was_bought_before) {
  for (const auto& [bought, count] :
       {std::pair("2026-10-21", 1u), std::pair("2026-10-20", 0u)}) {
    const std::string date = std::string(bought) + "T12:00:00+02:00";
    const CheckedReports checked(
        {{"all.txt",
          ReportText({"amazon-order-id", "sku", "purchase-date", "order-status",
                      "item-status", "quantity", "is-business-order"})
              .row({{"amazon-order-id", numbered(1).text()},
                    {"sku", "CUP"},
                    {"purchase-date", date},
                    {"order-status", "Shipped"},
                    {"item-status", "Shipped"},
                    {"quantity", "1"},
                    {"is-business-order", "true"}})
              .text()}},
        kNow, {}, "amazon-de");
    EXPECT_EQ(health_of(checked.check()).at(0).invoices.size(), count)
        << bought;
  }
}

// Below 2.5 %: 40 orders or fewer allow none, 41 to 80 one; India below 2 %.
TEST(Health, leaves_room_for_so_many_cancellations) {
  struct Row {
    std::int64_t orders, per_mille, allowed;
  };
  const Row rows[] = {{0, 25, 0},   {1, 25, 0},  {40, 25, 0},
                      {41, 25, 1},  {80, 25, 1}, {81, 25, 2},
                      {50, 20, 0},  {51, 20, 1}, {1'000'000, 25, 24'999},
                      {1000, 1, 0}, {1001, 1, 1}};
  for (const Row& row : rows) {
    EXPECT_EQ(allowed_cancellations(row.orders, row.per_mille), row.allowed)
        << row.orders << " " << row.per_mille;
  }
}

// No target was read for Egypt: none is told, and no room.
TEST(Health, tells_no_target_that_nobody_read) {
  for (const char* policy : {"amazon-jp", "amazon-eg"}) {
    const CheckedReports checked(sixty_orders(), kNow, {}, policy);
    const HealthFigure figure = health_of(checked.check()).at(0).figures[0];
    const bool known = policy == std::string("amazon-jp");
    EXPECT_EQ(figure.target.has_value(), known) << policy;
    EXPECT_EQ(figure.room.has_value(), known) << policy;
    for (const Language language :
         {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
      const std::string text = health_text(figure, language);
      EXPECT_EQ(text.find('{'), std::string::npos) << text;
      EXPECT_EQ(text.find("2.5") != std::string::npos ||
                    text.find("2,5") != std::string::npos,
                known)
          << text;
    }
  }
}

// Cancellations of which an unshipped report alone is silent are in no figure:
// it is no bound, and there is no room to be told.
TEST(Health, tells_no_room_where_orders_may_be_missing) {
  const Day friday = Policy::load("amazon-jp")->zone().day_of(at(kNow));
  struct Row {
    const char* name;
    int first, last;  // days before that Friday of the oldest, newest order
    bool all_orders, covered;
  };
  const Row rows[] = {{"an unshipped report", 10, 0, false, false},
                      {"all orders of the days", 10, 0, true, true},
                      {"it begins with the first day", 7, 0, true, false},
                      {"it begins before it", 8, 0, true, true},
                      {"it ends before yesterday", 10, 2, true, false},
                      {"it ends yesterday", 10, 1, true, true}};
  for (const Row& row : rows) {
    ReportText text =
        row.all_orders ? ReportText::all_orders() : ReportText::unshipped();
    for (const int n : {row.first, row.last}) {
      text.row({{row.all_orders ? "amazon-order-id" : "order-id",
                 numbered(n + 1).text()},
                {"purchase-date", to_text(friday - n) + "T10:00:00+09:00"},
                {"sku", "CUP"}});
    }
    const CheckedReports checked({{"a.txt", text.text()}}, kNow);
    const HealthFigure figure = health_of(checked.check()).at(0).figures[0];
    EXPECT_EQ(figure.covered, row.covered) << row.name;
    EXPECT_EQ(figure.room.has_value(), row.covered) << row.name;
    EXPECT_EQ(health_text(figure, Language::kEnglish).find("may be missing") ==
                  std::string::npos,
              row.covered)
        << row.name;
  }
}

// Whichever row is the oldest: by its id an order may stand anywhere.
TEST(Health, looks_for_the_oldest_order_in_every_row) {
  const Day friday = Policy::load("amazon-jp")->zone().day_of(at(kNow));
  struct Row {
    const char* name;
    std::vector<int> days;  // before that Friday, by the orders' ids
    bool covered;
  };
  const Row rows[] = {{"the first", {10, 5, 0}, true},
                      {"the second", {5, 10, 0}, true},
                      {"the last", {0, 5, 10}, true},
                      {"none is old enough", {5, 7, 0}, false}};
  for (const Row& row : rows) {
    ReportText text = ReportText::all_orders();
    int number = 0;
    for (const int n : row.days) {
      text.row({{"amazon-order-id", numbered(++number).text()},
                {"purchase-date", to_text(friday - n) + "T10:00:00+09:00"}});
    }
    const CheckedReports checked({{"a.txt", text.text()}}, kNow);
    EXPECT_EQ(health_of(checked.check()).at(0).figures[0].covered, row.covered)
        << row.name;
  }
}

// Two reports that meet, or of which one has a row nobody could read, prove no
// day between them whole.
TEST(Health, asks_one_report_to_cover_all_days) {
  const Day friday = Policy::load("amazon-jp")->zone().day_of(at(kNow));
  const auto report = [&](int first, int last, bool unread) {
    ReportText text = ReportText::all_orders();
    for (const int n : {first, last}) {
      text.row({{"amazon-order-id", numbered(n + 1).text()},
                {"purchase-date", to_text(friday - n) + "T10:00:00+09:00"},
                {"sku", "CUP"}});
    }
    if (unread) text.row({{"amazon-order-id", "250-12"}, {"sku", "CUP"}});
    return text.text();
  };
  struct Row {
    const char* name;
    std::vector<FileText> files;
    bool covered;
  };
  const Row rows[] = {
      {"one", {{"a.txt", report(10, 0, false)}}, true},
      {"with a row unread", {{"a.txt", report(10, 0, true)}}, false},
      {"two that meet",
       {{"a.txt", report(10, 5, false)}, {"b.txt", report(4, 0, false)}},
       false},
      {"one of two",
       {{"a.txt", report(10, 0, false)}, {"b.txt", report(4, 0, true)}},
       true}};
  for (const Row& row : rows) {
    const CheckedReports checked(row.files, kNow);
    EXPECT_EQ(health_of(checked.check()).at(0).figures[0].covered, row.covered)
        << row.name;
  }
}

TEST(Health, counts_each_marketplace_by_itself) {
  ReportText all = ReportText::all_orders();
  int n = 0;
  for (const char* channel :
       {"Amazon.co.jp", "Amazon.de", "Amazon.de", "Amazon.xx"}) {
    ++n;
    all.row({{"amazon-order-id", numbered(n).text()},
             {"purchase-date", "2026-11-17T10:00:00+09:00"},
             {"sales-channel", channel},
             {"order-status", n == 2 ? "Cancelled" : "Shipped"},
             {"item-status", n == 2 ? "Cancelled" : "Shipped"},
             {"currency", n == 1 ? "JPY" : "EUR"},
             {"fulfillment-channel", "Merchant"},
             {"sku", "CUP"}});
  }
  const CheckedReports checked({{"a.txt", all.text()}}, kNow, {}, "");
  const std::vector<AccountHealth> health = health_of(checked.check());
  ASSERT_EQ(health.size(), 2u);  // of the unknown one nothing is told
  const auto& of = [&](std::size_t i) -> const HealthFigure& {
    return health[i].figures[0];
  };
  EXPECT_EQ(checked.check().context_by(health[0].policy).policy.id(),
            "amazon-de");
  EXPECT_EQ(of(0).numerator, 1);
  EXPECT_EQ(of(0).denominator, 2);
  EXPECT_EQ(of(1).numerator, 0);
  EXPECT_EQ(of(1).denominator, 1);
}

// docs/marketplaces.md 3: in Japan from 1,000 yen, without tax, with shipping.
TEST(Health, leaves_cheap_parcels_out_of_the_tracking_rate) {
  struct Row {
    const char *price, *tax, *shipping, *policy;
    bool counts;
  };
  const Row rows[] = {{"1100", "100", "", "amazon-jp", true},
                      {"1099", "100", "", "amazon-jp", false},
                      {"880", "80", "200", "amazon-jp", true},
                      {"880", "80", "199", "amazon-jp", false},
                      {"", "", "", "amazon-jp", true},
                      {"1", "", "", "amazon-us", true}};
  for (const Row& row : rows) {
    ReportText text({"amazon-order-id", "purchase-date", "order-status", "sku",
                     "quantity", "currency", "item-price", "item-tax",
                     "shipping-price"});
    text.row({{"currency", "JPY"},
              {"item-price", row.price},
              {"item-tax", row.tax},
              {"shipping-price", row.shipping}});
    const CheckedReports checked({{"a.txt", text.text()}}, kNow, {},
                                 row.policy);
    const CheckContext& context = checked.check().context();
    EXPECT_EQ(
        counts_for_tracking(checked.book(), 0, context.policy, context.today),
        row.counts)
        << row.price << " " << row.shipping << " " << row.policy;
  }
}

}  // namespace
}  // namespace parcelwise
