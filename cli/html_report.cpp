// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/html_report.h"

#include <set>

#include "corpus/json_text.h"
#include "extract/page_view.h"
#include "model/json/page_json.h"
#include "model/json/record_json.h"
#include "review/page_shell.h"

namespace crossfoot {
namespace {

std::string Pictures(const Record& record, const Source& source) {
  std::set<int> pages;
  for (const Finding& finding : record.findings) {
    for (const Evidence& piece : finding.evidence) {
      if (piece.place.page > 0) {
        pages.insert(piece.place.page);
      }
    }
  }
  // A figure whose reading stays in doubt is shown as it stands in the picture.
  for (const Note& note : record.document.notes) {
    if (note.kind == NoteKind::kDoubtfulReading && note.place.page > 0) {
      pages.insert(note.place.page);
    }
  }
  JsonObject pictures;
  for (const int page : pages) {
    if (const auto view = ViewPage(source, page)) {
      pictures.Raw(std::to_string(page),
                   JsonObject()
                       .Text("src", "data:image/png;base64," + Base64(view->png))
                       .Raw("width", std::to_string(view->page_width))
                       .Raw("height", std::to_string(view->page_height))
                       .Print());
    }
  }
  return pictures.Print();
}

}  // namespace

void HtmlReport::Add(const Record& record, const Source& source) {
  const auto page = PageJson(RecordJson(record));
  if (!page) {
    return AddFailure(page.error());
  }
  JsonObject extra;
  if (record.document.source.media_type.starts_with("text/")) {
    const auto text = ViewText(source);
    extra.Text("text", text ? *text : "");
  } else {
    extra.Raw("pictures", Pictures(record, source));
  }
  reports_.push_back(JsonObject().Raw("report", *page).Raw("extra", extra.Print()).Print());
}

void HtmlReport::AddFailure(const Error& error) {
  failures_.push_back(JsonObject()
                          .Text("path", error.file)
                          .Text("code", ErrorName(error.code))
                          .Text("message", error.message)
                          .Print());
}

std::string HtmlReport::Print() const {
  ShellPage page;
  page.kind = "check";
  page.title = "crossfoot";
  page.chinese = chinese_;
  page.data = JsonObject()
                  .Raw("reports", JsonArray(reports_))
                  .Raw("failures", JsonArray(failures_))
                  .Print();
  return SingleFilePage(page);
}

}  // namespace crossfoot
