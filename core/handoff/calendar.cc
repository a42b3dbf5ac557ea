// The deadlines as a calendar (.ics, RFC 5545): one event for each order and
// deadline, ending at it, with an alarm on its morning and one an hour before.
// Nothing in it tells of a buyer: an event names the order and what is to be
// done.
//
// An event's UID is made of the order and the kind of deadline alone, and its
// SEQUENCE grows with `now`: a calendar that takes the file in again moves the
// event instead of adding one. Times are UTC, so no zone's rules need to travel
// along.
#include <algorithm>
#include <set>

#include "handoff/export.h"
#include "rules/wording.h"
#include "text/compact_sort.h"
#include "words/written.h"

namespace parcelwise {
namespace calendar {
namespace {

constexpr std::string_view kTail = "END:VCALENDAR\r\n";
constexpr std::size_t kMostBytes = 1'000'000;  // what Google Calendar takes in
constexpr std::size_t kMostOctets = 75;        // of a line, its end not counted
constexpr std::int64_t kEventSeconds = 1800;   // it ends at the deadline
constexpr std::int64_t kLastAlarmSeconds = 3600;
constexpr int kMorningSeconds = 9 * 3600;

// "20261120T145959Z"
std::string utc_text(Instant at) {
  std::string text;
  for (const char c : Zone().to_iso8601(at).substr(0, 19)) {
    if (c != '-' && c != ':') text += c;
  }
  return text + 'Z';
}

// "PT14H29M59S"
std::string duration_text(std::int64_t seconds) {
  std::string text = "PT";
  const auto part = [&](std::int64_t count, char unit) {
    if (count > 0) text += std::to_string(count) + unit;
  };
  part(seconds / 3600, 'H');
  part(seconds / 60 % 60, 'M');
  part(seconds % 60, 'S');
  return text;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out;
}

// A content line, folded between two characters where it is too long.
void append_line(std::string& out, std::string_view line) {
  std::size_t room = kMostOctets;
  while (line.size() > room) {
    std::size_t cut = room;
    while ((static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
    out += line.substr(0, cut);
    out += "\r\n ";
    line.remove_prefix(cut);
    room = kMostOctets - 1;  // the space counts
  }
  out += line;
  out += "\r\n";
}

// Which deadline an action is about; several rules may watch the same one.
std::string_view deadline_of(const Action& action, const OrderFacts& facts) {
  const std::string_view rule = all_rules()[action.rule]->id;
  if (rule == "confirm-or-lose") return "confirm-by";
  if (rule == "answer-return") return "answer-by";
  if (rule == "refund-return") return "refund-by";
  if (facts.ship_by && action.due() == facts.ship_by->at) return "ship-by";
  return rule;
}

class Calendar {
 public:
  explicit Calendar(const ExportContext& context)
      : check_(context.check),
        words_(Catalogue::of(context.language)),
        language_(context.language) {}

  void add(const Action& action) {
    const auto due = action.due();
    // What waits or only informs is no deadline of its own.
    if (!due || action.urgency == Urgency::kHold ||
        action.urgency == Urgency::kInfo)
      return;
    const OrderFacts facts = check_.facts(action.order);
    const Rule& rule = *all_rules()[action.rule];
    const std::string_view deadline = deadline_of(action, facts);
    add(facts, deadline, *due, rule);
    if (deadline != "confirm-by") return;
    if (const auto at =
            check_.context(action.order).amazon_by(facts.ship_by->at))
      add(facts, "amazon-by", *at, rule);
  }

  HandoffFiles finish() {
    std::string head;
    for (const std::string_view line :
         {"BEGIN:VCALENDAR", "VERSION:2.0",
          "PRODID:-//Parcelwise//Parcelwise//EN", "CALSCALE:GREGORIAN",
          "METHOD:PUBLISH"}) {
      append_line(head, line);
    }
    append_line(
        head, "X-WR-CALNAME:" + escaped(words_.text("handoff/calendar/name")));
    // By time, and of one time by order.
    compact_sort(events_);
    RowFiles files("calendar", ".ics", std::move(head),
                   {kMostBytes - kTail.size(), FileLimits{}.most_rows});
    for (const auto& [key, event] : events_) files.add({&event, 1});
    HandoffFiles made;
    made.rows = files.rows();
    made.files = files.finish();
    for (HandoffFile& file : made.files) file.bytes += kTail;
    return made;
  }

 private:
  void add(const OrderFacts& facts, std::string_view deadline, Instant due,
           const Rule& rule) {
    std::string uid = facts.id.text() + "-" + std::string(deadline);
    if (!known_.insert(uid).second) return;
    const std::int64_t now = check_.context().now.unix_seconds;
    const Zone& zone = check_.context(facts.order).policy.zone();
    const Fields fields = {{"order", facts.id.text()},
                           {"due", date_text(due, zone, language_)},
                           {"rule", std::string(rule_name(rule, language_))}};
    const std::string path = "handoff/calendar/" + std::string(deadline);
    std::string summary =
        fill(words_.text(words_.has(path) ? path : "handoff/calendar/other"),
             fields);
    const bool guessed = facts.ship_by_estimated() &&
                         (deadline == "ship-by" || deadline == "confirm-by" ||
                          deadline == "amazon-by");
    if (guessed) summary = fill(words_.text("estimated"), {{"text", summary}});
    const Instant start{due.unix_seconds - kEventSeconds};
    std::string event;
    append_line(event, "BEGIN:VEVENT");
    append_line(event, "UID:" + uid + "@parcelwise");
    append_line(event, "DTSTAMP:" + utc_text(check_.context().now));
    append_line(event, "SEQUENCE:" +
                           std::to_string(std::max<std::int64_t>(now / 60, 0)));
    append_line(event, "DTSTART:" + utc_text(start));
    append_line(event, "DTEND:" + utc_text(due));
    append_line(event, "SUMMARY:" + escaped(summary));
    append_line(
        event,
        "DESCRIPTION:" +
            escaped(fill(words_.text("handoff/calendar/description"), fields)));
    append_line(event, "TRANSP:TRANSPARENT");
    // On the morning of the day, three hours before what is due in the morning,
    // and an hour before; what is past needs none.
    const std::int64_t morning =
        std::min(zone.start_of(zone.day_of(due)).unix_seconds + kMorningSeconds,
                 due.unix_seconds - 3 * kLastAlarmSeconds);
    for (const std::int64_t alarm :
         {morning, due.unix_seconds - kLastAlarmSeconds}) {
      if (alarm <= now) continue;
      append_line(event, "BEGIN:VALARM");
      append_line(event, "ACTION:DISPLAY");
      append_line(event,
                  "TRIGGER:-" + duration_text(start.unix_seconds - alarm));
      append_line(event, "DESCRIPTION:" + escaped(summary));
      append_line(event, "END:VALARM");
    }
    append_line(event, "END:VEVENT");
    events_.emplace_back(std::pair(due.unix_seconds, uid), std::move(event));
  }

  const Check& check_;
  const Catalogue& words_;
  Language language_;
  std::set<std::string> known_;
  std::vector<std::pair<std::pair<std::int64_t, std::string>, std::string>>
      events_;
};

HandoffFiles write(const ExportContext& context) {
  // Without a choice every deadline, also of orders that are sent: a return's.
  std::vector<bool> chosen(context.check.context().book.order_count(),
                           !context.chosen);
  for (const Shipment& shipment : context.shipments) {
    for (const std::uint32_t order : shipment.orders) chosen[order] = true;
  }
  Calendar calendar(context);
  for (const Action& action : context.check.actions()) {
    if (chosen[action.order]) calendar.add(action);
  }
  return calendar.finish();
}

}  // namespace
}  // namespace calendar

extern const ExportKind kCalendarExport;
const ExportKind kCalendarExport = {"calendar", ".ics", calendar::write,
                                    ExportReader::kSeller};

}  // namespace parcelwise
