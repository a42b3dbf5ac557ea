// Applies decisions to groups and writes them; see json/group_list_json.h.
#include "json/group_list_json.h"

#include <algorithm>

#include "combine/differences.h"
#include "files/json.h"
#include "files/json_reader.h"
#include "files/open_json.h"
#include "json/refund_json.h"
#include "json/report_json.h"
#include "rules/wording.h"
#include "text/compact_sort.h"
#include "text/shortened.h"
#include "words/written.h"

namespace parcelwise {
namespace {

constexpr std::string_view kCombinedShipping = "combined-shipping";
constexpr std::string_view kShowNames[] = {"open", "declined", "blocked"};

bool is_in(const std::vector<OrderId>& sorted, OrderId order) {
  return std::binary_search(sorted.begin(), sorted.end(), order);
}

// The ids of a list; nullopt where one is none.
std::optional<std::vector<OrderId>> ids_of(const Json& list,
                                           std::string& wrong) {
  std::vector<OrderId> orders;
  if (!list.is_array()) return orders;
  for (const Json& id : list) {
    const auto order = OrderId::parse(id.text());
    if (!order) {
      wrong = shortened(json_text(id));
      return std::nullopt;
    }
    orders.push_back(*order);
  }
  compact_sort(orders);
  return orders;
}

// What goes back, as the plan takes it.
Json requests_of(const Json& group) {
  Json requests = Json::array();
  for (const Json& refund : group["refunds"]) {
    const Json& amount = refund["amount"];
    const auto currency = Currency::from_code(amount["currency"].text());
    RefundRequest request;
    request.order = *OrderId::parse(refund["order_id"].text());
    request.reason = kCombinedShipping;
    request.amount = amount["minor"].number();
    requests.push_back(request_json(request, currency.value_or(Currency())));
  }
  return requests;
}

Json addresses_json(const OrderBook& book,
                    const std::vector<std::uint32_t>& orders) {
  Json addresses = Json::array();
  for (const MarkedAddress& address : marked_addresses(book, orders)) {
    Json lines = Json::array();
    for (const MarkedLine& line : address.lines) {
      Json parts = Json::array();
      for (const MarkedText& part : line.parts) {
        parts.push_back(
            json_object({{"text", part.text}, {"differs", part.differs}}));
      }
      lines.push_back(
          json_object({{"column", line.column}, {"parts", std::move(parts)}}));
    }
    addresses.push_back(
        json_object({{"order_id", book.order_id(address.order).text()},
                     {"lines", std::move(lines)}}));
  }
  return addresses;
}

// What speaks for one parcel, as far as it is told and nothing contradicts it.
Json for_it(const CheckContext& context, const CombinedGroup& group,
            Language language) {
  const OrderBook& book = context.book;
  Json list = Json::array();
  const auto against = [&](CombineReason reason) {
    return std::any_of(group.reasons.begin(), group.reasons.end(),
                       [&](const ConcernedOrders& reported) {
                         return reported.reason == reason;
                       });
  };
  const auto add = [&](std::string_view name) {
    list.push_back(
        Catalogue::of(language).text("combine/for/" + std::string(name)));
  };
  const auto reported = [&](Column column) {
    return !book.order_cell(group.orders.front(), column).empty();
  };
  add(against(CombineReason::kAddressVariant) ? "numbers" : "address");
  if (!against(CombineReason::kNameDiffers) && reported(Column::kRecipientName))
    add("name");
  if (!against(CombineReason::kDifferentBuyer) && reported(Column::kBuyerEmail))
    add("buyer");
  if (!against(CombineReason::kDifferentServiceLevel) &&
      reported(Column::kShipServiceLevel)) {
    add("service");
  }
  if (!against(CombineReason::kWouldBeLate) && group.ship_by &&
      context.now <= *group.ship_by) {
    add("time");
  }
  return list;
}

bool is_through(Standing standing) {
  return standing == Standing::kLeft || standing == Standing::kShipped;
}

bool is_in_trouble(Standing standing) {
  return standing == Standing::kRefused || standing == Standing::kLost ||
         standing == Standing::kCancelled;
}

}  // namespace

tl::expected<GroupDecisions, GroupsError> read_group_decisions(
    std::string_view json) {
  const auto opened = open_json(json);
  if (!opened) {
    return tl::unexpected(
        GroupsError{GroupsErrorCode::kNotGroups, 0, {}, opened.error()});
  }
  const Json& read = *opened;
  if (!read.is_object()) {
    return tl::unexpected(GroupsError{GroupsErrorCode::kNotGroups, 0,
                                      shortened(json_text(read))});
  }
  GroupDecisions decisions;
  std::string wrong;
  const auto bad_id = [&wrong] {
    return tl::unexpected(
        GroupsError{GroupsErrorCode::kBadOrderId, 0, std::move(wrong)});
  };
  if (read.contains("groups")) {
    const auto whole = accepted_groups_of(read);
    if (!whole) return tl::unexpected(whole.error());
    for (const Json& group : read["groups"]) {
      if (group.contains("verdict") && group["verdict"] != "suggest") continue;
      auto orders = ids_of(group["orders"], wrong);
      if (!orders) return bad_id();
      GroupDecisions::Accepted& accepted = decisions.accepted.emplace_back();
      accepted.orders = std::move(*orders);
      for (const auto& parcel : *whole) {
        if (is_in(accepted.orders, parcel.front()))
          accepted.parcels.push_back(parcel);
      }
    }
  }
  if (read.contains("declined") && read["declined"].is_array()) {
    for (const Json& group : read["declined"]) {
      auto orders = ids_of(group, wrong);
      if (!orders) return bad_id();
      decisions.declined.push_back(std::move(*orders));
    }
    compact_sort(decisions.declined);
  }
  if (read.contains("apart")) {
    auto orders = ids_of(read["apart"], wrong);
    if (!orders) return bad_id();
    decisions.apart = std::move(*orders);
  }
  return decisions;
}

std::optional<GroupList::Show> GroupList::show_from_name(
    std::string_view name) {
  for (std::size_t s = 0; s < std::size(kShowNames); ++s) {
    if (kShowNames[s] == name) return static_cast<Show>(s);
  }
  return std::nullopt;
}

GroupList::GroupList(const CombinedGroups& groups, const CheckContext& context,
                     const GroupDecisions& decisions, const RefundPlan& plan)
    : context_(context),
      decisions_(decisions),
      plan_(plan),
      progress_(context.book, context.policies, context.now) {
  std::vector<OrderId> elsewhere = decisions.apart;
  for (const GroupDecisions::Accepted& accepted : decisions.accepted) {
    elsewhere.insert(elsewhere.end(), accepted.orders.begin(),
                     accepted.orders.end());
    followed_.push_back(progress_.of(accepted.orders));
  }
  compact_sort(elsewhere);
  const OrderBook& book = context.book;
  for (const CombinedGroup& group : groups.all()) {
    std::vector<std::uint32_t> rest;
    for (const std::uint32_t order : group.orders) {
      if (!is_in(elsewhere, book.order_id(order))) rest.push_back(order);
    }
    if (rest.size() == group.orders.size()) {
      add(group);
      continue;
    }
    const bool open =
        std::any_of(rest.begin(), rest.end(), [&](std::uint32_t order) {
          return order_facts(book, order, context.policies.of(order)).open();
        });
    if (rest.size() >= 2 && open) {
      judged_.push_back(std::make_unique<CombinedGroup>(CombinedGroups::judge(
          book, context.policies, context.now, std::move(rest))));
      add(*judged_.back());
    }
  }
}

void GroupList::add(const CombinedGroup& group) {
  if (group.verdict == Verdict::kBlocked) {
    entries_.push_back({&group, Show::kBlocked});
    return;
  }
  std::vector<OrderId> orders;
  for (const std::uint32_t order : group.orders) {
    orders.push_back(context_.book.order_id(order));
  }
  const bool declined = std::binary_search(decisions_.declined.begin(),
                                           decisions_.declined.end(), orders);
  entries_.push_back({&group, declined ? Show::kDeclined : Show::kOpen});
}

// What else is planned counts; the accepted groups' own refunds do not, or a
// group would look as if its saving had gone back already.
RefundLedger GroupList::ledger_without_accepted(
    const RefundLedger& reported) const {
  std::vector<RefundRequest> others;
  for (const PlannedRefund& planned : plan_.refunds()) {
    const RefundRequest& request = planned.request;
    const bool its_own =
        request.reason == kCombinedShipping &&
        std::any_of(decisions_.accepted.begin(), decisions_.accepted.end(),
                    [&](const auto& accepted) {
                      return is_in(accepted.orders, request.order);
                    });
    if (!its_own) others.push_back(request);
  }
  if (others.empty()) return reported;
  return RefundPlan::make(context_.book, context_.policies, context_.now,
                          reported, std::move(others))
      .ledger();
}

Json GroupList::page(Show show, std::size_t offset, std::size_t limit,
                     const RefundLedger& reported, const SavingTerms& terms,
                     Language language) const {
  const RefundLedger ledger = ledger_without_accepted(reported);
  const SavingContext context{context_.book, context_.policies, context_.now,
                              ledger};
  std::size_t counts[std::size(kShowNames)] = {};
  Json groups = Json::array();
  for (const Entry& entry : entries_) {
    const std::size_t place = counts[static_cast<std::size_t>(entry.show)]++;
    if (entry.show != show || place < offset ||
        place - offset >= std::min(limit, kMostShown)) {
      continue;
    }
    Json group = group_json(*entry.group, context, terms, language);
    group["addresses"] = addresses_json(context_.book, entry.group->orders);
    group["for"] = for_it(context_, *entry.group, language);
    group["requests"] = requests_of(group);
    groups.push_back(std::move(group));
  }

  // Those in trouble first.
  std::vector<std::size_t> places;
  std::size_t refused = 0;
  for (std::size_t a = 0; a < followed_.size(); ++a) {
    places.push_back(a);
    for (const FollowedOrder& each : followed_[a]) {
      if (is_in_trouble(each.standing)) ++refused;
    }
  }
  std::stable_partition(places.begin(), places.end(), [&](std::size_t a) {
    return std::any_of(
        followed_[a].begin(), followed_[a].end(),
        [](const FollowedOrder& each) { return is_in_trouble(each.standing); });
  });
  Json accepted = Json::array();
  for (const std::size_t a : places) {
    if (accepted.size() == kMostShown) break;
    const GroupDecisions::Accepted& group = decisions_.accepted[a];
    Json followed = Json::array();
    std::optional<Instant> ship_by;  // of the first that has to leave
    for (const FollowedOrder& each : followed_[a]) {
      followed.push_back(followed_json(group, each, language));
      if (!each.ship_by) continue;
      ship_by = std::min(ship_by.value_or(*each.ship_by), *each.ship_by);
    }
    Json json;
    json["orders"] = order_ids_json(group.orders);
    json["ship_by"] = nullptr;
    if (ship_by) {
      json["ship_by"] = policy_of(group.orders).zone().to_iso8601(*ship_by);
    }
    json["followed"] = std::move(followed);
    json["again"] = again_json(group, context, terms);
    accepted.push_back(std::move(json));
  }
  Json json;
  json["open"] = counts[0];
  json["declined"] = counts[1];
  json["blocked"] = counts[2];
  json["accepted"] = decisions_.accepted.size();
  json["refused"] = refused;
  json["offset"] = offset;
  json["groups"] = std::move(groups);
  json["accepted_groups"] = std::move(accepted);
  return json;
}

const Policy& GroupList::policy_of(std::span<const OrderId> orders) const {
  for (const OrderId id : orders) {
    if (const auto order = context_.book.find(id))
      return context_.policies.of(*order);
  }
  return context_.policy;
}

Json GroupList::parcel_of(OrderId order, Language language) const {
  for (std::size_t a = 0; a < decisions_.accepted.size(); ++a) {
    for (const FollowedOrder& each : followed_[a]) {
      if (each.id == order)
        return followed_json(decisions_.accepted[a], each, language);
    }
  }
  return nullptr;
}

// The refunds that accepting it now would plan; null where it cannot be worked
// out.
Json GroupList::again_json(const GroupDecisions::Accepted& accepted,
                           const SavingContext& context,
                           const SavingTerms& terms) const {
  std::vector<std::uint32_t> orders;
  for (const OrderId id : accepted.orders) {
    const auto order = context_.book.find(id);
    if (!order ||
        !order_facts(context_.book, *order, context_.policies.of(*order))
             .open()) {
      return nullptr;
    }
    orders.push_back(*order);
  }
  const CombinedGroup group = CombinedGroups::judge(
      context_.book, context_.policies, context_.now, std::move(orders));
  const Json json = group_json(group, context, terms, Language::kEnglish);
  if (json["saved"].is_null()) return nullptr;
  return requests_of(json);
}

Json GroupList::followed_json(const GroupDecisions::Accepted& accepted,
                              const FollowedOrder& followed,
                              Language language) const {
  const Catalogue& words = Catalogue::of(language);
  const Zone& zone = policy_of({&followed.id, 1}).zone();
  std::string others;  // in the same parcel
  for (const auto& parcel : accepted.parcels) {
    if (!is_in(parcel, followed.id)) continue;
    for (const OrderId mate : parcel) {
      if (mate != followed.id)
        others += (others.empty() ? "" : ", ") + mate.text();
    }
  }
  std::optional<Money> refund;
  for (const PlannedRefund& planned : plan_.refunds()) {
    if (planned.request.order != followed.id || !planned.outcome ||
        planned.request.reason != kCombinedShipping) {
      continue;
    }
    refund = Money{planned.outcome->charges.currency, planned.outcome->total};
  }
  Fields fields = {{"others", others}};
  Json json;
  json["order_id"] = followed.id.text();
  json["standing"] = standing_name(followed.standing);
  json["ship_by"] = json["confirm_by"] = json["amazon_by"] = nullptr;
  json["days_left"] = json["amazon_days_left"] = nullptr;
  if (followed.ship_by) json["ship_by"] = zone.to_iso8601(*followed.ship_by);
  std::string form(standing_name(followed.standing));
  if (const auto& limits = followed.limits) {
    json["confirm_by"] = zone.to_iso8601(limits->confirm_by);
    json["amazon_by"] = zone.to_iso8601(limits->amazon_by);
    json["days_left"] = limits->days_left;
    json["amazon_days_left"] = limits->amazon_days_left;
    fields.emplace_back("confirm_by",
                        date_text(limits->confirm_by, zone, language));
    fields.emplace_back("amazon_by",
                        date_text(limits->amazon_by, zone, language));
  } else if (followed.standing == Standing::kRefused ||
             followed.standing == Standing::kToConfirm) {
    form += "-no-date";
  }
  json["text"] = fill(words.text("combine/follow/" + form), fields);
  json["refund"] = money_json(refund);

  const bool through = is_through(followed.standing);
  Json steps = Json::array();
  // `told`: what the reports say of it; else the seller's own mark counts.
  const auto add = [&](std::string_view step, std::string_view text,
                       std::optional<bool> reported) {
    Json one;
    one["step"] = step;
    one["text"] =
        fill(words.text("combine/after/" + std::string(text)), fields);
    one["done"] = nullptr;
    if (reported) one["done"] = *reported;
    steps.push_back(std::move(one));
  };
  const std::optional<bool> done = through ? std::optional(true) : std::nullopt;
  const bool failed = is_in_trouble(followed.standing);
  add("pack", others.empty() ? "pack-alone" : "pack",
      failed ? std::optional(true) : done);
  add("confirm", "confirm", failed ? std::optional(false) : done);
  add("check", "check", failed ? std::optional(false) : done);
  if (refund) add("refund", "refund", std::nullopt);
  json["steps"] = std::move(steps);
  return json;
}

}  // namespace parcelwise
