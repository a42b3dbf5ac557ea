// The journal of a session: what the page has kept of earlier days, what it
// notes today, and what follows from both for the reports that are loaded.
#include "journal/journal.h"

#include <algorithm>
#include <array>
#include <utility>

#include "files/json.h"
#include "files/json_reader.h"
#include "files/open_json.h"
#include "journal/listings_now.h"
#include "json/journal_json.h"
#include "session/state.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

// More than any seller's morning: a listing beyond is a test of speed, and is
// not worth a page's storage.
constexpr std::size_t kMostListed = 20'000;

struct NamedList {
  const char* name;
  std::vector<OrderId> Changes::*orders;
};
constexpr NamedList kLists[] = {{"new", &Changes::fresh},
                                {"left_confirmed", &Changes::left_confirmed},
                                {"left_otherwise", &Changes::left_otherwise},
                                {"came_back", &Changes::came_back},
                                {"still_open", &Changes::still_open}};
constexpr std::string_view kChanged = "changed";

std::vector<OrderId> changed_orders(const Changes& changes) {
  std::vector<OrderId> orders;
  for (const ChangedOrder& each : changes.changed) {
    if (orders.empty() || orders.back() != each.order)
      orders.push_back(each.order);
  }
  return orders;
}

}  // namespace

Json Session::State::take_in_journal(Instant now) {
  std::vector<OpenListing> listings = listings_now(book, policies);
  const bool too_many = std::any_of(
      listings.begin(), listings.end(), [](const OpenListing& listing) {
        return listing.now.listed.orders.size() > kMostListed;
      });
  if (too_many) listings.clear();
  const std::vector<ListedNow> listed = listed_of(listings);
  progress = Progress::fold(*journal, listed, now);
  changes = changes_since(*journal, details_of(listings), now);
  Json noted = Json::array();
  for (const OpenListing& listing : listings) {
    auto event = listing_event(*journal, listing, now);
    if (!event) continue;
    noted.push_back(journal_event_json(*event, policies.main().zone()));
    journal->events.push_back(std::move(*event));
  }
  std::array<std::size_t, kProgressStates> states{};
  for (const OrderProgress& each : progress.all())
    ++states[static_cast<std::size_t>(each.state)];
  Json by_state = Json::object();
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (states[i] > 0)
      by_state[std::string(progress_name(static_cast<ProgressState>(i)))] =
          states[i];
  }
  Json counts = Json::object();
  for (const NamedList& each : kLists)
    counts[each.name] = (changes.*each.orders).size();
  counts[std::string(kChanged)] = changed_orders(changes).size();
  return json_object(
      {{"since", changes.since
                     ? Json(policies.main().zone().to_iso8601(*changes.since))
                     : Json()},
       {"counts", std::move(counts)},
       {"progress", std::move(by_state)},
       {"noted", std::move(noted)}});
}

std::optional<std::vector<std::uint32_t>> Session::State::orders_changed(
    std::string_view name) const {
  std::vector<OrderId> ids;
  const auto* const found =
      std::find_if(std::begin(kLists), std::end(kLists),
                   [&](const NamedList& each) { return each.name == name; });
  if (found != std::end(kLists)) {
    ids = changes.*(found->orders);
  } else if (name == kChanged) {
    ids = changed_orders(changes);
  } else {
    return std::nullopt;
  }
  std::vector<std::uint32_t> orders;
  for (const OrderId id : ids) {
    if (const auto order = book.find(id)) orders.push_back(*order);
  }
  compact_sort(orders);
  return orders;
}

std::vector<std::uint32_t> Session::State::left_over(
    const PageQuery& query) const {
  std::vector<OrderId> without = query.without;
  compact_sort(without);
  const auto goes = [&](OrderId id) {
    if (std::binary_search(without.begin(), without.end(), id)) return true;
    const OrderProgress* const found =
        query.without_gone ? progress.of(id) : nullptr;
    return found != nullptr &&
           (found->state == ProgressState::kInConfirmation ||
            found->state == ProgressState::kLeft);
  };
  std::vector<std::uint32_t> orders;
  for (std::uint32_t i = 0; i < book.order_count(); ++i) {
    const auto& among = query.rows.among;
    if (among && !std::binary_search(among->begin(), among->end(), i)) continue;
    if (!goes(book.order_id(i))) orders.push_back(i);
  }
  return orders;
}

Reply Session::set_journal(const std::string& text, const std::string& now) {
  State& s = *state_;
  const auto stamp = parse_stamp(now);
  if (!stamp || stamp->date_only) return s.bad_argument("now");
  ReadJournal read;
  if (!text.empty()) {
    auto opened = read_journal(text);
    if (!opened) {
      return failure(FailureCode::kBadJournal,
                     journal_error_text(opened.error(), s.language),
                     {{"value", opened.error().value}});
    }
    read = std::move(*opened);
  }
  Journal kept = read.journal;
  kept.forget_left(stamp->at, kJournalDays);
  const bool same = kept == read.journal;
  Json notices = Json::array();
  for (const JournalNotice& notice : read.notices) {
    notices.push_back(
        json_object({{"pointer", notice.pointer},
                     {"text", journal_notice_text(notice, s.language)}}));
  }
  s.journal = std::move(kept);
  return done(json_object(
      {{"events", s.journal->events.size()},
       {"from", s.journal->from},
       {"notices", std::move(notices)},
       {"kept",
        same ? Json()
             : Json(write_journal(*s.journal, s.policies.main().zone()))}}));
}

Reply Session::note_event(const std::string& text) {
  State& s = *state_;
  if (!s.journal) return s.bad_argument("journal");
  const auto opened = open_json(text);
  if (!opened) return bad_json(complaint_of(opened.error()), s.language);
  auto event = read_journal_event(*opened);
  if (!event) {
    const JournalNotice& wrong = event.error();
    return failure(FailureCode::kBadArgument,
                   journal_notice_text(wrong, s.language),
                   {{"pointer", wrong.pointer}, {"value", wrong.value}});
  }
  if (s.journal->events.size() >= kMostEvents) return s.bad_argument("event");
  const std::uint64_t place = s.journal->next();
  s.journal->events.push_back(std::move(*event));
  return done(json_object({{"place", place}}));
}

Reply Session::journal() {
  State& s = *state_;
  if (!s.journal) return s.bad_argument("journal");
  Reply reply;
  reply.json = write_journal(*s.journal, s.policies.main().zone());
  return reply;
}

Reply Session::changes() {
  State& s = *state_;
  if (!s.journal) return s.bad_argument("journal");
  if (!s.check) return s.bad_argument("check");
  const Zone& zone = s.policies.main().zone();
  Json json = changes_json(s.changes, zone);
  std::vector<OrderId> named = changed_orders(s.changes);
  for (const NamedList& list : kLists) {
    const auto& orders = s.changes.*list.orders;
    named.insert(named.end(), orders.begin(), orders.end());
  }
  compact_sort(named);
  named.erase(std::unique(named.begin(), named.end()), named.end());
  Json progress = Json::array();
  for (const OrderId id : named) {
    if (const OrderProgress* const of = s.progress.of(id))
      progress.push_back(order_progress_json(*of, zone));
  }
  json["progress"] = std::move(progress);
  return done(json);
}

}  // namespace parcelwise
