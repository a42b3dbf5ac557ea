// Builds the JSON of what is printed; see json/slips_json.h.
#include "json/slips_json.h"

#include "files/json.h"
#include "handoff/code128.h"
#include "handoff/picking.h"
#include "report/wording.h"

namespace parcelwise {

Json note_json(const RowNote& note, std::string message) {
  return json_object({{"order_id", note.order},
                      {"column", note.column},
                      {"value", note.value},
                      {"message", std::move(message)}});
}

namespace {

Json order_json(const SlipOrder& order, const Zone& zone) {
  Json lines = Json::array();
  for (const SlipLine& line : order.lines) {
    lines.push_back(json_object({{"sku", line.sku},
                                 {"product", line.product},
                                 {"units", line.units},
                                 {"price", money_json(line.price)}}));
  }
  return json_object(
      {{"order_id", order.id.text()},
       {"barcode", code128(order.id.text())},
       {"purchased",
        order.purchased ? Json(zone.to_iso8601(*order.purchased)) : Json()},
       {"business", order.business},
       {"gift", order.gift},
       {"po", order.po},
       {"messages", order.messages},
       {"lines", std::move(lines)}});
}

}  // namespace

Json slips_json(const ExportContext& context) {
  const Slips made = slips_of(context);
  const auto zone_of = [&](const SlipOrder& order) -> const Zone& {
    const auto found = context.check.context().book.find(order.id);
    return found ? context.check.context(*found).policy.zone()
                 : context.check.context().policy.zone();
  };
  Json slips = Json::array();
  for (const Slip& slip : made.slips) {
    Json orders = Json::array();
    for (const SlipOrder& order : slip.orders)
      orders.push_back(order_json(order, zone_of(order)));
    slips.push_back(json_object({{"to", slip.to.lines},
                                 {"name", slip.to.name},
                                 {"language", language_name(slip.language)},
                                 {"orders", std::move(orders)}}));
  }
  Json picked = Json::array();
  for (const PickedSku& each : picking_of(context).skus) {
    picked.push_back(json_object({{"sku", each.sku},
                                  {"product", each.product},
                                  {"units", each.units},
                                  {"orders", each.orders}}));
  }
  Json left_out = Json::array(), warnings = Json::array();
  for (const RowNote& note : made.left_out) {
    left_out.push_back(note_json(note, left_out_text(note, context.language)));
  }
  for (const RowNote& note : made.warnings) {
    warnings.push_back(note_json(note, warning_text(note, context.language)));
  }
  return json_object({{"sender", sender_lines(context.shop.sender())},
                      {"slips", std::move(slips)},
                      {"picked", std::move(picked)},
                      {"companions", companions_of(context)},
                      {"orders_left_out", made.left_out.size()},
                      {"left_out", std::move(left_out)},
                      {"warnings", std::move(warnings)}});
}

}  // namespace parcelwise
