// What a seller knows of the shop and no report tells: who sends the parcels,
// and how each carrier's file is to be filled. A JSON file of the seller's own:
//   {"sender": {"name": "豊洲茶舗", "phone": "03-1234-5678", "postal_code":
//   "135-0061",
//               "address": "東京都江東区豊洲1-2-27", "building": "豊洲ビル3F"},
//    "goods": "食品", "labels": {"TEA-01": "緑茶"},
//    "carriers": {"yamato-b2": {"customer_code": "0312345678", "freight_code":
//    "01"}}}
//
// Every member may be missing: what a file cannot do without is told when it is
// written. `goods` is what stands on a label as contents (品名), for carriers
// that ask for it, and `labels` what stands there for a SKU. What stands below
// "carriers" is the carrier's own; its layout names it.
//
// LIMITS  a text of 1 to 200 bytes, without control characters.
// A success: {"sender": {"name": "A"}} -> sender().name "A", all else "".
// A failure: {"sender": {"nmae": "A"}} -> ShopError{"/sender/nmae", "\"A\"",
// "one of ..."}
#ifndef PARCELWISE_POLICY_SHOP_SETTINGS_H_
#define PARCELWISE_POLICY_SHOP_SETTINGS_H_

#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "files/json_error.h"
#include "words/catalogue.h"

namespace parcelwise {

using ShopError = JsonComplaint;

// One sentence: what is wrong, where, and what was expected.
std::string shop_error_text(const ShopError& error, Language language);

struct Sender {
  std::string name, phone, postal_code, address, building;
};

class ShopSettings {
 public:
  static tl::expected<ShopSettings, ShopError> load(std::string_view json);

  const Sender& sender() const { return sender_; }
  const std::string& goods() const { return goods_; }
  // What a label calls a SKU; "" where nothing is said of it.
  std::string_view label(std::string_view sku) const;

  // A carrier's own setting: of("yamato-b2", "customer_code"); "" where there
  // is none.
  std::string_view of(std::string_view carrier, std::string_view name) const;

 private:
  friend class ShopReader;
  Sender sender_;
  std::string goods_;
  using Texts = std::map<std::string, std::string, std::less<>>;
  static std::string_view found(const Texts& texts, std::string_view name);
  Texts labels_;  // by SKU
  std::map<std::string, Texts, std::less<>> carriers_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_POLICY_SHOP_SETTINGS_H_
