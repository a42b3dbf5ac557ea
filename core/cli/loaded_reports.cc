// Settings from arguments and reports from files; see cli/loaded_reports.h.
#include "cli/loaded_reports.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <thread>

#include "cli/files.h"
#include "cli/messages.h"
#include "cli/report_slices.h"
#include "orders/marketplace.h"
#include "report/wording.h"
#include "rules/wording.h"
#include "words/file_errors.h"

namespace parcelwise::cli {
namespace {

Instant clock() {
  return {std::chrono::duration_cast<std::chrono::seconds>(
              std::chrono::system_clock::now().time_since_epoch())
              .count()};
}

tl::unexpected<int> wrong_usage(std::string_view message) {
  return tl::unexpected(complain(kWrongUsage, message));
}

tl::unexpected<int> unreadable(std::string_view message) {
  return tl::unexpected(complain(kUnreadable, message));
}

// Or the line that says why not.
using ReadReport = tl::expected<Report, std::string>;

ReadReport read_report(const std::string& path, const Settings& settings,
                       const Slicing& slicing) {
  ReportReader reader(shown_name(path), settings.reading);
  const auto read = feed_report(path, settings.reading, slicing, reader);
  if (!read) return tl::unexpected(read.error());
  return reader.finish().map_error([&](const ReadError& error) {
    return read_error_text(error, settings.language);
  });
}

// As many at a time as there are cores, and where files are fewer, slices of
// them; standard input can be read once.
std::vector<std::optional<ReadReport>> read_all(
    const std::vector<std::string>& paths, const Settings& settings) {
  std::vector<std::optional<ReadReport>> read(paths.size());
  std::atomic<std::size_t> next = 0;
  const bool alone = std::count(paths.begin(), paths.end(), "-") > 1;
  const std::size_t cores =
      alone ? 1 : std::max(1u, std::thread::hardware_concurrency());
  Slicing slicing;
  slicing.threads = cores / std::clamp<std::size_t>(paths.size(), 1, cores);
  const auto work = [&] {
    for (std::size_t i = next++; i < paths.size(); i = next++)
      read[i] = read_report(paths[i], settings, slicing);
  };
  std::vector<std::future<void>> others;
  for (std::size_t i = 1; i < std::min(cores, paths.size()); ++i)
    others.push_back(std::async(std::launch::async, work));
  work();
  for (std::future<void>& other : others) other.get();
  return read;
}

// Files that are no reports are told of and noted, in the order of the paths.
void read_reports(const std::vector<std::string>& paths,
                  const Settings& settings, LoadedReports& loaded) {
  for (std::optional<ReadReport>& read : read_all(paths, settings)) {
    if (*read) {
      loaded.reports.push_back(std::move(**read));
    } else {
      diagnose(read->error());
      loaded.unreadable = true;
    }
  }
}

tl::expected<LoadedReports, int> with_policy(LoadedReports loaded,
                                             const Settings& settings) {
  for (const SellersWord::Moment& moment : settings.word.listing_at) {
    const bool known =
        std::any_of(loaded.reports.begin(), loaded.reports.end(),
                    [&](const Report& report) {
                      return report.file == moment.file &&
                             report.kind == ReportKind::kUnshippedOrders;
                    });
    if (!known) {
      return wrong_usage("--listing-at: " + moment.file +
                         " is no unshipped orders report that is loaded");
    }
  }
  if (settings.policy.empty()) return loaded;
  auto policy = Policy::load(settings.policy);
  if (!policy) return unreadable(policy_complaint(settings, policy.error()));
  loaded.seller = std::move(*policy);
  return loaded;
}

}  // namespace

namespace {

// FILE=T, as "unshipped.txt=2026-11-20T08:45:00+09:00"; never after `now`.
tl::expected<SellersWord::Moment, int> read_moment(const std::string& text,
                                                   Instant now) {
  const std::size_t sign = text.rfind('=');
  if (sign != std::string::npos && sign > 0) {
    const auto stamp = parse_stamp(text.substr(sign + 1));
    if (stamp && !stamp->date_only && stamp->at <= now) {
      return SellersWord::Moment{shown_name(text.substr(0, sign)), stamp->at};
    }
  }
  return wrong_usage(
      "--listing-at takes FILE=T, T being when the report was made, not after "
      "now, as unshipped.txt=2026-11-20T08:45:00+09:00, not \"" +
      text + "\"");
}

}  // namespace

tl::expected<Settings, int> read_settings(const LoadArguments& arguments) {
  Settings settings;
  const auto language = language_from_name(arguments.language);
  if (!language) return wrong_usage("--language takes ja, en or it");
  settings.language = *language;
  settings.now = clock();
  if (!arguments.now.empty()) {
    const auto stamp = parse_stamp(arguments.now);
    if (!stamp || stamp->date_only) {
      return wrong_usage(
          "--now takes an instant such as 2026-11-20T09:00:00+09:00, not \"" +
          arguments.now + "\"");
    }
    settings.now = stamp->at;
  }
  for (const std::string& text : arguments.listing_at) {
    auto moment = read_moment(text, settings.now);
    if (!moment) return tl::unexpected(moment.error());
    settings.word.listing_at.push_back(std::move(*moment));
  }
  for (const std::string& text : arguments.not_sent) {
    const auto id = OrderId::parse(text);
    if (!id) return wrong_usage("--not-sent takes an order's id, not " + text);
    settings.word.not_sent.push_back(*id);
  }
  if (!arguments.encoding.empty()) {
    settings.reading.encoding = encoding_from_name(arguments.encoding);
    if (!settings.reading.encoding) {
      return wrong_usage(
          "--encoding takes utf-8, utf-16le, utf-16be, cp932, windows-1252 "
          "or ascii");
    }
  }
  if (!arguments.kind.empty()) {
    settings.reading.kind = kind_from_name(arguments.kind);
    if (!settings.reading.kind) {
      return wrong_usage(
          "--kind takes new-orders, unshipped-orders, all-orders, "
          "pending-orders, returns, settlement or adjustments");
    }
  }
  settings.policy = arguments.policy;
  const bool is_id = std::find(Policy::ids().begin(), Policy::ids().end(),
                               settings.policy) != Policy::ids().end();
  if (!settings.policy.empty() && !is_id) {
    auto file = read_whole_file(settings.policy);
    if (!file) return wrong_usage(file.error());
    if (file->empty()) {  // no policy at all is another thing
      return unreadable(
          shown_name(settings.policy) + ": " +
          json_error_text(JsonError{JsonErrorCode::kEmpty, {}, 0, {}, 0},
                          *language));
    }
    settings.policy_file = shown_name(settings.policy);
    settings.policy = std::move(*file);
  }
  return settings;
}

std::string policy_complaint(const Settings& settings,
                             const PolicyError& error) {
  return settings.policy_file + ": " +
         policy_error_text(error, settings.language);
}

std::vector<const Report*> LoadedReports::all() const {
  std::vector<const Report*> all;
  for (const Report& report : reports) all.push_back(&report);
  return all;
}

JoinedOrders LoadedReports::join(const Settings& settings) const {
  JoinedOrders joined;
  joined.book = OrderBook::join(all());
  joined.policies = Policies::find(joined.book, seller);
  joined.book.weigh(joined.policies, settings.now, settings.word);
  for (const OrderId& id : settings.word.not_sent) {
    if (!joined.book.find(id)) {
      diagnose(command_text(settings.language, "order_elsewhere",
                            {{"order", id.text()}}));
    }
  }
  return joined;
}

tl::expected<LoadedReports, int> load_reports(
    const std::vector<std::string>& paths, const Settings& settings) {
  LoadedReports loaded;
  read_reports(paths, settings, loaded);
  if (loaded.reports.empty()) {
    return tl::unexpected(loaded.unreadable ? kUnreadable : kDone);
  }
  return with_policy(std::move(loaded), settings);
}

tl::expected<LoadedReports, int> load_reports(
    const std::vector<std::string>& paths,
    const std::vector<std::string>& refunded, const Settings& settings) {
  LoadedReports loaded;
  read_reports(paths, settings, loaded);
  LoadedReports earlier;
  read_reports(refunded, settings, earlier);
  for (const Report& report : earlier.reports) {
    if (tells_refunds(report.kind)) continue;
    diagnose(command_text(settings.language, "no_refunds",
                          {{"file", report.file},
                           {"kind", std::string(kind_name(report.kind))}}));
    earlier.unreadable = true;
  }
  if (loaded.unreadable || earlier.unreadable)
    return tl::unexpected(kUnreadable);
  loaded.reports.splice(loaded.reports.end(), earlier.reports);
  return with_policy(std::move(loaded), settings);
}

}  // namespace parcelwise::cli
