# embed_files(OUTPUT [WITHOUT_SOURCES] FILES...): writes a C++ source with the text of
# each file, found again by its name through parcelwise::embedded_file (files/embedded.h). Of
# JSON, what only lays it out is left behind: a string holds no line break, so what
# surrounds one is never text. WITHOUT_SOURCES leaves blank where figures and layouts come
# from, and out how certain they are and Amazon's ids: nothing tells them.
#
# CATALOGUES  "texts/en/rules.json" and its like are no JSON any more where they are
# embedded, for no visit of the page is to wait for a parser: each text of the file behind a
# unit separator. A catalogue says the same in every language under the same keys in the same
# order, so these stand once, in "texts/rules.outline": behind a unit separator each, its
# depth as one digit, its name, and "/" where names follow that stand below it, a record
# separator and a number where so many texts do (words/catalogue.cc reads both).
#   {"ship": {"title": "Ship", "steps": ["Pack", "Send"]}}
#     -> "|0ship/|1title|1steps^2" and "|Ship|Pack|Send", | and ^ being the separators
string(ASCII 31 unit_separator)
string(ASCII 30 record_separator)

# Appends what stands below one object of a catalogue to the lists of the two names.
function(outline_texts object depth outline texts)
  set(names "${${outline}}")
  set(lines "${${texts}}")
  math(EXPR below "${depth} + 1")
  string(JSON members LENGTH "${object}")
  math(EXPR last "${members} - 1")
  foreach(i RANGE ${last})
    string(JSON name MEMBER "${object}" ${i})
    string(JSON type TYPE "${object}" "${name}")
    string(JSON value GET "${object}" "${name}")
    string(APPEND names "${unit_separator}${depth}${name}")
    if(type STREQUAL "STRING")
      string(APPEND lines "${unit_separator}${value}")
    elseif(type STREQUAL "OBJECT")
      string(APPEND names "/")
      outline_texts("${value}" ${below} names lines)
    elseif(type STREQUAL "ARRAY")
      string(JSON count LENGTH "${value}")
      string(APPEND names "${record_separator}${count}")
      math(EXPR last_text "${count} - 1")
      foreach(k RANGE ${last_text})
        string(JSON text GET "${value}" ${k})
        string(APPEND lines "${unit_separator}${text}")
      endforeach()
    else()
      message(FATAL_ERROR "${name} in a catalogue is neither text, list nor object")
    endif()
  endforeach()
  set(${outline} "${names}" PARENT_SCOPE)
  set(${texts} "${lines}" PARENT_SCOPE)
endfunction()

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
    file(RELATIVE_PATH name ${PROJECT_SOURCE_DIR}/data ${path})
    if(name MATCHES "^texts/(en|it|ja)/(rules|answers|command)\\.json$")
      set(language ${CMAKE_MATCH_1})
      set(catalogue ${CMAKE_MATCH_2})
      set(all_names "")
      set(all_texts "")
      outline_texts("${text}" 0 all_names all_texts)
      set(text "${all_texts}")
      if(language STREQUAL "en")
        string(APPEND entries "    {\"texts/${catalogue}.outline\", R\"~~~(${all_names})~~~\"sv},\n")
      endif()
    endif()
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
