// The seller's terms for sharing parcels, as the page hands them over: which
// tariffs, from where, by which basis, the goods' sizes. Taken whole or not at
// all.
//
//   {"tariffs": ["yamato"], "own_tariff": "service,price\n...", "from":
//   "東京都",
//    "basis": "cost", "keep": "dearest", "skus": "sku,length_cm,...",
//    "parcels": [{"orders": ["250-..."], "size": "60"}]}
// Every member may be missing: {} compares what was charged and keeps the
// dearest.
#ifndef PARCELWISE_JSON_TERMS_JSON_H_
#define PARCELWISE_JSON_TERMS_JSON_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "combine/saving.h"
#include "json/report_json.h"

namespace parcelwise {

// What was wrong: a table of the seller's own with its row and column, or
// another member with its text.
struct TermsError {
  std::string_view
      member;         // "own_tariff", "skus", "tariffs", "from", "parcels", ...
  TableError table;   // of own_tariff and skus
  std::string value;  // of any other
  // Where it is no JSON, or a member is not of its type.
  std::optional<JsonComplaint> complaint = std::nullopt;
};
// One or two sentences: which table, where in it, what was found and expected.
std::string terms_error_text(const TermsError& error, Language language);

class CombineTerms {
 public:
  // Compares charges.
  CombineTerms() = default;
  CombineTerms(const CombineTerms&) = delete;
  CombineTerms& operator=(const CombineTerms&) = delete;

  // A tariff needs a place in it that parcels leave from, and all tariffs one
  // currency.
  //   read("{\"tariffs\":[\"yamato\"],\"from\":\"東京都\"}") -> terms on the
  //   cost basis read("{\"own_tariff\":\"service,price\\nA,1.060,5\"}") ->
  //   TermsError{"own_tariff", row 2}
  static tl::expected<std::unique_ptr<CombineTerms>, TermsError> read(
      std::string_view json);

  const SavingTerms& get() const { return terms_; }

  // TermsInForce of the .d.ts: what the terms hold on a day, with the sizes to
  // choose from.
  Json json(Day today) const;

 private:
  std::vector<Tariff> tariffs_;
  std::optional<SkuTable> skus_;
  SavingTerms terms_;
};

// What there is to choose from: CombineChoices of the .d.ts.
Json combine_choices_json(Language language);

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_TERMS_JSON_H_
