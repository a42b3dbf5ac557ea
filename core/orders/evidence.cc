// Weighs listings against orders; see orders/evidence.h. Linear in the lines of
// all reports: listings are compared with the newest of their account alone.
#include "orders/evidence.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "orders/listings.h"
#include "orders/marketplace.h"
#include "orders/order_book.h"
#include "orders/order_facts.h"
#include "text/compact_sort.h"

namespace parcelwise {

const Listing* ReportEvidence::listing_of(std::uint32_t report) const {
  for (const Listing& listing : listings_) {
    if (listing.report == report) return &listing;
  }
  return nullptr;
}

const Listing* ReportEvidence::left_by(std::uint32_t order) const {
  const auto found =
      std::lower_bound(left_by_.begin(), left_by_.end(), std::pair{order, 0u});
  if (found == left_by_.end() || found->first != order) return nullptr;
  return &listings_[found->second];
}

std::span<const UnreadRow> ReportEvidence::unread(OrderId order) const {
  const auto first = std::lower_bound(
      unread_.begin(), unread_.end(), order,
      [](const UnreadRow& row, OrderId id) { return row.order < id; });
  auto last = first;
  while (last != unread_.end() && last->order == order) ++last;
  return {unread_.data() + (first - unread_.begin()),
          static_cast<std::size_t>(last - first)};
}

// One weighing.
class EvidenceScales {
 public:
  EvidenceScales(const OrderBook& book, const Policies& policies, Instant now,
                 const SellersWord& word)
      : book_(book), policies_(policies), word_(word) {
    evidence_.now_ = now;
  }

  ReportEvidence weigh() {
    note_unread();
    look_at_clock();
    evidence_.listings_ =
        read_listings(book_, policies_, *evidence_.now_, word_);
    if (evidence_.listings_.empty()) return std::move(evidence_);
    heads_ = ListingHeads::find(book_, policies_, evidence_.listings_);
    of_report_.assign(book_.reports().size(), kNone);
    for (std::uint32_t i = 0; i < evidence_.listings_.size(); ++i)
      of_report_[evidence_.listings_[i].report] = i;
    for (const Report* const report : book_.reports()) {
      newest_.push_back(report->kind == ReportKind::kAllOrders
                            ? newest_date(*report, policies_.main().zone())
                            : std::nullopt);
    }
    not_sent_ = word_.not_sent;
    compact_sort(not_sent_, [](OrderId a, OrderId b) { return a < b; });
    evidence_.presence_.assign(book_.order_count(), Presence::kUntold);
    // As their files have them; those that a listing lacks by id, as the lists
    // of them stand.
    std::vector<std::uint32_t> absent;
    for (const std::uint32_t order : book_.in_file_order()) {
      if (!weigh_listed(order)) absent.push_back(order);
    }
    compact_sort(absent,
                 [](std::uint32_t a, std::uint32_t b) { return a < b; });
    for (const std::uint32_t order : absent) weigh_absent(order);
    return std::move(evidence_);
  }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;

  void note_unread() {
    for (const auto& [report, reject] : book_.rejects()) {
      if (!reject.order) continue;
      evidence_.unread_.push_back(
          {*reject.order, report, reject.row, reject.code});
    }
    compact_sort(evidence_.unread_, [](const UnreadRow& a, const UnreadRow& b) {
      return std::tie(a.order, a.report, a.row) <
             std::tie(b.order, b.report, b.row);
    });
  }

  void look_at_clock() {
    std::optional<Instant> newest;
    for (const Report* const report : book_.reports()) {
      if (tells_refunds(report->kind)) continue;
      for (std::uint32_t p = 0; p < report->parts.size(); ++p) {
        for (const DateSlot slot :
             {DateSlot::kPurchase, DateSlot::kReporting}) {
          const auto at =
              earliest_of(report->parts[p], slot, policies_.main().zone());
          if (at && (!newest || *newest < *at)) newest = at;
        }
      }
    }
    if (newest && *evidence_.now_ < *newest) evidence_.ahead_of_clock_ = newest;
  }

  // The listings that have the order, by a line or by a row that could not be
  // read.
  void find_listings(std::uint32_t order) {
    listed_in_.clear();
    std::uint32_t last = kNone;
    for (const OrderBook::Source source : book_.order_sources(order)) {
      if (source.report != last) note_listed(last = source.report);
    }
    if (evidence_.unread_.empty()) return;
    for (const UnreadRow& row : evidence_.unread(book_.order_id(order)))
      note_listed(row.report);
  }
  void note_listed(std::uint32_t report) {
    const std::uint32_t listing = of_report_[report];
    if (listing == kNone || lists(listing)) return;
    listed_in_.push_back(listing);
  }
  bool lists(std::uint32_t listing) const {
    return std::find(listed_in_.begin(), listed_in_.end(), listing) !=
           listed_in_.end();
  }

