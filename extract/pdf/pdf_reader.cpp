// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/pdf_reader.h"

#include <exception>
#include <string>
#include <utility>

#include <poppler/Annot.h>
#include <poppler/ErrorCodes.h>
#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>

#include "extract/pdf/file_mending.h"
#include "extract/pdf/recording_output.h"

namespace crossfoot {
namespace {

// Poppler reports trouble through one function for the whole process; each thread counts its own.
thread_local int internal_errors = 0;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void OnPopplerError(ErrorCategory category, Goffset /*position*/, const char* /*message*/) {
  if (category == errInternal || category == errIO) {
    ++internal_errors;
  }
}

void StartPoppler() {
  // Kept to the end of the process: setting up its tables costs more than reading a page.
  static const GlobalParamsIniter kParams(OnPopplerError);
}

bool ShouldAbort(void* device) { return static_cast<const RecordingOutputDev*>(device)->Full(); }

bool ShouldDraw(Annot* annotation, void* device) {
  if (annotation->getType() == Annot::typeLink || annotation->getType() == Annot::typePopup) {
    return false;
  }
  Object appearance = annotation->getAppearance();
  return static_cast<RecordingOutputDev*>(device)->MayInterpret(&appearance);
}

Error OpenError(const PDFDoc& document) {
  switch (document.getErrorCode()) {
    case errEncrypted:
      return {ErrorCode::kEncryptedPdf, "is encrypted and needs a password"};
    case errBadCatalog:
      return {ErrorCode::kBrokenPdf, "has no readable catalogue of pages"};
    default:
      return {ErrorCode::kBrokenPdf, "is damaged beyond repair"};
  }
}

}  // namespace

class PdfFile::Poppler {
 public:
  Poppler(std::string_view bytes, const Limits& limits)
      : limits_(limits),
        document_(
            new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull))) {}

  PDFDoc& document() { return document_; }
  [[nodiscard]] const Limits& limits() const { return limits_; }
  int page_count = 0;

 private:
  Limits limits_;
  PDFDoc document_;
};

PdfFile::PdfFile(std::unique_ptr<Poppler> poppler) : poppler_(std::move(poppler)) {}
PdfFile::PdfFile(PdfFile&&) noexcept = default;
PdfFile& PdfFile::operator=(PdfFile&&) noexcept = default;
PdfFile::~PdfFile() = default;

Result<PdfFile> PdfFile::Open(std::string_view bytes, const Limits& limits) {
  StartPoppler();
  try {
    auto poppler = std::make_unique<Poppler>(bytes, limits);
    PDFDoc& document = poppler->document();
    if (!document.isOk()) {
      return OpenError(document);
    }
    const int pages = document.getNumPages();
    if (pages <= 0) {
      return Error{ErrorCode::kNoPages, "has no pages"};
    }
    if (pages > limits.pages) {
      Error error{ErrorCode::kLimitExceeded, "has " + std::to_string(pages) +
                                                 " pages, more than the limit of " +
                                                 std::to_string(limits.pages)};
      error.object = "pages";
      return error;
    }
    MendFile(bytes, document.getXRef());
    poppler->page_count = pages;
    return PdfFile(std::move(poppler));
  } catch (const std::exception& e) {
    return Error{ErrorCode::kBrokenPdf, std::string("cannot be opened: ") + e.what()};
  }
}

int PdfFile::page_count() const { return poppler_->page_count; }

PageContent PdfFile::ReadPage(int number) const {
  PageInfo info;
  info.number = number;
  PageContent broken;
  broken.info = info;
  broken.damaged = true;
  try {
    Page* page = poppler_->document().getPage(number);
    if (page == nullptr || !page->isOk()) {
      return broken;
    }
    info.rotation = ((page->getRotate() % 360) + 360) % 360;
    info.width = static_cast<float>(page->getCropWidth());
    info.height = static_cast<float>(page->getCropHeight());
    if (info.rotation == 90 || info.rotation == 270) {
      std::swap(info.width, info.height);
    }
    broken.info = info;
    // The largest page the format allows is 14400 points.
    if (!(info.width >= 1) || !(info.height >= 1) || info.width > 20'000 || info.height > 20'000) {
      return broken;
    }
    RecordingOutputDev device(info, poppler_->limits());
    internal_errors = 0;
    try {
      page->display(&device, 72, 72, 0, false, true, false, ShouldAbort, &device, ShouldDraw,
                    &device);
    } catch (const TooDeep&) {
      // What was painted until then stays.
    }
    if (internal_errors > 0) {
      device.recorder().SetDamaged();
    }
    return device.recorder().Finish();
  } catch (const std::exception&) {
    return broken;
  }
}

}  // namespace crossfoot
