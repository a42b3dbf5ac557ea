// Writes the refund upload file: rows first, then the files they fit into, for
// whether the promotion columns are there hangs on all rows together.
#include "handoff/adjustments.h"

#include <algorithm>
#include <cstdint>

#include "handoff/channels.h"
#include "handoff/export.h"
#include "handoff/refused_lines.h"
#include "handoff/upload_check.h"
#include "text/compact_sort.h"
#include "text/encoding.h"

namespace parcelwise {

extern const ExportKind kAdjustmentsExport;

namespace adjustments {
namespace {

// Amazon tells its order files apart by their heads (docs/formats.md 2); this
// is what a refund file's must hold.
constexpr std::string_view kAdjustmentStart =
    "order-id\torder-item-id\tadjustment-reason-code";
constexpr std::string_view kFirstColumns =
    "order-id\torder-item-id\tadjustment-reason-code\tcurrency\titem-price-"
    "adj\t"
    "item-tax-adj\tshipping-price-adj\tshipping-tax-adj\tgift-wrap-price-adj\t"
    "gift-wrap-tax-adj";
constexpr std::string_view kPromotionColumns =
    "\titem-promotion-adj\titem-promotion-id\tship-promotion-adj\tship-"
    "promotion-id";
constexpr std::string_view kLastColumn = "\tquantity-cancelled";
static_assert(kFirstColumns.substr(0, kAdjustmentStart.size()) ==
              kAdjustmentStart);

constexpr std::size_t kMostDigits = 20;  // docs/formats.md 2.2

// The columns of a component's amount, in the order of Component.
constexpr std::array<std::string_view, kComponents> kAmountColumns = {
    "item-price-adj",     "item-tax-adj",        "shipping-price-adj",
    "shipping-tax-adj",   "gift-wrap-price-adj", "gift-wrap-tax-adj",
    "item-promotion-adj", "ship-promotion-adj"};
constexpr std::string_view amount_column(Component component) {
  return kAmountColumns[static_cast<std::size_t>(component)];
}

// The cells of one row up to where promotions begin, theirs, and the last.
struct Row {
  std::string item;
  std::string first, promotions, last;
  bool promoted = false;
};

class AdjustmentWriter {
 public:
  AdjustmentWriter(const OrderBook& book, const Policy& policy)
      : book_(book), policy_(policy) {}

  void add(const Refund& refund) {
    const Charges& charges = refund.charges;
    const std::string_view code = upload_code(policy_, *refund.reason);
    const bool cancels = refund.reason->id == "items-unavailable";
    const bool on_delivery = is_cash_on_delivery(charges.order);
    if (refund.concession) {
      // Not of any line: the file has no place for it (help 200359070).
      leave_out(charges, "", amount_text(refund.concession->minor, charges),
                "concession");
      return;
    }
    for (const RefundLine& line : refund.lines) {
      if (line.amounts == Components{}) continue;
      if (on_delivery) {
        // Such rows need a field of their own, whose name no source gives
        // (docs/formats.md 2.2, help 200798230).
        leave_out(charges, "payment-method",
                  book_.order_cell(charges.order, Column::kPaymentMethod),
                  "cash-on-delivery");
        continue;
      }
      const std::size_t left_out = files_.left_out.size();
      Row row = row_of(charges, line, code, cancels ? line.quantity : 0);
      if (files_.left_out.size() != left_out) continue;
      // By order, and in an order as they came: what belongs together stays so.
      keys_.push_back(std::uint64_t{charges.order} << 32 | rows_.size());
      rows_.push_back(std::move(row));
    }
  }

  HandoffFiles finish(const std::string& name, const UploadResult* retry) {
    compact_sort(keys_);
    if (retry != nullptr) keep_refused(*retry);
    if (!keys_.empty() && !policy_.refunds_tried()) {
      files_.warnings.push_back(
          {id_of(keys_.front()), {}, {}, "refunds-untried", {}});
    }
    const bool promoted =
        std::any_of(keys_.begin(), keys_.end(),
                    [this](std::uint64_t key) { return row_of(key).promoted; });
    std::string head(kFirstColumns);
    if (promoted) head += kPromotionColumns;
    head += kLastColumn;
    head += kUploadRowEnd;
    RowFiles rows(name, ".txt", std::move(head), FileLimits{});
    std::vector<std::string> order;
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const Row& row = row_of(keys_[i]);
      order.push_back(row.first + (promoted ? row.promotions : std::string()) +
                      row.last);
      if (i + 1 < keys_.size() && keys_[i + 1] >> 32 == keys_[i] >> 32)
        continue;
      rows.add(order);
      order.clear();
    }
    files_.rows = rows.rows();
    files_.files = rows.finish();
    return std::move(files_);
  }

