// The data files compiled into the program: policies and the texts of rules.
#ifndef PARCELWISE_FILES_EMBEDDED_H_
#define PARCELWISE_FILES_EMBEDDED_H_

#include <optional>
#include <string_view>

namespace parcelwise {

// The text of a file below data/, named by its path from there; valid for the
// life of the program.
//   embedded_file("amazon/amazon-jp.json")  -> the JSON text
//   embedded_file("amazon/amazon-xx.json")  -> nullopt
std::optional<std::string_view> embedded_file(std::string_view name);

}  // namespace parcelwise

#endif  // PARCELWISE_FILES_EMBEDDED_H_
