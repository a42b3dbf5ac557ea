// Which order has which tracking number: the rows of all files and pasted
// lines, matched to the orders of a check.
//
// MATCHING  By what the row names: an order's id or key. A row that names none
// is held against the recipients (tracking/recipients.h) of orders that may be
// shipped, were bought no later than the parcel left, and have no number yet:
// by name and postal code, and phone where both tell it; by name alone where
// the file has no postal codes. Only where one shipment and one number meet on
// both sides it is a PROPOSAL, which counts once the seller accepts it; a row
// whose postal code or phone differs never gets an order by its name. Nothing
// is guessed: what is not matched is told with its row.
// PARCELS  Rows that say their units (item and quantity, or a split's parcel)
// each count for these, never for more than are to be shipped; what no row says
// stays back. A quantity without an item is of the one line that is to be
// shipped; of several lines, and of a parcel's mark without its split ("-2"),
// nobody knows which units are meant: a question, unless it is all of them. A
// row of the whole order beside them counts where its number is one of theirs.
// TWO NUMBERS  for one order, and no word on units, count for nothing until the
// seller says which units they are for (a question), or, where there are fewer
// units than numbers, which of them it is (a conflict). A pasted line is such a
// decision and goes before any file, and before what was pasted earlier. Of two
// Click Post rows the one bought last counts. The same number again is a
// duplicate.
// ONE DAY  Where a file's date can be read in several ways, the one that lies
// between the purchase and now counts; else none does, and unclear_day has it.
// ONE PARCEL  An order of an accepted group that no row names has
// the number of the first that has one. ORDER  The order in which files were
// given changes nothing but which of two equal rows is called the duplicate;
// that of pasted lines is the seller's own.
//
// For each file, and always: rows = numbers + proposed + duplicates + refused +
// deleted + blank + unmatched.
#ifndef PARCELWISE_TRACKING_TRACKING_H_
#define PARCELWISE_TRACKING_TRACKING_H_

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/check.h"
#include "tracking/split.h"
#include "tracking/tracking_file.h"

namespace parcelwise {

// How an order was found.
enum class TrackingBy : std::uint8_t {
  kKey,
  kOrderId,
  kNameAndPostalCode,
  kName
};
std::string_view tracking_by_name(TrackingBy by);  // "name-and-postal-code"

struct TrackingNumber {
  std::uint32_t order = 0;  // index in the book
  std::uint32_t file = 0;   // index among the files matched
  std::uint32_t row = 0;
  std::string number;
  std::string carrier;  // "" where no file tells
  std::string service;
  std::optional<Day> shipped;
  std::string unclear_day;  // what the file has where that is no one day
  TrackingBy by{};
};

// What a number is for where that is not the whole order.
struct TrackingPart {
  TrackingNumber number;
  std::uint32_t item = 0;  // of the book
  int quantity = 0;        // units, 1 or more
};

// Several numbers for one order, or one for a part of it, and nobody said which
// units they are for.
struct TrackingQuestion {
  std::uint32_t order = 0;
  std::vector<std::string> numbers;  // one alone where it is for a part
};

struct TrackingProposal {
  TrackingNumber number;
  std::string name, postal_code;  // as the row has them
};

// What the seller accepted of what was proposed.
struct AcceptedProposals {
  bool all = false;
  std::map<OrderId, std::string> numbers;  // those alone
};

struct TrackingCounts {
  std::uint32_t rows = 0, numbers = 0, proposed = 0, duplicates = 0,
                refused = 0, deleted = 0, blank = 0, unmatched = 0;
};

class TrackingNumbers {
 public:
  // `groups` are accepted groups: their orders share a parcel, and so a number.
  static TrackingNumbers match(const Check& check,
                               std::span<const TrackingFile* const> files,
                               std::span<const std::vector<OrderId>> groups,
                               const AcceptedProposals& accepted = {},
                               const OrderSplits& splits = {});

  // nullptr for an order without one. Of an order in several parcels the first
  // of them.
  const TrackingNumber* find(std::uint32_t order) const;

  // By item of the book, then as read; none for an order in one parcel.
  std::span<const TrackingPart> parts_of(std::uint32_t order) const;

  // nullptr for an order that has a number, or to which none is proposed.
  const TrackingProposal* find_proposal(std::uint32_t order) const;

  // Whether an order has two different numbers, and so none.
  bool in_conflict(std::uint32_t order) const;

  const std::vector<TrackingNumber>& all() const {
    return numbers_;
  }                                                                  // by order
  const std::vector<TrackingPart>& parts() const { return parts_; }  // by order
  const std::vector<TrackingQuestion>& questions() const { return questions_; }
  // Not accepted; by order.
  const std::vector<TrackingProposal>& proposals() const { return proposals_; }
  const std::vector<TrackingCounts>& counts() const {
    return counts_;
  }  // by file
  // Refused and unmatched rows, then warnings; each by file and row.
  const std::vector<TrackingNote>& notes() const { return notes_; }
  const std::vector<TrackingNote>& warnings() const { return warnings_; }

 private:
  friend class TrackingMatcher;
  std::vector<TrackingNumber> numbers_;
  std::vector<TrackingPart> parts_;
  std::vector<TrackingQuestion> questions_;  // by order
  std::vector<TrackingProposal> proposals_;
  std::vector<std::uint32_t> conflicts_;  // orders, sorted
  std::vector<TrackingCounts> counts_;
  std::vector<TrackingNote> notes_, warnings_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_TRACKING_TRACKING_H_
