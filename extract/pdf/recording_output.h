// SPDX-License-Identifier: GPL-3.0-or-later
//
// What Poppler's interpreter tells of a page (characters, paths, pictures, clips, states), handed
// to the PageRecorder in page points. Only pdf_reader.cpp includes this: it lets Poppler in.
//
// LIMITS      A page that unfolds forms without end, or describes more than
//             Limits::content_bytes_per_page, is left through TooDeep, with what was seen kept.
//
// Tested by tests/extract/pdf/pdf_reader_test.cpp.
#pragma once

#include <cmath>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <vector>

#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/OutputDev.h>

#include "base/limits.h"
#include "extract/pdf/content_meter.h"
#include "extract/pdf/page_recorder.h"

namespace crossfoot {

// Poppler asks whether to go on only where something is painted. Forms that unfold without painting
// anything are left through an exception, which is caught before it leaves this file.
class TooDeep : public std::exception {};

class RecordingOutputDev final : public OutputDev {
 public:
  RecordingOutputDev(const PageInfo& info, const Limits& limits)
      : recorder_(info, limits), meter_(limits.content_bytes_per_page) {}

  PageRecorder& recorder() { return recorder_; }
  [[nodiscard]] bool Full() const { return recorder_.Full(); }

  // Whether a stream that is to be interpreted next is within the page's budget; notes it if not.
  bool MayInterpret(Object* contents) {
    const bool within = meter_.Take(contents);
    if (!within) {
      recorder_.SetOverLimit();
    }
    return within;
  }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int /*type*/) override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needCharCount() override { return true; }
  void incCharCount(int count) override { recorder_.CountHidden(count); }

  bool checkPageSlice(Page* page, double hdpi, double vdpi, int rotate, bool media_box, bool crop,
                      int x, int y, int width, int height, bool printing, bool (*abort)(void*),
                      void* abort_data, bool (*decide)(Annot*, void*), void* decide_data) override;
  void startPage(int number, GfxState* state, XRef* xref) override;
  void beginForm(Ref id) override;

  void updateAll(GfxState* state) override { Forget(state); }
  void saveState(GfxState* state) override;
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
  static constexpr double kInvisible = 0.02;  // an opacity below this is not seen

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

  static uint32_t ToColor(const GfxRGB& rgb) {
    const auto byte = [](GfxColorComp value) { return static_cast<uint32_t>(colToByte(value)); };
    return byte(rgb.r) << 16 | byte(rgb.g) << 8 | byte(rgb.b);
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
  ContentMeter meter_;
  XRef* xref_ = nullptr;
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

}  // namespace crossfoot
