// The carriers' files that a command is given, and what became of their rows.
#ifndef PARCELWISE_CLI_TRACKING_FILES_H_
#define PARCELWISE_CLI_TRACKING_FILES_H_

#include <span>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "combine/sound_groups.h"
#include "json/groups_json.h"
#include "tracking/tracking.h"
#include "words/catalogue.h"

namespace parcelwise::cli {

struct TrackingArguments {
  std::vector<std::string> files;  // paths; "-" is standard input
  std::string columns;  // a file: TrackingMapping; "": known names only
  std::string combine;  // a file: orders that share a parcel, and so a number
  std::string split;    // a file: orders in several parcels (tracking/split.h)
  bool accept_proposed = false;  // orders found by their recipients count
};

// An error is one line that names its file.
tl::expected<std::vector<TrackingFile>, std::string> read_tracking(
    const TrackingArguments& arguments, Language language);

tl::expected<AcceptedGroups, std::string> read_groups(
    const TrackingArguments& arguments, Language language);
// Held against what the check knows.
SoundGroups sound_groups(const Check& check, const AcceptedGroups& accepted);

tl::expected<OrderSplits, std::string> read_split_file(
    const TrackingArguments& arguments, Language language);

// `groups` are accepted: their orders share a parcel, and so a number.
// `accept_proposed`: what was found by the recipient counts.
TrackingNumbers match_tracking(const Check& check,
                               std::span<const TrackingFile> files,
                               std::span<const std::vector<OrderId>> groups,
                               const OrderSplits& splits, bool accept_proposed);

// On standard error: each row that needs a look, proposals among them; each
// file's rows by what became of them.
void tell_rows(const OrderBook& book, const TrackingNumbers& numbers,
               std::span<const TrackingFile> files, Language language);
void tell_counts(const TrackingNumbers& numbers,
                 std::span<const TrackingFile> files, Language language);

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_TRACKING_FILES_H_
