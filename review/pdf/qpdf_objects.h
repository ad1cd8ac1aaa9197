// SPDX-License-Identifier: GPL-3.0-or-later
//
// Values of ours as objects of a PDF: numbers, texts, colours. The one place that includes qpdf for
// the marking. Tested by tests/review/marked_pdf_test.cpp.
#pragma once

#include <array>
#include <string>

// clang 14 cannot read qpdf's JSON.hh as C++20 (a class nested in JSON holds a vector of JSON
// before JSON is complete). Nothing here uses it, so it is left out.
#define JSON_HH
class JSON;
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAnnotationObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace crossfoot {

struct MarkColor {
  double red, green, blue;  // 0 to 1
};

// Two decimals, the same in any locale: as a PDF's content and its numbers take it.
std::string PdfNumber(double value);
QPDFObjectHandle PdfReal(double value);
QPDFObjectHandle PdfColor(const MarkColor& color);
// A text string without control characters, cut at 4,000 bytes.
QPDFObjectHandle PdfText(const std::string& text);

template <size_t N>
QPDFObjectHandle PdfReals(const std::array<double, N>& values) {
  QPDFObjectHandle array = QPDFObjectHandle::newArray();
  for (const double value : values) {
    array.appendItem(PdfReal(value));
  }
  return array;
}

}  // namespace crossfoot
