// Files for Amazon's upload page, one for each marketplace: an upload is read
// by the marketplace that it is given to, in its own form, currency and
// decimals (docs/marketplaces.md 1.2).
//
//   two marketplaces -> "adjustments-amazon.co.uk.txt",
//                       "adjustments-amazon.de.txt"
//   one              -> "adjustments.txt"
//   an order of no known marketplace is in none of them: "no-marketplace"
#ifndef PARCELWISE_HANDOFF_CHANNELS_H_
#define PARCELWISE_HANDOFF_CHANNELS_H_

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "handoff/handoff_files.h"
#include "orders/marketplace.h"

namespace parcelwise {

// A sales channel as a file's name has it: "amazon.co.uk"; "" where the policy
// is of no known marketplace.
std::string channel_of(const Policy& policy);

// `write` makes the files of one policy's orders by the name it is given.
// `orders` are those that the seller wants in some file.
HandoffFiles write_by_channel(
    const OrderBook& book, const Policies& policies, std::string_view name,
    std::span<const std::uint32_t> orders,
    const std::function<HandoffFiles(Policies::Index, const std::string&)>&
        write);

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_CHANNELS_H_
