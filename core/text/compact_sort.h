// One sorting routine for all that is not sorted row by row. std::sort is built
// anew for each type and comparison, three kilobytes at a time, and the page
// downloads them all; what this one costs in time shows only in the large.
//
// In place, O(n log n) in every case, nothing allocated. Not stable: the order
// must tell any two different elements apart, or they must be equal for whoever
// looks.
//   compact_sort(std::span(lines), [](const Line& a, const Line& b) { return
//   a.row < b.row; });
#ifndef PARCELWISE_TEXT_COMPACT_SORT_H_
#define PARCELWISE_TEXT_COMPACT_SORT_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace parcelwise {

// Elements by their places; `of` is what the two functions work on.
struct SortedPlaces {
  void* of;
  bool (*before)(void* of, std::size_t a, std::size_t b);
  void (*swap)(void* of, std::size_t a, std::size_t b);
};
void sort_places(std::size_t count, const SortedPlaces& places);

template <typename Element, typename Before>
void compact_sort(std::span<Element> elements, Before before) {
  if (elements.size() < 2) return;
  struct Work {
    Element* first;
    Before& before;
  } work{elements.data(), before};
  sort_places(elements.size(),
              {&work,
               [](void* of, std::size_t a, std::size_t b) -> bool {
                 const Work& on = *static_cast<Work*>(of);
                 return on.before(on.first[a], on.first[b]);
               },
               [](void* of, std::size_t a, std::size_t b) {
                 using std::swap;
                 Element* const first = static_cast<Work*>(of)->first;
                 swap(first[a], first[b]);
               }});
}

template <typename Elements, typename Before>
void compact_sort(Elements& elements, Before before) {
  compact_sort(std::span(elements.data(), elements.size()), before);
}

// By the elements' own order.
template <typename Elements>
void compact_sort(Elements& elements) {
  compact_sort(elements, std::less<>());
}

// The same of a vector, where equal elements stay in the order in which they
// were. Allocates.
template <typename Elements, typename Before>
void compact_stable_sort(Elements& elements, Before before) {
  std::vector<std::uint32_t> order(elements.size());
  std::iota(order.begin(), order.end(), 0u);
  compact_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    if (before(elements[a], elements[b])) return true;
    return a < b && !before(elements[b], elements[a]);
  });
  Elements sorted;
  sorted.reserve(order.size());
  for (const std::uint32_t place : order)
    sorted.push_back(std::move(elements[place]));
  elements.swap(sorted);
}

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_COMPACT_SORT_H_
