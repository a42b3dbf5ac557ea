// Refunds and requests as JSON, both ways; see json/refund_json.h.
#include "json/refund_json.h"

#include <algorithm>

#include "files/json.h"
#include "files/json_reader.h"
#include "files/open_json.h"
#include "money/percent.h"
#include "refund/typed_amount.h"
#include "rules/wording.h"
#include "text/shortened.h"
#include "words/file_errors.h"
#include "words/written.h"

namespace parcelwise {
namespace {

std::string notice_text(const Notice& notice, Language language) {
  return fill_with(Catalogue::of(language).text(notice.key),
                   [&](std::string_view name, std::string& out) {
                     for (const auto& [field, value] : notice.fields) {
                       if (field != name) continue;
                       out += value;
                       return true;
                     }
                     for (const auto& [field, amount] : notice.amounts) {
                       if (field != name) continue;
                       out += money_text(amount);
                       return true;
                     }
                     return false;
                   });
}

Json order_lines_json(const Refund& refund) {
  Json lines = Json::array();
  for (std::size_t i = 0; i < refund.charges.lines.size(); ++i) {
    const ChargedLine& line = refund.charges.lines[i];
    Json charged = Json::object(), refunded = Json::object();
    put_amounts(charged, line.charged, refund.charges.currency);
    put_amounts(refunded, refund.before[i].amounts, refund.charges.currency);
    Json one = Json::object();
    one["order_item_id"] = line.order_item_id;
    one["sku"] = line.sku;
    one["product"] =
        refund.charges.book->item_cell(line.item, Column::kProductName);
    one["units"] = line.units;
    one["units_left"] = units_left(line, refund.before[i]);
    one["unsent"] = line.unsent;
    one["charged"] = std::move(charged);
    one["refunded"] = std::move(refunded);
    lines.push_back(std::move(one));
  }
  return lines;
}

// Reads the requests of one text; the first error ends it.
class RequestReader {
  static constexpr std::size_t kShownBytes = 63;
  static constexpr std::size_t kLongestFile = 400;  // bytes

 public:
  explicit RequestReader(const PolicyOf& policy_of) : policy_of_(policy_of) {}

  tl::expected<std::vector<RefundRequest>, RequestError> read(
      std::string_view text) {
    const auto documents = open_json_documents(text);
    if (!documents) {
      return tl::unexpected(RequestError{0, "", "", documents.error()});
    }
    for (const Json& document : *documents) read_document(document);
    if (error_) return tl::unexpected(*error_);
    return std::move(requests_);
  }

 private:
  void fail(std::string field, std::string value) {
    if (!error_)
      error_ =
          RequestError{requests_.size(), std::move(field), std::move(value)};
  }
  void fail(std::string field, const Json& value) {
    fail(std::move(field), shortened(json_text(value), kShownBytes));
  }

  void read_document(const Json& document) {
    if (error_) return;
    const Json& list =
        document.is_array() ? document : member(document, "refunds");
    if (list.is_array()) {
      for (const Json& one : list) read_request(one);
    } else {
      read_request(document);
    }
  }

