// A session driven as the page drives it. The input's parts between 0x1E bytes
// are reports, the last part also a text that is handed to any call; which
// calls are made, and with what, the bytes decide. No crash; every reply is
// JSON, or a Failure with a known code and a sentence; each report's rows and
// each tracking file's rows add up; and a call that failed might as well not
// have been made: a second session that hears only of the others answers the
// same, byte for byte.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cuts.h"
#include "require.h"
#include "session/failure.h"
#include "session/session.h"
#include "test_json.h"
#include "text/encoding.h"

namespace {

using namespace parcelwise;

constexpr std::size_t kMostReports = 4;
constexpr std::size_t kCalls = 20;
constexpr std::string_view kRowParts[] = {
    "items", "continuations", "repeated_headers",
    "blank", "duplicates",    "rejected"};
constexpr std::string_view kTrackingParts[] = {"numbers", "duplicates",
                                               "refused", "unmatched", "blank"};

constexpr const char* kLayout =
    R"({"layout":1,"id":"mine","delimiter":";","columns":[)"
    R"({"name":"Ref","from":"key","most":15,"must":true},)"
    R"({"name":"To","from":"name","most":20},{"name":"A","from":"address-1"},)"
    R"({"name":"Kg","setting":"weight","text":"1","one_of":["1","2"]}]})";

template <std::size_t N>
void require_sum(const TestJson& counted, const std::string_view (&parts)[N]) {
  std::uint64_t sum = 0;
  for (const std::string_view part : parts)
    sum += counted[std::string(part)].get<std::uint64_t>();
  REQUIRE(counted["rows"].get<std::uint64_t>() == sum);
}

// The reply's JSON, or a null for a failure.
TestJson sound(const Reply& reply) {
  REQUIRE(reply.ok ? reply.error.empty() : reply.json.empty());
  const std::string& text = reply.ok ? reply.json : reply.error;
  REQUIRE(is_valid_utf8(text));
  TestJson json = test_json(text);
  REQUIRE(!json.is_discarded());
  if (reply.ok) return json;
  static const std::vector<std::string_view> codes = failure_codes();
  REQUIRE(json.is_object() && json["code"].is_string());
  REQUIRE(std::count(codes.begin(), codes.end(),
                     json["code"].get_ref<const std::string&>()) == 1);
  REQUIRE(json["message"].is_string() && json["message"] != "");
  return nullptr;
}

// Two sessions: one hears of every call, the other of those that worked.
class Sessions {
 public:
  template <typename Call>
  TestJson call(Call call) {
    const Reply reply = call(all_);
    TestJson json = sound(reply);
    if (!reply.ok) return json;
    const Reply again = call(others_);
    REQUIRE(again.ok);
    REQUIRE(again.json == reply.json);
    return json;
  }
  TestJson call(Reply (Session::*member)(const std::string&),
                const std::string& text) {
    return call([&](Session& session) { return (session.*member)(text); });
  }

  // The same bytes in both, in different places.
  void write(const std::string& kind, const std::string& options) {
    const Reply reply = all_.write_files(kind, options);
    TestJson json = sound(reply);
    if (!reply.ok) return;
    TestJson other = sound(others_.write_files(kind, options));
    REQUIRE(other.is_object());
    REQUIRE(json["files"].size() == other["files"].size());
    for (std::size_t i = 0; i < json["files"].size(); ++i) {
      TestJson& one = json["files"][i];
      TestJson& two = other["files"][i];
      REQUIRE(bytes_of(one) == bytes_of(two));
      one.erase("at");
      two.erase("at");
    }
    REQUIRE(json == other);
  }

  template <typename Call>
  TestJson call_with_bytes(std::string_view bytes, Call call_of) {
    return call([&](Session& session) {
      char* const room = session.input_buffer(bytes.size());
      REQUIRE(room != nullptr || bytes.empty());
      std::copy(bytes.begin(), bytes.end(), room);
      return call_of(session);
    });
  }

 private:
  static std::string_view bytes_of(const TestJson& file) {
    return {reinterpret_cast<const char*>(file["at"].get<std::uintptr_t>()),
            file["bytes"].get<std::size_t>()};
  }
  Session all_, others_;
};

class Driver {
 public:
  Driver(std::string_view bytes, std::string_view text)
      : cuts_(bytes), text_(text) {}

