// What a seller knows of each SKU and no report tells (docs/rules.md
// 0.8, 4.3): size, weight, temperature class, tax rate, and what a label calls
// it.
//
// A table as spreadsheets save it (files/table_text.h) or a JSON list of
// objects:
//   sku, length_cm, width_cm, height_cm, weight_g, temperature, tax_rate, label
//   A-1, 22,        15.5,     3,         420,      frozen,      8%,       緑茶
// Only sku must be there. A cell may be blank: then that is not known of the
// SKU, but of the three sides all or none. Other columns are passed over.
//
// UNITS  stand in the heading: length_mm or length_cm (width and height alike),
// weight_g or weight_kg. A bare "length" is refused: 20 may be either.
// Fractions of a millimetre and of a gram round up.
// LIMITS  a side 1 mm to 5 m, a weight 1 g to 1 t, a rate 0 % to 100 %, a
// label 1 to 100 bytes. Headings in Japanese: 長さ/縦, 幅/横, 高さ, 重さ/重量,
// 温度帯, 税率, ラベル品名/略称.
//
// A success: "sku,length_mm,width_mm,height_mm\nA-1,220,155,30\n" -> one SKU.
// A failure: "sku,weight_g\nA-1,\"1,5\"\n" -> TableError{2, "weight_g", "1,5",
//   "a number of g ...; decimals behind a point, no commas"}
// A SKU that stands twice is refused in its second row.
#ifndef PARCELWISE_PARCEL_SKU_TABLE_H_
#define PARCELWISE_PARCEL_SKU_TABLE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "files/table_text.h"
#include "parcel/parcel_limits.h"

namespace parcelwise {

// 常温, 冷蔵, 冷凍. In a table also normal/ambient, chilled/cool, frozen.
enum class Temperature : std::uint8_t { kAmbient, kChilled, kFrozen };

struct Sku {
  std::string sku;
  std::optional<Box> box;  // sides in mm, as the table gives them
  std::optional<int> grams;
  std::optional<Temperature> temperature;
  std::optional<int> tax_rate;  // hundredths of a percent: 800 is 8 %
  std::string label = {};       // "" where none is told
};

class SkuTable {
 public:
  static tl::expected<SkuTable, TableError> load(std::string_view text);

  // nullptr for a SKU that is not in the table. Compared byte by byte, as
  // Amazon does: "a-1" is not "A-1".
  const Sku* find(std::string_view sku) const;

  const std::vector<Sku>& all() const { return skus_; }  // by sku

  // Headings that say nothing here, as the table writes them.
  const std::vector<std::string>& unused_columns() const { return unused_; }

 private:
  std::vector<Sku> skus_;
  std::vector<std::string> unused_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_PARCEL_SKU_TABLE_H_
