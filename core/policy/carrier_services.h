// The codes by which a carrier's program tells its services apart, as data:
// data/carriers/yamato-services.json, with the day as of which they hold, for
// they change (docs/carriers.md 3.1: 7 and A changed places).
//
//   service_of("yamato", "A") -> "ネコポス"
//   service_of("yamato", "B") -> "": a code that nobody told of
#ifndef PARCELWISE_POLICY_CARRIER_SERVICES_H_
#define PARCELWISE_POLICY_CARRIER_SERVICES_H_

#include <string>
#include <string_view>
#include <vector>

namespace parcelwise {

struct CarrierService {
  std::string code;
  std::string slip;     // as the carrier's own form calls it: "発払い"
  std::string service;  // as a buyer and Amazon know it: "宅急便"
};

// In the form's order; none for a carrier whose codes are not told.
const std::vector<CarrierService>& carrier_services(std::string_view carrier);

// The service's name; valid for the life of the program.
std::string_view service_of(std::string_view carrier, std::string_view code);

}  // namespace parcelwise

#endif  // PARCELWISE_POLICY_CARRIER_SERVICES_H_
