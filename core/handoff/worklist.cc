// The work list as a table for a spreadsheet: one row an order, its most urgent
// action first, in the order of the list on the page. Without a choice of
// orders it holds all that have an action. Dates are the marketplace's, as a
// spreadsheet reads them.
#include <algorithm>

#include "handoff/csv.h"
#include "handoff/export.h"
#include "rules/wording.h"
#include "rules/work_list.h"

namespace parcelwise {
namespace worklist {
namespace {

// "2026-11-20 23:59"
std::string due_cell(const Action& action, const Zone& zone) {
  const auto due = action.due();
  if (!due) return {};
  std::string text = zone.to_iso8601(*due).substr(0, 16);
  text[10] = ' ';
  return text;
}

HandoffFiles write(const ExportContext& context) {
  const Check& check = context.check;
  const OrderBook& book = check.context().book;
  std::vector<bool> chosen(book.order_count(), !context.chosen);
  for (const Shipment& shipment : context.shipments) {
    for (const std::uint32_t order : shipment.orders) chosen[order] = true;
  }
  RowFiles files("worklist", ".csv",
                 csv_head("handoff/worklist/columns", context.language),
                 FileLimits{});
  WorkList list(check);
  CsvRow row;
  for (const std::uint32_t leading : list.find({})) {
    const Action& action = check.actions()[leading];
    if (!chosen[action.order]) continue;
    const OrderFacts facts = check.facts(action.order);
    const std::uint32_t first = book.first_item(action.order);
    std::string also;
    for (const std::uint32_t other : list.actions_of(action.order)) {
      if (other == leading) continue;
      if (!also.empty()) also += ", ";
      also += rule_name(*all_rules()[check.actions()[other].rule],
                        context.language);
    }
    row.plain(Catalogue::of(context.language)
                  .text("handoff/worklist/urgencies/" +
                        std::string(urgency_name(action.urgency))))
        .plain(due_cell(action, check.context(action.order).policy.zone()))
        .text(title_of(check, action, context.language))
        .plain(facts.id.text())
        .text(book.order_cell(action.order, Column::kRecipientName))
        .text(book.item_cell(first, Column::kSku))
        .text(book.item_cell(first, Column::kProductName))
        .number(book.last_item(action.order) - first)
        .number(facts.unshipped)
        .plain(facts.at_risk ? print_amount(*facts.at_risk) : std::string())
        .plain(facts.at_risk ? facts.at_risk->currency.code()
                             : std::string_view())
        .plain(also);
    const std::string line = row.end();
    files.add({&line, 1});
  }
  HandoffFiles made;
  made.rows = files.rows();
  made.files = files.finish();
  return made;
}

}  // namespace
}  // namespace worklist

extern const ExportKind kWorklistExport;
const ExportKind kWorklistExport = {"worklist", ".csv", worklist::write,
                                    ExportReader::kSeller};

}  // namespace parcelwise
