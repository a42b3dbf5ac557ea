// Tests core/handoff/calendar.cc.
#include <algorithm>
#include <map>
#include <set>

#include "handoff/chosen_orders.h"

namespace parcelwise {
namespace {

constexpr char kNow[] = "2026-11-20T09:00:00+09:00";
constexpr char kLate[] = "250-0000001-0000001",
               kToday[] = "250-0000002-0000002",
               kGift[] = "250-0000003-0000003",
               kPending[] = "250-0000004-0000004";

std::vector<FileText> files() {
  ReportText unshipped = ReportText::unshipped();
  const auto order = [&](const char* id, const char* item, const char* by,
                         Cells more) {
    Cells cells = {{"order-id", id},
                   {"order-item-id", item},
                   {"promise-date", by},
                   {"recipient-name", "山田 花子"},
                   {"buyer-email", "x@example.com"},
                   {"ship-address-1", "豊洲1-2"},
                   {"quantity-to-ship", "2"},
                   {"quantity-purchased", "2"},
                   {"quantity-shipped", "0"}};
    cells.insert(cells.begin(), more.begin(), more.end());
    unshipped.row(cells);
  };
  order(kLate, "1", "2026-11-18T14:59:59+00:00", {});
  order(kToday, "2", "2026-11-20T14:59:59+00:00",
        {{"is-buyer-requested-cancellation", "true"},
         {"buyer-requested-cancel-reason", "山田です、住所違い"}});
  order(kGift, "3", "2026-11-24T14:59:59+00:00",
        {{"gift-message-text", "おめでとう"}, {"is-business-order", "true"}});
  ReportText pending = ReportText::pending_orders();
  pending.row({{"order-id", kPending}, {"order-item-id", "4"}});
  return {{"unshipped.txt", unshipped.text()}, {"pending.txt", pending.text()}};
}

// The content lines of a file, unfolded.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    EXPECT_NE(end, std::string::npos);
    std::string line = text.substr(at, end - at);
    EXPECT_LE(line.size(), 75u) << line;
    EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos);
    if (!line.empty() && line[0] == ' ') {
      lines.back() += line.substr(1);
    } else {
      lines.push_back(std::move(line));
    }
    at = end + 2;
  }
  return lines;
}

using Event = std::map<std::string, std::string>;

// Each event by its UID; its alarms stand together in "TRIGGER".
std::map<std::string, Event> events_of(const std::string& text) {
  std::map<std::string, Event> events;
  Event event;
  for (const std::string& line : lines_of(text)) {
    const std::size_t colon = line.find(':');
    const std::string name = line.substr(0, colon),
                      value = line.substr(colon + 1);
    if (line == "BEGIN:VEVENT") event.clear();
    if (line == "END:VEVENT") events[event.at("UID")] = event;
    if (name == "TRIGGER") {
      event[name] += value + " ";
    } else if (event.count(name) == 0) {
      event[name] = value;
    }
  }
  return events;
}

TEST(Calendar, HasOneEventForEachOrderAndDeadline) {
  const CheckedReports reports(files(), kNow);
  const auto events =
      events_of(only_file(write_kind("calendar", reports.check())));
  struct Row {
    std::string uid;
    const char *start, *end, *summary, *alarms;
  };
  const Row kRows[] = {
      {std::string(kLate) + "-ship-by@parcelwise", "20261118T142959Z",
       "20261118T145959Z", "Ship order 250-0000001-0000001", ""},
      {std::string(kLate) + "-confirm-by@parcelwise", "20261125T142959Z",
       "20261125T145959Z", "Confirm the shipment of order 250-0000001-0000001",
       "-PT14H29M59S -PT30M "},
      // Business days: 23 November is a holiday.
      {std::string(kLate) + "-amazon-by@parcelwise", "20261130T142959Z",
       "20261130T145959Z",
       "Amazon cancels order 250-0000001-0000001 if it is not confirmed",
       "-PT14H29M59S -PT30M "},
      // At nine o'clock of that very day its morning is past.
      {std::string(kToday) + "-ship-by@parcelwise", "20261120T142959Z",
       "20261120T145959Z", "Ship order 250-0000002-0000002", "-PT30M "},
      {std::string(kGift) + "-ship-by@parcelwise", "20261124T142959Z",
       "20261124T145959Z", "Ship order 250-0000003-0000003",
       "-PT14H29M59S -PT30M "},
  };
  EXPECT_EQ(events.size(), std::size(kRows));
  for (const Row& row : kRows) {
    ASSERT_TRUE(events.count(row.uid)) << row.uid;
    Event event = events.at(row.uid);
    EXPECT_EQ(event["DTSTART"], row.start) << row.uid;
    EXPECT_EQ(event["DTEND"], row.end) << row.uid;
    EXPECT_EQ(event["SUMMARY"], row.summary) << row.uid;
    EXPECT_EQ(event["TRIGGER"], row.alarms) << row.uid;
    EXPECT_EQ(event["DTSTAMP"], "20261120T000000Z") << row.uid;
  }
}

