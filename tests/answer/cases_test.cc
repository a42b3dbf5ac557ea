// Tests core/answer/*.cc: what each case decides, its deadlines, its questions
// and its refund.
#include <gtest/gtest.h>

#include <algorithm>

#include "answer/scenes.h"
#include "json/answer_json.h"

namespace parcelwise {
namespace {

std::string asks_of(const BuyerAnswer& answer) {
  std::string text;
  for (const std::string_view ask : answer.asks)
    text += (text.empty() ? "" : " ") + std::string(ask);
  return text;
}

TEST(Cases, are_those_of_the_contract_in_its_order) {
  const std::vector<std::string_view> expected = {"where-is-my-order",
                                                  "not-received",
                                                  "price-breakdown",
                                                  "returned-undeliverable",
                                                  "store-payment-details",
                                                  "points",
                                                  "change-order",
                                                  "combine-shipping",
                                                  "receipt",
                                                  "items-unavailable",
                                                  "contact-buyer",
                                                  "no-reply",
                                                  "cancel-request",
                                                  "damaged-wrong-or-missing",
                                                  "wants-to-return",
                                                  "kept-too-long",
                                                  "tax-invoice",
                                                  "delivery-wish"};
  std::vector<std::string_view> ids;
  for (const AnswerCase* of : all_answer_cases()) {
    ids.push_back(of->id);
    EXPECT_EQ(find_answer_case(of->id), of);
    EXPECT_FALSE(of->sources[0].empty()) << of->id;
  }
  EXPECT_EQ(ids, expected);
  EXPECT_EQ(find_answer_case("sleep"), nullptr);
}

TEST(Cases, fit_or_name_the_case_that_does) {
  struct Row {
    const char* of;
    const char* state;
    const char* outcome;
    bool fits;
    const char* nearest;
  };
  const Row rows[] = {
      {"not-received", "open", "not-shipped", false, "where-is-my-order"},
      {"not-received", "pending", "pending", false, "where-is-my-order"},
      {"change-order", "shipped", "shipped", false, "cancel-request"},
      {"change-order", "partly", "shipped", false, "cancel-request"},
      {"store-payment-details", "open", "paid", false, "where-is-my-order"},
      {"store-payment-details", "cash", "cash-on-delivery", false,
       "where-is-my-order"},
      {"store-payment-details", "pending", "pending", true, ""},
      {"returned-undeliverable", "open", "not-shipped", false,
       "cancel-request"},
      {"combine-shipping", "shipped", "shipped", false, "where-is-my-order"},
      {"items-unavailable", "shipped", "shipped", false,
       "returned-undeliverable"},
      {"no-reply", "shipped", "shipped", false, "contact-buyer"},
      {"no-reply", "cancelled", "cancelled", false, "where-is-my-order"},
      {"where-is-my-order", "cancel-asked", "cancel-asked", false,
       "cancel-request"},
      {"where-is-my-order", "pending", "pending", true, ""},
      {"points", "pending", "any", true, ""},
      {"points", "amazon", "any", true, ""},
      {"price-breakdown", "amazon", "breakdown", true, ""},
      {"damaged-wrong-or-missing", "open", "not-shipped", false,
       "where-is-my-order"},
      {"damaged-wrong-or-missing", "amazon", "by-amazon", true, ""},
      {"damaged-wrong-or-missing", "pending", "pending", false,
       "where-is-my-order"},
      {"wants-to-return", "open", "not-shipped", false, "cancel-request"},
      {"kept-too-long", "open", "not-shipped", false, "where-is-my-order"},
      {"tax-invoice", "amazon", "which", true, ""},
      {"delivery-wish", "pending", "pending", false, "where-is-my-order"},
  };
  for (const Row& row : rows) {
    const Answered answered(order_in(row.state), kMonday, asked(row.of));
    ASSERT_TRUE(answered.has_value()) << row.of;
    EXPECT_EQ(std::string(answered.answer().outcome), row.outcome)
        << row.of << " " << row.state;
    EXPECT_EQ(answered.answer().fits, row.fits) << row.of << " " << row.state;
    EXPECT_EQ(answered.answer().nearest, row.nearest)
        << row.of << " " << row.state;
  }
}

// W1: ship-by Fri 20 Nov; seven calendar days, and seven business days over a
// holiday.
TEST(Deadlines, of_an_order_to_ship) {
  const Answered answered(order_in("open"), kMonday,
                          asked("where-is-my-order"));
  EXPECT_EQ(answered.deadline("ship-by"), "2026-11-20T23:59:59+09:00");
  EXPECT_EQ(answered.deadline("confirm-by"), "2026-11-27T23:59:59+09:00");
  EXPECT_EQ(answered.deadline("amazon-by"), "2026-12-02T23:59:59+09:00");
  EXPECT_EQ(answered.deadline("answer-by"), "2026-11-17T09:00:00+09:00");
}

TEST(Deadlines, of_a_shipped_order) {
  // Bought Tue 17 Nov, two business days to ship, 14 days to deliver: Thu 3
  // Dec.
  const Answered answered(order_in("shipped"), kDecember,
                          asked("not-received"));
  EXPECT_EQ(answered.deadline("deliver-by"), "2026-12-03T23:59:59+09:00");
  EXPECT_EQ(answered.deadline("claim-from"), "2026-12-06T00:00:00+09:00");
  EXPECT_EQ(answered.deadline("claim-until"), "2027-03-03T23:59:59+09:00");
  EXPECT_EQ(answered.deadline("claim-answer-by"), "2026-12-13T09:00:00+09:00");
  EXPECT_EQ(answered.deadline("report-by"), "2026-12-15T23:59:59+09:00");
  EXPECT_EQ(answered.answer().follow_up->what, "carrier");
}

TEST(Deadlines, count_from_the_buyers_message_where_its_time_is_said) {
  AnswerRequest request = asked("not-received");
  request.given.wrote = at("2026-12-10T20:00:00+09:00");
  const Answered answered(order_in("shipped"), kDecember, request);
  EXPECT_EQ(answered.deadline("answer-by"), "2026-12-11T20:00:00+09:00");
  EXPECT_EQ(answered.deadline("claim-answer-by"), "2026-12-12T20:00:00+09:00");
}

TEST(Deadlines, stand_by_their_instant) {
  for (const Scene& scene : kScenes) {
    if (*scene.state == '\0') continue;
    const Answered answered(order_in(scene.state), scene.now,
                            asked(scene.of, scene.given), scene.policy);
    const auto& reported = answered.answer().deadlines;
    EXPECT_TRUE(std::is_sorted(
        reported.begin(), reported.end(),
        [](const auto& a, const auto& b) { return a.at < b.at; }))
        << scene.of << " " << scene.outcome;
    for (const AnswerDeadline& one : reported) {
      EXPECT_TRUE(Catalogue::of(Language::kEnglish)
                      .has("answers/deadlines/" + std::string(one.id)))
          << one.id;
    }
  }
}

TEST(Asks, only_what_no_report_tells) {
  struct Row {
    const char* of;
    const char* state;
    const char* given;
    const char* asks;
  };
  const Row rows[] = {
      {"where-is-my-order", "open", "", ""},
      {"where-is-my-order", "untold", "", "sent"},
      {"not-received", "open", "", "sent"},
      {"not-received", "shipped", "", "tracking"},
      {"not-received", "shipped", "tracking=no", "insured"},
      {"not-received", "shipped", "tracking=yes says=moving",
       "carrier tracking_number"},
      {"returned-undeliverable", "shipped", "", "item_back back_because"},
      {"items-unavailable", "open", "", "order_item_ids"},
      {"cancel-request", "open", "", "sent"},
      {"receipt", "open", "", ""},
  };
  for (const Row& row : rows) {
    const Answered answered(order_in(row.state), kDecember,
                            asked(row.of, row.given));
    EXPECT_EQ(asks_of(answered.answer()), row.asks)
        << row.of << " " << row.state;
  }
}

TEST(Asks, are_among_those_that_the_case_lists) {
  for (const Scene& scene : kScenes) {
    if (*scene.state == '\0') continue;
    const Answered answered(order_in(scene.state), scene.now,
                            asked(scene.of, scene.given), scene.policy);
    const auto& listed = answered.answer().of->asks;
    for (const std::string_view ask : answered.answer().asks) {
      EXPECT_NE(std::find(listed.begin(), listed.end(), ask), listed.end())
          << scene.of << " " << ask;
    }
  }
}

// What a returns report tells is not asked: here, that the parcel arrived,
// refused.
TEST(Asks, nothing_that_a_returns_report_tells) {
  Files files = order_in("shipped");
  files.push_back(
      {"back.txt", ReportText::returns()
                       .row({{"Merchant SKU", "POT"},
                             {"Return Reason", "UNDELIVERABLE_REFUSED"},
                             {"Return delivery date", "18-Nov-2026"}})
                       .text()});
  const Answered answered(files, kDecember, asked("returned-undeliverable"));
  EXPECT_EQ(answered.answer().outcome, "refused");
  EXPECT_EQ(asks_of(answered.answer()), "");
  ASSERT_TRUE(answered.answer().refund.has_value());
  EXPECT_EQ(answered.answer().refund->total, 2400);
}

// Under way is not back, unless the seller says that it is.
TEST(Asks, nothing_of_a_return_that_is_still_under_way) {
  Files files = order_in("shipped");
  files.push_back(
      {"back.txt", ReportText::returns()
                       .row({{"Merchant SKU", "POT"},
                             {"Return Reason", "UNDELIVERABLE_REFUSED"},
                             {"Return delivery date", ""}})
                       .text()});
  const Answered under_way(files, kDecember, asked("returned-undeliverable"));
  EXPECT_EQ(under_way.answer().outcome, "not-back");
  EXPECT_EQ(asks_of(under_way.answer()), "");
  EXPECT_FALSE(under_way.answer().refund.has_value());
  const Answered here(files, kDecember,
                      asked("returned-undeliverable", "back=yes"));
  EXPECT_EQ(here.answer().outcome, "refused");
  EXPECT_TRUE(here.answer().refund.has_value());
}

// The carrier is asked before a claim may be filed, while that is still ahead.
TEST(Deadlines, report_before_a_claim_that_is_still_ahead) {
  struct Row {
    const char* now;
    const char* by;
  };
  const Row rows[] = {
      {"2026-12-04T09:00:00+09:00", "2026-12-06T00:00:00+09:00"},
      {"2026-12-05T23:59:59+09:00", "2026-12-06T00:00:00+09:00"},
      {"2026-12-06T00:00:00+09:00", "2026-12-08T23:59:59+09:00"},
      {"2026-12-06T00:00:01+09:00", "2026-12-08T23:59:59+09:00"}};
  for (const Row& row : rows) {
    const Answered answered(order_in("shipped"), row.now,
                            asked("not-received"));
    EXPECT_EQ(answered.deadline("claim-from"), "2026-12-06T00:00:00+09:00");
    EXPECT_EQ(answered.deadline("report-by"), row.by) << row.now;
  }
}

TEST(Refunds, are_those_of_the_refund_room) {
  struct Row {
    const char* name;
    const char* of;
    const char* state;
    const char* given;
    std::int64_t total;
  };
  const Row rows[] = {
      {"S11: the shipping stays", "returned-undeliverable", "shipped",
       "back=yes because=undeliverable", 2400},
      {"A6: nothing stays after damage", "returned-undeliverable", "shipped",
       "back=yes because=carrier-damage", 2700},
      {"lost", "not-received", "shipped", "tracking=yes says=lost", 2700},
      {"lost, of what was sent", "not-received", "half",
       "tracking=yes says=lost", 2700},
      {"S11, of what was sent", "returned-undeliverable", "half",
       "back=yes because=undeliverable", 2400},
      {"of what was not sent", "items-unavailable", "half", "out=POT", 2700},
      {"W7: the cup", "items-unavailable", "open", "out=CUP consent=yes", 2390},
      {"damaged: shipping included", "damaged-wrong-or-missing", "shipped",
       "trouble=damaged remedy=refund", 2700},
      {"wrong, back first", "damaged-wrong-or-missing", "shipped",
       "trouble=wrong remedy=return", 2700},
      {"kept too long: the shipping stays", "kept-too-long", "shipped",
       "kept=back", 2400},
      {"nothing stays of free shipping", "kept-too-long", "free", "kept=back",
       2400},
  };
  for (const Row& row : rows) {
    const Answered answered(order_in(row.state), kDecember,
                            asked(row.of, row.given));
    ASSERT_TRUE(answered.answer().refund.has_value()) << row.name;
    EXPECT_EQ(answered.answer().refund->total, row.total) << row.name;
  }
}

// Of several lines somebody has to say which, and of several units how many:
// no amount is guessed.
TEST(Refunds, of_what_is_broken_wait_for_the_line_and_the_units) {
  const FileText both{"all.txt", ReportText::all_orders()
                                     .row({{"sku", "POT"},
                                           {"order-status", "Shipped"},
                                           {"item-status", "Shipped"},
                                           {"item-price", "2400"}})
                                     .row({{"sku", "CUP"},
                                           {"order-status", "Shipped"},
                                           {"item-status", "Shipped"},
                                           {"quantity", "2"},
                                           {"item-price", "1980"}})
                                     .text()};
  struct Row {
    const char* name;
    const char* given;
    const char* asks;
    std::int64_t total;  // 0: none
  };
  const Row rows[] = {
      {"no line", "trouble=damaged remedy=refund", "order_item_ids amount", 0},
      {"the pot", "trouble=damaged remedy=refund out=POT", "", 2400},
      {"one of two cups", "trouble=damaged remedy=return out=CUP", "amount", 0},
      {"a part is the seller's to say",
       "trouble=damaged remedy=part-refund out=POT", "amount", 0},
  };
  for (const Row& row : rows) {
    const Answered answered({both}, kSunday,
                            asked("damaged-wrong-or-missing", row.given));
    ASSERT_TRUE(answered.has_value()) << row.name;
    EXPECT_EQ(asks_of(answered.answer()), row.asks) << row.name;
    const auto& refund = answered.answer().refund;
    EXPECT_EQ(refund ? refund->total : 0, row.total) << row.name;
  }
  const Answered wrong(
      {both}, kSunday,
      asked("damaged-wrong-or-missing", "trouble=wrong remedy=refund out=TEA"));
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().code, AnswerErrorCode::kNoSuchItem);
}

// What never came can neither be kept nor sent back.
TEST(Asks, offer_the_remedies_that_fit_the_trouble) {
  for (const auto& [trouble, choices] :
       {std::pair("missing", 2), std::pair("damaged", 4)}) {
    const Answered answered(order_in("shipped"), kSunday,
                            asked("damaged-wrong-or-missing",
                                  "photo=yes trouble=" + std::string(trouble)));
    const Json json = answer_json(answered.answer(), answered.context(),
                                  nullptr, Language::kEnglish);
    ASSERT_EQ(json["asks"].size(), 1u) << trouble;
    EXPECT_EQ(json["asks"][0]["choices"].size(),
              static_cast<std::size_t>(choices))
        << trouble;
  }
}

// The window of a return: 30 days after a delivery that a report tells, to its
// last second; a counted delivery closes nothing.
TEST(WantsToReturn, closes_only_by_a_date_that_a_report_tells) {
  struct Row {
    const char* state;
    const char* now;
    const char* outcome;
  };
  const Row rows[] = {
      {"dated", "2026-12-25T23:59:59+09:00", "changed-mind"},
      {"dated", "2026-12-26T00:00:00+09:00", "window-over"},
      {"shipped", "2027-06-01T09:00:00+09:00", "changed-mind-undated"}};
  for (const Row& row : rows) {
    const Answered answered(order_in(row.state), row.now,
                            asked("wants-to-return", "reason=changed-mind"));
    EXPECT_EQ(answered.answer().outcome, row.outcome) << row.now;
  }
  const Answered dated(order_in("dated"), kDecember, asked("wants-to-return"));
  EXPECT_EQ(dated.deadline("return-until"), "2026-12-25T23:59:59+09:00");
  const Answered requested(order_in("asked-back"), kSunday,
                           asked("wants-to-return"));
  EXPECT_EQ(requested.deadline("return-answer-by"),
            "2026-11-13T23:59:59+09:00");
  const Answered back(order_in("came-back"), kFriday, asked("wants-to-return"));
  EXPECT_EQ(back.deadline("refund-by"), "2026-11-20T23:59:59+09:00");
}

// A complaint opens with the apology, whatever the case; what is none with
// thanks.
TEST(Complaints, open_with_the_apology) {
  struct Row {
    const char* of;
    const char* given;
    const char* opening;
  };
  const Row rows[] = {
      {"damaged-wrong-or-missing", "trouble=damaged",
       "We are very sorry that something is wrong with your order"},
      {"wants-to-return", "reason=fault",
       "We are very sorry that something is wrong with the item of your order"},
      {"wants-to-return", "reason=changed-mind", "Thank you for your message"},
      {"not-received", "tracking=no", "We are very sorry that your order"},
      {"kept-too-long", "", "Thank you for your message"}};
  for (const Row& row : rows) {
    AnswerRequest request = asked(row.of, row.given);
    request.language = Language::kEnglish;
    const std::string body =
        Answered(order_in("shipped"), kDecember, request).message().body;
    const std::size_t opening = body.find("\n\n") + 2;
    EXPECT_EQ(body.substr(opening, std::string(row.opening).size()),
              row.opening)
        << body;
  }
}

// What was sent of an order may be missing or come back, and the rest is still
// due.
TEST(Cases, look_at_the_part_that_was_sent) {
  for (const char* of : {"not-received", "returned-undeliverable"}) {
    const Answered answered(order_in("half"), kFriday, asked(of));
    EXPECT_TRUE(answered.answer().fits) << of;
    EXPECT_NE(answered.answer().outcome, "not-shipped") << of;
    EXPECT_EQ(answered.answer().also.front(), "rest-to-ship") << of;
    EXPECT_NE(answered.deadline("ship-by"), "") << of;
  }
}

// A text for the seller shows what is missing as a blank too, never as a
// field's name.
TEST(Texts, show_a_blank_where_no_report_has_the_price) {
  const Answered answered(order_in("unpriced"), kFriday,
                          asked("items-unavailable", "out=CUP consent=yes"));
  EXPECT_EQ(answered.answer().outcome, "consent");
  const std::string json = json_text(answer_json(
      answered.answer(), answered.context(), nullptr, Language::kEnglish));
  EXPECT_EQ(json.find("{amount}"), std::string::npos) << json;
  EXPECT_NE(json.find("[amount]"), std::string::npos) << json;
}

// S19: 500 and 300 were paid, 500 stays: the 300 that are saved are split over
// both.
TEST(Refunds, of_a_combined_parcel_sum_to_what_is_saved) {
  std::int64_t sum = 0;
  for (const char* order : {kOrder, "250-1234567-7654321"}) {
    const Answered answered(order_in("two"), kFriday,
                            asked("combine-shipping", "", order));
    ASSERT_TRUE(answered.answer().refund.has_value()) << order;
    sum += answered.answer().refund->total;
  }
  EXPECT_EQ(sum, 300);
}

// Each reason that blocks has words for the buyer, in every language, within
// the guidelines; those that are true of some orders name them.
TEST(OneParcel, has_words_for_whatever_blocks_it) {
  std::vector<CombineReason> reported = {CombineReason::kDifferentBuyer};
  for (int i = 0; i <= static_cast<int>(CombineReason::kImportUkEu); ++i) {
    reported.push_back(static_cast<CombineReason>(i));
    EXPECT_EQ(verdict_of(reported.back()), Verdict::kBlocked)
        << reason_name(reported.back());
  }
  for (const CombineReason reason : reported) {
    for (const Language language :
         {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
      const std::string_view text =
          Catalogue::of(language).text("answers/combine-shipping/hindrances/" +
                                       std::string(reason_name(reason)));
      EXPECT_EQ(find_breach(fill(text, {{"orders", kOrder}}), false).code, "")
          << text;
      EXPECT_EQ(text.find("{orders}") != std::string::npos,
                reason <= CombineReason::kStatusUnknown)
          << text;
    }
  }
  EXPECT_EQ(verdict_of(CombineReason::kDifferentPo), Verdict::kAsk);
}

TEST(OneParcel, tells_the_buyer_what_blocks_it) {
  const std::string other = "250-1234567-7654321";
  AnswerRequest request = asked("combine-shipping");
  request.language = Language::kEnglish;
  const Answered answered(
      {{"open.txt",
        ReportText::unshipped()
            .row({{"payment-method", "COD"}, {"gift-wrap-type", "Red"}})
            .row({{"order-id", other},
                  {"order-item-id", "10000000000009"},
                  {"payment-method", "COD"},
                  {"is-buyer-requested-cancellation", "true"}})
            .text()}},
      kFriday, request);
  ASSERT_TRUE(answered.has_value());
  EXPECT_NE(
      answered.message().body.find(
          "- " + std::string(kOrder) + ", " + other +
          ": paid on delivery; the carrier collects the amount of one order "
          "only.\n- " +
          other + ": there is a request to cancel, which comes first.\n\n"),
      std::string::npos)
      << answered.message().body;
}

// Not even to somebody of the same house, with another account.
TEST(OneParcel, tells_no_buyer_what_became_of_anothers_order) {
  const std::string other = "250-1234567-7654321";
  for (const std::string& own : {std::string(kOrder), other}) {
    AnswerRequest request = asked("combine-shipping", "", own);
    request.language = Language::kEnglish;
    Cells of_other = {{"buyer-email", "x@marketplace.amazon.co.jp"},
                      {"order-id", other},
                      {"order-item-id", "10000000000009"}};
    const std::pair<std::string, std::string> cancelled(
        "is-buyer-requested-cancellation", "true");
    Cells of_first;
    (own == other ? of_first : of_other).push_back(cancelled);
    const Answered answered(
        {{"open.txt",
          ReportText::unshipped().row(of_first).row(of_other).text()}},
        kFriday, request);
    ASSERT_EQ(answered.answer().outcome, "blocked");
    const std::string body = answered.message().body;
    const std::string theirs = own == other ? kOrder : other;
    EXPECT_NE(body.find("- Not all of the orders were placed from your "
                        "account.\n"),
              std::string::npos)
        << body;
    EXPECT_EQ(body.find(theirs), std::string::npos) << body;
    EXPECT_EQ(body.find("cancel"), std::string::npos) << body;
  }
}

// What speaks against one parcel is told with the orders it is true of, none
// for all of them, and the buyer is asked what only the buyer knows (S17).
TEST(OneParcel, tells_what_speaks_against_it) {
  struct Row {
    const char* name;
    Cells second;  // what makes the second order another than the first
    const char* outcome;
    std::vector<std::pair<std::string, std::string>>
        against;  // code and orders
    std::vector<const char*> asked;
    Cells first = {};
  };
  const std::string other = "250-1234567-7654321";
  const Row rows[] = {
      {"nothing", {}, "suggest-nothing-saved", {}, {}},
      {"a gift",
       {{"gift-wrap-type", "Red"}},
       "ask",
       {{"gift", other}},
       {"is a gift"}},
      {"another name",
       {{"recipient-name", "Suzuki Taro"}},
       "ask",
       {{"name-differs", other}},
       {"same recipient"}},
      {"another name and a gift",
       {{"recipient-name", "Suzuki Taro"}, {"gift-wrap-type", "Red"}},
       "ask",
       {{"gift", other}, {"name-differs", other}},
       {"is a gift", "same recipient"}},
      {"another name and account, one question of both",
       {{"recipient-name", "Suzuki Taro"},
        {"buyer-email", "x@marketplace.amazon.co.jp"}},
       "ask",
       {{"name-differs", other}, {"different-buyer", other}},
       {"Which orders do you mean?", "same recipient"}},
      {"a building left out, of both",
       {{"ship-address-1", "豊洲1丁目2-101"}, {"ship-state", "東京都"}},
       "ask",
       {{"address-variant", ""}},
       {"same address"},
       {{"ship-address-1", "豊洲1-2 メゾン豊洲101"}, {"ship-state", "東京都"}}},
      {"another service",
       {{"ship-service-level", "NextDay"}},
       "ask",
       {{"different-service-level", other}},
       {"arrive together"}},
      {"another purchase order",
       {{"is-business-order", "true"}, {"purchase-order-number", "4711"}},
       "ask",
       {{"different-po", other}},
       {"purchase order"}},
      {"a replacement, the seller's to weigh",
       {{"is-replacement-order", "true"}},
       "ask",
       {{"replacement", other}},
       {"in one parcel?"}},
      {"cash on delivery",
       {{"payment-method", "COD"}},
       "blocked",
       {{"cash-on-delivery", other}},
       {}},
      {"a cancellation",
       {{"is-buyer-requested-cancellation", "true"}},
       "blocked",
       {{"buyer-cancel-request", other}},
       {}},
  };
  for (const Row& row : rows) {
    Cells second = row.second;
    second.emplace_back("order-id", other);
    second.emplace_back("order-item-id", "10000000000009");
    AnswerRequest request = asked("combine-shipping");
    request.language = Language::kEnglish;
    const Answered answered(
        {{"open.txt",
          ReportText::unshipped().row(row.first).row(second).text()}},
        kFriday, request);
    ASSERT_TRUE(answered.has_value()) << row.name;
    EXPECT_EQ(answered.answer().outcome, row.outcome) << row.name;
    std::vector<std::pair<std::string, std::string>> against;
    for (const ConcernedOrders& reported : answered.answer().against) {
      std::string orders;
      for (const std::uint32_t order : reported.orders) {
        orders += answered.context().book.order_id(order).text();
      }
      against.emplace_back(reason_name(reported.reason), orders);
    }
    EXPECT_EQ(against, row.against) << row.name;
    const std::string body = answered.message().body;
    EXPECT_EQ(std::count(body.begin(), body.end(), '?'),
              static_cast<std::ptrdiff_t>(row.asked.size()))
        << row.name << "\n"
        << body;
    for (const char* question : row.asked) {
      EXPECT_NE(body.find(question), std::string::npos) << row.name << "\n"
                                                        << body;
    }
    const Json json = answer_json(answered.answer(), answered.context(),
                                  nullptr, Language::kItalian);
    ASSERT_EQ(json["against"].size(), row.against.size()) << row.name;
    for (const Json& reported : json["against"]) {
      EXPECT_EQ(reported["text"].text(),
                Catalogue::of(Language::kItalian)
                    .text("combine/reasons/" + reported["code"].text()));
    }
  }
}

// Where shipping was free, or given back at once, nothing is withheld.
TEST(ReturnedUndeliverable, keeps_no_shipping_charge_that_was_not_paid) {
  for (const char* promotion : {"", "-300"}) {
    const Files files = {
        {"all.txt",
         ReportText({"amazon-order-id", "purchase-date", "order-status",
                     "fulfillment-channel", "sku", "item-status", "quantity",
                     "currency", "item-price", "shipping-price",
                     "ship-promotion-discount"})
             .row({{"sku", "POT"},
                   {"order-status", "Shipped"},
                   {"item-status", "Shipped"},
                   {"item-price", "2400"},
                   {"shipping-price", *promotion != '\0' ? "300" : "0"},
                   {"ship-promotion-discount", promotion}})
             .text()}};
    for (const char* because :
         {"undeliverable", "refused", "invalid-address"}) {
      const Answered answered(
          files, kDecember,
          asked("returned-undeliverable",
                std::string("back=yes because=") + because));
      ASSERT_TRUE(answered.has_value());
      EXPECT_EQ(answered.answer().outcome, "back-whole")
          << because << " " << promotion;
      ASSERT_TRUE(answered.answer().refund.has_value());
      EXPECT_EQ(answered.answer().refund->total, 2400) << because;
    }
  }
}

// The day that the order should have left is over: no letter promises it.
TEST(CombineShipping, promises_no_time_that_has_passed) {
  const std::pair<Language, const char*> rows[] = {
      {Language::kEnglish, "on time"},
      {Language::kJapanese, "\xE6\x9C\x9F\xE6\x97\xA5"},
      {Language::kItalian, "nei tempi"}};
  for (const char* state : {"open", "two-gift", "two-cash"}) {
    for (const auto& [language, promise] : rows) {
      AnswerRequest request = asked("combine-shipping");
      request.language = language;
      const Answered answered(order_in(state), kSunday, request);
      ASSERT_TRUE(answered.has_value()) << state;
      const std::string body = answered.message().body;
      EXPECT_EQ(body.find(promise), std::string::npos) << state << "\n" << body;
    }
  }
}

TEST(Refunds, are_none_without_prices) {
  const Answered answered(order_in("unpriced"), kMonday,
                          asked("items-unavailable", "out=CUP consent=yes"));
  EXPECT_FALSE(answered.answer().refund.has_value());
  EXPECT_EQ(answered.answer().not_refundable->code, RefundErrorCode::kNoPrices);
  EXPECT_EQ(asks_of(answered.answer()), "amount");
}

TEST(PriceBreakdown, has_every_line_and_its_sum) {
  const Answered answered(order_in("open"), kMonday, asked("price-breakdown"));
  const Charges& charges = *answered.answer().breakdown;
  ASSERT_EQ(charges.lines.size(), 2u);
  EXPECT_EQ(charges.lines[0].charged.total(), 2700);
  EXPECT_EQ(charges.lines[1].charged.total(), 2390);
  EXPECT_EQ(charges.total(), 5090);
  const std::string body = answered.message().body;
  for (const char* amount : {"2,700", "2,390", "5,090", "-198"}) {
    EXPECT_NE(body.find(amount), std::string::npos) << amount;
  }
}

// S13: points-granted is never an answer to how many points were used.
TEST(Points, tell_no_number) {
  AnswerRequest request = asked("points");
  request.language = Language::kEnglish;
  const Answered answered(
      {{"open.txt",
        ReportText({"order-id", "order-item-id", "sku", "quantity-purchased",
                    "quantity-to-ship", "promise-date", "points-granted"})
            .row({{"points-granted", "777"}})
            .text()}},
      kMonday, request);
  EXPECT_EQ(answered.message().body.find("777"), std::string::npos);
  EXPECT_TRUE(answered.answer().fields.empty() ||
              answered.answer().fields.front().text.find("777") ==
                  std::string::npos);
}

// S15, S16: five minutes from the payment in Japan, and not for Amazon's
// deliveries.
TEST(ChangeOrder, ends_five_minutes_after_the_payment) {
  struct Row {
    const char* now;
    const char* outcome;
  };
  const Row rows[] = {{"2026-11-17T10:00:00+09:00", "in-window"},
                      {"2026-11-17T10:05:00+09:00", "in-window"},
                      {"2026-11-17T10:05:01+09:00", "too-late"}};
  for (const Row& row : rows) {
    const Answered answered(order_in("open"), row.now, asked("change-order"));
    EXPECT_EQ(answered.answer().outcome, row.outcome) << row.now;
  }
}

TEST(ItemsUnavailable, refuses_a_line_that_the_order_lacks) {
  const Answered answered(order_in("open"), kMonday,
                          asked("items-unavailable", "out=TEA"));
  ASSERT_FALSE(answered.has_value());
  EXPECT_EQ(answered.error().code, AnswerErrorCode::kNoSuchItem);
  EXPECT_EQ(answered.error().value, "TEA");
}

TEST(ItemsUnavailable, lets_choose_among_the_lines_that_have_not_left) {
  const Files files = {
      {"new.txt", two_lines().text()},
      {"open.txt",
       ReportText::unshipped()
           .row({{"order-item-id", "10000000000001"},
                 {"sku", "POT"},
                 {"quantity-shipped", "1"},
                 {"quantity-to-ship", "0"}})
           .row({{"order-item-id", "10000000000002"}, {"sku", "CUP"}})
           .text()}};
  const Answered answered(files, kMonday, asked("items-unavailable"));
  EXPECT_EQ(answered.answer().outcome, "which");
  ASSERT_EQ(answered.answer().lines_to_choose.size(), 1u);
  EXPECT_EQ(answered.context().book.item_cell(
                answered.answer().lines_to_choose[0], Column::kSku),
            "CUP");
}

TEST(Errors, name_what_is_missing) {
  const Answered no_case(order_in("open"), kMonday, asked("sleep"));
  EXPECT_EQ(no_case.error().code, AnswerErrorCode::kNoSuchCase);
  AnswerRequest request = asked("not-received");
  request.order.reset();
  const Answered no_order(order_in("open"), kMonday, request);
  EXPECT_EQ(no_order.error().code, AnswerErrorCode::kNoOrder);
  for (const int days : {0, 31}) {
    AnswerRequest wanted = asked("no-reply");
    wanted.limit_days = days;
    EXPECT_EQ(Answered(order_in("open"), kMonday, wanted).error().code,
              AnswerErrorCode::kBadLimit);
  }
  for (const Language language :
       {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
    EXPECT_NE(
        answer_error_text(no_case.error(), language).find("cancel-request"),
        std::string::npos);
  }
}

TEST(NotHere, is_an_answer_in_every_case_that_needs_an_order) {
  for (const AnswerCase* of : all_answer_cases()) {
    const Answered answered(order_in("open"), kMonday,
                            asked(of->id, "", "503-0000000-0000000"));
    ASSERT_TRUE(answered.has_value()) << of->id;
    EXPECT_EQ(answered.answer().outcome, "not-here") << of->id;
    EXPECT_EQ(answered.answer().found, Whereabouts::kNotHere);
    EXPECT_EQ(answered.answer().order_id, "503-0000000-0000000");
    EXPECT_FALSE(answered.answer().follow_up.has_value());
  }
}

}  // namespace
}  // namespace parcelwise
