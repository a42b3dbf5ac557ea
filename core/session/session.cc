// What a session is made of, and its settings and reports: from the first byte
// of a file to the report that checks are made of.
#include "session/session.h"

#include <utility>

#include "files/json.h"
#include "json/report_json.h"
#include "report/wording.h"
#include "rules/wording.h"
#include "session/state.h"
#include "words/file_errors.h"

namespace parcelwise {
namespace {

Json policy_json(const Policy& policy) {
  return json_object({{"id", policy.id()},
                      {"name", policy.name()},
                      {"zone", policy.zone_name()},
                      {"currency", policy.currency().code()}});
}

Reply unreadable(const ReadError& error, Language language) {
  return failure(error.code, read_error_text(error, language),
                 {{"value", error.found}});
}

}  // namespace

Reply done(const Json& json) { return {true, json_text(json), {}}; }

Reply failure(FailureName code, std::string_view message,
              std::initializer_list<JsonMember> more) {
  Json json = json_object(more);
  json["code"] = code.text();
  json["message"] = message;
  return {false, {}, json_text(json)};
}

Reply bad_json(const JsonComplaint& complaint, Language language) {
  return failure(FailureCode::kBadArgument,
                 json_complaint_text(complaint, language),
                 {{"pointer", complaint.pointer}, {"value", complaint.value}});
}

Reply Session::State::bad_argument(const char* name) const {
  return failure(
      FailureCode::kBadArgument,
      fill(Catalogue::of(language).text("bad_argument"), {{"name", name}}));
}

void Session::State::make_plan() {
  if (!check) return;
  groups.reset();
  plan = RefundPlan::make(book, policies, check->context().now,
                          check->refunds_reported(), planned);
}

GroupList& Session::State::group_list() {
  if (!groups) {
    groups = std::make_unique<GroupList>(check->groups(), check->context(),
                                         decisions, plan);
  }
  return *groups;
}

WorkList& Session::State::work_list() {
  if (!list) list = std::make_unique<WorkList>(*check);
  return *list;
}

SoundGroups Session::State::sound(const AcceptedGroups& accepted) const {
  return sound_groups(book, policies, check->context().now, accepted);
}

TrackingNumbers Session::State::match_numbers(
    const std::vector<std::vector<OrderId>>& together,
    const OrderSplits& splits) const {
  std::vector<const TrackingFile*> files;
  for (const auto& [handle, file] : tracking) files.push_back(file.get());
  return TrackingNumbers::match(*check, files, together, accepted_proposals,
                                splits);
}

const TrackingNumbers& Session::State::matched_numbers() {
  if (!numbers) {
    AcceptedGroups together;
    for (const auto& accepted : decisions.accepted) {
      together.insert(together.end(), accepted.parcels.begin(),
                      accepted.parcels.end());
    }
    numbers.emplace(match_numbers(sound(together).groups, {}));
  }
  return *numbers;
}

std::vector<OpenTracking> Session::State::tracking_files() const {
  std::vector<OpenTracking> files;
  for (const auto& [handle, file] : tracking)
    files.push_back({handle, file.get()});
  return files;
}

void Session::State::forget_check() {
  groups.reset();
  numbers.reset();
  plan = RefundPlan();
  list.reset();
  check.reset();
  book = OrderBook();
}

Session::Session() : state_(std::make_unique<State>()) {}

Session::~Session() = default;

char* Session::input_buffer(std::size_t bytes) {
  State& s = *state_;
  if (bytes > kLargestChunk) return nullptr;
  if (bytes > s.buffer_bytes) {
    s.buffer.reset(new char[bytes]);
    s.buffer_bytes = bytes;
  }
  return s.buffer.get();
}

Reply Session::set_language(const std::string& name) {
  const auto language = language_from_name(name);
  if (!language) return state_->bad_argument("language");
  state_->language = *language;
  return {};
}

Reply Session::policies() {
  Json choices = Json::array();
  for (const std::string& id : Policy::ids()) {
    if (const auto policy = Policy::load(id))
      choices.push_back(policy_json(*policy));
  }
  return done(choices);
}

Reply Session::set_policy(const std::string& text) {
  State& s = *state_;
  if (text.empty()) {
    s.chosen.reset();
    return done(policy_json(s.policies.main()));
  }
  auto policy = Policy::load(text);
  if (!policy) {
    const PolicyError& wrong = policy.error();
    return failure(
        FailureCode::kBadPolicy,
        policy_error_text(wrong, s.language) + " " +
            std::string(Catalogue::of(s.language).text("policy_kept")),
        {{"pointer", wrong.pointer}, {"value", wrong.value}});
  }
  s.chosen = std::move(*policy);
  return done(policy_json(*s.chosen));
}

Reply Session::open_report(const std::string& file, const std::string& encoding,
                           const std::string& kind) {
  State& s = *state_;
  ReadOptions options;
  if (!encoding.empty()) {
    options.encoding = encoding_from_name(encoding);
    if (!options.encoding) return s.bad_argument("encoding");
  }
  if (!kind.empty()) {
    options.kind = kind_from_name(kind);
    if (!options.kind) return s.bad_argument("kind");
  }
  const int handle = s.next_handle++;
  s.open[handle] = std::make_unique<ReportReader>(file, options);
  return done(json_object({{"report", handle}}));
}

Reply Session::feed_report(int report, std::size_t bytes) {
  State& s = *state_;
  const auto found = s.open.find(report);
  if (found == s.open.end() || bytes > s.buffer_bytes)
    return s.bad_argument("report");
  ReportReader& reader = *found->second;
  const auto read = reader.feed({s.buffer.get(), bytes});
  if (!read) {
    Reply reply = unreadable(read.error(), s.language);
    s.open.erase(found);
    return reply;
  }
  return done(
      json_object({{"bytes", reader.bytes()}, {"rows", reader.rows()}}));
}

Reply Session::close_report(int report) {
  State& s = *state_;
  const auto found = s.open.find(report);
  if (found == s.open.end()) return s.bad_argument("report");
  const std::unique_ptr<ReportReader> reader = std::move(found->second);
  s.open.erase(found);
  auto read = reader->finish();
  if (!read) return unreadable(read.error(), s.language);
  s.forget_check();
  auto& kept = s.closed[report] = std::make_unique<Report>(std::move(*read));
  Json summary = report_json(*kept, OrderBook::counts_alone(*kept), s.language);
  summary["report"] = report;
  return done(summary);
}

Reply Session::remove_report(int report) {
  State& s = *state_;
  s.forget_check();
  s.open.erase(report);
  s.closed.erase(report);
  return {};
}

Reply Session::remove_all() {
  State& s = *state_;
  s.forget_check();
  s.open.clear();
  s.closed.clear();
  s.planned.clear();
  s.decisions = GroupDecisions();
  s.tracking.clear();
  s.accepted_proposals = AcceptedProposals();
  s.result.reset();
  s.written = HandoffFiles();
  s.buffer.reset();
  s.buffer_bytes = 0;
  return {};
}

}  // namespace parcelwise
