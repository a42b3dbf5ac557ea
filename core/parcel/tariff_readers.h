// The two forms in which a tariff comes, each read by a file of its own, and
// the limits that both hold it to. Only Tariff::load() chooses between them.
//
// A success: read_tariff_table(the table of parcel/tariff.h) -> a tariff "own"
// A failure: read_tariff_json({}) -> TableError{"/id", "a name of 1 to ..."}
#ifndef PARCELWISE_PARCEL_TARIFF_READERS_H_
#define PARCELWISE_PARCEL_TARIFF_READERS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <tl/expected.hpp>

#include "files/json.h"
#include "files/table_text.h"
#include "money/money.h"
#include "parcel/tariff.h"

namespace parcelwise {

inline constexpr std::size_t kMostServices = 1'000;
inline constexpr std::size_t kMostZones = 500;
inline constexpr std::size_t kMostPlaces = 2'000;
inline constexpr std::size_t kMostRates = 100'000;
inline constexpr std::size_t kMostExtras = 100;
inline constexpr std::int64_t kMostPrice = 1'000'000'000;
inline constexpr int kMostMillimetres = 10'000;
inline constexpr int kMostGrams = 1'000'000;

// "an amount in JPY such as 940"
std::string amount_expected(const Currency& currency);

// `json` is an object.
tl::expected<Tariff, TableError> read_tariff_json(const Json& json);

tl::expected<Tariff, TableError> read_tariff_table(const TableText& table);

}  // namespace parcelwise

#endif  // PARCELWISE_PARCEL_TARIFF_READERS_H_
