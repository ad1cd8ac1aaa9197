// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text.h"

#include <algorithm>

#include "base/utf8.h"

namespace crossfoot {
namespace {

bool SamePrintedLine(const Place& a, const Place& b) {
  if (a.page != b.page || a.line != b.line || a.box.has_value() != b.box.has_value()) {
    return false;
  }
  if (!a.box) {
    return true;
  }
  // Baselines a fraction of a line apart are one line: digits and Chinese differ in box top.
  const float overlap = std::min(a.box->bottom, b.box->bottom) - std::max(a.box->top, b.box->top);
  return overlap > 0.3F * std::min(a.box->height(), b.box->height()) && b.box->left >= a.box->left;
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
        const float pitch = place.box->width() / static_cast<float>(all);
        place.box->left += pitch * static_cast<float>(before);
        place.box->right = place.box->left + pitch * static_cast<float>(covered);
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
