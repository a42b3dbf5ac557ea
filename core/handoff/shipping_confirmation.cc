// "shipping-confirmation": tells Amazon what was shipped, when, by whom and
// under which number (docs/formats.md 2.1). Japan's file has three header
// lines and 19 columns in code page 932; elsewhere there is one header line of
// 18 or 8 columns.
//
// One line confirms all of an order (S23, S30). Where part of it was confirmed
// before, each item of the rest has a line with its units. The orders of one
// parcel have a line each with the number they share (S18).
#include <algorithm>

#include "handoff/channels.h"
#include "handoff/export.h"
#include "handoff/refused_lines.h"
#include "handoff/upload_check.h"
#include "orders/order_facts.h"
#include "text/ascii.h"
#include "text/compact_sort.h"
#include "text/encoding.h"
#include "tracking/tracking_number.h"

namespace parcelwise {

extern const ExportKind kShippingConfirmationExport;

namespace shipping_confirmation {
namespace {

// As Amazon's template has it, 市町村 with one space more than its neighbours.
constexpr std::string_view kJapanHead =
    "TemplateType=OrderFulfillment\tVersion=2011.1102\t"
    "この行はAmazonが使用しますので変更や削除しないでください。\r\n"
    "注文番号\t注文商品番号\t出荷数\t出荷日\t配送業者コード\t配送業者名\t"
    "お問い合わせ伝票番号\t配送方法\t代金引換\t"
    "製品が透明に登録されている場合の製品の透明コード。\t"
    "出荷元住所-名称　\t出荷元住所-行 1　\t出荷元住所-行 2　\t出荷元住所-行 "
    "3　\t"
    "出荷元住所-市町村　 \t出荷元住所-郡　\t出荷元住所-州・省　\t出荷元住所-"
    "郵便番号　\t"
    "出荷元住所-国コード　\r\n";
constexpr std::string_view kEightColumns =
    "order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-name\t"
    "tracking-number\tship-method";
constexpr std::string_view kDeliveryColumn = "\tcod-collection-method";
constexpr std::string_view kLastColumns =
    "\ttransparency_code\tship_from_address_name\tship_from_address_line1\t"
    "ship_from_address_line2\tship_from_address_line3\tship_from_address_city\t"
    "ship_from_address_county\tship_from_address_state_or_region\t"
    "ship_from_address_postalcode\tship_from_address_countrycode";
constexpr std::string_view kConfirmationStart = "id\torder-item-id\tquantity";
constexpr std::size_t kLongestMethod = 50;  // bytes
constexpr std::string_view kOther = "Other";
constexpr std::string_view kSettings =
    "shipping-confirmation";  // in the shop's file
constexpr std::string_view kOwnSettings[] = {"carrier", "carrier_name",
                                             "ship_method", "without_tracking"};

// Services that Amazon takes only with a number.
bool needs_number(std::string_view service) {
  return service == "SameDay" || service == "NextDay";
}

struct Carrier {
  std::string code, name;  // the name only with "Other"
};

class ConfirmationWriter {
 public:
  ConfirmationWriter(const ExportContext& context, Policies::Index policy,
                     const std::string& name)
      : context_(context),
        check_(context.check.context_by(policy)),
        policy_(policy),
        name_(name),
        japan_(check_.policy.confirmation_form() == ConfirmationForm::kJapan19),
        today_(check_.policy.zone().day_of(check_.now)),
        columns_(check_.policy.confirmation_form() == ConfirmationForm::kWorld8
                     ? 8
                 : japan_ ? 19
                          : 18),
        padding_(columns_ - (japan_ ? 9 : 8), '\t'),
        shipments_(context.shipments) {
    take_numbered();
  }

