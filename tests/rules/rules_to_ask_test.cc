// Tests rules_to_ask (rules/rule.h) against the rules themselves: whichever is
// not asked finds nothing, whatever the order is.
#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-20T12:00:00+09:00";

// The order with each of its facts drawn anew.
OrderFacts drawn(std::mt19937& random, const OrderFacts& order) {
  const auto below = [&](unsigned most) {
    return static_cast<int>(random() % most);
  };
  const auto yes = [&] { return below(2) == 0; };
  OrderFacts facts = order;
  facts.state = static_cast<OrderState>(below(7));
  facts.channel = static_cast<Channel>(below(3));
  facts.unshipped = below(3);
  facts.shipped = below(2);
  for (bool* const fact :
       {&facts.partly_shipped, &facts.cash_on_delivery, &facts.gift,
        &facts.personal_data, &facts.has_po, &facts.has_ioss, &facts.left,
        &facts.status_unknown, &facts.comes_back}) {
    *fact = yes();
  }
  for (unsigned flag = 0; flag < static_cast<unsigned>(Flag::kCount); ++flag)
    facts.flags.set(static_cast<Flag>(flag), yes() ? YesNo::kYes : YesNo::kNo);
  // Some months ago, a week, some minutes, and soon.
  const auto moment = [&] {
    constexpr std::int64_t kMinutes[] = {-130'000, -10'000, -3, 600, 6'000};
    return Instant{at(kNow).unix_seconds + kMinutes[below(5)] * 60};
  };
  const auto maybe = [&]() -> std::optional<Instant> {
    if (yes()) return std::nullopt;
    return moment();
  };
  facts.purchase = maybe();
  facts.payments = std::nullopt;
  facts.scheduled_start = maybe();
  facts.scheduled_end = maybe();
  facts.latest_delivery = maybe();
  if (facts.ship_by) facts.ship_by->at = moment();
  if (yes()) facts.ship_by.reset();
  return facts;
}

// Counts in `found` what each rule finds.
void compare(const CheckContext& context, const OrderFacts& order,
             std::vector<int>& found) {
  std::mt19937 random(11);
  const auto rules = all_rules();
  for (int draw = 0; draw < 2000; ++draw) {
    const OrderFacts facts = drawn(random, order);
    const std::uint64_t asked = rules_to_ask(facts, context);
    EXPECT_EQ(asked >> rules.size(), 0u);
    for (std::size_t r = 0; r < rules.size(); ++r) {
      if (!rules[r]->find(facts, context)) continue;
      ++found[r];
      EXPECT_NE(asked >> r & 1, 0u) << rules[r]->id;
    }
  }
}

Progress progress_of(OrderId order, EventKind kind, std::string_view when) {
  JournalEvent event;
  event.kind = kind;
  event.at = at(when);
  event.file = "f.csv";
  if (kind == EventKind::kNumbers) {
    event.numbers = {{order, "400012345678"}};
  } else {
    event.orders = {order};
  }
  Journal journal;
  journal.events = {event};
  const ListedNow listed[] = {{"", at("2026-11-20T08:00:00+09:00"), {order}}};
  return Progress::fold(journal, listed);
}

TEST(RulesToAsk, leaves_out_only_what_finds_nothing) {
  const std::string unshipped =
      ReportText::unshipped()
          .row({{"order-id", "250-1234567-1234567"}})
          .row({{"order-id", "250-1234567-1234568"}, {"order-item-id", "8"}})
          .text();
  const auto rules = all_rules();
  std::vector<int> found(rules.size());

  const CheckedReports plain({{"u.txt", unshipped}}, kNow);
  const OrderFacts order = plain.check().facts(0);
  CheckContext context = plain.check().context();
  compare(context, order, found);
  const auto journaled = [&](EventKind kind, std::string_view when) {
    const Progress progress = progress_of(order.id, kind, when);
    context.progress = &progress;
    compare(context, order, found);
  };
  journaled(EventKind::kCarrierFile, "2026-11-18T12:00:00+09:00");
  journaled(EventKind::kNumbers, "2026-11-19T12:00:00+09:00");
  journaled(EventKind::kConfirmationFile, "2026-11-19T12:00:00+09:00");

  const CheckedReports full(
      {{"u.txt", unshipped}, {"r.txt", ReportText::returns().row({}).text()}},
      kNow, {{plain.book().item_cell(0, Column::kSku), 0}}, "amazon-jp",
      {{order.id, at(kNow), "An answer", {}}});
  compare(full.check().context(), full.check().facts(0), found);

  for (std::size_t r = 0; r < rules.size(); ++r)
    EXPECT_GT(found[r], 0) << rules[r]->id;
}

}  // namespace
}  // namespace parcelwise
