// Tests core/answer/not_sent_yet.cc.
#include "answer/not_sent_yet.h"

#include "answer/scenes.h"

namespace parcelwise {
namespace {

// The rule buyer-cancel-request stands in place of ship; so does its answer.
TEST(CancelAsked, comes_before_whatever_would_be_shipped) {
  struct Row {
    const char* of;
    const char* now;
    const char* given = "";
  };
  const Row rows[] = {
      {"where-is-my-order", kMonday},
      {"where-is-my-order", kSunday},
      {"combine-shipping", kMonday},
      {"change-order", kJustPaid},
      {"change-order", kFriday},
      {"no-reply", kMonday},
      {"no-reply", kFriday},
      {"no-reply", kFriday, "until=2026-11-18T23:59:59+09:00"},
      {"items-unavailable", kMonday},
      {"items-unavailable", kFriday, "out=POT"},
      {"delivery-wish", kMonday},
      {"delivery-wish", kMonday, "possible=yes"},
      // Of a parcel, once the seller says that it is still here.
      {"not-received", kSunday, "sent=no"},
      {"returned-undeliverable", kSunday, "sent=no back=yes because=refused"},
      {"damaged-wrong-or-missing", kSunday, "sent=no trouble=damaged"},
      {"wants-to-return", kSunday, "sent=no reason=changed-mind"},
      {"kept-too-long", kSunday, "sent=no kept=back"},
  };
  for (const Row& row : rows) {
    const Answered answered(order_in("cancel-asked"), row.now,
                            asked(row.of, row.given));
    ASSERT_TRUE(answered.has_value()) << row.of;
    EXPECT_EQ(answered.answer().outcome, "cancel-asked") << row.of;
    EXPECT_FALSE(answered.answer().fits) << row.of;
    EXPECT_EQ(answered.answer().nearest, "cancel-request") << row.of;
    EXPECT_FALSE(answered.answer().refund.has_value()) << row.of;
    EXPECT_FALSE(answered.answer().follow_up.has_value()) << row.of;
  }
}

// What the seller has sent already can only come back.
TEST(CancelAsked, does_not_hold_what_was_sent) {
  for (const char* of : {"where-is-my-order", "combine-shipping",
                         "change-order", "no-reply", "items-unavailable",
                         "delivery-wish", "contact-buyer", "not-received"}) {
    const Answered answered(order_in("cancel-asked"), kMonday,
                            asked(of, "sent=yes"));
    ASSERT_TRUE(answered.has_value()) << of;
    EXPECT_NE(answered.answer().outcome, "cancel-asked") << of;
  }
}

// One may still have to be asked about the request itself.
TEST(CancelAsked, leaves_the_way_to_the_buyer) {
  const Answered answered(order_in("cancel-asked"), kFriday,
                          asked("contact-buyer"));
  EXPECT_EQ(answered.answer().outcome, "cancel-asked");
  EXPECT_TRUE(answered.answer().fits);
}

}  // namespace
}  // namespace parcelwise
