// Builds address keys; see address/address_key.h. The loose key is made of the
// safe one alone, so whatever is safely equal is loosely equal.
#include "address/address_key.h"

#include "address/country_code.h"
#include "address/japanese_address.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/width_fold.h"

namespace parcelwise {
namespace {

// The five digits of a ZIP code with four more.
constexpr std::size_t kZip = 5;
constexpr std::size_t kZipPlusFour = 9;

// "US/981011234"; a country may be blank. False where there is no postal code
// or the country is none.
bool append_area(std::string_view country, std::string_view postal_code,
                 std::string& to) {
  if (!country.empty() && !append_country_code(country, to)) return false;
  to += '/';
  const std::size_t postal = to.size();
  append_postal_code(postal_code, to);
  return to.size() > postal;
}

// Of an area as append_area writes it, without a ZIP code's four more digits.
std::size_t length_of_area(std::string_view area) {
  constexpr std::string_view kStates = "US/";
  const bool plus_four =
      area.starts_with(kStates) && area.size() == kStates.size() + kZipPlusFour;
  return plus_four ? kStates.size() + kZip : area.size();
}

}  // namespace

bool append_postal_area(std::string_view country, std::string_view postal_code,
                        std::string& area) {
  const std::size_t begin = area.size();
  if (!append_area(country, postal_code, area)) return false;
  area.resize(begin + length_of_area(std::string_view(area).substr(begin)));
  return true;
}

std::string fold_address(std::string_view utf8) {
  const WidthFolded folded(utf8);
  std::string out;
  JapaneseAddress(out).add(folded.begin(), folded.end());
  return out;
}

bool AddressKeys::read(const Address& address) {
  safe_.clear();
  prefecture_ = 0;
  if (!append_area(address.country, address.postal_code, safe_)) return false;
  loose_.assign(safe_, 0, length_of_area(safe_));
  safe_ += '/';
  loose_ += '/';
  body_ = safe_.size();

  prefecture_ = find_prefecture(address.state);
  // A report without countries is Japan's where its prefectures are.
  const bool japanese =
      safe_.starts_with('/') ? prefecture_ != 0 : safe_.starts_with("JP");
  return japanese ? read_japanese(address) : read_western(address);
}

bool AddressKeys::read_japanese(const Address& address) {
  JapaneseAddress folded(safe_);
  bool unknown = false;  // a state that is no prefecture is part of the address
  if (prefecture_ == 0 && !address.state.empty()) {
    const WidthFolded state(address.state);
    unknown = folded.add(state.begin(), state.end());
  }
  const auto names = [this](const OpeningPrefecture& opening) {
    if (opening.prefecture == 0) return true;
    if (prefecture_ != 0 && prefecture_ != opening.prefecture) return false;
    prefecture_ = opening.prefecture;
    return true;
  };
  if (!address.city.empty()) {
    const WidthFolded city(address.city);
    const OpeningPrefecture opening = opening_prefecture(city);
    if (!names(opening)) return false;
    folded.add(opening.rest, city.end());
  }
  const WidthFolded street(address.street);
  const OpeningPrefecture opening = opening_prefecture(street);
  if (!names(opening) || (unknown && prefecture_ == 0)) return false;
  if (!folded.add(opening.rest, street.end())) return false;
  numbers_end_ = safe_.size();
  append_loose_japanese(std::string_view(safe_).substr(body_),
                        folded.loose_words(), loose_);
  return true;
}

bool AddressKeys::read_western(const Address& address) {
  prefecture_ = 0;
  western_.start(address_words(std::string_view(safe_).substr(0, 2)));
  western_.add(address.city);
  const std::size_t city = western_.mark();
  western_.add(address.street);
  const std::size_t lines = western_.mark();
  if (lines == city) return false;
  western_.add(address.state);
  const std::size_t state = western_.mark();
  western_.append_safe(0, city, safe_);
  safe_ += '|';
  western_.append_safe(city, lines, safe_);
  numbers_end_ = safe_.size();
  safe_ += '|';
  western_.append_safe(lines, state, safe_);
  western_.append_safe(0, city, loose_);
  loose_ += '|';
  western_.append_loose(city, lines, loose_);
  return true;
}

std::string AddressKeys::numbers() const {
  std::string numbers;
  for (std::size_t i = body_; i < numbers_end_; ++i) {
    if (!is_digit(safe_[i])) continue;
    if (!numbers.empty() && !is_digit(safe_[i - 1])) numbers += '-';
    numbers += safe_[i];
  }
  return numbers;
}

AddressMatch match(const AddressKeys& a, const AddressKeys& b) {
  const bool contradict = a.prefecture() != 0 && b.prefecture() != 0 &&
                          a.prefecture() != b.prefecture();
  if (contradict || a.loose() != b.loose()) return AddressMatch::kNone;
  return a.safe() == b.safe() ? AddressMatch::kSafe : AddressMatch::kLoose;
}

}  // namespace parcelwise
