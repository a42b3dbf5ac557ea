// Insertion for a few, a heap for the rest; see text/compact_sort.h.
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

constexpr std::size_t kFew = 12;

// Lets the element at `root` sink below larger ones within the first `count`.
void sink(const SortedPlaces& places, std::size_t root, std::size_t count) {
  for (;;) {
    std::size_t child = 2 * root + 1;
    if (child >= count) return;
    if (child + 1 < count && places.before(places.of, child, child + 1))
      ++child;
    if (!places.before(places.of, root, child)) return;
    places.swap(places.of, root, child);
    root = child;
  }
}

}  // namespace

void sort_places(std::size_t count, const SortedPlaces& places) {
  if (count <= kFew) {
    for (std::size_t i = 1; i < count; ++i) {
      for (std::size_t k = i; k > 0 && places.before(places.of, k, k - 1);
           --k) {
        places.swap(places.of, k, k - 1);
      }
    }
    return;
  }
  for (std::size_t i = count / 2; i-- > 0;) sink(places, i, count);
  for (std::size_t end = count; --end > 0;) {
    places.swap(places.of, 0, end);
    sink(places, 0, end);
  }
}

}  // namespace parcelwise
