// clickpost: the file for Click Post's まとめ申込 (docs/formats.md 3).
#include "handoff/carrier_file.h"

namespace parcelwise {
namespace clickpost {
namespace {

constexpr std::string_view kLayouts[] = {"clickpost"};

HandoffFiles write(const ExportContext& context) {
  return write_carrier_file(context, kLayouts[0]);
}

}  // namespace
}  // namespace clickpost

extern const ExportKind kClickpostExport;
const ExportKind kClickpostExport = {"clickpost",        ".csv",
                                     clickpost::write,   ExportReader::kCarrier,
                                     Companions::kTaken, clickpost::kLayouts};

}  // namespace parcelwise