  // Of the listings that ought to have it.
  std::span<const ListingHeads::Head> find_heads(std::uint32_t order) {
    find_listings(order);
    return heads_.only() && !listed_in_.empty() ? heads_.all()
                                                : heads_.of(book_, order);
  }

  // False where a listing lacks the order.
  bool weigh_listed(std::uint32_t order) {
    const std::span<const ListingHeads::Head> heads = find_heads(order);
    const bool listed = std::any_of(
        heads.begin(), heads.end(),
        [&](const ListingHeads::Head& head) { return lists(head.listing); });
    if (listed || (heads.empty() && !listed_in_.empty())) {
      evidence_.presence_[order] = Presence::kListed;
      if (listed) weigh_lines(order, heads);
      return true;
    }
    return heads.empty();
  }

  void weigh_absent(std::uint32_t order) {
    Presence& presence = evidence_.presence_[order];
    presence = absent(order, find_heads(order));
    if (presence == Presence::kLeft) mark_all(order);
  }

  Presence absent(std::uint32_t order,
                  std::span<const ListingHeads::Head> heads) {
    if (std::binary_search(not_sent_.begin(), not_sent_.end(),
                           book_.order_id(order))) {
      return Presence::kListed;
    }
    const Listing* newest = nullptr;
    const auto bought =
        bought_and_paid(book_, order, policies_.of(order).zone());
    bool unknown = !bought;
    // An order that an older listing has is of that listing's account.
    const bool at_home = std::any_of(
        heads.begin(), heads.end(),
        [&](const ListingHeads::Head& head) { return is_of(head); });
    for (const ListingHeads::Head& head : heads) {
      if (at_home && !is_of(head)) continue;
      const Listing& listing = evidence_.listings_[head.listing];
      if (bought && !must_list(listing, *bought)) return Presence::kAfterList;
      unknown = unknown || listing.damaged;
      if (newest == nullptr || *newest->at < *listing.at) newest = &listing;
    }
    if (newest == nullptr) return Presence::kUntold;
    // A listing without a moment has it: which of the two is the older?
    unknown = unknown || (!at_home && !listed_in_.empty());
    switch (told_since(order, *newest->at)) {
      case Since::kOpen:
        return Presence::kAfterList;
      case Since::kSettled: {
        const Zone& zone = policies_.of(order).zone();
        if (zone.day_of(*newest->at) == zone.day_of(*evidence_.now_))
          evidence_.lacked_today_.push_back(order);
        return Presence::kUntold;
      }
      case Since::kNothing:
        break;
    }
    if (unknown) return Presence::kUnknown;
    evidence_.left_by_.emplace_back(
        order, static_cast<std::uint32_t>(newest - evidence_.listings_.data()));
    const bool by_day =
        !newest->by_seller && newest->made_on &&
        (!newest->newest_reporting || *newest->newest_reporting < *bought);
    if (by_day) evidence_.by_day_alone_.add(order);
    return Presence::kLeft;
  }

  bool is_of(const ListingHeads::Head& head) const {
    return std::any_of(
        listed_in_.begin(), listed_in_.end(),
        [&](std::uint32_t listing) { return heads_.follows(listing, head); });
  }

  // What other reports say of an order that a listing lacks.
  enum class Since : std::uint8_t { kNothing, kOpen, kSettled };
  Since told_since(std::uint32_t order, Instant at) const {
    for (const OrderBook::Source source : book_.order_sources(order)) {
      const OrderPart& part = book_.part(source);
      if (part.channel == Channel::kAmazon || part.pending_report)
        return Since::kSettled;
      if (tells_refunds(book_.report(source).kind)) return Since::kSettled;
      if (book_.report(source).kind != ReportKind::kAllOrders) continue;
      switch (line_state(part.state, book_.line(source).state)) {
        case OrderState::kUnclear:
          if (is_later(source.report, at)) return Since::kSettled;
          break;
        case OrderState::kUnshipped:
        case OrderState::kPartiallyShipped:
          if (is_later(source.report, at)) return Since::kOpen;
          break;
        case OrderState::kPending:
        case OrderState::kShipped:
        case OrderState::kCancelled:
        case OrderState::kUnknown:
          break;
      }
    }
    bool open = false;
    for (std::uint32_t item = book_.first_item(order);
         item < book_.last_item(order); ++item) {
      const ItemUnits units = item_units(book_, item);
      if (units.state == OrderState::kPending) return Since::kSettled;
      open = open || units.unshipped > 0;
    }
    return open ? Since::kNothing : Since::kSettled;
  }
  bool is_later(std::uint32_t report, Instant at) const {
    return newest_[report] && at <= *newest_[report];
  }

