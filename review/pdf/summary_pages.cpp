// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pdf/summary_pages.h"

#include <memory>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "review/pdf/plain_text.h"

namespace crossfoot {
namespace {

constexpr double kWidth = 595;
constexpr double kHeight = 842;
constexpr double kMargin = 54;
constexpr int kLongest = 600;  // characters of one message

constexpr char kFonts[] = "Noto Sans CJK SC, WenQuanYi Micro Hei, Source Han Sans SC, sans-serif";

struct Ink {
  double red, green, blue;
};
constexpr Ink kBlack = {0.11, 0.14, 0.19};
constexpr Ink kQuiet = {0.36, 0.40, 0.46};
constexpr Ink kRed = {0.70, 0.15, 0.12};
constexpr Ink kAmber = {0.54, 0.35, 0};
constexpr Ink kBlue = {0.21, 0.37, 0.57};

cairo_status_t Append(void* out, const unsigned char* bytes, unsigned int size) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

std::string Cut(const std::string& text) {
  std::string plain = PlainText(text);
  const auto length = g_utf8_strlen(plain.c_str(), -1);
  if (length <= kLongest) {
    return plain;
  }
  const char* end = g_utf8_offset_to_pointer(plain.c_str(), kLongest);
  return std::string(plain.c_str(), static_cast<size_t>(end - plain.c_str())) + "…";
}

// Sets one text under another and turns the page where one does not fit.
class Setter {
 public:
  explicit Setter(std::string* out)
      : surface_(cairo_pdf_surface_create_for_stream(Append, out, kWidth, kHeight)),
        context_(cairo_create(surface_.get())) {
    // No clock in the file.
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                   "2000-01-01T00:00:00Z");
  }