  void read_request(const Json& json) {
    if (error_) return;
    const Json& own = member(json, "request");  // what the command printed
    const Json& object = own.is_object() ? own : json;
    RefundRequest request;
    const Json& order = member(object, "order_id");
    const auto id = OrderId::parse(order.text());
    if (!id) return fail("order_id", order);
    request.order = *id;
    const Json& reason = member(object, "reason");
    if (reason.is_string()) request.reason = reason.text();
    const RefundReason* const known = find_refund_reason(request.reason);
    if (known == nullptr) return fail("reason", reason);
    read_items(object, request);
    const Json& amount = member(object, "amount");
    // A refund written out without its request tells its amount as its total.
    read_amount(
        amount.is_null() && !known->by_units ? member(object, "total") : amount,
        request);
    const Json& outbound = member(object, "outbound_cost");
    if (outbound.is_string()) {
      request.outbound_cost =
          parse_money(outbound.text(), policy_of_(request.order));
    }
    if (!outbound.is_null() && request.outbound_cost.value_or(0) <= 0)
      fail("outbound_cost", outbound);
    const Json& condition = member(object, "condition");
    if (condition.is_string()) {
      request.condition = condition_from_name(condition.text());
    }
    if (!condition.is_null() && !request.condition)
      fail("condition", condition);
    const Json& days = member(object, "days");
    constexpr int kMostDays = 3650;
    if (const auto number = whole_number(days, 0, kMostDays)) {
      request.days = static_cast<int>(*number);
    } else if (!days.is_null()) {
      fail("days", days);
    }
    const Json& told = member(object, "concession");
    // A refund that was printed tells more of it than a request does.
    const Json& concession = told.is_object() ? member(told, "kind") : told;
    if (concession.is_string()) {
      const auto named = concession_from_name(concession.text());
      if (!named) return fail("concession", concession);
      request.concession = *named;
    } else if (!concession.is_null()) {
      fail("concession", concession);
    }
    const Json& rate = member(object, "fee_rate");
    if (rate.is_string()) request.fee_rate = parse_percent(rate.text());
    if (!rate.is_null() && !request.fee_rate) fail("fee_rate", rate);
    read_answer(object, "accept_unread", request.accept_unread);
    read_answer(object, "accept_done", request.accept_done);
    read_moment(object, "made", request.made);
    read_moment(object, "exported", request.exported);
    const Json& file = member(object, "file");
    if (file.is_string() && file.text().size() <= kLongestFile) {
      request.file = file.text();
    } else if (!file.is_null()) {
      fail("file", file);
    }
    if (!error_) requests_.push_back(std::move(request));
  }

  void read_answer(const Json& object, const char* name, bool& answer) {
    const Json& value = member(object, name);
    if (value.is_boolean()) {
      answer = value.is_true();
    } else if (!value.is_null()) {
      fail(name, value);
    }
  }

  // Kept as it is written; a day without its time is none.
  void read_moment(const Json& object, const char* name, std::string& moment) {
    const Json& value = member(object, name);
    if (value.is_null()) return;
    if (!value.is_string()) return fail(name, value);
    const auto stamp = parse_stamp(value.text());
    if (!stamp || stamp->date_only) return fail(name, value);
    moment = value.text();
  }

  void read_items(const Json& object, RefundRequest& request) {
    const Json& named = member(object, "items");
    const Json& items = named.is_null() ? member(object, "lines") : named;
    if (items.is_null()) return;
    if (!items.is_array()) return fail("items", items);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const std::string at = "items/" + std::to_string(i) + "/";
      RefundRequest::Item item;
      const Json& id = member(items[i], "order_item_id");
      if (!id.is_string() || id.text().empty()) {
        return fail(at + "order_item_id", id);
      }
      item.order_item_id = id.text();
      const Json& quantity = member(items[i], "quantity");
      constexpr int kMostUnits = 1'000'000;
      if (const auto number = whole_number(quantity, -kMostUnits, kMostUnits)) {
        item.quantity = static_cast<int>(*number);
      } else if (!quantity.is_null()) {
        return fail(at + "quantity", quantity);
      }
      request.items.push_back(std::move(item));
    }
  }

  void read_amount(const Json& amount, RefundRequest& request) {
    if (amount.is_null()) return;
    if (amount.is_object()) {
      request.amount = whole_number(member(amount, "minor"), -kLargestAmount,
                                    kLargestAmount);
      if (!request.amount) fail("amount", amount);
      return;
    }
    const std::string text = amount.is_string()           ? amount.text()
                             : amount.is_number_integer() ? json_text(amount)
                                                          : std::string();
    request.amount = parse_money(text, policy_of_(request.order));
    if (!request.amount) fail("amount", amount);
  }

  const PolicyOf& policy_of_;
  std::vector<RefundRequest> requests_;
  std::optional<RequestError> error_;
};

std::string_view reason_name(const RefundReason& reason, Language language) {
  return Catalogue::of(language).text("refund/reasons/" +
                                      std::string(reason.id) + "/name");
}

}  // namespace

