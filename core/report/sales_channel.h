// What a sales channel says by itself, before anything is known of
// marketplaces (docs/marketplaces.md 1.1).
#ifndef PARCELWISE_REPORT_SALES_CHANNEL_H_
#define PARCELWISE_REPORT_SALES_CHANNEL_H_

#include <string_view>

namespace parcelwise {

// Whether two names are one but for the case of ASCII letters: reports write
// "Amazon.de" and "amazon.de".
bool same_name(std::string_view a, std::string_view b);
bool begins_with_name(std::string_view text, std::string_view with);

// Whether the channel is no shop of Amazon's but a sale made elsewhere that
// Amazon ships: "Non-Amazon", "Non-Amazon JP", "SI UK Prod Marketplace", in any
// case. Such an order is out of the seller's hands.
//   is_multi_channel("non-amazon")   -> true
//   is_multi_channel("Amazon.co.jp") -> false
bool is_multi_channel(std::string_view channel);

}  // namespace parcelwise

#endif  // PARCELWISE_REPORT_SALES_CHANNEL_H_
