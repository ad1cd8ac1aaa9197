// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/site.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "corpus/export/output_file.h"
#include "corpus/json_text.h"
#include "model/json/marks_json.h"
#include "model/json/page_json.h"
#include "review/page_shell.h"

namespace crossfoot {
namespace {

constexpr size_t kLongestText = size_t{4} << 20;

Result<Done> WriteFile(const std::string& path, std::string_view bytes) {
  CROSSFOOT_TRY(OutputFile out, OutputFile::Open(path));
  out.Put(bytes);
  return out.Close();
}

Result<Done> MakeFolder(const std::string& path) {
  std::error_code failed;
  std::filesystem::create_directories(path, failed);
  if (failed) {
    return Error{ErrorCode::kWriteFailed, failed.message(), path};
  }
  return Done{};
}

// Pages that its findings point at, in order.
std::set<int> PagesOfFindings(const ReportMarks& marks) {
  std::set<int> pages;
  for (const Finding& finding : marks.findings) {
    for (const Evidence& piece : finding.evidence) {
      if (piece.place.page > 0) {
        pages.insert(piece.place.page);
      }
    }
  }
  return pages;
}

class SiteWriter {
 public:
  SiteWriter(Store& store, ReportViewer& viewer, const SiteOptions& options)
      : store_(store), viewer_(viewer), options_(options) {}

  Result<SiteOutcome> Write(const std::function<void(int64_t, int64_t)>& progress) {
    CROSSFOOT_DO(MakeFolder(options_.folder + "/assets"));
    CROSSFOOT_DO(MakeFolder(options_.folder + "/reports"));
    CROSSFOOT_DO(WriteFile(options_.folder + "/assets/app.js", PageScript()));
    CROSSFOOT_DO(WriteFile(options_.folder + "/assets/style.css", PageStyle()));
    ShellPage index;
    index.kind = "index";
    index.title = "crossfoot";
    index.chinese = options_.chinese;
    index.assets = "assets/";
    CROSSFOOT_TRY(index.data, IndexJson(store_, options_.rules));
    CROSSFOOT_DO(WriteFile(options_.folder + "/index.html", LinkedPage(index)));
    CROSSFOOT_TRY(const std::vector<ReportLine> lines, ReadReportLines(store_));
    for (const ReportLine& line : lines) {
      CROSSFOOT_DO(WriteReport(line));
      ++outcome_.reports;
      if (progress) {
        progress(outcome_.reports, static_cast<int64_t>(lines.size()));
      }
    }
    return std::move(outcome_);
  }

 private:
  Result<Done> WriteReport(const ReportLine& line) {
    CROSSFOOT_TRY(const std::string record, RecordOf(store_, line.key));
    CROSSFOOT_TRY(const ReportMarks marks, ReadMarks(record));
    ShellPage page;
    CROSSFOOT_TRY(page.data, PageJson(record));
    JsonObject extra;
    extra.Text("home", "../index.html");
    if (line.media_type.starts_with("text/")) {
      AddText(line, &extra);
    } else {
      CROSSFOOT_TRY(const std::string pictures, Pictures(line, marks));
      extra.Raw("pictures", pictures);
    }
    if (options_.marked && line.media_type == "application/pdf" &&
        (!marks.findings.empty() || options_.green)) {
      CROSSFOOT_DO(WriteMarked(line, record, &extra));
    }
    page.kind = "report";
    page.title = line.title.empty() ? line.path : line.title;
    page.chinese = options_.chinese;
    page.assets = "../assets/";
    page.extra = extra.Print();
    return WriteFile(options_.folder + "/reports/" + line.key + ".html", LinkedPage(page));
  }

  void AddText(const ReportLine& line, JsonObject* extra) {
    const auto text = viewer_.Text(line.path);
    if (!text) {
      outcome_.problems.push_back(text.error());
    } else if (text->size() <= kLongestText) {
      extra->Text("text", *text);
    }
  }

  // The manifest of its page pictures, {"4": {src, width, height}}, width and height in points.
  Result<std::string> Pictures(const ReportLine& line, const ReportMarks& marks) {
    std::set<int> pages;
    if (options_.pictures != SiteOptions::Pictures::kNone) {
      pages = PagesOfFindings(marks);
      // A figure whose reading stays in doubt is shown as it stands in the picture.
      CROSSFOOT_TRY(Statement doubts,
                    store_.corpus().Prepare("SELECT DISTINCT page FROM notes WHERE source = ? AND "
                                            "page > 0 AND kind = 'doubtful_reading'"));
      doubts.Bind({line.key});
      for (;;) {
        CROSSFOOT_TRY(const bool more, doubts.Step());
        if (!more) {
          break;
        }
        pages.insert(static_cast<int>(doubts.Integer(0)));
      }
    }
    if (options_.pictures == SiteOptions::Pictures::kAll) {
      CROSSFOOT_TRY(const SqlValue count,
                    store_.corpus().Ask("SELECT pages FROM sources WHERE source = ?", {line.key}));
      const auto* last = std::get_if<int64_t>(&count);
      for (int number = 1; last != nullptr && number <= *last; ++number) {
        pages.insert(number);
      }
    }
    JsonObject manifest;
    for (const int number : pages) {
      const auto picture = viewer_.Page(line.path, number);
      if (!picture) {
        outcome_.problems.push_back(picture.error());
        if (picture.error().code == ErrorCode::kFileNotFound) {
          break;
        }
        continue;
      }
      const std::string name = line.key + "/p" + std::to_string(number) + ".png";
      CROSSFOOT_DO(MakeFolder(options_.folder + "/reports/" + line.key));
      CROSSFOOT_DO(WriteFile(options_.folder + "/reports/" + name, picture->png));
      ++outcome_.pictures;
      manifest.Raw(std::to_string(number), JsonObject()
                                               .Text("src", name)
                                               .Raw("width", std::to_string(picture->page_width))
                                               .Raw("height", std::to_string(picture->page_height))
                                               .Print());
    }
    return manifest.Print();
  }

  Result<Done> WriteMarked(const ReportLine& line, const std::string& record, JsonObject* extra) {
    const auto marked =
        viewer_.Marked(line.path, MarkArgument(record, options_.chinese, options_.green));
    if (!marked) {
      outcome_.problems.push_back(marked.error());
      return Done{};
    }
    CROSSFOOT_DO(MakeFolder(options_.folder + "/reports/" + line.key));
    CROSSFOOT_DO(WriteFile(options_.folder + "/reports/" + line.key + "/marked.pdf", *marked));
    extra->Text("marked", line.key + "/marked.pdf");
    ++outcome_.marked;
    return Done{};
  }

  Store& store_;
  ReportViewer& viewer_;
  const SiteOptions& options_;
  SiteOutcome outcome_;
};

}  // namespace

Result<SiteOutcome> WriteSite(Store& store, ReportViewer& viewer, const SiteOptions& options,
                              const std::function<void(int64_t, int64_t)>& progress) {
  return SiteWriter(store, viewer, options).Write(progress);
}

std::string MarkArgument(const std::string& record_json, bool chinese, bool green) {
  return std::string(chinese ? "z" : "e") + (green ? "g" : "-") + record_json;
}

}  // namespace crossfoot
