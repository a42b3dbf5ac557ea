// Tracking numbers as the page reads them: wasm/parcelwise.d.ts,
// TrackingSummary.
#ifndef PARCELWISE_JSON_TRACKING_JSON_H_
#define PARCELWISE_JSON_TRACKING_JSON_H_

#include <span>

#include "json/report_json.h"
#include "tracking/tracking.h"
#include "words/catalogue.h"

namespace parcelwise {

// A file of the session and the handle that the page knows it by.
struct OpenTracking {
  int handle = 0;
  const TrackingFile* file = nullptr;
};

// At most so many rows that gave no number are listed; all are counted.
inline constexpr std::size_t kMostTrackingNotes = 1'000;

// TrackingSummary; `numbers` was matched from the files in this order.
Json tracking_json(const OrderBook& book, std::span<const OpenTracking> files,
                   const TrackingNumbers& numbers, Language language);

// What `parcelwise tracking` prints: docs/command.md. `files` as matched.
Json matches_json(const OrderBook& book, std::span<const TrackingFile> files,
                  const TrackingNumbers& numbers, Language language);

// OrderTracking of one order; null where it has no number.
Json order_tracking_json(const OrderBook& book, const TrackingNumbers& numbers,
                         std::uint32_t order,
                         std::span<const OpenTracking> files);

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_TRACKING_JSON_H_
