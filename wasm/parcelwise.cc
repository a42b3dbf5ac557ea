// The boundary to the page: every export is declared in parcelwise.d.ts, in the
// same order, and answers with a Reply. No exception crosses, for there is
// none: the core's errors are values, and the module is built without
// unwinding.
//
// The session holds the reports that were closed, the policy and the last
// check.
#include <emscripten/bind.h>

#include <cstdarg>
#include <map>
#include <memory>
#include <vector>

#include "handoff/export.h"
#include "json/answer_json.h"
#include "json/check_json.h"
#include "json/export_json.h"
#include "json/follow_ups_json.h"
#include "json/group_list_json.h"
#include "json/page_json.h"
#include "json/refund_json.h"
#include "json/slips_json.h"
#include "json/terms_json.h"
#include "json/tracking_json.h"
#include "orders/marketplace.h"
#include "orders/stock_outs.h"
#include "report/reader.h"
#include "report/wording.h"
#include "rules/wording.h"

namespace parcelwise {
namespace {

struct Reply {
  bool ok = true;
  std::string json = "{}";
  std::string error;
};

constexpr std::size_t kLargestChunk = 16u << 20;

class Session {
 public:
  std::uintptr_t input_buffer(unsigned bytes) {
    if (bytes > kLargestChunk) return 0;
    if (bytes > buffer_bytes_) {
      buffer_.reset(new char[bytes]);
      buffer_bytes_ = bytes;
    }
    return reinterpret_cast<std::uintptr_t>(buffer_.get());
  }

  Reply set_language(const std::string& name) {
    const auto language = language_from_name(name);
    if (!language) return bad_argument("language");
    language_ = *language;
    return {};
  }

  Reply policies() {
    Json choices = Json::array();
    for (const std::string& id : Policy::ids()) {
      if (const auto policy = Policy::load(id))
        choices.push_back(policy_json(*policy));
    }
    return done(choices);
  }

  Reply set_policy(const std::string& text) {
    if (text.empty()) {
      chosen_.reset();
      return done(policy_json(policy_));
    }
    auto policy = Policy::load(text);
    if (!policy) {
      const PolicyError& wrong = policy.error();
      return failure("bad-policy", policy_error_text(wrong, language_),
                     {{"pointer", wrong.pointer}, {"value", wrong.value}});
    }
    chosen_ = std::move(*policy);
    return done(policy_json(*chosen_));
  }

  Reply open_report(const std::string& file, const std::string& encoding,
                    const std::string& kind) {
    ReadOptions options;
    if (!encoding.empty()) {
      options.encoding = encoding_from_name(encoding);
      if (!options.encoding) return bad_argument("encoding");
    }
    if (!kind.empty()) {
      options.kind = kind_from_name(kind);
      if (!options.kind) return bad_argument("kind");
    }
    const int handle = next_handle_++;
    open_[handle] = std::make_unique<ReportReader>(file, options);
    return done({{"report", handle}});
  }

  Reply feed_report(int handle, unsigned bytes) {
    const auto found = open_.find(handle);
    if (found == open_.end() || bytes > buffer_bytes_)
      return bad_argument("report");
    ReportReader& reader = *found->second;
    const auto read = reader.feed({buffer_.get(), bytes});
    if (!read) {
      const Reply reply = unreadable(read.error());
      open_.erase(found);
      return reply;
    }
    return done({{"bytes", reader.bytes()}, {"rows", reader.rows()}});
  }

  Reply close_report(int handle) {
    const auto found = open_.find(handle);
    if (found == open_.end()) return bad_argument("report");
    const std::unique_ptr<ReportReader> reader = std::move(found->second);
    open_.erase(found);
    auto report = reader->finish();
    if (!report) return unreadable(report.error());
    forget_check();
    auto& kept = closed_[handle] = std::make_unique<Report>(std::move(*report));
    const OrderBook alone = OrderBook::join({kept.get()});
    Json summary = report_json(alone, 0, language_);
    summary["report"] = handle;
    return done(summary);
  }

