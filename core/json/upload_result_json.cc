// Each row with its meaning, and which orders were refused.
#include "json/upload_result_json.h"

#include <set>

#include "files/json.h"

namespace parcelwise {

Json upload_result_json(const UploadResult& result, const OrderBook& book,
                        Language language) {
  Json rows = Json::array();
  std::set<OrderId> refused;
  std::set<std::string> elsewhere;
  for (const UploadRow& row : result.rows) {
    const bool here = row.order && book.find(*row.order).has_value();
    if (!here && !row.order_id.empty()) elsewhere.insert(row.order_id);
    if (here && row.outcome == UploadOutcome::kRefused)
      refused.insert(*row.order);
    rows.push_back(
        json_object({{"row", row.row},
                     {"record", row.record},
                     {"order_id", row.order ? row.order->text() : row.order_id},
                     {"order_item_id", row.item},
                     {"here", here},
                     {"code", row.code},
                     {"type", row.type},
                     {"known", row.known},
                     {"outcome", upload_outcome_name(row.outcome)},
                     {"again", row.again},
                     {"message", row.message},
                     {"meaning", upload_meaning(row, language)},
                     {"advice", upload_advice(row, language)}}));
  }
  Json ids = Json::array();
  for (const OrderId& id : refused) ids.push_back(id.text());
  return json_object({{"file", result.file},
                      {"encoding", encoding_name(result.encoding)},
                      {"processed", result.processed},
                      {"successful", result.successful},
                      {"file_refused", result.whole_file()},
                      {"rows", std::move(rows)},
                      {"refused", std::move(ids)},
                      {"elsewhere", elsewhere.size()},
                      {"untold", result.untold()}});
}

}  // namespace parcelwise
