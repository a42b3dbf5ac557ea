// Answers one buyer's question and prints it, as JSON or as text of 80 columns.
#include "cli/answer_command.h"

#include <charconv>
#include <cstdio>

#include "cli/files.h"
#include "cli/messages.h"
#include "cli/terminal_text.h"
#include "json/answer_json.h"
#include "rules/wording.h"
#include "words/written.h"

namespace parcelwise::cli {
namespace {

// What was asked, in the form that the page asks in.
tl::expected<Json, std::string> request_of(const AnswerArguments& arguments) {
  Json given = Json::object();
  const struct {
    const char* option;
    const char* field;
    const std::string& value;
  } kYesNo[] = {{"--sent", "sent", arguments.sent},
                {"--tracking-bought", "tracking", arguments.tracking},
                {"--insured", "insured", arguments.insured},
                {"--item-back", "item_back", arguments.item_back},
                {"--consent", "consent", arguments.consent},
                {"--photo", "photo", arguments.photo},
                {"--registered", "registered", arguments.registered},
                {"--possible", "possible", arguments.possible}};
  for (const auto& [option, field, value] : kYesNo) {
    if (value.empty()) continue;
    if (value != "yes" && value != "no") {
      return tl::unexpected(std::string(option) + " takes yes or no, not \"" +
                            value + "\"");
    }
    given[field] = value == "yes";
  }
  const std::pair<const char*, const std::string&> kTexts[] = {
      {"tracking_says", arguments.tracking_says},
      {"back_because", arguments.back_because},
      {"trouble", arguments.trouble},
      {"remedy", arguments.remedy},
      {"return_because", arguments.return_because},
      {"kept", arguments.kept},
      {"wished", arguments.wished},
      {"wrote", arguments.wrote},
      {"told_until", arguments.announced_limit},
      {"shop", arguments.shop},
      {"carrier", arguments.carrier},
      {"tracking_number", arguments.tracking_number},
      {"wish", arguments.wish},
      {"amount", arguments.amount}};
  for (const auto& [field, value] : kTexts) {
    if (!value.empty()) given[field] = value;
  }
  if (!arguments.out_of_stock.empty())
    given["order_item_ids"] = arguments.out_of_stock;
  if (!arguments.items.empty()) given["order_item_ids"] = arguments.items;
  Json request = json_object(
      {{"case", arguments.answer_case}, {"said", std::move(given)}});
  if (!arguments.message_language.empty())
    request["language"] = arguments.message_language;
  if (!arguments.order.empty()) request["order_id"] = arguments.order;
  if (!arguments.find.empty()) request["find"] = arguments.find;
  if (arguments.accept_unread) request["accept_unread"] = true;
  if (!arguments.limit_days.empty()) {
    int days = 0;
    const char* const end =
        arguments.limit_days.data() + arguments.limit_days.size();
    const auto read = std::from_chars(arguments.limit_days.data(), end, days);
    if (read.ec != std::errc() || read.ptr != end) {
      return tl::unexpected(
          "--limit-days takes a number of business days, not \"" +
          arguments.limit_days + "\"");
    }
    request["limit_days"] = days;
  }
  return request;
}

class AnswerText {
 public:
  AnswerText(const Json& json, const BuyerAnswer& answer,
             const CheckContext& context, Language language)
      : json_(json), answer_(answer), context_(context), language_(language) {}

  std::string all() {
    std::string heading = string_of("case_name");
    if (!answer_.order_id.empty()) heading = answer_.order_id + "  " + heading;
    text_ +=
        fit(heading, kColumns).text + "\n\n" + wrap(string_of("verdict"), 0);
    add_against();
    add_list("do", true);
    add_list("do_not", false);
    add_deadlines();
    if (answer_.refund) {
      text_ += "\n" + std::string(words("refund")) + "  " +
               money_text(
                   {answer_.refund->charges.currency, answer_.refund->total}) +
               "\n";
    }
    add_asks();
    add_message();
    return std::move(text_);
  }

 private:
  std::string string_of(const char* name) const { return json_[name].text(); }

  void add_against() {
    if (answer_.against.empty()) return;
    text_ += "\n" + std::string(words("against")) + "\n";
    for (const Json& one : json_["against"]) {
      std::string text = one["text"].text();
      for (const Json& order : one["orders"]) text += " " + order.text();
      text_ += wrap_item("  - ", text);
    }
  }

  void add_list(const char* name, bool numbered) {
    const Json& list = json_[name];
    if (list.empty()) return;
    text_ += "\n" + std::string(words(name)) + "\n";
    std::size_t number = 0;
    for (const Json& one : list) {
      const std::string mark =
          numbered ? pad_left(std::to_string(++number), 3) + ". " : "  - ";
      text_ += wrap_item(mark, one.text());
    }
  }

  void add_deadlines() {
    if (answer_.deadlines.empty()) return;
    text_ += "\n" + std::string(words("deadlines")) + "\n";
    constexpr std::size_t kDate = 24;
    for (std::size_t i = 0; i < answer_.deadlines.size(); ++i) {
      text_ +=
          "  " +
          pad(date_text(answer_.deadlines[i].at, context_.policy.zone(),
                        language_),
              kDate) +
          fit(json_["deadlines"][i]["what"].text(), kColumns - 2 - kDate).text +
          "\n";
    }
  }

  void add_asks() {
    if (answer_.asks.empty()) return;
    text_ += "\n" + std::string(words("asks")) + "\n";
    for (const Json& ask : json_["asks"]) {
      text_ += wrap_item("  - ", ask["question"].text());
    }
  }

