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

Json TableJson(const Table& table) {
  Json out;
  if (!table.pages.empty()) {
    out["page"] = table.pages.front();
    out["pages"] = table.pages;
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
    out["bbox"] = BoxJson(*box);
  }
  if (line > 0) {
    out["line"] = line;
  }
  out["caption"] = table.caption.utf8();
  out["unit"] = table.unit_note.utf8();
  out["shape"] = NameIn(kShapes, table.shape);
  out["rows"] = table.rows;
  out["columns"] = table.columns;
  out["header_rows"] = table.header_rows;
  out["label_columns"] = table.label_columns;
  Json blocks = Json::array();
  for (const ColumnBlock& block : table.blocks) {
    blocks.push_back(Json::array({block.first, block.last}));
  }
  out["blocks"] = std::move(blocks);
  Json cells = Json::array();
  for (const Cell& cell : table.cells) {
    Json c;
    c["row"] = cell.row;
    c["col"] = cell.column;
    c["rowspan"] = cell.row_span;
    c["colspan"] = cell.column_span;
    c["text"] = cell.text.utf8();
    AddPlace(cell.place, &c);
    cells.push_back(std::move(c));
  }
  out["cells"] = std::move(cells);
  Json notes = Json::array();
  for (const Text& note : table.notes) {
    notes.push_back(note.utf8());
  }
  out["notes"] = std::move(notes);
  return out;
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

Place ReadPlace(const Json& in) {
  Place place{in.value("page", 0), in.value("line", 0), in.value("column", 0), {}};
  if (in.contains("bbox")) {
    const Json& box = in.at("bbox");
    place.box = Box{box.at(0).get<float>(), box.at(1).get<float>(), box.at(2).get<float>(),
                    box.at(3).get<float>()};
  }
  return place;
}

Json SourceJson(const SourceInfo& source) {
  Json out;
  out["path"] = source.path;
  out["sha256"] = source.sha256;
  out["media_type"] = source.media_type;
  out["bytes"] = source.bytes;
  if (source.pages > 0) {
    out["pages"] = source.pages;
  }
  return out;
}

Json OutlineJson(const Document& document) {
  Json out = Json::array();
  for (const Section& section : document.outline) {
    Json item;
    item["number"] = section.number;
    item["level"] = section.level;
    item["title"] = section.title;
    item["parent"] = section.parent;
    item["run_in"] = section.run_in;
    item["block"] = section.block;
    if (section.block >= 0) {
      AddPlace(WholePlace(document.blocks.at(static_cast<size_t>(section.block)).text), &item);
    }
    out.push_back(std::move(item));
  }
  return out;
}

Json TablesJson(const Document& document) {
  Json out = Json::array();
  for (const Table& table : document.tables) {
    out.push_back(TableJson(table));
  }
  return out;
}

Json NotesJson(const std::vector<Note>& notes) {
  Json out = Json::array();
  for (const Note& note : notes) {
    Json item;
    item["kind"] = NoteName(note.kind);
    item["message"] = note.message;
    AddPlace(note.place, &item);
    out.push_back(std::move(item));
  }
  return out;
}

Json BilingualJson(const BilingualText& text) {
  Json out;
  out["zh"] = text.zh;
  out["en"] = text.en;
  return out;
}

std::string Dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace json

std::string DocumentJson(const Document& document) {
  using json::Json;
  Json out;
  out["source"] = json::SourceJson(document.source);
  Json pages = Json::array();
  for (const PageInfo& page : document.pages) {
    Json item;
    item["number"] = page.number;
    item["width"] = json::TwoDecimals(page.width);
    item["height"] = json::TwoDecimals(page.height);
    item["rotation"] = page.rotation;
    pages.push_back(std::move(item));
  }
  out["pages"] = std::move(pages);
  out["outline"] = json::OutlineJson(document);
  Json blocks = Json::array();
  for (const Block& block : document.blocks) {
    Json item;
    item["kind"] = NameIn(json::kBlockKinds, block.kind);
    item["section"] = block.section;
    if (block.table >= 0) {
      item["table"] = block.table;
    } else {
      item["text"] = block.text.utf8();
      json::AddPlace(json::WholePlace(block.text), &item);
    }
    blocks.push_back(std::move(item));
  }
  out["blocks"] = std::move(blocks);
  out["tables"] = json::TablesJson(document);
  Json furniture = Json::array();
  for (const Text& text : document.furniture) {
    Json item;
    item["text"] = text.utf8();
    json::AddPlace(json::WholePlace(text), &item);
    furniture.push_back(std::move(item));
  }
  out["furniture"] = std::move(furniture);
  out["notes"] = json::NotesJson(document.notes);
  return json::Dump(out);
}

Result<Document> ReadDocumentJson(std::string_view text) {
  try {
    return json::ReadDocument(json::Json::parse(text));
  } catch (const nlohmann::json::exception& broken) {
    return Error{ErrorCode::kBrokenMarkup, broken.what()};
  }
}

}  // namespace crossfoot
