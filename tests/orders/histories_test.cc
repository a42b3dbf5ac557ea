// Properties of orders/evidence.h over random histories: orders are bought,
// paid, confirmed line by line or cancelled, reports are drawn at random
// moments, and some rows are damaged. What happened is known here, so that what
// the reports allow can be held against it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "draws.h"
#include "orders/marketplace.h"
#include "orders/order_facts.h"
#include "report/report_text.h"

namespace parcelwise {
namespace {

constexpr int kHistories = draws(100'000);
constexpr int kOrdersOfBook = 20;

constexpr std::int64_t kMinute = 60, kHour = 3600, kDay = 86'400;
// 2026-11-01T00:00:00+09:00
constexpr std::int64_t kFirstDay = 1'793'458'800;
constexpr std::int64_t kNever = INT64_MAX;

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed * 2 + 1) {}
  // 0 to most - 1.
  std::int64_t below(std::int64_t most) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<std::int64_t>(state_ % static_cast<std::uint64_t>(most));
  }
  bool once_in(std::int64_t times) { return below(times) == 0; }

 private:
  std::uint64_t state_;
};

struct History {
  std::string id;
  std::int64_t bought, paid;
  std::int64_t cancelled = kNever;
  std::vector<std::int64_t> confirmed;  // by line

  bool open_at(std::int64_t at, std::size_t line) const {
    return paid <= at && cancelled > at && confirmed[line] > at;
  }
  bool open_at(std::int64_t at) const {
    for (std::size_t line = 0; line < confirmed.size(); ++line) {
      if (open_at(at, line)) return true;
    }
    return false;
  }
};

std::string two(std::int64_t number) {
  return {static_cast<char>('0' + number / 10),
          static_cast<char>('0' + number % 10)};
}

std::string instant(std::int64_t seconds) {
  const std::int64_t since = seconds - kFirstDay;
  return "2026-11-" + two(since / kDay + 1) + "T" + two(since % kDay / kHour) +
         ":" + two(since % kHour / kMinute) + ":" + two(since % kMinute) +
         "+09:00";
}

History history(Chance& chance, int number) {
  History made;
  made.id = "250-0000000-00000" + two(number);
  made.bought = kFirstDay + chance.below(20 * kDay);
  // One in five is paid at a store, up to six days later.
  made.paid = made.bought + (chance.once_in(5) ? chance.below(6 * kDay) : 0);
  if (chance.once_in(8))
    made.cancelled = made.paid + kHour + chance.below(5 * kDay);
  const std::int64_t lines = 1 + chance.below(3);
  const std::int64_t sent = made.paid + 2 * kHour + chance.below(4 * kDay);
  for (std::int64_t line = 0; line < lines; ++line) {
    made.confirmed.push_back(chance.once_in(4)   ? kNever
                             : chance.once_in(3) ? sent + chance.below(2 * kDay)
                                                 : sent);
  }
  return made;
}

enum class Damage : std::uint8_t { kNone, kItem, kOrder };

Cells cells_of(const History& order, std::size_t line, Damage damage) {
  const std::string item = std::to_string(1000 + line) + order.id.substr(17);
  return {
      {"order-id", damage == Damage::kOrder ? "2.50E+16" : order.id},
      {"order-item-id", damage == Damage::kItem ? "1.2E+13" : item},
      {"purchase-date", instant(order.bought)},
      {"payments-date", instant(order.paid)},
      {"sku", "SKU-" + item},
  };
}

// One morning's files, and what was true when they were drawn.
struct Morning {
  std::int64_t listed_at = 0;
  std::int64_t now = 0;
  bool whole = true;    // no row of the listing is damaged
  bool listed = false;  // the newest listing has a row at all
};

std::string listing(const std::vector<History>& orders, std::int64_t made,
                    bool drops_lines, Chance& chance, bool damages,
                    Morning& morning) {
  ReportText text = ReportText::listing();
  morning.whole = true;
  morning.listed = false;
  for (const History& order : orders) {
    if (order.paid + 30 * kMinute > made || !order.open_at(made)) continue;
    const std::int64_t ship_by_day = (order.paid - kFirstDay) / kDay + 2;
    const std::int64_t past = (made - kFirstDay) / kDay - ship_by_day - 1;
    for (std::size_t line = 0; line < order.confirmed.size(); ++line) {
      const bool open = order.open_at(made, line);
      if (!open && drops_lines) continue;
      const Damage damage = !damages || !chance.once_in(6) ? Damage::kNone
                            : chance.once_in(2)            ? Damage::kItem
                                                           : Damage::kOrder;
      morning.whole = morning.whole && damage == Damage::kNone;
      Cells cells = cells_of(order, line, damage);
      cells.push_back({"reporting-date", instant(order.paid + 30 * kMinute)});
      cells.push_back(
          {"promise-date", instant(kFirstDay + (ship_by_day + 1) * kDay - 1)});
      cells.push_back({"days-past-promise", std::to_string(past)});
      cells.push_back({"quantity-shipped", open ? "0" : "1"});
      cells.push_back({"quantity-to-ship", open ? "1" : "0"});
      text.row(cells);
      morning.listed = morning.listed || damage == Damage::kNone;
    }
  }
  return text.text();
}

