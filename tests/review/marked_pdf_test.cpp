// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pdf/marked_pdf.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include <gtest/gtest.h>

#include "corpus/report_run.h"
#include "extract/extract.h"
#include "extract/page_view.h"
#include "model/document_print.h"
#include "model/json/record_json.h"
#include "review/pdf/plain_text.h"
#include "review/pdf/qpdf_objects.h"

namespace crossfoot {
namespace {

Source Sample() {
  auto source = ReadSource("samples/final-accounts-2023.pdf");
  EXPECT_TRUE(source);
  return *source;
}

ReportMarks MarksOf(const Source& source) {
  const auto record = RunReport(source);
  EXPECT_TRUE(record);
  const auto marks = ReadMarks(RecordJson(*record));
  EXPECT_TRUE(marks);
  return *marks;
}

size_t CountOf(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

TEST(MarkedPdf, EveryFindingIsMarkedAndTheReportReadsTheSame) {
  const Source source = Sample();
  const ReportMarks marks = MarksOf(source);
  ASSERT_FALSE(marks.findings.empty());
  const auto marked = MarkPdf(source.bytes, marks, {});
  ASSERT_TRUE(marked) << marked.error().message;
  EXPECT_GE(CountOf(*marked, "/Highlight"), marks.findings.size());
  EXPECT_GE(CountOf(*marked, "/Popup"), marks.findings.size());
  // The marked copy says what the original says: the same findings, by their stable ids.
  const auto again = RunReport({"marked.pdf", *marked});
  ASSERT_TRUE(again);
  std::vector<std::string> before;
  std::vector<std::string> after;
  for (const Finding& finding : marks.findings) {
    before.push_back(finding.id);
  }
  for (const Finding& finding : again->findings) {
    after.push_back(finding.id);
  }
  for (const std::string& id : before) {
    EXPECT_NE(std::find(after.begin(), after.end(), id), after.end()) << id;
  }
}

TEST(MarkedPdf, MarksAreSeenOnThePage) {
  const Source source = Sample();
  const ReportMarks marks = MarksOf(source);
  const auto marked = MarkPdf(source.bytes, marks, {});
  ASSERT_TRUE(marked);
  const int page = marks.findings.front().evidence.front().place.page;
  const auto plain = ViewPage(source, page);
  const auto shown = ViewPage({"marked.pdf", *marked}, page);
  ASSERT_TRUE(plain && shown);
  EXPECT_NE(plain->png, shown->png);
}

TEST(MarkedPdf, TheSameReportGivesTheSameBytes) {
  const Source source = Sample();
  const ReportMarks marks = MarksOf(source);
  EXPECT_EQ(*MarkPdf(source.bytes, marks, {}), *MarkPdf(source.bytes, marks, {}));
}

TEST(MarkedPdf, APlaceThatIsNotThereIsLeftOut) {
  const Source source = Sample();
  ReportMarks marks = MarksOf(source);
  for (Finding& finding : marks.findings) {
    for (Evidence& piece : finding.evidence) {
      piece.place.page = 9999;
    }
  }
  EXPECT_TRUE(MarkPdf(source.bytes, marks, {}));
}

// The sample as others might hand it in, changed by `change`.
std::string Changed(const std::string& bytes,
                    const std::function<void(QPDF&, QPDFWriter&)>& change) {
  QPDF pdf;
  pdf.processMemoryFile("sample", bytes.data(), bytes.size());
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setStaticID(true);
  change(pdf, writer);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

// The corners of all highlights, page by page.
std::vector<std::array<double, 4>> Highlights(const std::string& bytes) {
  QPDF pdf;
  pdf.processMemoryFile("marked", bytes.data(), bytes.size());
  std::vector<std::array<double, 4>> out;
  for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
    for (QPDFAnnotationObjectHelper& one : page.getAnnotations("/Highlight")) {
      const auto r = one.getRect();
      out.push_back({r.llx, r.lly, r.urx, r.ury});
    }
  }
  return out;
}

TEST(MarkedPdf, ATurnedPageIsMarkedWhereItsFiguresAre) {
  const Source source = Sample();
  const auto upright = MarkPdf(source.bytes, MarksOf(source), {});
  ASSERT_TRUE(upright);
  const auto want = Highlights(*upright);
  ASSERT_FALSE(want.empty());
  for (const int turn : {90, 180, 270}) {
    // A page's own space does not turn with it: the same corners, whichever way it is shown.
    const std::string turned = Changed(source.bytes, [turn](QPDF& pdf, QPDFWriter&) {
      for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        page.rotatePage(turn, false);
      }
    });
    const Source other{"turned.pdf", turned};
    const auto marked = MarkPdf(turned, MarksOf(other), {});
    ASSERT_TRUE(marked);
    const auto got = Highlights(*marked);
    for (const auto& corners : want) {
      const bool found = std::any_of(got.begin(), got.end(), [&](const auto& one) {
        return std::equal(one.begin(), one.end(), corners.begin(),
                          [](double a, double b) { return std::abs(a - b) < 1.5; });
      });
      EXPECT_TRUE(found) << "turned by " << turn << ": nothing at " << corners[0] << ", "
                         << corners[1];
    }
  }
}

TEST(MarkedPdf, OfASignedReportTheSummarySaysSo) {
  const Source source = Sample();
  const auto form = [&](const std::string& fields) {
    return Changed(source.bytes, [&](QPDF& pdf, QPDFWriter&) {
      pdf.getRoot().replaceKey("/AcroForm", QPDFObjectHandle::parse(fields));
    });
  };
  const ReportMarks marks = MarksOf(source);
  const auto words = [&](const std::string& bytes) {
    const auto marked = MarkPdf(bytes, marks, {.chinese = false});
    EXPECT_TRUE(marked);
    const auto read = Extract({"marked.pdf", *marked});
    EXPECT_TRUE(read);
    return PrintPlainText(*read);
  };
  EXPECT_EQ(words(source.bytes).find("digital signature"), std::string::npos);
  for (const char* fields :
       {"<< /Fields [] /SigFlags 3 >>",
        "<< /Fields [ << /FT /Sig /T (s) /V << /Type /Sig /Filter /Adobe.PPKLite >> >> ] >>"}) {
    EXPECT_NE(words(form(fields)).find("digital signature"), std::string::npos) << fields;
  }
}

TEST(MarkedPdf, AReportOpenToReadersStaysSo) {
  const Source source = Sample();
  const auto locked = [&](const char* user) {
    return Changed(source.bytes, [user](QPDF&, QPDFWriter& writer) {
      writer.setR6EncryptionParameters(user, "owner", true, true, true, true, true, true,
                                       qpdf_r3p_full, true);
    });
  };
  // An owner's password alone hinders no reader.
  const auto marked = MarkPdf(locked(""), MarksOf(source), {});
  ASSERT_TRUE(marked) << marked.error().message;
  EXPECT_FALSE(Highlights(*marked).empty());
  const auto refused = MarkPdf(locked("secret"), MarksOf(source), {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kEncryptedPdf);
}

TEST(MarkedPdf, RubbishIsAnError) {
  const auto marked = MarkPdf("%PDF-1.4 rubbish", {}, {});
  ASSERT_FALSE(marked);
  EXPECT_EQ(marked.error().code, ErrorCode::kBrokenPdf);
}

TEST(PlainText, HasNoControlCharactersAndNoTurnedText) {
  EXPECT_EQ(PlainText("a\x1b[31mb\xE2\x80\xAE"
                      "c"),
            "a [31mb c");
}

}  // namespace
}  // namespace crossfoot
