// Tests every call that takes JSON against the same bad texts: a Failure whose
// message names the place, and nothing that a person could see has changed.
#include <functional>
#include <string>

#include "session/page.h"

namespace parcelwise {
namespace {

using namespace std::string_literals;

struct Call {
  const char* name;
  const char* code;
  std::function<Reply(Session&, const std::string&)> ask;
};

template <Reply (Session::*kCall)(const std::string&)>
Reply one(Session& session, const std::string& json) {
  return (session.*kCall)(json);
}

const Call kCalls[] = {
    {"policy", "bad-policy", one<&Session::set_policy>},
    {"check", "bad-argument",
     [](Session& session, const std::string& json) {
       return session.check(kNow, json);
     }},
    {"rows", "bad-argument", one<&Session::rows>},
    {"ticks", "bad-argument", one<&Session::ticked>},
    {"rejects", "bad-argument", one<&Session::rejects>},
    {"refund", "bad-argument", one<&Session::refund>},
    {"plan", "bad-plan", one<&Session::set_plan>},
    {"a page of the plan", "bad-argument", one<&Session::plan>},
    {"answer", "answer", one<&Session::answer>},
    {"wording", "bad-wording", one<&Session::set_wording>},
    {"files", "bad-argument",
     [](Session& session, const std::string& json) {
       return session.write_files("picklist", json);
     }},
    {"a layout", "bad-layout", one<&Session::read_layout>},
    {"services", "bad-argument", one<&Session::services>},
    {"slips", "bad-argument", one<&Session::slips>},
    {"terms", "bad-terms", one<&Session::set_terms>},
    {"decisions", "bad-groups", one<&Session::set_groups>},
    {"groups", "bad-argument", one<&Session::groups>},
    {"mapping of a file", "bad-argument",
     [](Session& session, const std::string& json) {
       return session.open_tracking("t.csv", 0, json);
     }},
    {"mapping of lines", "bad-argument",
     [](Session& session, const std::string& json) {
       return session.paste_tracking("lines", "250-1234567-1234567 1", json);
     }},
    {"tracking", "bad-argument", one<&Session::tracking>},
};

TEST(SessionBadInput, is_told_by_its_place_and_changes_nothing) {
  Page page;
  page.load_samples();
  page.check();
  const std::string before = page.seen();
  const std::string deep(100'000, '[');
  std::string levels = "/groups";
  for (int i = 0; i < 15; ++i) levels += "/0";
  const struct {
    const char* name;
    std::string json, place;
  } rows[] = {
      {"deep", "{\"groups\":" + deep + std::string(100'000, ']') + "}", levels},
      {"twice", R"({"groups":[],"groups":[]})", "/groups"},
      {"twice within", R"({"a":[{"b/c":1,"b/c":1}]})", "/a/0/b~1c"},
      {"a NUL", "{\"a\":\"\0\"}"s, "/a"},
      {"a NUL escaped", R"({"a":["\u0000"]})", "/a/0"},
      {"half a character", "{\"a\":\"\xE6\x9D\"}", "/a"},
      {"half a pair", R"({"a":"\ud83d"})", "/a"},
      {"cut off", R"({"a":[1,)", "/a/1"},
  };
  for (const Call& call : kCalls) {
    for (const auto& row : rows) {
      const TestJson failure = Page::failed(call.ask(page.session, row.json));
      const std::string message = failure.value("message", "");
      EXPECT_EQ(failure["code"], call.code) << call.name << ", " << row.name;
      EXPECT_NE(message.find(row.place), std::string::npos)
          << call.name << ", " << row.name << ": " << message;
    }
    EXPECT_EQ(page.seen(), before) << call.name;
  }
}

}  // namespace
}  // namespace parcelwise
