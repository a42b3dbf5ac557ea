// combine: other open orders go to the same address; one parcel may do, each
// order is still confirmed on its own and the saving goes back (S17-S19).
#include "rules/rule.h"

namespace parcelwise {
namespace combine {
namespace {

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  const CombinedGroup* group = context.groups->of(order.order);
  if (group == nullptr || group->verdict == Verdict::kBlocked)
    return std::nullopt;
  return Finding{Urgency::kInfo, group->ship_by,
                 static_cast<std::uint8_t>(group->verdict)};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  const CombinedGroup& group = *context.groups->of(order.order);
  std::string others;
  std::size_t named = 0;
  for (const std::uint32_t member : group.orders) {
    if (member == order.order) continue;
    if (named++ == ReportEvidence::kMostNamed) {
      others += ", \xE2\x80\xA6";
      break;
    }
    if (!others.empty()) others += ", ";
    others += context.book.order_id(member).text();
  }
  reasons.evidence.push_back({"order-id", others});
  if (group.orders.size() > ReportEvidence::kMostNamed) {
    reasons.evidence.push_back({"orders", std::to_string(group.orders.size())});
  }
  tell(order, context, Column::kShipPostalCode, reasons);
  tell(order, context, Column::kShipAddress1, reasons);
  for (const ConcernedOrders& concerned : group.reasons) {
    reasons.evidence.push_back(
        {"ask", std::string(reason_name(concerned.reason))});
  }
  reasons.fields.emplace_back("others", others);
  reasons.fields.emplace_back("count", std::to_string(group.orders.size()));
}

}  // namespace
}  // namespace combine

extern const Rule kCombine;
const Rule kCombine{"combine",
                    {"suggest", "ask"},
                    {"S17", "S18", "S19"},
                    combine::find,
                    combine::explain};

}  // namespace parcelwise
