// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/pdf_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <poppler/Annot.h>
#include <poppler/ErrorCodes.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/GlobalParams.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/cpp/poppler-version.h>

#include "base/utf8.h"
#include "extract/pdf/file_mending.h"
#include "extract/pdf/page_recorder.h"

// Poppler's core interface changes between releases; what differs is named here.
#define CROSSFOOT_POPPLER (POPPLER_VERSION_MAJOR * 100 + POPPLER_VERSION_MINOR)

namespace crossfoot {
namespace {

constexpr double kInvisible = 0.02;  // an opacity below this is not seen
constexpr int kMostSaves = 150'000;  // of the graphics state on one page; each form is one

// Poppler reports trouble through one function for the whole process; each thread counts its own.
thread_local int internal_errors = 0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void OnPopplerError(ErrorCategory category, Goffset /*position*/, const char* /*message*/) {
  if (category == errInternal || category == errIO) {
    ++internal_errors;
  }
}

void StartPoppler() {
  // Kept to the end of the process: setting up its tables costs more than reading a page.
  static const GlobalParamsIniter kParams(OnPopplerError);
}

uint32_t ToColor(const GfxRGB& rgb) {
  const auto byte = [](GfxColorComp value) { return static_cast<uint32_t>(colToByte(value)); };
  return byte(rgb.r) << 16 | byte(rgb.g) << 8 | byte(rgb.b);
}

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

// Poppler asks whether to go on only where something is painted. Forms that unfold without painting
// anything are left through an exception, which is caught before it leaves this file.
class TooDeep : public std::exception {};

class RecordingOutputDev final : public OutputDev {
 public:
  RecordingOutputDev(const PageInfo& info, const Limits& limits) : recorder_(info, limits) {}

  PageRecorder& recorder() { return recorder_; }
  [[nodiscard]] bool Full() const { return recorder_.Full(); }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int /*type*/) override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needCharCount() override { return true; }
  void incCharCount(int count) override { recorder_.CountHidden(count); }

  void updateAll(GfxState* state) override { Forget(state); }
  void saveState(GfxState* /*state*/) override {
    if (++saves_ > kMostSaves) {
      recorder_.SetOverLimit();
      throw TooDeep();
    }
    clips_.push_back(clip_is_box_);
  }
  void restoreState(GfxState* state) override {
    if (!clips_.empty()) {
      clip_is_box_ = clips_.back();
      clips_.pop_back();
    }
    Forget(state);
  }
  void updateFillColor(GfxState* /*state*/) override { fill_color_.reset(); }
  void updateFillColorSpace(GfxState* /*state*/) override { fill_color_.reset(); }
  void updateStrokeColor(GfxState* /*state*/) override { stroke_color_.reset(); }
  void updateStrokeColorSpace(GfxState* /*state*/) override { stroke_color_.reset(); }
  void updateFont(GfxState* /*state*/) override { font_known_ = false; }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* unicode,
                int length) override;
  void beginActualText(GfxState* state, const GooString* text) override;
  void endActualText(GfxState* state) override;

  void clip(GfxState* state) override { NarrowClip(state); }
  void eoClip(GfxState* state) override { NarrowClip(state); }
  void clipToStrokePath(GfxState* /*state*/) override { clip_is_box_ = false; }

  void stroke(GfxState* state) override;
  void fill(GfxState* state) override {
    TakePath(state);
    recorder_.Fill(path_, FillPaint(state));
  }
  void eoFill(GfxState* state) override { fill(state); }

