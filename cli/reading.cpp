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

std::vector<std::string> ArgumentsFor(const ReadingOptions& options) {
  std::vector<std::string> arguments;
  if (!options.ocr) {
    arguments.emplace_back("--no-ocr");
  }
  if (!options.languages.empty()) {
    arguments.insert(arguments.end(), {"--ocr-languages", options.languages});
  }
  if (!options.models.empty()) {
    arguments.insert(arguments.end(), {"--ocr-models", options.models});
  }
  if (options.threads > 0) {
    arguments.insert(arguments.end(), {"--ocr-threads", std::to_string(options.threads)});
  }
  return arguments;
}

std::string ReadingText(const ReadingOptions& options) {
  if (!options.ocr) {
    return "no OCR";
  }
  std::string text = options.languages.empty() ? "" : "OCR " + options.languages;
  if (!options.models.empty()) {
    text += (text.empty() ? "OCR of " : " of ") + options.models;
  }
  return text;
}

void EndProgress() {
  if (isatty(STDERR_FILENO) == 1) {
    std::fputs("\r\033[K", stderr);
  }
}

}  // namespace crossfoot
