// Orders in every state a case can meet, and an answer asked for on one of
// them.
#ifndef PARCELWISE_TESTS_ANSWER_ANSWERED_H_
#define PARCELWISE_TESTS_ANSWER_ANSWERED_H_

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "answer/answer.h"
#include "answer/message.h"
#include "report/report_text.h"
#include "report/usual_order.h"
#include "rules/checked_reports.h"

namespace parcelwise {

inline constexpr const char* kMonday =
    "2026-11-16T09:00:00+09:00";  // four days to ship
inline constexpr const char* kFriday =
    "2026-11-20T09:00:00+09:00";  // the ship-by's day
inline constexpr const char* kSunday = "2026-11-22T09:00:00+09:00";  // late
inline constexpr const char* kDecember =
    "2026-12-11T09:00:00+09:00";  // past every limit

// Two lines: a pot of 2,400 + 300 shipping, a cup of 1,980 + 300 + 308 wrap -
// 198.
inline ReportText two_lines() {
  return ReportText::new_orders()
      .row({{"order-item-id", "10000000000001"},
            {"sku", "POT"},
            {"product-name", "\xE9\x89\x84\xE7\x93\xB6"},
            {"item-price", "2400"},
            {"item-tax", "218"},
            {"shipping-price", "300"},
            {"shipping-tax", "27"}})
      .row({{"order-item-id", "10000000000002"},
            {"sku", "CUP"},
            {"product-name", "\xE6\xB9\xAF\xE5\x91\x91"},
            {"item-price", "1980"},
            {"item-tax", "180"},
            {"shipping-price", "300"},
            {"shipping-tax", "27"},
            {"gift-wrap-price", "308"},
            {"gift-wrap-tax", "28"},
            {"item-promotion-discount", "-198"}});
}
inline ReportText two_open_lines() {
  return ReportText::unshipped()
      .row({{"order-item-id", "10000000000001"},
            {"sku", "POT"},
            {"product-name", ""}})
      .row({{"order-item-id", "10000000000002"},
            {"sku", "CUP"},
            {"product-name", ""}});
}

using Files = std::vector<FileText>;

// A word for each state; the files that say so.
inline Files order_in(std::string_view state) {
  const auto status = [&](const char* word) {
    return FileText{"all.txt", ReportText::all_orders()
                                   .row({{"sku", "POT"},
                                         {"order-status", word},
                                         {"item-status", word},
                                         {"item-price", "2400"},
                                         {"shipping-price", "300"}})
                                   .text()};
  };
  const FileText prices{"new.txt", two_lines().text()};
  const FileText open{"open.txt", two_open_lines().text()};
  if (state == "none") return {};
  if (state == "open") return {prices, open};
  if (state == "unpriced") return {open};
  if (state == "untold") return {prices};
  if (state == "unread" || state == "unread-price") {  // a row that is no row
    const FileText rejected{
        "new.txt",
        ReportText::new_orders().row({{"item-price", "1,234.56"}}).text()};
    if (state == "unread") return {rejected};
    return {rejected, open};
  }
  if (state == "unlisted") {
    return {
        prices,
        {"open.txt", ReportText::listing()
                         .row({{"order-id", "250-7654321-7654321"},
                               {"reporting-date", "2026-11-17T12:00:00+09:00"}})
                         .text()}};
  }
  if (state == "shipped") return {status("Shipped")};
  if (state == "unclear") return {status("Shipping")};
  if (state == "pending") {
    return {{"pending.txt", ReportText::pending_orders().row({}).text()}};
  }
  if (state == "cancelled") return {status("Cancelled")};
  if (state == "amazon") {
    return {{"all.txt", ReportText::all_orders()
                            .row({{"sku", "POT"},
                                  {"order-status", "Shipped"},
                                  {"fulfillment-channel", "Amazon"}})
                            .text()}};
  }
  if (state == "partly") {
    return {{"open.txt",
             ReportText::unshipped()
                 .row({{"quantity-purchased", "2"}, {"quantity-shipped", "1"}})
                 .text()}};
  }
  if (state == "half") {  // one pot of two was sent
    const Cells pots = {{"order-item-id", "10000000000001"},
                        {"sku", "POT"},
                        {"product-name", "\xE9\x89\x84\xE7\x93\xB6"},
                        {"quantity-purchased", "2"}};
    Cells priced = pots, open_one = pots;
    priced.insert(priced.end(),
                  {{"item-price", "4800"}, {"shipping-price", "600"}});
    open_one.insert(open_one.end(),
                    {{"quantity-shipped", "1"}, {"quantity-to-ship", "1"}});
    return {{"new.txt", ReportText::new_orders().row(priced).text()},
            {"open.txt", ReportText::unshipped().row(open_one).text()}};
  }
  if (state == "cancel-asked") {
    return {prices,
            {"open.txt", ReportText::unshipped()
                             .row({{"is-buyer-requested-cancellation", "true"}})
                             .text()}};
  }
  if (state == "dated") {  // shipped, and a report tells the latest delivery
    return {
        status("Shipped"),
        {"dated.txt",
         ReportText({"order-id", "order-item-id", "sku", "quantity-purchased",
                     "purchase-date", "latest-delivery-date"})
             .row({{"sku", "POT"},
                   {"latest-delivery-date", "2026-11-25T14:59:59+00:00"}})
             .text()}};
  }
  if (state == "free") {  // shipped, and shipping was free
    return {{"all.txt", ReportText::all_orders()
                            .row({{"sku", "POT"},
                                  {"order-status", "Shipped"},
                                  {"item-status", "Shipped"},
                                  {"item-price", "2400"},
                                  {"shipping-price", "0"}})
                            .text()}};
  }
  if (state == "asked-back" || state == "approved-back" ||
      state == "came-back") {
    Cells returned = {{"Merchant SKU", "POT"},
                      {"Return request status",
                       state == "asked-back" ? "Pending" : "Approved"},
                      {"Return Reason", "CR-SWITCHEROO"}};
    if (state == "came-back")
      returned.emplace_back("Return delivery date", "18-Nov-2026");
    return {status("Shipped"),
            {"back.txt", ReportText::returns().row(returned).text()}};
  }
  if (state == "window" || state == "day") {
    const bool day = state == "day";
    return {{"open.txt", ReportText::unshipped()
                             .row({{"scheduled-delivery-start-date",
                                    day ? "2026-11-23T15:00:00+00:00"
                                        : "2026-11-24T05:00:00+00:00"},
                                   {"scheduled-delivery-end-date",
                                    day ? "2026-11-24T14:59:59+00:00"
                                        : "2026-11-24T07:00:00+00:00"}})
                             .text()}};
  }
  if (state == "cash") {
    return {{"open.txt",
             ReportText::unshipped().row({{"payment-method", "COD"}}).text()}};
  }
  if (state == "business") {
    return {
        {"open.txt",
         ReportText::unshipped().row({{"is-business-order", "true"}}).text()}};
  }
  if (state == "two" || state == "two-unpriced" || state == "two-gift" ||
      state == "two-cash") {
    const Cells second = {{"order-id", "250-1234567-7654321"},
                          {"order-item-id", "10000000000009"}};
    Cells other = second;
    if (state == "two-gift") other.emplace_back("gift-wrap-type", "Red");
    if (state == "two-cash") other.emplace_back("payment-method", "COD");
    const FileText both{"open.txt",
                        ReportText::unshipped().row({}).row(other).text()};
    if (state == "two-unpriced") return {both};
    Cells charged = second;
    charged.emplace_back("shipping-price", "300");
    return {both,
            {"new.txt", ReportText::new_orders()
                            .row({{"shipping-price", "500"}})
                            .row(charged)
                            .text()}};
  }
  if (state == "refunded") {
    return {status("Shipped"),
            {"paid.txt", ReportText::settlement()
                             .row({{"sku", "POT"}, {"amount", "-2400"}})
                             .row({{"sku", "POT"},
                                   {"amount-description", "Shipping"},
                                   {"amount", "-300"}})
                             .text()}};
  }
  ADD_FAILURE() << "no such state: " << state;
  return {};
}

// What the seller says, as "tracking=yes says=lost out=POT,CUP".
inline SellerInput said_in(std::string_view words) {
  SellerInput given;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
    const std::size_t equals = word.find('=');
    const std::string_view name = word.substr(0, equals);
    std::string value(word.substr(equals + 1));
    const bool yes = value == "yes";
    if (name == "sent")
      given.sent = yes;
    else if (name == "tracking")
      given.tracking = yes;
    else if (name == "back")
      given.item_back = yes;
    else if (name == "consent")
      given.consent = yes;
    else if (name == "says")
      given.tracking_says = value;
    else if (name == "because")
      given.back_because = value;
    else if (name == "photo")
      given.photo = yes;
    else if (name == "registered")
      given.registered = yes;
    else if (name == "possible")
      given.possible = yes;
    else if (name == "trouble")
      given.trouble = value;
    else if (name == "remedy")
      given.remedy = value;
    else if (name == "reason")
      given.return_because = value;
    else if (name == "kept")
      given.kept = value;
    else if (name == "until")
      given.announced_limit = at(value);
    else if (name == "out") {
      for (std::size_t from = 0; from <= value.size();) {
        const std::size_t comma = std::min(value.find(',', from), value.size());
        given.order_item_ids.push_back(value.substr(from, comma - from));
        from = comma + 1;
      }
    } else {
      ADD_FAILURE() << "no such word: " << word;
    }
  }
  return given;
}

