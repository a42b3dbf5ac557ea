// yuprint: the file for Japan Post's ゆうパックプリントR
// (docs/formats.md 3.3), in the layout that the shop's copy of the program is
// set to read.
#include "handoff/carrier_file.h"

namespace parcelwise {
namespace yuprint {
namespace {

constexpr std::string_view kLayouts[] = {"yuprint-118", "yuprint-100"};

HandoffFiles write(const ExportContext& context) {
  const std::string_view chosen = context.shop.of("yuprint", "layout");
  if (chosen == "117") return write_carrier_file(context, "yuprint-117");
  return write_carrier_file(context, kLayouts[chosen == "100" ? 1 : 0]);
}

}  // namespace
}  // namespace yuprint

extern const ExportKind kYuprintExport;
const ExportKind kYuprintExport = {"yuprint",          ".csv",
                                   yuprint::write,     ExportReader::kCarrier,
                                   Companions::kTaken, yuprint::kLayouts};

}  // namespace parcelwise
