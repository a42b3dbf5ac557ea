// Reads what a kind needs, lets it write, and tells what could not be written.
#include "cli/export_command.h"

#include <set>
#include <span>

#include "cli/files.h"
#include "cli/journal_file.h"
#include "cli/messages.h"
#include "cli/result_command.h"
#include "cli/sku_file.h"
#include "files/json_reader.h"
#include "handoff/account_health.h"
#include "handoff/export.h"
#include "json/refund_json.h"
#include "orders/offers.h"
#include "parcel/sku_table.h"
#include "report/wording.h"
#include "words/file_errors.h"

namespace parcelwise::cli {
namespace {

// "refunds.txt" -> "refunds-amazon.de-2.txt"; a name's first dot begins no
// ending.
std::string numbered_path(const std::string& path, const std::string& channel,
                          std::size_t number) {
  std::string mark = channel.empty() ? channel : "-" + channel;
  if (number > 1) mark += "-" + std::to_string(number);
  const std::size_t slash = path.rfind('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  const std::size_t dot = path.rfind('.');
  const std::size_t end =
      dot == std::string::npos || dot <= name ? path.size() : dot;
  return path.substr(0, end) + mark + path.substr(end);
}

// Reads the file about the shop; without one nothing is known of it.
tl::expected<ShopSettings, std::string> read_shop(const std::string& path,
                                                  Language language) {
  if (path.empty()) return ShopSettings();
  const auto text = read_whole_file(path);
  if (!text) return tl::unexpected(text.error());
  auto shop = ShopSettings::load(*text);
  if (shop) return std::move(*shop);
  const ShopError& wrong = shop.error();
  if (wrong.unopened) {
    return tl::unexpected(shown_name(path) + ": " +
                          shop_error_text(wrong, language));
  }
  return tl::unexpected(
      command_text(language, "export/bad_shop",
                   {{"file", shown_name(path)},
                    {"pointer", wrong.pointer.empty() ? "/" : wrong.pointer},
                    {"value", wrong.value},
                    {"expected", wrong.expected}}));
}

// The option that would let it pass.
const char* accepting(RefundErrorCode code) {
  if (code == RefundErrorCode::kLooksDone) return " (--accept-done)";
  return is_unread_error(code) ? " (--accept-unread)" : "";
}

// One that came with the program by its id, else a file.
tl::expected<OwnLayout, std::string> read_layout(const std::string& id_or_path,
                                                 Language language) {
  if (auto known = OwnLayout::of(id_or_path)) return std::move(*known);
  const auto text = read_whole_file(id_or_path);
  if (!text) {
    return tl::unexpected(text.error() +
                          "; the layouts that come with the program are " +
                          layout_names());
  }
  auto layout = OwnLayout::read(*text);
  if (layout) return std::move(*layout);
  return tl::unexpected(shown_name(id_or_path) + ": " +
                        json_complaint_text(layout.error(), language));
}

// Each row that could not be read and may be missing from the file, then one
// line of all their orders. False where the seller must look them up first.
bool tell_missing(const OrderBook& book, std::span<const MissingRow> missing,
                  const ExportArguments& arguments, Language language) {
  if (missing.empty()) return true;
  std::set<std::uint32_t> cut;  // reports whose list of rejects was cut short
  for (const auto& [index, reject] : missing) {
    const Report& report = *book.reports()[index];
    diagnose(command_text(
        language, reject->order ? "export/unread_row" : "export/nameless_row",
        {{"file", report.file},
         {"row", std::to_string(reject->row)},
         {"order", reject->order ? reject->order->text() : ""},
         {"why", reject_text(*reject, language)}}));
    if (!cut.insert(index).second) continue;
    for (const Warning& warning : report.warnings) {
      if (warning.code == Warning::Code::kManyRejects)
        diagnose(report.file + ": " + warning_text(warning, language));
    }
  }
  if (arguments.accept_unread) return true;
  diagnose(command_text(language, "export/unread",
                        {{"rows", names_of(book, missing)}}) +
           " (--accept-unread)");
  return false;
}

// What to say of an order that is in no row that could be read.
std::string no_such_order(const OrderBook& book, const std::string& text,
                          const std::optional<OrderId>& id) {
  RowsNamed its, nameless;
  for (const auto& [report, reject] : book.rejects()) {
    const std::string& file = book.reports()[report]->file;
    if (!reject.order) nameless.add(file, reject.row);
    if (id && reject.order == id) its.add(file, reject.row);
  }
  if (its.count > 0) {
    return "--order: the rows of the order " + text +
           " could not be read: " + its.where;
  }
  std::string why = "--order: no report has the order " + text;
  if (nameless.count > 0) {
    why +=
        " in a row that could be read; these name no order: " + nameless.where;
  }
  return why;
}

}  // namespace

std::string layout_names() {
  std::string names;
  for (const std::string_view id : OwnLayout::ids()) {
    if (!names.empty()) names += ", ";
    names += id;
  }
  return names;
}

std::string export_kind_names() {
  std::string names(carrier_export().id);
  for (const ExportKind* const kind : export_kinds()) {
    names += ", ";
    names += kind->id;
  }
  return names;
}

int run_export(const ExportArguments& arguments) {
  const auto settings = read_settings(arguments.loading);
  if (!settings) return settings.error();
  const ExportKind* const kind = arguments.kind == carrier_export().id
                                     ? &carrier_export()
                                     : find_export_kind(arguments.kind);
  if (kind == nullptr) {
    return complain(kWrongUsage, "there is no export \"" + arguments.kind +
                                     "\"; KIND is " + export_kind_names());
  }
  if ((kind == &carrier_export()) == arguments.layout.empty()) {
    return complain(kWrongUsage,
                    "export carrier, and it alone, takes --layout: a file, or "
                    "one of " +
                        layout_names());
  }
  if (kind->id == "adjustments" && arguments.refunds.empty()) {
    return complain(kWrongUsage, "export adjustments needs --refunds, a plan");
  }
  if (!arguments.retry.empty() && kind->reader != ExportReader::kAmazon) {
    return complain(kWrongUsage,
                    "export " + arguments.kind +
                        " takes no --retry: Amazon's result tells of files "
                        "for Amazon alone");
  }
  if (arguments.output == "-") {
    return complain(
        kWrongUsage,
        "-o takes a file's name: what is too long becomes several files");
  }
  std::optional<Day> ship_date;
  if (!arguments.ship_date.empty()) {
    ship_date = read_day(arguments.ship_date);
    if (!ship_date) {
      return complain(kWrongUsage,
                      "--ship-date takes a day such as 2026-11-20, "
                      "not \"" +
                          arguments.ship_date + "\"");
    }
  }
  const Language language = settings->language;
  const auto shop = read_shop(arguments.shop, language);
  if (!shop) return complain(kUnreadable, shop.error());

  // Read before anything is written: a wrong one stops the export.
  Journal journal;
  if (!arguments.journal.empty()) {
    auto opened = open_journal_file(arguments.journal, language);
    if (!opened) return complain(kUnreadable, opened.error());
    journal = std::move(*opened);
  }

  std::optional<OwnLayout> layout;
  if (!arguments.layout.empty()) {
    auto read = read_layout(arguments.layout, language);
    if (!read) return complain(kUnreadable, read.error());
    layout = std::move(*read);
  }
  std::optional<SkuTable> skus;
  if (!arguments.skus.empty()) {
    auto read = read_skus(arguments.skus, language);
    if (!read) return complain(kUnreadable, read.error());
    skus = std::move(*read);
  }
  std::optional<UploadResult> refused;
  if (!arguments.retry.empty()) {
    auto result = read_result(arguments.retry, language);
    if (!result) return complain(kUnreadable, result.error());
    refused = std::move(*result);
    if (refused->whole_file() && refused->successful == 0) {
      return complain(kUnreadable,
                      command_text(language, "result/whole_file",
                                   {{"file", shown_name(arguments.retry)}}));
    }
    if (const std::int64_t untold = refused->untold(); untold > 0) {
      diagnose(shown_name(arguments.retry) + ": " +
               command_text(language, "result/untold",
                            {{"records", std::to_string(untold)}}));
    }
  }
  const auto tracking = read_tracking(arguments.tracking, language);
  if (!tracking) return complain(kUnreadable, tracking.error());

  const auto loaded =
      load_reports(arguments.loading.reports, arguments.refunded, *settings);
  if (!loaded) return loaded.error();
  const auto [book, policies] = loaded->join(*settings);
  std::vector<RefundRequest> planned;
  if (!arguments.refunds.empty()) {
    const auto text = read_whole_file(arguments.refunds);
    if (!text) return complain(kUnreadable, text.error());
    auto requests = read_requests(*text, order_policies(book, policies));
    if (!requests) {
      return complain(kUnreadable,
                      shown_name(arguments.refunds) + ": " +
                          request_error_text(requests.error(), language));
    }
    planned = std::move(*requests);
    for (RefundRequest& request : planned)
      request.accept_unread |= arguments.accept_unread;
  }

  const auto accepted = read_groups(arguments.tracking, language);
  if (!accepted) return complain(kUnreadable, accepted.error());

  const auto splits = read_split_file(arguments.tracking, language);
  if (!splits) return complain(kUnreadable, splits.error());

  std::vector<std::uint32_t> orders;
  for (const std::string& text : arguments.orders) {
    const auto id = OrderId::parse(text);
    const auto order = id ? book.find(*id) : std::nullopt;
    if (!order) return complain(kUnreadable, no_such_order(book, text, id));
    orders.push_back(*order);
  }
  if (all_lack(policies, kind->id)) {
    return complain(kWrongUsage,
                    command_text(language, "export/lacking",
                                 {{"kind", std::string(kind->id)},
                                  {"name", policies.main().name()}}));
  }
  const Check check = Check::run(book, policies, settings->now, {});
  const bool nothing_planned = kind->id == "adjustments" && planned.empty();
  const RefundPlan plan =
      RefundPlan::make(book, policies, settings->now, check.refunds_reported(),
                       std::move(planned), arguments.accept_done);
  for (const PlannedRefund& refund : plan.refunds()) {
    if (!refund.outcome)
      diagnose(refund_error_text(refund.outcome.error(), language) +
               accepting(refund.outcome.error().code));
  }
  const SoundGroups sound = sound_groups(check, *accepted);
  const TrackingNumbers numbers =
      match_tracking(check, *tracking, sound.groups, *splits,
                     arguments.tracking.accept_proposed);
  tell_rows(book, numbers, *tracking, language);
  tell_counts(numbers, *tracking, language);
  const ExportContext context = {
      check,
      *shop,
      plan,
      shipments_of(check, orders, sound.groups, kind->companions),
      !orders.empty(),
      language,
      &numbers,
      {arguments.carrier, arguments.without_tracking, arguments.reason,
       arguments.accept_unread, ship_date, refused ? &*refused : nullptr},
      &*splits,
      layout ? &*layout : nullptr,
      skus ? &*skus : nullptr,
      sound.apart};
  HandoffFiles made = kind->write(context);
  warn_of_apart(context, made.warnings);
  if (const std::size_t companions = companions_of(context); companions > 0) {
    diagnose(command_text(language, "export/companions",
                          {{"orders", std::to_string(companions)}}));
  }
  for (const RowNote& note : made.warnings)
    diagnose(warning_text(note, language));
  for (const RowNote& note : made.left_out)
    diagnose(left_out_text(note, language));
  for (const std::string& text : health_before(*kind, context, made))
    diagnose(text);
  const bool known =
      tell_missing(book, missing_rows(*kind, context), arguments, language);
  const bool whole = made.left_out.empty() && plan.failed() == 0;
  const bool nothing = made.files.empty() || (arguments.strict && !whole);
  if (!whole || nothing) {
    diagnose(command_text(
        language, nothing ? "export/nothing_written" : "export/part_written",
        {{"rows", std::to_string(made.rows)},
         {"left_out", std::to_string(orders_left_out(*kind, context, made))},
         {"failed", std::to_string(plan.failed())},
         {"file", arguments.output}}));
  }
  if (nothing) return nothing_planned ? kDone : kUnreadable;

  std::vector<NamedFile> files;
  std::size_t number = 0;
  for (std::size_t i = 0; i < made.files.size(); ++i) {
    const std::string& channel = made.files[i].channel;
    number = i > 0 && made.files[i - 1].channel == channel ? number + 1 : 1;
    files.push_back({numbered_path(arguments.output, channel, number),
                     made.files[i].bytes});
  }
  std::vector<std::string> read = arguments.loading.reports;
  read.insert(read.end(), arguments.refunded.begin(), arguments.refunded.end());
  read.insert(read.end(), arguments.tracking.files.begin(),
              arguments.tracking.files.end());
  for (const std::string* const path :
       {&arguments.refunds, &arguments.shop, &arguments.tracking.columns,
        &arguments.tracking.combine, &arguments.tracking.split,
        &arguments.retry, &arguments.journal, &arguments.layout,
        &arguments.skus}) {
    if (!path->empty()) read.push_back(*path);
  }
  const auto written = write_files(files, read);
  if (!written) return complain(kUnreadable, written.error());
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string& channel = made.files[i].channel;
    if (!channel.empty()) {
      diagnose(command_text(language, "export/channel_file",
                            {{"file", files[i].path}, {"channel", channel}}));
    } else if (i > 0) {
      diagnose(command_text(language, "export/more_files",
                            {{"file", files[i].path}}));
    }
  }
  const int done = known ? kDone : kUnreadable;
  if (arguments.journal.empty()) return done;
  note_export(journal, *kind, context, made, arguments.output);
  const auto noted =
      write_journal_file(arguments.journal, journal, policies.main().zone());
  if (noted) return done;
  return complain(kUnreadable, command_text(language, "journal/not_kept",
                                            {{"why", noted.error()}}));
}

}  // namespace parcelwise::cli
