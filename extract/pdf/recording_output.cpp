// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/recording_output.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include <poppler/Page.h>
#include <poppler/XRef.h>
#include <poppler/cpp/poppler-version.h>

#include "base/utf8.h"

// Poppler's core interface changes between releases; what differs is named here.
#define CROSSFOOT_POPPLER (POPPLER_VERSION_MAJOR * 100 + POPPLER_VERSION_MINOR)

namespace crossfoot {
namespace {

constexpr int kMostSaves = 150'000;  // of the graphics state on one page; each form is one

// A font's name as UTF-8: Windows programs write GBK bytes; only the common faces are worth naming.
std::string ReadableName(std::string name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kFaces = {{
      {"\xBA\xDA\xCC\xE5", "SimHei"},
      {"\xCB\xCE\xCC\xE5", "SimSun"},
      {"\xB7\xC2\xCB\xCE", "FangSong"},
      {"\xBF\xAC\xCC\xE5", "KaiTi"},
      {"\xD0\xA1\xB1\xEA\xCB\xCE", "XiaoBiaoSong"},
      {"\xCE\xA2\xC8\xED\xD1\xC5\xBA\xDA", "YaHei"},
  }};
  if (IsValidUtf8(name)) {
    return name;
  }
  for (const auto& [gbk, face] : kFaces) {
    const size_t at = name.find(gbk);
    if (at != std::string::npos) {
      name.replace(at, gbk.size(), face);
    }
  }
  std::replace_if(
      name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }, '?');
  return name;
}

bool Names(const std::string& name, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return name.find(part) != std::string::npos; });
}

// Whether the font's codes say nothing about characters although Poppler makes some up: it takes
// the glyph numbers of a font without any map for Unicode.
bool MapIsMadeUp(const GfxFont& font) {
  if (!font.isCIDFont() || font.hasToUnicodeCMap()) {
    return false;
  }
  const auto* cid_font = dynamic_cast<const GfxCIDFont*>(&font);
  const GooString* collection = cid_font == nullptr ? nullptr : cid_font->getCollection();
  return collection != nullptr && collection->toStr() == "Adobe-Identity";
}

// A PDF text string: UTF-16 with a byte order mark, or else a superset of Latin-1.
std::u32string TextString(const GooString& text) {
  std::u32string characters;
  const std::string& bytes = text.toStr();
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(bytes[i]); };
  if (bytes.size() < 2 || byte(0) != 0xFE || byte(1) != 0xFF) {
    std::transform(bytes.begin(), bytes.end(), std::back_inserter(characters),
                   [](char c) { return static_cast<unsigned char>(c); });
    return characters;
  }
  for (size_t i = 2; i + 1 < bytes.size(); i += 2) {
    const auto unit = static_cast<char32_t>(byte(i) << 8 | byte(i + 1));
    const bool low = unit >= 0xDC00 && unit < 0xE000;
    if (low && !characters.empty() && characters.back() >= 0xD800 && characters.back() < 0xDC00) {
      characters.back() = 0x10000 + ((characters.back() - 0xD800) << 10) + (unit - 0xDC00);
    } else {
      characters.push_back(unit);
    }
  }
  return characters;
}

}  // namespace

bool RecordingOutputDev::checkPageSlice(Page* page, double /*hdpi*/, double /*vdpi*/,
                                        int /*rotate*/, bool /*media_box*/, bool /*crop*/,
                                        int /*x*/, int /*y*/, int /*width*/, int /*height*/,
                                        bool /*printing*/, bool (* /*abort*/)(void*),
                                        void* /*abort_data*/, bool (* /*decide*/)(Annot*, void*),
                                        void* /*decide_data*/) {
  Object contents = page->getContents();
  return MayInterpret(&contents);
}

void RecordingOutputDev::startPage(int /*number*/, GfxState* /*state*/, XRef* xref) {
  xref_ = xref;
}

void RecordingOutputDev::beginForm(Ref id) {
  if (xref_ != nullptr && !meter_.TakeAgain(id)) {
    Object form = xref_->fetch(id);
    if (!meter_.Take(&form, id)) {
      recorder_.SetOverLimit();
      throw TooDeep();
    }
  }
}

void RecordingOutputDev::saveState(GfxState* /*state*/) {
  if (++saves_ > kMostSaves) {
    recorder_.SetOverLimit();
    throw TooDeep();
  }
  clips_.push_back(clip_is_box_);
}

