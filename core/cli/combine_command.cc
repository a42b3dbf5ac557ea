// Groups orders by address and prints what sharing parcels saves, or each
// order's cheapest services, as JSON or as text of 80 columns.
#include "cli/combine_command.h"

#include <algorithm>
#include <cstdio>

#include "cli/files.h"
#include "cli/messages.h"
#include "cli/sku_file.h"
#include "cli/terminal_text.h"
#include "json/combine_json.h"
#include "json/services_json.h"
#include "json/terms_json.h"
#include "rules/check.h"
#include "rules/wording.h"
#include "words/file_errors.h"
#include "words/written.h"

namespace parcelwise::cli {
namespace {

// Why there are no terms: wrong usage, or a file that cannot be read.
struct Refused {
  int status = kWrongUsage;
  std::string why;
};

tl::unexpected<Refused> refuse(int status, std::string why) {
  return tl::unexpected(Refused{status, std::move(why)});
}

// What the terms point into.
struct Tables {
  std::vector<Tariff> tariffs;
  std::optional<SkuTable> skus;
};

tl::expected<Tariff, Refused> read_tariff(const std::string& id_or_path,
                                          Language language) {
  std::string text = id_or_path;
  if (std::find(Tariff::ids().begin(), Tariff::ids().end(), text) ==
      Tariff::ids().end()) {
    auto file = read_whole_file(id_or_path);
    if (!file) return refuse(kWrongUsage, file.error());
    text = std::move(*file);
  }
  auto tariff = Tariff::load(text);
  if (!tariff)
    return refuse(kUnreadable, table_error_text(shown_name(id_or_path),
                                                tariff.error(), language));
  return std::move(*tariff);
}

// "250-1234567-1234567=60", "250-1234567-1234567+250-1234567-7654321=80".
std::optional<GivenParcel> parse_parcel(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals + 1 == text.size())
    return std::nullopt;
  GivenParcel parcel{{}, std::string(text.substr(equals + 1))};
  std::string_view ids = text.substr(0, equals);
  while (true) {
    const std::size_t plus = ids.find('+');
    const auto order = OrderId::parse(ids.substr(0, plus));
    if (!order) return std::nullopt;
    if (std::find(parcel.orders.begin(), parcel.orders.end(), *order) !=
        parcel.orders.end()) {
      return std::nullopt;
    }
    parcel.orders.push_back(*order);
    if (plus == std::string_view::npos) return parcel;
    ids.remove_prefix(plus + 1);
  }
}

tl::expected<SavingTerms, Refused> read_terms(const CombineArguments& arguments,
                                              Language language,
                                              Tables& tables) {
  SavingTerms terms;
  for (const auto& [option, given] :
       {std::pair{"--from", !arguments.from.empty()},
        std::pair{"--parcel", !arguments.parcels.empty()},
        std::pair{"--skus", !arguments.skus.empty()},
        std::pair{"--basis cost", arguments.basis == "cost"}}) {
    if (given && arguments.tariffs.empty()) {
      return refuse(kWrongUsage, std::string(option) + " needs a --tariff");
    }
  }
  for (const std::string& name : arguments.tariffs) {
    auto tariff = read_tariff(name, language);
    if (!tariff) return tl::unexpected(tariff.error());
    const auto from = tariff->zone_of(arguments.from);
    if (!from) {
      return refuse(
          kWrongUsage,
          arguments.from.empty()
              ? "--tariff needs --from, the prefecture that parcels leave from"
              : "--from takes a prefecture that the tariff knows, not \"" +
                    arguments.from + "\"");
    }
    if (!tables.tariffs.empty() &&
        !(tables.tariffs[0].currency() == tariff->currency())) {
      return refuse(kWrongUsage, "the tariffs are in different currencies");
    }
    terms.from.push_back(*from);
    tables.tariffs.push_back(std::move(*tariff));
  }
  terms.tariffs = tables.tariffs;
  if (!arguments.skus.empty()) {
    auto skus = read_skus(arguments.skus, language);
    if (!skus) return refuse(kUnreadable, skus.error());
    terms.skus = &tables.skus.emplace(std::move(*skus));
  }
  for (const std::string& text : arguments.parcels) {
    auto parcel = parse_parcel(text);
    if (!parcel) {
      return refuse(kWrongUsage,
                    "--parcel takes an order id and a size such as "
                    "250-1234567-1234567=60, not \"" +
                        text + "\"");
    }
    if (!is_parcel_size(tables.tariffs, parcel->size)) {
      return refuse(
          kWrongUsage,
          "--parcel takes a size of 10 to 500 cm or a service of the tariff, "
          "not \"" +
              parcel->size + "\"");
    }
    terms.parcels.push_back(std::move(*parcel));
  }
  const auto basis = basis_from_name(!arguments.basis.empty() ? arguments.basis
                                     : tables.tariffs.empty() ? "charge"
                                                              : "cost");
  if (!basis) return refuse(kWrongUsage, "--basis takes cost or charge");
  terms.basis = *basis;
  const auto keep = kept_from_name(arguments.keep);
  if (!keep)
    return refuse(kWrongUsage, "--keep takes dearest, cheapest or first");
  terms.keep = *keep;
  return terms;
}

// The JSON's own words and figures, for people.
class CombineText {
 public:
  CombineText(const Json& json, const CombinedGroups& groups,
              const Policies& policies, Language language)
      : json_(json),
        groups_(groups),
        policies_(policies),
        language_(language) {}

