// The table of outcomes: one scene, an order and the words of the seller, leads
// to each.
#ifndef PARCELWISE_TESTS_ANSWER_SCENES_H_
#define PARCELWISE_TESTS_ANSWER_SCENES_H_

#include "answer/answered.h"

namespace parcelwise {

struct Scene {
  const char* of;
  const char* outcome;
  const char* state;  // of order_in; "": no order is asked for
  const char* now;
  const char* given = "";  // of said_in
  const char* policy = "amazon-jp";
};

// Of a shop that knows no minutes in which the buyer may change an order.
inline constexpr const char* kNoMinutes =
    R"({"extends": "amazon-jp", "id": "no-minutes", "figures": {"edit_minutes":
        [{"value": null, "valid_from": "2007-01-01", "source": "-"}]}})";

inline constexpr const char* kJustPaid =
    "2026-11-17T10:03:00+09:00";  // 3 minutes after

inline constexpr const char* kNewYear =
    "2027-01-05T09:00:00+09:00";  // past the window of a return

inline constexpr Scene kScenes[] = {
    {"where-is-my-order", "to-ship", "open", kMonday},
    {"where-is-my-order", "late", "open", kSunday},
    {"where-is-my-order", "past-limit", "open", kDecember},
    {"where-is-my-order", "partly-shipped", "partly", kMonday},
    {"where-is-my-order", "shipped", "shipped", kSunday},
    {"where-is-my-order", "unknown", "unlisted", kMonday},
    {"where-is-my-order", "cancel-asked", "cancel-asked", kMonday},
    {"where-is-my-order", "not-here", "none", kMonday},
    {"where-is-my-order", "pending", "pending", kMonday},
    {"where-is-my-order", "cancelled", "cancelled", kMonday},
    {"where-is-my-order", "by-amazon", "amazon", kMonday},
    {"not-received", "not-shipped", "open", kSunday},
    {"not-received", "under-way", "shipped", kSunday},
    {"not-received", "overdue", "shipped", kDecember},
    {"not-received", "tracked", "shipped", kDecember, "tracking=yes"},
    {"not-received", "untracked", "shipped", kDecember, "tracking=no"},
    {"not-received", "delivered", "shipped", kDecember,
     "tracking=yes says=delivered"},
    {"not-received", "lost", "shipped", kDecember, "tracking=yes says=lost"},
    {"not-received", "already-refunded", "refunded", kDecember,
     "tracking=yes says=lost"},
    {"price-breakdown", "breakdown", "open", kMonday},
    {"price-breakdown", "no-prices", "unpriced", kMonday},
    {"returned-undeliverable", "undeliverable", "shipped", kDecember,
     "back=yes because=undeliverable"},
    {"returned-undeliverable", "refused", "shipped", kDecember,
     "back=yes because=refused"},
    {"returned-undeliverable", "invalid-address", "shipped", kDecember,
     "back=yes because=invalid-address"},
    {"returned-undeliverable", "carrier-damage", "shipped", kDecember,
     "back=yes because=carrier-damage"},
    {"returned-undeliverable", "back-whole", "free", kDecember,
     "back=yes because=refused"},
    {"returned-undeliverable", "which", "shipped", kDecember},
    {"returned-undeliverable", "not-back", "shipped", kDecember, "back=no"},
    {"returned-undeliverable", "refunded", "refunded", kDecember,
     "back=yes because=refused"},
    {"returned-undeliverable", "not-shipped", "open", kMonday},
    {"store-payment-details", "any", "", kMonday},
    {"store-payment-details", "pending", "pending", kMonday},
    {"store-payment-details", "cancelled", "cancelled", kMonday},
    {"store-payment-details", "paid", "open", kMonday},
    {"store-payment-details", "cash-on-delivery", "cash", kMonday},
    {"points", "any", "open", kMonday},
    {"change-order", "in-window", "open", kJustPaid},
    {"change-order", "too-late", "open", kFriday},
    {"change-order", "window-unknown", "open", kJustPaid, "", kNoMinutes},
    {"change-order", "shipped", "shipped", kMonday},
    {"change-order", "pending", "pending", kMonday},
    {"change-order", "by-amazon", "amazon", kMonday},
    {"combine-shipping", "suggest", "two", kFriday},
    {"combine-shipping", "suggest-nothing-saved", "two-unpriced", kFriday},
    {"combine-shipping", "ask", "two-gift", kFriday},
    {"combine-shipping", "blocked", "two-cash", kFriday},
    {"combine-shipping", "alone", "open", kFriday},
    {"combine-shipping", "shipped", "shipped", kFriday},
    {"receipt", "any", "open", kMonday},
    {"receipt", "business", "business", kMonday},
    {"items-unavailable", "which", "open", kMonday},
    {"items-unavailable", "ask-consent", "open", kMonday, "out=10000000000002"},
    {"items-unavailable", "ask-consent-now", "open", kFriday, "out=CUP"},
    {"items-unavailable", "consent", "open", kFriday,
     "out=10000000000002 consent=yes"},
    {"items-unavailable", "no-consent", "open", kFriday,
     "out=10000000000002 consent=no"},
    {"items-unavailable", "all-out", "open", kFriday,
     "out=10000000000001,10000000000002"},
    {"items-unavailable", "rest-out", "half", kFriday, "out=10000000000001"},
    {"items-unavailable", "shipped", "shipped", kFriday},
    {"items-unavailable", "pending", "pending", kFriday},
    {"contact-buyer", "any", "", kMonday},
    {"contact-buyer", "open", "open", kMonday},
    {"contact-buyer", "open-now", "open", kFriday},
    {"contact-buyer", "delivered", "shipped", kDecember},
    {"contact-buyer", "cancel-asked", "cancel-asked", kMonday},
    {"contact-buyer", "by-amazon", "amazon", kMonday},
    {"no-reply", "set-limit", "open", kMonday},
    {"no-reply", "waiting", "open", kMonday, "until=2026-11-18T23:59:59+09:00"},
    {"no-reply", "limit-over", "open", kFriday,
     "until=2026-11-18T23:59:59+09:00"},
    {"no-reply", "no-time", "open", kFriday},
    {"no-reply", "shipped", "shipped", kFriday},
    {"cancel-request", "official", "cancel-asked", kMonday},
    {"cancel-request", "unofficial", "open", kFriday},
    {"cancel-request", "in-window", "open", kJustPaid},
    {"cancel-request", "sent", "shipped", kFriday},
    {"cancel-request", "sent-unconfirmed", "open", kFriday, "sent=yes"},
    {"cancel-request", "confirmed-not-sent", "shipped", kFriday, "sent=no"},
    {"cancel-request", "pending", "pending", kMonday},
    {"damaged-wrong-or-missing", "which", "shipped", kSunday},
    {"damaged-wrong-or-missing", "damaged", "shipped", kSunday,
     "trouble=damaged"},
    {"damaged-wrong-or-missing", "defective", "shipped", kSunday,
     "trouble=defective photo=no"},
    {"damaged-wrong-or-missing", "wrong", "shipped", kSunday, "trouble=wrong"},
    {"damaged-wrong-or-missing", "missing", "shipped", kSunday,
     "trouble=missing"},
    {"damaged-wrong-or-missing", "missing-unsent", "half", kFriday,
     "trouble=missing"},
    {"damaged-wrong-or-missing", "choose", "shipped", kSunday,
     "trouble=damaged photo=yes"},
    {"damaged-wrong-or-missing", "replacement", "shipped", kSunday,
     "trouble=damaged photo=yes remedy=replacement"},
    {"damaged-wrong-or-missing", "send-missing", "shipped", kSunday,
     "trouble=missing remedy=replacement"},
    {"damaged-wrong-or-missing", "part-refund", "shipped", kSunday,
     "trouble=damaged remedy=part-refund"},
    {"damaged-wrong-or-missing", "return", "shipped", kSunday,
     "trouble=wrong remedy=return"},
    {"damaged-wrong-or-missing", "refund", "shipped", kSunday,
     "trouble=defective remedy=refund"},
    {"damaged-wrong-or-missing", "not-shipped", "open", kMonday},
    {"wants-to-return", "which", "shipped", kSunday},
    {"wants-to-return", "changed-mind", "dated", kDecember,
     "reason=changed-mind"},
    {"wants-to-return", "changed-mind-undated", "shipped", kSunday,
     "reason=changed-mind"},
    {"wants-to-return", "window-over", "dated", kNewYear,
     "reason=changed-mind"},
    {"wants-to-return", "fault", "shipped", kSunday, "reason=fault"},
    {"wants-to-return", "requested", "asked-back", kSunday},
    {"wants-to-return", "approved", "approved-back", kSunday},
    {"wants-to-return", "back", "came-back", kFriday},
    {"wants-to-return", "not-shipped", "open", kMonday},
    {"kept-too-long", "which", "shipped", kSunday},
    {"kept-too-long", "kept", "shipped", kSunday, "kept=kept"},
    {"kept-too-long", "returning", "shipped", kSunday, "kept=returning"},
    {"kept-too-long", "back", "shipped", kDecember, "kept=back"},
    {"kept-too-long", "back-whole", "free", kDecember, "kept=back"},
    {"kept-too-long", "refunded", "refunded", kDecember, "kept=back"},
    {"kept-too-long", "not-shipped", "open", kMonday},
    {"tax-invoice", "which", "open", kMonday},
    {"tax-invoice", "qualified", "shipped", kSunday, "registered=yes"},
    {"tax-invoice", "not-registered", "shipped", kSunday, "registered=no"},
    {"tax-invoice", "europe-business", "business", kMonday, "", "amazon-de"},
    {"tax-invoice", "europe", "open", kMonday, "", "amazon-fr"},
    {"tax-invoice", "italy", "open", kMonday, "", "amazon-it"},
    {"tax-invoice", "elsewhere", "open", kMonday, "", "amazon-us"},
    {"delivery-wish", "which", "open", kMonday},
    {"delivery-wish", "granted", "open", kMonday, "possible=yes"},
    {"delivery-wish", "declined", "open", kMonday, "possible=no"},
    {"delivery-wish", "scheduled", "window", kMonday},
    {"delivery-wish", "scheduled-day", "day", kMonday},
    {"delivery-wish", "shipped", "shipped", kSunday},
};

}  // namespace parcelwise

#endif  // PARCELWISE_TESTS_ANSWER_SCENES_H_