  Reply remove_report(int handle) {
    forget_check();
    open_.erase(handle);
    closed_.erase(handle);
    return {};
  }

  Reply remove_all() {
    forget_check();
    open_.clear();
    closed_.clear();
    planned_.clear();
    decisions_ = GroupDecisions();
    tracking_.clear();
    written_ = HandoffFiles();
    buffer_.reset();
    buffer_bytes_ = 0;
    return {};
  }

  Reply check(const std::string& now, const std::string& options) {
    const auto stamp = parse_stamp(now);
    if (!stamp || stamp->date_only) return bad_argument("now");
    CheckOptions check_options;
    const Json wanted = Json::parse(std::string_view(options), nullptr, false);
    if (wanted.is_object() && wanted.contains("out_of_stock") &&
        wanted["out_of_stock"].is_array()) {
      for (const Json& sku : wanted["out_of_stock"]) {
        if (sku.is_string())
          check_options.stock.push_back({sku.get<std::string>(), 0});
      }
    }
    if (wanted.is_object() && wanted.contains("stock") &&
        wanted["stock"].is_string()) {
      const auto stock =
          read_stock(wanted["stock"].get_ref<const std::string&>());
      if (!stock) {
        return failure("bad-stock", stock_error_text(stock.error(), language_),
                       {{"value", stock.error().text}});
      }
      for (const StockLevel& level : *stock)
        check_options.stock.push_back(level);
    }
    if (wanted.is_object() && wanted.contains("follow_ups")) {
      auto follow_ups = read_follow_ups(wanted["follow_ups"]);
      if (!follow_ups) {
        return failure("bad-argument",
                       follow_up_error_text(follow_ups.error(), language_),
                       {{"value", follow_ups.error().value}});
      }
      check_options.follow_ups = std::move(*follow_ups);
    }
    forget_check();
    std::vector<const Report*> reports;
    for (const auto& [handle, report] : closed_)
      reports.push_back(report.get());
    const char* how = "set";
    if (chosen_) {
      policy_ = *chosen_;
    } else {
      const std::string found = policy_for(reports);
      how = found.empty() ? "default" : "found";
      policy_ = *Policy::load(found.empty() ? kDefaultPolicy : found);
    }
    book_ = OrderBook::join(reports);
    check_.emplace(Check::run(book_, policy_, stamp->at, check_options));
    make_plan();
    std::vector<int> handles;
    for (const Report* report : book_.reports()) {
      for (const auto& [handle, kept] : closed_) {
        if (kept.get() == report) handles.push_back(handle);
      }
    }
    return done(check_summary_json(*check_, handles, how, language_));
  }

  Reply rows(const std::string& query) {
    if (!check_) return bad_argument("check");
    const auto page = read_page_query(query);
    if (!page) return bad_argument("query");
    return done(rows_json(*check_, list(), *page, language_));
  }

  Reply order(const std::string& text) {
    if (!check_) return bad_argument("check");
    const auto id = OrderId::parse(text);
    const auto found = id ? book_.find(*id) : std::nullopt;
    if (!found) return bad_argument("order");
    Json detail = order_json(*check_, list(), *found, language_);
    detail["parcel"] = nullptr;
    if (!decisions_.accepted.empty())
      detail["parcel"] = group_list().parcel_of(*id, language_);
    detail["tracking"] =
        order_tracking_json(numbers().find(*found), open_tracking_files());
    return done(detail);
  }

  Reply rejects(const std::string& query) {
    if (!check_) return bad_argument("check");
    const Json wanted = Json::parse(std::string_view(query), nullptr, false);
    if (!wanted.is_object()) return bad_argument("query");
    return done(rejects_json(book_, wanted, language_));
  }

  Reply refund_reasons() { return done(reasons_json(language_)); }

