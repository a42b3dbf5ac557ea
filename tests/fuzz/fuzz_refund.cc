// Reports and requests, divided by 0x1E bytes: the last part is a list of
// requests in JSON, the others are reports (an input without 0x1E is all three
// at once). No crash; every refund that comes out, alone and in a plan, holds
// its invariants; the plan is the same in whichever order the files came, sums
// to its refunds and gives no line more than it cost; what is printed is UTF-8
// and reads back as the same refund; errors have a text.
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "../refund/invariants.h"
#include "json/refund_json.h"
#include "report/reader.h"
#include "require.h"
#include "text/encoding.h"

namespace {

using namespace parcelwise;

constexpr std::size_t kMostReports = 4;
constexpr std::size_t kMostRequests = 50;
constexpr Instant kNow{1795132800};  // 2026-11-20T00:00:00Z

std::vector<RefundRequest> requests_of(std::string_view json,
                                       const Policy& policy,
                                       const OrderBook& book) {
  auto read = read_requests(json, policy);
  if (!read) {
    REQUIRE(is_valid_utf8(read.error().value));
    REQUIRE(!request_error_text(read.error(), Language::kItalian).empty());
  }
  std::vector<RefundRequest> requests =
      read ? std::move(*read) : std::vector<RefundRequest>();
  if (requests.size() > kMostRequests) requests.resize(kMostRequests);
  // What no fuzzer writes often enough: each reason on orders that there are.
  for (std::uint32_t order = 0; order < book.order_count() && order < 3;
       ++order) {
    for (const RefundReason* const reason : all_refund_reasons()) {
      RefundRequest request;
      request.order = book.order_id(order);
      request.reason = reason->id;
      request.amount = 7;
      request.condition = Condition::kUsed;
      request.days = 40;
      request.fee_rate = 1500;
      requests.push_back(std::move(request));
    }
  }
  return requests;
}

std::string plan_of(const std::vector<const Report*>& reports,
                    std::string_view json, const Policy& policy) {
  const OrderBook book = OrderBook::join(reports);
  const RefundLedger reported =
      RefundLedger::read(book, Policies::only(book, policy));
  const std::vector<RefundRequest> requests = requests_of(json, policy, book);
  std::string text;
  for (const RefundRequest& request : requests) {
    const auto refund = refund_order({book, policy, kNow, reported}, request);
    if (!refund) {
      REQUIRE(is_valid_utf8(
          refund_error_text(refund.error(), Language::kJapanese)));
      continue;
    }
    REQUIRE(broken_invariant(*refund).empty());
    const std::string printed =
        json_text(refund_json(*refund, Language::kEnglish));
    REQUIRE(is_valid_utf8(printed));
    const auto again = read_requests(printed, policy);
    // An amount in another money than the policy's need not be one of its own.
    if (!again) {
      REQUIRE(again.error().field == "amount");
      REQUIRE(!(refund->charges.currency == policy.currency()));
      continue;
    }
    REQUIRE(again->size() == 1);
    if (!(refund->charges.currency == policy.currency())) continue;
    const auto same =
        refund_order({book, policy, kNow, reported}, again->front());
    // Item ids and SKUs that no UTF-8 can write do not come back as they were.
    if (same) REQUIRE(same->total == refund->total || !request.items.empty());
  }
  const RefundPlan plan = RefundPlan::make(book, Policies::only(book, policy),
                                           kNow, reported, requests);
  for (const PlannedRefund& one : plan.refunds()) {
    if (one.outcome) REQUIRE(broken_invariant(*one.outcome).empty());
  }
  for (const Money& total : plan.totals()) {
    std::int64_t sum = 0;
    for (const PlannedRefund& one : plan.refunds()) {
      if (one.outcome && one.outcome->charges.currency == total.currency) {
        sum += one.outcome->total;
      }
    }
    REQUIRE(sum == total.minor);
  }
  return json_text(plan_json(plan, 0, SIZE_MAX, Language::kJapanese));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  static const Policy japan = *Policy::load("amazon-jp");
  static const Policy america = *Policy::load("amazon-us");
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::vector<std::string_view> parts;
  while (parts.size() < kMostReports) {
    const std::size_t cut = rest.find('\x1E');
    if (cut == std::string_view::npos) break;
    parts.push_back(rest.substr(0, cut));
    rest.remove_prefix(cut + 1);
  }
  const std::string_view json = rest;
  if (parts.empty()) parts = {rest, rest};
  std::deque<Report> reports;
  for (const std::string_view part : parts) {
    ReportReader reader(std::string(1, static_cast<char>('a' + reports.size())),
                        {});
    if (!reader.feed(part)) continue;
    auto report = reader.finish();
    if (report) reports.push_back(std::move(*report));
  }
  std::vector<const Report*> forwards, backwards;
  for (const Report& report : reports) {
    forwards.push_back(&report);
    backwards.insert(backwards.begin(), &report);
  }
  const Policy& policy = size % 2 == 0 ? japan : america;
  REQUIRE(plan_of(forwards, json, policy) == plan_of(backwards, json, policy));
  return 0;
}