TEST(Calendar, TellsNothingOfABuyer) {
  const CheckedReports reports(files(), kNow);
  for (const Language language :
       {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
    std::string text;
    for (const std::string& line : lines_of(only_file(
             write_kind("calendar", reports.check(), {{}, {}, language})))) {
      text += line;
    }
    for (const char* const reported :
         {"山田", "example.com", "豊洲", "おめでとう", "住所違い", "SKU-1"}) {
      EXPECT_EQ(text.find(reported), std::string::npos) << reported;
    }
    EXPECT_EQ(text.find("handoff/"), std::string::npos);
    EXPECT_EQ(text.find('{'), std::string::npos);
  }
}

TEST(Calendar, KeepsAnEventsIdAndRaisesItsSequence) {
  const CheckedReports before(files(), kNow);
  const CheckedReports after(files(), "2026-11-20T09:05:00+09:00");
  const auto first =
      events_of(only_file(write_kind("calendar", before.check())));
  const auto second = events_of(only_file(
      write_kind("calendar", after.check(), {{}, {}, Language::kJapanese})));
  ASSERT_EQ(first.size(), second.size());
  for (const auto& [uid, event] : first) {
    ASSERT_TRUE(second.count(uid)) << uid;
    EXPECT_EQ(std::stol(second.at(uid).at("SEQUENCE")),
              std::stol(event.at("SEQUENCE")) + 5);
  }
  EXPECT_EQ(only_file(write_kind("calendar", before.check())),
            only_file(write_kind("calendar", before.check())));
}

TEST(Calendar, HoldsOnlyTheChosenOrders) {
  const CheckedReports reports(files(), kNow);
  const auto events = events_of(
      only_file(write_kind("calendar", reports.check(), {{kGift}, {}})));
  EXPECT_EQ(events.size(), 1u);
  EXPECT_TRUE(
      write_kind("calendar", reports.check(), {{kPending}, {}}).files.empty());
}

TEST(Calendar, BeginsAndEndsAsACalendarAndSplitsBelowAMegabyte) {
  ReportText unshipped = ReportText::unshipped();
  for (int n = 0; n < 2000; ++n) {
    std::string digits = std::to_string(n);
    digits.insert(0, 7 - digits.size(), '0');
    unshipped.row({{"order-id", "250-1234567-" + digits},
                   {"order-item-id", digits},
                   {"promise-date", "2026-11-24T14:59:59+00:00"},
                   {"quantity-to-ship", "2"},
                   {"quantity-purchased", "2"},
                   {"quantity-shipped", "0"}});
  }
  const CheckedReports reports({{"unshipped.txt", unshipped.text()}}, kNow);
  const HandoffFiles made =
      write_kind("calendar", reports.check(), {{}, {}, Language::kJapanese});
  EXPECT_EQ(made.rows, 2000u);
  ASSERT_EQ(made.files.size(), 2u);
  EXPECT_EQ(made.files[1].name, "calendar-2.ics");
  std::size_t events = 0;
  for (const HandoffFile& file : made.files) {
    EXPECT_LE(file.bytes.size(), 1'000'000u);
    const auto lines = lines_of(file.bytes);
    EXPECT_EQ(lines.front(), "BEGIN:VCALENDAR");
    EXPECT_EQ(lines[1], "VERSION:2.0");
    EXPECT_EQ(lines.back(), "END:VCALENDAR");
    events += static_cast<std::size_t>(
        std::count(lines.begin(), lines.end(), "BEGIN:VEVENT"));
  }
  EXPECT_EQ(events, 2000u);
}

}  // namespace
}  // namespace parcelwise