  // After what the plan gives back already.
  Reply refund(const std::string& text) {
    if (!check_) return bad_argument("check");
    const auto requests = read_requests(text, policy_);
    if (!requests || requests->size() != 1) return bad_argument("request");
    const RefundContext context{book_, policy_, check_->context().now,
                                plan_.ledger()};
    const auto refund = refund_order(context, requests->front());
    if (!refund) {
      return failure("refund", refund_error_text(refund.error(), language_),
                     {{"value", refund_error_name(refund.error().code)}});
    }
    return done(refund_json(*refund, language_));
  }

  Reply set_plan(const std::string& text) {
    auto requests = read_requests(text, policy_);
    if (!requests) {
      return failure("bad-plan",
                     request_error_text(requests.error(), language_),
                     {{"value", requests.error().value}});
    }
    planned_ = std::move(*requests);
    make_plan();
    return done(plan_json(plan_, 0, 0, language_));
  }

  Reply plan(const std::string& query) {
    const auto page = read_page_query(query);
    if (!page) return bad_argument("query");
    return done(plan_json(plan_, page->offset, page->limit, language_));
  }

  Reply answer_cases() { return done(answer_cases_json(language_)); }

  // Its refund is what the reports leave: a planned one has not gone back yet.
  Reply answer(const std::string& text) {
    if (!check_) return bad_argument("check");
    const auto request =
        read_answer_request(text, *check_, language_, &numbers());
    if (!request) return failure("answer", request.error(), Json::object());
    const auto made = answer_buyer(
        {*check_, check_->refunds_reported(), &numbers()}, *request);
    if (!made) {
      return failure("answer", answer_error_text(made.error(), language_),
                     {{"value", made.error().value}});
    }
    return done(answer_json(*made, check_->context(),
                            wording_ ? &*wording_ : nullptr, language_));
  }

  Reply find(const std::string& text) {
    if (!check_) return bad_argument("check");
    return done(
        found_json(find_orders(*check_, text, &numbers()), *check_, language_));
  }

  Reply set_wording(const std::string& text) {
    if (text.empty()) {
      wording_.reset();
      return done({{"texts", 0}});
    }
    auto wording = OwnWording::read(text);
    if (!wording) {
      return failure("bad-wording",
                     wording_error_text(wording.error(), language_),
                     {{"pointer", wording.error().pointer},
                      {"value", wording.error().found}});
    }
    wording_ = std::move(*wording);
    return done({{"texts", wording_->size()}});
  }

  Reply export_kinds() { return done(export_kinds_json(language_)); }

  Reply write_files(const std::string& name, const std::string& options) {
    if (!check_) return bad_argument("check");
    const ExportKind* const kind = find_export_kind(name);
    if (kind == nullptr) return bad_argument("kind");
    const auto ask = read_export(options);
    if (!ask) return ask.error();
    const ExportContext context = context_of(*ask, kind->companions);
    written_ = kind->write(context);
    Json files = Json::array();
    for (const HandoffFile& file : written_.files) {
      files.push_back(
          {{"name", file.name},
           {"at", reinterpret_cast<std::uintptr_t>(file.bytes.data())},
           {"bytes", file.bytes.size()}});
    }
    Json left_out = Json::array();
    for (const RowNote& note : written_.left_out) {
      left_out.push_back(note_json(note, left_out_text(note, language_)));
    }
    Json warnings = Json::array();
    for (const RowNote& note : written_.warnings) {
      warnings.push_back(note_json(note, warning_text(note, language_)));
    }
    return done({{"files", std::move(files)},
                 {"rows", written_.rows},
                 {"companions", companions_of(context)},
                 {"orders_left_out", orders_left_out(*kind, context, written_)},
                 {"left_out", std::move(left_out)},
                 {"warnings", std::move(warnings)}});
  }

  Reply slips(const std::string& options) {
    if (!check_) return bad_argument("check");
    const auto ask = read_export(options);
    if (!ask) return ask.error();
    return done(slips_json(context_of(*ask, Companions::kTaken)));
  }

