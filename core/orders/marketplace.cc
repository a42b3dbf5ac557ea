// Votes of lines for policies; see orders/marketplace.h.
#include "orders/marketplace.h"

#include <cstdint>
#include <map>

#include "policy/policy.h"

namespace parcelwise {

std::string policy_for(const std::vector<const Report*>& reports) {
  std::map<std::string, std::uint64_t> lines;
  for (const Report* report : reports) {
    const std::string id = Policy::id_for(report->marketplace);
    if (id.empty()) continue;
    // Orders outvote what is told of refunds, however many years of it are
    // loaded.
    lines[id] += 1u + (tells_refunds(report->kind) ? 0u : report->lines.size());
  }
  std::string chosen;
  std::uint64_t most = 0;
  for (const auto& [id, count] : lines) {
    if (count > most) {
      chosen = id;
      most = count;
    }
  }
  return chosen;
}

}  // namespace parcelwise
