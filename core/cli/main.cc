// The `parcelwise` command; its interface is the project's contract.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

#include "cli/answer_command.h"
#include "cli/changes_command.h"
#include "cli/check_command.h"
#include "cli/combine_command.h"
#include "cli/export_command.h"
#include "cli/messages.h"
#include "cli/refund_command.h"
#include "cli/result_command.h"
#include "cli/tracking_command.h"

namespace parcelwise::cli {
namespace {

void add_reports(CLI::App& command, LoadArguments& loading) {
  command
      .add_option("REPORT", loading.reports,
                  "order reports, or - for standard input")
      ->required();
}

void add_clock(CLI::App& command, LoadArguments& loading) {
  command.add_option(
      "--now", loading.now,
      "the instant to work for, as 2026-11-20T09:00:00+09:00 (default: "
      "the clock)");
  command.add_option(
      "--policy", loading.policy,
      "rules the orders of the marketplace that it extends: amazon-jp, "
      "amazon-de and so on, or a policy file (default: each order's own "
      "marketplace's)");
}

// What the seller knows better than the files.
void add_word(CLI::App& command, LoadArguments& loading) {
  command
      .add_option("--listing-at", loading.listing_at,
                  "FILE=T: when that unshipped orders report was made, where "
                  "it does not tell it itself")
      ->allow_extra_args(false);
  command
      .add_option("--not-sent", loading.not_sent,
                  "an order that is still to be sent although the unshipped "
                  "orders report lacks it")
      ->allow_extra_args(false);
}

void add_settings(CLI::App& command, LoadArguments& loading) {
  add_clock(command, loading);
  command.add_option("--language", loading.language, "ja, en or it");
}

void add_format(CLI::App& command, std::string& format) {
  command
      .add_option("--format", format,
                  "json or text (default: text on a terminal)")
      ->check(CLI::IsMember({"json", "text"}));
}

void add_refunded(CLI::App& command, std::vector<std::string>& refunded) {
  command
      .add_option(
          "--refunded", refunded,
          "a settlement, adjustments or returns report that tells what already "
          "went back")
      ->allow_extra_args(false);
}

void add_tracking(CLI::App& command, TrackingArguments& tracking) {
  command
      .add_option("--tracking", tracking.files,
                  "a carrier's file with tracking numbers, lines of order and "
                  "number, or - "
                  "for standard input")
      ->allow_extra_args(false);
  command.add_option(
      "--tracking-columns", tracking.columns,
      "a file that names the columns of tracking files: "
      "{\"columns\": {\"NAME\": \"order\"}, \"carrier\": \"yamato\"}");
  command.add_option(
      "--combine", tracking.combine,
      "orders that share parcels, as `parcelwise combine` prints them");
  command.add_option(
      "--split", tracking.split,
      "a file of orders in several parcels: {\"splits\": [...]}");
  command.add_flag(
      "--accept-proposed", tracking.accept_proposed,
      "orders that were found by name and postal code alone count");
}

void add_answer(CLI::App& command, AnswerArguments& answer) {
  command
      .add_option("CASE", answer.answer_case,
                  "where-is-my-order, not-received, price-breakdown, "
                  "returned-undeliverable, store-payment-details, points, "
                  "change-order, "
                  "combine-shipping, receipt, items-unavailable, "
                  "contact-buyer, no-reply, cancel-request, "
                  "damaged-wrong-or-missing, wants-to-return, kept-too-long, "
                  "tax-invoice or delivery-wish; or which, to see what the "
                  "text of --find seems to say")
      ->required();
  command.add_option("REPORT", answer.loading.reports,
                     "order reports, or - for standard input");
  add_clock(command, answer.loading);
  add_word(command, answer.loading);
  add_format(command, answer.format);
  add_refunded(command, answer.refunded);
  add_tracking(command, answer.tracking_files);
  command.add_option("--order", answer.order, "the order's id");
  command.add_flag("--accept-unread", answer.accept_unread,
                   "rows of the order that could not be read were looked up");
  command
      .add_option(
          "--find", answer.find,
          "any text that finds the order: its number in any form, a tracking "
          "number, an e-mail address, a name, a SKU, the buyer's whole message")
      ->excludes("--order");
  command.add_option(
      "--language", answer.message_language,
      "of the message: ja, en or it (default: the marketplace's)");
  command.add_option("--advice", answer.loading.language,
                     "of all that is for you: ja, en or it (default: en)");
  command.add_option(
      "--limit-days", answer.limit_days,
      "business days that a silent buyer gets, 1 to 30 (default: the "
      "policy's)");
  command.add_option("--wrote", answer.wrote,
                     "when the buyer wrote (default: now)");
  command.add_option("--told-until", answer.announced_limit,
                     "no-reply: the limit that the buyer was told");
  command.add_option("--sent", answer.sent,
                     "yes or no: the parcel left the house");
  command.add_option("--tracking-bought", answer.tracking, "yes or no");
  command.add_option("--insured", answer.insured, "yes or no");
  command.add_option("--tracking-says", answer.tracking_says,
                     "moving, delivered or lost");
  command.add_option("--item-back", answer.item_back,
                     "yes or no: the parcel is back");
  command.add_option(
      "--back-because", answer.back_because,
      "undeliverable, refused, invalid-address or carrier-damage");
  command
      .add_option("--out-of-stock", answer.out_of_stock,
                  "items-unavailable: order item ids or SKUs")
      ->delimiter(',');
  command
      .add_option("--item", answer.items,
                  "damaged-wrong-or-missing: order item ids or SKUs")
      ->delimiter(',')
      ->excludes("--out-of-stock");
  command.add_option("--trouble", answer.trouble,
                     "damaged, defective, wrong or missing");
  command.add_option("--photo", answer.photo,
                     "yes or no: the buyer sent a photo");
  command.add_option("--remedy", answer.remedy,
                     "replacement, part-refund, return or refund");
  command.add_option("--return-because", answer.return_because,
                     "changed-mind or fault");
  command.add_option("--kept", answer.kept,
                     "where the parcel is: kept, returning or back");
  command.add_option("--registered", answer.registered,
                     "yes or no: the shop is a qualified invoice issuer");
  command.add_option("--possible", answer.possible,
                     "yes or no: the wished delivery can be met");
  command.add_option("--wished", answer.wished,
                     "the day and time that the buyer wishes");
  command.add_option("--consent", answer.consent,
                     "yes or no: the buyer agrees to get the rest");
  command.add_option("--shop", answer.shop,
                     "your shop's name below the message");
  command.add_option("--carrier", answer.carrier, "for the message");
  command.add_option("--tracking-number", answer.tracking_number,
                     "for the message");
  command.add_option("--wish", answer.wish,
                     "what you want to know from the buyer");
  command.add_option(
      "--amount", answer.amount,
      "a refund that no report has the prices for, as it is to be written");
  command.add_option("--wording", answer.wording,
                     "a file of your own messages");
}

int run(int count, char** values) {
  CLI::App app{"What each Amazon order needs today, and by when.",
               "parcelwise"};
  app.require_subcommand(1);

  CheckArguments check;
  CLI::App* const check_command =
      app.add_subcommand("check", "List what each order of the reports needs.");
  add_reports(*check_command, check.loading);
  add_settings(*check_command, check.loading);
  add_word(*check_command, check.loading);
  add_format(*check_command, check.format);
  check_command->add_option("--encoding", check.loading.encoding,
                            "the reports' encoding (default: found)");
  check_command->add_option("--kind", check.loading.kind,
                            "the reports' kind (default: found)");
  check_command
      ->add_option("--out-of-stock", check.out_of_stock,
                   "SKUs with no unit left")
      ->delimiter(',');
  check_command->add_option("--stock", check.stock_file,
                            "a file of SKUs and units in hand");
  check_command->add_option(
      "--follow-ups", check.follow_ups,
      "open answers to buyers, as `parcelwise answer` prints them");
  check_command->add_option(
      "--journal", check.journal,
      "what happened so far: adds progress, and what came back; only read");
  check_command->add_flag(
      "--health", check.health,
      "the account's health too, as far as reports can tell");

  ChangesArguments changes;
  CLI::App* const changes_command = app.add_subcommand(
      "changes", "Tell what happened since the journal's last listing.");
  add_reports(*changes_command, changes.loading);
  add_settings(*changes_command, changes.loading);
  add_word(*changes_command, changes.loading);
  add_format(*changes_command, changes.format);
  changes_command
      ->add_option("--journal", changes.journal, "the journal; only read")
      ->required();

  RefundArguments refund;
  CLI::App* const refund_command =
      app.add_subcommand("refund", "Work out how much of an order goes back.");
  add_reports(*refund_command, refund.loading);
  add_settings(*refund_command, refund.loading);
  add_word(*refund_command, refund.loading);
  add_format(*refund_command, refund.format);
  add_refunded(*refund_command, refund.refunded);
  refund_command->add_option("--order", refund.order, "the order's id")
      ->required();
  refund_command
      ->add_option("--reason", refund.reason,
                   "undeliverable, refused, invalid-address, carrier-damage, "
                   "wrong-item, "
                   "defective, items-unavailable, combined-shipping, returned, "
                   "not-received or goodwill")
      ->required();
  refund_command
      ->add_option(
          "--item", refund.items,
          "an order item id or SKU, with :UNITS where not all of it goes back "
          "(default: what the reason asks for)")
      ->allow_extra_args(false);
  refund_command->add_option(
      "--fee-rate", refund.fee_rate,
      "Amazon's referral fee, as 15% (default: the policy's)");
  refund_command->add_option(
      "--saved", refund.saved,
      "combined-shipping: the order's part of what was saved");
  refund_command->add_option("--amount", refund.amount, "goodwill: how much");
  refund_command->add_option(
      "--outbound-cost", refund.outbound_cost,
      "what the way to the buyer cost where shipping was free: stays with you "
      "where the policy lets it");
  refund_command->add_option(
      "--concession", refund.concession,
      "goodwill: other or return-shipping (default: other)");
  refund_command->add_flag(
      "--accept-unread", refund.accept_unread,
      "what the reports tell of the order and is not counted was looked up");
  refund_command->add_option("--condition", refund.condition,
                             "returned: as-new, opened, opened-media, used or "
                             "damaged");
  refund_command->add_option("--days", refund.days,
                             "returned: days since the buyer got it");

  CombineArguments combine;
  CLI::App* const combine_command = app.add_subcommand(
      "combine", "Find orders that may share a parcel, and what that saves.");
  add_reports(*combine_command, combine.loading);
  add_settings(*combine_command, combine.loading);
  add_word(*combine_command, combine.loading);
  add_format(*combine_command, combine.format);
  add_refunded(*combine_command, combine.refunded);
  combine_command
      ->add_option(
          "--tariff", combine.tariffs,
          "yamato, japan-post or a tariff file; the cheapest of several counts")
      ->allow_extra_args(false);
  combine_command->add_option("--from", combine.from,
                              "the prefecture that parcels leave from");
  combine_command
      ->add_option(
          "--parcel", combine.parcels,
          "ORDER_ID=SIZE, a size class such as 60 or a service of the tariff; "
          "ORDER_ID+ORDER_ID=SIZE for several together")
      ->allow_extra_args(false);
  combine_command->add_option("--skus", combine.skus,
                              "a table of your SKUs with their sizes");
  combine_command
      ->add_option("--basis", combine.basis,
                   "cost or charge: what is compared (default: cost where "
                   "there is a tariff)")
      ->check(CLI::IsMember({"cost", "charge"}));
  combine_command
      ->add_option(
          "--keep", combine.keep,
          "charge: the order whose charge stays, dearest, cheapest or first "
          "(default: dearest)")
      ->check(CLI::IsMember({"dearest", "cheapest", "first"}));

  CombineArguments services;
  CLI::App* const services_command = app.add_subcommand(
      "services", "Name the cheapest services that each order fits into.");
  add_reports(*services_command, services.loading);
  add_settings(*services_command, services.loading);
  add_word(*services_command, services.loading);
  add_format(*services_command, services.format);
  services_command
      ->add_option("--tariff", services.tariffs,
                   "yamato, japan-post or a tariff file (default: all that "
                   "come with the program)")
      ->allow_extra_args(false);
  services_command->add_option("--from", services.from,
                               "the prefecture that parcels leave from");
  services_command->add_option("--skus", services.skus,
                               "a table of your SKUs with their sizes");

  TrackingCommandArguments back;
  CLI::App* const tracking_command = app.add_subcommand(
      "tracking", "Tell which order each row of a carrier's file belongs to.");
  add_reports(*tracking_command, back.loading);
  add_settings(*tracking_command, back.loading);
  add_word(*tracking_command, back.loading);
  add_format(*tracking_command, back.format);
  add_tracking(*tracking_command, back.tracking);
  tracking_command->get_option("--tracking")->required();

  ResultArguments result;
  CLI::App* const result_command = app.add_subcommand(
      "upload-result", "Tell what Amazon answered to an uploaded file.");
  add_reports(*result_command, result.loading);
  add_settings(*result_command, result.loading);
  add_word(*result_command, result.loading);
  add_format(*result_command, result.format);
  result_command
      ->add_option("--result", result.result,
                   "Amazon's processing report of the upload")
      ->required();

  AnswerArguments answer;
  CLI::App* const answer_command = app.add_subcommand(
      "answer", "Tell what a buyer's question asks for, with the message.");
  add_answer(*answer_command, answer);

  ExportArguments out;
  CLI::App* const export_command = app.add_subcommand(
      "export", "Write a file that leaves: for Amazon, a carrier or you.");
  export_command->add_option("KIND", out.kind, "one of " + export_kind_names())
      ->required();
  add_reports(*export_command, out.loading);
  add_settings(*export_command, out.loading);
  add_word(*export_command, out.loading);
  add_refunded(*export_command, out.refunded);
  export_command
      ->add_option("--order", out.orders,
                   "an order's id (default: every order that may be shipped)")
      ->allow_extra_args(false);
  export_command->add_option(
      "--shop", out.shop,
      "a file about your shop: sender, goods, carriers' settings");
  export_command->add_option(
      "--refunds", out.refunds,
      "adjustments: the plan, refunds as `parcelwise refund` prints "
      "them, or - for standard input");
  add_tracking(*export_command, out.tracking);
  export_command->add_option(
      "--carrier", out.carrier,
      "shipping-confirmation: who carries where no file tells, as "
      "yamato, sagawa, japan-post or Amazon's code");
  export_command->add_flag(
      "--without-tracking", out.without_tracking,
      "shipping-confirmation: confirm orders without a number too");
  export_command->add_option(
      "--layout", out.layout,
      "carrier: a file of a layout, or one that came with the program: " +
          layout_names());
  export_command->add_option(
      "--skus", out.skus,
      "a table of SKUs: its label is what carriers' files call the contents");
  export_command->add_option(
      "--retry", out.retry,
      "shipping-confirmation: Amazon's processing report; only the lines that "
      "it refused are written");
  export_command->add_option(
      "--ship-date", out.ship_date,
      "shipping-confirmation: the day, as 2026-11-20, where no file tells one "
      "for certain (default: today)");
  export_command->add_option(
      "--reason", out.reason,
      "cancellations: Amazon's code, as NoInventory (default: "
      "BuyerCanceled where the buyer asked)");
  export_command
      ->add_option("-o,--output", out.output,
                   "the file to write; what is too long for one becomes NAME-2 "
                   "and so on")
      ->required();
  export_command->add_flag(
      "--accept-unread", out.accept_unread,
      "what could not be read, or is told of an order and not counted, was "
      "looked up");
  export_command->add_option(
      "--journal", out.journal,
      "the journal that what was written is added to; begun where it is "
      "missing");
  export_command->add_flag(
      "--accept-done", out.accept_done,
      "adjustments: planned refunds that look done are still to be made");
  export_command->add_flag("--strict", out.strict,
                           "write nothing unless every row can be written");
  try {
    app.parse(count, values);
  } catch (const CLI::ParseError& error) {
    // Help is asked for and goes to standard output; anything else is usage.
    return app.exit(error) == 0 ? 0 : kWrongUsage;
  }
  if (refund_command->parsed()) return run_refund(refund);
  if (combine_command->parsed()) return run_combine(combine);
  if (services_command->parsed()) return run_services(services);
  if (export_command->parsed()) return run_export(out);
  if (answer_command->parsed()) return run_answer(answer);
  if (changes_command->parsed()) return run_changes(changes);
  if (tracking_command->parsed()) return run_tracking(back);
  if (result_command->parsed()) return run_result(result);
  return run_check(check);
}

}  // namespace
}  // namespace parcelwise::cli

int main(int count, char** values) {
  try {
    return parcelwise::cli::run(count, values);
  } catch (const std::exception& error) {  // out of memory, most likely
    std::fprintf(stderr, "parcelwise: %s\n", error.what());
    return parcelwise::cli::kUnreadable;
  }
}
