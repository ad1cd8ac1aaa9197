// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/cell_text.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace crossfoot {
namespace {

bool IsLatinLetter(char32_t code) {
  return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z') ||
         (code >= 0xC0 && code < 0x250);
}

bool IsSeparator(char32_t code) {
  return code == U'.' || code == U',' || code == U'，' || code == U'．';
}

class Composer {
 public:
  Composer(const PageContent& page, const PageText& text) : page_(page), text_(text) {}

  Text Compose(const std::vector<uint32_t>& words) {
    for (size_t i = 0; i < words.size(); ++i) {
      const Word& word = text_.words[words[i]];
      if (i > 0) {
        const Word& before = text_.words[words[i - 1]];
        if (BlankBetween(before, word)) {
          run_.push_back(' ');
        }
        if (before.line != word.line) {
          Flush();
        }
      }
      for (uint32_t k = word.begin; k < word.end; ++k) {
        Add(page_.glyphs[text_.order[k]]);
      }
    }
    Flush();
    return std::move(out_);
  }

 private:
  char32_t Code(uint32_t at) const { return page_.glyphs[text_.order[at]].code; }

  // Whether figure `b`, a line below `a`, is the rest of it: a separator stands at the break, the
  // last group of thousands is not full, or the digits are too many for a number that ends there.
  bool IsBrokenNumber(const Word& a, const Word& b) const {
    if (a.kind != InkKind::kFigure || b.kind != InkKind::kFigure) {
      return false;
    }
    const char32_t last = Code(a.end - 1);
    const char32_t next = Code(b.begin);
    if (IsSeparator(last) || IsSeparator(next)) {
      return DigitValue(last) >= 0 || DigitValue(next) >= 0;
    }
    if (DigitValue(last) < 0 || DigitValue(next) < 0) {
      return false;
    }
    uint32_t digits = 0;
    while (digits < a.end - a.begin && DigitValue(Code(a.end - 1 - digits)) >= 0) {
      ++digits;
    }
    if (digits == a.end - a.begin) {
      return digits >= 5;
    }
    const char32_t before = Code(a.end - 1 - digits);
    return (before == U',' || before == U'，') && digits < 3;
  }

  bool BlankBetween(const Word& a, const Word& b) const {
    const char32_t last = Code(a.end - 1);
    const char32_t next = Code(b.begin);
    if (IsCjk(last) || IsCjk(next)) {
      return false;
    }
    if (a.line == b.line) {
      return true;
    }
    const bool hyphen = last == U'-' && IsLatinLetter(next);
    return !hyphen && !IsBrokenNumber(a, b);
  }

  void Add(const Glyph& glyph) {
    const bool wide = IsCjk(glyph.code);
    if (has_box_ && (wide != wide_ || glyph.confidence != confidence_)) {
      Flush();
    }
    box_ = has_box_ ? box_.Union(glyph.box) : glyph.box;
    has_box_ = true;
    wide_ = wide;
    confidence_ = glyph.confidence;
    AppendUtf8(glyph.code, &run_);
  }

  void Flush() {
    if (!has_box_) {
      return;
    }
    out_.Append(run_, Place{page_.info.number, 0, 0, box_}, confidence_);
    run_.clear();
    has_box_ = false;
  }

  const PageContent& page_;
  const PageText& text_;
  Text out_;
  std::string run_;
  Box box_;
  bool has_box_ = false;
  bool wide_ = false;
  float confidence_ = 1;
};

}  // namespace

Text ComposeText(const PageContent& page, const PageText& text,
                 const std::vector<uint32_t>& words) {
  return Composer(page, text).Compose(words);
}

Text ComposeSideways(const PageContent& page, std::vector<uint32_t> glyphs) {
  if (glyphs.empty()) {
    return {};
  }
  const bool down = page.glyphs[glyphs.front()].direction == 90;
  const auto line = [&](uint32_t i) {
    return down ? -page.glyphs[i].baseline : page.glyphs[i].baseline;
  };
  const auto along = [&](uint32_t i) {
    return down ? page.glyphs[i].box.top : -page.glyphs[i].box.bottom;
  };
  std::sort(glyphs.begin(), glyphs.end(), [&](uint32_t a, uint32_t b) {
    return std::pair(line(a), along(a)) < std::pair(line(b), along(b));
  });
  Text out;
  for (size_t i = 0; i < glyphs.size(); ++i) {
    const Glyph& glyph = page.glyphs[glyphs[i]];
    std::string code;
    if (i > 0) {
      const Glyph& before = page.glyphs[glyphs[i - 1]];
      const bool new_line = std::abs(before.baseline - glyph.baseline) > 0.3F * glyph.font_size;
      const float gap =
          down ? glyph.box.top - before.box.bottom : before.box.top - glyph.box.bottom;
      if ((new_line || gap > 0.2F * glyph.font_size) && !IsCjk(before.code) && !IsCjk(glyph.code)) {
        code.push_back(' ');
      }
    }
    AppendUtf8(glyph.code, &code);
    out.Append(code, Place{page.info.number, 0, 0, glyph.box}, glyph.confidence);
  }
  return out;
}

}  // namespace crossfoot
