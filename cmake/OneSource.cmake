# one_source(OUTPUT [ALONE FILES...] FILES FILES...): writes a C++ source that holds the given
# tests, each in a namespace of its own, so that two files may use one name: what they all
# include is read once, and what their templates become is compiled once. A file stays by
# itself that is listed, defines a macro, or has a name outside its unnamed namespace. What is
# to be compiled instead of the files is left in `one_source`.
function(one_source output)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "ALONE;FILES")
  set(alone "")
  set(includes "")
  set(bodies "")
  foreach(path IN LISTS arg_FILES)
    # A new #include must be seen here before the file is compiled.
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    file(READ ${path} text)
    if(path IN_LIST arg_ALONE OR text MATCHES "\n#define |\nnamespace parcelwise {\n\n?[^n\n]")
      list(APPEND alone ${path})
      continue()
    endif()
    get_filename_component(name ${path} NAME_WE)
    string(REGEX MATCHALL "\n#include [^\n]*" found "${text}")
    list(APPEND includes ${found})
    string(APPEND bodies
      "#define parcelwise parcelwise::${name}\n#include \"${path}\"\n#undef parcelwise\n")
  endforeach()
  if(bodies)
    list(REMOVE_DUPLICATES includes)
    list(JOIN includes "" includes)
    file(CONFIGURE OUTPUT ${output} @ONLY CONTENT
      "// Written by cmake/OneSource.cmake; do not edit.@includes@\n\n@bodies@")
    list(APPEND alone ${output})
  endif()
  set(one_source ${alone} PARENT_SCOPE)
endfunction()
