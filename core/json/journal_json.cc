// Reads and writes the journal; see json/journal_json.h.
#include "json/journal_json.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "files/json.h"
#include "files/json_reader.h"
#include "files/open_json.h"
#include "json/report_json.h"
#include "text/compact_sort.h"
#include "text/shortened.h"
#include "words/file_errors.h"

namespace parcelwise {
namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::size_t kLongestName = 400;  // bytes of a file's name
constexpr std::size_t kLongestNumber = 60;

// A listing names each of its orders.
constexpr std::size_t kMostJournalBytes = 4 * kMostJsonBytes;
constexpr std::size_t kMostJournalMembers = 200'000;

class EventReader {
 public:
  explicit EventReader(const Json& json) : json_(json) {}

  tl::expected<JournalEvent, JournalNotice> read() {
    if (!json_.is_object())
      return tl::unexpected(JournalNotice{"", shown(json_), false});
    const auto at = instant("at");
    if (at) event_.at = *at;
    const Json& what = member(json_, "what");
    if (!what.is_string()) note("/what", what);
    if (notice_) return tl::unexpected(std::move(*notice_));
    const auto kind = event_from_name(what.text());
    if (!kind) {
      event_.raw = json_text(json_);
      return std::move(event_);
    }
    event_.kind = *kind;
    read_members();
    if (notice_) return tl::unexpected(std::move(*notice_));
    return std::move(event_);
  }

 private:
  static std::string shown(const Json& json) {
    return shortened(json.is_string() ? json.text() : json_text(json));
  }

  void note(std::string pointer, const Json& value) {
    if (!notice_)
      notice_ = JournalNotice{std::move(pointer), shown(value), false};
  }

  std::optional<Instant> instant(const char* name) {
    const Json& json = member(json_, name);
    const auto stamp = parse_stamp(json.text());
    if (!stamp || stamp->date_only) {
      note(std::string("/") + name, json);
      return std::nullopt;
    }
    return stamp->at;
  }

  std::string text(const char* name, std::size_t most) {
    const Json& json = member(json_, name);
    if (json.is_null()) return {};
    if (!json.is_string() || json.text().size() > most) {
      note(std::string("/") + name, json);
      return {};
    }
    return json.text();
  }

  std::optional<OrderId> order(const std::string& pointer, const Json& json) {
    const auto id = OrderId::parse(json.text());
    if (!id) note(pointer, json);
    return id;
  }

  void read_members() {
    event_.file = text("file", kLongestName);
    switch (event_.kind) {
      case EventKind::kUndo:
        return read_undo();
      case EventKind::kNumbers:
        return read_numbers();
      case EventKind::kListing:
        read_listing();
        break;
      case EventKind::kCarrierFile:
        event_.carrier_kind = text("kind", kLongestName);
        break;
      case EventKind::kHold:
      case EventKind::kNote:
        event_.text = text("text", kLongestJournalText);
        break;
      default:
        break;
    }
    read_orders();
  }

  void read_undo() {
    const auto of = whole_number(member(json_, "of"), 0, INT64_MAX);
    if (!of) return note("/of", member(json_, "of"));
    event_.undone = static_cast<std::uint64_t>(*of);
  }

  void read_numbers() {
    event_.carrier_kind = text("kind", kLongestName);
    const Json& numbers = member(json_, "numbers");
    if (!numbers.is_object()) return note("/numbers", numbers);
    for (const auto& [order, number] : numbers.items()) {
      const std::string at = "/numbers" + pointer_step(order);
      const auto id = OrderId::parse(order);
      const bool good = id && number.is_string() && !number.text().empty() &&
                        number.text().size() <= kLongestNumber;
      if (!good) return note(at, number);
      event_.numbers.emplace_back(*id, number.text());
    }
    compact_sort(event_.numbers);
  }

  void read_orders() {
    const Json& orders = member(json_, "orders");
    if (!orders.is_array()) return note("/orders", orders);
    for (std::size_t i = 0; i < orders.size(); ++i) {
      const auto id = order("/orders/" + std::to_string(i), orders[i]);
      if (!id) return;
      event_.orders.push_back(*id);
    }
    compact_sort(event_.orders);
    event_.orders.erase(std::unique(event_.orders.begin(), event_.orders.end()),
                        event_.orders.end());
  }

