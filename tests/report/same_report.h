// Whether two reports are the same in all that they hold: packed fields, too,
// and not only what they show.
#ifndef PARCELWISE_TESTS_REPORT_SAME_REPORT_H_
#define PARCELWISE_TESTS_REPORT_SAME_REPORT_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "report/report.h"

namespace parcelwise {

class ReportDifference {
 public:
  // What differs first, and where; "" where nothing does. Where texts are kept
  // is another matter of a report that was put together.
  enum class Handles : std::uint8_t { kCompared, kLeftOut };
  static std::string of(const Report& a, const Report& b,
                        Handles handles = Handles::kCompared) {
    ReportDifference told;
    told.handles_ = handles == Handles::kCompared;
    told.compare_file(a, b);
    if (told.first_.empty()) told.compare_parts(a, b);
    if (told.first_.empty()) told.compare_lines(a, b);
    return told.first_;
  }

 private:
  template <typename T>
  void same(const T& a, const T& b, const char* what, std::uint32_t at = 0) {
    if (a == b || !first_.empty()) return;
    first_ = std::string(what) + " of " + std::to_string(at);
  }

  void compare_file(const Report& a, const Report& b) {
    same(a.file, b.file, "file");
    same(a.kind, b.kind, "kind");
    same(a.encoding, b.encoding, "encoding");
    same(a.delimiter, b.delimiter, "delimiter");
    same(a.marketplace, b.marketplace, "marketplace");
    same(a.header.names, b.header.names, "header");
    same(a.header.unused, b.header.unused, "unused columns");
    same(a.cut_off, b.cut_off, "cut off");
    same(a.counts.rows, b.counts.rows, "rows");
    same(a.counts.items, b.counts.items, "items");
    same(a.counts.continuations, b.counts.continuations, "continuations");
    same(a.counts.repeated_headers, b.counts.repeated_headers, "headers");
    same(a.counts.blank, b.counts.blank, "blank rows");
    same(a.counts.rejected, b.counts.rejected, "rejected rows");
    same(a.counts.bytes, b.counts.bytes, "bytes");
    same(a.rejects.size(), b.rejects.size(), "number of rejects");
    same(a.warnings.size(), b.warnings.size(), "number of warnings");
    same(a.parts.size(), b.parts.size(), "number of parts");
    same(a.lines.size(), b.lines.size(), "number of lines");
    same(a.money.size(), b.money.size(), "number of amounts");
    same(a.returns.size(), b.returns.size(), "number of returns");
    same(a.refunds.size(), b.refunds.size(), "number of refunds");
    same(a.fingerprint, b.fingerprint, "fingerprint");
    for (std::size_t i = 0; first_.empty() && i < a.rejects.size(); ++i) {
      const Reject &x = a.rejects[i], &y = b.rejects[i];
      same(x.row, y.row, "row of a reject", x.row);
      same(x.code, y.code, "code of a reject", x.row);
      same(x.column, y.column, "column of a reject", x.row);
      same(x.value, y.value, "value of a reject", x.row);
      same(x.order, y.order, "order of a reject", x.row);
    }
    for (std::size_t i = 0; first_.empty() && i < a.warnings.size(); ++i) {
      same(a.warnings[i].row, b.warnings[i].row, "row of a warning");
      same(a.warnings[i].code, b.warnings[i].code, "warning",
           a.warnings[i].row);
    }
  }

  void compare_parts(const Report& a, const Report& b) {
    for (std::uint32_t i = 0; first_.empty() && i < a.parts.size(); ++i) {
      const OrderPart &x = a.parts[i], &y = b.parts[i];
      same(x.order, y.order, "order", i);
      same(x.date, y.date, "dates", i);
      same(x.offset, y.offset, "offsets", i);
      same(x.flags, y.flags, "flags", i);
      same(x.state, y.state, "state", i);
      same(x.channel, y.channel, "channel", i);
      same(x.cash_on_delivery, y.cash_on_delivery, "cash on delivery", i);
      same(x.pending_report, y.pending_report, "pending", i);
      same(x.comes_back, y.comes_back, "coming back", i);
      same(x.personal_data, y.personal_data, "personal data", i);
      same(x.has_po, y.has_po, "purchase order", i);
      same(x.has_ioss, y.has_ioss, "IOSS", i);
      same(x.bytes, y.bytes, "bytes of the texts", i);
      same(x.place, y.place, "place", i);
      if (handles_) same(x.texts, y.texts, "handle of the texts", i);
      same(x.clues, y.clues, "number of the clues", i);
      same(x.past_promise, y.past_promise, "days past the promise", i);
      same(a.clues(x), b.clues(y), "clues", i);
      same(several(a, x), several(b, y), "texts", i);
    }
  }

  void compare_lines(const Report& a, const Report& b) {
    for (std::uint32_t i = 0; first_.empty() && i < a.lines.size(); ++i) {
      const Line &x = a.lines[i], &y = b.lines[i];
      same(x.part, y.part, "part", x.row);
      same(x.row, y.row, "row", x.row);
      same(x.item.text(), y.item.text(), "item", x.row);
      same(x.purchased, y.purchased, "quantity", x.row);
      same(x.shipped, y.shipped, "quantity shipped", x.row);
      same(x.to_ship, y.to_ship, "quantity to ship", x.row);
      same(x.product, y.product, "product", x.row);
      if (handles_) same(x.texts, y.texts, "handle of the line's texts", x.row);
      same(x.money, y.money, "number of the amounts", x.row);
      same(x.state, y.state, "state of the line", x.row);
      same(x.gift, y.gift, "gift", x.row);
      same(x.bytes, y.bytes, "bytes of the line's texts", x.row);
      same(x.rejected, y.rejected, "rejected line", x.row);
      if (x.money != 0 && first_.empty()) {
        const LineMoney &mx = a.money[x.money - 1], &my = b.money[y.money - 1];
        same(mx.thousandths, my.thousandths, "amounts", x.row);
        same(mx.currency, my.currency, "currency", x.row);
      }
      for (const auto& column : a.header.cells) {
        if (column && first_.empty())
          same(a.cell(x, *column), b.cell(y, *column), "cell", x.row);
      }
    }
  }

  // In one pass, as an address is read: a shared text and one of its own.
  static std::array<std::string_view, 2> several(const Report& report,
                                                 const OrderPart& part) {
    constexpr Column kColumns[] = {Column::kShipCity, Column::kShipAddress1};
    std::array<std::string_view, 2> texts;
    report.bytes(part, kColumns, texts);
    return texts;
  }

  bool handles_ = true;
  std::string first_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_TESTS_REPORT_SAME_REPORT_H_
