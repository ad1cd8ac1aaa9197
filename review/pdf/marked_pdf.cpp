// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pdf/marked_pdf.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>
#include <vector>

#include "review/pdf/page_annotations.h"
#include "review/pdf/qpdf_objects.h"
#include "review/pdf/summary_pages.h"

namespace crossfoot {
namespace {

using Object = QPDFObjectHandle;

constexpr MarkColor kRed = {1.0, 0.62, 0.58};
constexpr MarkColor kRedFrame = {0.85, 0.25, 0.20};
constexpr MarkColor kAmber = {1.0, 0.78, 0.25};
constexpr MarkColor kBlue = {0.55, 0.72, 0.95};
constexpr MarkColor kGreen = {0.55, 0.85, 0.62};

MarkColor ColorOf(Severity severity) {
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
  if (form.isDictionary() && form.getKey("/Fields").isArray()) {
    for (Object field : form.getKey("/Fields").getArrayAsVector()) {
      if (field.isDictionary() && field.getKey("/FT").isNameAndEquals("/Sig") &&
          field.getKey("/V").isDictionary()) {
        return true;
      }
    }
  }
  return pdf.getRoot().getKey("/Perms").isDictionary();
}

class Marker {
 public:
  Marker(std::string_view bytes, const ReportMarks& marks, const MarkOptions& options)
      : marks_(marks), options_(options) {
    pdf_.setSuppressWarnings(true);
    pdf_.processMemoryFile("report", bytes.data(), bytes.size());
    pages_.emplace(&pdf_);
  }

  std::string Mark() {
    const bool is_signed = IsSigned(pdf_);
    if (options_.green) {
      for (const MarkedFigure& figure : marks_.confirmed) {
        pages_->Highlight(figure.place, kGreen, figure.remark, "");
      }
    }
    for (const MarkedFigure& figure : marks_.rounding) {
      pages_->Highlight(figure.place, kAmber,
                        (options_.chinese ? "尾差：" : "holds within rounding: ") + figure.remark,
                        "");
    }
    for (const Finding& finding : marks_.findings) {
      MarkFinding(finding);
    }
    AddSummary(is_signed);
    AddOutline();
    return Write();
  }

 private:
  void MarkFinding(const Finding& finding) {
    const std::string note = NoteOf(finding, options_.chinese);
    const MarkColor color = ColorOf(finding.severity);
    const std::string name = "crossfoot-" + finding.id + "-";
    for (size_t i = 0; i < finding.evidence.size(); ++i) {
      const Place& place = finding.evidence[i].place;
      if (i == 0) {
        pages_->Highlight(place, color, note, name + "0");
      } else {
        pages_->Frame(place, finding.severity == Severity::kError ? kRedFrame : color, note,
                      name + std::to_string(i));
      }
    }
    // Between the first place and the first on another page; on one page both are seen anyway.
    const auto other =
        std::find_if(finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& piece) {
          return piece.place.page != finding.evidence.front().place.page;
        });
    if (other != finding.evidence.end()) {
      pages_->LinkBeside(finding.evidence.front().place, other->place, 0);
      pages_->LinkBeside(other->place, finding.evidence.front().place, 0);
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
    const size_t before = pages_->PageCount();
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(summary_).getAllPages()) {
      document.addPage(page, false);
    }
    std::vector<QPDFPageObjectHelper> all = document.getAllPages();
    summary_page_ = all.size() > before ? all[before].getObjectHandle() : Object::newNull();
    for (const SummaryEntry& entry : summary->entries) {
      const Finding& finding = marks_.findings[static_cast<size_t>(entry.finding)];
      const size_t index = before + static_cast<size_t>(entry.page);
      if (index < all.size() && !finding.evidence.empty() &&
          pages_->PageOf(finding.evidence.front().place) != nullptr) {
        pages_->Link(all[index], PageAnnotations::SpaceOf(all[index]).Rect(entry.box),
                     finding.evidence.front().place);
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
                    PdfText((options_.chinese ? "勾稽核对：发现 " : "crossfoot: findings ") +
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
                     PdfText(std::to_string(number + 1) + ". " + finding.rule + " " +
                             (options_.chinese ? finding.headline.zh : finding.headline.en)));
    entry.replaceKey("/Parent", head);
    if (!finding.evidence.empty() && pages_->PageOf(finding.evidence.front().place) != nullptr) {
      entry.replaceKey("/Dest", pages_->Destination(finding.evidence.front().place));
    }
    entry.replaceKey("/C",
                     PdfColor(finding.severity == Severity::kError ? MarkColor{0.7, 0.15, 0.12}
                                                                   : MarkColor{0.54, 0.35, 0}));
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
  std::optional<PageAnnotations> pages_;  // of the report; made once it is read
  Object summary_page_ = Object::newNull();
};

}  // namespace

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