  Reply combine_choices() { return done(combine_choices_json(language_)); }

  Reply set_terms(const std::string& text) {
    auto terms = CombineTerms::read(text);
    if (!terms) {
      const TermsError& wrong = terms.error();
      return failure(
          "bad-terms", terms_error_text(wrong, language_),
          {{"value", wrong.value.empty() ? wrong.table.value : wrong.value},
           {"member", wrong.member}});
    }
    terms_ = std::move(*terms);
    return done(terms_->json());
  }

  Reply set_groups(const std::string& text) {
    auto decisions = read_group_decisions(text);
    if (!decisions) {
      return failure("bad-groups",
                     groups_error_text(decisions.error(), language_),
                     {{"value", decisions.error().value}});
    }
    decisions_ = std::move(*decisions);
    groups_.reset();
    numbers_.reset();
    return {};
  }

  Reply groups(const std::string& query) {
    if (!check_) return bad_argument("check");
    const auto page = read_page_query(query);
    const Json wanted = Json::parse(std::string_view(query), nullptr, false);
    if (!page || !wanted.contains("show") || !wanted["show"].is_string()) {
      return bad_argument("query");
    }
    const auto show =
        GroupList::show_from_name(wanted["show"].get_ref<const std::string&>());
    if (!show) return bad_argument("show");
    return done(group_list().page(*show, page->offset, page->limit,
                                  check_->refunds_reported(), terms_->get(),
                                  language_));
  }

  Reply open_tracking(const std::string& file, unsigned bytes,
                      const std::string& mapping) {
    const auto columns = read_tracking_mapping(mapping);
    if (!columns) return bad_argument("mapping");
    if (bytes > buffer_bytes_) return bad_argument("tracking");
    return keep_tracking(
        read_tracking_file(file, {buffer_.get(), bytes}, *columns));
  }

  Reply paste_tracking(const std::string& file, const std::string& text,
                       const std::string& mapping) {
    const auto columns = read_tracking_mapping(mapping);
    if (!columns) return bad_argument("mapping");
    return keep_tracking(read_tracking_lines(file, text, *columns));
  }

  Reply remove_tracking(int handle) {
    numbers_.reset();
    tracking_.erase(handle);
    return {};
  }

  Reply tracking(const std::string& options) {
    if (!check_) return bad_argument("check");
    const auto ask = read_export(options);
    if (!ask) return ask.error();
    return done(
        tracking_json(book_, open_tracking_files(), ask->numbers, language_));
  }

  Reply findings() {
    if (!check_) return bad_argument("check");
    Reply reply;
    reply.json.clear();
    write_check_json(*check_, language_,
                     [&](std::string_view text) { reply.json += text; });
    return reply;
  }

 private:
  static Reply done(const Json& json) { return {true, json_text(json), {}}; }

  static Reply failure(std::string_view code, std::string_view message,
                       Json more) {
    more["code"] = code;
    more["message"] = message;
    return {false, {}, json_text(more)};
  }

  // The order ids of a list; what is none is passed over.
  static std::vector<OrderId> order_ids(const Json& list) {
    std::vector<OrderId> ids;
    if (!list.is_array()) return ids;
    for (const Json& text : list) {
      if (!text.is_string()) continue;
      if (const auto id = OrderId::parse(text.get_ref<const std::string&>())) {
        ids.push_back(*id);
      }
    }
    return ids;
  }
  static std::vector<OrderId> order_ids(const Json& object,
                                        const char* member) {
    return object.contains(member) ? order_ids(object[member])
                                   : std::vector<OrderId>();
  }

  // What the page wants exported, with the shop it has typed in.
  struct ExportAsk {
    ShopSettings shop;
    std::vector<std::uint32_t> orders;
    std::vector<std::vector<OrderId>> groups;
    TrackingNumbers numbers;
    UploadWishes upload;
  };

