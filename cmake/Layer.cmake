# SPDX-License-Identifier: GPL-3.0-or-later
# A folder is a layer: one static library with a public face (HEADERS, each verified to compile alone)
# and everything else private by not being listed. DEPENDS are the layers below, PRIVATE the
# third-party libraries that its confined files use.
#
#   crossfoot_add_layer(normalize HEADERS normalizer.h SOURCES normalizer.cpp … DEPENDS base model
#                       PRIVATE crossfoot::re2)
function(crossfoot_add_layer name)
  cmake_parse_arguments(L "" "" "HEADERS;SOURCES;DEPENDS;PRIVATE" ${ARGN})
  add_library(${name} STATIC ${L_SOURCES})
  target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${L_HEADERS})
  target_include_directories(${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_link_libraries(${name} PUBLIC ${L_DEPENDS} PRIVATE crossfoot_flags ${L_PRIVATE})
  set_target_properties(${name} PROPERTIES OUTPUT_NAME "crossfoot_${name}"
                        VERIFY_INTERFACE_HEADER_SETS ON)
endfunction()

# The tests of one layer: every tests/<layer>/*_test.cpp, linked with that layer alone, so that a
# hidden upward call is a link error.
function(crossfoot_add_tests layer)
  cmake_parse_arguments(T "" "" "LINK;LABELS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/${layer}/*.cpp")
  if(NOT sources)
    return()
  endif()
  add_executable(${layer}_test ${sources})
  target_link_libraries(${layer}_test PRIVATE crossfoot_flags ${layer} ${T_LINK} GTest::gtest
                        GTest::gmock GTest::gtest_main)
  target_compile_definitions(${layer}_test PRIVATE CROSSFOOT_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${layer} COMMAND ${layer}_test)
  set_tests_properties(${layer} PROPERTIES LABELS "quick;${T_LABELS}"
                       WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
endfunction()
