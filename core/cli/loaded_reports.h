// What every subcommand begins with: the settings that all share, and the
// reports read from their files.
//
// Each complains for itself on standard error; an error is the exit status.
#ifndef PARCELWISE_CLI_LOADED_REPORTS_H_
#define PARCELWISE_CLI_LOADED_REPORTS_H_

#include <list>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "orders/marketplace.h"
#include "orders/order_book.h"
#include "policy/policy.h"
#include "report/reader.h"
#include "words/catalogue.h"

namespace parcelwise::cli {

struct LoadArguments {
  std::vector<std::string> reports;  // paths; "-" is standard input
  std::string now;                   // ISO 8601 with offset; "" is the clock
  std::string policy;                // an id or a file; "" is found
  std::string language = "en";
  std::string encoding;                 // "" is found
  std::string kind;                     // "" is found
  std::vector<std::string> listing_at;  // FILE=T: when that listing was made
  std::vector<std::string> not_sent;    // ids of orders that are open for sure
};

struct Settings {
  Language language{};
  Instant now;
  ReadOptions reading;
  std::string policy;       // an id or a policy's JSON; "" is found
  std::string policy_file;  // what to call the JSON's file; "" of an id
  SellersWord word;
};

// Reads no report: wrong usage is told before a large file is read.
tl::expected<Settings, int> read_settings(const LoadArguments& arguments);

// What is wrong with the policy file, by its name.
std::string policy_complaint(const Settings& settings,
                             const PolicyError& error);

// Orders joined, with their policies, and weighed by what the seller knows
// better. The reports must outlive them.
struct JoinedOrders {
  OrderBook book;
  Policies policies;
};

struct LoadedReports {
  std::list<Report> reports;     // in the order of the files
  std::optional<Policy> seller;  // the one that --policy names
  bool unreadable = false;       // some file was no report, which was told

  std::vector<const Report*> all() const;
  // An order that the seller speaks of and no report has is told of.
  JoinedOrders join(const Settings& settings) const;
};

// Fails where no file is a report, the policy is wrong, or a moment is given
// for a listing that is not loaded.
tl::expected<LoadedReports, int> load_reports(
    const std::vector<std::string>& paths, const Settings& settings);

// For refunds: the reports and those that tell of earlier refunds. Fails where
// any of them is no report, or one of the latter is of orders alone: what it
// should tell could be the very money already given back.
tl::expected<LoadedReports, int> load_reports(
    const std::vector<std::string>& paths,
    const std::vector<std::string>& refunded, const Settings& settings);

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_LOADED_REPORTS_H_