  HandoffFiles write() {
    if (context_.upload.retry != nullptr) {
      // The same once more, of all lines: the file that was uploaded.
      retry_.emplace(*context_.upload.retry,
                     ConfirmationWriter(context_, policy_, name_).all_lines());
    }
    std::string head;
    if (japan_) head = in_encoding(kJapanHead).value_or(std::string());
    head += kEightColumns;
    if (japan_) head += kDeliveryColumn;
    if (columns_ > 8) head += kLastColumns;
    head += kUploadRowEnd;
    RowFiles rows(name_, ".txt", std::move(head), FileLimits{});
    for (const Shipment& shipment : shipments_) {
      const std::vector<std::string> lines = lines_of(shipment);
      if (!lines.empty()) rows.add(lines);
    }
    files_.rows = rows.rows();
    files_.files = rows.finish();
    hold_back_unsound(
        files_, {kConfirmationStart, japan_ ? std::size_t{3} : std::size_t{1},
                 columns_, check_.policy.upload_cp932()});
    return std::move(files_);
  }

 private:
  // Orders that have a number though, by what is known, they are not to be
  // sent, lest a parcel on its way stays unconfirmed in silence. The rest of
  // one that was sent in part goes along, and each other is told; those that
  // have left the listing together, for yesterday's are among them.
  void take_numbered() {
    if (context_.tracking == nullptr || context_.chosen) return;
    constexpr std::size_t kMostNamed = 20;
    std::size_t gone = 0;
    std::string left;
    std::vector<RowNote> asked;
    for (const TrackingNumber& number : context_.tracking->all()) {
      const OrderFacts facts = context_.check.facts(number.order);
      if (check_.policies.index_of(number.order) != policy_ || facts.to_ship())
        continue;
      if (facts.left) {
        if (++gone > kMostNamed) continue;
        if (!left.empty()) left += ", ";
        left += facts.id.text();
      } else if (facts.open() && !facts.partly_shipped) {
        asked.push_back({facts.id.text(), {}, {}, "buyer-cancels", {}});
      } else if (facts.unshipped > 0 || facts.cancelled()) {
        shipments_.push_back({{number.order}});
      }
    }
    if (context_.upload.retry != nullptr) return;
    files_.left_out = std::move(asked);
    if (gone > kMostNamed) left += ", \xE2\x80\xA6";
    if (!left.empty())
      files_.warnings.push_back({{}, {}, std::move(left), "numbers-left", {}});
  }

  std::vector<std::string> all_lines() {
    std::vector<std::string> all;
    for (const Shipment& shipment : shipments_) {
      for (std::string& line : lines_of(shipment))
        all.push_back(std::move(line));
    }
    return all;
  }

  std::vector<std::string> lines_of(const Shipment& shipment) {
    std::vector<std::string> lines;
    for (const std::uint32_t order : shipment.orders) {
      if (check_.policies.index_of(order) == policy_)
        add(shipment, order, lines);
    }
    return lines;
  }