const RecordingOutputDev::KnownFont* RecordingOutputDev::FontOf(const GfxState* state) {
#if CROSSFOOT_POPPLER >= 2206
  const GfxFont* font = state->getFont().get();
#else
  const GfxFont* font = state->getFont();
#endif
  if (font_known_ && font_at_ < fonts_.size() && fonts_[font_at_].font == font) {
    return &fonts_[font_at_];
  }
  if (font == nullptr) {
    return nullptr;
  }
  font_known_ = true;
  for (font_at_ = 0; font_at_ < fonts_.size(); ++font_at_) {
    if (fonts_[font_at_].font == font) {
      return &fonts_[font_at_];
    }
  }
  FontInfo info;
#if CROSSFOOT_POPPLER >= 2205
  info.name = ReadableName(font->getName().value_or(std::string()));
#else
  info.name = ReadableName(font->getName() == nullptr ? std::string() : font->getName()->toStr());
#endif
  info.bold = font->isBold() || font->getWeight() >= GfxFont::W600 ||
              Names(info.name, {"Bold", "bold", "Black", "Heavy", "SimHei", "Hei", "黑体"});
  info.italic = font->isItalic() || Names(info.name, {"Italic", "Oblique"});
  double ascent = font->getAscent();
  double descent = font->getDescent();
  if (font->getType() == fontType3) {
    const double* box = font->getFontBBox();
    const double scale = std::abs(font->getFontMatrix()[3]);
    ascent = box[3] * scale;
    descent = box[1] * scale;
  }
  // What a font says of its height is often nonsense.
  if (!(ascent >= 0.3 && ascent <= 1.2)) {
    ascent = 0.88;
  }
  if (!(descent <= 0 && descent >= -0.5)) {
    descent = -0.2;
  }
  fonts_.push_back({font, recorder_.AddFont(std::move(info)), static_cast<float>(ascent),
                    static_cast<float>(descent), MapIsMadeUp(*font)});
  return &fonts_.back();
}

void RecordingOutputDev::drawChar(GfxState* state, double x, double y, double dx, double dy,
                                  double origin_x, double origin_y, CharCode code, int bytes,
                                  const Unicode* unicode, int length) {
  const KnownFont* font = FontOf(state);
  if (font == nullptr) {
    return;
  }
  // Render modes: 0 fill, 1 stroke, 2 both, 3 neither; 4 to 7 the same and clip.
  const int render = state->getRender();
  Paint paint = (render & 3) == 1 ? StrokePaint(state) : FillPaint(state);
  paint.visible = paint.visible && (render & 3) != 3;
  clip_is_box_ = clip_is_box_ && render < 4;

  // Letter spacing is not part of the character.
  const bool upright_in_column = font->font->getWMode() != 0;
  if (!upright_in_column) {
    double spacing = state->getCharSpace();
    if (bytes == 1 && code == 0x20) {
      spacing += state->getWordSpace();
    }
    double space_x = 0;
    double space_y = 0;
    state->textTransformDelta(spacing * state->getHorizScaling(), 0, &space_x, &space_y);
    dx -= space_x;
    dy -= space_y;
  }
  double x1 = 0;
  double y1 = 0;
  double width_x = 0;
  double width_y = 0;
  state->transform(x - origin_x, y - origin_y, &x1, &y1);
  state->transformDelta(dx, dy, &width_x, &width_y);

  const double* m = state->getTextMat();
  double along_x = 0;
  double along_y = 0;
  double up_x = 0;
  double up_y = 0;
  state->transformDelta(m[0], m[1], &along_x, &along_y);
  state->transformDelta(m[2], m[3], &up_x, &up_y);
  const double size = std::abs(state->getFontSize()) * std::hypot(up_x, up_y);
  if (state->getFontSize() < 0 || state->getHorizScaling() < 0) {
    along_x = -along_x;
    along_y = -along_y;
  }
  if (upright_in_column) {
    const double length_along = std::hypot(along_x, along_y);
    width_x = length_along > 0 ? size * along_x / length_along : 0;
    width_y = length_along > 0 ? size * along_y / length_along : 0;
  }

  std::array<char32_t, 8> characters{};
  const auto count = font->made_up || unicode == nullptr
                         ? size_t{0}
                         : static_cast<size_t>(std::clamp(length, 0, 8));
  std::copy_n(unicode, count, characters.begin());
  GlyphMark mark;
  mark.characters = std::u32string_view(characters.data(), count);
  mark.origin = {static_cast<float>(x1), static_cast<float>(y1)};
  mark.advance = {static_cast<float>(width_x), static_cast<float>(width_y)};
  mark.along = {static_cast<float>(along_x), static_cast<float>(along_y)};
  mark.font_size = static_cast<float>(size);
  mark.ascent = font->ascent;
  mark.descent = font->descent;
  // Filled and stroked: how office programs thicken a face that has no bold.
  mark.font = render == 2 ? recorder_.BoldVariant(font->index) : font->index;
  recorder_.AddGlyph(mark, paint);
}

