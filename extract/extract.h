// SPDX-License-Identifier: GPL-3.0-or-later
//
// The first room: the bytes of a published report become a Document.
//
// What a file is, is told by its content and never by its name. Each format has a folder of its own
// (pdf/, text/, html/ …) that is not part of the public face.
//
// Tested by tests/extract/extract_test.cpp.
#pragma once

#include <functional>
#include <string>

#include "base/limits.h"
#include "base/result.h"
#include "extract/office_converter.h"
#include "model/document.h"

namespace crossfoot {

// The bytes of one report and the name people know it by.
struct Source {
  std::string path;
  std::string bytes;
  std::string sha256 = {};  // of the bytes, where the caller has it already
};

// How pages that are pictures are read.
struct OcrOptions {
  bool enabled = true;
  std::string languages = "HanS";  // models, joined by '+': "HanS+eng", "chi_sim", "HanT"
  std::string model_folder;        // empty: where the system keeps them
  int threads = 0;                 // pages read at a time; 0: one a core. No effect on what is read
  // Called, in the thread of Extract, after a page was read: its number. For many pages.
  std::function<void(int page)> progress;
};

struct ExtractOptions {
  Limits limits;
  OcrOptions ocr;
  OfficeConverter office;  // empty: LibreOffice is run by this process
};

// Reads a file whole. Errors: kFileNotFound, kIsADirectory, kFileUnreadable, kEmptyFile,
// kLimitExceeded.
Result<Source> ReadSource(const std::string& path, const Limits& limits = {});

// Errors name the file and, where there is one, the page. Weak spots that still leave a Document
// are its notes.
Result<Document> Extract(const Source& source, const ExtractOptions& options = {});

// One page of a PDF with all that was seen on it drawn over it, as SVG. Errors: as Extract, and
// kUnknownFormat where the source has no such page.
Result<std::string> DrawPage(const Source& source, int page, const ExtractOptions& options = {});

}  // namespace crossfoot
