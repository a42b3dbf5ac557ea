// Journals for tests, written as a line an event.
#ifndef PARCELWISE_TESTS_JOURNAL_JOURNAL_TEXT_H_
#define PARCELWISE_TESTS_JOURNAL_JOURNAL_TEXT_H_

#include <string>
#include <utility>
#include <vector>

#include "journal/journal.h"

namespace parcelwise {

// The order with this number: 250-0000000-000000N.
inline OrderId numbered(int number) {
  const std::string digits = std::to_string(number);
  return *OrderId::parse("250-0000000-" + std::string(7 - digits.size(), '0') +
                         digits);
}

inline std::vector<OrderId> numbered_all(const std::vector<int>& numbers) {
  std::vector<OrderId> orders;
  for (const int number : numbers) orders.push_back(numbered(number));
  return orders;
}

// Hour `hour` since the journal's first day began.
inline Instant hour(int hour) {
  return {1'795'000'000 + std::int64_t{hour} * 3'600};
}

inline JournalEvent event(EventKind kind, int at, std::vector<int> orders) {
  JournalEvent made;
  made.kind = kind;
  made.at = hour(at);
  made.orders = numbered_all(orders);
  return made;
}

inline JournalEvent listing(int at, std::vector<int> orders,
                            const char* marketplace = "Amazon.co.jp") {
  JournalEvent made = event(EventKind::kListing, at, std::move(orders));
  made.marketplace = marketplace;
  made.listing_at = hour(at);
  return made;
}

inline JournalEvent numbers(int at, std::vector<int> orders) {
  JournalEvent made = event(EventKind::kNumbers, at, {});
  for (const int order : orders) {
    made.numbers.emplace_back(numbered(order), "4000-" + std::to_string(order));
  }
  return made;
}

inline JournalEvent undo(int at, std::uint64_t place) {
  JournalEvent made = event(EventKind::kUndo, at, {});
  made.undone = place;
  return made;
}

}  // namespace parcelwise

#endif  // PARCELWISE_TESTS_JOURNAL_JOURNAL_TEXT_H_
