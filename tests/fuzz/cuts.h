// Cuts an input into chunks at places that its own bytes decide, so that a
// plain report is an input as it stands and a finding repeats without a second
// file.
#ifndef PARCELWISE_TESTS_FUZZ_CUTS_H_
#define PARCELWISE_TESTS_FUZZ_CUTS_H_

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace parcelwise::fuzz {

class Cuts {
 public:
  explicit Cuts(std::string_view bytes) {
    for (const char c : bytes) mix(static_cast<unsigned char>(c));
  }

  // A number below `bound`, another one each time.
  std::size_t below(std::size_t bound) {
    mix(0);
    return static_cast<std::size_t>(state_ >> 33) % bound;
  }

  // Calls feed(chunk) for all of `bytes`; a feed that answers false ends it.
  template <typename Feed>
  void each(std::string_view bytes, Feed feed) {
    const std::size_t longest = below(2) == 0 ? 3 : 300;
    while (!bytes.empty()) {
      const std::size_t size = std::min(bytes.size(), below(longest + 1));
      if (!feed(bytes.substr(0, size))) return;
      bytes.remove_prefix(size);
    }
  }

 private:
  void mix(unsigned char byte) {
    state_ = (state_ ^ byte) * 0x100000001B3u + 0x9E3779B97F4A7C15u;
  }

  std::uint64_t state_ = 0xCBF29CE484222325u;
};

}  // namespace parcelwise::fuzz

#endif  // PARCELWISE_TESTS_FUZZ_CUTS_H_
