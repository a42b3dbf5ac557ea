// Works a plan of refunds out and writes the files for Amazon's upload page.
#include "cli/export_command.h"

#include "cli/files.h"
#include "cli/messages.h"
#include "handoff/adjustments.h"
#include "refund/plan.h"
#include "refund/refund_json.h"

namespace parcelwise::cli {
namespace {

// "refunds.txt" -> "refunds-2.txt"; a name's first dot begins no ending.
std::string numbered_path(const std::string& path, std::size_t number) {
  if (number == 1) return path;
  const std::size_t slash = path.rfind('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  const std::size_t dot = path.rfind('.');
  const std::size_t end = dot == std::string::npos || dot <= name ? path.size() : dot;
  return path.substr(0, end) + "-" + std::to_string(number) + path.substr(end);
}

std::string words(Language language, std::string_view name, const Fields& fields) {
  return fill(Catalogue::of(language).text("cli/export/" + std::string(name)), fields);
}

}  // namespace

int run_export(const ExportArguments& arguments) {
  const auto settings = read_settings(arguments.loading);
  if (!settings) return settings.error();
  if (arguments.kind != "adjustments") {
    return complain(kWrongUsage, "there is no export \"" + arguments.kind +
                                     "\"; KIND is adjustments");
  }
  if (arguments.output == "-") {
    return complain(kWrongUsage, "-o takes a file's name: a long plan becomes several files");
  }
  const Language language = settings->language;

  const auto loaded = load_reports(arguments.loading.reports, arguments.refunded, *settings);
  if (!loaded) return loaded.error();
  const Policy& policy = loaded->policy;
  const auto text = read_whole_file(arguments.refunds);
  if (!text) return complain(kUnreadable, text.error());
  auto requests = read_requests(*text, policy);
  if (!requests) {
    return complain(kUnreadable, shown_name(arguments.refunds) + ": " +
                                     request_error_text(requests.error(), language));
  }

  const OrderBook book = OrderBook::join(loaded->all());
  const std::size_t asked = requests->size();
  const RefundPlan plan =
      RefundPlan::make(book, policy, settings->now,
                       RefundLedger::read(book, policy.currency()), std::move(*requests));
  std::vector<const Refund*> refunds;
  for (const PlannedRefund& planned : plan.refunds()) {
    if (planned.outcome) {
      refunds.push_back(&*planned.outcome);
    } else {
      remark(refund_error_text(planned.outcome.error(), language));
    }
  }
  const HandoffFiles made = write_adjustments(book, policy, refunds);
  for (const LeftOut& row : made.left_out) {
    remark(left_out_text(row, language));
  }
  const bool whole = made.left_out.empty() && plan.failed() == 0;
  const bool nothing = made.files.empty() || (arguments.strict && !whole);
  if (!whole || nothing) {
    remark(words(language, nothing ? "nothing_written" : "part_written",
                 {{"rows", std::to_string(made.rows)},
                  {"left_out", std::to_string(made.left_out.size())},
                  {"failed", std::to_string(plan.failed())},
                  {"file", arguments.output}}));
  }
  if (nothing) return asked == 0 ? kDone : kUnreadable;

  std::vector<NamedFile> files;
  for (std::size_t i = 0; i < made.files.size(); ++i) {
    files.push_back({numbered_path(arguments.output, i + 1), made.files[i]});
  }
  std::vector<std::string> read = arguments.loading.reports;
  read.insert(read.end(), arguments.refunded.begin(), arguments.refunded.end());
  read.push_back(arguments.refunds);
  const auto written = write_files(files, read);
  if (!written) return complain(kUnreadable, written.error());
  for (std::size_t i = 1; i < files.size(); ++i) {
    remark(words(language, "more_files", {{"file", files[i].path}}));
  }
  return kDone;
}

}  // namespace parcelwise::cli
