// An order of several parcels on a carrier's file: what is wrong with the
// seller's division, and how each parcel's row names its order.
#ifndef PARCELWISE_HANDOFF_SPLIT_LABELS_H_
#define PARCELWISE_HANDOFF_SPLIT_LABELS_H_

#include <string>
#include <vector>

#include "handoff/export.h"
#include "policy/carrier_layout.h"

namespace parcelwise {

// The parcels of a shipment that is one order, and split; else nullptr.
const SplitParcels* parcels_of(const ExportContext& context,
                               const Shipment& shipment);

// "handoff/left_out" for a division that puts more units into parcels than are
// to be sent, or divides what is paid on delivery; none where it is sound.
std::vector<RowNote> split_faults(const ExportContext& context,
                                  std::uint32_t order,
                                  const SplitParcels& parcels);

// Whether some units of an item of the book go into a parcel.
bool in_parcel(const OrderBook& book, std::uint32_t item,
               const std::vector<SplitUnits>& parcel);

// The width of what names a parcel where no source tells one.
inline constexpr std::size_t kPartNameWidth = 50;

// The value that names the order in a layout ("key", else "order-id"), and what
// it is for a parcel, from 1, in the width of its column.
struct PartName {
  std::string value, text;
};
PartName part_name(const CarrierLayout& layout, OrderId order, int part);

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_SPLIT_LABELS_H_