  bool tilingPatternFill(GfxState* /*state*/, Gfx* /*gfx*/, Catalog* /*catalog*/,
                         GfxTilingPattern* /*pattern*/, const double* /*matrix*/, int /*x0*/,
                         int /*y0*/, int /*x1*/, int /*y1*/, double /*x_step*/,
                         double /*y_step*/) override {
    return true;  // hatchings are neither text nor rules
  }
  bool functionShadedFill(GfxState* state, GfxFunctionShading* /*shading*/) override {
    return AddGradient(state);
  }
  bool axialShadedFill(GfxState* state, GfxAxialShading* /*shading*/, double /*t_min*/,
                       double /*t_max*/) override {
    return AddGradient(state);
  }
  bool radialShadedFill(GfxState* state, GfxRadialShading* /*shading*/, double /*s_min*/,
                        double /*s_max*/) override {
    return AddGradient(state);
  }
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading* /*shading*/) override {
    return AddGradient(state);
  }
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading* /*shading*/) override {
    return AddGradient(state);
  }

  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height,
                     bool invert, bool interpolate, bool inline_image) override;
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                 GfxImageColorMap* color_map, bool interpolate, const int* mask_colors,
                 bool inline_image) override;
  void drawMaskedImage(GfxState* state, Object* /*ref*/, Stream* /*stream*/, int /*width*/,
                       int /*height*/, GfxImageColorMap* /*color_map*/, bool /*interpolate*/,
                       Stream* /*mask*/, int /*mask_width*/, int /*mask_height*/,
                       bool /*mask_invert*/, bool /*mask_interpolate*/) override {
    AddImage(state, false);
  }
  void drawSoftMaskedImage(GfxState* state, Object* /*ref*/, Stream* /*stream*/, int /*width*/,
                           int /*height*/, GfxImageColorMap* /*color_map*/, bool /*interpolate*/,
                           Stream* /*mask*/, int /*mask_width*/, int /*mask_height*/,
                           GfxImageColorMap* /*mask_colors*/, bool /*mask_interpolate*/) override {
    AddImage(state, false);
  }

 private:
  struct KnownFont {
    const GfxFont* font;
    uint16_t index;
    float ascent;
    float descent;
    bool made_up;
  };

  // A nested form or a restored state may differ in anything.
  void Forget(GfxState* /*state*/) {
    fill_color_.reset();
    stroke_color_.reset();
    font_known_ = false;
  }

  static Box ClipOf(const GfxState* state) {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    state->getClipBBox(&left, &top, &right, &bottom);
    return {static_cast<float>(left), static_cast<float>(top), static_cast<float>(right),
            static_cast<float>(bottom)};
  }
  Paint FillPaint(const GfxState* state) {
    if (!fill_color_) {
      GfxRGB rgb;
      state->getFillRGB(&rgb);
      fill_color_ = ToColor(rgb);
    }
    return MakePaint(state, *fill_color_, state->getFillOpacity());
  }
  Paint StrokePaint(const GfxState* state) {
    if (!stroke_color_) {
      GfxRGB rgb;
      state->getStrokeRGB(&rgb);
      stroke_color_ = ToColor(rgb);
    }
    return MakePaint(state, *stroke_color_, state->getStrokeOpacity());
  }
  [[nodiscard]] Paint MakePaint(const GfxState* state, uint32_t color, double opacity) const {
    return {color, ClipOf(state), opacity > kInvisible,
            opacity > 0.95 && clip_is_box_ && state->getBlendMode() == gfxBlendNormal};
  }

  const KnownFont* FontOf(const GfxState* state);
  void TakePath(const GfxState* state);
  void NarrowClip(const GfxState* state);
  void AddImage(const GfxState* state, bool opaque);
  bool AddGradient(const GfxState* state) {
    // Its colours vary; a light ground is what text is set upon.
    Paint paint = MakePaint(state, 0xE0E0E0, 1);
    paint.opaque = false;
    path_.Clear();
    const Box& b = paint.clip;
    path_.points = {{b.left, b.top}, {b.right, b.top}, {b.right, b.bottom}, {b.left, b.bottom}};
    path_.parts = {{0, 4, false}};
    recorder_.Fill(path_, paint);
    return true;
  }

  PageRecorder recorder_;
  PathMark path_;
  std::vector<KnownFont> fonts_;
  size_t font_at_ = 0;
  bool font_known_ = false;
  std::optional<uint32_t> fill_color_;
  std::optional<uint32_t> stroke_color_;
  std::u32string replacement_;
  int replacement_depth_ = 0;
  int saves_ = 0;
  bool clip_is_box_ = true;  // else it is smaller than the box we know of it
  std::vector<bool> clips_;  // of the saved states
};

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