Json request_json(const RefundRequest& request, const Currency& currency) {
  Json json = Json::object();
  json["order_id"] = request.order.text();
  json["reason"] = request.reason;
  if (!request.items.empty()) {
    Json items = Json::array();
    for (const RefundRequest::Item& item : request.items) {
      Json one = Json::object();
      one["order_item_id"] = item.order_item_id;
      if (item.quantity) one["quantity"] = *item.quantity;
      items.push_back(std::move(one));
    }
    json["items"] = std::move(items);
  }
  if (request.amount)
    json["amount"] = print_amount({currency, *request.amount});
  if (request.outbound_cost)
    json["outbound_cost"] = print_amount({currency, *request.outbound_cost});
  if (request.condition) json["condition"] = condition_name(*request.condition);
  if (request.days) json["days"] = *request.days;
  if (request.concession != Concession::kOther) {
    json["concession"] = concession_name(request.concession);
  }
  if (request.fee_rate)
    json["fee_rate"] = print_percent(*request.fee_rate) + "%";
  if (request.accept_unread) json["accept_unread"] = true;
  if (!request.made.empty()) json["made"] = request.made;
  if (!request.exported.empty()) json["exported"] = request.exported;
  if (!request.file.empty()) json["file"] = request.file;
  if (request.accept_done) json["accept_done"] = true;
  return json;
}

void put_amounts(Json& object, const Components& amounts,
                 const Currency& currency) {
  for (std::size_t c = 0; c < kComponents; ++c) {
    const auto component = static_cast<Component>(c);
    object[std::string(component_name(component))] =
        money_json(Money{currency, amounts[component]});
  }
  object["total"] = money_json(Money{currency, amounts.total()});
}

Json not_counted_json(const OrderBook& book,
                      std::span<const NotCounted> not_counted) {
  Json list = Json::array();
  for (const NotCounted& one : not_counted) {
    Json json = Json::object();
    json["file"] = book.reports()[one.report]->file;
    json["row"] = one.row;
    json["order_id"] = book.order_id(one.order).text();
    json["amount"] = money_json(one.amount);
    json["why"] = uncounted_name(one.why);
    if (one.why == Uncounted::kEqualEvents) {
      json["other_file"] = book.reports()[one.other_report]->file;
      json["other_row"] = one.other_row;
    }
    list.push_back(std::move(json));
  }
  return list;
}

Json refund_json(const Refund& refund, Language language) {
  const Currency& currency = refund.charges.currency;
  const Catalogue& words = Catalogue::of(language);
  const std::string of_reason =
      "refund/reasons/" + std::string(refund.reason->id) + "/";
  const auto money = [&](std::int64_t minor) {
    return money_json(Money{currency, minor});
  };
  const auto perhaps = [&](const std::optional<std::int64_t>& minor) {
    return minor ? money(*minor) : Json();
  };
  Json lines = Json::array();
  for (const RefundLine& line : refund.lines) {
    const ChargedLine& charged = refund.charges.lines[line.line];
    Json one = Json::object();
    one["order_item_id"] = charged.order_item_id;
    one["sku"] = charged.sku;
    one["quantity"] = line.quantity;
    put_amounts(one, line.amounts, currency);
    lines.push_back(std::move(one));
  }
  Json withheld = Json::array();
  for (const Withheld& kept : refund.withheld) {
    Json one = Json::object();
    one["component"] = component_name(kept.component);
    one["amount"] = money(kept.minor);
    one["why"] = notice_text(kept.why, language);
    withheld.push_back(std::move(one));
  }
  Json steps = Json::array();
  for (const Notice& step : refund.steps)
    steps.push_back(notice_text(step, language));
  // Where nothing stays with the seller, no step says that the shipping did.
  std::vector<std::string_view> own =
      refund.withheld.empty() ? words.list(of_reason + "steps_nothing_kept")
                              : std::vector<std::string_view>();
  if (own.empty()) own = words.list(of_reason + "steps");
  for (const std::string_view step : own) steps.push_back(step);
  if (refund.hold) steps.push_back(notice_text(*refund.hold, language));
  Json warnings = Json::array();
  for (const Notice& warning : refund.warnings) {
    warnings.push_back(notice_text(warning, language));
  }
  Json caps = Json::array();
  for (const Cap& cap : refund.caps) {
    Json one = Json::object();
    one["name"] = cap.name;
    one["limit"] = money(cap.limit);
    one["room"] = money(cap.room);
    caps.push_back(std::move(one));
  }
  Json sources = Json::array();
  for (const std::string_view source : refund.reason->sources) {
    if (!source.empty()) sources.push_back(source);
  }
  Json seller = Json::object();
  seller["refund_fee"] = perhaps(refund.refund_fee);
  seller["referral_returned"] = perhaps(refund.referral_returned);
  seller["points_returned"] = refund.points_returned;
  Json json = Json::object();
  json["order_id"] = refund.request.order.text();
  json["reason"] = refund.reason->id;
  json["lines"] = std::move(lines);
  json["total"] = money(refund.total);
  json["charged"] = money(refund.charged);
  json["already_refunded"] = money(refund.already_refunded);
  json["remaining"] = money(refund.remaining);
  json["withheld"] = std::move(withheld);
  json["seller"] = std::move(seller);
  json["steps"] = std::move(steps);
  json["warnings"] = std::move(warnings);
  if (const auto& given = refund.concession) {
    json["concession"] = json_object({{"kind", concession_name(given->kind)},
                                      {"amount", money(given->minor)},
                                      {"cap", perhaps(given->cap)}});
  }
  json["order_lines"] = order_lines_json(refund);
  json["caps"] = std::move(caps);
  json["tax_inside"] = perhaps(refund.tax_inside);
  json["not_counted"] =
      not_counted_json(*refund.charges.book, refund.not_counted);
  json["source"] = std::move(sources);
  json["source_text"] = words.text(of_reason + "source");
  json["request"] = request_json(refund.request, currency);
  return json;
}

