// Names of sales channels in any case; see report/sales_channel.h.
#include "report/sales_channel.h"

#include <algorithm>

#include "text/ascii.h"

namespace parcelwise {

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return lower_ascii(x) == lower_ascii(y);
  });
}

bool begins_with_name(std::string_view text, std::string_view with) {
  return text.size() >= with.size() &&
         same_name(text.substr(0, with.size()), with);
}

bool is_multi_channel(std::string_view channel) {
  constexpr std::string_view kElsewhere = "Non-Amazon";
  constexpr std::string_view kShippedFor = "SI ";  // SI UK Prod Marketplace
  return begins_with_name(channel, kElsewhere) ||
         (begins_with_name(channel, kShippedFor) &&
          channel.size() > kShippedFor.size());
}

}  // namespace parcelwise