  std::string all() {
    if (json_["groups"].empty()) return wrap(words("none"), 0);
    for (std::size_t g = 0; g < groups_.all().size(); ++g) {
      if (g > 0) text_ += "\n";
      const CombinedGroup& group = groups_.all()[g];
      add(json_["groups"][g], group.ship_by,
          policies_.of(group.orders.front()).zone());
    }
    if (!json_.contains("tariffs")) return std::move(text_);
    for (const Json& tariff : json_["tariffs"]) {
      if (tariff["as_of"].is_null()) continue;
      text_ += "\n" + wrap(fill(words("list_price"),
                                {{"tariff", string(tariff["name"])},
                                 {"date", string(tariff["as_of"])}}),
                           0);
    }
    return std::move(text_);
  }

 private:
  static constexpr std::size_t kLabel = 30;
  static constexpr std::size_t kAmount = 24;

  void add(const Json& group, const std::optional<Instant>& ship_by,
           const Zone& zone) {
    const std::string verdict(words("verdicts/" + string(group["verdict"])));
    text_ +=
        wrap(ship_by ? fill(words("heading"),
                            {{"verdict", verdict},
                             {"date", date_text(*ship_by, zone, language_)}})
                     : verdict,
             0);
    row(words("order"), words("shipping"), words("refund"));
    for (const Json& charged : group["charged"]) {
      const Json* refund = nullptr;
      for (const Json& one : group["refunds"]) {
        if (one["order_id"] == charged["order_id"]) refund = &one["amount"];
      }
      row(string(charged["order_id"]), amount(charged["shipping"]),
          refund == nullptr ? std::string("-") : amount(*refund));
    }
    row(words("total"), "", amount(group["saved"]));
    if (!group["cost"].is_null()) {
      text_ += wrap(fill(words("basis/" + string(group["basis"])),
                         {{"separate", amount(group["cost"]["separate"])},
                          {"combined", amount(group["cost"]["combined"])}}),
                    2);
    }
    if (!group["parcels"].empty()) heading("parcels");
    for (const Json& parcel : group["parcels"]) {
      std::string line =
          string(parcel["service"]) + ", " + amount(parcel["cost"]) + ":";
      for (const Json& id : parcel["orders"]) line += " " + string(id);
      text_ += wrap_item("  - ", line);
    }
    if (!group["reasons"].empty()) heading("reasons");
    for (const Json& reason : group["reasons"]) {
      std::string line = string(reason["text"]);
      if (reason["orders"].size() < group["orders"].size()) {
        line += " (";
        for (const Json& id : reason["orders"]) {
          line += (line.back() == '(' ? "" : ", ") + string(id);
        }
        line += ")";
      }
      text_ += wrap_item("  - ", line);
    }
    if (!group["missing"].empty()) heading("missing");
    for (const Json& text : group["missing"])
      text_ += wrap_item("  - ", string(text));
    heading("steps");
    std::size_t number = 0;
    for (const Json& text : group["steps"]) {
      text_ +=
          wrap_item(pad_left(std::to_string(++number), 3) + ". ", string(text));
    }
  }

  void heading(std::string_view name) {
    text_ += "  " + std::string(words(name)) + "\n";
  }

  void row(std::string_view label, std::string_view a, std::string_view b) {
    text_ += "  " + pad(label, kLabel) + pad_left(a, kAmount) +
             pad_left(b, kAmount) + "\n";
  }

  static std::string string(const Json& json) { return json.text(); }

  static std::string amount(const Json& money) {
    if (money.is_null()) return "?";
    const auto currency = Currency::from_code(string(money["currency"]));
    return money_text({currency.value_or(Currency()), money["minor"].number()});
  }

  std::string_view words(std::string_view name) const {
    return Catalogue::of(language_).text("cli/combine/" + std::string(name));
  }

