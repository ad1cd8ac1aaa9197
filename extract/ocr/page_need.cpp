// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/page_need.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr float kPictureShare = 0.5F;    // of the page that the pictures of a scan cover
constexpr size_t kFewGlyphs = 20;        // a scan may carry a stamp or a page number as text
constexpr float kUnmappedShare = 0.05F;  // of the characters: the text layer is of no use
constexpr float kStrangeShare = 0.2F;    // of the characters: the fonts' maps are wrong
constexpr float kRegionShare = 0.3F;  // of the page: a smaller picture is a logo, a stamp, a chart
constexpr float kSureRegion = 0.95F;  // mean confidence of a region that really is text
constexpr size_t kLeastRegion = 40;   // characters of it: a diagram has fewer

// Codes that no report prints: a font's own numbering that leaked out as Unicode.
bool IsStrange(char32_t code) {
  return code == kReplacement || code < 0x20 || (code >= 0x80 && code < 0xA0) ||
         (code >= 0xE000 && code < 0xF900);
}

bool IsRegion(const Box& image, const PageContent& page) {
  if (image.area() < kRegionShare * page.info.width * page.info.height) {
    return false;
  }
  return std::none_of(page.glyphs.begin(), page.glyphs.end(),
                      [&](const Glyph& glyph) { return image.Contains(glyph.box.center()); });
}

// The pictures of a page that has good text beside them.
std::vector<Box> Regions(const PageContent& page) {
  std::vector<Box> regions;
  std::copy_if(page.images.begin(), page.images.end(), std::back_inserter(regions),
               [&](const Box& image) { return IsRegion(image, page); });
  return regions;
}

// Adds what was read inside `region`, unless it is a photograph's noise.
void TakeRegion(const PageContent& reading, const Box& region, PageContent* page) {
  std::vector<uint32_t> inside;
  float sum = 0;
  for (uint32_t i = 0; i < reading.glyphs.size(); ++i) {
    if (region.Contains(reading.glyphs[i].box.center())) {
      inside.push_back(i);
      sum += reading.glyphs[i].confidence;
    }
  }
  if (inside.size() < kLeastRegion || sum < kSureRegion * static_cast<float>(inside.size())) {
    return;
  }
  const auto font = static_cast<uint16_t>(page->fonts.size());
  page->fonts.push_back({"read", false, false, true});
  size_t other = 0;
  for (const uint32_t i : inside) {
    const auto index = static_cast<uint32_t>(page->glyphs.size());
    page->glyphs.push_back(reading.glyphs[i]);
    page->glyphs.back().font = font;
    for (; other < reading.others.size() && reading.others[other].glyph <= i; ++other) {
      if (reading.others[other].glyph == i) {
        page->others.push_back(reading.others[other]);
        page->others.back().glyph = index;
      }
    }
  }
  const auto touches = [&](const Place& place) {
    return place.box && region.Contains(place.box->center());
  };
  for (const RulePiece& rule : reading.rules) {
    const float middle = (rule.from + rule.to) / 2;
    const Point at = rule.horizontal ? Point{middle, rule.position} : Point{rule.position, middle};
    if (region.Contains(at)) {
      page->rules.push_back(rule);
    }
  }
  page->notes.push_back(
      {NoteKind::kOcrRead,
       "a picture on the page was read: " + std::to_string(inside.size()) + " characters",
       Place{page->info.number, 0, 0, region}});
  for (const Note& note : reading.notes) {
    if (note.kind == NoteKind::kDoubtfulReading && touches(note.place)) {
      page->notes.push_back(note);
    }
  }
}

}  // namespace

PageNeed NeedOf(const PageContent& page) {
  const float area = page.info.width * page.info.height;
  float covered = 0;
  for (const Box& image : page.images) {
    covered += image.area();
  }
  const auto glyphs = static_cast<float>(page.glyphs.size());
  if (static_cast<float>(page.unmapped_glyphs) > kUnmappedShare * glyphs) {
    return PageNeed::kWhole;
  }
  const auto strange = std::count_if(page.glyphs.begin(), page.glyphs.end(),
                                     [](const Glyph& glyph) { return IsStrange(glyph.code); });
  if (static_cast<float>(strange) > kStrangeShare * glyphs) {
    return PageNeed::kWhole;
  }
  if (covered > kPictureShare * area && page.glyphs.size() < kFewGlyphs) {
    return PageNeed::kWhole;
  }
  return Regions(page).empty() ? PageNeed::kNone : PageNeed::kRegions;
}

void TakeReading(PageContent reading, PageContent* page) {
  const bool known = page->info.width > 0;
  if (known && NeedOf(*page) == PageNeed::kRegions) {
    for (const Box& region : Regions(*page)) {
      TakeRegion(reading, region, page);
    }
    return;
  }
  if (known) {
    reading.info = page->info;
    reading.damaged = page->damaged;
    reading.hidden_glyphs = page->hidden_glyphs;
  }
  reading.notes.insert(reading.notes.begin(), page->notes.begin(), page->notes.end());
  *page = std::move(reading);
}

}  // namespace crossfoot
