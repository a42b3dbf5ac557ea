// Any bytes, split as tabs and as commas: other chunks give the same rows, and
// tab files split as a slow, obvious splitter splits them.
#include <string>
#include <vector>

#include "cuts.h"
#include "report/splitter.h"
#include "require.h"

namespace {

using namespace parcelwise;
using Rows = std::vector<std::vector<std::string>>;

struct Collector : RowSink {
  Rows rows;
  void row(const RowView& row) override {
    std::vector<std::string> fields;
    bool non_ascii = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
      fields.emplace_back(row[i]);
      for (const char c : row[i])
        non_ascii |= static_cast<unsigned char>(c) > 0x7F;
    }
    REQUIRE(row.size() > 0);
    REQUIRE(row.non_ascii() == non_ascii);
    REQUIRE(!row.too_long);
    rows.push_back(std::move(fields));
  }
};

Rows split(std::string_view bytes, Delimiter delimiter, bool cut) {
  Collector collector;
  Splitter splitter(delimiter, collector);
  const auto feed = [&](std::string_view chunk) {
    splitter.feed(chunk);
    return true;
  };
  if (cut) {
    fuzz::Cuts(bytes).each(bytes, feed);
  } else {
    feed(bytes);
  }
  splitter.finish();
  return collector.rows;
}

Rows split_tabs_slowly(std::string_view bytes) {
  Rows rows;
  bool open = false;  // a row has begun
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!open) rows.emplace_back(1);
    open = true;
    if (bytes[i] == '\n' || bytes[i] == '\r') {
      if (bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n') ++i;
      open = false;
    } else if (bytes[i] == '\t') {
      rows.back().emplace_back();
    } else {
      rows.back().back().push_back(bytes[i]);
    }
  }
  return rows;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  REQUIRE(split(bytes, Delimiter::kTab, false) == split_tabs_slowly(bytes));
  REQUIRE(split(bytes, Delimiter::kTab, true) == split_tabs_slowly(bytes));
  REQUIRE(split(bytes, Delimiter::kComma, false) ==
          split(bytes, Delimiter::kComma, true));
  return 0;
}
