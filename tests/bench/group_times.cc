// Times the grouping of orders inside the whole check of one report, built like
// the page's module and run in Node's V8. Prints one JSON object.
//   group_times REPORT NOW RUNS
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <vector>

#include "orders/marketplace.h"
#include "report/reader.h"
#include "rules/check.h"

namespace parcelwise {
namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start)
      .count();
}

std::optional<Report> read(const char* path) {
  std::FILE* const file = std::fopen(path, "rb");
  if (file == nullptr) return std::nullopt;
  ReportReader reader(path, {});
  std::vector<char> chunk(4u << 20);
  std::size_t bytes = 0;
  while ((bytes = std::fread(chunk.data(), 1, chunk.size(), file)) > 0) {
    if (!reader.feed({chunk.data(), bytes})) break;
  }
  std::fclose(file);
  auto report = reader.finish();
  if (!report) return std::nullopt;
  return std::move(*report);
}

// {"orders": 200000, "groups": ..., "grouped": ..., "whole_ms": [...],
// "group_ms": [...]}
int run(const char* path, Instant now, int runs) {
  std::vector<double> whole, grouping;
  std::uint32_t orders = 0;
  std::size_t groups = 0, grouped = 0;
  for (int i = 0; i <= runs; ++i) {  // the first warms up
    const auto start = Clock::now();
    const auto report = read(path);
    if (!report) return 1;
    const std::vector<const Report*> reports = {&*report};
    OrderBook book = OrderBook::join(reports);
    const Policies policies = Policies::find(book, {});
    book.weigh(policies, now);
    const Check check = Check::run(book, policies, now, {});
    if (i > 0) whole.push_back(since(start));
    const auto begun = Clock::now();
    const CombinedGroups found_groups =
        CombinedGroups::find(book, policies, now);
    if (i > 0) grouping.push_back(since(begun));
    orders = book.order_count();
    groups = found_groups.all().size();
    grouped = 0;
    for (const CombinedGroup& group : found_groups.all()) {
      if (group.verdict != Verdict::kBlocked) grouped += group.orders.size();
    }
  }
  const auto list = [](const std::vector<double>& numbers) {
    const char* between = "[";
    for (const double number : numbers) {
      std::printf("%s%.3f", between, number);
      between = ",";
    }
    std::printf("]");
  };
  std::printf("{\"orders\":%u,\"groups\":%zu,\"grouped\":%zu,\"whole_ms\":",
              orders, groups, grouped);
  list(whole);
  std::printf(",\"group_ms\":");
  list(grouping);
  std::printf("}\n");
  return 0;
}

}  // namespace
}  // namespace parcelwise

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const auto now = parcelwise::parse_stamp(argv[2]);
  return now ? parcelwise::run(argv[1], now->at, std::atoi(argv[3])) : 2;
}
