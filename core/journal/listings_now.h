// What the loaded reports list as open, in the journal's terms: the newest
// listing of each marketplace (orders/evidence.h), to fold progress and changes
// with, and to note as an event.
#ifndef PARCELWISE_JOURNAL_LISTINGS_NOW_H_
#define PARCELWISE_JOURNAL_LISTINGS_NOW_H_

#include <span>
#include <string>
#include <vector>

#include "journal/changes.h"
#include "journal/journal.h"
#include "orders/marketplace.h"
#include "orders/order_book.h"

namespace parcelwise {

struct OpenListing {
  ListingNow now;
  std::string file;  // of the report; of the first one of several accounts
};

// Of a book that was weighed, by marketplace. Listings of several accounts in
// one marketplace count as one, of the earliest moment: an order has left when
// none of them has it. A damaged one has no moment, for what it lacks proves
// nothing. "Not sent, I know" counts as listed.
//   an unshipped report with {A, B}, one of new orders with {C}
//     -> {{"Amazon.co.jp", at, {A, B}}, details of both, "unshipped.txt"}
std::vector<OpenListing> listings_now(const OrderBook& book,
                                      const Policies& policies);

// For Progress::fold and changes_since.
std::vector<ListedNow> listed_of(std::span<const OpenListing> listings);
std::vector<ListingNow> details_of(std::span<const OpenListing> listings);

// The event of a listing that was read at `at`; nullopt where the journal has
// it already: same marketplace, moment and orders.
std::optional<JournalEvent> listing_event(const Journal& journal,
                                          const OpenListing& listing,
                                          Instant at);

}  // namespace parcelwise

#endif  // PARCELWISE_JOURNAL_LISTINGS_NOW_H_
