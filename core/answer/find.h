// Finds the order that a buyer writes about, over everything loaded (S3,
// S6-S8): one text, which may be an order number with or without hyphens and in
// any width, a tracking number, an e-mail alias, a name, a SKU, or the buyer's
// whole message with one of these in it.
//
//   find_orders(check, "ご注文 ２５０－１２３４５６７－１２３４５６７
//   が届きません")
//     -> here, by "order-id"
//   find_orders(check, "250-0000000-0000000") -> not-here: another seller's, or
//   older
//
// Width, case, spaces and hyphens do not matter (text/fold.h). What was found
// is a proposal; a person chooses.
#ifndef PARCELWISE_ANSWER_FIND_H_
#define PARCELWISE_ANSWER_FIND_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "answer/propose.h"
#include "rules/check.h"
#include "tracking/tracking.h"

namespace parcelwise {

inline constexpr std::size_t kMostFound = 20;
inline constexpr std::size_t kLongestSought =
    20'000;  // bytes; the rest is not read

enum class FoundBy : std::uint8_t {
  kOrderId,
  kTrackingNumber,
  kEmail,
  kSku,
  kName
};
std::string_view found_by_name(FoundBy by);  // "order-id"

struct FoundOrder {
  std::uint32_t order = 0;  // index in the book
  FoundBy by{};
};

struct FoundOrders {
  std::string sought;  // an order number with hyphens, or the text
  std::size_t total = 0;
  std::vector<FoundOrder> orders;  // at most kMostFound; by FoundBy, then by id
  bool too_little = false;         // nothing that an order could be found by
  // Where none was found: those named of which rows could not be read.
  std::vector<OrderId> unread;
  std::vector<ProposedCase> proposed;  // what the text seems to say
};

// `text` is any bytes; what is no UTF-8 is passed over. `numbers`: the tracking
// numbers of the check's orders, where there are any.
FoundOrders find_orders(const Check& check, std::string_view text,
                        const TrackingNumbers* numbers = nullptr);

// The order ids that a text holds, each once, in their order; hyphens may be
// missing or any dash, digits full-width.
std::vector<OrderId> order_ids_in(std::string_view utf8);

}  // namespace parcelwise

#endif  // PARCELWISE_ANSWER_FIND_H_
