// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/page_need.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr float kPictureShare = 0.5F;    // of the page that the pictures of a scan cover
constexpr size_t kFewGlyphs = 20;        // a scan may carry a stamp or a page number as text
constexpr float kUnmappedShare = 0.05F;  // of the characters: the text layer is of no use
constexpr float kStrangeShare = 0.2F;    // of the characters: the fonts' maps are wrong
constexpr size_t kHiddenTimes = 3;       // as many hidden characters as seen: an older OCR layer
constexpr size_t kTellingHan = 200;      // Chinese characters that tell whether a text is one
constexpr float kCommonShare = 0.01F;    // of them; in a real text it is ten times as much
constexpr size_t kFewOver = 60;          // characters over a picture that is no backdrop
constexpr float kRegionShare = 0.3F;  // of the page: a smaller picture is a logo, a stamp, a chart
constexpr float kSureRegion = 0.95F;  // mean confidence of a region that really is text
constexpr size_t kLeastRegion = 40;   // characters of it: a diagram has fewer

// Codes that no report prints: a font's own numbering that leaked out as Unicode.
bool IsStrange(char32_t code) {
  return code == kReplacement || code < 0x20 || (code >= 0x80 && code < 0xA0) ||
         (code >= 0xE000 && code < 0xF900);
}

// Characters that no Chinese text of some length does without, simplified and traditional: 的 一 是
// 在 不 了 有 和 人 年 为 為 中 大 用 出 支 数 數 万 萬 元 算 本 单 單 位 公 国 國 上 工 作 会 會
// 行 管 理 项 項 目 部 局 务 務 业 業 分 度 与 與 及 等 以 对 對 成
constexpr std::u32string_view kCommonest =
    U"的一是在不了有和人年为為中大用出支数數万萬元算本单單位公国國上工作会會行管理项項目部局务務业"
    U"業分"
    U"度与與及等以对對成";

// Fonts whose maps lead to real characters, but to the wrong ones: Chinese text in which the
// commonest characters hardly occur.
bool IsGarbled(const PageContent& page) {
  size_t han = 0;
  size_t common = 0;
  for (const Glyph& glyph : page.glyphs) {
    han += IsHan(glyph.code) ? 1U : 0U;
    common += kCommonest.find(glyph.code) != std::u32string_view::npos ? 1U : 0U;
  }
  return han >= kTellingHan && static_cast<float>(common) < kCommonShare * static_cast<float>(han);
}

bool IsPictureOf(const PageContent& page) {
  float covered = 0;
  for (const Box& image : page.images) {
    covered += image.area();
  }
  const bool few = page.glyphs.size() < kFewGlyphs ||
                   static_cast<size_t>(page.hidden_glyphs) > kHiddenTimes * page.glyphs.size();
  return covered > kPictureShare * page.info.width * page.info.height && few;
}

// A picture that may hold text of its own: no logo, and no backdrop of a page of text.
bool IsRegion(const Box& image, const PageContent& page) {
  if (image.area() < kRegionShare * page.info.width * page.info.height) {
    return false;
  }
  const auto over = std::count_if(page.glyphs.begin(), page.glyphs.end(), [&](const Glyph& glyph) {
    return image.Contains(glyph.box.center());
  });
  return static_cast<size_t>(over) < kFewOver;
}

// What the page's own text says at a place already.
bool IsSaid(const Point& at, std::span<const Glyph> own) {
  return std::any_of(own.begin(), own.end(),
                     [&](const Glyph& glyph) { return glyph.box.Contains(at); });
}

Box Shifted(const Box& box, const Point& by) {
  return {box.left + by.x, box.top + by.y, box.right + by.x, box.bottom + by.y};
}

