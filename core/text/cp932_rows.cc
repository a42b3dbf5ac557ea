// The table that write_cp932_table.mjs wrote; see text/cp932_rows.h.
#include "text/cp932_rows.h"

#include <iterator>

namespace parcelwise {
namespace {

#include "text/cp932_table.inc"

static_assert(std::size(kCp932Leads) == kCp932Rows);
static_assert(std::size(kCp932Characters) == kCp932Rows * kCp932Trails + 1);
constexpr bool all_have_rows() {
  for (const unsigned char lead : kCp932Leads) {
    if (!has_cp932_row(lead)) return false;
  }
  return true;
}
static_assert(all_have_rows());

}  // namespace

const char16_t* cp932_rows() { return kCp932Characters; }

}  // namespace parcelwise
