// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/clean_text.h"

#include <algorithm>
#include <string>

#include "base/radical.h"
#include "base/utf8.h"

namespace crossfoot {
namespace {

bool IsInvisible(char32_t code) {
  return (code < 0x20 && code != '\t') || (code >= 0x7F && code < 0xA0 && code != 0x85) ||
         code == 0xFEFF || code == 0xFFFE || (code >= 0x200B && code <= 0x200F) ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2064);
}

// Length of the character at byte `at` if it is one of the many that always stay (ideographs from
// U+4000, digits, ASCII letters), else 0.
size_t PlainLength(std::string_view raw, size_t at) {
  const char c = raw[at];
  if (c >= '\xE4' && c <= '\xE9' && at + 2 < raw.size()) {
    return 3;
  }
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? 1 : 0;
}

bool IsLatin(char32_t code) {
  code = FoldWidth(code);
  return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || DigitValue(code) >= 0;
}

bool IsCjkPunctuation(char32_t code) { return IsCjk(code) && !IsHan(code) && !IsLatin(code); }

// A tag that only lays out: <p> </p> <br/> <b>. Its length in bytes, or 0. `5<x` is no tag.
size_t InlineTagLength(std::string_view text, size_t at) {
  size_t i = at + 1;
  i += i < text.size() && text[i] == '/' ? 1 : 0;
  const size_t name = i;
  while (i < text.size() && text[i] >= 'a' && text[i] <= 'z') {
    ++i;
  }
  const std::string_view word = text.substr(name, i - name);
  bool known = false;
  for (const std::string_view tag :
       {"p", "br", "b", "strong", "i", "em", "u", "sub", "sup", "span", "div", "font"}) {
    known = known || word == tag;
  }
  if (!known) {
    return 0;
  }
  constexpr size_t kLongestTag = 200;
  const size_t end = text.substr(0, std::min(text.size(), i + kLongestTag)).find('>', i);
  const bool closed = end != std::string_view::npos &&
                      (end == i || text[i] == ' ' || (text[i] == '/' && end == i + 1));
  return closed ? end + 1 - at : 0;
}

// Han, blank, Han with more of the same on either side: 克 拉 玛 at the blank that ends before
// `at`.
bool IsLetterspaced(std::string_view raw, size_t gap, size_t at) {
  const Utf8Step left = DecodeUtf8Before(raw, gap);
  const size_t before_left = gap - left.length;
  const Utf8Step right = DecodeUtf8(raw, at);
  const size_t after_right = at + right.length;
  const bool more_left = before_left >= 2 && raw[before_left - 1] == ' ' &&
                         IsHan(DecodeUtf8Before(raw, before_left - 1).code);
  const bool more_right =
      raw.substr(after_right, 1) == " " && IsHan(DecodeUtf8(raw, after_right + 1).code);
  return more_left || more_right;
}

// Whether the blanks raw[gap, at) between two characters belong to the text.
bool KeepsBlank(std::string_view raw, size_t gap, size_t at) {
  const char32_t before = UnifiedRadical(DecodeUtf8Before(raw, gap).code);
  const char32_t next = UnifiedRadical(DecodeUtf8(raw, at).code);
  if (raw.substr(gap, at - gap) != " ") {
    return true;  // a wider gap separates
  }
  if (IsHan(before) && IsHan(next)) {
    return !IsLetterspaced(raw, gap, at);
  }
  if (IsCjkPunctuation(before) || IsCjkPunctuation(next)) {
    return false;
  }
  if (IsHan(before) || IsHan(next)) {
    const char32_t other = FoldWidth(IsHan(before) ? next : before);
    return !IsLatin(other) && other != '(' && other != ')' && other != ':' &&
           !(other == '%' && IsHan(before));
  }
  return !(DigitValue(before) >= 0 && FoldWidth(next) == '%');
}

// Cuts `raw` into runs of characters that stay, with what is dropped between them.
class Cleaner {
 public:
  Cleaner(std::string_view raw, int line, int column, Text* out)
      : raw_(raw), line_(line), column_(column), out_(out) {}

