// Tests core/orders/report_order.cc: reports of one name and size are told
// apart by whatever in them differs, so that no order they are given in counts.
#include "orders/report_order.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "report/report_text.h"

namespace parcelwise {
namespace {

bool comes_first(const Report* a, const Report* b) {
  std::vector<const Report*> both = {b, a};
  put_in_order(both);
  return both.front() == a && a != b;
}

Report of_kind(ReportKind kind) {
  Report report;
  report.kind = kind;
  report.file = "a.txt";
  return report;
}

TEST(ReportOrder, by_kind_the_one_made_for_shipping_first) {
  const ReportKind kinds[] = {
      ReportKind::kUnshippedOrders, ReportKind::kAllOrders,
      ReportKind::kNewOrders,       ReportKind::kPendingOrders,
      ReportKind::kReturns,         ReportKind::kSettlement,
      ReportKind::kAdjustments};
  for (std::size_t a = 0; a < std::size(kinds); ++a) {
    for (std::size_t b = 0; b < std::size(kinds); ++b) {
      // Whatever else would come first.
      Report first = of_kind(kinds[a]), other = of_kind(kinds[b]);
      first.file = "z.txt";
      EXPECT_EQ(comes_first(&first, &other), a < b)
          << kind_name(kinds[a]) << " " << kind_name(kinds[b]);
    }
  }
}

TEST(ReportOrder, by_whatever_differs) {
  using Change = std::function<void(Report&)>;
  const auto returned = [](const std::function<void(ReturnedItem&)>& change) {
    return [change](Report& report) { change(report.returns[0]); };
  };
  const auto refunded = [](const std::function<void(RefundedItem&)>& change) {
    return [change](Report& report) { change(report.refunds[0]); };
  };
  const auto rejected = [](const std::function<void(Reject&)>& change) {
    return [change](Report& report) { change(report.rejects[0]); };
  };
  struct Row {
    const char* name;
    Change change;  // makes the report the later one
  };
  const Row rows[] = {
      {"its name", [](Report& r) { r.file = "b.txt"; }},
      {"its size", [](Report& r) { ++r.counts.bytes; }},
      {"its orders", [](Report& r) { ++r.fingerprint; }},
      {"its header", [](Report& r) { r.header.names.push_back("x"); }},
      {"its encoding", [](Report& r) { r.encoding = Encoding::kUtf16Be; }},
      {"a return more", [](Report& r) { r.returns.emplace_back(); }},
      {"a return's row", returned([](auto& item) { item.row = 9; })},
      {"a return's SKU", returned([](auto& item) { item.sku = "B"; })},
      {"its product", returned([](auto& item) { item.product = "Tea"; })},
      {"its RMA", returned([](auto& item) { item.rma = "D1"; })},
      {"the day of its arrival",
       returned([](auto& item) { item.arrived = Day{20'000}; })},
      {"its units", returned([](auto& item) { item.units = 2; })},
      {"its refunded sum",
       returned([](auto& item) { item.refunded_thousandths = 1'000; })},
      {"who pays its label",
       returned([](auto& item) { item.label_paid_by = "Seller"; })},
      {"its currency", returned([](auto& item) {
         item.currency = *Currency::from_code("JPY");
       })},
      {"a refund more", [](Report& r) { r.refunds.emplace_back(); }},
      {"a refund's row", refunded([](auto& item) { item.row = 9; })},
      {"a refund's sum",
       refunded([](auto& item) { item.thousandths[0] = 1'000; })},
      {"its event", refunded([](auto& item) { item.event = "A1"; })},
      {"a refund's currency", refunded([](auto& item) {
         item.currency = *Currency::from_code("JPY");
       })},
      {"a reject more", [](Report& r) { r.rejects.emplace_back(); }},
      {"a reject's row", rejected([](auto& reject) { reject.row = 9; })},
      {"its code",
       rejected([](auto& reject) { reject.code = RejectCode::kBadDate; })},
      {"its column", rejected([](auto& reject) { reject.column = "sku"; })},
      {"its value", rejected([](auto& reject) { reject.value = "x"; })},
  };
  const auto made = [](const Change& change) {
    Report report = of_kind(ReportKind::kReturns);
    report.returns.emplace_back();
    report.refunds.emplace_back();
    report.rejects.emplace_back().code = RejectCode{};
    change(report);
    return report;
  };
  const Report report = made([](Report&) {}), same = made([](Report&) {});
  EXPECT_FALSE(comes_first(&report, &same));
  for (const Row& row : rows) {
    const Report later = made(row.change);
    EXPECT_TRUE(comes_first(&report, &later)) << row.name;
    EXPECT_FALSE(comes_first(&later, &report)) << row.name;
  }
}

TEST(ReportOrder, of_one_moment_the_whole_file_before_the_one_cut_off) {
  for (const ReportKind kind :
       {ReportKind::kUnshippedOrders, ReportKind::kNewOrders}) {
    Report whole = of_kind(kind), cut = of_kind(kind);
    cut.file = "0.txt";
    cut.cut_off = true;
    EXPECT_TRUE(comes_first(&whole, &cut)) << kind_name(kind);
    EXPECT_FALSE(comes_first(&cut, &whole)) << kind_name(kind);
  }
}

TEST(ReportOrder, by_a_cell_or_a_line_of_one_size) {
  const auto report = [](const Cells& cells) {
    return *read_report(ReportText::unshipped().row(cells).text());
  };
  const Report tanaka = report({{"recipient-name", "Tanaka"}});
  const Report suzuki = report({{"recipient-name", "Suzuki"}});
  EXPECT_TRUE(comes_first(&suzuki, &tanaka));
  EXPECT_FALSE(comes_first(&tanaka, &suzuki));
  EXPECT_FALSE(comes_first(&tanaka, &tanaka));
}

}  // namespace
}  // namespace parcelwise
