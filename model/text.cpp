// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text.h"

#include <algorithm>

#include "base/utf8.h"

namespace crossfoot {
namespace {

// A box's reach along its writing and across it; `along` grows the way one reads.
struct Extent {
  float from = 0, to = 0;
  float near = 0, far = 0;
};

Extent ExtentOf(const Box& box, int direction) {
  switch (direction) {
    case 90:
      return {box.top, box.bottom, box.left, box.right};
    case 180:
      return {-box.right, -box.left, box.top, box.bottom};
    case 270:
      return {-box.bottom, -box.top, box.left, box.right};
    default:
      return {box.left, box.right, box.top, box.bottom};
  }
}

// The part of a box that characters [before, before + covered) of `all` take.
Box ShareOf(const Box& box, int direction, size_t before, size_t covered, size_t all) {
  const bool vertical = direction == 90 || direction == 270;
  const float pitch = (vertical ? box.height() : box.width()) / static_cast<float>(all);
  const bool backwards = direction == 180 || direction == 270;
  const size_t skipped = backwards ? all - before - covered : before;
  Box share = box;
  float& start = vertical ? share.top : share.left;
  float& end = vertical ? share.bottom : share.right;
  start += pitch * static_cast<float>(skipped);
  end = start + pitch * static_cast<float>(covered);
  return share;
}

bool SamePrintedLine(const Place& a, const Place& b) {
  if (a.page != b.page || a.line != b.line || a.box.has_value() != b.box.has_value() ||
      a.direction != b.direction) {
    return false;
  }
  if (!a.box) {
    return true;
  }
  // Baselines a fraction of a line apart are one line: digits and Chinese differ in box top.
  const Extent one = ExtentOf(*a.box, a.direction);
  const Extent other = ExtentOf(*b.box, b.direction);
  const float overlap = std::min(one.far, other.far) - std::max(one.near, other.near);
  return overlap > 0.3F * std::min(one.far - one.near, other.far - other.near) &&
         other.from >= one.from;
}

}  // namespace

void Text::Append(std::string_view utf8, const Place& place, float confidence) {
  if (utf8.empty()) {
    return;
  }
  segments_.push_back({static_cast<uint32_t>(utf8_.size()), place, confidence});
  utf8_ += utf8;
}

void Text::Append(const Text& other) {
  const auto shift = static_cast<uint32_t>(utf8_.size());
  for (Segment segment : other.segments_) {
    segment.begin += shift;
    segments_.push_back(segment);
  }
  utf8_ += other.utf8_;
}

std::string_view Text::View(size_t begin, size_t end) const {
  begin = std::min(begin, utf8_.size());
  end = std::clamp(end, begin, utf8_.size());
  return std::string_view(utf8_).substr(begin, end - begin);
}

std::vector<Place> Text::PlacesOf(size_t begin, size_t end) const {
  std::vector<Place> places;
  if (segments_.empty()) {
    return places;
  }
  begin = std::min(begin, utf8_.size());
  end = std::clamp(end, begin, utf8_.size());
  auto segment = std::upper_bound(segments_.begin(), segments_.end(), begin,
                                  [](size_t at, const Segment& s) { return at < s.begin; });
  if (segment != segments_.begin()) {
    --segment;
  }
  for (; segment != segments_.end() && (places.empty() || segment->begin < end); ++segment) {
    const auto next = std::next(segment);
    const size_t segment_end = next == segments_.end() ? utf8_.size() : next->begin;
    const size_t from = std::max<size_t>(begin, segment->begin);
    const size_t to = std::max(from, std::min(end, segment_end));
    Place place = segment->place;
    const size_t before = CountUtf8(View(segment->begin, from));
    if (place.line > 0) {
      place.column += static_cast<int>(before);
    }
    if (place.box) {
      const size_t all = CountUtf8(View(segment->begin, segment_end));
      const size_t covered = CountUtf8(View(from, to));
      if (all > 0) {
        place.box = ShareOf(*place.box, place.direction, before, covered, all);
      }
    }
    if (!places.empty() && SamePrintedLine(places.back(), place)) {
      if (place.box) {
        places.back().box = places.back().box->Union(*place.box);
      }
    } else {
      places.push_back(place);
    }
  }
  return places;
}

Place Text::PlaceOf(size_t begin, size_t end) const {
  const std::vector<Place> places = PlacesOf(begin, end);
  return places.empty() ? Place{} : places.front();
}

float Text::ConfidenceOf(size_t begin, size_t end) const {
  float least = 1;
  for (size_t i = 0; i < segments_.size() && segments_[i].begin < end; ++i) {
    const size_t segment_end = i + 1 < segments_.size() ? segments_[i + 1].begin : utf8_.size();
    if (segment_end > begin) {
      least = std::min(least, segments_[i].confidence);
    }
  }
  return least;
}

}  // namespace crossfoot