void AppendGlyphs(const PageContent& reading, const std::vector<uint32_t>& wanted,
                  const Point& offset, PageContent* page) {
  const auto font = static_cast<uint16_t>(page->fonts.size());
  page->fonts.push_back({"read", false, false, true});
  size_t other = 0;
  for (const uint32_t i : wanted) {
    const auto index = static_cast<uint32_t>(page->glyphs.size());
    Glyph glyph = reading.glyphs[i];
    glyph.box = Shifted(glyph.box, offset);
    glyph.baseline += offset.y;
    glyph.font = font;
    page->glyphs.push_back(glyph);
    for (; other < reading.others.size() && reading.others[other].glyph <= i; ++other) {
      if (reading.others[other].glyph == i) {
        page->others.push_back(reading.others[other]);
        page->others.back().glyph = index;
      }
    }
  }
}

}  // namespace

std::vector<Box> PictureRegions(const PageContent& page) {
  std::vector<Box> regions;
  for (const Box& image : page.images) {
    const bool apart = std::none_of(regions.begin(), regions.end(),
                                    [&](const Box& r) { return r.Intersects(image); });
    if (apart && IsRegion(image, page)) {
      regions.push_back(image);
    }
  }
  return regions;
}

PageNeed NeedOf(const PageContent& page) {
  const auto glyphs = static_cast<float>(page.glyphs.size());
  const auto strange = std::count_if(page.glyphs.begin(), page.glyphs.end(),
                                     [](const Glyph& glyph) { return IsStrange(glyph.code); });
  if (static_cast<float>(page.unmapped_glyphs) > kUnmappedShare * glyphs ||
      static_cast<float>(strange) > kStrangeShare * glyphs || IsPictureOf(page) ||
      IsGarbled(page)) {
    return PageNeed::kWhole;
  }
  return PictureRegions(page).empty() ? PageNeed::kNone : PageNeed::kRegions;
}

void TakeRegion(const PageContent& reading, const Box& region, PageContent* page) {
  std::vector<uint32_t> wanted;
  float sum = 0;
  const Point offset{region.left, region.top};
  for (uint32_t i = 0; i < reading.glyphs.size(); ++i) {
    const Point at = Shifted(reading.glyphs[i].box, offset).center();
    if (!IsSaid(at, page->glyphs)) {
      wanted.push_back(i);
      sum += reading.glyphs[i].confidence;
    }
  }
  if (wanted.size() < kLeastRegion || sum < kSureRegion * static_cast<float>(wanted.size())) {
    return;
  }
  const Note read{
      NoteKind::kOcrRead,
      "a picture on the page was read: " + std::to_string(wanted.size()) + " characters",
      Place{page->info.number, 0, 0, region}};
  if (reading.as_scanned) {
    page->notes.push_back({NoteKind::kNeedsOcr, "a picture on the page lies on its side",
                           Place{page->info.number, 0, 0, region}});
    return;
  }
  AppendGlyphs(reading, wanted, offset, page);
  for (RulePiece rule : reading.rules) {
    rule.position += rule.horizontal ? offset.y : offset.x;
    rule.from += rule.horizontal ? offset.x : offset.y;
    rule.to += rule.horizontal ? offset.x : offset.y;
    page->rules.push_back(rule);
  }
  for (const PictureFrame& frame : reading.frames) {
    page->frames.push_back(Moved(frame, offset));
  }
  page->notes.push_back(read);
  for (DoubtfulFigure doubt : reading.doubts) {
    if (doubt.place.box) {
      doubt.place.box = Shifted(*doubt.place.box, offset);
    }
    page->doubts.push_back(std::move(doubt));
  }
}

void TakeReading(PageContent reading, PageContent* page) {
  if (page->info.width > 0) {
    if (reading.as_scanned) {
      reading.as_scanned = page->info;
    } else {
      reading.info = page->info;
    }
    reading.damaged = page->damaged;
    reading.hidden_glyphs = page->hidden_glyphs;
  }
  reading.notes.insert(reading.notes.begin(), page->notes.begin(), page->notes.end());
  *page = std::move(reading);
}

}  // namespace crossfoot
