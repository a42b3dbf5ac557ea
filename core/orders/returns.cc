// Gathers returned items by order, each once; see orders/returns.h.
#include "orders/returns.h"

#include <algorithm>
#include <tuple>

#include "report/cells.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

constexpr Day kNever{INT32_MAX};

// Rows with one key tell of one return.
auto key_of(const Return& returned) {
  const ReturnedItem& item = *returned.item;
  return std::tuple<std::uint32_t, std::string_view, std::string_view, Day>(
      returned.order, item.rma, item.sku,
      item.rma.empty() ? item.requested.value_or(kNever) : Day{});
}

// How much of its story a row tells; compared from left to right.
auto fullness_of(const Return& returned) {
  const ReturnedItem& item = *returned.item;
  return std::tuple(item.arrived.has_value(),
                    std::max<std::int64_t>(item.refunded_thousandths, 0),
                    return_status(item.status), returned.report, item.row);
}

bool told_earlier(const Return& a, const Return& b) {
  const auto keys = std::pair(key_of(a), key_of(b));
  if (keys.first != keys.second) return keys.first < keys.second;
  return fullness_of(a) < fullness_of(b);
}

bool arrives_earlier(const Return& a, const Return& b) {
  const auto place_of = [](const Return& returned) {
    const ReturnedItem& item = *returned.item;
    return std::tuple<std::uint32_t, Day, Day, std::string_view,
                      std::string_view, std::uint32_t, std::uint32_t>(
        returned.order, item.arrived.value_or(kNever),
        item.requested.value_or(kNever), item.rma, item.sku, returned.report,
        item.row);
  };
  return place_of(a) < place_of(b);
}

std::string amount_text(std::int64_t thousandths, const Currency& currency) {
  if (thousandths == kNoAmount) return {};
  if (!currency.known()) return std::to_string(thousandths / 1000);
  return print_amount(
      {currency, thousandths / thousandths_per_minor(currency)});
}

std::string day_text(const std::optional<Day>& day) {
  return day ? to_text(*day) : std::string();
}

}  // namespace

Returns Returns::find(const OrderBook& book) {
  Returns found;
  std::vector<Return>& all = found.returns_;
  for (std::uint32_t r = 0; r < book.reports().size(); ++r) {
    for (const ReturnedItem& item : book.reports()[r]->returns) {
      if (const auto order = book.find(item.order))
        all.push_back({*order, r, &item});
    }
  }
  compact_sort(all, told_earlier);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool last =
        i + 1 == all.size() || key_of(all[i + 1]) != key_of(all[i]);
    if (last) all[kept++] = all[i];
  }
  all.resize(kept);
  compact_sort(all, arrives_earlier);
  return found;
}

std::span<const Return> Returns::of(std::uint32_t order) const {
  const auto first =
      std::lower_bound(returns_.begin(), returns_.end(), order,
                       [](const Return& returned, std::uint32_t at) {
                         return returned.order < at;
                       });
  auto last = first;
  while (last != returns_.end() && last->order == order) ++last;
  return {returns_.data() + (first - returns_.begin()),
          static_cast<std::size_t>(last - first)};
}

bool has_returns(const OrderBook& book) {
  return std::any_of(
      book.reports().begin(), book.reports().end(),
      [](const Report* report) { return !report->returns.empty(); });
}

ReturnStatus return_status(std::string_view returned) {
  const std::string_view status = trim(returned);
  for (const std::string_view word : {"approv", "authori", "auto"}) {
    if (begins_ignoring_case(status, word)) return ReturnStatus::kApproved;
  }
  for (const std::string_view word :
       {"closed", "complete", "denied", "declined", "rejected", "refunded",
        "cancel", "unit returned", "returned", "received"}) {
    if (begins_ignoring_case(status, word)) return ReturnStatus::kClosed;
  }
  return ReturnStatus::kUnanswered;
}

std::string return_cell(const OrderBook& book, const Return& returned,
                        Column column) {
  for (const OrderBook::Source source : book.order_sources(returned.order)) {
    if (source.report == returned.report &&
        book.line(source).row == returned.item->row) {
      return book.report(source).cell(book.line(source), column);
    }
  }
  const ReturnedItem& item = *returned.item;
  const auto answer = [](const std::optional<bool>& yes) {
    return !yes ? std::string() : *yes ? "Y" : "N";
  };
  switch (column) {
    case Column::kRmaId:
      return item.rma;
    case Column::kSku:
      return item.sku;
    case Column::kReturnRequestDate:
      return day_text(item.requested);
    case Column::kReturnDeliveryDate:
      return day_text(item.arrived);
    case Column::kReturnStatus:
      return item.status;
    case Column::kReturnReason:
      return item.reason;
    case Column::kReturnQuantity:
      return item.units < 0 ? std::string() : std::to_string(item.units);
    case Column::kInPolicy:
      return answer(item.in_policy);
    case Column::kAToZClaim:
      return answer(item.a_to_z);
    case Column::kRefundedAmount:
      return amount_text(item.refunded_thousandths, item.currency);
    default:
      return {};
  }
}

}  // namespace parcelwise