// One question on one order; what is not named is unsaid.
class Answered {
 public:
  Answered(const Files& files, std::string_view now, AnswerRequest request,
           std::string_view policy = "amazon-jp")
      : reports_(files, now, {}, policy),
        ledger_(reports_.check().refunds_reported()) {
    made_ = answer_buyer({reports_.check(), ledger_}, request);
  }

  bool has_value() const { return made_.has_value(); }
  const BuyerAnswer& answer() const { return *made_; }
  const AnswerError& error() const { return made_.error(); }
  const CheckContext& context() const { return reports_.check().context(); }
  const Check& check() const { return reports_.check(); }

  AnswerMessage message(const OwnWording* own = nullptr) const {
    return write_message(*made_, context(), own);
  }
  // "2026-11-20T23:59:59+09:00"; "" where the answer has no such deadline.
  std::string deadline(std::string_view id) const {
    for (const AnswerDeadline& reported : made_->deadlines) {
      if (reported.id == id)
        return context().policy.zone().to_iso8601(reported.at);
    }
    return {};
  }

 private:
  CheckedReports reports_;
  const RefundLedger& ledger_;
  tl::expected<BuyerAnswer, AnswerError> made_ = tl::unexpected(AnswerError{});
};

// A request for one case on the made-up order.
inline AnswerRequest asked(std::string_view of, std::string_view given = {},
                           std::string_view order = kOrder) {
  AnswerRequest request;
  request.answer_case = std::string(of);
  request.order = OrderId::parse(order);
  request.order_text = request.order ? "" : std::string(order);
  request.given = said_in(given);
  return request;
}

}  // namespace parcelwise

#endif  // PARCELWISE_TESTS_ANSWER_ANSWERED_H_
