// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pdf/marked_pdf.h"

#include <algorithm>
#include <charconv>
#include <exception>
#include <map>
#include <memory>
#include <vector>

// clang 14 cannot read qpdf's JSON.hh as C++20 (a class nested in JSON holds a vector of JSON
// before JSON is complete). Nothing here uses it, so it is left out.
#define JSON_HH
class JSON;
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "base/utf8.h"
#include "review/pdf/page_space.h"
#include "review/pdf/summary_pages.h"

namespace crossfoot {
namespace {

using Object = QPDFObjectHandle;

constexpr size_t kLongestNote = 4000;  // bytes

struct Color {
  double red, green, blue;
};
constexpr Color kRed = {1.0, 0.62, 0.58};
constexpr Color kRedFrame = {0.85, 0.25, 0.20};
constexpr Color kAmber = {1.0, 0.78, 0.25};
constexpr Color kBlue = {0.55, 0.72, 0.95};
constexpr Color kGreen = {0.55, 0.85, 0.62};

std::string Number(double value) {
  std::array<char, 32> text;  // NOLINT: filled by to_chars
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 2);
  return {text.data(), end.ptr};
}

Object Real(double value) { return Object::newReal(Number(value)); }

template <size_t N>
Object Reals(const std::array<double, N>& values) {
  Object array = Object::newArray();
  for (const double value : values) {
    array.appendItem(Real(value));
  }
  return array;
}

Object ColorArray(const Color& color) {
  return Reals(std::array<double, 3>{color.red, color.green, color.blue});
}

Object Words(const std::string& text) {
  std::string plain = PlainText(text);
  if (plain.size() > kLongestNote) {
    size_t end = kLongestNote;
    while (end > 0 && (static_cast<unsigned char>(plain[end]) & 0xC0U) == 0x80) {
      --end;
    }
    plain = plain.substr(0, end) + "…";
  }
  return Object::newUnicodeString(plain);
}

Color ColorOf(Severity severity) {
  return severity == Severity::kError ? kRed : (severity == Severity::kWarning ? kAmber : kBlue);
}

std::string NoteOf(const Finding& finding, bool chinese) {
  std::string note = chinese ? finding.message.zh : finding.message.en;
  if (!finding.expression.empty()) {
    note += "\n" + finding.expression;
  }
  if (!finding.difference.empty()) {
    note += (chinese ? "\n算得 " : "\ncomputed ") + finding.computed + finding.unit +
            (chinese ? "，相差 " : ", off by ") + finding.difference + finding.unit;
  }
  for (const Edit& edit : finding.diagnosis) {
    note += "\n" + (chinese ? edit.text.zh : edit.text.en);
  }
  return note;
}

// Whether a field of the form holds a signature.
bool IsSigned(QPDF& pdf) {
  Object form = pdf.getRoot().getKey("/AcroForm");
  if (form.isDictionary() && form.getKey("/SigFlags").isInteger() &&
      (form.getKey("/SigFlags").getIntValue() & 1) != 0) {
    return true;
  }
  return pdf.getRoot().getKey("/Perms").isDictionary();
}

class Marker {
 public:
  Marker(std::string_view bytes, const ReportMarks& marks, const MarkOptions& options)
      : marks_(marks), options_(options) {
    pdf_.setSuppressWarnings(true);
    pdf_.processMemoryFile("report", bytes.data(), bytes.size());
    pages_ = QPDFPageDocumentHelper(pdf_).getAllPages();
  }

  std::string Mark() {
    const bool is_signed = IsSigned(pdf_);
    if (options_.green) {
      for (const MarkedFigure& figure : marks_.confirmed) {
        Highlight(figure.place, kGreen, figure.remark, "");
      }
    }
    for (const MarkedFigure& figure : marks_.rounding) {
      Highlight(figure.place, kAmber,
                (options_.chinese ? "尾差：" : "holds within rounding: ") + figure.remark, "");
    }
    for (const Finding& finding : marks_.findings) {
      MarkFinding(finding);
    }
    AddSummary(is_signed);
    AddOutline();
    return Write();
  }