  tl::expected<ExportAsk, Reply> read_export(const std::string& options) const {
    const Json wanted = Json::parse(std::string_view(options), nullptr, false);
    if (!wanted.is_object()) return tl::unexpected(bad_argument("options"));
    ExportAsk ask;
    if (wanted.contains("shop")) {
      auto read = ShopSettings::load(json_text(wanted["shop"]));
      if (!read) {
        return tl::unexpected(
            failure("bad-shop",
                    fill(Catalogue::of(language_).text("bad_shop"),
                         {{"pointer", read.error().pointer},
                          {"value", read.error().value},
                          {"expected", read.error().expected}}),
                    {{"pointer", read.error().pointer},
                     {"value", read.error().value}}));
      }
      ask.shop = std::move(*read);
    }
    for (const OrderId& wanted_id : order_ids(wanted, "orders")) {
      const auto order = book_.find(wanted_id);
      if (order) ask.orders.push_back(*order);
    }
    // None of them is no choice of all.
    if (ask.orders.empty() && wanted.contains("orders") &&
        !wanted["orders"].empty()) {
      return tl::unexpected(bad_argument("orders"));
    }
    if (wanted.contains("groups") && wanted["groups"].is_array()) {
      for (const Json& group : wanted["groups"])
        ask.groups.push_back(order_ids(group));
    }
    ask.numbers = match_numbers(ask.groups);
    ask.upload.carrier = text_of(wanted, "carrier");
    ask.upload.reason = text_of(wanted, "reason");
    ask.upload.without_tracking = wanted.contains("without_tracking") &&
                                  wanted["without_tracking"] == Json(true);
    return ask;
  }

  ExportContext context_of(const ExportAsk& ask, Companions companions) const {
    return {*check_,
            ask.shop,
            plan_,
            shipments_of(*check_, ask.orders, ask.groups, companions),
            !ask.orders.empty(),
            language_,
            &ask.numbers,
            ask.upload};
  }

  static std::string text_of(const Json& object, const char* member) {
    return object.contains(member) && object[member].is_string()
               ? object[member].get<std::string>()
               : std::string();
  }

  Reply keep_tracking(tl::expected<TrackingFile, TrackingError> read) {
    if (!read) {
      const TrackingError& error = read.error();
      return failure(tracking_error_name(error.code),
                     tracking_error_text(error, language_),
                     {{"value", error.found}, {"columns", error.columns}});
    }
    numbers_.reset();
    const int handle = next_handle_++;
    const auto& kept = tracking_[handle] =
        std::make_unique<TrackingFile>(std::move(*read));
    return done({{"tracking", handle},
                 {"form", tracking_form_id(kept->form)},
                 {"rows", kept->rows}});
  }

  std::vector<OpenTracking> open_tracking_files() const {
    std::vector<OpenTracking> files;
    for (const auto& [handle, file] : tracking_)
      files.push_back({handle, file.get()});
    return files;
  }

  TrackingNumbers match_numbers(
      const std::vector<std::vector<OrderId>>& groups) const {
    std::vector<const TrackingFile*> files;
    for (const auto& [handle, file] : tracking_) files.push_back(file.get());
    return TrackingNumbers::match(*check_, files, groups);
  }

  // With the accepted groups, matched when an order is first looked at.
  const TrackingNumbers& numbers() {
    if (!numbers_) {
      AcceptedGroups groups;
      for (const auto& accepted : decisions_.accepted) {
        groups.insert(groups.end(), accepted.parcels.begin(),
                      accepted.parcels.end());
      }
      numbers_.emplace(match_numbers(groups));
    }
    return *numbers_;
  }

  void make_plan() {
    if (!check_) return;
    groups_.reset();
    plan_ = RefundPlan::make(book_, policy_, check_->context().now,
                             check_->refunds_reported(), planned_);
  }

  // Made when first asked for after a check, a plan or a decision.
  GroupList& group_list() {
    if (!groups_) {
      groups_ = std::make_unique<GroupList>(check_->groups(), check_->context(),
                                            decisions_, plan_);
    }
    return *groups_;
  }

