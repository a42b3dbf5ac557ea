// Runs `check` and prints it, as JSON or as text of 80 columns.
#include "cli/check_command.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "cli/files.h"
#include "cli/journal_file.h"
#include "cli/messages.h"
#include "cli/terminal_text.h"
#include "json/check_json.h"
#include "json/follow_ups_json.h"
#include "json/health_json.h"
#include "orders/stock_outs.h"
#include "report/wording.h"
#include "rules/notices.h"
#include "rules/wording.h"
#include "rules/work_list.h"
#include "text/fold.h"
#include "words/written.h"

namespace parcelwise::cli {
namespace {

constexpr std::size_t kMostRejectsShown = 20;

class CheckText {
 public:
  CheckText(const Check& check, Language language)
      : check_(check),
        list_(check),
        language_(language),
        colour_(isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nullptr) {}

  void print_all() {
    print_heading();
    for (const CheckNotice& notice : notices_of(check_))
      print(stdout, "\n" + wrap(notice_text(notice, check_, language_), 0));
    for (std::size_t u = 0; u < kUrgencies; ++u)
      print_urgency(static_cast<Urgency>(u));
    print_rejects();
  }

 private:
  void print_heading() {
    const CheckContext& context = check_.context();
    const OrderBook& book = context.book;
    print(
        stdout,
        fit("Parcelwise  " +
                date_text(context.now, context.policy.zone(), language_) +
                "  " + context.policy.zone_name() + "  " + context.policy.id(),
            kColumns)
                .text +
            "\n");
    const Policies& policies = check_.policies();
    for (std::size_t i = 0;
         policies.all().size() > 1 && i < policies.all().size(); ++i) {
      const Policy& policy = policies.all()[i];
      const auto orders = policies.orders(static_cast<Policies::Index>(i));
      print(stdout,
            "  " + pad(policy.id(), 30) + "  " + pad(policy.zone_name(), 20) +
                "  " +
                fill(words("orders"), {{"orders", std::to_string(orders)}}) +
                "\n");
    }
    for (std::size_t r = 0; r < book.reports().size(); ++r) {
      const Report& report = *book.reports()[r];
      const ReportCounts& counts = book.counts(r);
      print(stdout, "  " + pad(report.file, 30) + "  " +
                        pad(kind_name(report.kind), 16) + "  " +
                        std::to_string(counts.items) + " / " +
                        std::to_string(counts.rows) + "\n");
    }
    print(stdout,
          "  " +
              fill(words("totals"),
                   {{"orders", std::to_string(book.order_count())},
                    {"items", std::to_string(book.item_count())},
                    {"rejects", std::to_string(book.rejects().size())}}) +
              "\n");
  }

  // One line an order: its id, what to do, what is at stake.
  void print_urgency(Urgency urgency) {
    RowQuery query;
    query.urgency = urgency;
    const auto& rows = list_.find(query);
    if (rows.empty()) return;
    std::string heading =
        words("urgency/" + std::string(urgency_name(urgency))) + ": " +
        fill(words("orders"), {{"orders", std::to_string(rows.size())}});
    for (const Money& sum : check_.at_risk(urgency).at_risk)
      heading += ", " + money_text(sum);
    print(stdout, "\n" + emphasis(urgency, fit(heading, kColumns).text) + "\n");
    for (const std::uint32_t i : rows) {
      const Action& action = check_.actions()[i];
      const OrderFacts facts = check_.facts(action.order);
      const std::string at_risk = facts.at_risk && facts.at_risk->minor > 0
                                      ? "  " + money_text(*facts.at_risk)
                                      : "";
      const std::size_t room = kColumns - 2 - 19 - 2 - at_risk.size();
      print(
          stdout,
          "  " + facts.id.text() + "  " +
              (at_risk.empty()
                   ? fit(title_of(check_, action, facts, language_), room).text
                   : pad(title_of(check_, action, facts, language_), room)) +
              at_risk + "\n");
      for (const std::uint32_t other : list_.actions_of(action.order)) {
        if (other == i) continue;
        print(stdout, std::string(23, ' ') +
                          fit("+ " + title_of(check_, check_.actions()[other],
                                              facts, language_),
                              kColumns - 23)
                              .text +
                          "\n");
      }
    }
  }

  void print_rejects() {
    const auto& rejects = check_.context().book.rejects();
    if (rejects.empty()) return;
    print(stdout, "\n" + words("rejected") + "\n");
    std::size_t shown = 0;
    for (const auto& [report, reject] : rejects) {
      if (shown++ == kMostRejectsShown) {
        print(
            stdout,
            "  " +
                fill(words("more"),
                     {{"count", std::to_string(rejects.size() - shown + 1)}}) +
                "\n");
        break;
      }
      const std::string file = check_.context().book.reports()[report]->file;
      print(stdout, "  " +
                        fit(file + ":" + std::to_string(reject.row) + "  " +
                                std::string(reject_name(reject.code)),
                            kColumns - 2)
                            .text +
                        "\n");
      print(stdout, wrap(reject_text(reject, language_), 4));
    }
  }

