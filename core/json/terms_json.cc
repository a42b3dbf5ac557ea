// Reads terms; see json/terms_json.h.
#include "json/terms_json.h"

#include <algorithm>
#include <utility>

#include "address/prefecture.h"
#include "files/json_reader.h"
#include "words/catalogue.h"

namespace parcelwise {
namespace {

using Wrong = std::optional<TermsError>;

class TermsReader {
 public:
  explicit TermsReader(std::string_view text)
      : json_(Json::parse(text, nullptr, false)) {}

  bool is_object() const { return json_.is_object(); }

  // A member that is a text; "" where there is none.
  std::string text(const char* name) const {
    const auto found = json_.find(name);
    return found != json_.end() && found->is_string()
               ? found->get<std::string>()
               : std::string();
  }

  const Json& list(const char* name) const {
    static const Json kNone = Json::array();
    const auto found = json_.find(name);
    return found != json_.end() && found->is_array() ? *found : kNone;
  }

 private:
  Json json_;
};

TermsError wrong(std::string_view member, std::string value) {
  return {member, {}, shortened(std::move(value))};
}

std::optional<GivenParcel> read_parcel(const Json& json) {
  if (!json.is_object() || !json.contains("orders") ||
      !json["orders"].is_array() || !json.contains("size") ||
      !json["size"].is_string()) {
    return std::nullopt;
  }
  GivenParcel parcel{{}, json["size"].get<std::string>()};
  for (const Json& id : json["orders"]) {
    const auto order = id.is_string()
                           ? OrderId::parse(id.get_ref<const std::string&>())
                           : std::nullopt;
    if (!order) return std::nullopt;
    parcel.orders.push_back(*order);
  }
  if (parcel.orders.empty()) return std::nullopt;
  return parcel;
}

}  // namespace

std::string table_error_text(std::string_view file, const TableError& error,
                             Language language) {
  const std::string_view form = error.row == 0         ? "json"
                                : error.column.empty() ? "whole"
                                                       : "row";
  return fill(
      Catalogue::of(language).text("combine/table_error/" + std::string(form)),
      {{"file", std::string(file)},
       {"row", std::to_string(error.row)},
       {"column", error.column},
       {"pointer", error.pointer.empty() ? "/" : error.pointer},
       {"value", error.value},
       {"expected", error.expected}});
}

std::string terms_error_text(const TermsError& error, Language language) {
  const Catalogue& words = Catalogue::of(language);
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
  const TermsReader reader(json);
  if (!reader.is_object())
    return tl::unexpected(wrong("terms", std::string(json)));
  auto made = std::make_unique<CombineTerms>();
  SavingTerms& terms = made->terms_;

  const std::string from = reader.text("from");
  const auto add = [&](std::string_view member,
                       const std::string& text) -> Wrong {
    auto tariff = Tariff::load(text);
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
  for (const Json& id : reader.list("tariffs")) {
    const std::string name =
        id.is_string() ? id.get<std::string>() : json_text(id);
    const auto& known = Tariff::ids();
    if (std::find(known.begin(), known.end(), name) == known.end()) {
      return tl::unexpected(wrong("tariffs", name));
    }
    if (auto error = add("tariffs", name))
      return tl::unexpected(std::move(*error));
  }
  if (const std::string own = reader.text("own_tariff"); !own.empty()) {
    if (auto error = add("own_tariff", own))
      return tl::unexpected(std::move(*error));
  }
  terms.tariffs = made->tariffs_;
  if (const std::string text = reader.text("skus"); !text.empty()) {
    auto skus = SkuTable::load(text);
    if (!skus)
      return tl::unexpected(TermsError{"skus", std::move(skus.error()), {}});
    terms.skus = &made->skus_.emplace(std::move(*skus));
  }

  const std::string basis = reader.text("basis");
  const bool priced = !made->tariffs_.empty();
  const auto by = basis.empty()
                      ? (priced ? SavingBasis::kCost : SavingBasis::kCharge)
                      : basis_from_name(basis);
  if (!by) return tl::unexpected(wrong("basis", basis));
  // Costs cannot be compared without a tariff, whatever was asked for.
  terms.basis = priced ? *by : SavingBasis::kCharge;
  const std::string keep = reader.text("keep");
  const auto kept = keep.empty() ? KeptCharge::kDearest : kept_from_name(keep);
  if (!kept) return tl::unexpected(wrong("keep", keep));
  terms.keep = *kept;
  for (const Json& one : reader.list("parcels")) {
    auto parcel = read_parcel(one);
    if (!parcel) return tl::unexpected(wrong("parcels", json_text(one)));
    // A size of a tariff that is no longer chosen is not known any more.
    if (is_parcel_size(made->tariffs_, parcel->size))
      terms.parcels.push_back(std::move(*parcel));
  }
  return made;
}

Json CombineTerms::json() const {
  Json tariffs = Json::array();
  for (const Tariff& tariff : tariffs_) {
    Json sizes = Json::array();
    for (const TariffService& service : tariff.services()) {
      sizes.push_back(
          {{"size", service.id},
           {"name", service.name.empty() ? service.id : service.name}});
    }
    tariffs.push_back({{"id", tariff.id()},
                       {"name", tariff.name()},
                       {"currency", tariff.currency().code()},
                       {"sizes", std::move(sizes)}});
  }
  Json unused = Json::array();
  if (skus_) unused = skus_->unused_columns();
  return {{"basis", basis_name(terms_.basis)},
          {"tariffs", std::move(tariffs)},
          {"skus", skus_ ? skus_->all().size() : 0},
          {"unused_columns", std::move(unused)}};
}

Json combine_choices_json(Language language) {
  Json tariffs = Json::array();
  for (const std::string& id : Tariff::ids()) {
    if (const auto tariff = Tariff::load(id)) {
      tariffs.push_back({{"id", id}, {"name", tariff->name()}});
    }
  }
  Json prefectures = Json::array();
  for (Prefecture p = 1; p <= kPrefectures; ++p) {
    const std::string name(prefecture_name(p));
    prefectures.push_back(
        {{"id", name},
         {"name", language == Language::kJapanese
                      ? name
                      : std::string(prefecture_romanised(p)) + " " + name}});
  }
  return {{"tariffs", std::move(tariffs)},
          {"prefectures", std::move(prefectures)}};
}

}  // namespace parcelwise
