// All that a report tells, as one text: equal texts, equal reports.
#ifndef PARCELWISE_TESTS_FUZZ_TOLD_H_
#define PARCELWISE_TESTS_FUZZ_TOLD_H_

#include <string>
#include <string_view>

#include "report/report.h"

namespace parcelwise::fuzz {

class Telling {
 public:
  void add(std::string_view text) { reported_.append(text).push_back('\n'); }
  void add(std::uint64_t number) { add(std::to_string(number)); }
  std::string take() && { return std::move(reported_); }

 private:
  std::string reported_;
};

inline std::string tell(const Report& report) {
  Telling reported;
  reported.add(kind_name(report.kind));
  reported.add(encoding_name(report.encoding));
  reported.add(static_cast<std::uint64_t>(report.delimiter));
  reported.add(report.marketplace);
  reported.add(report.fingerprint);
  for (const std::string& name : report.header.unused) reported.add(name);
  const ReportCounts& counts = report.counts;
  for (const std::uint64_t count :
       {std::uint64_t{counts.rows}, std::uint64_t{counts.items},
        std::uint64_t{counts.continuations},
        std::uint64_t{counts.repeated_headers}, std::uint64_t{counts.blank},
        std::uint64_t{counts.duplicates}, std::uint64_t{counts.rejected},
        counts.bytes}) {
    reported.add(count);
  }
  for (const Reject& reject : report.rejects) {
    reported.add(reject.row);
    reported.add(reject_name(reject.code));
    reported.add(reject.column);
    reported.add(reject.value);
  }
  for (const Warning& warning : report.warnings) {
    reported.add(warning.row);
    reported.add(static_cast<std::uint64_t>(warning.code));
  }
  for (std::uint32_t i = 0; i < report.lines.size(); ++i) {
    const Line& line = report.lines[i];
    reported.add(line.row);
    reported.add(report.parts[line.part].order.text());
    reported.add(line.item.text());
    for (const auto& column : report.header.cells) {
      if (column) reported.add(report.cell(line, *column));
    }
    for (std::size_t slot = 0; slot < kDateSlots; ++slot) {
      const auto date =
          report.date(report.parts[line.part], static_cast<DateSlot>(slot));
      if (date) reported.add(static_cast<std::uint64_t>(date->at.unix_seconds));
    }
    if (line.money != 0) {
      for (const std::int64_t amount :
           report.money[line.money - 1].thousandths) {
        reported.add(static_cast<std::uint64_t>(amount));
      }
    }
  }
  for (const ReturnedItem& item : report.returns) {
    reported.add(item.row);
    reported.add(item.order.text());
    for (const std::string* const text :
         {&item.sku, &item.asin, &item.product, &item.rma, &item.status,
          &item.reason, &item.resolution, &item.label_paid_by}) {
      reported.add(*text);
    }
    for (const std::optional<Day>& day :
         {item.ordered, item.requested, item.arrived}) {
      if (day) reported.add(static_cast<std::uint64_t>(day->since_epoch));
    }
    reported.add(static_cast<std::uint64_t>(item.units));
    reported.add(static_cast<std::uint64_t>(item.ordered_units));
    reported.add(static_cast<std::uint64_t>(item.refunded_thousandths));
  }
  for (const RefundedItem& refund : report.refunds) {
    reported.add(refund.row);
    reported.add(refund.order.text());
    reported.add(refund.item.text());
    reported.add(refund.sku);
    reported.add(refund.event);
    reported.add(refund.currency.code());
    for (const std::int64_t amount : refund.thousandths) {
      reported.add(static_cast<std::uint64_t>(amount));
    }
    reported.add(static_cast<std::uint64_t>(refund.other_thousandths));
    reported.add(static_cast<std::uint64_t>(refund.units));
  }
  return std::move(reported).take();
}

}  // namespace parcelwise::fuzz

#endif  // PARCELWISE_TESTS_FUZZ_TOLD_H_
