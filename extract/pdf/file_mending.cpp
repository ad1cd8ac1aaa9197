// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/file_mending.h"

#include <array>
#include <cstddef>
#include <optional>

#include <poppler/Object.h>
#include <poppler/Stream.h>
#include <poppler/XRef.h>

namespace crossfoot {
namespace {

// A file may name the ink and paper it is meant for. Poppler would prepare to convert colours for
// them anew on each page, which takes twenty times as long as reading the page; we only compare
// colours with one another.
void ForgetOutputIntents(XRef* xref) {
  Object catalog = xref->getCatalog();
  if (catalog.isDict() && catalog.getDict()->hasKey("OutputIntents")) {
    catalog.getDict()->remove("OutputIntents");
    xref->setModifiedObject(&catalog, {xref->getRootNum(), xref->getRootGen()});
  }
}

// The number of the object in whose dictionary `at` stands: of the nearest "12 0 obj" before it.
std::optional<Ref> ObjectAround(std::string_view bytes, size_t at) {
  constexpr size_t kFarthest = 4096;
  const size_t from = at > kFarthest ? at - kFarthest : 0;
  const size_t mark = bytes.substr(from, at - from).rfind(" obj");
  if (mark == std::string_view::npos) {
    return std::nullopt;
  }
  size_t end = from + mark;
  std::array<int, 2> numbers{};  // generation, number
  for (int& number : numbers) {
    while (end > from && bytes[end - 1] == ' ') {
      --end;
    }
    int scale = 1;
    const size_t digits_end = end;
    for (; end > from && bytes[end - 1] >= '0' && bytes[end - 1] <= '9'; --end) {
      if (digits_end - end >= 8) {
        return std::nullopt;
      }
      number += scale * (bytes[end - 1] - '0');
      scale *= 10;
    }
    if (end == digits_end) {
      return std::nullopt;
    }
  }
  return Ref{numbers[1], numbers[0]};
}

// To learn the size of a JPEG 2000 picture Poppler decodes it whole, which may take longer than all
// the text, and any amount of memory. We want its place only: a picture of one pixel stands in.
void ReplaceJpxPictures(std::string_view bytes, XRef* xref) {
  static constexpr std::string_view kFilter = "JPXDecode";
  static const char kPixel = '\x7F';
  for (size_t at = bytes.find(kFilter); at != std::string_view::npos;
       at = bytes.find(kFilter, at + 1)) {
    const std::optional<Ref> ref = ObjectAround(bytes, at);
    if (!ref || ref->num >= xref->getNumObjects()) {
      continue;
    }
    const Object picture = xref->fetch(*ref);
    if (!picture.isStream() || !picture.streamGetDict()->lookup("Subtype").isName("Image")) {
      continue;
    }
    Dict* described = picture.streamGetDict();
    auto* dict = new Dict(xref);  // NOLINT: Poppler's Object takes it
    dict->add("Subtype", Object(objName, "Image"));
    dict->add("Width", Object(1));
    dict->add("Height", Object(1));
    dict->add("BitsPerComponent", Object(8));
    dict->add("ColorSpace", Object(objName, "DeviceGray"));
    if (described->hasKey("SMask")) {
      dict->add("SMask", described->lookupNF("SMask").copy());
    } else if (described->hasKey("Mask") || described->hasKey("SMaskInData")) {
      auto* key = new Array(xref);  // NOLINT: as above
      key->add(Object(0));
      key->add(Object(0));
      dict->add("Mask", Object(key));
    }
    const Object pixel(static_cast<Stream*>(new MemStream(&kPixel, 0, 1, Object(dict))));
    xref->setModifiedObject(&pixel, *ref);
  }
}

}  // namespace

void MendFile(std::string_view bytes, XRef* xref) {
  ForgetOutputIntents(xref);
  ReplaceJpxPictures(bytes, xref);
}

}  // namespace crossfoot
