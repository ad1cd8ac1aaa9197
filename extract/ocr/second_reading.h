// SPDX-License-Identifier: GPL-3.0-or-later
//
// Figures of which the reader itself had a second thought are read once more, by themselves and
// from ink that was prepared otherwise.
//
// METHOD      A reader that is wrong in a digit nearly always knows the right one as its second
//             choice; of the digits that it reads rightly it has hardly ever one. So the few
//             figures with a strong second choice are cut out and read again. Where both readings
//             agree the figure is sure enough; where they differ, the one that is clearer at the
//             digits in question is taken, stays in doubt, and names the other.
//
// Tested by tests/extract/ocr/second_reading_test.cpp.
#pragma once

#include <functional>
#include <vector>

#include "extract/ocr/tesseract_engine.h"

namespace crossfoot {

// Reads one line again by itself, from a box of the picture.
using ReadAgain = std::function<std::vector<ReadSymbol>(const PixelBox&)>;

// The surest a figure is of which two readings differ, and of which two agree after a doubt.
inline constexpr float kReadTwice = 0.75F;
inline constexpr float kReadAlike = 0.85F;

// Whether the reader had a second thought of this digit.
bool HasSecondThought(const ReadSymbol& symbol);

// A rate with more decimals than rates have: a part of its percent sign may have been read as a
// digit, too.
bool IsLongRate(const std::vector<ReadSymbol>& figure);

// Reads the doubtful figures among `symbols` (of one line, in order) again; `line` bounds the line
// above and below. At most *tries_left readings, which are counted down.
void ReadDoubtfulFigures(const PixelBox& line, const ReadAgain& read_again, int* tries_left,
                         std::vector<ReadSymbol>* symbols);

// Where a character may have been cut through beside a figure that was cut out: its edge reads as
// a digit or a minus.
struct CutEnds {
  bool before = false;
  bool behind = false;
};

// The part of a second reading that stands for the figure `first`, which other things may stand
// beside; empty where none is like it.
std::vector<ReadSymbol> FigureLike(const std::vector<ReadSymbol>& first,
                                   const std::vector<ReadSymbol>& second, const CutEnds& cut);

// A sign and a digit beside it of which each is the other's strong second choice are one ink that
// was read twice: the sign goes.
void DropTwins(std::vector<ReadSymbol>* symbols);

// Of two readings of one figure, the clearer one; see METHOD.
std::vector<ReadSymbol> Clearer(const std::vector<ReadSymbol>& first,
                                const std::vector<ReadSymbol>& second);

}  // namespace crossfoot