  Reply bad_argument(const char* name) const {
    return failure(
        "bad-argument",
        fill(Catalogue::of(language_).text("bad_argument"), {{"name", name}}),
        Json::object());
  }

  Reply unreadable(const ReadError& error) const {
    return failure(read_error_name(error.code),
                   read_error_text(error, language_), {{"value", error.found}});
  }

  static Json policy_json(const Policy& policy) {
    return {{"id", policy.id()},
            {"name", policy.name()},
            {"zone", policy.zone_name()},
            {"currency", policy.currency().code()}};
  }

  // Made when the first row is asked for.
  WorkList& list() {
    if (!list_) list_ = std::make_unique<WorkList>(*check_);
    return *list_;
  }

  // The check points into the book, the book into the reports.
  void forget_check() {
    groups_.reset();
    numbers_.reset();
    plan_ = RefundPlan();
    list_.reset();
    check_.reset();
    book_ = OrderBook();
  }

  Language language_ = Language::kEnglish;
  std::unique_ptr<char[]> buffer_;
  std::size_t buffer_bytes_ = 0;
  int next_handle_ = 1;
  std::map<int, std::unique_ptr<ReportReader>> open_;
  std::map<int, std::unique_ptr<Report>> closed_;
  std::optional<Policy> chosen_;
  Policy policy_ = *Policy::load(kDefaultPolicy);
  OrderBook book_;
  std::optional<Check> check_;
  std::unique_ptr<WorkList> list_;
  std::vector<RefundRequest> planned_;
  RefundPlan plan_;
  std::optional<OwnWording> wording_;
  std::unique_ptr<CombineTerms> terms_ = std::make_unique<CombineTerms>();
  GroupDecisions decisions_;
  std::unique_ptr<GroupList> groups_;
  std::map<int, std::unique_ptr<TrackingFile>> tracking_;
  std::optional<TrackingNumbers> numbers_;
  HandoffFiles written_;  // the last, until the page has copied them
};

Session& session() {
  static Session only;
  return only;
}

template <auto Member, typename... Arguments>
auto in_session(Arguments... arguments) {
  return (session().*Member)(arguments...);
}

}  // namespace

EMSCRIPTEN_BINDINGS(parcelwise) {
  using Text = std::string;
  emscripten::value_object<Reply>("Reply")
      .field("ok", &Reply::ok)
      .field("json", &Reply::json)
      .field("error", &Reply::error);
  emscripten::function("inputBuffer",
                       &in_session<&Session::input_buffer, unsigned>);
  emscripten::function("setLanguage",
                       &in_session<&Session::set_language, Text>);
  emscripten::function("policies", &in_session<&Session::policies>);
  emscripten::function("setPolicy", &in_session<&Session::set_policy, Text>);
  emscripten::function("openReport",
                       &in_session<&Session::open_report, Text, Text, Text>);
  emscripten::function("feedReport",
                       &in_session<&Session::feed_report, int, unsigned>);
  emscripten::function("closeReport", &in_session<&Session::close_report, int>);
  emscripten::function("removeReport",
                       &in_session<&Session::remove_report, int>);
  emscripten::function("removeAll", &in_session<&Session::remove_all>);
  emscripten::function("check", &in_session<&Session::check, Text, Text>);
  emscripten::function("rows", &in_session<&Session::rows, Text>);
  emscripten::function("order", &in_session<&Session::order, Text>);
  emscripten::function("rejects", &in_session<&Session::rejects, Text>);
  emscripten::function("refundReasons", &in_session<&Session::refund_reasons>);
  emscripten::function("refund", &in_session<&Session::refund, Text>);
  emscripten::function("setPlan", &in_session<&Session::set_plan, Text>);
  emscripten::function("plan", &in_session<&Session::plan, Text>);
  emscripten::function("answerCases", &in_session<&Session::answer_cases>);
  emscripten::function("answer", &in_session<&Session::answer, Text>);
  emscripten::function("find", &in_session<&Session::find, Text>);
  emscripten::function("setWording", &in_session<&Session::set_wording, Text>);
  emscripten::function("exportKinds", &in_session<&Session::export_kinds>);
  emscripten::function("writeFiles",
                       &in_session<&Session::write_files, Text, Text>);
  emscripten::function("slips", &in_session<&Session::slips, Text>);
  emscripten::function("combineChoices",
                       &in_session<&Session::combine_choices>);
  emscripten::function("setTerms", &in_session<&Session::set_terms, Text>);
  emscripten::function("setGroups", &in_session<&Session::set_groups, Text>);
  emscripten::function("groups", &in_session<&Session::groups, Text>);
  emscripten::function(
      "openTracking",
      &in_session<&Session::open_tracking, Text, unsigned, Text>);
  emscripten::function("pasteTracking",
                       &in_session<&Session::paste_tracking, Text, Text, Text>);
  emscripten::function("removeTracking",
                       &in_session<&Session::remove_tracking, int>);
  emscripten::function("tracking", &in_session<&Session::tracking, Text>);
  emscripten::function("findings", &in_session<&Session::findings>);
}

}  // namespace parcelwise

