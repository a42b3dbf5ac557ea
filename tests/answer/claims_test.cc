// Tests core/answer/not_sent_yet.cc over every case: no letter claims that an
// order left, or that it did not, unless a report tells so or the seller does.
#include <gtest/gtest.h>

#include <algorithm>

#include "answer/answered.h"

namespace parcelwise {
namespace {

// Words of the letters that no order but one still to be sent may get.
constexpr const char* kClaimsNotSent[] = {"not been sent",
                                          "not sent",
                                          "and has not.",
                                          "will ship",
                                          "can ship",
                                          "due to ship",
                                          "should have shipped",
                                          "confirmation as",
                                          "once the order has shipped",
                                          "you can still",
                                          "we will send the",
                                          "We will send it so",
                                          "now sending",
                                          "We will ship",
                                          "send you the rest",
                                          "are cancelling",
                                          "have to cancel",
                                          "put it on hold",
                                          "ready to ship",
                                          "send them",
                                          "ship the order",
                                          "will ship this one on"};
// And those that no order but one that left may get.
constexpr const char* kClaimsSent[] = {
    "already on its way", "on its way with", "already been sent",
    "now on its way",     "still be on its", "parcel was sent",
    "It was sent",        "was damaged in",  "come back to us",
    "that we sent you",   "been delivered",  "is keeping your",
    "returning it",       "has been lost",   "It should have reached",
    "about your parcel",  "can refuse the",  "has arrived",
    "can return the",     "the return in",   "return request",
    "that has arrived",   "We are refunding"};

// Those of the cases that are about a parcel, or an order to become one.
constexpr std::string_view kOfNoParcel[] = {
    "price-breakdown", "store-payment-details", "points",
    "receipt",         "contact-buyer",         "tax-invoice"};

bool of_a_parcel(std::string_view id) {
  return std::find(std::begin(kOfNoParcel), std::end(kOfNoParcel), id) ==
         std::end(kOfNoParcel);
}

// What the seller may say beside whether it was sent.
constexpr const char* kSaid[] = {
    "", "trouble=damaged tracking=no kept=kept reason=changed-mind out=POT",
    ("trouble=missing remedy=refund tracking=yes says=lost back=yes "
     "because=refused kept=back possible=yes out=POT consent=yes")};

std::string letter_of(const Answered& answered) {
  return answered.message().body;
}

std::string first_in(const std::string& letter,
                     std::span<const char* const> words) {
  for (const char* const word : words) {
    if (letter.find(word) != std::string::npos) return word;
  }
  return {};
}

constexpr const char* kWednesday =
    "2026-11-18T09:00:00+09:00";  // before a ship-by counted from the purchase

struct Told {
  const char* name;
  const char* state;
  const char* now;
  bool not_sent;  // a letter may say so
  bool sent;
  const char* given = "";  // what the seller says of it
};

constexpr Told kTold[] = {
    {"no status, past its date", "untold", kDecember, false, false},
    {"a word that nobody knows", "unclear", kDecember, false, false},
    {"left the list", "unlisted", kSunday, false, false},
    {"left, and the seller did not send it", "unlisted", kSunday, false, false,
     "sent=no "},
    {"no status, in time: to ship by the check", "untold", kWednesday, true,
     false},
    {"no status, not sent", "untold", kDecember, true, false, "sent=no "},
    {"no status, sent", "untold", kDecember, false, true, "sent=yes "},
    {"unshipped", "open", kFriday, true, false},
    {"unshipped, late", "open", kDecember, true, false},
    {"a part of it shipped", "half", kFriday, true, true},
    {"shipped", "shipped", kFriday, false, true},
    {"shipped, late", "shipped", kDecember, false, true},
    {"left, sent", "unlisted", kSunday, false, true, "sent=yes "},
    {"pending", "pending", kFriday, true, false},
    {"cancelled", "cancelled", kFriday, false, false},
};

Answered answer_to(const Told& told, std::string_view of,
                   const std::string& said) {
  AnswerRequest request = asked(of, told.given + said);
  request.language = Language::kEnglish;
  return Answered(order_in(told.state), told.now, request);
}

TEST(Claims, are_what_a_report_or_the_seller_tells) {
  for (const Told& told : kTold) {
    for (const AnswerCase* of : all_answer_cases()) {
      for (const char* const said : kSaid) {
        const Answered answered = answer_to(told, of->id, said);
        ASSERT_TRUE(answered.has_value()) << told.name << " " << of->id;
        const std::string letter = letter_of(answered);
        const std::string name = std::string(told.name) + ": " +
                                 std::string(of->id) + "/" +
                                 std::string(answered.answer().outcome);
        if (!told.not_sent) {
          EXPECT_EQ(first_in(letter, kClaimsNotSent), "") << name << letter;
        }
        if (!told.sent) {
          EXPECT_EQ(first_in(letter, kClaimsSent), "") << name << letter;
        }
      }
    }
  }
}

// What nobody knows is looked up first, in every case of a parcel.
TEST(Claims, wait_until_it_was_looked_up) {
  for (const Told& told : kTold) {
    if (told.not_sent || told.sent || told.state == std::string("cancelled"))
      continue;
    for (const AnswerCase* of : all_answer_cases()) {
      if (!of_a_parcel(of->id)) continue;
      const Answered answered = answer_to(told, of->id, kSaid[1]);
      EXPECT_EQ(answered.answer().outcome, "unknown")
          << told.name << " " << of->id;
      const auto& asks = answered.answer().asks;
      EXPECT_EQ(std::count(asks.begin(), asks.end(), "sent"),
                *told.given == '\0' ? 1 : 0)
          << told.name << " " << of->id;
    }
  }
}

// A new order in time is to ship by the check; that it has not left no report
// tells, and the buyer writes of a parcel.
TEST(Claims, of_no_parcel_by_a_date_alone) {
  struct Row {
    const char* of;
    const char* outcome;
  };
  const Row rows[] = {
      {"not-received", "unknown"},
      {"returned-undeliverable", "unknown"},
      {"damaged-wrong-or-missing", "unknown"},
      {"wants-to-return", "unknown"},
      {"kept-too-long", "unknown"},
      {"where-is-my-order", "to-ship"},
      {"change-order", "too-late"},
      {"cancel-request", "unofficial"},
      {"no-reply", "set-limit"},
      {"combine-shipping", "alone"},
      {"items-unavailable", "which"},
      {"delivery-wish", "which"},
  };
  for (const Row& row : rows) {
    const Answered answered(order_in("untold"), kWednesday, asked(row.of));
    EXPECT_EQ(answered.answer().outcome, row.outcome) << row.of;
  }
}

}  // namespace
}  // namespace parcelwise