  // As it is to be copied: its own lines, not ours.
  void add_message() {
    const Json& message = json_["message"];
    text_ += "\n" + std::string(words("message")) + " (" +
             message["language"].text() + ")\n" + std::string(40, '-') + "\n" +
             message["subject"].text() + "\n\n";
    const std::string& body = message["body"].text();
    for (std::size_t at = 0; at <= body.size();) {
      const std::size_t end = std::min(body.find('\n', at), body.size());
      text_ +=
          without_controls(std::string_view(body).substr(at, end - at)) + "\n";
      at = end + 1;
    }
    text_ += std::string(40, '-') + "\n";
    if (message["blanks"].empty()) return;
    std::string blanks;
    for (const Json& blank : message["blanks"]) {
      blanks += (blanks.empty() ? "" : ", ") + blank["text"].text();
    }
    text_ += wrap(std::string(words("blanks")) + " " + blanks, 0);
  }

  std::string_view words(std::string_view name) const {
    return Catalogue::of(language_).text("cli/answer/" + std::string(name));
  }

  const Json& json_;
  const BuyerAnswer& answer_;
  const CheckContext& context_;
  Language language_;
  std::string text_;
};

// In place of a case: which one is it?
constexpr std::string_view kWhichCase = "which";

std::string found_text(const Json& json, Language language) {
  std::string text = wrap(json["verdict"].text(), 0);
  for (const Json& order : json["orders"]) {
    text += wrap_item(
        "  - ", order["order_id"].text() + "  " + order["status_name"].text());
  }
  if (json["proposed"].empty()) return text;
  text += "\n" + command_text(language, "answer/proposed") + "\n";
  for (const Json& one : json["proposed"]) {
    std::string said;
    for (const Json& word : one["words"])
      said += (said.empty() ? "" : ", ") + word.text();
    text += wrap_item("  - ", one["case"].text() + ": " + one["name"].text() +
                                  " (" + said + ")");
  }
  return text;
}

int complain_unread(const AnswerError& error, Language language) {
  return complain(kUnreadable,
                  answer_error_text(error, language) + " (--accept-unread)");
}

}  // namespace

int run_answer(const AnswerArguments& arguments) {
  const auto settings = read_settings(arguments.loading);
  if (!settings) return settings.error();
  const auto asked = request_of(arguments);
  if (!asked) return complain(kWrongUsage, asked.error());
  std::optional<OwnWording> wording;
  if (!arguments.wording.empty()) {
    const auto text = read_whole_file(arguments.wording);
    if (!text) return complain(kUnreadable, text.error());
    auto read = OwnWording::read(*text);
    if (!read) {
      return complain(kUnreadable,
                      arguments.wording + ": " +
                          wording_error_text(read.error(), settings->language));
    }
    wording = std::move(*read);
  }

  const auto tracking =
      read_tracking(arguments.tracking_files, settings->language);
  if (!tracking) return complain(kUnreadable, tracking.error());
  const auto accepted =
      read_groups(arguments.tracking_files, settings->language);
  if (!accepted) return complain(kUnreadable, accepted.error());

  const auto splits =
      read_split_file(arguments.tracking_files, settings->language);
  if (!splits) return complain(kUnreadable, splits.error());

  LoadedReports loaded;
  if (arguments.loading.reports.empty()) {
    auto policy = Policy::load(settings->policy.empty() ? kDefaultPolicy
                                                        : settings->policy);
    if (!policy) {
      return complain(kUnreadable, policy_complaint(*settings, policy.error()));
    }
    loaded.seller = std::move(*policy);
  } else {
    auto read =
        load_reports(arguments.loading.reports, arguments.refunded, *settings);
    if (!read) return read.error();
    loaded = std::move(*read);
  }
  const auto [book, policies] = loaded.join(*settings);
  const Check check = Check::run(book, policies, settings->now, {});
  const TrackingNumbers numbers =
      match_tracking(check, *tracking, sound_groups(check, *accepted).groups,
                     *splits, arguments.tracking_files.accept_proposed);
  tell_counts(numbers, *tracking,
              settings->language);  // its rows are the export's to tell
  // What a message seems to say, for the seller to choose from.
  if (arguments.answer_case == kWhichCase) {
    const FoundOrders found = find_orders(check, arguments.find, &numbers);
    const Json json = found_json(found, check, settings->language);
    print(stdout, wants_json(arguments.format)
                      ? json_text(json) + "\n"
                      : found_text(json, settings->language));
    if (std::fflush(stdout) != 0)
      return complain(kUnreadable, "cannot write the answer");
    if (!found.orders.empty() || found.unread.empty() ||
        arguments.accept_unread)
      return kDone;
    std::string ids;
    for (const OrderId& id : found.unread)
      ids += (ids.empty() ? "" : ", ") + id.text();
    return complain_unread({AnswerErrorCode::kLacksRows, std::move(ids)},
                           settings->language);
  }
  const auto request = read_answer_request(json_text(*asked), check,
                                           settings->language, &numbers);
  if (!request) return complain(kWrongUsage, request.error());
  const auto answer =
      answer_buyer({check, check.refunds_reported(), &numbers}, *request);
  if (!answer) {
    if (answer.error().code == AnswerErrorCode::kLacksRows)
      return complain_unread(answer.error(), settings->language);
    const bool over = answer.error().code == AnswerErrorCode::kMoreThanRemains;
    return complain(over ? kUnreadable : kWrongUsage,
                    answer_error_text(answer.error(), settings->language));
  }
  const CheckContext& context = context_of(check, *answer);
  const Json json = answer_json(*answer, context, wording ? &*wording : nullptr,
                                settings->language);
  print(stdout,
        wants_json(arguments.format)
            ? json_text(json) + "\n"
            : AnswerText(json, *answer, context, settings->language).all());
  if (std::fflush(stdout) != 0)
    return complain(kUnreadable, "cannot write the answer");
  return kDone;
}

}  // namespace parcelwise::cli
