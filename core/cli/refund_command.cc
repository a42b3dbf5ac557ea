// Works one refund out and prints it, as JSON or as text of 80 columns.
#include "cli/refund_command.h"

#include <charconv>
#include <cstdio>

#include "cli/messages.h"
#include "cli/terminal_text.h"
#include "json/refund_json.h"
#include "money/percent.h"
#include "refund/typed_amount.h"
#include "rules/wording.h"

namespace parcelwise::cli {
namespace {

std::optional<int> parse_count(std::string_view digits) {
  int count = 0;
  const char* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, count);
  if (digits.empty() || read.ec != std::errc() || read.ptr != end ||
      count < 0) {
    return std::nullopt;
  }
  return count;
}

// "10000000000001", "10000000000001:2"; what stands behind the last colon
// counts.
std::optional<RefundRequest::Item> parse_item(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  RefundRequest::Item item{text.substr(0, colon), std::nullopt};
  if (colon != std::string::npos) {
    item.quantity = parse_count(std::string_view(text).substr(colon + 1));
    if (!item.quantity) return std::nullopt;
  }
  if (item.order_item_id.empty()) return std::nullopt;
  return item;
}

// Where "1,200" could be a thousand or one and a fifth, no guess is made: there
// are at most the currency's decimals.
std::optional<std::int64_t> parse_typed_amount(std::string_view text,
                                               const Policy& policy) {
  const std::size_t point = text.find_last_of(".,");
  const auto most = static_cast<std::size_t>(policy.currency().exponent());
  if (point != std::string_view::npos && text.size() - point - 1 > most) {
    return std::nullopt;
  }
  return parse_money(text, policy);
}

// Everything of the request but its amount, whose currency the reports tell. An
// option that the reason does not look at is a mistake about money, so it is
// told.
tl::expected<RefundRequest, std::string> read_request(
    const RefundArguments& arguments) {
  RefundRequest request;
  const auto order = OrderId::parse(arguments.order);
  if (!order) {
    return tl::unexpected(
        "--order takes an order id such as 250-1234567-1234567, not \"" +
        arguments.order + "\"");
  }
  request.order = *order;
  if (find_refund_reason(arguments.reason) == nullptr) {
    std::string names;
    for (const RefundReason* const reason : all_refund_reasons()) {
      names += (names.empty() ? "" : ", ") + std::string(reason->id);
    }
    return tl::unexpected("--reason takes one of " + names + ", not \"" +
                          arguments.reason + "\"");
  }
  request.reason = arguments.reason;
  for (const std::string& text : arguments.items) {
    const auto item = parse_item(text);
    if (!item) {
      return tl::unexpected(
          "--item takes an order item id, or one with a number of units "
          "such as 10000000000001:2, not \"" +
          text + "\"");
    }
    request.items.push_back(*item);
  }
  if (!arguments.fee_rate.empty()) {
    request.fee_rate = parse_percent(arguments.fee_rate);
    if (!request.fee_rate) {
      return tl::unexpected(
          "--fee-rate takes a percentage from 0% to 100% such as 15%, below 1 "
          "with its sign, not \"" +
          arguments.fee_rate + "\"");
    }
  }
  const struct {
    const char* option;
    const std::string& value;
    std::string_view reason;
  } kBelonging[] = {{"--saved", arguments.saved, "combined-shipping"},
                    {"--amount", arguments.amount, "goodwill"},
                    {"--concession", arguments.concession, "goodwill"},
                    {"--condition", arguments.condition, "returned"},
                    {"--days", arguments.days, "returned"}};
  for (const auto& [option, value, reason] : kBelonging) {
    if (value.empty() || reason == request.reason) continue;
    return tl::unexpected(std::string(option) + " belongs to --reason " +
                          std::string(reason));
  }
  if (!arguments.condition.empty()) {
    request.condition = condition_from_name(arguments.condition);
    if (!request.condition) {
      return tl::unexpected(
          std::string("--condition takes as-new, opened, opened-media, used or "
                      "damaged"));
    }
  }
  if (!arguments.days.empty()) {
    request.days = parse_count(arguments.days);
    if (!request.days) {
      return tl::unexpected(std::string(
          "--days takes the days since the buyer got it, 0 or more"));
    }
  }
  if (!arguments.concession.empty()) {
    const auto concession = concession_from_name(arguments.concession);
    if (!concession)
      return tl::unexpected(
          std::string("--concession takes other or return-shipping"));
    request.concession = *concession;
  }
  return request;
}

// The request lacks what its reason needs: usage, not a finding of the reports.
bool is_wrong_usage(RefundErrorCode code) {
  return code == RefundErrorCode::kAmountMissing ||
         code == RefundErrorCode::kConditionMissing ||
         code == RefundErrorCode::kDaysMissing;
}

class RefundText {
 public:
  RefundText(const Refund& refund, const Json& json, Language language)
      : refund_(refund), json_(json), language_(language) {}

