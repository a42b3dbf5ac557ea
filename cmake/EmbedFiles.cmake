# embed_files(OUTPUT [WITHOUT_SOURCES] FILES...): writes a C++ source with the text of
# each file, found again by its name through parcelwise::embedded_file (files/embedded.h). Of
# JSON, what only lays it out is left behind: a string holds no line break, so what
# surrounds one is never text. A catalogue says the same in every language, under the same
# keys in the same order: of all but English only the texts are kept, as a list, which
# words/catalogue.cc puts below the English keys. WITHOUT_SOURCES leaves blank where figures
# and layouts come from, and out how certain they are and Amazon's ids: nothing tells them.
function(embed_files output)
  cmake_parse_arguments(PARSE_ARGV 1 arg "WITHOUT_SOURCES" "" "")
  set(entries "")
  foreach(path IN LISTS arg_UNPARSED_ARGUMENTS)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    file(READ ${path} text)
    if(path MATCHES "\\.json$")
      string(REGEX REPLACE "\n *(\"[^\"\\\\]*\":) *" "\n\\1" text "${text}")
      string(REGEX REPLACE "\n *" "" text "${text}")
      if(arg_WITHOUT_SOURCES AND path MATCHES "/data/(amazon|carriers|tariffs)/")
        string(REGEX REPLACE "(\"source\":) *\"[^\"]*\"" "\\1\"\"" text "${text}")
        string(REGEX REPLACE ", *\"mark\": *\"[^\"]*\"" "" text "${text}")
        string(REGEX REPLACE "\"amazon_id\": *\"[^\"]*\"," "" text "${text}")
        string(REGEX REPLACE "\"identity\": *{[^}]*}," "" text "${text}")
      endif()
    endif()
    if(path MATCHES "/texts/(it|ja)/(rules|answers|command)\\.json$")
      string(REGEX REPLACE "\"[^\"\\]*\":" "" text "${text}")
      string(REGEX REPLACE "\"[]{}[,]+\"" "\",\"" text "${text}")
      string(REGEX REPLACE "^[[{]+" "[" text "${text}")
      string(REGEX REPLACE "[]}]+\n?$" "]" text "${text}")
    endif()
    file(RELATIVE_PATH name ${PROJECT_SOURCE_DIR}/data ${path})
    string(APPEND entries "    {\"${name}\", R\"~~~(${text})~~~\"sv},\n")
  endforeach()
  file(CONFIGURE OUTPUT ${output} @ONLY CONTENT [=[
// Written by cmake/EmbedFiles.cmake; do not edit.
#include "files/embedded.h"

// A catalogue is longer than the least that a compiler must take; ours take more.
#pragma GCC diagnostic ignored "-Woverlength-strings"

namespace parcelwise {
namespace {
using namespace std::string_view_literals;  // whose length no compiler has to count

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
