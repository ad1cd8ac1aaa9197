# SPDX-License-Identifier: GPL-3.0-or-later
# The one place that finds third-party libraries. Several of Debian 12's ship only a .pc file, so all
# are wrapped the same way and given our own alias names. Their headers count as system headers.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

function(crossfoot_wrap alias)
  string(MAKE_C_IDENTIFIER "dep_${alias}" id)
  pkg_check_modules(${id} REQUIRED IMPORTED_TARGET GLOBAL ${ARGN})
  add_library(crossfoot::${alias} ALIAS PkgConfig::${id})
endfunction()

crossfoot_wrap(icu icu-uc icu-i18n)
crossfoot_wrap(re2 re2)
crossfoot_wrap(sqlite sqlite3)
crossfoot_wrap(seccomp libseccomp)
crossfoot_wrap(zip libzip)
crossfoot_wrap(zlib zlib)
crossfoot_wrap(xlsxwriter xlsxwriter)
crossfoot_wrap(qpdf libqpdf)
target_compile_definitions(PkgConfig::dep_qpdf INTERFACE POINTERHOLDER_TRANSITION=4)  # its present interface alone
crossfoot_wrap(pango pangocairo cairo-pdf)
crossfoot_wrap(httplib cpp-httplib)
crossfoot_wrap(gumbo gumbo)
crossfoot_wrap(expat expat)
crossfoot_wrap(tesseract tesseract)
crossfoot_wrap(leptonica lept)
crossfoot_wrap(jpeg libjpeg)
crossfoot_wrap(tomlplusplus tomlplusplus)
crossfoot_wrap(nettle nettle)

# Poppler's core headers (libpoppler-private-dev) lie in a folder its .pc file does not name; they include
# one another from inside it, and we name them <poppler/…>.
pkg_check_modules(dep_poppler REQUIRED IMPORTED_TARGET GLOBAL poppler)
find_path(POPPLER_CORE_DIR OutputDev.h PATHS ${dep_poppler_INCLUDEDIR} /usr/include
          PATH_SUFFIXES poppler REQUIRED)
add_library(crossfoot_poppler INTERFACE)
target_include_directories(crossfoot_poppler SYSTEM INTERFACE "${POPPLER_CORE_DIR}" "${POPPLER_CORE_DIR}/..")
target_link_libraries(crossfoot_poppler INTERFACE PkgConfig::dep_poppler)
add_library(crossfoot::poppler ALIAS crossfoot_poppler)

# Header-only; Debian's CMake packages for these exist but add nothing.
find_path(NLOHMANN_DIR nlohmann/json.hpp REQUIRED)
find_path(CLI11_DIR CLI/CLI.hpp REQUIRED)
add_library(crossfoot_json INTERFACE)
target_include_directories(crossfoot_json SYSTEM INTERFACE "${NLOHMANN_DIR}")
add_library(crossfoot::nlohmann ALIAS crossfoot_json)
add_library(crossfoot_cli11 INTERFACE)
target_include_directories(crossfoot_cli11 SYSTEM INTERFACE "${CLI11_DIR}")
add_library(crossfoot::cli11 ALIAS crossfoot_cli11)

if(CROSSFOOT_TESTS)
  find_package(GTest REQUIRED)
endif()
