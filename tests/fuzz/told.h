// All that a report tells, as one text: equal texts, equal reports.
#ifndef PARCELWISE_TESTS_FUZZ_TOLD_H_
#define PARCELWISE_TESTS_FUZZ_TOLD_H_

#include <string>
#include <string_view>

#include "report/report.h"

namespace parcelwise::fuzz {

class Telling {
 public:
  void add(std::string_view text) { told_.append(text).push_back('\n'); }
  void add(std::uint64_t number) { add(std::to_string(number)); }
  std::string take() && { return std::move(told_); }

 private:
  std::string told_;
};

inline std::string tell(const Report& report) {
  Telling told;
  told.add(kind_name(report.kind));
  told.add(encoding_name(report.encoding));
  told.add(static_cast<std::uint64_t>(report.delimiter));
  told.add(report.marketplace);
  told.add(report.fingerprint);
  for (const std::string& name : report.header.unused) told.add(name);
  const ReportCounts& counts = report.counts;
  for (const std::uint64_t count :
       {std::uint64_t{counts.rows}, std::uint64_t{counts.items},
        std::uint64_t{counts.continuations},
        std::uint64_t{counts.repeated_headers}, std::uint64_t{counts.blank},
        std::uint64_t{counts.duplicates}, std::uint64_t{counts.rejected},
        counts.bytes}) {
    told.add(count);
  }
  for (const Reject& reject : report.rejects) {
    told.add(reject.row);
    told.add(reject_name(reject.code));
    told.add(reject.column);
    told.add(reject.value);
  }
  for (const Warning& warning : report.warnings) {
    told.add(warning.row);
    told.add(static_cast<std::uint64_t>(warning.code));
  }
  for (std::uint32_t i = 0; i < report.lines.size(); ++i) {
    const Line& line = report.lines[i];
    told.add(line.row);
    told.add(report.parts[line.part].order.text());
    told.add(line.item.text());
    for (const auto& column : report.header.cells) {
      if (column) told.add(report.cell(line, *column));
    }
    for (std::size_t slot = 0; slot < kDateSlots; ++slot) {
      const auto date =
          report.date(report.parts[line.part], static_cast<DateSlot>(slot));
      if (date) told.add(static_cast<std::uint64_t>(date->at.unix_seconds));
    }
    if (line.money != 0) {
      for (const std::int64_t amount :
           report.money[line.money - 1].thousandths) {
        told.add(static_cast<std::uint64_t>(amount));
      }
    }
  }
  for (const ReturnedItem& item : report.returns) {
    told.add(item.row);
    told.add(item.order.text());
    for (const std::string* const text :
         {&item.sku, &item.asin, &item.product, &item.rma, &item.status,
          &item.reason, &item.resolution, &item.label_paid_by}) {
      told.add(*text);
    }
    for (const std::optional<Day>& day :
         {item.ordered, item.requested, item.arrived}) {
      if (day) told.add(static_cast<std::uint64_t>(day->since_epoch));
    }
    told.add(static_cast<std::uint64_t>(item.units));
    told.add(static_cast<std::uint64_t>(item.ordered_units));
    told.add(static_cast<std::uint64_t>(item.refunded_thousandths));
  }
  for (const RefundedItem& refund : report.refunds) {
    told.add(refund.row);
    told.add(refund.order.text());
    told.add(refund.item.text());
    told.add(refund.sku);
    told.add(refund.event);
    told.add(refund.currency.code());
    for (const std::int64_t amount : refund.thousandths) {
      told.add(static_cast<std::uint64_t>(amount));
    }
    told.add(static_cast<std::uint64_t>(refund.other_thousandths));
    told.add(static_cast<std::uint64_t>(refund.units));
  }
  return std::move(told).take();
}

}  // namespace parcelwise::fuzz

#endif  // PARCELWISE_TESTS_FUZZ_TOLD_H_
