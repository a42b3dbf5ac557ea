// Two reports, the input's halves before and behind its first 0x1E (or the
// whole input twice), joined and checked: no crash; the counts of each report
// still add up; the JSON is UTF-8 and the same in whichever order the files
// came; a report joined with itself gives duplicates and no second item.
#include <optional>
#include <string>
#include <vector>

#include "json/check_json.h"
#include "report/reader.h"
#include "require.h"
#include "rules/check.h"

namespace {

using namespace parcelwise;

std::optional<Report> read(std::string_view bytes, const char* name) {
  ReportReader reader(name, {});
  if (!reader.feed(bytes)) return std::nullopt;
  auto report = reader.finish();
  if (!report) return std::nullopt;
  return std::move(*report);
}

std::string check(const std::vector<const Report*>& reports,
                  const Policy& policy) {
  OrderBook book = OrderBook::join(reports);
  for (std::size_t r = 0; r < book.reports().size(); ++r) {
    const ReportCounts& counts = book.counts(r);
    REQUIRE(counts.rows == counts.items + counts.continuations +
                               counts.repeated_headers + counts.blank +
                               counts.duplicates + counts.rejected);
  }
  const Instant now{1795132800};  // 2026-11-20T00:00:00Z
  const Policies policies = Policies::find(book, policy);
  book.weigh(policies, now);
  const Check checked = Check::run(book, policies, now, {});
  std::string json;
  write_check_json(checked, Language::kJapanese,
                   [&](std::string_view text) { json.append(text); });
  REQUIRE(is_valid_utf8(json));
  return json;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  static const Policy policy = *Policy::load("amazon-jp");
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = bytes.find('\x1E');
  const bool halves = cut != std::string_view::npos;
  const auto a = read(bytes.substr(0, cut), "a.txt");
  const auto b = read(halves ? bytes.substr(cut + 1) : bytes, "b.txt");
  if (!a || !b) return 0;
  REQUIRE(check({&*a, &*b}, policy) == check({&*b, &*a}, policy));
  if (!halves) {
    const OrderBook once = OrderBook::join({&*a});
    const OrderBook twice = OrderBook::join({&*a, &*b});
    REQUIRE(once.item_count() == twice.item_count());
    REQUIRE(once.order_count() == twice.order_count());
  }
  return 0;
}
