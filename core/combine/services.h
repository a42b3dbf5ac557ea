// By which services an order may go, the cheapest first, over all tariffs that
// are loaded.
//
// The goods' sizes come from the SKU table; how they are packed together, and
// that it is an estimate which errs upwards, stands in parcel/packing.h. A size
// given for the order alone holds instead: a class goes by what takes it, a
// service by itself. Goods that travel cool go by services that know cool
// transport, and by a seller's own tariff, whose prices are for what the seller
// sends; what is paid on delivery by those that collect it.
//   A4 paper 2 cm thick, 600 g, Tokyo to Osaka, both tariffs of the program
//     -> Click Post 185, Letter Pack Light 430, Letter Pack Plus 600, ...
//   a SKU that the table lacks -> none, and `missing` says which
#ifndef PARCELWISE_COMBINE_SERVICES_H_
#define PARCELWISE_COMBINE_SERVICES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "combine/saving.h"
#include "orders/order_facts.h"

namespace parcelwise {

inline constexpr std::size_t kMostServices = 5;  // of one order

struct FittingService {
  std::size_t tariff = 0;   // in the terms' tariffs
  std::size_t service = 0;  // in its services()
  TariffPrice price;
};

struct OrderServices {
  // By price, then as the tariffs are given and name them; at most
  // kMostServices.
  std::vector<FittingService> services;
  std::vector<Notice> missing;  // why there are none: "combine/missing/sku"
};

// The prices are those in force on `day`.
OrderServices services_of(const OrderBook& book, const OrderFacts& facts,
                          const SavingTerms& terms, Day day);

}  // namespace parcelwise

#endif  // PARCELWISE_COMBINE_SERVICES_H_
