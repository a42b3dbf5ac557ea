// What each report can know: up to which moment, of which orders and
// marketplace. A report is a statement about some orders at some moment and no
// more; what could not be read is listed, never counted as nothing.
//
// LISTING  An unshipped-orders report says that at its moment these orders and
// lines were not confirmed (docs/marketplaces.md 5). Its moment is the later
// of its newest reporting-date and the start of the day it was made, which is
// the local promise-date + days-past-promise + 1 where all rows agree and it
// is not after `now`; never later than true. The seller may tell it. An order
// of its marketplace that was bought and paid before the moment, less the 30
// minutes that Amazon takes to report one, and that the newest listing lacks
// has left: it was confirmed or cancelled. Nothing is proved by a listing
// without a moment, nor by one with a row that names no order.
//
//   listing of 16 Nov lacks an order of 4 Nov            -> kLeft
//   the same, and an all-orders report of later has it
//   as Unshipped, a pending report has it, or the seller
//   says "not sent, I know"                              -> not kLeft
//   bought on the 12th, paid on the 16th at 9:20         -> kAfterList
//
// ACCOUNTS  Two listings of a marketplace and day that share no order, and of
// which one lacks what it must have had were it of the other's account, are of
// two accounts: an order has left where it is missing from each of them. Of all
// others the newer decides.
#ifndef PARCELWISE_ORDERS_EVIDENCE_H_
#define PARCELWISE_ORDERS_EVIDENCE_H_

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "report/report.h"

namespace parcelwise {

class OrderBook;
class Policies;

// What the seller knows better than the files.
struct SellersWord {
  struct Moment {
    std::string file;  // as Report::file
    Instant at;
  };
  std::vector<Moment> listing_at;  // when an unshipped report was made
  std::vector<OrderId> not_sent;   // "not sent, I know"
};

// What an unshipped-orders report says of itself.
struct Listing {
  std::uint32_t report = 0;               // index in the book's reports()
  std::vector<std::string> marketplaces;  // "amazon.co.jp"; none: not known
  std::optional<Instant> newest_reporting;
  std::optional<Day> made_on;  // where it is believed
  std::optional<Instant> at;   // it surely speaks for; nullopt: no moment
  bool by_seller = false;      // the seller told the moment
  bool damaged = false;        // a row names no order, or the file is cut
  bool empty = false;
  bool outdated = false;  // a newer one decides for all of its marketplaces
};

// Where the listings of its marketplace leave an order.
enum class Presence : std::uint8_t {
  kUntold,     // none speaks of it
  kListed,     // the newest has it, or the seller says so
  kAfterList,  // it could not be in it, or something later has it as open
  kLeft,       // it must have been in it, and is not
  kUnknown     // it is not in it, which proves nothing, or in it and cancelled
};

// A row that could not be read and still names its order.
struct UnreadRow {
  OrderId order;
  std::uint32_t report = 0;
  std::uint32_t row = 0;
  RejectCode code{};
};

class ReportEvidence {
 public:
  // Nothing weighed: every order is kUntold, and no clock is known.
  ReportEvidence() = default;
  static ReportEvidence weigh(const OrderBook& book, const Policies& policies,
                              Instant now, const SellersWord& word);

  // nullopt: nothing was weighed.
  const std::optional<Instant>& now() const { return now_; }

  std::span<const Listing> listings() const { return listings_; }
  const Listing* listing_of(std::uint32_t report) const;

  Presence presence(std::uint32_t order) const {
    return presence_.empty() ? Presence::kUntold : presence_[order];
  }
  // The listing that an order kLeft; nullptr for any other order.
  const Listing* left_by(std::uint32_t order) const;

  // The line is probably confirmed: its order left, or is listed without it.
  bool gone(std::uint32_t item) const { return !gone_.empty() && gone_[item]; }
  // A listing has the order, and overrules that it was pending once, or an
  // older status word that nobody knows.
  bool word_settled(std::uint32_t item) const {
    return !word_settled_.empty() && word_settled_[item];
  }
  // A listing has the line as still to ship, and every report that has it as
  // shipped or cancelled is older.
  bool end_settled(std::uint32_t item) const {
    return !end_settled_.empty() && end_settled_[item];
  }

  // Rows that could not be read, by order, report and row; those of one order.
  std::span<const UnreadRow> unread() const { return unread_; }
  std::span<const UnreadRow> unread(OrderId order) const;

  // Orders that left by the day alone on which a listing was made, bought
  // since its newest reporting-date: how many, and the first kMostNamed.
  static constexpr std::size_t kMostNamed = 20;
  struct Named {
    std::uint32_t count = 0;
    std::vector<std::uint32_t> orders;
    void add(std::uint32_t order) {
      if (count++ < kMostNamed) orders.push_back(order);
    }
  };
  const Named& by_day_alone() const { return by_day_alone_; }

  // A listing made today, in the order's marketplace, lacks it, and another
  // report tells of it since: no other listing of today would settle more.
  bool lacked_today(std::uint32_t order) const {
    return std::binary_search(lacked_today_.begin(), lacked_today_.end(),
                              order);
  }

  // The newest purchase- or reporting-date, where `now` lies before it: the
  // clock is wrong, or a date is.
  const std::optional<Instant>& ahead_of_clock() const {
    return ahead_of_clock_;
  }

 private:
  friend class EvidenceScales;

  std::optional<Instant> now_;
  std::vector<Listing> listings_;
  std::vector<Presence> presence_;  // by order; empty: kUntold
  std::vector<std::pair<std::uint32_t, std::uint32_t>> left_by_;  // by order
  // By item; empty: none.
  std::vector<bool> gone_, word_settled_, end_settled_;
  std::vector<UnreadRow> unread_;
  Named by_day_alone_;
  std::vector<std::uint32_t> lacked_today_;  // by order
  std::optional<Instant> ahead_of_clock_;
};

// Whether a row of an order report (not of one that tells refunds) that names
// the order could not be read: it may lack a line. No such order is confirmed,
// refunded or broken down as a whole before the seller has looked it up.
bool lacks_rows(const OrderBook& book, OrderId order);
// Those rows: how many, and the first of them as "a.txt:12, b.txt:7".
struct RowsNamed {
  static constexpr std::size_t kMost = 5;
  std::size_t count = 0;
  std::string where;
  void add(const std::string& file, std::uint32_t row);
};
RowsNamed lacking_rows(const OrderBook& book, OrderId order);

}  // namespace parcelwise

#endif  // PARCELWISE_ORDERS_EVIDENCE_H_
