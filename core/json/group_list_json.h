// Groups as the page shows them, after what a person decided: accepted groups
// with what became of their orders, the others page by page with addresses side
// by side.
//
// A decision names orders by id. Orders that were accepted or taken out are in
// no other group; what is left of a group is judged anew. What no longer fits
// the reports (an order that is gone, a group that has grown) decides nothing
// and is kept.
#ifndef PARCELWISE_JSON_GROUP_LIST_JSON_H_
#define PARCELWISE_JSON_GROUP_LIST_JSON_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "combine/group_progress.h"
#include "json/combine_json.h"
#include "json/groups_json.h"
#include "refund/plan.h"

namespace parcelwise {

struct GroupDecisions {
  struct Accepted {
    std::vector<OrderId> orders;  // the whole group, whose saving was split
    AcceptedGroups parcels;       // of it, those of two orders and more
  };
  std::vector<Accepted> accepted;
  std::vector<std::vector<OrderId>> declined;  // sorted
  std::vector<OrderId> apart;                  // taken out; sorted
};

// GroupDecisions of the .d.ts:
//   {"groups": [{"orders": [...], "parcels": [{"orders": [...]}]}],
//    "declined": [["250-...", "250-..."]], "apart": ["250-..."]}
// Refused whole where the groups are (read_accepted_groups) or an id is none.
tl::expected<GroupDecisions, GroupsError> read_group_decisions(
    std::string_view json);

class GroupList {
 public:
  // What is passed in must outlive it; `plan` is where accepted refunds stand.
  GroupList(const CombinedGroups& groups, const CheckContext& context,
            const GroupDecisions& decisions, const RefundPlan& plan);

  enum class Show : std::uint8_t { kOpen, kDeclined, kBlocked };
  static std::optional<Show> show_from_name(std::string_view name);  // "open"

  // GroupPage of the .d.ts; at most kMostShown groups, and as many accepted
  // ones.
  Json page(Show show, std::size_t offset, std::size_t limit,
            const RefundLedger& reported, const SavingTerms& terms,
            Language language) const;
  static constexpr std::size_t kMostShown = 200;

  // What the page shows of an order in an accepted group; null for any other.
  Json parcel_of(OrderId order, Language language) const;

 private:
  struct Entry {
    const CombinedGroup* group = nullptr;
    Show show = Show::kOpen;
  };
  void add(const CombinedGroup& group);
  // Of the first order that a report has.
  const Policy& policy_of(std::span<const OrderId> orders) const;
  Json accepted_json(const GroupDecisions::Accepted& accepted,
                     Language language) const;
  Json followed_json(const GroupDecisions::Accepted& accepted,
                     const FollowedOrder& followed, Language language) const;
  RefundLedger ledger_without_accepted(const RefundLedger& reported) const;
  Json again_json(const GroupDecisions::Accepted& accepted,
                  const SavingContext& context, const SavingTerms& terms) const;

  const CheckContext& context_;
  const GroupDecisions& decisions_;
  const RefundPlan& plan_;
  GroupProgress progress_;
  std::vector<std::unique_ptr<CombinedGroup>> judged_;  // anew
  std::vector<Entry> entries_;
  std::vector<std::vector<FollowedOrder>> followed_;  // by accepted group
};

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_GROUP_LIST_JSON_H_
