// The bytes of a text in windows-1252, for files that want it so; the other way
// is text/encoding.h's.
#ifndef PARCELWISE_TEXT_WINDOWS_1252_H_
#define PARCELWISE_TEXT_WINDOWS_1252_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace parcelwise {

// nullopt if a character has none there, with its position in bytes in `*where`
// (which may be null). Of the five bytes without a meaning none is written.
//   to_windows_1252("Zoë €", nullptr) -> "Zo\xEB \x80"
//   to_windows_1252("1ł", &where)     -> nullopt, where 1
std::optional<std::string> to_windows_1252(std::string_view utf8,
                                           std::size_t* where);

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_WINDOWS_1252_H_
