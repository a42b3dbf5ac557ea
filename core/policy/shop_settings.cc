// The seller's own file about the shop, each member checked where it is read.
#include "policy/shop_settings.h"

#include <array>
#include <utility>

#include "files/json_reader.h"
#include "files/open_json.h"
#include "words/file_errors.h"

namespace parcelwise {
namespace {

constexpr std::size_t kLongestSetting = 200;

constexpr std::array<std::pair<std::string_view, std::string Sender::*>, 5>
    kSender = {{
        {"name", &Sender::name},
        {"phone", &Sender::phone},
        {"postal_code", &Sender::postal_code},
        {"address", &Sender::address},
        {"building", &Sender::building},
    }};

bool is_plain(std::string_view text) {
  if (text.empty() || text.size() > kLongestSetting) return false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) return false;
  }
  return true;
}

}  // namespace

class ShopReader : private JsonReader {
 public:
  tl::expected<ShopSettings, ShopError> read(std::string_view text) {
    const auto json = open_json(text);
    if (!json) return tl::unexpected(complaint_of(json.error()));
    if (!json->is_object()) {
      return tl::unexpected(
          describe("", *json, "a JSON object with the shop's settings"));
    }
    known_members("", *json, {"sender", "goods", "labels", "carriers"});
    read_sender(member(*json, "sender"));
    if (const Json& goods = member(*json, "goods"); !goods.is_null()) {
      shop_.goods_ = plain("/goods", goods);
    }
    if (const Json& labels = member(*json, "labels"); !labels.is_null())
      read_texts("/labels", labels, shop_.labels_);
    read_carriers(member(*json, "carriers"));
    if (complaint_) return tl::unexpected(std::move(*complaint_));
    return std::move(shop_);
  }

 private:
  void read_sender(const Json& sender) {
    if (sender.is_null()) return;
    if (!sender.is_object()) return note("/sender", sender, "an object");
    std::vector<std::string_view> names;
    names.reserve(std::size(kSender));
    for (const auto& [name, field] : kSender) names.push_back(name);
    known_members("/sender", sender, names);
    for (const auto& [name, field] : kSender) {
      const Json& value = member(sender, name);
      if (!value.is_null()) {
        shop_.sender_.*field = plain("/sender" + pointer_step(name), value);
      }
    }
  }

  void read_carriers(const Json& carriers) {
    if (carriers.is_null()) return;
    if (!carriers.is_object()) return note("/carriers", carriers, "an object");
    for (const auto& [carrier, settings] : carriers.items()) {
      read_texts("/carriers" + pointer_step(carrier), settings,
                 shop_.carriers_[carrier]);
    }
  }

  void read_texts(const std::string& at, const Json& json,
                  ShopSettings::Texts& texts) {
    if (!json.is_object()) return note(at, json, "an object");
    for (const auto& [name, value] : json.items())
      texts[name] = plain(at + pointer_step(name), value);
  }

  std::string plain(const std::string& pointer, const Json& value) {
    if (value.is_string()) {
      const auto& text = value.text();
      if (is_plain(text)) return text;
    }
    note(pointer, value, "a text of 1 to 200 bytes on one line");
    return {};
  }

  ShopSettings shop_;
};

tl::expected<ShopSettings, ShopError> ShopSettings::load(
    std::string_view json) {
  return ShopReader().read(json);
}

std::string shop_error_text(const ShopError& error, Language language) {
  return json_complaint_text(error, language);
}

std::string_view ShopSettings::found(const Texts& texts,
                                     std::string_view name) {
  const auto text = texts.find(name);
  return text == texts.end() ? std::string_view()
                             : std::string_view(text->second);
}

std::string_view ShopSettings::of(std::string_view carrier,
                                  std::string_view name) const {
  const auto texts = carriers_.find(carrier);
  return texts == carriers_.end() ? std::string_view()
                                  : found(texts->second, name);
}

std::string_view ShopSettings::label(std::string_view sku) const {
  return found(labels_, sku);
}

}  // namespace parcelwise
