# SPDX-License-Identifier: GPL-3.0-or-later
# Warnings as errors for our own code, sanitizers and coverage by preset, ccache when it is there.

add_library(crossfoot_flags INTERFACE)
target_compile_options(crossfoot_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wimplicit-fallthrough -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Two warnings of g++ 12 that fire on correct code inlined from the standard library at -O2.
  target_compile_options(crossfoot_flags INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()

set(CROSSFOOT_SANITIZE "" CACHE STRING "Sanitizers, e.g. address,undefined")
if(CROSSFOOT_SANITIZE)
  add_compile_options(-fsanitize=${CROSSFOOT_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${CROSSFOOT_SANITIZE})
endif()

if(CROSSFOOT_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

option(CROSSFOOT_COVERAGE "Record line coverage" OFF)
if(CROSSFOOT_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()