// The JSON library prints and reads numbers through these two. The C library's
// own bring arithmetic on 128-bit floats, a thirtieth of what the page
// downloads; of them only this much is ever asked.
extern "C" {

// Texts with hexadecimal numbers of at least so many digits: "\\u%04x",
// "<U+%.4X>".
int snprintf(char* out, std::size_t room, const char* format, ...) {
  std::size_t size = 0;
  const auto put = [&](char c) {
    if (size + 1 < room) out[size] = c;
    ++size;
  };
  std::va_list values;
  va_start(values, format);
  for (const char* at = format; *at != '\0'; ++at) {
    if (*at != '%') {
      put(*at);
      continue;
    }
    int digits = 0;
    for (++at; *at == '.' || (*at >= '0' && *at <= '9'); ++at) {
      if (*at != '.') digits = digits * 10 + (*at - '0');
    }
    const char* const kDigits =
        *at == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
    const unsigned value = va_arg(values, unsigned);
    for (int i = 8; i-- > 0;) {
      if (i < digits || (value >> (4 * i)) != 0 || i == 0) {
        put(kDigits[(value >> (4 * i)) & 15u]);
      }
    }
  }
  va_end(values);
  if (room > 0) out[size < room ? size : room - 1] = '\0';
  return static_cast<int>(size);
}

// A number that JSON's grammar has already let through. Exact to 15 digits;
// none of ours has a decimal point, and one that has is refused by whoever
// reads it.
double strtod(const char* text, char** end) {
  const bool negative = *text == '-';
  if (negative) ++text;
  double value = 0;
  int scale = 0;
  for (; *text >= '0' && *text <= '9'; ++text)
    value = value * 10 + (*text - '0');
  if (*text == '.') {
    for (++text; *text >= '0' && *text <= '9'; ++text, --scale) {
      value = value * 10 + (*text - '0');
    }
  }
  if (*text == 'e' || *text == 'E') {
    ++text;
    const bool small = *text == '-';
    if (*text == '-' || *text == '+') ++text;
    int power = 0;
    for (; *text >= '0' && *text <= '9'; ++text) {
      if (power < 1000) power = power * 10 + (*text - '0');
    }
    scale += small ? -power : power;
  }
  double factor = 1;
  for (int i = scale < 0 ? -scale : scale; i > 0 && factor < 1e308; --i)
    factor *= 10;
  value = scale < 0 ? value / factor : value * factor;
  if (end != nullptr) *end = const_cast<char*>(text);
  return negative ? -value : value;
}

// Named beside it in the C++ library's strings, and called by nobody.
float strtof(const char* text, char** end) {
  return static_cast<float>(strtod(text, end));
}
long double strtold(const char* text, char** end) { return strtod(text, end); }

}  // extern "C"