  void add(const Shipment& shipment, std::uint32_t order,
           std::vector<std::string>& lines) {
    const OrderFacts facts = context_.check.facts(order);
    if (retry_ && !retry_->some_of(facts.id)) return;
    const std::string id = check_.book.order_id(order).text();
    const auto leave_out = [&](std::string_view column, std::string value,
                               std::string_view why, std::string limit = {}) {
      files_.left_out.push_back(
          {id, std::string(column), std::move(value), why, std::move(limit)});
    };
    if (!facts.open() && !goes_out(context_, facts)) {
      const std::string_view why = !facts.seller_fulfilled() ? "amazon-ships"
                                   : facts.pending()         ? "still-pending"
                                   : facts.cancelled()       ? "was-cancelled"
                                   : facts.status_unknown    ? "status-unknown"
                                                             : "was-confirmed";
      return leave_out("", "", why);
    }
    // A confirmation of what is known would confirm what is not read, too.
    if (lacks_rows(check_.book, facts.id) && !context_.upload.accept_unread)
      return leave_out("", "", "lacks-rows");
    const TrackingNumber* const tracking = number_of(order);
    if (tracking == nullptr) {
      if (context_.tracking != nullptr &&
          context_.tracking->in_conflict(order)) {
        return leave_out("tracking-number", "", "two-numbers");
      }
      if (const TrackingProposal* const proposed = proposal_for(order)) {
        return leave_out("tracking-number", proposed->number.number,
                         "number-proposed");
      }
      const std::string service =
          check_.book.order_cell(order, Column::kShipServiceLevel);
      if (needs_number(service)) {
        return leave_out("ship-service-level", service, "service-needs-number");
      }
      if (facts.cash_on_delivery) {
        return leave_out("tracking-number", "", "delivery-needs-number");
      }
      if (!context_.upload.without_tracking &&
          context_.shop.of(kSettings, "without_tracking") != "yes") {
        return leave_out("tracking-number", "", "no-number");
      }
    }
    const auto parts = context_.tracking == nullptr
                           ? std::span<const TrackingPart>()
                           : context_.tracking->parts_of(order);
    std::vector<std::string> made;
    if (parts.empty()) {
      const std::vector<std::string> items = items_of(facts);
      if (items.empty()) {
        return leave_out("order-item-id", retry_->items(facts.id),
                         "refused-line-unclear");
      }
      if (!add_rows(facts, id, tracking, items, made)) return;
    }
    std::int64_t units = 0;
    std::vector<RefusedLines::Row> rows;
    for (const TrackingPart& part : parts) {
      units += part.quantity;
      const std::string called =
          check_.book.item_cell(part.item, Column::kOrderItemId);
      const std::string item = called + "\t" + std::to_string(part.quantity);
      if (!add_rows(facts, id, &part.number, {item}, made)) return;
      rows.push_back({called, part.number.number, made.back()});
    }
    if (retry_ && !rows.empty()) {
      const RefusedLines::Choice choice = retry_->choose(facts.id, rows);
      made.clear();
      for (std::size_t i = 0; i < rows.size(); ++i) {
        if (choice.again[i]) made.push_back(std::move(rows[i].text));
      }
      if (choice.open) {
        leave_out("order-item-id", retry_->items(facts.id),
                  "refused-line-unclear");
      }
      if (made.empty()) return;
    }
    lines.insert(lines.end(), made.begin(), made.end());
    warn_of_doubts(check_.book, facts, files_.warnings);
    if (!parts.empty() && units < facts.unshipped) {
      files_.warnings.push_back({id,
                                 "quantity",
                                 std::to_string(facts.unshipped - units),
                                 "part-stays-back",
                                 {}});
    }
    if (tracking != nullptr)
      warn_of_shared(shipment, order, id, tracking->number);
  }

  // The rows of one number, whole or not at all.
  bool add_rows(const OrderFacts& facts, const std::string& id,
                const TrackingNumber* tracking,
                const std::vector<std::string>& items,
                std::vector<std::string>& lines) {
    const auto leave_out = [&](std::string_view column, std::string value,
                               std::string_view why, std::string limit = {}) {
      files_.left_out.push_back(
          {id, std::string(column), std::move(value), why, std::move(limit)});
      return false;
    };
    const std::string carrier_id = carrier_of(tracking);
    const auto carrier = carrier_for(carrier_id);
    if (!carrier) return leave_out("carrier-code", carrier_id, "no-carrier");
    const auto other_until = check_.policy.other_for_ioss_until();
    if (carrier->code == kOther && facts.has_ioss && other_until &&
        today_ > *other_until) {
      return leave_out("carrier-code", carrier->name, "other-for-ioss");
    }
    if (tracking != nullptr) {
      const std::string& number = tracking->number;
      if (number_fault(number, carrier_id) != NumberFault::kNone) {
        return leave_out("tracking-number", number, "bad-tracking-number",
                         number_limit(carrier_id));
      }
    }
    const Day day = tracking != nullptr && tracking->shipped
                        ? *tracking->shipped
                        : context_.upload.ship_date.value_or(today_);
    if (day > today_)
      return leave_out("ship-date", to_text(day), "ships-later");
    // A file tells a day only. Today's parcel left by now; an earlier one by
    // that day's end, which is never before the order and not in the future.
    const Zone& zone = check_.policy.zone();
    const Instant left = day == today_ ? check_.now : zone.end_of(day);
    if (facts.purchase && left < *facts.purchase) {
      return leave_out("ship-date", to_text(day), "ships-before-order");
    }
    std::string method(tracking != nullptr ? std::string_view(tracking->service)
                                           : std::string_view());
    if (method.empty()) method = context_.shop.of(kSettings, "ship_method");
    if (!japan_ && method.find_first_not_of(kPrintable) != std::string::npos)
      method.clear();
    const auto method_bytes = in_encoding(method);
    const auto name_bytes = in_encoding(carrier->name);
    for (const auto& [column, text, bytes] :
         {Cell{"ship-method", method, method_bytes},
          Cell{"carrier-code", carrier->code, in_encoding(carrier->code)},
          Cell{"carrier-name", carrier->name, name_bytes}}) {
      if (!bytes || text.find_first_of("\t\r\n") != std::string::npos)
        return leave_out(column, text, "character-not-written");
      if (bytes->size() > kLongestMethod) {
        return leave_out(column, text, "text-too-long",
                         std::to_string(kLongestMethod));
      }
    }

    std::string cells = "\t";
    cells += japan_ ? zone.to_iso8601(left) : to_text(day);
    cells += '\t';
    cells += carrier->code;
    cells += '\t';
    cells += *name_bytes;
    cells += '\t';
    if (tracking != nullptr) cells += tracking->number;
    cells += '\t';
    cells += *method_bytes;
    if (japan_) cells += facts.cash_on_delivery ? "\tDirectPayment" : "\t";
    cells += padding_;
    cells += kUploadRowEnd;
    if (tracking != nullptr && !tracking->unclear_day.empty() &&
        !context_.upload.ship_date) {
      files_.warnings.push_back({id, "ship-date", tracking->unclear_day,
                                 "day-unclear", to_text(day)});
    }
    // Of a carrier that a file told, what came back was looked at already.
    if (tracking != nullptr && tracking->carrier.empty() &&
        !check_digit_holds(tracking->number, carrier_id)) {
      warn_once({id, "tracking-number", tracking->number, "check-digit", {}});
    }
    for (const std::string& item : items) {
      std::string line = id;
      line += '\t';
      line += item;
      line += cells;
      lines.push_back(std::move(line));
    }
    return true;
  }