  std::string words(const std::string& name) const {
    return std::string(Catalogue::of(language_).text("cli/" + name));
  }

  std::string emphasis(Urgency urgency, const std::string& text) const {
    if (!colour_) return text;
    const char* code = urgency == Urgency::kOverdue ? "\x1b[1;31m"
                       : urgency == Urgency::kToday ? "\x1b[1;33m"
                                                    : "\x1b[1m";
    return code + text + "\x1b[0m";
  }

  const Check& check_;
  WorkList list_;
  Language language_;
  bool colour_;
};

void print_health(const Check& check, Language language) {
  const Catalogue& words = Catalogue::of(language);
  for (const AccountHealth& health : health_of(check)) {
    const CheckContext& context = check.context_by(health.policy);
    print(stdout, "\n" + std::string(words.text("health/title")) + "  " +
                      context.policy.id() + "\n");
    for (const HealthFigure& figure : health.figures)
      print(stdout, wrap_item("  - ", health_text(figure, language)));
    for (const CancelledOffer& offer : health.offers) {
      if (offer.orders < kOfferAtRisk) continue;
      print(
          stdout,
          wrap_item("  - ", fill(words.text("health/offers"),
                                 {{"sku", offer.sku},
                                  {"orders", std::to_string(offer.orders)}})));
    }
    if (health.invoices.empty()) continue;
    std::string text(words.text("health/invoices"));
    for (const DueInvoice& invoice : health.invoices)
      text += " " + context.book.order_id(invoice.order).text();
    print(stdout, wrap_item("  - ", text));
  }
  print(stdout, "\n" + wrap_item("  ", words.text("health/only")));
}

// SKUs given by hand that no order has: perhaps mistyped.
void tell_skus_elsewhere(const std::vector<std::string>& skus,
                         const OrderBook& book, Language language) {
  std::vector<std::string> folded;  // as they meet those of the orders
  for (const std::string& sku : skus) folded.push_back(fold_sku(sku));
  std::vector<bool> found(skus.size());
  for (std::uint32_t item = 0; !skus.empty() && item < book.item_count();
       ++item) {
    const std::string sku = fold_sku(book.item_cell(item, Column::kSku));
    for (std::size_t i = 0; i < skus.size(); ++i)
      found[i] = found[i] || folded[i] == sku;
  }
  for (std::size_t i = 0; i < skus.size(); ++i) {
    if (!found[i])
      diagnose(command_text(language, "sku_elsewhere", {{"sku", skus[i]}}));
  }
}

}  // namespace

int run_check(const CheckArguments& arguments) {
  const auto settings = read_settings(arguments.loading);
  if (!settings) return settings.error();

  CheckOptions check_options;
  for (const std::string& sku : arguments.out_of_stock) {
    check_options.stock.push_back({sku, 0});
  }
  if (!arguments.stock_file.empty()) {
    const auto text = read_whole_file(arguments.stock_file);
    if (!text) return complain(kUnreadable, text.error());
    const auto stock = read_stock(*text);
    if (!stock) {
      return complain(kUnreadable,
                      arguments.stock_file + ": " +
                          stock_error_text(stock.error(), settings->language));
    }
    check_options.stock.insert(check_options.stock.end(), stock->begin(),
                               stock->end());
  }

  if (!arguments.follow_ups.empty()) {
    const auto text = read_whole_file(arguments.follow_ups);
    if (!text) return complain(kUnreadable, text.error());
    auto follow_ups = read_follow_ups_text(*text);
    if (!follow_ups) {
      return complain(
          kUnreadable,
          arguments.follow_ups + ": " +
              follow_up_error_text(follow_ups.error(), settings->language));
    }
    check_options.follow_ups = std::move(*follow_ups);
  }

  std::optional<Journal> journal;
  if (!arguments.journal.empty()) {
    auto read = read_journal_file(arguments.journal, settings->language);
    if (!read) return complain(kUnreadable, read.error());
    journal = std::move(*read);
  }

  const auto loaded = load_reports(arguments.loading.reports, *settings);
  if (!loaded) return loaded.error();
  const auto [book, policies] = loaded->join(*settings);
  Progress progress;
  if (journal) {
    progress = progress_of(*journal, book, policies);
    check_options.progress = &progress;
  }
  const Check check = Check::run(book, policies, settings->now, check_options);
  tell_skus_elsewhere(arguments.out_of_stock, book, settings->language);
  for (const CheckNotice& notice : notices_of(check)) {
    if (notice.code == "refunds-not-counted")
      diagnose(notice_text(notice, check, settings->language));
  }
  if (wants_json(arguments.format)) {
    const Json health =
        arguments.health ? health_json(check, settings->language) : Json();
    write_check_json(
        check, settings->language,
        [](std::string_view text) { print(stdout, text); },
        arguments.health ? &health : nullptr);
  } else {
    CheckText(check, settings->language).print_all();
    if (arguments.health) print_health(check, settings->language);
  }
  if (std::fflush(stdout) != 0)
    return complain(kUnreadable, "cannot write the findings");
  return loaded->unreadable ? kUnreadable : kDone;
}

}  // namespace parcelwise::cli