  // Height that the text takes; it begins at the present place.
  double Put(const std::string& text, double size, const Ink& ink, bool bold = false,
             double indent = 0) {
    const std::unique_ptr<PangoLayout, void (*)(gpointer)> layout(
        pango_cairo_create_layout(context_.get()), g_object_unref);
    PangoFontDescription* font = pango_font_description_from_string(kFonts);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    pango_layout_set_width(layout.get(),
                           static_cast<int>((kWidth - 2 * kMargin - indent) * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
    int height = 0;
    pango_layout_get_pixel_size(layout.get(), nullptr, &height);
    if (y_ + height > kHeight - kMargin) {
      TurnPage();
    }
    cairo_set_source_rgb(context_.get(), ink.red, ink.green, ink.blue);
    cairo_move_to(context_.get(), kMargin + indent, y_);
    pango_cairo_show_layout(context_.get(), layout.get());
    y_ += height + 2;
    return height;
  }

  void Skip(double points) { y_ += points; }
  // So that a head does not stand alone at the foot of a page.
  void Need(double points) {
    if (y_ + points > kHeight - kMargin) {
      TurnPage();
    }
  }
  void Rule() {
    cairo_set_source_rgb(context_.get(), 0.82, 0.85, 0.88);
    cairo_set_line_width(context_.get(), 0.6);
    cairo_move_to(context_.get(), kMargin, y_);
    cairo_line_to(context_.get(), kWidth - kMargin, y_);
    cairo_stroke(context_.get());
    y_ += 6;
  }
  [[nodiscard]] double y() const { return y_; }
  [[nodiscard]] int page() const { return page_; }

  bool Finish() {
    cairo_show_page(context_.get());
    context_.reset();
    cairo_surface_finish(surface_.get());
    return cairo_surface_status(surface_.get()) == CAIRO_STATUS_SUCCESS;
  }

 private:
  struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
  };
  void TurnPage() {
    cairo_show_page(context_.get());
    ++page_;
    y_ = kMargin;
  }

  std::unique_ptr<cairo_surface_t, Destroy> surface_;
  std::unique_ptr<cairo_t, Destroy> context_;
  double y_ = kMargin;
  int page_ = 0;
};

std::string Counts(const ReportMarks& marks, bool chinese) {
  const auto n = [](int value) { return std::to_string(value); };
  if (chinese) {
    return "勾稽 " + n(marks.held + marks.rounded + marks.violated + marks.unevaluated) +
           " 条：通过 " + n(marks.held) + " · 尾差 " + n(marks.rounded) + " · 不符 " +
           n(marks.violated) + " · 无法核对 " + n(marks.unevaluated);
  }
  return n(marks.held + marks.rounded + marks.violated + marks.unevaluated) +
         " relations: " + n(marks.held) + " held · " + n(marks.rounded) + " rounding · " +
         n(marks.violated) + " violated · " + n(marks.unevaluated) + " not evaluated";
}

std::string SeverityWord(Severity severity, bool chinese) {
  if (!chinese) {
    return std::string(SeverityName(severity));
  }
  return severity == Severity::kError ? "错误" : (severity == Severity::kWarning ? "警告" : "提示");
}

std::string PlacesWords(const Finding& finding, bool chinese) {
  std::string out;
  for (const Evidence& piece : finding.evidence) {
    const std::string page = PageWords(piece.place, chinese);
    out += (out.empty() ? "" : "　") + page + (page.empty() ? "" : " ") + "“" +
           PlainText(piece.text) + "”";
  }
  return out;
}

void PutFinding(const Finding& finding, int number, bool chinese, Setter* setter) {
  const Ink& ink = finding.severity == Severity::kError
                       ? kRed
                       : (finding.severity == Severity::kWarning ? kAmber : kBlue);
  setter->Put(
      std::to_string(number) + ". " + SeverityWord(finding.severity, chinese) + " " + finding.rule,
      9, ink, true);
  setter->Put(Cut(chinese ? finding.headline.zh : finding.headline.en), 10.5, kBlack, false, 14);
  setter->Put(Cut(PlacesWords(finding, chinese)), 9, kQuiet, false, 14);
  if (!finding.expression.empty()) {
    setter->Put(Cut(finding.expression + (finding.difference.empty()
                                              ? ""
                                              : (chinese ? "　相差 " : "   off by ") +
                                                    finding.difference + finding.unit)),
                9, kBlack, false, 14);
  }
  if (!finding.diagnosis.empty()) {
    const BilingualText& text = finding.diagnosis.front().text;
    setter->Put(Cut(chinese ? text.zh : text.en), 9, {0.17, 0.43, 0.27}, false, 14);
  }
}

}  // namespace

std::string PageWords(const Place& place, bool chinese) {
  if (place.page <= 0) {
    return "";
  }
  return chinese ? "第 " + std::to_string(place.page) + " 页" : "p. " + std::to_string(place.page);
}

Result<SummaryPages> SetSummary(const ReportMarks& marks, bool chinese, bool is_signed) {
  SummaryPages out;
  Setter setter(&out.pdf);
  setter.Put(chinese ? "勾稽核对摘要" : "What does not add up", 17, kBlack, true);
  setter.Put(Cut(marks.title), 11, kBlack);
  setter.Put(Counts(marks, chinese), 9.5, kQuiet);
  setter.Put(chinese ? "红色：不符；方框：与之对照的另一处；黄色：尾差或警告；绿色：已印证。"
                       "本页由核对程序附加，原文各页内容未改动。"
                     : "Red: broken. Frame: the other place. Amber: rounding or a warning. Green: "
                       "confirmed. These pages were added; nothing on the original pages was "
                       "changed.",
             8.5, kQuiet);
  if (is_signed) {
    setter.Put(chinese
                   ? "原文件带有电子签名。签名只对原文件有效，不覆盖本标注副本；请以原文件为准。"
                   : "The original carries a digital signature. It covers the original only, "
                     "not this marked copy.",
               8.5, kRed);
  }
  setter.Skip(6);
  setter.Rule();
  if (marks.findings.empty()) {
    setter.Put(chinese ? "没有发现不一致之处。" : "Nothing that does not add up was found.", 10.5,
               kBlack);
  }
  for (size_t i = 0; i < marks.findings.size(); ++i) {
    setter.Need(70);
    SummaryEntry entry{setter.page(), static_cast<int>(i), {}};
    const double from = setter.y();
    PutFinding(marks.findings[i], static_cast<int>(i) + 1, chinese, &setter);
    const bool whole = setter.page() == entry.page;
    entry.box = {static_cast<float>(kMargin), static_cast<float>(from),
                 static_cast<float>(kWidth - kMargin),
                 static_cast<float>(whole ? setter.y() : kHeight - kMargin)};
    out.entries.push_back(entry);
    setter.Skip(8);
  }
  setter.Skip(4);
  setter.Put("crossfoot " + marks.program + " · SHA-256 " + marks.sha256, 7.5, kQuiet);
  if (!setter.Finish()) {
    return Error{ErrorCode::kMissingProgram, "the summary cannot be set"};
  }
  return out;
}

}  // namespace crossfoot
