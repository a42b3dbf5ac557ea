# embed_files(OUTPUT FILES...): writes a C++ source with the text of each file,
# found again by its name through parcelwise::embedded_file (text/embedded.h).
function(embed_files output)
  set(entries "")
  foreach(path IN LISTS ARGN)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    file(READ ${path} text)
    file(RELATIVE_PATH name ${PROJECT_SOURCE_DIR}/core ${path})
    string(APPEND entries "    {\"${name}\", R\"~~~(${text})~~~\"},\n")
  endforeach()
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT [=[
// Written by cmake/EmbedFiles.cmake; do not edit.
#include "text/embedded.h"

namespace parcelwise {
namespace {
struct Entry {
  std::string_view name;
  std::string_view text;
};
constexpr Entry kFiles[] = {
@entries@};
}  // namespace

std::optional<std::string_view> embedded_file(std::string_view name) {
  for (const Entry& entry : kFiles) {
    if (entry.name == name) return entry.text;
  }
  return std::nullopt;
}
}  // namespace parcelwise
]=])
endfunction()