  void Run() {
    for (size_t i = 0; i < raw_.size();) {
      if (const size_t plain = PlainLength(raw_, i); plain > 0) {
        if (run_begin_ == i) {
          BeginRun();
        }
        i += plain;
        ++run_length_;
        continue;
      }
      const Utf8Step step = DecodeUtf8(raw_, i);
      if (step.code == '*' && raw_.substr(i, 2) == "**") {
        Drop(i, 2, 2);
        i += 2;
      } else if (step.code == '\\' && i + 1 < raw_.size() &&
                 std::string_view("\\`*_{}[]()#+-.!<>~|&").find(raw_[i + 1]) !=
                     std::string_view::npos) {
        Drop(i, 1, 1);  // Markdown's escape: the sign behind it is the author's
        BeginRun();
        i += 2;
        ++run_length_;
      } else if (const size_t tag = step.code == '<' ? InlineTagLength(raw_, i) : 0; tag > 0) {
        // What <br> and </p> part stays apart.
        separated_ = separated_ || raw_.substr(i, 3) == "<br" || raw_.substr(i, 4) == "</p>";
        Drop(i, tag, CountUtf8(raw_.substr(i, tag)));
        i += tag;
      } else if (IsBlank(step.code)) {
        const size_t gap = i;
        size_t blanks = 0;
        for (Utf8Step blank = step; IsBlank(blank.code) && i < raw_.size();
             blank = DecodeUtf8(raw_, i)) {
          i += blank.length;
          ++blanks;
        }
        const bool inside = gap > 0 && i < raw_.size();
        const bool kept = inside && KeepsBlank(raw_, gap, i);
        Drop(gap, i - gap, blanks);
        separated_ = separated_ || kept;
      } else if (IsInvisible(step.code)) {
        Drop(i, step.length, 1);
        i += step.length;
      } else if (const char32_t unified = UnifiedRadical(step.code); unified != step.code) {
        Replace(i, step.length, unified);
        i += step.length;
      } else {
        if (run_begin_ == i) {
          BeginRun();
        }
        i += step.length;
        ++run_length_;
      }
    }
    Flush(raw_.size());
  }

 private:
  void BeginRun() {
    if (separated_ && wrote_) {
      out_->Append(" ", Place{0, line_, column_, {}});
    }
    separated_ = false;
  }
  void Flush(size_t end) {
    if (run_begin_ < end) {
      out_->Append(raw_.substr(run_begin_, end - run_begin_), Place{0, line_, column_, {}});
      wrote_ = true;
      column_ += run_length_;
      run_length_ = 0;
    }
  }
  void Drop(size_t at, size_t bytes, size_t characters) {
    Flush(at);
    run_begin_ = at + bytes;
    column_ += static_cast<int>(characters);
  }

  void Replace(size_t at, size_t bytes, char32_t by) {
    if (run_begin_ == at) {
      BeginRun();
    }
    Flush(at);
    std::string shown;
    AppendUtf8(by, &shown);
    out_->Append(shown, Place{0, line_, column_, {}});
    wrote_ = true;
    run_begin_ = at + bytes;
    ++column_;
  }

  std::string_view raw_;
  int line_;
  int column_;  // of the run being kept, or of the next character
  Text* out_;
  size_t run_begin_ = 0;
  int run_length_ = 0;
  bool separated_ = false;
  bool wrote_ = false;
};

}  // namespace

void AppendClean(std::string_view raw, int line, int column, Text* out) {
  Cleaner(raw, line, column, out).Run();
}

void AppendContinuation(std::string_view raw, int line, int column, Text* out) {
  if (!out->empty() && !raw.empty()) {
    const char32_t last = DecodeUtf8Before(out->utf8(), out->utf8().size()).code;
    const char32_t next = DecodeUtf8(raw, 0).code;
    const bool figure = DigitValue(last) >= 0 && DigitValue(next) >= 0;
    const bool sentence = last == '.' || last == ',' || last == ';' || last == ':';
    if (!figure && (IsLatin(last) || sentence) && IsLatin(next) &&
        !(DigitValue(next) >= 0 && sentence)) {
      out->Append(" ", Place{0, line, column, {}});
    }
  }
  AppendClean(raw, line, column, out);
}

Text WithoutWraps(const Text& label) {
  Text out;
  const std::string& text = label.utf8();
  if (text.find(' ') == std::string::npos) {
    return label;
  }
  const auto& segments = label.segments();
  for (size_t i = 0; i < segments.size(); ++i) {
    const size_t begin = segments[i].begin;
    const size_t end = i + 1 < segments.size() ? segments[i + 1].begin : text.size();
    const std::string_view piece = label.View(begin, end);
    const bool between = IsHan(DecodeUtf8Before(text, begin).code) &&
                         (IsHan(DecodeUtf8(text, end).code) || DecodeUtf8(text, end).code == U'”');
    if (piece != " " || !between) {
      out.Append(piece, segments[i].place, segments[i].confidence);
    }
  }
  return out;
}

}  // namespace crossfoot
