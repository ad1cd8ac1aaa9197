// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pdf/page_annotations.h"

#include <algorithm>

namespace crossfoot {
namespace {

using Object = QPDFObjectHandle;

std::string RectPath(const std::array<double, 4>& r, double inset) {
  return PdfNumber(r[0] + inset) + " " + PdfNumber(r[1] + inset) + " " +
         PdfNumber(r[2] - r[0] - 2 * inset) + " " + PdfNumber(r[3] - r[1] - 2 * inset) + " re ";
}

Object NewAnnotation(const char* subtype, const std::array<double, 4>& rect) {
  Object annotation = Object::newDictionary();
  annotation.replaceKey("/Type", Object::newName("/Annot"));
  annotation.replaceKey("/Subtype", Object::newName(subtype));
  annotation.replaceKey("/Rect", PdfReals(rect));
  annotation.replaceKey("/F", Object::newInteger(4));  // printed too
  return annotation;
}

void Describe(Object annotation, const MarkColor& color, const std::string& note,
              const std::string& name) {
  annotation.replaceKey("/C", PdfColor(color));
  annotation.replaceKey("/T", PdfText("crossfoot"));
  annotation.replaceKey("/Contents", PdfText(note));
  if (!name.empty()) {
    annotation.replaceKey("/NM", PdfText(name));
  }
}

}  // namespace

PageAnnotations::PageAnnotations(QPDF* pdf)
    : pdf_(*pdf), pages_(QPDFPageDocumentHelper(*pdf).getAllPages()) {}

PageSpace PageAnnotations::SpaceOf(QPDFPageObjectHelper& page) {
  Object crop = page.getCropBox(false, false);
  std::array<double, 4> box = {0, 0, 595, 842};
  if (crop.isRectangle()) {
    const auto rectangle = crop.getArrayAsRectangle();
    box = {rectangle.llx, rectangle.lly, rectangle.urx, rectangle.ury};
  }
  Object rotate = page.getAttribute("/Rotate", false);
  return {box, rotate.isInteger() ? static_cast<int>(rotate.getIntValue() % 360) : 0};
}

QPDFPageObjectHelper* PageAnnotations::PageOf(const Place& place) {
  const auto index = static_cast<size_t>(place.page - 1);
  return place.page >= 1 && index < pages_.size() ? &pages_[index] : nullptr;
}

void PageAnnotations::Attach(QPDFPageObjectHelper& page, const Object& annotation) {
  Object dictionary = page.getObjectHandle();
  Object annotations = dictionary.getKey("/Annots");
  if (!annotations.isArray()) {
    annotations = Object::newArray();
    dictionary.replaceKey("/Annots", annotations);
  }
  annotations.appendItem(annotation);
}

QPDFObjectHandle PageAnnotations::Appearance(const std::array<double, 4>& rect,
                                             const std::string& content, bool multiply) {
  Object form = Object::newStream(&pdf_, content);
  Object dictionary = form.getDict();
  dictionary.replaceKey("/Type", Object::newName("/XObject"));
  dictionary.replaceKey("/Subtype", Object::newName("/Form"));
  dictionary.replaceKey("/BBox", PdfReals(rect));
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

void PageAnnotations::AddPopup(QPDFPageObjectHelper& page, Object annotation,
                               const std::array<double, 4>& rect) {
  Object popup = NewAnnotation("/Popup", {rect[2], rect[1] - 110, rect[2] + 240, rect[1]});
  popup.replaceKey("/Open", Object::newBool(false));
  popup.replaceKey("/Parent", annotation);
  popup = pdf_.makeIndirectObject(popup);
  annotation.replaceKey("/Popup", popup);
  Attach(page, popup);
}

bool PageAnnotations::Highlight(const Place& place, const MarkColor& color, const std::string& note,
                                const std::string& name) {
  QPDFPageObjectHelper* page = PageOf(place);
  if (page == nullptr || !place.box) {
    return false;
  }
  const PageSpace space = SpaceOf(*page);
  const std::array<double, 4> rect = space.Rect(*place.box);
  Object annotation = NewAnnotation("/Highlight", rect);
  annotation.replaceKey("/QuadPoints", PdfReals(space.Quad(*place.box)));
  annotation.replaceKey(
      "/AP", Appearance(rect,
                        "/M gs " + PdfNumber(color.red) + " " + PdfNumber(color.green) + " " +
                            PdfNumber(color.blue) + " rg " + RectPath(rect, 0) + "f",
                        true));
  Describe(annotation, color, note, name);
  annotation = pdf_.makeIndirectObject(annotation);
  Attach(*page, annotation);
  AddPopup(*page, annotation, rect);
  return true;
}

void PageAnnotations::Frame(const Place& place, const MarkColor& color, const std::string& note,
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
                        PdfNumber(color.red) + " " + PdfNumber(color.green) + " " +
                            PdfNumber(color.blue) + " RG 1.2 w " + RectPath(rect, 0.6) + "S",
                        true));
  Describe(annotation, color, note, name);
  annotation = pdf_.makeIndirectObject(annotation);
  Attach(*page, annotation);
  AddPopup(*page, annotation, rect);
}

QPDFObjectHandle PageAnnotations::Destination(const Place& place) {
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
  destination.appendItem(PdfReal(at.y));
  destination.appendItem(Object::newNull());
  return destination;
}

void PageAnnotations::Link(QPDFPageObjectHelper& page, const std::array<double, 4>& rect,
                           const Place& to) {
  Object link = NewAnnotation("/Link", rect);
  link.replaceKey("/Border", Object::parse("[0 0 0]"));
  link.replaceKey("/Dest", Destination(to));
  Attach(page, pdf_.makeIndirectObject(link));
}

void PageAnnotations::LinkBeside(const Place& from, const Place& to, int step) {
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
  tag.replaceKey("/Contents", PdfText(label));
  tag.replaceKey(
      "/AP",
      Appearance(rect,
                 "0.91 0.94 0.98 rg " + RectPath(rect, 0) + "f 0.21 0.37 0.57 rg BT /H 7 Tf " +
                     (upright ? PdfNumber(rect[0] + 2) + " " + PdfNumber(rect[1] + 2) + " Td"
                              : "0 1 -1 0 " + PdfNumber(rect[2] - 2) + " " +
                                    PdfNumber(rect[1] + 2) + " Tm") +
                     " (" + label + ") Tj ET",
                 false));
  Attach(*page, pdf_.makeIndirectObject(tag));
  Link(*page, rect, to);
}

}  // namespace crossfoot