bool ShouldAbort(void* device) { return static_cast<const RecordingOutputDev*>(device)->Full(); }

bool ShouldDraw(Annot* annotation, void* /*data*/) {
  return annotation->getType() != Annot::typeLink && annotation->getType() != Annot::typePopup;
}

Error OpenError(const PDFDoc& document) {
  switch (document.getErrorCode()) {
    case errEncrypted:
      return {ErrorCode::kEncryptedPdf, "is encrypted and needs a password"};
    case errBadCatalog:
      return {ErrorCode::kBrokenPdf, "has no readable catalogue of pages"};
    default:
      return {ErrorCode::kBrokenPdf, "is damaged beyond repair"};
  }
}

}  // namespace

class PdfFile::Poppler {
 public:
  Poppler(std::string_view bytes, const Limits& limits)
      : limits_(limits),
        document_(
            new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull))) {}

  PDFDoc& document() { return document_; }
  [[nodiscard]] const Limits& limits() const { return limits_; }
  int page_count = 0;

 private:
  Limits limits_;
  PDFDoc document_;
};

PdfFile::PdfFile(std::unique_ptr<Poppler> poppler) : poppler_(std::move(poppler)) {}
PdfFile::PdfFile(PdfFile&&) noexcept = default;
PdfFile& PdfFile::operator=(PdfFile&&) noexcept = default;
PdfFile::~PdfFile() = default;

Result<PdfFile> PdfFile::Open(std::string_view bytes, const Limits& limits) {
  StartPoppler();
  try {
    auto poppler = std::make_unique<Poppler>(bytes, limits);
    PDFDoc& document = poppler->document();
    if (!document.isOk()) {
      return OpenError(document);
    }
    const int pages = document.getNumPages();
    if (pages <= 0) {
      return Error{ErrorCode::kNoPages, "has no pages"};
    }
    if (pages > limits.pages) {
      Error error{ErrorCode::kLimitExceeded, "has " + std::to_string(pages) +
                                                 " pages, more than the limit of " +
                                                 std::to_string(limits.pages)};
      error.object = "pages";
      return error;
    }
    MendFile(bytes, document.getXRef());
    poppler->page_count = pages;
    return PdfFile(std::move(poppler));
  } catch (const std::exception& e) {
    return Error{ErrorCode::kBrokenPdf, std::string("cannot be opened: ") + e.what()};
  }
}

int PdfFile::page_count() const { return poppler_->page_count; }

PageContent PdfFile::ReadPage(int number) const {
  PageInfo info;
  info.number = number;
  PageContent broken;
  broken.info = info;
  broken.damaged = true;
  try {
    Page* page = poppler_->document().getPage(number);
    if (page == nullptr || !page->isOk()) {
      return broken;
    }
    info.rotation = ((page->getRotate() % 360) + 360) % 360;
    info.width = static_cast<float>(page->getCropWidth());
    info.height = static_cast<float>(page->getCropHeight());
    if (info.rotation == 90 || info.rotation == 270) {
      std::swap(info.width, info.height);
    }
    broken.info = info;
    // The largest page the format allows is 14400 points.
    if (!(info.width >= 1) || !(info.height >= 1) || info.width > 20'000 || info.height > 20'000) {
      return broken;
    }
    RecordingOutputDev device(info, poppler_->limits());
    internal_errors = 0;
    try {
      page->display(&device, 72, 72, 0, false, true, false, ShouldAbort, &device, ShouldDraw,
                    nullptr);
    } catch (const TooDeep&) {
      // What was painted until then stays.
    }
    if (internal_errors > 0) {
      device.recorder().SetDamaged();
    }
    return device.recorder().Finish();
  } catch (const std::exception&) {
    return broken;
  }
}

}  // namespace crossfoot