 private:
  // nullptr where the report has no such page.
  QPDFPageObjectHelper* PageOf(const Place& place) {
    const auto index = static_cast<size_t>(place.page - 1);
    return place.page >= 1 && index < pages_.size() ? &pages_[index] : nullptr;
  }

  static PageSpace SpaceOf(QPDFPageObjectHelper& page) {
    Object crop = page.getCropBox(false, false);
    std::array<double, 4> box = {0, 0, 595, 842};
    if (crop.isRectangle()) {
      const auto rectangle = crop.getArrayAsRectangle();
      box = {rectangle.llx, rectangle.lly, rectangle.urx, rectangle.ury};
    }
    Object rotate = page.getAttribute("/Rotate", false);
    return {box, rotate.isInteger() ? static_cast<int>(rotate.getIntValue() % 360) : 0};
  }

  void Attach(QPDFPageObjectHelper& page, const Object& annotation) {
    Object dictionary = page.getObjectHandle();
    Object annotations = dictionary.getKey("/Annots");
    if (!annotations.isArray()) {
      annotations = Object::newArray();
      dictionary.replaceKey("/Annots", annotations);
    }
    annotations.appendItem(annotation);
  }

  // What is drawn: content in the page's own space within `rect`.
  Object Appearance(const std::array<double, 4>& rect, const std::string& content, bool multiply) {
    Object form = Object::newStream(&pdf_, content);
    Object dictionary = form.getDict();
    dictionary.replaceKey("/Type", Object::newName("/XObject"));
    dictionary.replaceKey("/Subtype", Object::newName("/Form"));
    dictionary.replaceKey("/BBox", Reals(rect));
    dictionary.replaceKey(
        "/Resources",
        Object::parse(multiply ? "<< /ExtGState << /M << /Type /ExtGState /BM /Multiply >> >> >>"
                               : "<< /Font << /H << /Type /Font /Subtype /Type1 /BaseFont "
                                 "/Helvetica >> >> >>"));
    if (multiply) {
      dictionary.replaceKey("/Group", Object::parse("<< /S /Transparency >>"));
    }
    Object appearance = Object::newDictionary();
    appearance.replaceKey("/N", pdf_.makeIndirectObject(form));
    return appearance;
  }

  static std::string RectPath(const std::array<double, 4>& r, double inset) {
    return Number(r[0] + inset) + " " + Number(r[1] + inset) + " " +
           Number(r[2] - r[0] - 2 * inset) + " " + Number(r[3] - r[1] - 2 * inset) + " re ";
  }

  Object NewAnnotation(const char* subtype, const std::array<double, 4>& rect) {
    Object annotation = Object::newDictionary();
    annotation.replaceKey("/Type", Object::newName("/Annot"));
    annotation.replaceKey("/Subtype", Object::newName(subtype));
    annotation.replaceKey("/Rect", Reals(rect));
    annotation.replaceKey("/F", Object::newInteger(4));  // printed too
    return annotation;
  }

  // A pop-up note that belongs to `annotation`, closed until asked for.
  void AddPopup(QPDFPageObjectHelper& page, Object annotation, const std::array<double, 4>& rect) {
    Object popup = NewAnnotation("/Popup", {rect[2], rect[1] - 110, rect[2] + 240, rect[1]});
    popup.replaceKey("/Open", Object::newBool(false));
    popup.replaceKey("/Parent", annotation);
    popup = pdf_.makeIndirectObject(popup);
    annotation.replaceKey("/Popup", popup);
    Attach(page, popup);
  }

