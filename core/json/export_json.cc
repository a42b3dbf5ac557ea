// Lists what every kind reads of the shop; see json/export_json.h.
#include "json/export_json.h"

#include <algorithm>
#include <utility>

#include "files/json.h"
#include "handoff/export.h"
#include "policy/carrier_layout.h"

namespace parcelwise {
namespace {

constexpr std::string_view kReaders[] = {"amazon", "carrier", "you"};

// What of the sender a column's value needs.
struct SenderPart {
  std::string_view value, place;
  bool required;
};
constexpr SenderPart kSender[] = {
    {"sender-name-1", "/sender/name", true},
    {"sender-phone", "/sender/phone", true},
    {"sender-postal-code", "/sender/postal_code", true},
    {"sender-address-1", "/sender/address", true},
    {"sender-address-1", "/sender/building", false},
    {"goods-1", "/goods", false},
};

// The same of a layout's column, which says itself whether it must be there.
constexpr std::pair<std::string_view, std::string_view> kOfLayout[] = {
    {"sender-name", "/sender/name"},
    {"sender-phone", "/sender/phone"},
    {"sender-postal-code", "/sender/postal_code"},
    {"sender-address", "/sender/address"},
    {"sender-building", "/sender/building"},
    {"goods", "/goods"}};

class SettingsList {
 public:
  explicit SettingsList(Language language)
      : catalogue_(Catalogue::of(language)) {}

  void add(const CarrierLayout& layout) {
    for (const SenderPart& part : kSender) {
      const bool read =
          std::any_of(layout.columns.begin(), layout.columns.end(),
                      [&](const CarrierColumn& column) {
                        return column.from == part.value;
                      });
      if (read) add(part.place, part.place, part.required, {});
    }
    for (const CarrierSetting& setting : layout.settings) {
      const std::string name = layout.file + "/" + setting.name;
      add("/carriers/" + name, "/" + name,
          setting.required && setting.otherwise.empty(), setting.pattern());
    }
  }

  void add(const OwnLayout& layout, const OwnColumn& column) {
    for (const auto& [value, place] : kOfLayout) {
      if (column.from == value) add(place, place, column.must, {});
    }
    if (column.setting.empty()) return;
    std::string pattern;
    for (const std::string& one : column.one_of)
      pattern += (pattern.empty() ? "" : "|") + one;
    const std::string name = layout.id + "/" + column.setting;
    const std::string words = "handoff/settings/" + name;
    add_named("/carriers/" + name,
              catalogue_.has(words) ? catalogue_.text(words)
              : column.name.empty() ? column.setting
                                    : column.name,
              column.must && column.text.empty(), pattern);
  }

  void add(std::string_view kind, std::string_view setting) {
    const std::string name =
        "/" + std::string(kind) + "/" + std::string(setting);
    add("/carriers" + name, name, false, {});
  }

  Json take() { return std::move(list_); }

 private:
  // Of layouts that share a setting the first tells it.
  void add(std::string_view place, std::string_view label, bool required,
           const std::string& pattern) {
    add_named(place, catalogue_.text("handoff/settings" + std::string(label)),
              required, pattern);
  }

  void add_named(std::string_view place, std::string_view label, bool required,
                 const std::string& pattern) {
    for (const Json& listed : list_) {
      if (listed["name"] == place) return;
    }
    Json setting = json_object(
        {{"name", place}, {"label", label}, {"required", required}});
    if (!pattern.empty()) setting["pattern"] = pattern;
    list_.push_back(std::move(setting));
  }

  const Catalogue& catalogue_;
  Json list_ = Json::array();
};

}  // namespace

Json export_kinds_json(Language language) {
  Json kinds = Json::array();
  for (const ExportKind* const kind : export_kinds()) {
    SettingsList settings(language);
    for (const std::string_view id : kind->layouts) {
      if (const auto layout = CarrierLayout::of(id)) settings.add(*layout);
    }
    for (const std::string_view setting : kind->settings)
      settings.add(kind->id, setting);
    const std::string name = "handoff/kinds/" + std::string(kind->id);
    kinds.push_back(
        json_object({{"kind", kind->id},
                     {"name", Catalogue::of(language).text(name)},
                     {"for", kReaders[static_cast<std::size_t>(kind->reader)]},
                     {"settings", settings.take()}}));
  }
  for (const std::string_view id : OwnLayout::ids()) {
    if (const auto layout = OwnLayout::of(id))
      kinds.push_back(layout_choice_json(*layout, language));
  }
  return kinds;
}

Json layout_choice_json(const OwnLayout& layout, Language language) {
  SettingsList settings(language);
  for (const auto* const columns : {&layout.first_row, &layout.columns}) {
    for (const OwnColumn& column : *columns) settings.add(layout, column);
  }
  return json_object(
      {{"kind", std::string(kLayoutKind) + layout.id},
       {"name", layout.name.empty() ? layout.id : layout.name},
       {"for", kReaders[static_cast<std::size_t>(ExportReader::kCarrier)]},
       {"settings", settings.take()}});
}

}  // namespace parcelwise
