// A session as the page drives it: bytes through the input buffer, JSON there
// and back, and what a person could see of it at one glance.
#ifndef PARCELWISE_TESTS_SESSION_PAGE_H_
#define PARCELWISE_TESTS_SESSION_PAGE_H_

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "report/report_text.h"
#include "session/session.h"
#include "test_json.h"

// What a failed comparison shows of JSON.
namespace nlohmann {
inline void PrintTo(const parcelwise::TestJson& json, std::ostream* out) {
  *out << json.dump();
}
}  // namespace nlohmann

namespace parcelwise {

inline constexpr const char* kNow = "2026-11-20T09:00:00+09:00";

inline std::string sample_bytes(const std::string& name) {
  std::ifstream file(
      std::string(PARCELWISE_TESTS_FOLDER) + "/../data/samples/sample-" + name,
      std::ios::binary);
  return {std::istreambuf_iterator<char>(file),
          std::istreambuf_iterator<char>()};
}

class Page {
 public:
  Session session;

  // What a call answers; a failure is the test's.
  static TestJson ok(const Reply& reply) {
    EXPECT_TRUE(reply.ok) << reply.error;
    EXPECT_EQ(reply.error, "");
    return test_json(reply.ok ? reply.json : "{}");
  }

  // The Failure of a call that must fail: a code, one sentence, no JSON.
  static TestJson failed(const Reply& reply) {
    EXPECT_FALSE(reply.ok) << reply.json;
    EXPECT_EQ(reply.json, "");
    TestJson failure = test_json(reply.ok ? "{}" : reply.error);
    EXPECT_TRUE(failure["code"].is_string()) << reply.error;
    EXPECT_TRUE(failure["message"].is_string() && failure["message"] != "")
        << reply.error;
    return failure;
  }
  static std::string code(const Reply& reply) {
    return failed(reply).value("code", "");
  }

  // Feeds one chunk as it stands.
  Reply feed(int report, std::string_view bytes) {
    put(bytes);
    return session.feed_report(report, bytes.size());
  }

  int open(const std::string& file, const std::string& encoding = "",
           const std::string& kind = "") {
    return ok(session.open_report(file, encoding, kind)).value("report", 0);
  }

  // A whole report in chunks: its ReportSummary.
  TestJson load(const std::string& file, std::string_view bytes,
                std::size_t chunk = 1 << 18) {
    const int report = open(file);
    for (std::size_t at = 0; at < bytes.size(); at += chunk)
      ok(feed(report, bytes.substr(at, chunk)));
    return ok(session.close_report(report));
  }

  void load_samples() {
    load("unshipped.txt", sample_bytes("unshipped.txt"));
    load("new.txt", sample_bytes("new-orders.txt"));
  }

  TestJson check(const std::string& options = "{}") {
    return ok(session.check(kNow, options));
  }

  Reply open_tracking(const std::string& file, std::string_view bytes,
                      const std::string& mapping = "") {
    put(bytes);
    return session.open_tracking(file, bytes.size(), mapping);
  }

  Reply upload_result(const std::string& file, std::string_view bytes) {
    put(bytes);
    return session.upload_result(file, bytes.size());
  }

  std::vector<std::string> order_ids(const std::string& rule = "") {
    TestJson query = {{"offset", 0}, {"limit", 1000}};
    if (!rule.empty()) query["rule"] = rule;
    std::vector<std::string> ids;
    const TestJson page = ok(session.rows(query.dump()));
    for (const TestJson& row : page["rows"])
      ids.push_back(row.value("order_id", ""));
    return ids;
  }

  // All that a person can see without a change: equal texts, equal states.
  std::string seen() {
    std::string text;
    const auto see = [&](const Reply& reply) {
      text += reply.ok ? reply.json : reply.error;
      text += '\n';
    };
    see(session.findings());
    see(session.rows(R"({"offset":0,"limit":1000})"));
    see(session.rejects(R"({"offset":0,"limit":1000})"));
    see(session.plan(R"({"offset":0,"limit":1000})"));
    for (const char* show : {"open", "declined", "blocked"}) {
      see(session.groups(
          TestJson{{"show", show}, {"offset", 0}, {"limit", 200}}.dump()));
    }
    see(session.tracking("{}"));
    see(session.slips("{}"));
    see(session.answer(R"({"case":"points"})"));
    return text;
  }

 private:
  void put(std::string_view bytes) {
    char* const room = session.input_buffer(bytes.size());
    std::copy(bytes.begin(), bytes.end(), room);
  }
};

// The bytes of one of WrittenFiles.files.
inline std::string_view written(const TestJson& file) {
  return {reinterpret_cast<const char*>(file["at"].get<std::uintptr_t>()),
          file["bytes"].get<std::size_t>()};
}

}  // namespace parcelwise

#endif  // PARCELWISE_TESTS_SESSION_PAGE_H_
