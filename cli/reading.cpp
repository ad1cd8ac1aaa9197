// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reading.h"

#include <cstdio>

#include <unistd.h>

namespace crossfoot {

ExtractOptions ExtractionFor(const ReadingOptions& reading) {
  ExtractOptions options;
  options.ocr.enabled = reading.ocr;
  if (!reading.languages.empty()) {
    options.ocr.languages = reading.languages;
  }
  options.ocr.model_folder = reading.models;
  options.ocr.threads = reading.threads;
  if (isatty(STDERR_FILENO) == 1) {
    options.ocr.progress = [](int page) {
      std::fprintf(stderr, "\r\033[Kpage %d read from its picture", page);
      std::fflush(stderr);
    };
  }
  return options;
}

void EndProgress() {
  if (isatty(STDERR_FILENO) == 1) {
    std::fputs("\r\033[K", stderr);
  }
}

}  // namespace crossfoot
