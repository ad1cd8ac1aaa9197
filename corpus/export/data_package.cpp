// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include "base/version.h"
#include "corpus/export/export.h"
#include "corpus/json_text.h"

namespace crossfoot {
namespace {

// Decimals of reports stay strings: a reader that takes them for binary numbers would change them.
std::string_view TypeName(const SchemaColumn& column) {
  return column.type == "INTEGER" ? "integer" : column.type == "REAL" ? "number" : "string";
}

std::string ResourceJson(const Dataset& dataset) {
  std::vector<std::string> fields;
  for (const SchemaColumn& column : dataset.columns) {
    JsonObject field;
    field.Text("name", column.name)
        .Text("type", TypeName(column))
        .Text("description", column.about);
    if (column.required && column.type != "TEXT") {
      field.Raw("constraints", R"({"required":true})");
    }
    fields.push_back(field.Print());
  }
  std::vector<std::string> key;
  for (const std::string& column : dataset.key) {
    key.push_back(JsonString(column));
  }
  return JsonObject()
      .Text("name", dataset.name)
      .Text("path", dataset.name + ".csv")
      .Text("profile", "tabular-data-resource")
      .Text("description", dataset.about)
      .Text("format", "csv")
      .Text("mediatype", "text/csv")
      .Text("encoding", "utf-8")
      .Raw("schema", JsonObject()
                         .Raw("fields", JsonArray(fields))
                         .Raw("missingValues", R"([""])")
                         .Raw("primaryKey", JsonArray(key))
                         .Print())
      .Print();
}

}  // namespace

Result<Done> ExportDataPackage(Store& store, const ExportChoice& choice,
                               const std::string& folder) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) {
    return Error{ErrorCode::kWriteFailed, failed.message(), folder};
  }
  std::vector<std::string> resources;
  for (const Dataset& dataset : Datasets(choice)) {
    CROSSFOOT_TRY(OutputFile out, OutputFile::Open(folder + "/" + dataset.name + ".csv"));
    CROSSFOOT_DO(ExportCsv(store, dataset, false, out));
    CROSSFOOT_DO(out.Close());
    resources.push_back(ResourceJson(dataset));
  }
  CROSSFOOT_TRY(OutputFile out, OutputFile::Open(folder + "/datapackage.json"));
  out.Put(JsonObject()
              .Text("profile", "tabular-data-package")
              .Text("name", "crossfoot-corpus")
              .Text("title", "Facts of published reports, checked against one another")
              .Text("description", CorpusSchema().about)
              .Text("version", std::to_string(CorpusSchema().version))
              .Raw("sources",
                   JsonArray(
                       {JsonObject().Text("title", "crossfoot " + std::string(kVersion)).Print()}))
              .Raw("resources", JsonArray(resources))
              .Print());
  out.Put("\n");
  return out.Close();
}

}  // namespace crossfoot
