// The boundary to the page: every export is declared in parcelwise.d.ts, in the
// same order, and answers with a Reply. No exception crosses, for there is none:
// the core's errors are values, and the module is built without unwinding.
//
// The session holds the reports that were closed, the policy and the last check.
#include <emscripten/bind.h>

#include <map>
#include <memory>
#include <vector>

#include "report/reader.h"
#include "rules/check_json.h"
#include "rules/marketplace.h"
#include "rules/page_json.h"
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
      if (const auto policy = Policy::load(id)) choices.push_back(policy_json(*policy));
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
    if (found == open_.end() || bytes > buffer_bytes_) return bad_argument("report");
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
    buffer_.reset();
    buffer_bytes_ = 0;
    return {};
  }

  Reply check(const std::string& now, const std::string& options) {
    const auto stamp = parse_stamp(now);
    if (!stamp || stamp->date_only) return bad_argument("now");
    CheckOptions check_options;
    const Json wanted = Json::parse(options, nullptr, false);
    if (wanted.is_object() && wanted.contains("out_of_stock") &&
        wanted["out_of_stock"].is_array()) {
      for (const Json& sku : wanted["out_of_stock"]) {
        if (sku.is_string()) check_options.stock.push_back({sku.get<std::string>(), 0});
      }
    }
    forget_check();
    std::vector<const Report*> reports;
    for (const auto& [handle, report] : closed_) reports.push_back(report.get());
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
    return done(order_json(*check_, list(), *found, language_));
  }

  Reply rejects(const std::string& query) {
    if (!check_) return bad_argument("check");
    const Json wanted = Json::parse(query, nullptr, false);
    if (!wanted.is_object()) return bad_argument("query");
    return done(rejects_json(book_, wanted, language_));
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

  static Reply failure(std::string_view code, std::string_view message, Json more) {
    more["code"] = code;
    more["message"] = message;
    return {false, {}, json_text(more)};
  }

  Reply bad_argument(const char* name) const {
    return failure("bad-argument",
                   fill(Catalogue::of(language_).text("bad_argument"), {{"name", name}}),
                   Json::object());
  }

  Reply unreadable(const ReadError& error) const {
    return failure(read_error_name(error.code), read_error_text(error, language_),
                   {{"value", error.found}});
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
  emscripten::function("inputBuffer", &in_session<&Session::input_buffer, unsigned>);
  emscripten::function("setLanguage", &in_session<&Session::set_language, Text>);
  emscripten::function("policies", &in_session<&Session::policies>);
  emscripten::function("setPolicy", &in_session<&Session::set_policy, Text>);
  emscripten::function("openReport", &in_session<&Session::open_report, Text, Text, Text>);
  emscripten::function("feedReport", &in_session<&Session::feed_report, int, unsigned>);
  emscripten::function("closeReport", &in_session<&Session::close_report, int>);
  emscripten::function("removeReport", &in_session<&Session::remove_report, int>);
  emscripten::function("removeAll", &in_session<&Session::remove_all>);
  emscripten::function("check", &in_session<&Session::check, Text, Text>);
  emscripten::function("rows", &in_session<&Session::rows, Text>);
  emscripten::function("order", &in_session<&Session::order, Text>);
  emscripten::function("rejects", &in_session<&Session::rejects, Text>);
  emscripten::function("findings", &in_session<&Session::findings>);
}

}  // namespace parcelwise
