// What the seller decides in a session, and what it is decided by: refunds and
// their plan, answers and their wording, orders that share a parcel.
#include <limits>
#include <utility>

#include "files/json.h"
#include "json/answer_json.h"
#include "json/page_json.h"
#include "json/refund_json.h"
#include "session/state.h"

namespace parcelwise {

Reply Session::refund_reasons() { return done(reasons_json(state_->language)); }

Reply Session::refund(const std::string& text) {
  State& s = *state_;
  if (!s.check) return s.bad_argument("check");
  const auto requests = read_requests(text, s.policy_of());
  if (!requests) {
    return failure(FailureCode::kBadArgument,
                   request_error_text(requests.error(), s.language),
                   {{"value", requests.error().value}});
  }
  if (requests->size() != 1) return s.bad_argument("request");
  const RefundContext context{s.book, s.policy_of()(requests->front().order),
                              s.check->context().now, s.plan.ledger()};
  const auto refund = refund_order(context, requests->front());
  if (!refund) {
    return failure(FailureCode::kRefund,
                   refund_error_text(refund.error(), s.language),
                   {{"value", refund_error_name(refund.error().code)},
                    {"unread", is_unread_error(refund.error().code)},
                    {"not_counted",
                     not_counted_json(s.book, refund.error().not_counted)}});
  }
  return done(refund_json(*refund, s.language));
}

Reply Session::set_plan(const std::string& text) {
  State& s = *state_;
  auto requests = read_requests(text, s.policy_of());
  if (!requests) {
    return failure(FailureCode::kBadPlan,
                   request_error_text(requests.error(), s.language),
                   {{"value", requests.error().value}});
  }
  s.planned = std::move(*requests);
  s.make_plan();
  return done(plan_json(s.plan, 0, 0, s.language));
}

Reply Session::plan(const std::string& query) {
  const auto page = read_page_query(query);
  if (!page) return bad_json(page.error(), state_->language);
  return done(
      plan_json(state_->plan, page->offset, page->limit, state_->language));
}

Reply Session::answer_cases() {
  return done(answer_cases_json(state_->language));
}

// Its refund is what the reports leave: a planned one has not gone back yet.
Reply Session::answer(const std::string& text) {
  State& s = *state_;
  if (!s.check) return s.bad_argument("check");
  const TrackingNumbers& numbers = s.matched_numbers();
  const auto request =
      read_answer_request(text, *s.check, s.language, &numbers);
  if (!request) return failure(FailureCode::kAnswer, request.error());
  const auto made =
      answer_buyer({*s.check, s.check->refunds_reported(), &numbers}, *request);
  if (!made) {
    return failure(
        FailureCode::kAnswer, answer_error_text(made.error(), s.language),
        {{"value", made.error().value},
         {"unread", made.error().code == AnswerErrorCode::kLacksRows}});
  }
  return done(answer_json(*made, context_of(*s.check, *made),
                          s.wording ? &*s.wording : nullptr, s.language));
}

Reply Session::set_wording(const std::string& text) {
  State& s = *state_;
  if (text.empty()) {
    s.wording.reset();
    return done(json_object({{"texts", 0}}));
  }
  auto wording = OwnWording::read(text);
  if (!wording) {
    return failure(FailureCode::kBadWording,
                   wording_error_text(wording.error(), s.language),
                   {{"pointer", wording.error().pointer},
                    {"value", wording.error().found}});
  }
  s.wording = std::move(*wording);
  return done(json_object({{"texts", s.wording->size()}}));
}

Reply Session::combine_choices() {
  return done(combine_choices_json(state_->language));
}

Reply Session::set_terms(const std::string& text) {
  State& s = *state_;
  auto terms = CombineTerms::read(text);
  if (!terms) {
    const TermsError& wrong = terms.error();
    return failure(
        FailureCode::kBadTerms, terms_error_text(wrong, s.language),
        {{"value", wrong.value.empty() ? wrong.table.value : wrong.value},
         {"member", wrong.member}});
  }
  s.terms = std::move(*terms);
  // Before anything is checked no clock is known: the newest prices.
  return done(s.terms->json(s.check ? s.check->context().today
                                    : Day{std::numeric_limits<int>::max()}));
}

Reply Session::set_groups(const std::string& text) {
  State& s = *state_;
  auto decisions = read_group_decisions(text);
  if (!decisions) {
    return failure(FailureCode::kBadGroups,
                   groups_error_text(decisions.error(), s.language),
                   {{"value", decisions.error().value}});
  }
  s.decisions = std::move(*decisions);
  s.groups.reset();
  s.numbers.reset();
  return {};
}

Reply Session::groups(const std::string& query) {
  State& s = *state_;
  if (!s.check) return s.bad_argument("check");
  const auto page = read_page_query(query);
  if (!page) return bad_json(page.error(), s.language);
  const auto show = GroupList::show_from_name(page->show);
  if (!show) return s.bad_argument("show");
  return done(s.group_list().page(*show, page->offset, page->limit,
                                  s.check->refunds_reported(), s.terms->get(),
                                  s.language));
}

}  // namespace parcelwise
