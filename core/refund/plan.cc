// Makes the plan's refunds one after the other; see refund/plan.h.
#include "refund/plan.h"

#include <algorithm>
#include <utility>

namespace parcelwise {
namespace {

// Told refunds against planned ones, each used once.
class DoneRefunds {
 public:
  DoneRefunds(const OrderBook& book, Instant now, const RefundLedger& reported)
      : book_(book), now_(now), reported_(reported) {}

  // The rows that show the refund done; none where it is still to be made.
  // `policy` is the order's.
  RowsNamed find(const RefundRequest& request, const Policy& policy) {
    RowsNamed rows;
    const auto order = book_.find(request.order);
    if (!order) return rows;
    const auto told = reported_.told_of(*order);
    if (told.empty()) return rows;
    const RefundLedger nothing;
    const auto whole =
        refund_order({book_, policy, now_, nothing, true}, request);
    if (!whole) return rows;
    const std::optional<Day> made = day_made(request, policy);
    std::vector<const ToldRefund*> found;
    if (const auto& given = whole->concession) {
      take(told, made, found, [&](const ToldRefund& one) {
        return one.conceded[static_cast<std::size_t>(given->kind)] ==
               given->minor;
      });
      if (found.empty()) return rows;
    }
    for (const RefundLine& line : whole->lines) {
      const std::size_t before = found.size();
      const std::uint32_t item = whole->charges.lines[line.line].item;
      take(told, made, found, [&](const ToldRefund& one) {
        return one.item == item && one.minor == line.total();
      });
      if (found.size() == before) return rows;  // one line of it is not told
    }
    for (const ToldRefund* const one : found) {
      used_.push_back(one);
      rows.add(book_.reports()[one->report]->file, one->row);
    }
    return rows;
  }

 private:
  static std::optional<Day> day_made(const RefundRequest& request,
                                     const Policy& policy) {
    if (request.made.empty()) return std::nullopt;
    const auto stamp = parse_stamp(request.made);
    if (!stamp) return std::nullopt;
    return policy.zone().day_of(stamp->at);
  }

  template <typename Fits>
  void take(std::span<const ToldRefund> told, std::optional<Day> made,
            std::vector<const ToldRefund*>& found, Fits fits) const {
    for (const ToldRefund& one : told) {
      // Days of two zones: a day between them makes it sure.
      if (made && one.posted && *one.posted + 1 < *made) continue;
      if (!fits(one)) continue;
      if (std::find(used_.begin(), used_.end(), &one) != used_.end() ||
          std::find(found.begin(), found.end(), &one) != found.end()) {
        continue;
      }
      found.push_back(&one);
      return;
    }
  }

  const OrderBook& book_;
  Instant now_;
  const RefundLedger& reported_;
  std::vector<const ToldRefund*> used_;
};

}  // namespace

RefundPlan RefundPlan::make(const OrderBook& book, const Policies& policies,
                            Instant now, const RefundLedger& reported,
                            std::vector<RefundRequest> requests,
                            bool accept_done) {
  RefundPlan plan;
  plan.ledger_ = reported;
  plan.refunds_.reserve(requests.size());
  DoneRefunds done(book, now, reported);
  for (RefundRequest& request : requests) {
    const auto order = book.find(request.order);
    const Policy& policy = order ? policies.of(*order) : policies.main();
    tl::expected<Refund, RefundError> outcome =
        refund_order({book, policy, now, plan.ledger_}, request);
    if (outcome && !accept_done && !request.accept_done) {
      if (RowsNamed rows = done.find(request, policy); rows.count > 0) {
        RefundError error;
        error.code = RefundErrorCode::kLooksDone;
        error.order = request.order.text();
        error.count = rows.count;
        error.where = std::move(rows.where);
        outcome = tl::unexpected(std::move(error));
      }
    }
    if (!outcome) {
      ++plan.failed_;
    } else {
      add_refund(plan.ledger_, *outcome);
      const Money total{outcome->charges.currency, outcome->total};
      const auto place =
          std::lower_bound(plan.totals_.begin(), plan.totals_.end(), total,
                           [](const Money& a, const Money& b) {
                             return a.currency.code() < b.currency.code();
                           });
      if (place == plan.totals_.end() || !(place->currency == total.currency)) {
        plan.totals_.insert(place, total);
      } else if (const auto sum = add(*place, total)) {
        *place = *sum;
      }
    }
    plan.refunds_.push_back({std::move(request), std::move(outcome)});
  }
  return plan;
}

}  // namespace parcelwise
