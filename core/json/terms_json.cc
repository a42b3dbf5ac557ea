// Reads terms; see json/terms_json.h.
#include "json/terms_json.h"

#include <algorithm>
#include <utility>

#include "address/prefecture.h"
#include "files/json.h"
#include "files/json_reader.h"
#include "files/open_json.h"
#include "text/shortened.h"
#include "words/catalogue.h"
#include "words/file_errors.h"

namespace parcelwise {
namespace {

using Wrong = std::optional<TermsError>;

// Two tables of text and what they are asked about.
constexpr std::size_t kMostTermsBytes = 3 * kMostJsonBytes;

// Holds each member to its type; what it says is looked at where it is used.
class TermsForm : private JsonReader {
 public:
  std::optional<JsonComplaint> check(const Json& json) {
    if (!json.is_object()) return describe("", json, "an object");
    for (const char* const name :
         {"from", "own_tariff", "skus", "basis", "keep"}) {
      const Json& value = member(json, name);
      if (!value.is_null() && !value.is_string()) {
        note(pointer_step(name), value, "a text");
      }
    }
    for (const char* const name : {"tariffs", "parcels"}) {
      const Json& value = member(json, name);
      if (!value.is_null() && !value.is_array()) {
        note(pointer_step(name), value, "a list");
      }
    }
    return std::move(complaint_);
  }
};

const Json& list(const Json& object, std::string_view name) {
  static const Json kNone = Json::array();
  const Json& found = member(object, name);
  return found.is_array() ? found : kNone;
}

TermsError wrong(std::string_view member, std::string_view value) {
  return {member, {}, shortened(value)};
}

std::optional<GivenParcel> read_parcel(const Json& json) {
  if (!json.is_object() || !json.contains("orders") ||
      !json["orders"].is_array() || !json.contains("size") ||
      !json["size"].is_string()) {
    return std::nullopt;
  }
  GivenParcel parcel{{}, json["size"].text()};
  for (const Json& id : json["orders"]) {
    const auto order = OrderId::parse(id.text());
    if (!order) return std::nullopt;
    parcel.orders.push_back(*order);
  }
  if (parcel.orders.empty()) return std::nullopt;
  return parcel;
}

}  // namespace

std::string terms_error_text(const TermsError& error, Language language) {
  const Catalogue& words = Catalogue::of(language);
  if (error.complaint) return json_complaint_text(*error.complaint, language);
  if (error.member == "own_tariff" || error.member == "skus") {
    return table_error_text(
        words.text("combine/tables/" + std::string(error.member)), error.table,
        language);
  }
  return fill(words.text("combine/bad_terms/" + std::string(error.member)),
              {{"value", error.value}});
}

tl::expected<std::unique_ptr<CombineTerms>, TermsError> CombineTerms::read(
    std::string_view json) {
  const auto opened = open_json(json, {kMostTermsBytes});
  if (!opened) {
    return tl::unexpected(
        TermsError{"terms", {}, {}, complaint_of(opened.error())});
  }
  if (auto complaint = TermsForm().check(*opened)) {
    return tl::unexpected(TermsError{"terms", {}, {}, std::move(*complaint)});
  }
  const auto text = [&](const char* name) {
    return member(*opened, name).text();
  };
  auto made = std::make_unique<CombineTerms>();
  SavingTerms& terms = made->terms_;

  const std::string from = text("from");
  const auto add = [&](std::string_view member,
                       const std::string& tariff_text) -> Wrong {
    auto tariff = Tariff::load(tariff_text);
    if (!tariff) return TermsError{member, std::move(tariff.error()), {}};
    const auto zone = tariff->zone_of(from);
    if (!zone) return wrong("from", from);
    if (!made->tariffs_.empty() &&
        !(made->tariffs_[0].currency() == tariff->currency())) {
      return wrong("currencies", std::string(tariff->currency().code()));
    }
    terms.from.push_back(*zone);
    made->tariffs_.push_back(std::move(*tariff));
    return std::nullopt;
  };
  for (const Json& id : list(*opened, "tariffs")) {
    const std::string name = id.is_string() ? id.text() : json_text(id);
    const auto& known = Tariff::ids();
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      return tl::unexpected(wrong("tariffs", name));
    }
    if (auto error = add("tariffs", name))
      return tl::unexpected(std::move(*error));
  }
  if (const std::string own = text("own_tariff"); !own.empty()) {
    if (auto error = add("own_tariff", own))
      return tl::unexpected(std::move(*error));
  }
  terms.tariffs = made->tariffs_;
  if (const std::string table = text("skus"); !table.empty()) {
    auto skus = SkuTable::load(table);
    if (!skus)
      return tl::unexpected(TermsError{"skus", std::move(skus.error()), {}});
    terms.skus = &made->skus_.emplace(std::move(*skus));
  }

  const std::string basis = text("basis");
  const bool priced = !made->tariffs_.empty();
  const auto by = basis.empty()
                      ? (priced ? SavingBasis::kCost : SavingBasis::kCharge)
                      : basis_from_name(basis);
  if (!by) return tl::unexpected(wrong("basis", basis));
  // Costs cannot be compared without a tariff, whatever was asked for.
  terms.basis = priced ? *by : SavingBasis::kCharge;
  const std::string keep = text("keep");
  const auto kept = keep.empty() ? KeptCharge::kDearest : kept_from_name(keep);
  if (!kept) return tl::unexpected(wrong("keep", keep));
  terms.keep = *kept;
  for (const Json& one : list(*opened, "parcels")) {
    auto parcel = read_parcel(one);
    if (!parcel) return tl::unexpected(wrong("parcels", json_text(one)));
    // A size of a tariff that is no longer chosen is not known any more.
    if (is_parcel_size(made->tariffs_, parcel->size))
      terms.parcels.push_back(std::move(*parcel));
  }
  return made;
}

Json CombineTerms::json(Day today) const {
  Json tariffs = Json::array();
  for (const Tariff& tariff : tariffs_) {
    Json sizes = Json::array();
    for (const TariffService& service : tariff.services()) {
      sizes.push_back(json_object(
          {{"size", service.id},
           {"name", service.name.empty() ? service.id : service.name}}));
    }
    const auto as_of = tariff.as_of(today);
    tariffs.push_back(
        json_object({{"id", tariff.id()},
                     {"name", tariff.name()},
                     {"as_of", as_of ? Json(to_text(*as_of)) : Json()},
                     {"currency", tariff.currency().code()},
                     {"sizes", std::move(sizes)}}));
  }
  Json unused = Json::array();
  if (skus_) unused = skus_->unused_columns();
  return json_object({{"basis", basis_name(terms_.basis)},
                      {"tariffs", std::move(tariffs)},
                      {"skus", skus_ ? skus_->all().size() : 0},
                      {"unused_columns", std::move(unused)}});
}

Json combine_choices_json(Language language) {
  Json tariffs = Json::array();
  for (const std::string& id : Tariff::ids()) {
    if (const auto tariff = Tariff::load(id)) {
      tariffs.push_back(json_object({{"id", id}, {"name", tariff->name()}}));
    }
  }
  Json prefectures = Json::array();
  for (Prefecture p = 1; p <= kPrefectures; ++p) {
    const std::string name(prefecture_name(p));
    prefectures.push_back(json_object(
        {{"id", name},
         {"name", language == Language::kJapanese
                      ? name
                      : std::string(prefecture_romanised(p)) + " " + name}}));
  }
  return json_object({{"tariffs", std::move(tariffs)},
                      {"prefectures", std::move(prefectures)}});
}

}  // namespace parcelwise
