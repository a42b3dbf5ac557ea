// Reads the list of codes that came with the program.
#include "policy/carrier_services.h"

#include "files/embedded.h"
#include "files/json_reader.h"

namespace parcelwise {
namespace {

std::string text_in(const Json& object, const char* name) {
  const auto at = object.find(name);
  return at == object.end() || !at->is_string()
             ? std::string()
             : at->get_ref<const std::string&>();
}

std::vector<CarrierService> read(std::string_view carrier) {
  std::vector<CarrierService> services;
  const auto file =
      embedded_file("carriers/" + std::string(carrier) + "-services.json");
  const auto json = file ? parse_json(*file) : std::nullopt;
  if (!json || !json->is_object() || !json->contains("services"))
    return services;
  for (const Json& each : (*json)["services"]) {
    services.push_back({text_in(each, "code"), text_in(each, "slip"),
                        text_in(each, "service")});
  }
  return services;
}

}  // namespace

const std::vector<CarrierService>& carrier_services(std::string_view carrier) {
  static const std::vector<CarrierService> kYamato = read("yamato");
  static const std::vector<CarrierService> kNone;
  return carrier == "yamato" ? kYamato : kNone;
}

std::string_view service_of(std::string_view carrier, std::string_view code) {
  for (const CarrierService& each : carrier_services(carrier)) {
    if (each.code == code) return each.service;
  }
  return {};
}

}  // namespace parcelwise