std::string new_orders(const std::vector<History>& orders, std::int64_t made) {
  ReportText text = ReportText::new_orders();
  for (const History& order : orders) {
    if (order.paid + 30 * kMinute > made) continue;
    for (std::size_t line = 0; line < order.confirmed.size(); ++line)
      text.row(cells_of(order, line, Damage::kNone));
  }
  return text.text();
}

std::string all_orders(const std::vector<History>& orders, std::int64_t made) {
  ReportText text = ReportText::all_orders();
  for (const History& order : orders) {
    if (order.bought > made) continue;
    std::int64_t updated = order.bought;
    std::size_t confirmed = 0;
    for (const std::int64_t at : order.confirmed) {
      if (at > made) continue;
      ++confirmed;
      updated = std::max(updated, at);
    }
    const char* const status = order.cancelled <= made ? "Cancelled"
                               : order.paid > made     ? "Pending"
                               : confirmed == order.confirmed.size()
                                   ? "Shipped"
                                   : "Unshipped";
    for (std::size_t line = 0; line < order.confirmed.size(); ++line) {
      const Cells cells = cells_of(order, line, Damage::kNone);
      text.row({{"amazon-order-id", order.id},
                {"purchase-date", instant(order.bought)},
                {"last-updated-date", instant(updated)},
                {"order-status", status},
                {"item-status",
                 order.confirmed[line] <= made ? "Shipped" : "Unshipped"},
                {"sku", cells.back().second}});
    }
  }
  return text.text();
}

std::string told(
    const std::vector<std::pair<std::string, std::string>>& files) {
  std::string text;
  for (const auto& [name, content] : files)
    text += "\n== " + name + "\n" + content;
  return text;
}

void weigh_one(std::uint64_t seed, const Policy& policy) {
  Chance chance(seed);
  std::vector<History> orders;
  for (int i = 0; i < kOrdersOfBook; ++i) orders.push_back(history(chance, i));
  const bool damages = chance.once_in(3);
  const bool drops_lines = chance.once_in(2);
  Morning morning;
  morning.listed_at = kFirstDay + 8 * kDay + chance.below(14 * kDay);
  morning.now = morning.listed_at + kHour + chance.below(kDay);
  const std::int64_t today =
      kFirstDay + (morning.listed_at - kFirstDay) / kDay * kDay;

  std::vector<std::pair<std::string, std::string>> files;
  if (chance.once_in(2)) {  // and one of an earlier day
    Morning earlier;
    const std::int64_t made = today - 1 - chance.below(5 * kDay);
    files.emplace_back("earlier.txt", listing(orders, made, drops_lines, chance,
                                              damages, earlier));
  }
  files.emplace_back("listing.txt",
                     listing(orders, morning.listed_at, drops_lines, chance,
                             damages, morning));
  files.emplace_back("new.txt", new_orders(orders, morning.listed_at - kDay +
                                                       chance.below(2 * kDay)));
  if (chance.once_in(3)) {
    files.emplace_back("all.txt",
                       all_orders(orders, today - 1 - chance.below(5 * kDay)));
  }
  std::vector<Report> reports;
  std::vector<const Report*> all;
  reports.reserve(files.size());
  for (const auto& [name, text] : files) {
    auto report = read_report(text, name);
    ASSERT_TRUE(report.has_value());
    reports.push_back(std::move(*report));
  }
  for (const Report& report : reports) all.push_back(&report);
  std::rotate(all.begin(),
              all.begin() + static_cast<std::ptrdiff_t>(chance.below(2)),
              all.end());
  OrderBook book = OrderBook::join(all);
  book.weigh(Policies::only(book, policy), {morning.now});

  for (const History& order : orders) {
    const auto found = book.find(*OrderId::parse(order.id));
    const std::string where = "seed " + std::to_string(seed) + ", " + order.id;
    const bool reportable = order.paid + 30 * kMinute <= morning.listed_at;
    const bool open = order.open_at(morning.listed_at);
    if (!found) {
      // Every open order is in a whole listing.
      EXPECT_FALSE(morning.whole && reportable && open) << where;
      continue;
    }
    const OrderFacts facts = order_facts(book, *found, policy);
    // The day of a listing is known by its rows; before it began nothing of it
    // can be after the listing.
    const bool before_today = order.paid + 31 * kMinute < today;
    if (!open && morning.listed && before_today) {
      EXPECT_FALSE(facts.to_ship())
          << where << ": picked, and gone" << told(files);
    }
    if (open && reportable) {
      EXPECT_FALSE(facts.left) << where << ": open, and taken for gone";
      // Held where a row is damaged: to be looked up, never gone.
      EXPECT_TRUE(facts.to_ship() || facts.status_unknown || facts.pending())
          << where << told(files);
      if (morning.whole) {
        EXPECT_TRUE(facts.to_ship()) << where << ": missing";
        std::int64_t units = 0;
        for (std::size_t line = 0; line < order.confirmed.size(); ++line)
          units += order.open_at(morning.listed_at, line) ? 1 : 0;
        EXPECT_EQ(facts.unshipped, units) << where;
      }
    }
  }
}

TEST(Histories, no_confirmed_order_is_picked_and_no_open_one_is_missing) {
  const Policy policy = *Policy::load("amazon-jp");
  for (int book = 0; book < kHistories / kOrdersOfBook; ++book) {
    weigh_one(static_cast<std::uint64_t>(book) * 2'654'435'761u + 88'172'645u,
              policy);
    if (::testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace parcelwise
