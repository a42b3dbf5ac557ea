// sagawa-ehiden3: the file for Sagawa's e飛伝III (docs/formats.md 3).
#include "handoff/carrier_file.h"

namespace parcelwise {
namespace sagawa_ehiden3 {
namespace {

constexpr std::string_view kLayouts[] = {"sagawa-ehiden3"};

HandoffFiles write(const ExportContext& context) {
  return write_carrier_file(context, kLayouts[0]);
}

}  // namespace
}  // namespace sagawa_ehiden3

extern const ExportKind kSagawaEhiden3Export;
const ExportKind kSagawaEhiden3Export = {
    "sagawa-ehiden3",      ".csv",
    sagawa_ehiden3::write, ExportReader::kCarrier,
    Companions::kTaken,    sagawa_ehiden3::kLayouts};

}  // namespace parcelwise
