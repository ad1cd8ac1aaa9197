# SPDX-License-Identifier: GPL-3.0-or-later
# Data files compiled into a layer, so that the program is one file and needs no install.
#
#   crossfoot_embed(normalize HEADER normalize/embedded.h FILES lexicon/units.toml …)
#
# writes <build>/<layer>/embedded.cpp, which defines `EmbeddedFiles()` of the layer's own embedded.h:
# name → text, in the order given. Layer headers declare it as
#   struct EmbeddedFile { std::string_view name; std::string_view text; };
#   std::span<const EmbeddedFile> EmbeddedFiles();
function(crossfoot_embed layer)
  cmake_parse_arguments(E "" "HEADER;NAMESPACE" "FILES" ${ARGN})
  set(body "// Made from the layer's data files by cmake/Embed.cmake; edit those.\n#include \"${E_HEADER}\"\n\n#include <array>\n\n")
  string(APPEND body "namespace ${E_NAMESPACE} {\nnamespace {\nconstexpr std::array kFiles = {\n")
  foreach(file ${E_FILES})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
    file(READ "${CMAKE_CURRENT_SOURCE_DIR}/${file}" text)
    # String literals have a guaranteed length of 64 KiB only; pieces of whole lines below 12,000 bytes join by
    # themselves. A cut within a character would be refused by clang.
    string(LENGTH "${text}" length)
    string(APPEND body "    EmbeddedFile{\"${file}\",\n")
    set(at 0)
    while(at LESS length)
      string(SUBSTRING "${text}" ${at} 12000 piece)
      string(FIND "${piece}" "\n" line_end REVERSE)
      if(line_end LESS 0)
        message(FATAL_ERROR "${file}: a line without its end, or of more than 12,000 bytes")
      endif()
      math(EXPR size "${line_end} + 1")
      string(SUBSTRING "${text}" ${at} ${size} piece)
      string(APPEND body "R\"~~~(${piece})~~~\"\n")
      math(EXPR at "${at} + ${size}")
    endwhile()
    string(APPEND body "    },\n")
  endforeach()
  string(APPEND body "};\n}  // namespace\n\nstd::span<const EmbeddedFile> EmbeddedFiles() { return kFiles; }\n\n}  // namespace ${E_NAMESPACE}\n")
  file(CONFIGURE OUTPUT "${CMAKE_CURRENT_BINARY_DIR}/embedded.cpp" CONTENT "${body}" @ONLY)
  target_sources(${layer} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/embedded.cpp")
endfunction()
