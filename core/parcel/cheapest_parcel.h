// What it costs to send some units as one parcel: the cheapest service of a
// tariff whose box, envelope or sum of sides they can be packed into.
#ifndef PARCELWISE_PARCEL_CHEAPEST_PARCEL_H_
#define PARCELWISE_PARCEL_CHEAPEST_PARCEL_H_

#include <optional>
#include <span>

#include "parcel/packing.h"
#include "parcel/tariff.h"

namespace parcelwise {

struct Parcel {
  TariffOffer offer;
  Packing packing;
  // No cheaper service takes them. Otherwise it may be that one does and the
  // packing was not found (see packing.h): an estimate that errs upwards.
  bool proven = true;
};

// nullopt where no service takes them, or was found to. Adding a unit never
// makes the parcel cheaper as long as both are proven.
//   three parcels of 60 as cubes, Kanto to Kansai, yamato -> size 100, 1,650
//   (W4) a cube of 900 mm a side                               -> nullopt
std::optional<Parcel> cheapest_parcel(std::span<const Unit> units,
                                      const Tariff& tariff, TariffZone from,
                                      TariffZone to, Day day,
                                      const AskedExtras& extras = {},
                                      int steps = kMostSteps);

}  // namespace parcelwise

#endif  // PARCELWISE_PARCEL_CHEAPEST_PARCEL_H_
