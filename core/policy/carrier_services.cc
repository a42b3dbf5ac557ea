// Reads the list of codes that came with the program.
#include "policy/carrier_services.h"

#include "files/json_reader.h"
#include "files/open_json.h"

namespace parcelwise {
namespace {

std::string text_in(const Json& object, const char* name) {
  return member(object, name).text();
}

std::vector<CarrierService> read(std::string_view carrier) {
  std::vector<CarrierService> services;
  const Json json =
      embedded_json("carriers/" + std::string(carrier) + "-services.json");
  for (const Json& each : member(json, "services")) {
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