void RecordingOutputDev::beginActualText(GfxState* /*state*/, const GooString* text) {
  recorder_.BeginReplacement();
  if (replacement_depth_++ == 0) {
    replacement_ = text == nullptr ? std::u32string() : TextString(*text);
  }
}

void RecordingOutputDev::endActualText(GfxState* /*state*/) {
  if (replacement_depth_ > 0) {
    --replacement_depth_;
    recorder_.EndReplacement(replacement_);
  }
}

void RecordingOutputDev::TakePath(const GfxState* state) {
  path_.Clear();
  const GfxPath* path = state->getPath();
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath* subpath = path->getSubpath(i);
    const size_t begin = path_.points.size();
    bool curved = false;
    for (int k = 0; k < subpath->getNumPoints(); ++k) {
      curved = curved || subpath->getCurve(k);
      double x = 0;
      double y = 0;
      state->transform(subpath->getX(k), subpath->getY(k), &x, &y);
      path_.points.push_back({static_cast<float>(x), static_cast<float>(y)});
    }
    path_.parts.push_back({begin, path_.points.size(), curved});
  }
}

void RecordingOutputDev::NarrowClip(const GfxState* state) {
  TakePath(state);
  clip_is_box_ = clip_is_box_ && path_.parts.size() == 1 && !path_.parts[0].curved &&
                 IsRectangle(path_.PointsOf(path_.parts[0]));
}

void RecordingOutputDev::stroke(GfxState* state) {
  TakePath(state);
  recorder_.Stroke(path_, static_cast<float>(state->getTransformedLineWidth()), StrokePaint(state));
}

void RecordingOutputDev::AddImage(const GfxState* state, bool opaque) {
  // A picture is painted into the unit square of its own space.
  Box box;
  bool first = true;
  for (const double x : {0.0, 1.0}) {
    for (const double y : {0.0, 1.0}) {
      double px = 0;
      double py = 0;
      state->transform(x, y, &px, &py);
      const Box corner{static_cast<float>(px), static_cast<float>(py), static_cast<float>(px),
                       static_cast<float>(py)};
      box = first ? corner : box.Union(corner);
      first = false;
    }
  }
  Paint paint = MakePaint(state, 0, state->getFillOpacity());
  paint.opaque = paint.opaque && opaque;
  recorder_.AddImage(box, paint);
}

void RecordingOutputDev::drawImageMask(GfxState* state, Object* ref, Stream* stream, int width,
                                       int height, bool invert, bool interpolate,
                                       bool inline_image) {
  if (inline_image) {
    OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, inline_image);
  }
  if (width == 1 && height == 1) {
    // One pixel stretched: how some programs draw areas and rules.
    path_.Clear();
    for (const auto& [x, y] : {std::pair{0.0, 0.0}, {1.0, 0.0}, {1.0, 1.0}, {0.0, 1.0}}) {
      double px = 0;
      double py = 0;
      state->transform(x, y, &px, &py);
      path_.points.push_back({static_cast<float>(px), static_cast<float>(py)});
    }
    path_.parts.push_back({0, 4, false});
    recorder_.Fill(path_, FillPaint(state));
    return;
  }
  AddImage(state, false);
}

void RecordingOutputDev::drawImage(GfxState* state, Object* ref, Stream* stream, int width,
                                   int height, GfxImageColorMap* color_map, bool interpolate,
                                   const int* mask_colors, bool inline_image) {
  if (inline_image) {
    OutputDev::drawImage(state, ref, stream, width, height, color_map, interpolate, mask_colors,
                         inline_image);
  }
  AddImage(state, mask_colors == nullptr);
}

}  // namespace crossfoot