  // A number may stand for several items of its order.
  void warn_once(RowNote note) {
    for (auto last = files_.warnings.rbegin();
         last != files_.warnings.rend() && last->order == note.order; ++last) {
      if (last->why == note.why && last->value == note.value) return;
    }
    files_.warnings.push_back(std::move(note));
  }

  // The order's own number, or that of its parcel.
  const TrackingNumber* number_of(std::uint32_t order) const {
    return context_.tracking == nullptr ? nullptr
                                        : context_.tracking->find(order);
  }

  // What may be its number, and is not accepted.
  const TrackingProposal* proposal_for(std::uint32_t order) const {
    return context_.tracking == nullptr
               ? nullptr
               : context_.tracking->find_proposal(order);
  }

  std::string carrier_of(const TrackingNumber* tracking) const {
    if (tracking != nullptr && !tracking->carrier.empty())
      return tracking->carrier;
    std::string_view named = context_.upload.carrier;
    if (named.empty()) named = context_.shop.of(kSettings, "carrier");
    if (const TrackingCarrier* const known = carrier_called(named))
      return std::string(known->id);
    return std::string(named);
  }

  // nullopt where nobody told one, or "Other" has no name.
  std::optional<Carrier> carrier_for(const std::string& named) const {
    const Policy& policy = check_.policy;
    if (named.empty()) return std::nullopt;
    if (const std::string_view code = policy.carrier_code(named);
        !code.empty()) {
      return Carrier{std::string(code), {}};
    }
    std::string name(context_.shop.of(kSettings, "carrier_name"));
    for (const std::string& code : policy.carrier_codes()) {
      if (lower_ascii(code) != lower_ascii(named)) continue;
      if (code != kOther) return Carrier{code, {}};
      if (name.empty()) return std::nullopt;
      return Carrier{code, std::move(name)};
    }
    // As India, which has no "Other" any more (docs/carriers.md 2).
    const auto& codes = policy.carrier_codes();
    if (std::find(codes.begin(), codes.end(), kOther) == codes.end()) {
      if (lower_ascii(named) == lower_ascii(kOther)) return std::nullopt;
      return Carrier{named, {}};
    }
    return Carrier{std::string(kOther), named};
  }