  void Describe(Object annotation, const Color& color, const std::string& note,
                const std::string& name) {
    annotation.replaceKey("/C", ColorArray(color));
    annotation.replaceKey("/T", Words("crossfoot"));
    annotation.replaceKey("/Contents", Words(note));
    if (!name.empty()) {
      annotation.replaceKey("/NM", Words(name));
    }
  }

  bool Highlight(const Place& place, const Color& color, const std::string& note,
                 const std::string& name) {
    QPDFPageObjectHelper* page = PageOf(place);
    if (page == nullptr || !place.box) {
      return false;
    }
    const PageSpace space = SpaceOf(*page);
    const std::array<double, 4> rect = space.Rect(*place.box);
    Object annotation = NewAnnotation("/Highlight", rect);
    annotation.replaceKey("/QuadPoints", Reals(space.Quad(*place.box)));
    annotation.replaceKey(
        "/AP", Appearance(rect,
                          "/M gs " + Number(color.red) + " " + Number(color.green) + " " +
                              Number(color.blue) + " rg " + RectPath(rect, 0) + "f",
                          true));
    Describe(annotation, color, note, name);
    annotation = pdf_.makeIndirectObject(annotation);
    Attach(*page, annotation);
    AddPopup(*page, annotation, rect);
    return true;
  }

  void Frame(const Place& place, const Color& color, const std::string& note,
             const std::string& name) {
    QPDFPageObjectHelper* page = PageOf(place);
    if (page == nullptr || !place.box) {
      return;
    }
    Box box = *place.box;
    box.left -= 1.5F;
    box.right += 1.5F;
    box.top -= 1;
    box.bottom += 1;
    const std::array<double, 4> rect = SpaceOf(*page).Rect(box);
    Object annotation = NewAnnotation("/Square", rect);
    annotation.replaceKey("/BS", Object::parse("<< /W 1.2 /S /S >>"));
    annotation.replaceKey(
        "/AP", Appearance(rect,
                          Number(color.red) + " " + Number(color.green) + " " + Number(color.blue) +
                              " RG 1.2 w " + RectPath(rect, 0.6) + "S",
                          true));
    Describe(annotation, color, note, name);
    annotation = pdf_.makeIndirectObject(annotation);
    Attach(*page, annotation);
    AddPopup(*page, annotation, rect);
  }

  Object Destination(const Place& place) {
    QPDFPageObjectHelper* page = PageOf(place);
    if (page == nullptr) {
      return Object::newNull();
    }
    const double top = place.box ? std::max(0.0, static_cast<double>(place.box->top) - 80) : 0;
    const PageSpace::Point at = SpaceOf(*page).At(0, top);
    Object destination = Object::newArray();
    destination.appendItem(page->getObjectHandle());
    destination.appendItem(Object::newName("/XYZ"));
    destination.appendItem(Object::newNull());
    destination.appendItem(Real(at.y));
    destination.appendItem(Object::newNull());
    return destination;
  }

  void Link(QPDFPageObjectHelper& page, const std::array<double, 4>& rect, const Place& to) {
    Object link = NewAnnotation("/Link", rect);
    link.replaceKey("/Border", Object::parse("[0 0 0]"));
    link.replaceKey("/Dest", Destination(to));
    Attach(page, pdf_.makeIndirectObject(link));
  }

