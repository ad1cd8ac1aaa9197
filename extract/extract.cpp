// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extract.h"

#include <cerrno>
#include <cstring>
#include <fstream>

#include <sys/stat.h>

#include "base/sha256.h"
#include "extract/html/html_reader.h"
#include "extract/ocr/picture_document.h"
#include "extract/office/office_reader.h"
#include "extract/pdf/pdf_document.h"
#include "extract/source_format.h"
#include "extract/text/charset.h"
#include "extract/text/text_reader.h"

namespace crossfoot {

Result<Source> ReadSource(const std::string& path, const Limits& limits) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) {
    const bool missing = errno == ENOENT || errno == ENOTDIR;
    return Error{missing ? ErrorCode::kFileNotFound : ErrorCode::kFileUnreadable,
                 std::strerror(errno), path};
  }
  if (S_ISDIR(info.st_mode)) {
    return Error{ErrorCode::kIsADirectory, "is a directory", path};
  }
  if (!S_ISREG(info.st_mode)) {
    return Error{ErrorCode::kFileUnreadable, "is not a regular file", path};
  }
  if (info.st_size > limits.file_bytes) {
    return Error{ErrorCode::kLimitExceeded,
                 "has " + std::to_string(info.st_size) + " bytes, more than the limit of " +
                     std::to_string(limits.file_bytes),
                 path,
                 0,
                 0,
                 "file_bytes"};
  }
  Source source{path, std::string(static_cast<size_t>(info.st_size), '\0')};
  std::ifstream in(path, std::ios::binary);
  in.read(source.bytes.data(), static_cast<std::streamsize>(source.bytes.size()));
  if (!in && !in.eof()) {
    return Error{ErrorCode::kFileUnreadable, std::strerror(errno), path};
  }
  source.bytes.resize(static_cast<size_t>(in.gcount()));
  if (source.bytes.empty()) {
    return Error{ErrorCode::kEmptyFile, "is empty", path};
  }
  return source;
}

namespace {

// Plain text, Markdown or HTML, in whatever charset.
Result<Document> ReadTextual(const Source& source, const ExtractOptions& options) {
  CROSSFOOT_TRY(const DecodedText text,
                DecodeText(source.bytes, DeclaredCharset(source.bytes), options.limits));
  CROSSFOOT_TRY(Document document, LooksLikeHtml(text.utf8) ? ReadHtml(text.utf8, options.limits)
                                                            : ReadText(text.utf8, options.limits));
  if (text.guessed) {
    document.notes.insert(document.notes.begin(),
                          {NoteKind::kEncodingGuessed,
                           "read as " + text.charset + ", by likelihood", Place{0, 1, 1, {}}});
  }
  return document;
}

// Control codes in number: no text, unless it is UTF-16 that has no mark.
Result<Document> ReadSuspect(const Source& source, const ExtractOptions& options) {
  const Result<DecodedText> text = DecodeText(source.bytes, {}, options.limits);
  if (text.ok() && text->charset.starts_with("UTF-16")) {
    return ReadTextual(source, options);
  }
  return Error{ErrorCode::kUnknownFormat, "is neither text nor anything else that is read"};
}

Result<Document> ReadByFormat(const Source& source, const ExtractOptions& options) {
  switch (SniffFormat(source.bytes)) {
    case SourceFormat::kPdf:
      return ReadPdf(source, options);
    case SourceFormat::kText:
      if (SniffOffice(source.bytes) != nullptr) {  // an office file that is XML
        return ReadOffice(source.bytes, options.limits, options.office);
      }
      return ReadTextual(source, options);
    case SourceFormat::kZip:
    case SourceFormat::kOle:
    case SourceFormat::kRtf:
      return ReadOffice(source.bytes, options.limits, options.office);
    case SourceFormat::kImage:
      if (LooksLikePicture(source.bytes)) {
        return ReadPictureFile(source, options);
      }
      return Error{ErrorCode::kUnknownFormat, "is a picture of a kind that is not read"};
    case SourceFormat::kBinary:
      break;
  }
  return ReadSuspect(source, options);
}

}  // namespace

Result<Document> Extract(const Source& source, const ExtractOptions& options) {
  if (source.bytes.empty()) {
    return Error{ErrorCode::kEmptyFile, "is empty", source.path};
  }
  Result<Document> document = ReadByFormat(source, options);
  if (!document) {
    Error error = document.error();
    error.file = source.path;
    return error;
  }
  document->source.path = source.path;
  document->source.bytes = static_cast<int64_t>(source.bytes.size());
  document->source.sha256 = source.sha256.empty() ? Sha256Hex(source.bytes) : source.sha256;
  return document;
}

Result<std::string> DrawPage(const Source& source, int page, const ExtractOptions& options) {
  if (SniffFormat(source.bytes) != SourceFormat::kPdf) {
    return Error{ErrorCode::kUnknownFormat, "has no pages that could be drawn", source.path};
  }
  return DrawPdfPage(source, page, options);
}

}  // namespace crossfoot
