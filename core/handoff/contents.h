// What a label calls the contents of a shipment.
#ifndef PARCELWISE_HANDOFF_CONTENTS_H_
#define PARCELWISE_HANDOFF_CONTENTS_H_

#include <string>
#include <vector>

#include "handoff/export.h"

namespace parcelwise {

// Each once, in the order of the items: the label of an item's SKU, where the
// shop's settings or the seller's table have one; else what the shop calls its
// goods; else the product's name. Of a split order only what goes into
// `parcel`; nullptr: all that is to be sent.
//   TEA-01 with the label 緑茶, TEA-02 without, goods 食品 -> {緑茶, 食品}
std::vector<std::string> contents_of(const ExportContext& context,
                                     const Shipment& shipment,
                                     const std::vector<SplitUnits>* parcel);

// Goods that a label has no room for, or no name: the seller is asked for one.
struct UnnamedGoods {
  std::string sku;
  std::string name;  // what does not fit; "" where nothing tells one
};

// Each SKU once, in the order of the shipments that `made` leaves out for what
// their goods are called.
//   TEA-01 "静岡県産 深蒸し煎茶 ...", no room for it -> {TEA-01, that name}
std::vector<UnnamedGoods> unnamed_goods(const ExportContext& context,
                                        const HandoffFiles& made);

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_CONTENTS_H_
