# join_rooms(FOLDER FILES...): writes into FOLDER one C++ source for each room among the given
# files of core/, and leaves what is to be compiled instead of them in `joined`. Starting a
# compiler and reading the standard headers takes longer than most files take themselves. Files
# of one room share no names, then, but in namespaces of their own: one rule, reason, answer or
# export has one, as what it offers is named as all of its kind name it.
function(join_rooms folder)
  set(joined "")
  set(rooms "")
  foreach(path IN LISTS ARGN)
    cmake_path(GET path PARENT_PATH room)
    cmake_path(GET room FILENAME room)
    list(APPEND rooms ${room})
    string(APPEND includes_of_${room} "#include \"${path}\"\n")
  endforeach()
  list(REMOVE_DUPLICATES rooms)
  foreach(room IN LISTS rooms)
    file(CONFIGURE OUTPUT ${folder}/${room}.cc @ONLY CONTENT
      "// Written by cmake/JoinRooms.cmake; do not edit.\n${includes_of_${room}}")
    list(APPEND joined ${folder}/${room}.cc)
  endforeach()
  set(joined ${joined} PARENT_SCOPE)
endfunction()
