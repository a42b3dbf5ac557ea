// A parcel's cost: the offers from the cheapest on, until one can be packed.
#include "parcel/cheapest_parcel.h"

namespace parcelwise {

std::optional<Parcel> cheapest_parcel(std::span<const Unit> units,
                                      const Tariff& tariff, TariffZone from,
                                      TariffZone to, Day day,
                                      const AskedExtras& extras, int steps) {
  bool proven = true;
  for (const TariffOffer& offer : tariff.offers(from, to, day, extras)) {
    Packed packed = pack(units, tariff.services()[offer.service].limits,
                         PackingGoal::kFits, steps);
    if (packed.packing)
      return Parcel{offer, std::move(*packed.packing), proven};
    proven = proven && packed.proven;
  }
  return std::nullopt;
}

}  // namespace parcelwise