  // "order-item-id<TAB>quantity" of each line: one blank pair for a whole
  // order. None where the items that go again are none of the order's.
  std::vector<std::string> items_of(const OrderFacts& facts) const {
    std::vector<std::string> lines;
    const OrderBook& book = check_.book;
    if (retry_ && !retry_->all_of(facts.id)) {
      for (std::uint32_t item = book.first_item(facts.order);
           item < book.last_item(facts.order); ++item) {
        const int units = units_to_send(book, facts, item);
        const std::string id = book.item_cell(item, Column::kOrderItemId);
        if (units > 0 && !id.empty() && retry_->item(facts.id, id))
          lines.push_back(id + "\t" + std::to_string(units));
      }
      return lines;
    }
    if (facts.partly_shipped) {
      for (std::uint32_t item = book.first_item(facts.order);
           item < book.last_item(facts.order); ++item) {
        const int units = item_units(book, item).unshipped;
        const std::string id = book.item_cell(item, Column::kOrderItemId);
        if (units <= 0) continue;
        if (id.empty())
          return {"\t"};  // the line for the whole order confirms it too
        lines.push_back(id + "\t" + std::to_string(units));
      }
    }
    if (lines.empty()) lines.emplace_back("\t");
    return lines;
  }

  void warn_of_shared(const Shipment& shipment, std::uint32_t order,
                      const std::string& id, const std::string& number) {
    // Amazon may take a number for the first order only (docs/rules.md 0.2).
    if (order == shipment.orders.front()) return;
    if (shared_of_ != &shipment) note_shared(shipment);
    if (std::binary_search(shared_.begin(), shared_.end(), number)) {
      files_.warnings.push_back(
          {id, "tracking-number", number, "shared-number", {}});
    }
  }

  // The numbers of more than one order of the shipment, once for all of them.
  void note_shared(const Shipment& shipment) {
    shared_of_ = &shipment;
    shared_.clear();
    std::vector<std::string_view> all;
    for (const std::uint32_t order : shipment.orders) {
      if (const TrackingNumber* const its = number_of(order))
        all.push_back(its->number);
    }
    compact_sort(all);
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (all[i] == all[i - 1] &&
          (shared_.empty() || shared_.back() != all[i])) {
        shared_.push_back(all[i]);
      }
    }
  }

  // A text as bytes of the file; nullopt where it has a character that none of
  // them is.
  std::optional<std::string> in_encoding(std::string_view utf8) const {
    for (const char c : utf8) {
      const auto byte = static_cast<unsigned char>(c);
      if ((byte < 0x20 && c != '\t' && c != '\r' && c != '\n') ||
          byte == 0x7F) {
        return std::nullopt;
      }
    }
    if (check_.policy.upload_cp932()) return to_cp932(utf8, nullptr);
    return std::string(utf8);
  }

  struct Cell {
    std::string_view column;
    const std::string& text;
    const std::optional<std::string>& bytes;
  };
  static constexpr std::string_view kPrintable =
      " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`"
      "abcdefghijklmnopqrstuvwxyz{|}~";

  const ExportContext& context_;
  const CheckContext& check_;
  const Policies::Index policy_;
  const std::string& name_;
  const bool japan_;
  const Day today_;
  const std::size_t columns_;
  const std::string padding_;  // the columns left blank
  std::vector<Shipment> shipments_;
  std::optional<RefusedLines> retry_;    // of a file for what was refused
  const Shipment* shared_of_ = nullptr;  // whose numbers are in shared_, sorted
  std::vector<std::string_view> shared_;
  HandoffFiles files_;
};

HandoffFiles write_shipping_confirmation(const ExportContext& context) {
  std::vector<std::uint32_t> orders;
  for (const Shipment& shipment : context.shipments) {
    orders.insert(orders.end(), shipment.orders.begin(), shipment.orders.end());
  }
  return write_by_channel(
      context.check.context().book, context.check.policies(), kSettings, orders,
      [&](Policies::Index policy, const std::string& name) {
        return ConfirmationWriter(context, policy, name).write();
      });
}

}  // namespace
}  // namespace shipping_confirmation

const ExportKind kShippingConfirmationExport = {
    "shipping-confirmation",
    ".txt",
    shipping_confirmation::write_shipping_confirmation,
    ExportReader::kAmazon,
    Companions::kTaken,
    {},
    shipping_confirmation::kOwnSettings};

}  // namespace parcelwise