  void load(std::string_view bytes) {
    const char* const kEncodings[] = {"", "", "", "utf-8", "cp932", "morse"};
    const std::string encoding = kEncodings[cuts_.below(6)];
    const std::string file(1, static_cast<char>('a' + cuts_.below(3)));
    const TestJson opened = sessions_.call([&](Session& session) {
      return session.open_report(file, encoding, "");
    });
    if (opened.is_null()) return;
    const int handle = opened["report"].get<int>();
    bool fed = true;
    cuts_.each(bytes, [&](std::string_view chunk) {
      const TestJson progress =
          sessions_.call_with_bytes(chunk, [&](Session& session) {
            return session.feed_report(handle, chunk.size());
          });
      fed = !progress.is_null();
      return fed;
    });
    if (fed && cuts_.below(8) == 0) {
      remove_report(handle);  // given up
      return;
    }
    const TestJson summary = sessions_.call(
        [&](Session& session) { return session.close_report(handle); });
    REQUIRE(fed || summary.is_null());
    if (summary.is_null()) return;
    require_sum(summary, kRowParts);
    handles_.push_back(handle);
  }

  void check() {
    const std::string options =
        any({"{}", "{}", R"({"out_of_stock":["SKU-1"]})",
             R"({"stock":"SKU-1\t0\nTEA-02;3"})",
             R"({"follow_ups":[{"order_id":")" + order() +
                 R"(","due":"2026-11-20T18:00:00+09:00","what":"x"}]})"});
    const char* const now =
        cuts_.below(8) == 0 ? "today" : "2026-11-20T09:00:00+09:00";
    const TestJson summary = sessions_.call(
        [&](Session& session) { return session.check(now, options); });
    if (summary.is_null()) return;
    for (const TestJson& report : summary["reports"])
      require_sum(report, kRowParts);
    std::uint64_t most_urgent = 0;
    for (const TestJson& urgency : summary["urgencies"])
      most_urgent += urgency["orders"].get<std::uint64_t>();
    const TestJson rows =
        sessions_.call(&Session::rows, R"({"offset":0,"limit":1000})");
    REQUIRE(rows["total"].get<std::uint64_t>() == most_urgent);
    REQUIRE(most_urgent <= summary["orders"].get<std::uint64_t>());
    orders_.clear();
    for (const TestJson& row : rows["rows"]) {
      if (orders_.size() < 20)
        orders_.push_back(row["order_id"].get<std::string>());
    }
  }

  void call_any() {
    switch (cuts_.below(29)) {
      case 0:
        sessions_.call(&Session::set_language, any({"en", "ja", "it"}));
        break;
      case 1:
        sessions_.call(
            &Session::set_policy,
            any({"", "amazon-jp", "amazon-us", "amazon-it",
                 R"({"extends":"amazon-jp","id":"own","name":"Own"})"}));
        break;
      case 2:
        load(text_);
        break;
      case 3:
        remove_report(
            handles_.empty() ? 9 : handles_[cuts_.below(handles_.size())]);
        break;
      case 4:
        if (cuts_.below(4) == 0) {
          sessions_.call([](Session& session) { return session.remove_all(); });
        }
        break;
      case 5:
      case 6:
        check();
        break;
      case 7:
        sessions_.call(&Session::refund, any({refund()}));
        break;
      case 8:
      case 9:
        sessions_.call(
            &Session::set_plan,
            any({"[" + refund() + "," + refund() + "]", refund(), "[]"}));
        break;
      case 10:
        sessions_.call(
            &Session::answer,
            any({R"({"case":"points"})",
                 R"({"case":"where-is-my-order","order_id":")" + order() +
                     R"(","language":"ja"})",
                 R"({"case":"cancel-request","find":")" + order() + R"("})"}));
        break;
      case 11:
        sessions_.call(&Session::find, any({order(), "SKU-1", "Tanaka"}));
        break;
      case 12:
        sessions_.call(&Session::set_wording,
                       any({"", R"({"messages":{"ja":{"closing":"Bye."}}})"}));
        break;
      case 13:
      case 14: {
        const char* const kKinds[] = {"shipping-confirmation",
                                      "cancellations",
                                      "adjustments",
                                      "yamato-b2",
                                      "sagawa-ehiden3",
                                      "clickpost",
                                      "yuprint",
                                      "calendar",
                                      "worklist",
                                      "picklist",
                                      "carrier:ups-batch",
                                      "carrier:mine",
                                      "owl-post"};
        sessions_.write(kKinds[cuts_.below(13)], export_options());
        break;
      }
      case 15:
        sessions_.call(&Session::slips, export_options());
        break;
      case 16:
        sessions_.call(
            &Session::set_terms,
            any({"{}", R"({"tariffs":["yamato"],"from":"東京都"})",
                 R"({"own_tariff":"service,price\nA,100","from":"大阪府"})",
                 R"({"keep":"first","skus":"sku,length_cm\nSKU-1,10"})"}));
        break;
      case 17:
      case 18:
        sessions_.call(
            &Session::set_groups,
            any({R"({"groups":[]})",
                 R"({"groups":[{"orders":[")" + order() + R"(",")" + order() +
                     R"("]}]})",
                 R"({"groups":[],"declined":[[")" + order() + R"(",")" +
                     order() + R"("]],"apart":[")" + order() + R"("]})"}));
        break;
      case 19: {
        const std::string text =
            any({order() + " 123456789013",
                 order() + "\tyamato\t123456789013\n" + order() + " 5555"});
        const std::string mapping = any({"", "", R"({"carrier":"yamato"})"});
        sessions_.call([&](Session& session) {
          return session.paste_tracking("lines", text, mapping);
        });
        break;
      }
      case 20: {
        const std::string table =
            any({"order-id,tracking-number\r\n" + order() + ",123456789013\r\n",
                 "a,b\r\n" + order() + ",123456789013\r\n"});
        const std::string mapping =
            any({"", R"({"columns":{"a":"order","b":"number"}})"});
        sessions_.call_with_bytes(table, [&](Session& session) {
          return session.open_tracking("t.csv", table.size(), mapping);
        });
        break;
      }
      case 21: {
        const std::string result = any(
            {"Feed Processing Summary:\n\tNumber of records processed\t\t1\n\n"
             "original-record-number\torder-id\terror-code\terror-type\t"
             "error-message\n1\t" +
                 order() + "\t18028\tError\tThe order is cancelled.\n",
             "original-record-number\torder-id\terror-code\n1\t\t\n"});
        sessions_.call_with_bytes(result, [&](Session& session) {
          return session.upload_result("r.txt", result.size());
        });
        break;
      }
      case 22: {
        const std::string journal = any(
            {R"({"journal":1,"shop":"s","events":[]})",
             R"({"journal":1,"events":[)" + event("2026-11-19T09:00:00+09:00") +
                 "," + event("2026-11-19T10:00:00+09:00") + "]}",
             R"({"journal":1,"from":7,"events":[{"what":"undo","of":3,)"
             R"("at":"2026-11-19T09:00:00+09:00"}]})"});
        const std::string now = any({"2026-11-20T09:00:00+09:00"});
        sessions_.call([&](Session& session) {
          return session.set_journal(journal, now);
        });
        break;
      }
      case 23:
      case 24:
        sessions_.call(&Session::note_event,
                       any({event("2026-11-20T08:00:00+09:00"),
                            R"({"at":"2026-11-20T08:30:00+09:00",)"
                            R"("what":"undo","of":0})"}));
        break;
      case 25:
        sessions_.call([](Session& session) { return session.changes(); });
        break;
      case 26:
        sessions_.call(&Session::read_layout, any({kLayout}));
        break;
      case 27:
        sessions_.call(&Session::services,
                       any({"[]", R"([")" + order() + R"("])"}));
        break;
      default: {
        const int handle = static_cast<int>(cuts_.below(8));
        sessions_.call(&Session::accept_proposed,
                       any({R"({"250-1234567-1234567":"123456789013"})"}));
        sessions_.call(
            [&](Session& session) { return session.remove_tracking(handle); });
      }
    }
  }

  // All that can be seen.
  void look() {
    const std::string page = R"({"offset":0,"limit":50})";
    sessions_.call([](Session& session) { return session.findings(); });
    sessions_.call([](Session& session) { return session.journal(); });
    sessions_.call([](Session& session) { return session.changes(); });
    sessions_.call(&Session::rows, any({page}));
    sessions_.call(&Session::rejects, any({page}));
    sessions_.call(&Session::plan, any({page}));
    sessions_.call(&Session::order, order());
    for (const char* show : {"open", "declined", "blocked"}) {
      sessions_.call(&Session::groups,
                     any({std::string(R"({"offset":0,"limit":50,"show":")") +
                          show + R"("})"}));
    }
    const TestJson tracking = sessions_.call(&Session::tracking, "{}");
    if (!tracking.is_null()) {
      for (const TestJson& file : tracking["files"])
        require_sum(file, kTrackingParts);
    }
  }

 private:
  void remove_report(int handle) {
    sessions_.call(
        [&](Session& session) { return session.remove_report(handle); });
  }

  std::string order() {
    return orders_.empty() ? "250-1234567-1234567"
                           : orders_[cuts_.below(orders_.size())];
  }

  // One of the journal's events, of an order.
  std::string event(const std::string& at) {
    const std::string head = R"({"at":")" + at + R"(","what":")";
    const std::string orders = R"(","orders":[")" + order() + R"("])";
    switch (cuts_.below(8)) {
      case 0:
        return head + "listing" + orders +
               R"(,"file":"u.txt","marketplace":"Amazon.co.jp","listing_at":)"
               R"("2026-11-19T08:00:00+09:00"})";
      case 1:
        return head + "carrier-file" + orders +
               R"(,"kind":"yamato-b2","file":"b2.csv"})";
      case 2:
        return head + R"(numbers","numbers":{")" + order() +
               R"(":"123456789013"}})";
      case 3:
        return head + "confirmation-file" + orders + R"(,"file":"c.txt"})";
      case 4:
        return head + "hold" + orders + R"(,"text":"asked"})";
      case 5:
        return head + "note" + orders + R"(,"text":"fragile"})";
      case 6:
        return head + "done" + orders + "}";
      default:
        return head + "of-tomorrow" + orders + "}";
    }
  }

  std::string refund() {
    const char* const kReasons[] = {
        "undeliverable", "refused",   "items-unavailable",
        "returned",      "goodwill",  "combined-shipping",
        "wrong-item",    "defective", "because"};
    return R"({"order_id":")" + order() + R"(","reason":")" +
           kReasons[cuts_.below(9)] +
           R"(","amount":"7","condition":"used","days":40})";
  }

  std::string export_options() {
    return any(
        {"{}", R"({"orders":[")" + order() + R"("],"carrier":"yamato"})",
         R"({"groups":[[")" + order() + R"(",")" + order() +
             R"("]],"without_tracking":true,"reason":"NoInventory"})",
         R"({"shop":{"sender":{"name":"豊洲茶舗","phone":"03-1234-5678",)"
         R"("postal_code":"135-0061","address":"東京都江東区豊洲1-2-27"},)"
         R"("goods":"食品","carriers":{"yamato-b2":)"
         R"({"customer_code":"0312345678","freight_code":"01"}}}})",
         R"({"layout":)" + std::string(kLayout) + "}"});
  }

  // One of the texts as it stands or damaged, or the input's own.
  std::string any(std::vector<std::string> texts) {
    std::string text = texts[cuts_.below(texts.size())];
    switch (cuts_.below(8)) {
      case 0:
        return std::string(text_);
      case 1:
        return text.substr(0, cuts_.below(text.size() + 1));
      case 2:
        if (!text.empty()) {
          text[cuts_.below(text.size())] = static_cast<char>(cuts_.below(256));
        }
        return text;
      case 3:
        if (cuts_.below(4) == 0) return std::string(100'000, '[');
        return text.insert(cuts_.below(text.size() + 1), text_.substr(0, 40));
      default:
        return text;
    }
  }

  fuzz::Cuts cuts_;
  std::string_view text_;
  Sessions sessions_;
  std::vector<int> handles_;
  std::vector<std::string> orders_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::vector<std::string_view> parts;
  std::string_view rest = bytes;
  while (parts.size() < kMostReports) {
    const std::size_t cut = rest.find('\x1E');
    if (cut == std::string_view::npos) break;
    parts.push_back(rest.substr(0, cut));
    rest.remove_prefix(cut + 1);
  }
  if (parts.empty()) parts = {rest};
  Driver driver(bytes, rest);
  for (const std::string_view part : parts) driver.load(part);
  driver.check();
  for (std::size_t i = 0; i < kCalls; ++i) driver.call_any();
  driver.look();
  driver.check();
  driver.look();
  return 0;
}