Json reasons_json(Language language) {
  Json reasons = Json::array();
  for (const RefundReason* const reason : all_refund_reasons()) {
    Json needs = Json::array();
    if (!reason->by_units) needs.push_back("amount");
    if (reason->concession) needs.push_back("concession");
    if (reason->asks_condition) {
      needs.push_back("condition");
      needs.push_back("days");
    }
    Json one = Json::object();
    one["reason"] = reason->id;
    one["name"] = reason_name(*reason, language);
    one["needs"] = std::move(needs);
    one["partial"] = reason->partial;
    reasons.push_back(std::move(one));
  }
  return reasons;
}

Json plan_json(const RefundPlan& plan, std::size_t offset, std::size_t limit,
               Language language) {
  Json totals = Json::array();
  for (const Money& total : plan.totals()) totals.push_back(money_json(total));
  Json rows = Json::array();
  const auto& refunds = plan.refunds();
  for (std::size_t i = offset; i < refunds.size() && i - offset < limit; ++i) {
    const auto& [request, outcome] = refunds[i];
    Json skus = Json::array();
    std::int64_t units = 0;
    Json total, fee;
    if (outcome) {
      for (const RefundLine& line : outcome->lines) {
        skus.push_back(outcome->charges.lines[line.line].sku);
        units += line.quantity;
      }
      const Currency& currency = outcome->charges.currency;
      total = money_json(Money{currency, outcome->total});
      if (outcome->refund_fee)
        fee = money_json(Money{currency, *outcome->refund_fee});
    }
    Json row = Json::object();
    row["index"] = i;
    row["order_id"] = request.order.text();
    row["reason"] = request.reason;
    const RefundReason* const reason = find_refund_reason(request.reason);
    row["reason_name"] =
        reason == nullptr ? "" : reason_name(*reason, language);
    row["units"] = units;
    row["skus"] = std::move(skus);
    row["total"] = std::move(total);
    row["refund_fee"] = std::move(fee);
    row["looks_done"] =
        !outcome && outcome.error().code == RefundErrorCode::kLooksDone;
    row["error"] =
        outcome ? std::string() : refund_error_text(outcome.error(), language);
    rows.push_back(std::move(row));
  }
  Json json = Json::object();
  json["refunds"] = refunds.size();
  json["failed"] = plan.failed();
  json["totals"] = std::move(totals);
  json["rows"] = std::move(rows);
  return json;
}

std::string request_error_text(const RequestError& error, Language language) {
  if (error.unopened) return json_error_text(*error.unopened, language);
  return fill(Catalogue::of(language).text("refund/bad_request"),
              {{"index", std::to_string(error.index + 1)},
               {"field", error.field},
               {"value", error.value}});
}

tl::expected<std::vector<RefundRequest>, RequestError> read_requests(
    std::string_view json, const Policy& policy) {
  return read_requests(json,
                       [&policy](OrderId) -> const Policy& { return policy; });
}

tl::expected<std::vector<RefundRequest>, RequestError> read_requests(
    std::string_view json, const PolicyOf& policy_of) {
  return RequestReader(policy_of).read(json);
}

}  // namespace parcelwise
