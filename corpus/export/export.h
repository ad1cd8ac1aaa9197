// SPDX-License-Identifier: GPL-3.0-or-later
//
// The ways out of a store. Same store, same bytes; memory does not grow with the store. What came
// from a report is text wherever it lands: a value that a spreadsheet would take for a formula gets
// an apostrophe in front.
//
// Tested by tests/corpus/export_test.cpp and tests/cli/run_test.py.
#pragma once

#include <string>

#include "base/result.h"
#include "corpus/export/dataset.h"
#include "corpus/export/output_file.h"
#include "corpus/store.h"

namespace crossfoot {

// Whole records, one JSON line each, failures among them as `crossfoot record` prints them; by
// path.
Result<Done> ExportRecords(Store& store, const ExportChoice& choice, OutputFile& out);

// One table as CSV (RFC 4180, UTF-8); `bom` for Excel.
Result<Done> ExportCsv(Store& store, const Dataset& dataset, bool bom, OutputFile& out);

// A folder with every table as CSV and datapackage.json (Frictionless Data Package) that types
// them.
Result<Done> ExportDataPackage(Store& store, const ExportChoice& choice, const std::string& folder);

// An auditor's working paper: overview, findings with columns for decision and note, what reports
// say of one another, facts, what was not checked, failures. A sheet holds at most a million rows;
// what did not fit is counted in the overview.
Result<Done> ExportWorkbook(Store& store, const ExportChoice& choice, bool chinese,
                            const std::string& path);

// A CSV field, quoted where it must be and harmless in a spreadsheet.
std::string CsvField(std::string_view value);
// The text with an apostrophe in front where a spreadsheet would take it for a formula: it begins
// with = + - @ or a control character, and is no number.
std::string Harmless(std::string_view value);

}  // namespace crossfoot