  const Json& json_;
  const CombinedGroups& groups_;
  const Policies& policies_;
  Language language_;
  std::string text_;
};

// One line an order: its cheapest service, then the sums.
std::string services_text(const Json& json, Language language) {
  const auto words = [&](std::string_view name) {
    return std::string(
        Catalogue::of(language).text("cli/services/" + std::string(name)));
  };
  const auto string = [](const Json& text) { return text.text(); };
  const auto amount = [&](const Json& money) {
    const auto currency = Currency::from_code(string(money["currency"]));
    return money_text({currency.value_or(Currency()), money["minor"].number()});
  };
  const auto line = [&](std::string_view label, std::string_view name,
                        std::string_view sum) {
    return pad(label, 21) + pad(name, 40) + pad_left(sum, 18) + "\n";
  };
  std::string text;
  for (const Json& order : json["orders"]) {
    const std::string id = string(order["order_id"]);
    for (const Json& why : order["missing"]) text += wrap(string(why), 0);
    if (order["services"].empty()) continue;
    const Json& best = order["services"][0];
    text += line(id, string(best["name"]), amount(best["price"]));
  }
  if (json["orders"].empty()) return wrap(words("none"), 0);
  text += "\n";
  for (const Json& group : json["by_service"]) {
    text += line(fill(words("orders"),
                      {{"count", std::to_string(group["orders"].size())}}),
                 string(group["name"]), amount(group["total"]));
  }
  text += line(words("total"), "", amount(json["total"]));
  return text + wrap(words("list_prices"), 0);
}

// Rows of orders that could not be read: no group has what they tell.
void tell_unread(const OrderBook& book, Language language) {
  RowsNamed rows;
  for (const auto& [report, reject] : book.rejects()) {
    const Report& its = *book.reports()[report];
    if (reject.code != RejectCode::kConflict && !tells_refunds(its.kind))
      rows.add(its.file, reject.row);
  }
  if (rows.count == 0) return;
  diagnose(command_text(
      language, "rows_unread",
      {{"count", std::to_string(rows.count)}, {"where", rows.where}}));
}

}  // namespace

int run_combine(const CombineArguments& arguments) {
  const auto settings = read_settings(arguments.loading);
  if (!settings) return settings.error();
  Tables tables;
  const auto terms = read_terms(arguments, settings->language, tables);
  if (!terms) return complain(terms.error().status, terms.error().why);

  const auto loaded =
      load_reports(arguments.loading.reports, arguments.refunded, *settings);
  if (!loaded) return loaded.error();
  const auto [book, policies] = loaded->join(*settings);
  for (const GivenParcel& parcel : terms->parcels) {
    for (const OrderId& order : parcel.orders) {
      if (book.find(order)) continue;
      return complain(kUnreadable,
                      "--parcel: no report has the order " + order.text());
    }
  }
  tell_unread(book, settings->language);
  const RefundLedger ledger = RefundLedger::read(book, policies);
  const SavingContext context{book, policies, settings->now, ledger};
  const CombinedGroups groups =
      CombinedGroups::find(book, policies, settings->now);
  const Json json = combine_json(groups, context, *terms, settings->language);
  print(stdout,
        wants_json(arguments.format)
            ? json_text(json) + "\n"
            : CombineText(json, groups, policies, settings->language).all());
  if (std::fflush(stdout) != 0)
    return complain(kUnreadable, "cannot write the groups");
  return kDone;
}

int run_services(CombineArguments arguments) {
  const auto settings = read_settings(arguments.loading);
  if (!settings) return settings.error();
  if (arguments.tariffs.empty()) {
    arguments.tariffs.assign(Tariff::ids().begin(), Tariff::ids().end());
  }
  if (arguments.skus.empty()) {
    return complain(kWrongUsage,
                    "services needs --skus, a table of your SKUs with their "
                    "sizes");
  }
  if (arguments.from.empty()) {
    return complain(kWrongUsage,
                    "services needs --from, the prefecture that parcels leave "
                    "from");
  }
  Tables tables;
  const auto terms = read_terms(arguments, settings->language, tables);
  if (!terms) return complain(terms.error().status, terms.error().why);
  const auto loaded = load_reports(arguments.loading.reports, *settings);
  if (!loaded) return loaded.error();
  const auto [book, policies] = loaded->join(*settings);
  const Check check = Check::run(book, policies, settings->now, {});
  std::vector<std::uint32_t> orders;
  for (std::uint32_t order = 0; order < book.order_count(); ++order) {
    if (check.facts(order).to_ship()) orders.push_back(order);
  }
  const Json json = services_json(check, orders, *terms, settings->language);
  print(stdout, wants_json(arguments.format)
                    ? json_text(json) + "\n"
                    : services_text(json, settings->language));
  if (std::fflush(stdout) != 0)
    return complain(kUnreadable, "cannot write the services");
  return loaded->unreadable ? kUnreadable : kDone;
}

}  // namespace parcelwise::cli
