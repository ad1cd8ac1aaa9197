// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json/document_json.h"

#include <cmath>

#include "model/json/convert.h"
#include "model/names.h"

namespace crossfoot {
namespace json {
namespace {

constexpr EnumName<BlockKind> kBlockKinds[] = {{BlockKind::kHeading, "heading"},
                                               {BlockKind::kParagraph, "paragraph"},
                                               {BlockKind::kListItem, "list_item"},
                                               {BlockKind::kTable, "table"},
                                               {BlockKind::kFootnote, "footnote"}};
constexpr EnumName<TableShape> kShapes[] = {{TableShape::kPlain, "plain"},
                                            {TableShape::kTwoSided, "two_sided"},
                                            {TableShape::kBlocksAbreast, "blocks_abreast"}};

void PutBox(const Box& box, Writer* out) {
  out->BeginArray();
  for (const float side : {box.left, box.top, box.right, box.bottom}) {
    out->TwoDecimals(static_cast<double>(side));
  }
  out->EndArray();
}

double TwoDecimals(float value) { return std::round(static_cast<double>(value) * 100) / 100; }

Json BoxJson(const Box& box) {
  return Json::array({TwoDecimals(box.left), TwoDecimals(box.top), TwoDecimals(box.right),
                      TwoDecimals(box.bottom)});
}

Place WholePlace(const Text& text) {
  if (text.empty()) {
    return {};
  }
  const std::vector<Place> places = text.PlacesOf(0, text.utf8().size());
  Place place = places.front();
  for (const Place& other : places) {
    if (place.box && other.box && other.page == place.page) {
      place.box = place.box->Union(*other.box);
    }
  }
  return place;
}

Text ReadText(const Json& in, const Place& place) {
  Text text;
  text.Append(in.get<std::string>(), place);
  return text;
}

void PutTable(const Table& table, Writer* out) {
  out->BeginObject(kTableShape);
  if (!table.pages.empty()) {
    out->Put("page", table.pages.front()).Key("pages").BeginArray();
    for (const int page : table.pages) {
      out->Value(page);
    }
    out->EndArray();
  }
  std::optional<Box> box;
  int line = 0;
  for (const Cell& cell : table.cells) {
    if (cell.place.box && (table.pages.empty() || cell.place.page == table.pages.front())) {
      box = box ? box->Union(*cell.place.box) : *cell.place.box;
    }
    if (line == 0) {
      line = cell.place.line;
    }
  }
  if (box) {
    PutBox(*box, &out->Key("bbox"));
  }
  if (line > 0) {
    out->Put("line", line);
  }
  out->Put("caption", table.caption.utf8()).Put("unit", table.unit_note.utf8());
  out->Put("shape", NameIn(kShapes, table.shape));
  out->Put("rows", table.rows).Put("columns", table.columns);
  out->Put("header_rows", table.header_rows).Put("label_columns", table.label_columns);
  out->Key("blocks").BeginArray();
  for (const ColumnBlock& block : table.blocks) {
    out->BeginArray().Value(block.first).Value(block.last).EndArray();
  }
  out->EndArray().Key("cells").BeginArray();
  for (const Cell& cell : table.cells) {
    out->BeginObject(kCellShape).Put("row", cell.row).Put("col", cell.column);
    out->Put("rowspan", cell.row_span).Put("colspan", cell.column_span);
    out->Put("text", cell.text.utf8());
    PutPlace(cell.place, out);
    out->EndObject();
  }
  out->EndArray().Key("notes").BeginArray();
  for (const Text& note : table.notes) {
    out->Value(note.utf8());
  }
  out->EndArray().EndObject();
}

Table ReadTable(const Json& in) {
  Table table;
  if (in.contains("pages")) {
    table.pages = in.at("pages").get<std::vector<int>>();
  }
  table.caption = ReadText(in.at("caption"), {});
  table.unit_note = ReadText(in.at("unit"), {});
  table.shape = ValueIn(kShapes, in.at("shape").get<std::string>()).value_or(TableShape::kPlain);
  table.rows = in.at("rows").get<int>();
  table.columns = in.at("columns").get<int>();
  table.header_rows = in.at("header_rows").get<int>();
  table.label_columns = in.at("label_columns").get<int>();
  for (const Json& block : in.at("blocks")) {
    table.blocks.push_back({block.at(0).get<int>(), block.at(1).get<int>()});
  }
  for (const Json& c : in.at("cells")) {
    Cell cell{c.at("row").get<int>(),
              c.at("col").get<int>(),
              c.at("rowspan").get<int>(),
              c.at("colspan").get<int>(),
              {},
              ReadPlace(c)};
    cell.text = ReadText(c.at("text"), cell.place);
    table.cells.push_back(std::move(cell));
  }
  for (const Json& note : in.at("notes")) {
    table.notes.push_back(ReadText(note, {}));
  }
  return table;
}

constexpr NoteKind kNoteKinds[] = {
    NoteKind::kHiddenText,      NoteKind::kNeedsOcr,        NoteKind::kOcrRead,
    NoteKind::kDoubtfulReading, NoteKind::kTableSkipped,    NoteKind::kLimit,
    NoteKind::kDamagedPage,     NoteKind::kEncodingGuessed, NoteKind::kTextCutOff};

NoteKind NoteFromName(const std::string& name) {
  for (const NoteKind kind : kNoteKinds) {
    if (NoteName(kind) == name) {
      return kind;
    }
  }
  return NoteKind::kLimit;
}

Document ReadDocument(const Json& in) {
  Document document;
  const Json& source = in.at("source");
  document.source = {source.at("path").get<std::string>(), source.at("sha256").get<std::string>(),
                     source.at("media_type").get<std::string>(), source.at("bytes").get<int64_t>(),
                     source.value("pages", 0)};
  for (const Json& page : in.at("pages")) {
    document.pages.push_back({page.at("number").get<int>(), page.at("width").get<float>(),
                              page.at("height").get<float>(), page.at("rotation").get<int>()});
  }
  for (const Json& item : in.at("outline")) {
    document.outline.push_back({item.at("number").get<std::string>(), item.at("level").get<int>(),
                                item.at("title").get<std::string>(), item.at("block").get<int>(),
                                item.at("parent").get<int>(), item.at("run_in").get<bool>()});
  }
  for (const Json& item : in.at("blocks")) {
    Block block;
    block.kind =
        ValueIn(kBlockKinds, item.at("kind").get<std::string>()).value_or(BlockKind::kParagraph);
    block.table = item.value("table", -1);
    block.section = item.at("section").get<int>();
    if (block.table < 0) {
      block.text = ReadText(item.at("text"), ReadPlace(item));
    }
    document.blocks.push_back(std::move(block));
  }
  for (const Json& table : in.at("tables")) {
    document.tables.push_back(ReadTable(table));
  }
  for (const Json& item : in.at("furniture")) {
    document.furniture.push_back(ReadText(item.at("text"), ReadPlace(item)));
  }
  for (const Json& note : in.at("notes")) {
    document.notes.push_back({NoteFromName(note.at("kind").get<std::string>()),
                              note.at("message").get<std::string>(), ReadPlace(note)});
  }
  return document;
}

}  // namespace

void AddPlace(const Place& place, Json* out) {
  if (place.line > 0) {
    (*out)["line"] = place.line;
    if (place.column > 0) {
      (*out)["column"] = place.column;
    }
  }
  if (place.page > 0) {
    (*out)["page"] = place.page;
  }
  if (place.box) {
    (*out)["bbox"] = BoxJson(*place.box);
  }
}

void PutPlace(const Place& place, Writer* out) {
  if (place.line > 0) {
    out->Put("line", place.line);
    if (place.column > 0) {
      out->Put("column", place.column);
    }
  }
  if (place.page > 0) {
    out->Put("page", place.page);
  }
  if (place.box) {
    PutBox(*place.box, &out->Key("bbox"));
  }
}

Place ReadPlace(const Json& in) {
  Place place{in.value("page", 0), in.value("line", 0), in.value("column", 0), {}};
  if (in.contains("bbox")) {
    const Json& box = in.at("bbox");
    place.box = Box{box.at(0).get<float>(), box.at(1).get<float>(), box.at(2).get<float>(),
                    box.at(3).get<float>()};
  }
  return place;
}

void PutSource(const SourceInfo& source, Writer* out) {
  out->BeginObject().Put("path", source.path).Put("sha256", source.sha256);
  out->Put("media_type", source.media_type).Put("bytes", source.bytes);
  if (source.pages > 0) {
    out->Put("pages", source.pages);
  }
  out->EndObject();
}

void PutOutline(const Document& document, Writer* out) {
  out->BeginArray();
  for (const Section& section : document.outline) {
    out->BeginObject(kSectionShape).Put("number", section.number).Put("level", section.level);
    out->Put("title", section.title).Put("parent", section.parent);
    out->Put("run_in", section.run_in).Put("block", section.block);
    if (section.block >= 0) {
      PutPlace(WholePlace(document.blocks.at(static_cast<size_t>(section.block)).text), out);
    }
    out->EndObject();
  }
  out->EndArray();
}

void PutTables(const Document& document, Writer* out) {
  out->BeginArray();
  for (const Table& table : document.tables) {
    PutTable(table, out);
  }
  out->EndArray();
}

void PutNotes(const std::vector<Note>& notes, Writer* out) {
  for (const Note& note : notes) {
    out->BeginObject().Put("kind", NoteName(note.kind)).Put("message", note.message);
    PutPlace(note.place, out);
    out->EndObject();
  }
}

void PutBilingual(const BilingualText& text, Writer* out) {
  out->BeginObject(kBilingualShape).Put("zh", text.zh).Put("en", text.en).EndObject();
}

std::string Dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace json

std::string DocumentJson(const Document& document) {
  json::Writer out;
  json::PutSource(document.source, &out.BeginObject().Key("source"));
  out.Key("pages").BeginArray();
  for (const PageInfo& page : document.pages) {
    out.BeginObject().Put("number", page.number);
    out.Key("width").TwoDecimals(static_cast<double>(page.width));
    out.Key("height").TwoDecimals(static_cast<double>(page.height));
    out.Put("rotation", page.rotation).EndObject();
  }
  json::PutOutline(document, &out.EndArray().Key("outline"));
  out.Key("blocks").BeginArray();
  for (const Block& block : document.blocks) {
    out.BeginObject().Put("kind", NameIn(json::kBlockKinds, block.kind));
    out.Put("section", block.section);
    if (block.table >= 0) {
      out.Put("table", block.table);
    } else {
      out.Put("text", block.text.utf8());
      json::PutPlace(json::WholePlace(block.text), &out);
    }
    out.EndObject();
  }
  json::PutTables(document, &out.EndArray().Key("tables"));
  out.Key("furniture").BeginArray();
  for (const Text& text : document.furniture) {
    out.BeginObject().Put("text", text.utf8());
    json::PutPlace(json::WholePlace(text), &out);
    out.EndObject();
  }
  json::PutNotes(document.notes, &out.EndArray().Key("notes").BeginArray());
  out.EndArray().EndObject();
  return std::move(out).Take();
}

Result<Document> ReadDocumentJson(std::string_view text) {
  try {
    return json::ReadDocument(json::Json::parse(text));
  } catch (const nlohmann::json::exception& broken) {
    return Error{ErrorCode::kBrokenMarkup, broken.what()};
  }
}

}  // namespace crossfoot