 private:
  const Row& row_of(std::uint64_t key) const {
    return rows_[static_cast<std::size_t>(key & 0xFFFF'FFFFu)];
  }

  std::string id_of(std::uint64_t key) const {
    return book_.order_id(static_cast<std::uint32_t>(key >> 32)).text();
  }

  void keep_refused(const UploadResult& result) {
    std::vector<std::string> uploaded;
    // Two refunds of an item may be alike in all their cells.
    for (const std::uint64_t key : keys_) {
      uploaded.push_back(id_of(key) + "\t" + row_of(key).item + "\t" +
                         std::to_string(uploaded.size()));
    }
    const std::vector<bool> again =
        refused_rows(result, uploaded, files_.left_out);
    std::size_t row = 0;
    std::erase_if(keys_, [&](std::uint64_t) { return !again[row++]; });
  }

  bool is_cash_on_delivery(std::uint32_t order) const {
    for (const OrderBook::Source source : book_.order_sources(order)) {
      if (book_.part(source).cash_on_delivery) return true;
    }
    return false;
  }

  // What cannot be written is noted in left_out, and then the row counts for
  // nothing.
  Row row_of(const Charges& charges, const RefundLine& line,
             std::string_view code, int cancelled) {
    const ChargedLine& charged = charges.lines[line.line];
    const Components& amounts = line.amounts;
    Row row;
    if (charged.order_item_id.empty()) {
      leave_out(charges, "order-item-id", charged.sku, "no-item-id");
      return row;
    }
    if (line.total() <= 0) {
      const Component taker = amounts[Component::kItemPromotion] > 0
                                  ? Component::kItemPromotion
                                  : Component::kShipPromotion;
      leave_out(charges, amount_column(taker),
                amount_text(-amounts[taker], charges), "not-a-credit");
      return row;
    }
    row.item = charged.order_item_id;
    row.first = book_.order_id(charges.order).text();
    row.first += '\t';
    row.first += charged.order_item_id;
    row.first += '\t';
    row.first += code;
    row.first += '\t';
    row.first += currency_of(charges).code();
    for (std::size_t c = 0;
         c < static_cast<std::size_t>(Component::kItemPromotion); ++c) {
      const auto component = static_cast<Component>(c);
      append_amount(row.first, charges, component, amounts[component]);
    }
    append_promotion(row, charges, charged, Component::kItemPromotion,
                     amounts[Component::kItemPromotion],
                     Column::kItemPromotionId, "item-promotion-id");
    append_promotion(row, charges, charged, Component::kShipPromotion,
                     amounts[Component::kShipPromotion],
                     Column::kShipPromotionId, "ship-promotion-id");
    row.last = '\t';
    row.last += std::to_string(cancelled);
    row.last += kUploadRowEnd;
    return row;
  }

  void append_amount(std::string& cells, const Charges& charges,
                     Component component, std::int64_t minor) {
    const std::string amount = amount_text(minor, charges);
    std::size_t digits = 0;
    for (const char c : amount) digits += c >= '0' && c <= '9' ? 1 : 0;
    if (digits > kMostDigits) {
      leave_out(charges, amount_column(component), amount, "too-long");
    }
    cells += '\t';
    cells += amount;
  }

  void append_promotion(Row& row, const Charges& charges,
                        const ChargedLine& charged, Component component,
                        std::int64_t minor, Column id_column,
                        std::string_view id_name) {
    append_amount(row.promotions, charges, component, -minor);
    row.promotions += '\t';
    if (minor == 0) return;
    row.promoted = true;
    const std::string id = book_.item_cell(charged.item, id_column);
    const auto bytes = in_encoding(id);
    if (bytes) {
      row.promotions += *bytes;
    } else {
      leave_out(charges, id_name, id, "not-in-encoding");
    }
  }

  // A report's text as a cell of the file; a tab or a row end would make it
  // two.
  std::optional<std::string> in_encoding(const std::string& utf8) const {
    for (const char c : utf8) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20 || byte == 0x7F) return std::nullopt;
    }
    // What the report's own encoding could not read is not made up for here.
    if (utf8.find("\xEF\xBF\xBD") != std::string::npos) return std::nullopt;
    if (policy_.upload_cp932()) return to_cp932(utf8, nullptr);
    return utf8;
  }

  Currency currency_of(const Charges& charges) const {
    return charges.currency.known() ? charges.currency : policy_.currency();
  }

  std::string amount_text(std::int64_t minor, const Charges& charges) const {
    const Currency currency = currency_of(charges);
    std::string text = print_amount({currency, minor});
    int decimals = currency.exponent();
    if (decimals == 0 && policy_.upload_decimals() > 0) text += '.';
    for (; decimals < policy_.upload_decimals(); ++decimals) text += '0';
    return text;
  }

  void leave_out(const Charges& charges, std::string_view column,
                 std::string value, std::string_view why) {
    files_.left_out.push_back({book_.order_id(charges.order).text(),
                               std::string(column),
                               std::move(value),
                               why,
                               {}});
  }

  const OrderBook& book_;
  const Policy& policy_;
  std::vector<Row> rows_;
  std::vector<std::uint64_t> keys_;  // order << 32 | row
  HandoffFiles files_;
};

}  // namespace
}  // namespace adjustments

HandoffFiles write_adjustments(const OrderBook& book, const Policies& policies,
                               std::span<const Refund* const> refunds,
                               const UploadResult* retry) {
  std::vector<std::uint32_t> orders;
  for (const Refund* const refund : refunds)
    orders.push_back(refund->charges.order);
  compact_sort(orders);
  orders.erase(std::unique(orders.begin(), orders.end()), orders.end());
  return write_by_channel(
      book, policies, "adjustments", orders,
      [&](Policies::Index policy, const std::string& name) {
        adjustments::AdjustmentWriter writer(book, policies.all()[policy]);
        for (const Refund* const refund : refunds) {
          if (policies.index_of(refund->charges.order) == policy)
            writer.add(*refund);
        }
        return writer.finish(name, retry);
      });
}

namespace adjustments {
namespace {

HandoffFiles write_plan(const ExportContext& context) {
  std::vector<const Refund*> refunds;
  for (const PlannedRefund& planned : context.plan.refunds()) {
    if (planned.outcome) refunds.push_back(&*planned.outcome);
  }
  return write_adjustments(context.check.context().book,
                           context.check.policies(), refunds,
                           context.upload.retry);
}

}  // namespace
}  // namespace adjustments

const ExportKind kAdjustmentsExport = {"adjustments", ".txt",
                                       adjustments::write_plan};

}  // namespace parcelwise
