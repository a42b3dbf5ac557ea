// Asks for the files of each marketplace; see handoff/channels.h.
#include "handoff/channels.h"

#include <algorithm>
#include <iterator>

namespace parcelwise {

std::string channel_of(const Policy& policy) {
  if (!policy.known()) return {};
  std::string name = policy.marketplaces().empty()
                         ? policy.id()
                         : policy.marketplaces().front();
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                       c == '.' || c == '-';
    if (!plain) c = '-';
  }
  return name;
}

HandoffFiles write_by_channel(
    const OrderBook& book, const Policies& policies, std::string_view name,
    std::span<const std::uint32_t> orders,
    const std::function<HandoffFiles(Policies::Index, const std::string&)>&
        write) {
  HandoffFiles all;
  const auto known =
      std::count_if(policies.all().begin(), policies.all().end(),
                    [](const Policy& policy) { return policy.known(); });
  for (std::size_t i = 0; i < policies.all().size(); ++i) {
    const auto index = static_cast<Policies::Index>(i);
    const std::string channel = channel_of(policies.all()[i]);
    if (channel.empty()) continue;
    std::string file(name);
    if (known > 1) file += "-" + channel;
    HandoffFiles made = write(index, file);
    for (HandoffFile& one : made.files)
      one.channel = known > 1 ? channel : std::string();
    const auto take = [](auto& to, auto& from) {
      to.insert(to.end(), std::make_move_iterator(from.begin()),
                std::make_move_iterator(from.end()));
    };
    take(all.files, made.files);
    take(all.left_out, made.left_out);
    take(all.warnings, made.warnings);
    all.rows += made.rows;
  }
  for (const std::uint32_t order : orders) {
    if (policies.of(order).known()) continue;
    all.left_out.push_back({book.order_id(order).text(),
                            "sales-channel",
                            {},
                            "no-marketplace",
                            {}});
  }
  return all;
}

}  // namespace parcelwise
