// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paper becomes white and stays so: shading, yellowing, shadows of the binding and print that
// shines through are divided out; then light grey is clipped to white.
//
// METHOD      The paper's brightness is what nine tenths of the pixels of a tile do not exceed,
//             smoothed over its neighbours and read between tiles bilinearly. Dark tiles (a black
//             border, a photograph) take their neighbours' brightness: a picture does not become
//             white.
//
// Tested by tests/extract/ocr/preparation_test.cpp.
#pragma once

#include "extract/ocr/raster.h"

namespace crossfoot {

// `grey` has one channel. Changes it in place. One pass over the picture and one over its tiles.
void DivideByBackground(Raster* grey);

}  // namespace crossfoot
