// Reports made for one test, joined, with the ledger of what they tell; and
// refunds as short texts to compare.
#ifndef PARCELWISE_TESTS_REFUND_REFUND_BOOK_H_
#define PARCELWISE_TESTS_REFUND_REFUND_BOOK_H_

#include <gtest/gtest.h>

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "refund/invariants.h"
#include "refund/plan.h"
#include "refund/refund.h"
#include "report/usual_order.h"
#include "rules/checked_reports.h"

namespace parcelwise {

inline constexpr const char* kNow = "2026-11-20T09:00:00+09:00";

// Item ids of the first, second and third line.
inline constexpr const char* kFirst = "10000000000001";
inline constexpr const char* kSecond = "10000000000002";
inline constexpr const char* kThird = "10000000000003";

// A new-orders report with every column that a refund looks at.
inline ReportText priced() {
  return ReportText(
      {"order-id", "order-item-id", "purchase-date", "sku", "product-name",
       "quantity-purchased", "currency", "item-price", "item-tax",
       "shipping-price", "shipping-tax", "gift-wrap-price", "gift-wrap-tax",
       "item-promotion-discount", "ship-promotion-discount", "points-granted",
       "payment-method", "cod-collectible-amount"});
}

// The rows in their order, with item ids that count up unless they have one.
inline ReportText priced(const std::vector<Cells>& rows) {
  ReportText text = priced();
  int number = 0;
  for (Cells cells : rows) {
    ++number;
    cells.emplace_back("order-item-id",
                       "1000000000000" + std::to_string(number));
    cells.emplace_back("sku", "SKU-" + std::to_string(number));
    text.row(cells);
  }
  return text;
}

inline RefundRequest ask(std::string_view reason,
                         std::vector<RefundRequest::Item> items = {},
                         std::string_view order = kOrder) {
  RefundRequest request;
  request.order = *OrderId::parse(order);
  request.reason = reason;
  request.items = std::move(items);
  return request;
}
inline RefundRequest ask_amount(std::string_view reason, std::int64_t minor) {
  RefundRequest request = ask(reason);
  request.amount = minor;
  return request;
}
inline RefundRequest ask_returned(Condition condition, int days,
                                  std::vector<RefundRequest::Item> items = {}) {
  RefundRequest request = ask("returned", std::move(items));
  request.condition = condition;
  request.days = days;
  return request;
}

class RefundBook {
 public:
  explicit RefundBook(const std::vector<FileText>& files,
                      std::string_view policy = "amazon-jp",
                      std::string_view now = kNow)
      : policy_(*Policy::load(policy)), now_(at(now)) {
    std::vector<const Report*> all;
    for (const FileText& file : files) {
      auto report = read_report(file.text, file.name);
      EXPECT_TRUE(report.has_value()) << file.name;
      if (report) all.push_back(&reports_.emplace_back(std::move(*report)));
    }
    book_ = OrderBook::join(all);
    policies_ = Policies::only(book_, policy_);
    ledger_ = RefundLedger::read(book_, policies_);
  }
  explicit RefundBook(const ReportText& text,
                      std::string_view policy = "amazon-jp",
                      std::string_view now = kNow)
      : RefundBook(std::vector<FileText>{{"orders.txt", text.text()}}, policy,
                   now) {}
  RefundBook(const RefundBook&) = delete;
  RefundBook& operator=(const RefundBook&) = delete;

  // With what each report can know, rows that could not be read too.
  RefundBook& weighed() {
    book_.weigh(policies_, now_, {});
    return *this;
  }

  const OrderBook& book() const { return book_; }
  const Policy& policy() const { return policy_; }
  const Policies& policies() const { return policies_; }
  const RefundLedger& ledger() const { return ledger_; }
  Instant now() const { return now_; }

  tl::expected<Refund, RefundError> refund(const RefundRequest& request) const {
    auto refund = refund_order({book_, policy_, now_, ledger_}, request);
    if (refund) {
      EXPECT_EQ(broken_invariant(*refund), "");
    }
    return refund;
  }
  tl::expected<Charges, ChargeError> charges(
      std::string_view order = kOrder) const {
    const auto found = book_.find(*OrderId::parse(order));
    EXPECT_TRUE(found.has_value()) << order;
    return order_charges(book_, found.value_or(0), policy_);
  }
  RefundPlan plan(std::vector<RefundRequest> requests) const {
    RefundPlan plan =
        RefundPlan::make(book_, policies_, now_, ledger_, std::move(requests));
    for (const PlannedRefund& one : plan.refunds()) {
      if (one.outcome) {
        EXPECT_EQ(broken_invariant(*one.outcome), "");
      }
    }
    return plan;
  }
  // What the ledger knows of a line.
  Refunded reported(std::string_view item_id = kFirst) const {
    for (std::uint32_t item = 0; item < book_.item_count(); ++item) {
      if (book_.item_cell(item, Column::kOrderItemId) == item_id)
        return ledger_.of(item);
    }
    ADD_FAILURE() << "no line " << item_id;
    return {};
  }

 private:
  Policy policy_;
  Policies policies_;
  Instant now_;
  std::deque<Report> reports_;
  OrderBook book_;
  RefundLedger ledger_;
};

// "1782+300+308": item, shipping and gift wrap with their tax, less promotions.
inline std::string parts(const Components& amounts) {
  return std::to_string(amounts.item()) + "+" +
         std::to_string(amounts.shipping()) + "+" +
         std::to_string(amounts.gift_wrap());
}

// "item_price 500, shipping_price 300": each with its amount.
inline std::string withheld(const Refund& refund) {
  std::string text;
  for (const Withheld& kept : refund.withheld) {
    if (!text.empty()) text += ", ";
    text += std::string(component_name(kept.component)) + " " +
            std::to_string(kept.minor);
  }
  return text;
}

// "1782+300+308" for each line, a space between; or the error:
// "more-than-bought 2"; "conceded 500" for a concession.
inline std::string outcome(const tl::expected<Refund, RefundError>& refund) {
  std::string text;
  if (!refund) {
    text = refund_error_name(refund.error().code);
    if (refund.error().left_units)
      text += " " + std::to_string(*refund.error().left_units);
    if (refund.error().left)
      text += " " + std::to_string(refund.error().left->minor);
    return text;
  }
  if (refund->concession)
    return "conceded " + std::to_string(refund->concession->minor);
  for (const RefundLine& line : refund->lines) {
    if (!text.empty()) text += " ";
    text += parts(line.amounts);
  }
  return text;
}

inline bool has_remark(const std::vector<Notice>& notices,
                       std::string_view key) {
  for (const Notice& notice : notices) {
    if (notice.key == key) return true;
  }
  return false;
}

}  // namespace parcelwise

#endif  // PARCELWISE_TESTS_REFUND_REFUND_BOOK_H_