  std::string all() {
    add_heading();
    add_table();
    add_lines();
    add_withheld();
    add_seller();
    add_list("steps", true);
    add_list("warnings", false);
    return std::move(text_);
  }

 private:
  static constexpr std::size_t kLabel = 30;
  static constexpr std::size_t kAmount = 16;

  void add_heading() {
    text_ +=
        fit(fill(words("heading"),
                 {{"order", refund_.request.order.text()},
                  {"reason", std::string(Catalogue::of(language_).text(
                                 "refund/reasons/" +
                                 std::string(refund_.reason->id) + "/name"))}}),
            kColumns)
            .text;
    text_ += "\n\n";
  }

  // By component: what the buyer paid, what went back before, what goes back
  // now.
  void add_table() {
    Components charged, before, now;
    for (const ChargedLine& line : refund_.charges.lines)
      charged += line.charged;
    for (const Refunded& reported : refund_.before) before += reported.amounts;
    for (const RefundLine& line : refund_.lines) now += line.amounts;
    row(refund_.charges.currency.code(), words("charged"), words("before"),
        words("now"));
    for (std::size_t c = 0; c < kComponents; ++c) {
      const auto component = static_cast<Component>(c);
      if (charged[component] == 0 && before[component] == 0 &&
          now[component] == 0)
        continue;
      const bool takes = component == Component::kItemPromotion ||
                         component == Component::kShipPromotion;
      const int sign = takes ? -1 : 1;
      row(component_text(component_name(component)),
          amount(sign * charged[component]), amount(sign * before[component]),
          amount(sign * now[component]));
    }
    row(words("total"), amount(refund_.charged),
        amount(refund_.already_refunded), amount(refund_.total));
    row(words("remaining"), "", "", amount(refund_.remaining));
  }

  void add_lines() {
    if (refund_.lines.empty()) return;
    text_ += "\n" + std::string(words("lines")) + "\n";
    for (const RefundLine& line : refund_.lines) {
      const ChargedLine& charged = refund_.charges.lines[line.line];
      std::string text =
          line.quantity > 0 ? std::to_string(line.quantity) + " x " : "";
      const std::string product =
          refund_.charges.book->item_cell(charged.item, Column::kProductName);
      text += charged.sku;
      text += "  ";
      text += product;
      text_ += "  " + pad(text, kColumns - 4 - kAmount) + "  " +
               pad_left(amount(line.total()), kAmount) + "\n";
    }
  }

  void add_withheld() {
    if (refund_.withheld.empty()) return;
    text_ += "\n" + std::string(words("withheld")) + "\n";
    const Json& withheld = json_["withheld"];
    for (std::size_t i = 0; i < refund_.withheld.size(); ++i) {
      const Withheld& kept = refund_.withheld[i];
      text_ += "  " +
               pad(component_text(component_name(kept.component)),
                   kColumns - 4 - kAmount) +
               "  " + pad_left(amount(kept.minor), kAmount) + "\n";
      text_ += wrap(withheld[i]["why"].text(), 4);
    }
  }

