// The pick list as a table for a spreadsheet: units by SKU over the chosen
// orders.
#include "handoff/csv.h"
#include "handoff/picking.h"

namespace parcelwise {
namespace picklist {
namespace {

HandoffFiles write(const ExportContext& context) {
  Picking picking = picking_of(context);
  RowFiles files("picklist", ".csv",
                 csv_head("handoff/picklist/columns", context.language),
                 FileLimits{});
  CsvRow row;
  for (const PickedSku& picked : picking.skus) {
    row.text(picked.sku)
        .text(picked.product)
        .number(picked.units)
        .number(picked.orders);
    const std::string line = row.end();
    files.add({&line, 1});
  }
  HandoffFiles made;
  made.left_out = std::move(picking.left_out);
  made.warnings = std::move(picking.warnings);
  made.rows = files.rows();
  made.files = files.finish();
  return made;
}

}  // namespace
}  // namespace picklist

extern const ExportKind kPicklistExport;
const ExportKind kPicklistExport = {"picklist", ".csv", picklist::write,
                                    ExportReader::kSeller, Companions::kTaken};

}  // namespace parcelwise
