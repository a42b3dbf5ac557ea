// "cancellations": asks Amazon to cancel orders that were not confirmed, each
// with its reason (docs/formats.md 2.3).
//
// Without a choice of the seller's, these are the orders whose buyer asked for
// it: BuyerCanceled, which does not count against the seller. For any other
// order the seller names the reason. A row is an item: Amazon takes a reason
// only with one, and all items of an order together cancel it whole.
#include <algorithm>

#include "handoff/channels.h"
#include "handoff/export.h"
#include "handoff/refused_lines.h"
#include "handoff/upload_check.h"
#include "orders/order_facts.h"
#include "text/compact_sort.h"

namespace parcelwise {

extern const ExportKind kCancellationsExport;

namespace cancellations {
namespace {

constexpr std::string_view kHead =
    "TemplateType=OrderCancellation\tVersion=1.0/1.0.3\t"
    "This row for Amazon.com use only. Do not modify or delete.\r\n"
    "order-id\tcancellation-reason-code\tamazon-order-item-code\r\n";
constexpr std::string_view kTemplate = "TemplateType=OrderCancellation";
constexpr std::string_view kBuyerCanceled = "BuyerCanceled";

// Of the schemas of 2015 and 2021 (docs/formats.md 2.3).
constexpr std::string_view kReasons[] = {"NoInventory",
                                         "ShippingAddressUndeliverable",
                                         "CustomerExchange",
                                         kBuyerCanceled,
                                         "GeneralAdjustment",
                                         "CarrierCreditDecision",
                                         "RiskAssessmentInformationNotValid",
                                         "CarrierCoverageFailure",
                                         "CustomerReturn",
                                         "MerchandiseNotReceived",
                                         "CannotVerifyInformation",
                                         "PricingError",
                                         "RejectOrder",
                                         "WeatherDelay"};

class CancellationWriter {
 public:
  CancellationWriter(const ExportContext& context, const CheckContext& check)
      : context_(context), check_(check), book_(check.book) {}

  HandoffFiles write(const std::string& name,
                     std::span<const std::uint32_t> orders) {
    for (const std::uint32_t order : orders) {
      if (&check_.policies.of(order) == &check_.policy) add_items(order);
    }
    if (context_.upload.retry != nullptr) keep_refused(*context_.upload.retry);
    RowFiles rows(name, ".txt", std::string(kHead), FileLimits{});
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const std::uint32_t order = items_[i].order;
      lines.push_back(book_.order_id(order).text() + "\t" +
                      std::string(reason_of(order)) + "\t" + items_[i].id +
                      "\r\n");
      if (i + 1 < items_.size() && items_[i + 1].order == order) continue;
      rows.add(lines);
      lines.clear();
      warn_of(order);
    }
    files_.rows = rows.rows();
    files_.files = rows.finish();
    hold_back_unsound(files_, {kTemplate, 2, 3, false});
    return std::move(files_);
  }

 private:
  struct Item {
    std::uint32_t order;
    std::string id;
  };

  void keep_refused(const UploadResult& result) {
    std::vector<std::string> uploaded;
    for (const Item& item : items_)
      uploaded.push_back(book_.order_id(item.order).text() + "\t" + item.id);
    const std::vector<bool> again =
        refused_rows(result, uploaded, files_.left_out);
    std::size_t row = 0;
    std::erase_if(items_, [&](const Item&) { return !again[row++]; });
  }

  std::string_view reason_of(std::uint32_t order) const {
    const std::string_view reason = context_.upload.reason;
    return reason.empty() && asked(order) ? kBuyerCanceled : reason;
  }

  bool asked(std::uint32_t order) const {
    return context_.check.facts(order).is(Flag::kBuyerCancel);
  }

  // All of the order, or none where it is left out.
  void add_items(std::uint32_t order) {
    const OrderFacts facts = context_.check.facts(order);
    const std::string id = book_.order_id(order).text();
    const auto left_out = [&](std::string_view column, std::string value,
                              std::string_view why) {
      files_.left_out.push_back(
          {id, std::string(column), std::move(value), why, {}});
    };
    if (!facts.open() || facts.shipped > 0) {
      return left_out("", "",
                      !facts.seller_fulfilled() ? "amazon-ships"
                      : facts.pending()         ? "still-pending"
                      : facts.cancelled()       ? "was-cancelled"
                                                : "refund-instead");
    }
    const std::string_view reason = reason_of(order);
    if (reason.empty())
      return left_out("cancellation-reason-code", "", "no-reason");
    if (std::find(std::begin(kReasons), std::end(kReasons), reason) ==
        std::end(kReasons)) {
      return left_out("cancellation-reason-code", std::string(reason),
                      "unknown-reason");
    }
    std::vector<Item> items;
    for (std::uint32_t item = book_.first_item(order);
         item < book_.last_item(order); ++item) {
      if (item_units(book_, item).state == OrderState::kCancelled) continue;
      std::string item_id = book_.item_cell(item, Column::kOrderItemId);
      if (item_id.empty()) {
        return left_out("order-item-id", book_.item_cell(item, Column::kSku),
                        "no-item-id");
      }
      items.push_back({order, std::move(item_id)});
    }
    if (items.empty()) return left_out("", "", "was-cancelled");
    items_.insert(items_.end(), items.begin(), items.end());
  }

  void warn_of(std::uint32_t order) {
    const std::string id = book_.order_id(order).text();
    if (reason_of(order) == kBuyerCanceled && !asked(order))
      warn(id, kBuyerCanceled, "not-asked");
    if (!tried_ && !check_.policy.cancellation_tried()) {
      warn(id, "", "header-untried");
    }
    tried_ = true;  // told once
  }

  void warn(const std::string& id, std::string_view value,
            std::string_view why) {
    files_.warnings.push_back(
        {id, "cancellation-reason-code", std::string(value), why, {}});
  }

  const ExportContext& context_;
  const CheckContext& check_;
  const OrderBook& book_;
  std::vector<Item> items_;  // by order
  bool tried_ = false;
  HandoffFiles files_;
};

std::vector<std::uint32_t> orders_of(const ExportContext& context) {
  std::vector<std::uint32_t> list;
  if (context.chosen) {
    for (const Shipment& shipment : context.shipments) {
      list.insert(list.end(), shipment.orders.begin(), shipment.orders.end());
    }
    compact_sort(list);
    return list;
  }
  const std::uint32_t orders = context.check.context().book.order_count();
  for (std::uint32_t order = 0; order < orders; ++order) {
    const OrderFacts facts = context.check.facts(order);
    if (facts.open() && facts.is(Flag::kBuyerCancel)) list.push_back(order);
  }
  return list;
}

HandoffFiles write_cancellations(const ExportContext& context) {
  const std::vector<std::uint32_t> orders = orders_of(context);
  return write_by_channel(
      context.check.context().book, context.check.policies(), "cancellations",
      orders, [&](Policies::Index policy, const std::string& name) {
        return CancellationWriter(context, context.check.context_by(policy))
            .write(name, orders);
      });
}

}  // namespace
}  // namespace cancellations

const ExportKind kCancellationsExport = {"cancellations", ".txt",
                                         cancellations::write_cancellations};

}  // namespace parcelwise