  void add_seller() {
    if (!refund_.refund_fee && refund_.points_returned == 0) return;
    text_ += "\n" + std::string(words("seller")) + "\n";
    const auto fact = [&](std::string_view name, const std::string& value) {
      text_ += "  " + pad(words(name), kColumns - 4 - kAmount) + "  " +
               pad_left(value, kAmount) + "\n";
    };
    if (refund_.referral_returned)
      fact("referral", amount(*refund_.referral_returned));
    if (refund_.refund_fee) fact("fee", amount(*refund_.refund_fee));
    if (refund_.points_returned > 0)
      fact("points", std::to_string(refund_.points_returned));
  }

  void add_list(const char* name, bool numbered) {
    const Json& list = json_[name];
    if (list.empty()) return;
    text_ += "\n" + std::string(words(name)) + "\n";
    std::size_t number = 0;
    for (const Json& text : list) {
      const std::string mark =
          numbered ? pad_left(std::to_string(++number), 3) + ". " : "  - ";
      text_ += wrap_item(mark, text.text());
    }
  }

  void row(std::string_view label, std::string_view a, std::string_view b,
           std::string_view c) {
    text_ += "  " + pad(label, kLabel) + pad_left(a, kAmount) +
             pad_left(b, kAmount) + pad_left(c, kAmount) + "\n";
  }

  std::string amount(std::int64_t minor) const {
    return print_amount({refund_.charges.currency, minor});
  }
  std::string_view words(std::string_view name) const {
    return Catalogue::of(language_).text("cli/refund/" + std::string(name));
  }
  std::string_view component_text(std::string_view name) const {
    return words("components/" + std::string(name));
  }

  const Refund& refund_;
  const Json& json_;
  Language language_;
  std::string text_;
};

}  // namespace

int run_refund(const RefundArguments& arguments) {
  const auto settings = read_settings(arguments.loading);
  if (!settings) return settings.error();
  auto request = read_request(arguments);
  if (!request) return complain(kWrongUsage, request.error());

  const auto loaded =
      load_reports(arguments.loading.reports, arguments.refunded, *settings);
  if (!loaded) return loaded.error();
  const auto [book, policies] = loaded->join(*settings);
  const Policy& policy = order_policies(book, policies)(request->order);
  // Of the two options at most one belongs to the reason.
  const std::string& typed =
      arguments.saved.empty() ? arguments.amount : arguments.saved;
  if (!typed.empty()) {
    request->amount = parse_typed_amount(typed, policy);
    if (!request->amount) {
      return complain(
          kWrongUsage,
          std::string(arguments.saved.empty() ? "--amount" : "--saved") +
              " takes an amount in " + std::string(policy.currency().code()) +
              " without thousands separators, not \"" + typed + "\"");
    }
  }

  if (!arguments.outbound_cost.empty()) {
    request->outbound_cost =
        parse_typed_amount(arguments.outbound_cost, policy);
    if (request->outbound_cost.value_or(0) <= 0) {
      return complain(kWrongUsage, "--outbound-cost takes an amount in " +
                                       std::string(policy.currency().code()) +
                                       ", not \"" + arguments.outbound_cost +
                                       "\"");
    }
  }
  request->accept_unread = arguments.accept_unread;
  request->made = policy.zone().to_iso8601(settings->now);
  const RefundLedger ledger = RefundLedger::read(book, policies);
  const RefundContext context{book, policy, settings->now, ledger};
  const auto refund = refund_order(context, *request);
  if (!refund) {
    const RefundErrorCode code = refund.error().code;
    return complain(is_wrong_usage(code) ? kWrongUsage : kUnreadable,
                    refund_error_text(refund.error(), settings->language) +
                        (is_unread_error(code) ? " (--accept-unread)" : ""));
  }
  const Json json = refund_json(*refund, settings->language);
  print(stdout, wants_json(arguments.format)
                    ? json_text(json) + "\n"
                    : RefundText(*refund, json, settings->language).all());
  if (std::fflush(stdout) != 0)
    return complain(kUnreadable, "cannot write the refund");
  return kDone;
}

}  // namespace parcelwise::cli
