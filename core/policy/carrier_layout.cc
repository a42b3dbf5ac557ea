// Reads a layout that came with the program. Tests hold the files to their
// form, so what is missing here only stays blank.
#include "policy/carrier_layout.h"

#include <algorithm>

#include "files/json_reader.h"
#include "files/open_json.h"

namespace parcelwise {
namespace {

const Json& element(const Json& list, std::size_t at) {
  static const Json kNone;
  return list.is_array() && at < list.size() ? list[at] : kNone;
}

std::string text_at(const Json& json) { return json.text(); }

std::size_t width_of(const Json& json) {
  return static_cast<std::size_t>(whole_number(json, 0, 1'000'000).value_or(0));
}

std::vector<std::size_t> widths_of(const Json& list) {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
    widths.push_back(width_of(list[i]));
  }
  return widths;
}

CarrierColumn column_of(const Json& json) {
  if (json.is_string()) return {text_at(json), {}, {}};
  return {text_at(element(json, 0)), text_at(element(json, 1)),
          text_at(element(json, 4)), width_of(element(json, 2)),
          text_at(element(json, 3)) == "must"};
}

CarrierSetting setting_of(const Json& json) {
  CarrierSetting setting;
  setting.name = text_at(member(json, "name"));
  setting.required = member(json, "required").is_boolean();
  setting.otherwise = text_at(member(json, "default"));
  setting.least_digits = width_of(element(member(json, "digits"), 0));
  setting.most_digits = width_of(element(member(json, "digits"), 1));
  const Json& one_of = member(json, "one_of");
  for (std::size_t i = 0; one_of.is_array() && i < one_of.size(); ++i) {
    setting.one_of.push_back(text_at(one_of[i]));
  }
  return setting;
}

}  // namespace

bool CarrierSetting::takes(std::string_view value) const {
  if (!one_of.empty())
    return std::find(one_of.begin(), one_of.end(), value) != one_of.end();
  if (most_digits == 0) return true;
  return value.size() >= least_digits && value.size() <= most_digits &&
         value.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string CarrierSetting::pattern() const {
  std::string pattern;
  for (const std::string& value : one_of) {
    if (!pattern.empty()) pattern += '|';
    pattern += value;
  }
  if (most_digits > 0) {
    pattern = "[0-9]{" + std::to_string(least_digits) + "," +
              std::to_string(most_digits) + "}";
  }
  return pattern;
}

const std::vector<std::string_view>& CarrierLayout::ids() {
  static const std::vector<std::string_view> kIds = {
      "yamato-b2", "sagawa-ehiden3", "clickpost", "yuprint-118", "yuprint-100"};
  return kIds;
}

std::optional<CarrierLayout> CarrierLayout::of(std::string_view id) {
  Json json = embedded_json("carriers/" + std::string(id) + ".json");
  Json variant;
  for (std::size_t i = 0; !json.is_object() && i < ids().size(); ++i) {
    Json base = embedded_json("carriers/" + std::string(ids()[i]) + ".json");
    variant = member(member(base, "variants"), id);
    if (variant.is_object()) json = std::move(base);
  }
  if (!json.is_object()) return std::nullopt;
  CarrierLayout layout;
  layout.id = std::string(id);
  layout.file = text_at(member(json, "file"));
  layout.header = member(json, "header").is_true();
  layout.quotes_row = text_at(member(json, "quotes")) == "row";
  layout.counts_characters = text_at(member(json, "width")) == "characters";
  layout.most_rows = width_of(member(json, "most_rows"));
  layout.date_mark = text_at(member(json, "date"));
  layout.postal_mark = text_at(member(json, "postal_code"));
  layout.prefecture = width_of(element(member(json, "municipality"), 0));
  layout.city = width_of(element(member(json, "municipality"), 1));
  layout.address = widths_of(member(json, "address"));
  layout.address_rest = widths_of(member(json, "address_rest"));
  layout.name = widths_of(member(json, "name"));
  layout.long_name = widths_of(member(json, "long_name"));
  layout.sender_name = widths_of(member(json, "sender_name"));
  layout.sender_address = widths_of(member(json, "sender_address"));
  layout.goods = widths_of(member(json, "goods"));
  layout.no_window = text_at(member(json, "no_window"));
  layout.day_seal = text_at(member(json, "day_seal"));
  const Json& windows = member(json, "windows");
  for (std::size_t i = 0; windows.is_array() && i < windows.size(); ++i) {
    layout.windows.push_back(
        {text_at(element(windows[i], 0)),
         static_cast<int>(width_of(element(windows[i], 1))),
         static_cast<int>(width_of(element(windows[i], 2))),
         text_at(element(windows[i], 3)), text_at(element(windows[i], 4))});
  }
  for (const Json& service : member(json, "undated"))
    layout.undated.push_back(text_at(service));
  const Json& cash = member(json, "cash");
  layout.cash_most = static_cast<std::int64_t>(width_of(member(cash, "most")));
  layout.service_setting = text_at(member(cash, "setting"));
  const Json& codes = member(cash, "codes");
  for (std::size_t i = 0; codes.is_array() && i < codes.size(); ++i) {
    layout.cash_codes.push_back(
        {text_at(element(codes[i], 0)), text_at(element(codes[i], 1)),
         static_cast<std::int64_t>(width_of(element(codes[i], 2)))});
  }
  const Json& settings = member(json, "settings");
  for (std::size_t i = 0; settings.is_array() && i < settings.size(); ++i) {
    layout.settings.push_back(setting_of(settings[i]));
  }
  const Json& columns = member(json, "columns");
  for (std::size_t i = 0; columns.is_array() && i < columns.size(); ++i) {
    layout.columns.push_back(column_of(columns[i]));
  }
  for (const Json& without : member(variant, "without")) {
    std::erase_if(layout.columns, [&](const CarrierColumn& column) {
      return column.name == without.text();
    });
  }
  for (const Json& more : member(variant, "more"))
    layout.columns.push_back(column_of(more));
  return layout;
}

const CarrierSetting* CarrierLayout::setting(std::string_view wanted) const {
  for (const CarrierSetting& each : settings) {
    if (each.name == wanted) return &each;
  }
  return nullptr;
}

}  // namespace parcelwise
