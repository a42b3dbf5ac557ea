// Tests core/journal/listings_now.cc: what the loaded reports list as open, by
// marketplace, and when it is noted.
#include "journal/listings_now.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "journal/journal_text.h"
#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-16T10:00:00+09:00";

// Listed on the 16th, bought on the 13th at 9:00; what is named first holds.
Cells order(int number, Cells cells = {}) {
  for (const auto& [column, value] :
       Cells{{"order-id", numbered(number).text()},
             {"purchase-date", "2026-11-13T09:00:00+09:00"},
             {"payments-date", "2026-11-13T09:00:00+09:00"},
             {"reporting-date", "2026-11-16T08:15:00+09:00"},
             {"promise-date", "2026-11-16T23:59:59+09:00"}}) {
    cells.emplace_back(column, value);
  }
  return cells;
}

FileText listing(const std::vector<Cells>& rows, const char* name = "u.txt") {
  ReportText text = ReportText::listing();
  for (const Cells& row : rows) text.row(row);
  return {name, text.text()};
}

std::vector<OpenListing> listed(const std::vector<FileText>& files) {
  const CheckedReports checked(files, kNow, {}, "");
  return listings_now(checked.book(), checked.check().policies());
}

// "Amazon.co.jp 08:15 1 2 (u.txt)", a line a marketplace; "-" for no moment.
std::string told(const std::vector<OpenListing>& listings) {
  std::string text;
  for (const OpenListing& each : listings) {
    const ListedNow& now = each.now.listed;
    text += (text.empty() ? "" : "\n") + now.marketplace + " " +
            (now.at ? Policy::load("amazon-jp")
                          ->zone()
                          .to_iso8601(*now.at)
                          .substr(11, 5)
                    : "-");
    for (const OrderId id : now.orders)
      text += " " + std::to_string(std::stoi(id.text().substr(12)));
    text += " (" + each.file + ")";
    EXPECT_EQ(each.now.details.size(), now.orders.size());
  }
  return text;
}

TEST(ListingsNow, by_marketplace) {
  const Cells german = {{"buyer-email", "x@marketplace.amazon.de"},
                        {"ship-country", "DE"}};
  const Cells silent = {{"buyer-email", ""}, {"ship-country", ""}};
  struct Row {
    const char* name;
    std::vector<FileText> files;
    const char* told;
  };
  const Row rows[] = {
      {"two orders, by their ids",
       {listing({order(2), order(1)})},
       "Amazon.co.jp 08:15 1 2 (u.txt)"},
      {"no listing",
       {{"n.txt", ReportText::new_orders().row(order(1)).text()}},
       ""},
      {"a header alone", {listing({})}, ""},
      {"an order of another report is not listed",
       {listing({order(1)}),
        {"n.txt", ReportText::new_orders().row(order(2)).text()}},
       "Amazon.co.jp 08:15 1 (u.txt)"},
      {"two marketplaces in one file",
       {listing({order(1), order(2), order(3, german)})},
       "Amazon.co.jp 08:15 1 2 (u.txt)\namazon.de 08:15 3 (u.txt)"},
      {"an order that tells none is of the only one",
       {listing({order(1), order(2, silent)})},
       "Amazon.co.jp 08:15 1 2 (u.txt)"},
      {"of two, an order that tells none is of the file's",
       {listing({order(1), order(2, silent), order(3, german)})},
       "Amazon.co.jp 08:15 1 2 (u.txt)\namazon.de 08:15 3 (u.txt)"},
      {"a row that names no order proves no absence",
       {listing({order(1), order(2, {{"order-id", "none"}})})},
       "Amazon.co.jp - 1 (u.txt)"},
      {"two accounts are one, of the earlier moment",
       {listing({order(1)}, "a.txt"),
        listing({order(2, {{"reporting-date", "2026-11-16T07:00:00+09:00"}})},
                "b.txt")},
       "Amazon.co.jp 07:00 1 2 (a.txt)"},
      {"a newer listing of the same account stands alone",
       {listing({order(1), order(2)}, "a.txt"),
        listing({order(2, {{"reporting-date", "2026-11-16T09:00:00+09:00"}})},
                "b.txt")},
       "Amazon.co.jp 09:00 2 (b.txt)"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(told(listed(row.files)), row.told) << row.name;
}

TEST(ListingsNow, say_what_a_change_is_seen_by) {
  const auto details = [](const Cells& cells) {
    const auto listings = listed({listing({order(1, cells)})});
    return listings.at(0).now.details.at(0);
  };
  const ListedDetails usual = details({{"quantity-purchased", "3"}});
  EXPECT_EQ(usual.quantity, 3);
  EXPECT_EQ(usual.ship_by, at("2026-11-16T23:59:59+09:00"));
  EXPECT_FALSE(usual.cancel_request);
  EXPECT_NE(usual.address_check, 0);
  // A ship-by that no report tells is counted here, and no change of Amazon's.
  EXPECT_FALSE(details({{"promise-date", ""}}).ship_by.has_value());
  EXPECT_NE(details({{"ship-address-1", "Toyosu 9"}}).address_check,
            usual.address_check);
  EXPECT_EQ(details({{"quantity-purchased", "3"}, {"recipient-name", "Ada"}}),
            usual);
  EXPECT_EQ(details({{"ship-address-1", ""},
                     {"ship-state", ""},
                     {"ship-postal-code", ""}})
                .address_check,
            0);
}

TEST(ListingEvent, is_noted_once) {
  const OpenListing now = listed({listing({order(1), order(2)})}).at(0);
  const auto first = listing_event({}, now, hour(0));
  ASSERT_TRUE(first.has_value());
  EXPECT_EQ(first->at, hour(0));
  EXPECT_EQ(first->kind, EventKind::kListing);
  EXPECT_EQ(first->file, "u.txt");
  EXPECT_EQ(first->marketplace, "Amazon.co.jp");
  EXPECT_EQ(first->orders, numbered_all({1, 2}));
  EXPECT_EQ(first->details, now.now.details);
  struct Row {
    const char* name;
    void (*change)(JournalEvent&);
    bool noted;  // again
  };
  const Row rows[] = {
      {"the same", [](JournalEvent&) {}, false},
      {"read at another hour", [](JournalEvent& e) { e.at = hour(9); }, false},
      {"its channel in other letters",
       [](JournalEvent& e) { e.marketplace = "AMAZON.CO.JP"; }, false},
      {"of another marketplace",
       [](JournalEvent& e) { e.marketplace = "Amazon.de"; }, true},
      {"of another moment", [](JournalEvent& e) { e.listing_at.reset(); },
       true},
      {"of other orders", [](JournalEvent& e) { e.orders.pop_back(); }, true},
      {"no listing", [](JournalEvent& e) { e.kind = EventKind::kNote; }, true},
  };
  for (const Row& row : rows) {
    Journal journal;
    journal.events = {*first};
    row.change(journal.events[0]);
    EXPECT_EQ(listing_event(journal, now, hour(1)).has_value(), row.noted)
        << row.name;
  }
}

}  // namespace
}  // namespace parcelwise
