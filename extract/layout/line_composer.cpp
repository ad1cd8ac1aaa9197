// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/line_composer.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/utf8.h"

namespace crossfoot {
namespace {

// In ems.
constexpr float kFieldGap = 1.6F;    // parts two fields of a form, Chinese or not
constexpr float kWordGap = 0.18F;    // parts two Latin words
constexpr float kDigitGap = 0.35F;   // parts two figures where no blank is drawn
constexpr float kDrawnGap = 0.08F;   // a drawn blank narrower than this was squeezed out
constexpr float kPitchSlack = 0.2F;  // by which a character may stand off an even pitch

bool IsDigit(char32_t code) { return DigitValue(code) >= 0; }
bool IsFigurePart(char32_t code) {
  return IsDigit(code) || code == U'.' || code == U',' || code == U'%' || code == U'-';
}

// “ ” ‘ ’ are common to Chinese and Latin.
bool IsChinese(char32_t code, bool chinese) {
  return IsCjk(code) && (chinese || code < 0x2018 || code > 0x201D);
}

}  // namespace

bool BlankBelongs(char32_t before, char32_t after, float gap, bool drawn, bool chinese) {
  if (gap >= kFieldGap) {
    return true;
  }
  if (IsChinese(before, chinese) || IsChinese(after, chinese)) {
    return false;
  }
  if (drawn) {
    return gap >= kDrawnGap;
  }
  return gap >= (IsDigit(before) && IsDigit(after) ? kDigitGap : kWordGap);
}

bool BlankAtWrap(char32_t before, char32_t after, bool chinese) {
  if (IsChinese(before, chinese) || IsChinese(after, chinese)) {
    return false;
  }
  if (chinese && (IsFigurePart(before) || IsFigurePart(after))) {
    return false;
  }
  return true;
}

void LineComposer::Add(const Glyph& glyph) {
  if (IsBlank(glyph.code)) {
    blank_drawn_ = has_last_;
    return;
  }
  chinese_ = chinese_ || IsHan(glyph.code);
  const float em = std::max({glyph.font_size, last_em_, 0.1F});
  if (has_last_) {
    const float gap = (glyph.box.left - last_box_.right) / em;
    if (BlankBelongs(last_, glyph.code, gap, blank_drawn_, chinese_)) {
      const Box blank{last_box_.right, last_box_.top, std::max(glyph.box.left, last_box_.right),
                      last_box_.bottom};
      Append(U' ', blank, em, pitch_, confidence_);
      if (pitch_ == Pitch::kLetter) {
        Flush();
      }
    }
  }
  Pitch pitch = Pitch::kLetter;
  if (IsChinese(glyph.code, chinese_)) {
    pitch = Pitch::kWide;
  } else if (IsFigurePart(glyph.code)) {
    pitch = Pitch::kFigure;
  }
  Append(glyph.code, glyph.box, em, pitch, glyph.confidence);
  last_ = glyph.code;
  last_box_ = glyph.box;
  last_em_ = glyph.font_size;
  has_last_ = true;
  blank_drawn_ = false;
}

void LineComposer::Append(char32_t code, const Box& box, float em, Pitch pitch, float confidence) {
  if (run_length_ > 0) {
    const float slack = kPitchSlack * em;
    const float step = run_length_ == 1 ? box.left - run_box_.left : run_pitch_;
    const float expected = run_box_.left + step * static_cast<float>(run_length_);
    const bool even = std::abs(box.left - expected) <= slack &&
                      std::abs(box.width() - step) <= slack &&
                      (run_length_ > 1 || std::abs(run_box_.width() - step) <= slack);
    const bool one_word = pitch == Pitch::kLetter && pitch_ == Pitch::kLetter;
    const bool level = box.top < run_box_.bottom && run_box_.top < box.bottom;
    if (pitch != pitch_ || confidence != confidence_ || !level || !(even || one_word)) {
      Flush();
    } else {
      run_pitch_ = step;
    }
  }
  if (run_length_ == 0) {
    run_box_ = box;
    pitch_ = pitch;
    confidence_ = confidence;
  } else {
    run_box_ = run_box_.Union(box);
  }
  ++run_length_;
  AppendUtf8(code, &run_);
}

void LineComposer::Flush() {
  if (run_length_ == 0) {
    return;
  }
  place_.box = run_box_;
  out_.Append(run_, place_, confidence_);
  run_.clear();
  run_length_ = 0;
}

Text LineComposer::Finish() {
  Flush();
  has_last_ = false;
  chinese_ = false;
  blank_drawn_ = false;
  last_em_ = 0;
  return std::exchange(out_, Text());
}

}  // namespace crossfoot
