// What holds for every refund (core/refund/refund.h INVARIANTS), whatever the
// reports and the request; for the tests and for fuzzing.
#ifndef PARCELWISE_TESTS_REFUND_INVARIANTS_H_
#define PARCELWISE_TESTS_REFUND_INVARIANTS_H_

#include <string>

#include "refund/refund.h"
#include "refund/shares.h"

namespace parcelwise {

// "", or what is broken.
inline std::string broken_invariant(const Refund& refund) {
  const auto name = [&](const RefundLine& line, const char* what) {
    return refund.charges.lines[line.line].order_item_id + ": " + what;
  };
  std::int64_t charged = 0, before = 0, total = 0, fees = 0, withheld = 0,
               points = 0;
  if (refund.before.size() != refund.charges.lines.size())
    return "before is not by line";
  for (std::size_t i = 0; i < refund.charges.lines.size(); ++i) {
    const ChargedLine& line = refund.charges.lines[i];
    charged += line.charged.total();
    before += refund.before[i].amounts.total();
    for (std::size_t c = 0; c < kComponents; ++c) {
      const std::int64_t gone = refund.before[i].amounts.minor[c];
      if (line.charged.minor[c] < 0) return "a negative charge";
      if (gone < 0 || gone > line.charged.minor[c])
        return "refunded is not within charged";
    }
  }
  for (std::size_t i = 0; i < refund.lines.size(); ++i) {
    const RefundLine& line = refund.lines[i];
    const ChargedLine& of = refund.charges.lines[line.line];
    const Refunded& gone = refund.before[line.line];
    if (i > 0 && refund.lines[i - 1].line >= line.line)
      return name(line, "out of order");
    for (std::size_t c = 0; c < kComponents; ++c) {
      const std::int64_t amount = line.amounts.minor[c];
      if (amount < 0) return name(line, "a negative component");
      if (amount + gone.amounts.minor[c] > of.charged.minor[c]) {
        return name(line, "a component over its charge");
      }
    }
    for (const Part& part : {kItemPart, kShippingPart, kGiftWrapPart}) {
      if (net(line.amounts, part) < 0) return name(line, "a negative part");
      if (net(line.amounts, part) > left_of(of, gone, part)) {
        return name(line, "a part over what is left of it");
      }
    }
    if (refund.reason->by_units) {
      const bool rest =
          (refund.reason->rest_too || refund.reason->may_keep_outbound) &&
          line.quantity == 0 && units_left(of, gone) == 0 && line.total() > 0;
      if (line.quantity <= 0 && !rest) return name(line, "no unit");
      if (line.quantity > units_left(of, gone))
        return name(line, "more units than are left");
    } else if (line.quantity != 0 || line.total() == 0) {
      return name(line, "a line that an amount says nothing of");
    }
    if (line.points < 0 || line.points > of.points) return name(line, "points");
    total += line.total();
    fees += line.refund_fee;
    points += line.points;
  }
  for (const Withheld& kept : refund.withheld) {
    if (kept.minor <= 0) return "nothing withheld";
    withheld += kept.minor;
  }
  if (const auto& given = refund.concession) {
    if (!refund.lines.empty()) return "a concession of lines";
    if (given->minor <= 0 || given->minor != refund.total)
      return "a concession is its total";
  } else if (total != refund.total) {
    return "the lines do not sum to the total";
  }
  if (charged != refund.charged) return "the charges do not sum";
  if (refund.remaining < 0) return "less than nothing remains";
  if (before + total + refund.remaining != charged)
    return "the account does not close";
  if (refund.already_refunded < before) return "more went back than is told";
  if (total + withheld > charged - before)
    return "more is refunded and kept than was left";
  if (refund.refund_fee && *refund.refund_fee != fees) return "fees do not sum";
  if (refund.refund_fee && *refund.refund_fee < 0) return "a negative fee";
  if (points != refund.points_returned) return "points do not sum";
  if (refund.tax_inside && *refund.tax_inside < 0) return "a negative tax";
  for (const Cap& cap : refund.caps) {
    if (cap.room < 0 || cap.room > cap.limit) return "a cap's room";
  }
  return {};
}

}  // namespace parcelwise

#endif  // PARCELWISE_TESTS_REFUND_INVARIANTS_H_
