// yamato-b2: the file for Yamato's B2 Cloud (docs/formats.md 3).
#include "handoff/carrier_file.h"

namespace parcelwise {
namespace yamato_b2 {
namespace {

constexpr std::string_view kLayouts[] = {"yamato-b2"};

HandoffFiles write(const ExportContext& context) {
  const bool longer = context.shop.of("yamato-b2", "layout") == "97";
  return write_carrier_file(context, longer ? "yamato-b2-97" : kLayouts[0]);
}

}  // namespace
}  // namespace yamato_b2

extern const ExportKind kYamatoB2Export;
const ExportKind kYamatoB2Export = {"yamato-b2",        ".csv",
                                    yamato_b2::write,   ExportReader::kCarrier,
                                    Companions::kTaken, yamato_b2::kLayouts};

}  // namespace parcelwise