  void mark(std::vector<bool>& marks, std::uint32_t item) {
    if (marks.empty()) marks.resize(book_.item_count());
    marks[item] = true;
  }

  void mark_all(std::uint32_t order) {
    for (std::uint32_t item = book_.first_item(order);
         item < book_.last_item(order); ++item) {
      mark(evidence_.gone_, item);
      mark(evidence_.word_settled_, item);
    }
  }

  // Lines that a listed order lacks are probably confirmed; no source proves
  // that Amazon drops such lines (docs/marketplaces.md 5.6).
  void weigh_lines(std::uint32_t order,
                   std::span<const ListingHeads::Head> heads) {
    const Listing* listing = nullptr;
    for (const ListingHeads::Head& head : heads) {
      if (lists(head.listing)) listing = &evidence_.listings_[head.listing];
    }
    const auto sources = book_.order_sources(order);
    if (listing == nullptr ||
        (sources.size() == 1 && sources[0].report == listing->report)) {
      return;
    }
    const auto whole = [&] {
      const auto unread = evidence_.unread(book_.order_id(order));
      return !listing->damaged &&
             std::none_of(unread.begin(), unread.end(),
                          [&](const UnreadRow& row) {
                            return row.report == listing->report;
                          });
    };
    for (std::uint32_t item = book_.first_item(order);
         item < book_.last_item(order); ++item) {
      bool listed = false, open_later = false, returned_alone = true;
      bool ended = false, ended_later = false, cancelled = false;
      for (const OrderBook::Source source : book_.sources(item)) {
        const Report& report = book_.report(source);
        if (tells_refunds(report.kind)) continue;
        returned_alone = false;
        const Line& line = report.lines[source.line];
        const OrderState state =
            line_state(report.parts[line.part].state, line.state);
        if (source.report == listing->report) {
          listed = true;
          if (state == OrderState::kPending)
            mark(evidence_.word_settled_, item);
          continue;
        }
        const bool later = is_later(source.report, *listing->at);
        open_later = open_later || ((state == OrderState::kUnshipped ||
                                     state == OrderState::kPartiallyShipped) &&
                                    later);
        if (state == OrderState::kShipped || state == OrderState::kCancelled ||
            state == OrderState::kPartiallyShipped) {
          ended = true;
          // What comes back did leave, and a row that does not tell when it
          // was updated may be the later.
          const OrderPart& part = report.parts[line.part];
          ended_later = ended_later || later || part.comes_back ||
                        !Report::date(part, DateSlot::kLastUpdated);
          cancelled = cancelled || state == OrderState::kCancelled;
        }
        // What is listed is paid, and to be shipped.
        if (state == OrderState::kPending ||
            (state == OrderState::kUnclear && !later)) {
          mark(evidence_.word_settled_, item);
        }
      }
      if (!listed && !open_later && !returned_alone && whole())
        mark(evidence_.gone_, item);
      if (!listed || !ended || ended_later) continue;
      mark(evidence_.end_settled_, item);
      // What was cancelled is not to be shipped by a listing's word alone.
      if (cancelled) evidence_.presence_[order] = Presence::kUnknown;
    }
  }

  const OrderBook& book_;
  const Policies& policies_;
  const SellersWord& word_;
  ReportEvidence evidence_;
  ListingHeads heads_;
  std::vector<std::uint32_t> of_report_;        // listing of a report, or kNone
  std::vector<std::optional<Instant>> newest_;  // of all-orders reports
  std::vector<OrderId> not_sent_;
  std::vector<std::uint32_t> listed_in_;  // of the order at hand
};

void RowsNamed::add(const std::string& file, std::uint32_t row) {
  if (count++ == kMost) where += ", \xE2\x80\xA6";
  if (count > kMost) return;
  if (!where.empty()) where += ", ";
  where += file + ":" + std::to_string(row);
}

RowsNamed lacking_rows(const OrderBook& book, OrderId order) {
  RowsNamed named;
  for (const UnreadRow& row : book.evidence().unread(order)) {
    const Report& report = *book.reports()[row.report];
    // Where two files disagree no line is missing: the other file has it.
    if (row.code == RejectCode::kConflict || tells_refunds(report.kind))
      continue;
    named.add(report.file, row.row);
  }
  return named;
}

bool lacks_rows(const OrderBook& book, OrderId order) {
  return lacking_rows(book, order).count > 0;
}

ReportEvidence ReportEvidence::weigh(const OrderBook& book,
                                     const Policies& policies, Instant now,
                                     const SellersWord& word) {
  return EvidenceScales(book, policies, now, word).weigh();
}

}  // namespace parcelwise
