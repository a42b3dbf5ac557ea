// Where in a file's rows the columns stand that a row's reading asks for,
// worked out once from its header: no row looks for what the file lacks.
//
//   const RowLayout layout(header, ReportKind::kUnshippedOrders, tab);
//   layout.at(Column::kSku)        -> 10
//   layout.at(Column::kItemPrice)  -> kAbsent, where no row has a field
#ifndef PARCELWISE_REPORT_ROW_LAYOUT_H_
#define PARCELWISE_REPORT_ROW_LAYOUT_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "report/columns.h"
#include "report/report.h"
#include "report/splitter.h"

namespace parcelwise {

class RowLayout {
 public:
  static constexpr std::uint16_t kAbsent = UINT16_MAX;

  RowLayout() { at_.fill(kAbsent); }
  RowLayout(const Header& header, ReportKind kind, Delimiter delimiter);

  std::uint16_t at(Column column) const {
    return at_[static_cast<std::size_t>(column)];
  }
  bool has(Column column) const { return at(column) != kAbsent; }

  // The columns that the file has of each list, in the list's order.
  template <typename What>
  struct Placed {
    What what;
    std::uint16_t at;
  };
  std::vector<Placed<DateSlot>> dates;
  std::vector<Placed<Flag>> flags;
  std::vector<Placed<Column>> order_texts, shared_texts, line_texts;
  std::vector<Placed<std::uint8_t>> money;  // places in LineMoney
  // Where the columns stand that belong to the order, from one field to
  // another: no field of a tab file has a tab, so neighbours are compared as
  // one.
  std::vector<std::pair<std::size_t, std::size_t>> order_fields;
  std::size_t first_needed = 0;  // fields that a row must have
  std::size_t fields = 0;        // of the header
  // Whether rows may be read the plain way (report/reader.h): orders in a tab
  // file, of which none but a row that is torn apart is what it is not.
  bool plain = false;

 private:
  std::array<std::uint16_t, kColumnCount> at_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_REPORT_ROW_LAYOUT_H_