  void read_listing() {
    event_.marketplace = text("marketplace", kLongestName);
    if (!member(json_, "listing_at").is_null()) {
      event_.listing_at = instant("listing_at");
    }
    const Json& details = member(json_, "details");
    if (details.is_null()) return;
    if (!details.is_object()) return note("/details", details);
    for (const auto& [order, each] : details.items()) {
      const std::string at = "/details" + pointer_step(order);
      const auto id = OrderId::parse(order);
      if (!id) return note(at, Json(order));
      ListedDetails listed;
      listed.order = *id;
      const auto quantity =
          whole_number(member(each, "quantity"), 0, 999'999'999);
      const auto check =
          whole_number(member(each, "address_check"), 0, UINT16_MAX);
      if (!quantity || !check) return note(at, each);
      listed.quantity = *quantity;
      listed.address_check = static_cast<std::uint16_t>(*check);
      const Json& ship_by = member(each, "ship_by");
      if (!ship_by.is_null()) {
        const auto stamp = parse_stamp(ship_by.text());
        if (!stamp || stamp->date_only) return note(at + "/ship_by", ship_by);
        listed.ship_by = stamp->at;
      }
      listed.cancel_request = member(each, "cancel_request").is_true();
      event_.details.push_back(listed);
    }
    compact_sort(event_.details,
                 [](const ListedDetails& a, const ListedDetails& b) {
                   return a.order < b.order;
                 });
  }

  const Json& json_;
  JournalEvent event_;
  std::optional<JournalNotice> notice_;
};

Json details_json(const std::vector<ListedDetails>& details, const Zone& zone) {
  Json all = Json::object();
  for (const ListedDetails& each : details) {
    Json one = json_object(
        {{"quantity", each.quantity}, {"address_check", each.address_check}});
    if (each.ship_by) one["ship_by"] = zone.to_iso8601(*each.ship_by);
    if (each.cancel_request) one["cancel_request"] = true;
    all[each.order.text()] = std::move(one);
  }
  return all;
}

}  // namespace

tl::expected<JournalEvent, JournalNotice> read_journal_event(const Json& json) {
  return EventReader(json).read();
}

tl::expected<ReadJournal, JournalError> read_journal(std::string_view text) {
  const auto refuse = [](JournalErrorCode code, std::string_view value) {
    return tl::unexpected(JournalError{code, shortened(value)});
  };
  const auto json = open_json(text, {kMostJournalBytes, kMostJournalMembers});
  if (!json) {
    return tl::unexpected(
        JournalError{JournalErrorCode::kNotAJournal, "", json.error()});
  }
  const Json& version = member(*json, "journal");
  const Json& events = member(*json, "events");
  const auto number = whole_number(version, 0, INT64_MAX);
  if (number && *number > kVersion) {
    return refuse(JournalErrorCode::kNewer, json_text(version));
  }
  if (number != kVersion || !events.is_array()) {
    return refuse(JournalErrorCode::kNotAJournal, json_text(*json));
  }
  if (events.size() > kMostEvents) {
    return refuse(JournalErrorCode::kTooLong, std::to_string(events.size()));
  }
  ReadJournal read;
  const Json& shop = member(*json, "shop");
  if (shop.is_string() && shop.text().size() <= kLongestName) {
    read.journal.shop = shop.text();
  } else if (!shop.is_null()) {
    read.notices.push_back({"/shop", shortened(json_text(shop)), false});
  }
  const Json& from = member(*json, "from");
  const auto first = whole_number(from, 0, INT64_MAX / 2);
  if (first) {
    read.journal.from = static_cast<std::uint64_t>(*first);
  } else if (!from.is_null()) {
    read.notices.push_back({"/from", shortened(json_text(from)), false});
  }
  for (std::size_t i = 0; i < events.size(); ++i) {
    auto event = read_journal_event(events[i]);
    const std::string at = "/events/" + std::to_string(i);
    if (!event) {
      JournalNotice notice = std::move(event.error());
      notice.pointer = at + notice.pointer;
      read.notices.push_back(std::move(notice));
      JournalEvent& left_out = read.journal.events.emplace_back();
      left_out.kind = EventKind::kLeftOut;
      left_out.raw = json_text(events[i]);
      continue;
    }
    if (event->kind == EventKind::kUnknown) {
      read.notices.push_back(
          {at + "/what", shortened(member(events[i], "what").text()), true});
    }
    read.journal.events.push_back(std::move(*event));
  }
  return read;
}

