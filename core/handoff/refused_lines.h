// Which rows of an upload go to Amazon again: those of its result that were
// refused, and of which nothing says that they may be done. What Amazon
// took must not be sent twice (docs/marketplaces.md 0, item 6).
//
// The result names order and item. Where that is more than one row (an item in
// several parcels) its message may have the number; else Amazon's count of the
// records tells, but only where the file as it would be written today is surely
// the one that was uploaded: as many rows, and each record is the row that it
// names. What stays open goes into no file, and is told.
#ifndef PARCELWISE_HANDOFF_REFUSED_LINES_H_
#define PARCELWISE_HANDOFF_REFUSED_LINES_H_

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "handoff/handoff_files.h"
#include "tracking/upload_result.h"

namespace parcelwise {

class RefusedLines {
 public:
  // `uploaded`: all rows of the file, "order<TAB>item<TAB>..." each.
  RefusedLines(const UploadResult& result, std::vector<std::string> uploaded);

  // Some line of the order goes again.
  bool some_of(const OrderId& order) const;
  // All that is to be sent of it does.
  bool all_of(const OrderId& order) const;
  // Of an order in one parcel: this item does.
  bool item(const OrderId& order, std::string_view item) const;
  // The items that go again, for a message: "1, 2"; "" for all of the order.
  std::string items(const OrderId& order) const;

  // Of an order in several parcels: for each of its rows whether it goes.
  struct Row {
    std::string item, number;
    std::string text;  // as in `uploaded`
  };
  struct Choice {
    std::vector<bool> again;  // by row
    bool open = false;  // a line was refused, and which row it is is not told
  };
  Choice choose(const OrderId& order, std::span<const Row> rows) const;

 private:
  std::span<const UploadLine> lines_of(const OrderId& order) const;
  bool records_hold(const UploadResult& result) const;

  std::map<OrderId, std::vector<UploadLine>> lines_;
  std::vector<std::string> uploaded_;  // emptied where its records do not hold
};

// Of a file in which every row names its item: for each of `uploaded` whether
// it goes again. What stays open is noted in `left_out`, and what stands there
// of orders that do not go at all is taken out.
std::vector<bool> refused_rows(const UploadResult& result,
                               const std::vector<std::string>& uploaded,
                               std::vector<RowNote>& left_out);

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_REFUSED_LINES_H_
