// Any text as each kind of JSON that comes in. The opener agrees with the
// library wherever it opens a text, and what it refuses for its form the
// library refuses too; what it opens stays within its limits. Each reader takes
// the text, or refuses it with a sentence in UTF-8 in three languages. Nothing
// is thrown.
#include <algorithm>
#include <string>
#include <string_view>

#include "answer/own_wording.h"
#include "files/json.h"
#include "files/open_json.h"
#include "json/answer_json.h"
#include "json/follow_ups_json.h"
#include "json/group_list_json.h"
#include "json/journal_json.h"
#include "json/page_json.h"
#include "json/refund_json.h"
#include "json/terms_json.h"
#include "parcel/sku_table.h"
#include "parcel/tariff.h"
#include "policy/own_layout.h"
#include "policy/shop_settings.h"
#include "require.h"
#include "test_json.h"
#include "text/encoding.h"
#include "tracking/tracking_file.h"
#include "words/file_errors.h"

namespace {

using namespace parcelwise;

constexpr Language kLanguages[] = {Language::kEnglish, Language::kJapanese,
                                   Language::kItalian};

void hold_sentence(const std::string& sentence) {
  REQUIRE(!sentence.empty() && sentence.size() < 2'000);
  REQUIRE(is_valid_utf8(sentence));
  REQUIRE(!sentence.starts_with("json_errors/"));  // a path without a text
}

void hold(const JsonError& error) {
  REQUIRE(error.pointer.empty() || error.pointer.front() == '/');
  REQUIRE(error.pointer.size() <= kLongestPointer);
  REQUIRE(is_valid_utf8(error.pointer));
  REQUIRE(error.value.size() <= 80 && is_valid_utf8(error.value));
  for (const Language language : kLanguages)
    hold_sentence(json_error_text(error, language));
}

std::size_t depth_of(const Json& json) {
  std::size_t below = 0;
  for (const Json& each : json) {
    below = std::max(below, depth_of(each));
  }
  for (const auto& [name, value] : json.items()) {
    below = std::max(below, depth_of(value));
  }
  return json.is_array() || json.is_object() ? below + 1 : 0;
}

bool holds_nul(const Json& json) {
  if (json.is_string()) return json.text().find('\0') != std::string::npos;
  if (json.is_object()) {
    for (const auto& [name, value] : json.items()) {
      if (name.find('\0') != std::string::npos || holds_nul(value)) return true;
    }
    return false;
  }
  return json.is_array() && std::any_of(json.begin(), json.end(), holds_nul);
}

void hold_opener(std::string_view text) {
  const auto json = open_json(text);
  const auto mark = find_byte_order_mark(text);
  if (mark && mark->encoding != Encoding::kUtf8) return;
  if (!json) {
    hold(json.error());
    const bool form = json.error().code == JsonErrorCode::kNotJson ||
                      json.error().code == JsonErrorCode::kEncoding ||
                      json.error().code == JsonErrorCode::kEmpty;
    if (form) REQUIRE(test_json(text).is_discarded());
    return;
  }
  REQUIRE(json_text(*json) == test_json(text).dump());
  REQUIRE(text.find('\0') == std::string_view::npos && !holds_nul(*json));
  REQUIRE(depth_of(*json) <= kDeepestJson);
  const auto documents = open_json_documents(text);
  if (json->is_array() || json->is_object()) {
    REQUIRE(documents && documents->size() == 1 && documents->front() == *json);
  } else {
    REQUIRE(!documents);
  }
}

template <typename Result, typename Text>
void hold_reader(const Result& result, Text text) {
  if (result) return;
  for (const Language language : kLanguages)
    hold_sentence(text(result.error(), language));
}

std::string named_table(const TableError& error, Language language) {
  return table_error_text("own", error, language);
}

void hold_readers(std::string_view text) {
  static const Policy kPolicy = *Policy::load("amazon-jp");
  static const OrderBook kBook = OrderBook::join({});
  static const Policies kPolicies = Policies::only(kBook, kPolicy);
  static const Check kCheck =
      Check::run(kBook, kPolicies, Instant{1'795'000'000}, {});
  hold_reader(read_accepted_groups(text), groups_error_text);
  hold_reader(read_group_decisions(text), groups_error_text);
  hold_reader(read_requests(text, kPolicy), request_error_text);
  hold_reader(CombineTerms::read(text), terms_error_text);
  hold_reader(ShopSettings::load(text), shop_error_text);
  hold_reader(OwnLayout::read(text), json_complaint_text);
  hold_reader(read_follow_ups_text(text), follow_up_error_text);
  hold_reader(OwnWording::read(text), wording_error_text);
  hold_reader(Policy::load(text), policy_error_text);
  hold_reader(Tariff::load(text), named_table);
  hold_reader(SkuTable::load(text), named_table);
  hold_reader(read_tracking_mapping(text), json_complaint_text);
  hold_reader(read_page_query(text), json_complaint_text);
  hold_reader(read_journal(text), journal_error_text);
  const auto request =
      read_answer_request(text, kCheck, Language::kItalian, nullptr);
  if (!request) hold_sentence(request.error());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  bool threw = false;
  try {
    hold_opener(text);
    hold_readers(text);
  } catch (...) {
    threw = true;
  }
  REQUIRE(!threw);
  return 0;
}