  // A small tag beside a place that leads to another: "> p. 7".
  void LinkBeside(const Place& from, const Place& to, int step) {
    QPDFPageObjectHelper* page = PageOf(from);
    if (page == nullptr || !from.box || PageOf(to) == nullptr) {
      return;
    }
    const std::string label = "> p. " + std::to_string(to.page);
    const float width = 4.4F * static_cast<float>(label.size());
    const float left = from.box->left + static_cast<float>(step) * (width + 2);
    const Box box{left, from.box->top - 8.5F, left + width, from.box->top - 0.5F};
    const PageSpace space = SpaceOf(*page);
    const std::array<double, 4> rect = space.Rect(box);
    const bool upright = rect[2] - rect[0] > rect[3] - rect[1];
    Object tag = NewAnnotation("/FreeText", rect);
    tag.replaceKey("/DA", Object::newString("/H 7 Tf 0.21 0.37 0.57 rg"));
    tag.replaceKey("/Contents", Words(label));
    tag.replaceKey(
        "/AP",
        Appearance(
            rect,
            "0.91 0.94 0.98 rg " + RectPath(rect, 0) + "f 0.21 0.37 0.57 rg BT /H 7 Tf " +
                (upright ? Number(rect[0] + 2) + " " + Number(rect[1] + 2) + " Td"
                         : "0 1 -1 0 " + Number(rect[2] - 2) + " " + Number(rect[1] + 2) + " Tm") +
                " (" + label + ") Tj ET",
            false));
    Attach(*page, pdf_.makeIndirectObject(tag));
    Link(*page, rect, to);
  }

  void MarkFinding(const Finding& finding) {
    const std::string note = NoteOf(finding, options_.chinese);
    const Color color = ColorOf(finding.severity);
    const std::string name = "crossfoot-" + finding.id + "-";
    for (size_t i = 0; i < finding.evidence.size(); ++i) {
      const Place& place = finding.evidence[i].place;
      if (i == 0) {
        Highlight(place, color, note, name + "0");
      } else {
        Frame(place, finding.severity == Severity::kError ? kRedFrame : color, note,
              name + std::to_string(i));
      }
    }
    // Between the first place and the first on another page; on one page both are seen anyway.
    const auto other =
        std::find_if(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& piece) {
          return piece.place.page != finding.evidence.front().place.page;
        });
    if (other != finding.evidence.end()) {
      LinkBeside(finding.evidence.front().place, other->place, 0);
      LinkBeside(other->place, finding.evidence.front().place, 0);
    }
  }

