// SPDX-License-Identifier: GPL-3.0-or-later
//
// Marks on the pages of a PDF: highlights and frames with pop-up notes, tags and links that lead
// from place to place. Each brings its own appearance, so that every viewer draws the same; turned
// and cropped pages are marked where the reader sees the figure. Tested by
// tests/review/marked_pdf_test.cpp.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "model/text.h"
#include "review/pdf/page_space.h"
#include "review/pdf/qpdf_objects.h"

namespace crossfoot {

class PageAnnotations {
 public:
  // `pdf` must outlive this. Pages added to it later are not among those marked.
  explicit PageAnnotations(QPDF* pdf);

  [[nodiscard]] size_t PageCount() const { return pages_.size(); }
  // nullptr where the report has no such page.
  QPDFPageObjectHelper* PageOf(const Place& place);
  static PageSpace SpaceOf(QPDFPageObjectHelper& page);

  // `name` tells the annotation from all others of the page; may be empty. False where there is no
  // such page or no box.
  bool Highlight(const Place& place, const MarkColor& color, const std::string& note,
                 const std::string& name);
  void Frame(const Place& place, const MarkColor& color, const std::string& note,
             const std::string& name);
  // What a link or an outline entry leads to: the place, a little below the window's top; null
  // where there is no page.
  QPDFObjectHandle Destination(const Place& place);
  void Link(QPDFPageObjectHelper& page, const std::array<double, 4>& rect, const Place& to);
  // A small tag beside a place that leads to another: "> p. 7"; `step` tags to the right of the
  // first.
  void LinkBeside(const Place& from, const Place& to, int step);

 private:
  void Attach(QPDFPageObjectHelper& page, const QPDFObjectHandle& annotation);
  // What is drawn: content in the page's own space within `rect`.
  QPDFObjectHandle Appearance(const std::array<double, 4>& rect, const std::string& content,
                              bool multiply);
  // A note that belongs to `annotation`, closed until asked for.
  void AddPopup(QPDFPageObjectHelper& page, QPDFObjectHandle annotation,
                const std::array<double, 4>& rect);

  QPDF& pdf_;
  std::vector<QPDFPageObjectHelper> pages_;
};

}  // namespace crossfoot
