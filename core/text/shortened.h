// The beginning of somebody else's text, for a message that quotes it.
#ifndef PARCELWISE_TEXT_SHORTENED_H_
#define PARCELWISE_TEXT_SHORTENED_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace parcelwise {

inline constexpr std::size_t kShown = 80;  // bytes

// The text, or its first characters and "...": at most `most` bytes, never half
// a character. A byte that is no UTF-8 becomes U+FFFD. `most` is 3 or more.
//   shortened("250-1234567-1234567") -> "250-1234567-1234567"
//   shortened("abcdef", 5)           -> "ab..."
std::string shortened(std::string_view text, std::size_t most = kShown);

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_SHORTENED_H_
