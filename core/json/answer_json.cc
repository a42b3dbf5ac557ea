// Builds and reads the JSON of answers; see json/answer_json.h.
#include "json/answer_json.h"

#include <algorithm>

#include "answer/message.h"
#include "files/json.h"
#include "files/json_reader.h"
#include "files/open_json.h"
#include "json/combine_json.h"
#include "json/refund_json.h"
#include "orders/offers.h"
#include "words/file_errors.h"

namespace parcelwise {
namespace {

constexpr std::size_t kLongestLine = 200;  // characters that a blank may take
constexpr std::size_t kLongestWish = 2'000;
constexpr std::size_t kMostItems = 200;

std::string_view words(Language language, const std::string& path) {
  return Catalogue::of(language).text("answers/" + path);
}

std::string_view kind_of(std::string_view ask) {
  for (const std::string_view choice :
       {"tracking_says", "back_because", "trouble", "remedy", "return_because",
        "kept"}) {
    if (ask == choice) return "choice";
  }
  if (ask == "order_item_ids") return "lines";
  if (ask == "carrier" || ask == "tracking_number" || ask == "wish" ||
      ask == "wished" || ask == "amount") {
    return "text";
  }
  return "yes-no";
}

// In the case's own words where it has them.
Json ask_json(const AnswerCase& of, std::string_view id, Language language) {
  const std::string path = "asks/" + std::string(id) + "/question";
  const std::string own = std::string(of.id) + "/" + path;
  const bool has_own = Catalogue::of(language).has("answers/" + own);
  return json_object({{"id", id},
                      {"kind", kind_of(id)},
                      {"question", words(language, has_own ? own : path)}});
}

constexpr std::string_view kTrackingSays[] = {"moving", "delivered", "lost"};
constexpr std::string_view kBackBecause[] = {
    "undeliverable", "refused", "invalid-address", "carrier-damage"};
constexpr std::string_view kTrouble[] = {"damaged", "defective", "wrong",
                                         "missing"};
constexpr std::string_view kRemedies[] = {"replacement", "part-refund",
                                          "return", "refund"};
// What never came can neither be kept nor sent back.
constexpr std::string_view kRemediesOfMissing[] = {"replacement", "refund"};
constexpr std::string_view kReturnBecause[] = {"changed-mind", "fault"};
constexpr std::string_view kKept[] = {"kept", "returning", "back"};

std::span<const std::string_view> values_of(std::string_view id,
                                            const SellerInput& given) {
  if (id == "back_because") return kBackBecause;
  if (id == "trouble") return kTrouble;
  if (id == "remedy" && given.trouble == "missing") return kRemediesOfMissing;
  if (id == "remedy") return kRemedies;
  if (id == "return_because") return kReturnBecause;
  if (id == "kept") return kKept;
  return kTrackingSays;
}

Json choices_json(std::string_view id, const BuyerAnswer& answer,
                  const CheckContext& context, Language language) {
  Json choices = Json::array();
  const std::string_view kind = kind_of(id);
  if (kind == "yes-no") {
    choices.push_back(
        json_object({{"value", true}, {"name", words(language, "asks/yes")}}));
    choices.push_back(
        json_object({{"value", false}, {"name", words(language, "asks/no")}}));
  } else if (kind == "choice") {
    const std::string at = "asks/" + std::string(id) + "/choices/";
    for (const std::string_view value : values_of(id, answer.given)) {
      choices.push_back(
          json_object({{"value", value},
                       {"name", words(language, at + std::string(value))}}));
    }
  } else if (kind == "lines") {
    for (const std::uint32_t item : answer.lines_to_choose) {
      const std::string sku = context.book.item_cell(item, Column::kSku);
      const std::string own =
          context.book.item_cell(item, Column::kOrderItemId);
      const ItemUnits counted = item_units(context.book, item);
      const int units =
          counted.unshipped > 0 ? counted.unshipped : counted.purchased;
      choices.push_back(json_object(
          {{"value", own.empty() ? sku : own},
           {"name", fill(words(language, "asks/line"),
                         {{"units", std::to_string(units)},
                          {"sku", sku},
                          {"product", context.book.item_cell(
                                          item, Column::kProductName)}})}}));
    }
  }
  return choices;
}

Json deadline_json(const AnswerDeadline& reported, const CheckContext& context,
                   Language language) {
  return json_object(
      {{"id", reported.id},
       {"what", words(language, "deadlines/" + std::string(reported.id))},
       {"at", context.policy.zone().to_iso8601(reported.at)},
       {"estimated", reported.guessed},
       {"past", reported.at < context.now}});
}

Json breakdown_json(const Charges& charges) {
  Json lines = Json::array();
  Components sums;
  std::optional<std::int64_t> tax = 0;
  for (const ChargedLine& line : charges.lines) {
    Json one = json_object(
        {{"order_item_id", line.order_item_id},
         {"sku", line.sku},
         {"product", charges.book->item_cell(line.item, Column::kProductName)},
         {"quantity", line.units}});
    put_amounts(one, line.charged, charges.currency);
    lines.push_back(std::move(one));
    sums += line.charged;
    tax = tax && line.tax_inside ? std::optional(*tax + *line.tax_inside)
                                 : std::nullopt;
  }
  Json all = Json::object();
  put_amounts(all, sums, charges.currency);
  return json_object(
      {{"lines", std::move(lines)},
       {"sums", std::move(all)},
       {"tax_inside",
        tax ? money_json(Money{charges.currency, *tax}) : Json()}});
}

Json message_json(const AnswerMessage& message) {
  Json blanks = Json::array();
  for (const Blank& blank : message.blanks) {
    blanks.push_back(
        json_object({{"field", blank.field}, {"text", blank.text}}));
  }
  Json filled = Json::array();
  for (const Filled& one : message.filled) {
    filled.push_back(json_object({{"field", one.field},
                                  {"text", one.text},
                                  {"from", origin_name(one.from)}}));
  }
  return json_object({{"language", language_name(message.language)},
                      {"subject", message.subject},
                      {"body", message.body},
                      {"blanks", std::move(blanks)},
                      {"filled", std::move(filled)}});
}

Json texts_json(const BuyerAnswer& answer, const std::string& list,
                const std::vector<std::string_view>& also,
                const CheckContext& context, Language language) {
  Json texts = Json::array();
  const std::string path =
      outcome_path(*answer.of, answer.outcome) + "/" + list;
  for (const std::string_view text : Catalogue::of(language).list(path)) {
    texts.push_back(answer_text(text, answer, context, language));
  }
  for (const std::string_view key : also) {
    texts.push_back(answer_text(words(language, "also/" + std::string(key)),
                                answer, context, language));
  }
  return texts;
}

}  // namespace

Json answer_json(const BuyerAnswer& answer, const CheckContext& context,
                 const OwnWording* own, Language language) {
  const std::string of(answer.of->id);
  const std::string path = outcome_path(*answer.of, answer.outcome);
  Json json = Json::object();
  json["case"] = of;
  json["case_name"] = words(language, of + "/name");
  json["order_id"] = answer.order_id;
  json["found"] = whereabouts_name(answer.found);
  json["status"] = answer.facts ? Json(status_name(*answer.facts)) : Json();
  json["outcome"] = answer.outcome;
  json["fits"] = answer.fits;
  json["nearest"] = answer.nearest.empty() ? Json() : Json(answer.nearest);
  json["verdict"] = answer_text(Catalogue::of(language).text(path + "/verdict"),
                                answer, context, language);
  Json& against = json["against"] = Json::array();
  for (const ConcernedOrders& reason : answer.against) {
    against.push_back(reason_json(context.book, reason, language));
  }
  json["do"] = texts_json(answer, "do", answer.also, context, language);
  if (answer.not_refundable) {
    json["do"].push_back(refund_error_text(*answer.not_refundable, language));
  }
  json["do_not"] =
      texts_json(answer, "do_not", answer.also_not, context, language);
  Json deadlines = Json::array();
  for (const AnswerDeadline& reported : answer.deadlines) {
    deadlines.push_back(deadline_json(reported, context, language));
  }
  json["deadlines"] = std::move(deadlines);
  Json asks = Json::array();
  for (const std::string_view id : answer.asks) {
    Json ask = ask_json(*answer.of, id, language);
    ask["choices"] = choices_json(id, answer, context, language);
    asks.push_back(std::move(ask));
  }
  json["asks"] = std::move(asks);
  json["refund"] =
      answer.refund ? refund_json(*answer.refund, language) : Json();
  json["breakdown"] =
      answer.breakdown ? breakdown_json(*answer.breakdown) : Json();
  json["follow_up"] = nullptr;
  if (answer.follow_up && !answer.order_id.empty()) {
    json["follow_up"] = json_object(
        {{"order_id", answer.order_id},
         {"due", context.policy.zone().to_iso8601(answer.follow_up->due)},
         {"what", words(language,
                        "follow_ups/" + std::string(answer.follow_up->what))}});
  }
  json["message"] = message_json(write_message(answer, context, own));
  Json sources = Json::array();
  for (const std::string_view source : answer.of->sources) {
    if (!source.empty()) sources.push_back(source);
  }
  json["source"] = std::move(sources);
  json["source_text"] = words(language, of + "/source");
  return json;
}

Json answer_cases_json(Language language) {
  Json cases = Json::array();
  for (const AnswerCase* of : all_answer_cases()) {
    Json asks = Json::array();
    for (const std::string_view id : of->asks) {
      if (!id.empty()) asks.push_back(ask_json(*of, id, language));
    }
    cases.push_back(
        json_object({{"case", of->id},
                     {"name", words(language, std::string(of->id) + "/name")},
                     {"needs_order", of->needs_order},
                     {"asks", std::move(asks)}}));
  }
  return cases;
}

Json proposed_json(std::span<const ProposedCase> proposed, Language language) {
  Json list = Json::array();
  for (const ProposedCase& one : proposed) {
    const std::string id(one.of->id);
    list.push_back(json_object({{"case", id},
                                {"name", words(language, id + "/name")},
                                {"words", one.words}}));
  }
  return list;
}

namespace {

Json found_order_json(const FoundOrder& found, const Check& check,
                      Language language) {
  const CheckContext& context = check.context(found.order);
  const OrderBook& book = context.book;
  const OrderFacts facts = check.facts(found.order);
  const std::uint32_t first = book.first_item(found.order);
  Json deadlines = Json::array();
  if (facts.open() && facts.ship_by) {
    const Instant ship_by = facts.ship_by->at;
    const bool guessed = facts.ship_by_estimated();
    const std::pair<std::string_view, std::optional<Instant>> reported[] = {
        {"ship-by", ship_by},
        {"confirm-by", context.confirm_by(ship_by)},
        {"amazon-by", context.amazon_by(ship_by)}};
    for (const auto& [id, at] : reported) {
      if (at) {
        deadlines.push_back(
            deadline_json({id, *at, guessed}, context, language));
      }
    }
  }
  return json_object(
      {{"order_id", facts.id.text()},
       {"by", found_by_name(found.by)},
       {"status", status_name(facts)},
       {"status_name",
        words(language, "statuses/" + std::string(status_name(facts)))},
       {"recipient", book.order_cell(found.order, Column::kRecipientName)},
       {"sku", book.item_cell(first, Column::kSku)},
       {"product", book.item_cell(first, Column::kProductName)},
       {"lines", book.last_item(found.order) - first},
       {"purchased",
        facts.purchase ? Json(context.policy.zone().to_iso8601(*facts.purchase))
                       : Json()},
       {"deadlines", std::move(deadlines)}});
}

}  // namespace

Json found_json(const FoundOrders& found, const Check& check,
                Language language) {
  const CheckContext& context = check.context();
  const bool pending = !found.orders.empty() &&
                       std::all_of(found.orders.begin(), found.orders.end(),
                                   [&](const FoundOrder& one) {
                                     return check.facts(one.order).pending();
                                   });
  const char* const outcome = found.orders.empty() ? "not-here"
                              : pending            ? "pending"
                                                   : "here";
  std::string text = outcome;
  if (found.total > 1 && !pending) text = "several";
  if (found.too_little) text = "too-little";
  if (found.orders.empty() && !found.unread.empty()) text = "unread";
  if (context.book.reports().empty()) text = "no-reports";
  Json orders = Json::array();
  for (const FoundOrder& one : found.orders) {
    orders.push_back(found_order_json(one, check, language));
  }
  Json next = Json::array();
  for (const std::string_view step :
       Catalogue::of(language).list("answers/find/" + text + "/next")) {
    next.push_back(step);
  }
  std::vector<ProposedCase> offered;
  for (const ProposedCase& one : found.proposed) {
    if (!all_lack(check.policies(), one.of->id)) offered.push_back(one);
  }
  // Only what was not found makes anyone ask how old the reports are.
  Json reports = Json::array();
  for (const Report* report : context.book.reports()) {
    Json newest, age;
    if (found.orders.empty()) {
      if (const auto at = newest_date(*report, context.policy.zone())) {
        newest = context.policy.zone().to_iso8601(*at);
        age = std::max<std::int64_t>(
                  0, context.now.unix_seconds - at->unix_seconds) /
              3600;
      }
    }
    reports.push_back(json_object({{"file", report->file},
                                   {"kind", kind_name(report->kind)},
                                   {"newest", std::move(newest)},
                                   {"age_hours", std::move(age)}}));
  }
  return json_object({{"outcome", outcome},
                      {"sought", found.sought},
                      {"total", found.total},
                      {"orders", std::move(orders)},
                      {"verdict", words(language, "find/" + text + "/verdict")},
                      {"next", std::move(next)},
                      {"reports", std::move(reports)},
                      {"proposed", proposed_json(offered, language)}});
}

namespace {

std::size_t characters_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(),
      [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

// Reads what was said; the first thing that is wrong is kept by its name.
class SellerInputReader {
 public:
  explicit SellerInputReader(const Json& json) : json_(json) {}

  SellerInput read() {
    SellerInput given;
    yes_no("sent", given.sent);
    yes_no("tracking", given.tracking);
    yes_no("insured", given.insured);
    yes_no("item_back", given.item_back);
    yes_no("consent", given.consent);
    choice("tracking_says", kTrackingSays, given.tracking_says);
    choice("back_because", kBackBecause, given.back_because);
    yes_no("photo", given.photo);
    yes_no("registered", given.registered);
    yes_no("possible", given.possible);
    choice("trouble", kTrouble, given.trouble);
    choice("remedy", kRemedies, given.remedy);
    choice("return_because", kReturnBecause, given.return_because);
    choice("kept", kKept, given.kept);
    instant("wrote", given.wrote);
    instant("told_until", given.announced_limit);
    line("shop", given.shop, kLongestLine);
    line("carrier", given.carrier, kLongestLine);
    line("tracking_number", given.tracking_number, kLongestLine);
    line("amount", given.amount, kLongestLine);
    line("wished", given.wished, kLongestLine);
    line("wish", given.wish, kLongestWish);
    items(given.order_item_ids);
    return given;
  }

  std::string wrong_field, wrong_value;

 private:
  void wrong(const char* name, const Json& value) {
    if (!wrong_field.empty()) return;
    wrong_field = name;
    wrong_value = json_text(value).substr(0, 60);
  }

  void yes_no(const char* name, std::optional<bool>& to) {
    const Json& value = member(json_, name);
    if (value.is_boolean()) {
      to = value.is_true();
    } else if (!value.is_null()) {
      wrong(name, value);
    }
  }

  void choice(const char* name, std::span<const std::string_view> values,
              std::string& to) {
    const Json& value = member(json_, name);
    if (value.is_null()) return;
    if (value.is_string() &&
        std::find(values.begin(), values.end(), value.text()) != values.end()) {
      to = value.text();
    } else {
      wrong(name, value);
    }
  }

  void instant(const char* name, std::optional<Instant>& to) {
    const Json& value = member(json_, name);
    if (value.is_null()) return;
    const auto stamp = parse_stamp(value.text());
    if (!stamp || stamp->date_only) return wrong(name, value);
    to = stamp->at;
  }

  // Into a message: no links, no markup and, but for the wish, no second line.
  void line(const char* name, std::string& to, std::size_t most) {
    const Json& value = member(json_, name);
    if (value.is_null()) return;
    if (!value.is_string()) return wrong(name, value);
    std::string text = value.text();
    const bool one_line = most == kLongestLine;
    const bool controls = std::any_of(text.begin(), text.end(), [&](char c) {
      return static_cast<unsigned char>(c) < 0x20 && (one_line || c != '\n');
    });
    if (controls || characters_of(text) > most ||
        text.find_first_of("<>{}") != std::string::npos ||
        text.find("://") != std::string::npos) {
      return wrong(name, value);
    }
    to = std::move(text);
  }

  void items(std::vector<std::string>& to) {
    const Json& value = member(json_, "order_item_ids");
    if (value.is_null()) return;
    if (!value.is_array() || value.size() > kMostItems)
      return wrong("order_item_ids", value);
    for (const Json& id : value) {
      if (!id.is_string()) return wrong("order_item_ids", id);
      to.push_back(id.text());
    }
  }

  const Json& json_;
};

std::string error_text(Language language, const char* name, std::string value,
                       std::string field = {}) {
  return fill(words(language, std::string("errors/") + name),
              {{"value", std::move(value)}, {"field", std::move(field)}});
}

}  // namespace

tl::expected<AnswerRequest, std::string> read_answer_request(
    std::string_view text, const Check& check, Language language,
    const TrackingNumbers* numbers) {
  const auto json = open_json(text);
  if (!json) return tl::unexpected(json_error_text(json.error(), language));
  AnswerRequest request;
  const Json& of = member(*json, "case");
  if (!of.is_string()) {
    return tl::unexpected(
        answer_error_text({AnswerErrorCode::kNoSuchCase, ""}, language));
  }
  request.answer_case = of.text();
  const Json& spoken = member(*json, "language");
  if (!spoken.is_null()) {
    const auto known = language_from_name(spoken.text());
    if (!known) {
      return tl::unexpected(
          error_text(language, "bad-language", spoken.text()));
    }
    request.language = *known;
  }
  request.accept_unread = member(*json, "accept_unread").is_true();
  const Json& limit = member(*json, "limit_days");
  if (!limit.is_null()) {
    const auto days = whole_number(limit, 1, kMostLimitDays);
    if (!days) {
      return tl::unexpected(answer_error_text(
          {AnswerErrorCode::kBadLimit, json_text(limit).substr(0, 20)},
          language));
    }
    request.limit_days = static_cast<int>(*days);
  }
  SellerInputReader reader(member(*json, "said"));
  request.given = reader.read();
  if (!reader.wrong_field.empty()) {
    return tl::unexpected(error_text(language, "bad-said", reader.wrong_value,
                                     reader.wrong_field));
  }
  const Json& order = member(*json, "order_id");
  const Json& find = member(*json, "find");
  std::string sought;
  if (order.is_string()) sought = order.text();
  if (sought.empty() && find.is_string()) sought = find.text();
  if (sought.empty()) return request;
  request.order = OrderId::parse(sought);
  if (request.order) return request;
  const FoundOrders found = find_orders(check, sought, numbers);
  if (found.total > 1) {
    std::string ids;
    for (const FoundOrder& one : found.orders) {
      ids += (ids.empty() ? "" : ", ") +
             check.context().book.order_id(one.order).text();
    }
    return tl::unexpected(error_text(language, "several", std::move(ids)));
  }
  if (found.total == 1) {
    request.order = check.context().book.order_id(found.orders.front().order);
  } else {
    request.order = OrderId::parse(found.sought);
    request.order_text =
        found.sought.empty() ? sought.substr(0, 60) : found.sought;
  }
  return request;
}

}  // namespace parcelwise