std::string journal_error_text(const JournalError& error, Language language) {
  if (error.unopened) return json_error_text(*error.unopened, language);
  const char* const keys[] = {"journal/errors/not-a-journal",
                              "journal/errors/newer",
                              "journal/errors/too-long"};
  return fill(
      Catalogue::of(language).text(keys[static_cast<std::size_t>(error.code)]),
      {{"value", error.value}, {"limit", std::to_string(kMostEvents)}});
}

std::string journal_notice_text(const JournalNotice& notice,
                                Language language) {
  return fill(
      Catalogue::of(language).text(notice.unknown_kind ? "journal/unknown-kind"
                                                       : "journal/left-out"),
      {{"pointer", notice.pointer.empty() ? "/" : notice.pointer},
       {"value", notice.value}});
}

Json journal_event_json(const JournalEvent& event, const Zone& zone) {
  if (event.kind == EventKind::kUnknown || event.kind == EventKind::kLeftOut) {
    return open_json(event.raw, {kMostJournalBytes, kMostJournalMembers})
        .value_or(Json());
  }
  Json json = json_object(
      {{"at", zone.to_iso8601(event.at)}, {"what", event_name(event.kind)}});
  if (!event.carrier_kind.empty()) json["kind"] = event.carrier_kind;
  if (!event.file.empty()) json["file"] = event.file;
  switch (event.kind) {
    case EventKind::kUndo:
      json["of"] = event.undone;
      return json;
    case EventKind::kNumbers: {
      Json numbers = Json::object();
      for (const auto& [order, number] : event.numbers) {
        numbers[order.text()] = number;
      }
      json["numbers"] = std::move(numbers);
      return json;
    }
    case EventKind::kListing:
      json["marketplace"] = event.marketplace;
      json["listing_at"] =
          event.listing_at ? Json(zone.to_iso8601(*event.listing_at)) : Json();
      break;
    default:
      break;
  }
  json["orders"] = order_ids_json(event.orders);
  if (!event.details.empty())
    json["details"] = details_json(event.details, zone);
  if (!event.text.empty()) json["text"] = event.text;
  return json;
}

std::string write_journal(const Journal& journal, const Zone& zone) {
  std::string text = "{\"journal\":1,\"shop\":" + json_text(journal.shop) +
                     ",\"from\":" + std::to_string(journal.from) +
                     ",\"events\":[";
  for (std::size_t i = 0; i < journal.events.size(); ++i) {
    text += i == 0 ? "\n" : ",\n";
    text += json_text(journal_event_json(journal.events[i], zone));
  }
  return text + "]}\n";
}

Json order_progress_json(const OrderProgress& progress, const Zone& zone) {
  Json json = json_object({{"order_id", progress.order.text()},
                           {"state", progress_name(progress.state)}});
  if (!progress.number.empty()) json["number"] = progress.number;
  if (!progress.label_file.empty()) json["label_file"] = progress.label_file;
  if (!progress.confirmation_file.empty()) {
    json["confirmation_file"] = progress.confirmation_file;
  }
  for (const auto& [name, at] :
       {std::pair{"label_at", progress.label_at},
        std::pair{"numbered_at", progress.numbered_at},
        std::pair{"confirmed_at", progress.confirmed_at},
        std::pair{"left_at", progress.left_at}}) {
    if (at) json[name] = zone.to_iso8601(*at);
  }
  if (progress.done) json["done"] = true;
  if (!progress.hold.empty()) json["hold"] = progress.hold;
  if (!progress.notes.empty()) json["notes"] = progress.notes;
  return json;
}

Json progress_json(const Progress& progress, const Zone& zone) {
  Json all = Json::array();
  for (const OrderProgress& each : progress.all())
    all.push_back(order_progress_json(each, zone));
  return all;
}

Json changes_json(const Changes& changes, const Zone& zone) {
  Json changed = Json::array();
  for (const ChangedOrder& each : changes.changed) {
    changed.push_back(json_object(
        {{"order_id", each.order.text()}, {"what", change_name(each.what)}}));
  }
  return json_object(
      {{"since",
        changes.since ? Json(zone.to_iso8601(*changes.since)) : Json()},
       {"new", order_ids_json(changes.fresh)},
       {"left_confirmed", order_ids_json(changes.left_confirmed)},
       {"left_otherwise", order_ids_json(changes.left_otherwise)},
       {"came_back", order_ids_json(changes.came_back)},
       {"still_open", order_ids_json(changes.still_open)},
       {"changed", std::move(changed)}});
}

}  // namespace parcelwise
