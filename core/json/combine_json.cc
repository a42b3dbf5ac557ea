// Writes groups and savings; see json/combine_json.h.
#include "json/combine_json.h"

#include <algorithm>

#include "rules/wording.h"
#include "words/catalogue.h"

namespace parcelwise {
namespace {

Json reported_reason(const OrderBook& book, std::string_view code,
                     std::string_view text,
                     const std::vector<std::uint32_t>& orders) {
  Json json;
  json["code"] = code;
  json["text"] = text;
  Json& ids = json["orders"] = Json::array();
  for (const std::uint32_t order : orders)
    ids.push_back(book.order_id(order).text());
  return json;
}

class GroupWriter {
 public:
  GroupWriter(const CombinedGroup& group, const SavingContext& context,
              const SavingTerms& terms, Language language)
      : group_(group),
        context_(context),
        language_(language),
        words_(Catalogue::of(language)),
        saving_(work_out_saving(group, context, terms)),
        verdict_(saving_.not_cheaper ? std::max(group.verdict, Verdict::kAsk)
                                     : group.verdict) {}

  Json json() const {
    Json json;
    json["orders"] = ids(group_.orders);
    json["verdict"] = verdict_name(verdict_);
    json["reasons"] = reasons();
    json["ship_by"] = nullptr;
    if (group_.ship_by)
      json["ship_by"] = policy().zone().to_iso8601(*group_.ship_by);
    Json& charged = json["charged"] = Json::array();
    Json refunds = Json::array();
    for (const SavedOrder& order : saving_.orders) {
      const std::string id = context_.book.order_id(order.order).text();
      Json reported;
      reported["order_id"] = id;
      reported["shipping"] = nullptr;
      reported["refunded"] = nullptr;
      if (order.shipping) {
        reported["shipping"] =
            money_json(Money{order.currency, *order.shipping});
        reported["refunded"] =
            money_json(Money{order.currency, order.refunded});
      }
      charged.push_back(std::move(reported));
      if (order.minor == 0) continue;
      Json refund;
      refund["order_id"] = id;
      refund["amount"] = amount(order.minor);
      Json& lines = refund["lines"] = Json::array();
      for (const SavedLine& line : order.lines) {
        Json part;
        part["order_item_id"] = line.order_item_id;
        part["amount"] = amount(line.minor);
        lines.push_back(std::move(part));
      }
      refunds.push_back(std::move(refund));
    }
    json["basis"] = basis_name(saving_.basis);
    json["cost"] = nullptr;
    if (saving_.separate) {
      json["cost"] = Json::object();
      json["cost"]["separate"] = amount(saving_.separate);
      json["cost"]["combined"] = amount(saving_.combined);
    }
    json["saved"] = amount(saving_.saved);
    json["refunds"] = std::move(refunds);
    json["steps"] = steps();
    Json& parcels = json["parcels"] = Json::array();
    for (const SavedParcel& parcel : saving_.parcels) {
      Json reported;
      reported["orders"] = ids(parcel.orders);
      reported["service"] = parcel.service;
      reported["cost"] = amount(parcel.cost);
      parcels.push_back(std::move(reported));
    }
    Json& missing = json["missing"] = Json::array();
    for (const Notice& notice : saving_.missing) {
      missing.push_back(fill(words_.text(notice.key), notice.fields));
    }
    return json;
  }

 private:
  const Policy& policy() const {
    return context_.policy(group_.orders.front());
  }

  Json ids(const std::vector<std::uint32_t>& orders) const {
    Json list = Json::array();
    for (const std::uint32_t order : orders) {
      list.push_back(context_.book.order_id(order).text());
    }
    return list;
  }

  Json amount(std::optional<std::int64_t> minor) const {
    if (!minor) return nullptr;
    const Currency& currency =
        saving_.currency.known() ? saving_.currency : policy().currency();
    return money_json(Money{currency, *minor});
  }

  Json reasons() const {
    Json list = Json::array();
    for (const ConcernedOrders& reported : group_.reasons) {
      list.push_back(reason_json(context_.book, reported, language_));
    }
    if (saving_.not_cheaper) {
      list.push_back(reported_reason(
          context_.book, reason_name(CombineReason::kNotCheaper),
          words_.text("combine/not_cheaper/" +
                      std::string(basis_name(saving_.basis))),
          group_.orders));
    }
    return list;
  }

  Json steps() const {
    Json list = Json::array();
    if (verdict_ == Verdict::kBlocked) {
      list.push_back(words_.text("combine/steps/blocked"));
      return list;
    }
    if (saving_.not_cheaper) {
      list.push_back(words_.text("combine/steps/not_cheaper"));
      return list;
    }
    if (saving_.parcels.size() > 1) {
      list.push_back(fill(words_.text("combine/steps/parcels"),
                          {{"count", std::to_string(saving_.parcels.size())}}));
    }
    const std::string path =
        "rules/combine/" + std::string(verdict_name(verdict_)) + "/steps";
    for (const std::string_view step : words_.list(path)) {
      list.push_back(
          fill(step, {{"count", std::to_string(group_.orders.size())}}));
    }
    if (saving_.saved == 0)
      list.push_back(words_.text("combine/steps/nothing_back"));
    if (refunded_before_now()) {
      list.push_back(words_.text("combine/steps/refunded"));
    }
    return list;
  }

  bool refunded_before_now() const {
    for (const SavedOrder& order : saving_.orders) {
      if (order.refunded > 0) return true;
    }
    return false;
  }

  const CombinedGroup& group_;
  const SavingContext& context_;
  Language language_;
  const Catalogue& words_;
  Saving saving_;
  Verdict verdict_;
};

}  // namespace

Json group_json(const CombinedGroup& group, const SavingContext& context,
                const SavingTerms& terms, Language language) {
  return GroupWriter(group, context, terms, language).json();
}

Json reason_json(const OrderBook& book, const ConcernedOrders& reason,
                 Language language) {
  const std::string_view code = reason_name(reason.reason);
  return reported_reason(
      book, code,
      Catalogue::of(language).text("combine/reasons/" + std::string(code)),
      reason.orders);
}

Json combine_json(const CombinedGroups& groups, const SavingContext& context,
                  const SavingTerms& terms, Language language) {
  Json json;
  Json& list = json["groups"] = Json::array();
  for (const CombinedGroup& group : groups.all()) {
    list.push_back(group_json(group, context, terms, language));
  }
  if (terms.tariffs.empty()) return json;
  const Day today = context.policies.main().zone().day_of(context.now);
  Json& tariffs = json["tariffs"] = Json::array();
  for (const Tariff& tariff : terms.tariffs) {
    const auto as_of = tariff.as_of(today);
    tariffs.push_back(
        json_object({{"id", tariff.id()},
                     {"name", tariff.name()},
                     {"as_of", as_of ? Json(to_text(*as_of)) : Json()}}));
  }
  return json;
}

}  // namespace parcelwise
