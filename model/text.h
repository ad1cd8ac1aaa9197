// SPDX-License-Identifier: GPL-3.0-or-later
//
// Text that remembers where each of its characters stood in the source.
//
// The words are the author's: lines that the page wrapped are joined, typesetting blanks are gone.
// What remains is cut into segments; inside one segment the characters follow each other in the
// source too, so a segment of one printed line is enough to lead any of its characters back to a
// line and column (text sources) or to a page and box (paged sources; the box is shared out,
// the way its writing runs, over the characters by their count, so extraction starts a new segment
// wherever the pitch changes: between Chinese and digits, say).
//
// Tested by tests/model/text_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"

namespace crossfoot {

// Where something stands in the source, as a person would look it up.
struct Place {
  int page = 0;            // 1-based in a paged source, else 0
  int line = 0;            // 1-based in a text source, else 0
  int column = 0;          // 1-based, counted in characters, with `line`
  std::optional<Box> box;  // in points, with `page`
  int direction = 0;       // of the writing in `box`: 0, 90, 180 or 270 degrees clockwise
  friend bool operator==(const Place&, const Place&) = default;
};

class Text {
 public:
  struct Segment {
    uint32_t begin = 0;  // byte of its first character in utf8(); it ends where the next one begins
    Place place;  // of the first character (line, column) or of the whole segment (page, box)
    float confidence = 1;  // of the reading: 1 for a text layer, less for OCR
  };

  // Appends characters that stand together at `place`.
  void Append(std::string_view utf8, const Place& place, float confidence = 1);
  // Appends another text whole, places kept.
  void Append(const Text& other);

  [[nodiscard]] const std::string& utf8() const { return utf8_; }
  [[nodiscard]] bool empty() const { return utf8_.empty(); }
  [[nodiscard]] const std::vector<Segment>& segments() const { return segments_; }
  [[nodiscard]] std::string_view View(size_t begin, size_t end) const;

  // Where bytes [begin, end) stand: the place of their first printed line; its box covers what of
  // them is on that line. A text without segments gives an empty Place. O(log segments).
  [[nodiscard]] Place PlaceOf(size_t begin, size_t end) const;
  // One place for each printed line (or page) that [begin, end) touches, in order.
  [[nodiscard]] std::vector<Place> PlacesOf(size_t begin, size_t end) const;
  // The least confidence of any character in [begin, end).
  [[nodiscard]] float ConfidenceOf(size_t begin, size_t end) const;

 private:
  std::string utf8_;
  std::vector<Segment> segments_;
};

}  // namespace crossfoot