  void AddSummary(bool is_signed) {
    const auto summary = SetSummary(marks_, options_.chinese, is_signed);
    if (!summary) {
      return;  // the marks stand without it
    }
    summary_pdf_ = summary->pdf;
    summary_.setSuppressWarnings(true);
    summary_.processMemoryFile("summary", summary_pdf_.data(), summary_pdf_.size());
    QPDFPageDocumentHelper document(pdf_);
    const size_t before = pages_.size();
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(summary_).getAllPages()) {
      document.addPage(page, false);
    }
    std::vector<QPDFPageObjectHelper> all = document.getAllPages();
    summary_page_ = all.size() > before ? all[before].getObjectHandle() : Object::newNull();
    for (const SummaryEntry& entry : summary->entries) {
      const Finding& finding = marks_.findings[static_cast<size_t>(entry.finding)];
      const size_t index = before + static_cast<size_t>(entry.page);
      if (index < all.size() && !finding.evidence.empty() &&
          PageOf(finding.evidence.front().place) != nullptr) {
        Link(all[index], SpaceOf(all[index]).Rect(entry.box), finding.evidence.front().place);
      }
    }
  }

  // One entry that leads to the summary, under it one for each finding; at the outline's end.
  void AddOutline() {
    Object root = pdf_.getRoot();
    Object outlines = root.getKey("/Outlines");
    if (!outlines.isDictionary()) {
      outlines = pdf_.makeIndirectObject(Object::parse("<< /Type /Outlines >>"));
      root.replaceKey("/Outlines", outlines);
    } else if (!outlines.isIndirect()) {
      outlines = pdf_.makeIndirectObject(outlines);
      root.replaceKey("/Outlines", outlines);
    }
    Object head = pdf_.makeIndirectObject(Object::newDictionary());
    head.replaceKey("/Title",
                    Words((options_.chinese ? "勾稽核对：发现 " : "crossfoot: findings ") +
                          std::to_string(marks_.findings.size())));
    head.replaceKey("/Parent", outlines);
    if (!summary_page_.isNull()) {
      Object destination = Object::newArray();
      destination.appendItem(summary_page_);
      destination.appendItem(Object::newName("/Fit"));
      head.replaceKey("/Dest", destination);
    }
    Object last = outlines.getKey("/Last");
    if (last.isDictionary()) {
      head.replaceKey("/Prev", last);
      last.replaceKey("/Next", head);
    } else {
      outlines.replaceKey("/First", head);
    }
    outlines.replaceKey("/Last", head);
    Object count = outlines.getKey("/Count");
    outlines.replaceKey(
        "/Count", Object::newInteger(
                      (count.isInteger() && count.getIntValue() > 0 ? count.getIntValue() : 0) + 1 +
                      static_cast<long long>(marks_.findings.size())));
    Object before = Object::newNull();
    for (size_t i = 0; i < marks_.findings.size(); ++i) {
      before = AddEntry(marks_.findings[i], i, head, before);
    }
    if (!marks_.findings.empty()) {
      head.replaceKey("/Count", Object::newInteger(static_cast<long long>(marks_.findings.size())));
    }
  }

  Object AddEntry(const Finding& finding, size_t number, Object head, Object before) {
    Object entry = pdf_.makeIndirectObject(Object::newDictionary());
    entry.replaceKey("/Title",
                     Words(std::to_string(number + 1) + ". " + finding.rule + " " +
                           (options_.chinese ? finding.headline.zh : finding.headline.en)));
    entry.replaceKey("/Parent", head);
    if (!finding.evidence.empty() && PageOf(finding.evidence.front().place) != nullptr) {
      entry.replaceKey("/Dest", Destination(finding.evidence.front().place));
    }
    entry.replaceKey("/C", ColorArray(finding.severity == Severity::kError ? Color{0.7, 0.15, 0.12}
                                                                           : Color{0.54, 0.35, 0}));
    if (before.isNull()) {
      head.replaceKey("/First", entry);
    } else {
      before.replaceKey("/Next", entry);
      entry.replaceKey("/Prev", before);
    }
    head.replaceKey("/Last", entry);
    return entry;
  }

  std::string Write() {
    QPDFWriter writer(pdf_);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setObjectStreamMode(qpdf_o_preserve);
    writer.setPreserveUnreferencedObjects(true);
    writer.setDecodeLevel(qpdf_dl_none);
    if (pdf_.isEncrypted()) {
      writer.setStaticID(true);
    } else {
      writer.setDeterministicID(true);
    }
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  }

  QPDF pdf_;
  QPDF summary_;  // must outlive the writing of what was copied from it
  std::string summary_pdf_;
  const ReportMarks& marks_;
  MarkOptions options_;
  std::vector<QPDFPageObjectHelper> pages_;
  Object summary_page_ = Object::newNull();
};

}  // namespace

std::string PlainText(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const Utf8Step step = DecodeUtf8(text, i);
    const bool control = (step.code < 0x20 && step.code != '\n') ||
                         (step.code >= 0x7F && step.code < 0xA0) ||
                         (step.code >= 0x202A && step.code <= 0x202E) ||
                         (step.code >= 0x2066 && step.code <= 0x2069);
    AppendUtf8(control ? U' ' : step.code, &out);
    i += step.length;
  }
  return out;
}

Result<std::string> MarkPdf(std::string_view pdf, const ReportMarks& marks,
                            const MarkOptions& options) {
  try {
    return Marker(pdf, marks, options).Mark();
  } catch (const QPDFExc& problem) {
    return problem.getErrorCode() == qpdf_e_password
               ? Error{ErrorCode::kEncryptedPdf, "needs a password to be marked"}
               : Error{ErrorCode::kBrokenPdf, "cannot be marked: " + problem.getMessageDetail()};
  } catch (const std::exception& problem) {
    return Error{ErrorCode::kBrokenPdf, std::string("cannot be marked: ") + problem.what()};
  }
}

}  // namespace crossfoot
