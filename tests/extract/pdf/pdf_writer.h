// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes small PDFs for tests, so that what a test is about stands in the test.
//
// Fonts of every page: /L Helvetica; /H a Chinese font (two-byte codes are UTF-16) with a map to
// Unicode; /N the same without any map.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace crossfoot {

class PdfWriter {
 public:
  struct Page {
    std::string content;
    float width = 595;
    float height = 842;
    int rotate = 0;
    std::string resources = {};  // more of the resource dictionary
  };

  void Add(Page page) { pages_.push_back(std::move(page)); }
  void AddContent(std::string content) { pages_.push_back({std::move(content)}); }
  // An object of its own; gives its number.
  int AddObject(std::string body) {
    extra_.push_back(std::move(body));
    return kFirstExtra + static_cast<int>(extra_.size()) - 1;
  }
  // More of the trailer and of the catalogue.
  std::string trailer;
  std::string catalog;

  // A hexadecimal string for /H and /N.
  static std::string Hex(std::string_view utf8) {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string hex = "<";
    for (size_t i = 0; i < utf8.size();) {
      const Utf8Step step = DecodeUtf8(utf8, i);
      i += step.length;
      for (const int shift : {12, 8, 4, 0}) {
        hex += kDigits[(step.code >> shift) & 0xF];
      }
    }
    return hex + ">";
  }
  // Shows Chinese at (x, y), y upwards from the page's bottom.
  static std::string Han(float x, float y, std::string_view text, float size = 12) {
    return "BT /H " + Number(size) + " Tf " + Number(x) + " " + Number(y) + " Td " + Hex(text) +
           " Tj ET\n";
  }
  static std::string Latin(float x, float y, std::string_view text, float size = 12) {
    return "BT /L " + Number(size) + " Tf " + Number(x) + " " + Number(y) + " Td (" +
           std::string(text) + ") Tj ET\n";
  }
  static std::string Stream(const std::string& dictionary, const std::string& data) {
    return "<< " + dictionary + " /Length " + std::to_string(data.size()) + " >>\nstream\n" + data +
           "\nendstream";
  }

  [[nodiscard]] std::string Bytes() const {
    std::vector<std::string> objects;
    const int first_page = kFirstExtra + static_cast<int>(extra_.size());
    std::string kids;
    for (size_t i = 0; i < pages_.size(); ++i) {
      kids += std::to_string(first_page + 2 * static_cast<int>(i)) + " 0 R ";
    }
    objects.push_back("<< /Type /Catalog /Pages 2 0 R " + catalog + " >>");
    objects.push_back("<< /Type /Pages /Kids [" + kids + "] /Count " +
                      std::to_string(pages_.size()) + " >>");
    objects.push_back(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    objects.push_back(HanFont("/ToUnicode 7 0 R"));
    objects.push_back(HanFont(""));
    objects.push_back(
        "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 880 "
        "/Descent -120 /CapHeight 700 /StemV 80 /ItalicAngle 0 >>");
    objects.push_back(Stream("", ToUnicode()));
    objects.insert(objects.end(), extra_.begin(), extra_.end());
    for (size_t i = 0; i < pages_.size(); ++i) {
      const Page& page = pages_[i];
      const std::string contents = std::to_string(first_page + 2 * static_cast<int>(i) + 1);
      objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + Number(page.width) + " " +
                        Number(page.height) + "] /Rotate " + std::to_string(page.rotate) +
                        " /Contents " + contents +
                        " 0 R /Resources << /Font << /L 3 0 R /H 4 0 R /N 5 0 R >> " +
                        page.resources + " >> >>");
      objects.push_back(Stream("", page.content));
    }
    std::string out = "%PDF-1.7\n";
    std::string xref;
    for (size_t i = 0; i < objects.size(); ++i) {
      std::string offset = std::to_string(out.size());
      xref += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
      out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string at = std::to_string(out.size());
    const std::string size = std::to_string(objects.size() + 1);
    out += "xref\n0 " + size + "\n0000000000 65535 f \n" + xref;
    out += "trailer\n<< /Size " + size + " /Root 1 0 R " + trailer + " >>\nstartxref\n" + at +
           "\n%%EOF\n";
    return out;
  }

  static std::string Number(float value) {
    const int hundredths = static_cast<int>(value * 100 + (value < 0 ? -0.5F : 0.5F));
    const int whole = hundredths / 100;
    const int rest = hundredths < 0 ? -(hundredths % 100) : hundredths % 100;
    return (hundredths < 0 && whole == 0 ? "-" : "") + std::to_string(whole) + "." +
           (rest < 10 ? "0" : "") + std::to_string(rest);
  }

 private:
  static constexpr int kFirstExtra = 8;

  static std::string HanFont(const std::string& more) {
    return "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H " + more +
           " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song "
           "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
           "/FontDescriptor 6 0 R /DW 1000 /W [32 126 500] >>] >>";
  }
  static std::string ToUnicode() {
    std::string map =
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /U def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n";
    // A range may not cross the first byte.
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    for (int block = 0; block < 256; block += 64) {
      map += "64 beginbfrange\n";
      for (int high = block; high < block + 64; ++high) {
        const std::string h = {kDigits[static_cast<size_t>(high / 16)],
                               kDigits[static_cast<size_t>(high % 16)]};
        map += "<" + h + "00> <" + h + "FF> <" + h + "00>\n";
      }
      map += "endbfrange\n";
    }
    return map + "endcmap end end\n";
  }

  std::vector<Page> pages_;
  std::vector<std::string> extra_;
};

}  // namespace crossfoot
