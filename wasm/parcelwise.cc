// The boundary to the page: every export is declared in parcelwise.d.ts, in the
// same order, and is a call of the one session (session/session.h). No
// exception crosses, for there is none: the core's errors are values, and the
// module is built without unwinding.
#include <emscripten/bind.h>

#include <cstdint>
#include <string>

#include "session/session.h"

namespace parcelwise {
namespace {

Session& session() {
  static Session only;
  return only;
}

template <auto Member, typename... Arguments>
Reply in_session(Arguments... arguments) {
  return (session().*Member)(arguments...);
}

std::uintptr_t input_buffer(unsigned bytes) {
  return reinterpret_cast<std::uintptr_t>(session().input_buffer(bytes));
}

}  // namespace

EMSCRIPTEN_BINDINGS(parcelwise) {
  using Text = std::string;
  emscripten::value_object<Reply>("Reply")
      .field("ok", &Reply::ok)
      .field("json", &Reply::json)
      .field("error", &Reply::error);
  emscripten::function("inputBuffer", &input_buffer);
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
  emscripten::function("ticked", &in_session<&Session::ticked, Text>);
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
  emscripten::function("readLayout", &in_session<&Session::read_layout, Text>);
  emscripten::function("services", &in_session<&Session::services, Text>);
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
  emscripten::function("acceptProposed",
                       &in_session<&Session::accept_proposed, Text>);
  emscripten::function("tracking", &in_session<&Session::tracking, Text>);
  emscripten::function("uploadResult",
                       &in_session<&Session::upload_result, Text, std::size_t>);
  emscripten::function("setJournal",
                       &in_session<&Session::set_journal, Text, Text>);
  emscripten::function("noteEvent", &in_session<&Session::note_event, Text>);
  emscripten::function("journal", &in_session<&Session::journal>);
  emscripten::function("changes", &in_session<&Session::changes>);
  emscripten::function("findings", &in_session<&Session::findings>);
}

}  // namespace parcelwise
