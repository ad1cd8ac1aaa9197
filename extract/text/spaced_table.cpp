// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/spaced_table.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "extract/outline/numbering.h"
#include "extract/text/cell_kind.h"
#include "extract/text/clean_text.h"
#include "extract/text/row_alignment.h"
#include "extract/text/table_draft.h"

namespace crossfoot {
namespace {

constexpr size_t kFewestFigures = 2;      // at a row's end
constexpr size_t kMostLinesBetween = 16;  // rows of one block
constexpr size_t kMostHeadLines = 60;     // lines a head may be wrapped over
constexpr int kWidestPiece = 44;          // half characters; wider lines are prose

// A word between blanks.
struct Token {
  std::string_view text;
  int line = 0;
  int column = 0;
  bool figure = false;
  bool begins_cell = false;  // something says that it is no continuation
};

// 392.92, 100%, -3, — : no words in it.
bool IsBareFigure(std::string_view text) {
  bool digit = false;
  for (size_t i = 0; i < text.size();) {
    const Utf8Step step = DecodeUtf8(text, i);
    const char32_t code = FoldWidth(step.code);
    constexpr std::u32string_view kAllowed = U".,%‰-+<>=≥≤/—–－△";
    if (DigitValue(step.code) >= 0) {
      digit = true;
    } else if (kAllowed.find(code) == std::u32string_view::npos) {
      return false;
    }
    i += step.length;
  }
  return digit || text == "—" || text == "-" || text == "——" || text == "－";
}

std::vector<Token> Tokenize(const SourceLine& line) {
  std::vector<Token> tokens;
  int column = line.column;
  for (size_t i = 0; i < line.text.size();) {
    const Utf8Step step = DecodeUtf8(line.text, i);
    if (IsBlank(step.code)) {
      i += step.length;
      ++column;
      continue;
    }
    Token token;
    token.line = line.number;
    token.column = column;
    size_t end = i;
    while (end < line.text.size() && !IsBlank(DecodeUtf8(line.text, end).code)) {
      end += DecodeUtf8(line.text, end).length;
      ++column;
    }
    token.text = line.text.substr(i, end - i);
    token.figure = KindOfCell(token.text) == CellKind::kFigure;
    tokens.push_back(token);
    i = end;
  }
  return tokens;
}

size_t HanCount(std::string_view text) {
  size_t count = 0;
  for (size_t i = 0; i < text.size();) {
    const Utf8Step step = DecodeUtf8(text, i);
    count += IsHan(step.code) ? 1 : 0;
    i += step.length;
  }
  return count;
}

// The tokens of a line as pieces of cells: letterspaced characters are one piece (克 拉 玛), and so
// are two halves of a word (案查 处率).
std::vector<Token> PiecesOf(const SourceLine& line) {
  std::vector<Token> tokens = Tokenize(line);
  constexpr size_t kHalf = 2;  // characters
  const bool one_word =
      tokens.size() > 1 && std::all_of(tokens.begin(), tokens.end(), [](const Token& t) {
        return !t.figure && HanCount(t.text) <= kHalf && CountUtf8(t.text) <= kHalf + 1;
      });
  if (one_word) {
    tokens.front().text = line.text;
    tokens.resize(1);
  }
  for (size_t i = 1; i < tokens.size(); ++i) {
    tokens[i].begins_cell = true;
  }
  return tokens;
}

size_t CountTail(const std::vector<Token>& tokens) {
  size_t tail = 0;
  while (tail < tokens.size() && IsBareFigure(tokens[tokens.size() - 1 - tail].text)) {
    ++tail;
  }
  return tail;
}

bool IsPieceLine(const SourceLine& line) {
  return line.width <= kWidestPiece && line.text.find("。") == std::string_view::npos &&
         line.text.find('|') == std::string_view::npos && !line.tabbed;
}

struct Row {
  size_t line = 0;  // that holds its figures
  size_t tail = 0;
};

struct Block {
  std::vector<Row> rows;
  size_t begin = 0;  // first line that may belong to it
};

// A cell put together of pieces.
struct Built {
  DraftCell cell;
  CellKind kind = CellKind::kEmpty;
};

void AppendPiece(const Token& token, DraftCell* cell) {
  if (cell->text.empty()) {
    cell->place = Place{0, token.line, token.column, {}};
  }
  Text piece;
  AppendClean(token.text, token.line, token.column, &piece);
  cell->text.Append(WithoutWraps(piece));
}

class BlockReader {
 public:
  BlockReader(std::span<const SourceLine> lines, bool blank_lines_between)
      : lines_(lines), blank_lines_between_(blank_lines_between) {}

  // Reads the block's table; the lines it took are [*first, *last].
  Table Read(const Block& block, size_t* first) {
    tail_ = block.rows.front().tail;
    const std::vector<Token> before = Pieces(block.begin, block.rows.front().line);
    *first = block.rows.front().line;
    size_t head_end = 0;
    const std::vector<DraftCell> head = ReadHead(before, &head_end, first);
    std::vector<Token> lead(before.begin() + static_cast<std::ptrdiff_t>(head_end), before.end());
    if (head.empty()) {
      lead.clear();
    }
    for (size_t r = 0; r < block.rows.size(); ++r) {
      std::vector<Token> pieces =
          r == 0 ? std::move(lead) : Pieces(block.rows[r - 1].line + 1, block.rows[r].line);
      for (Token& token : PiecesOfLine(block.rows[r].line)) {
        pieces.push_back(token);
      }
      rows_.push_back(std::move(pieces));
    }
    return Lay(head);
  }

 private:
  [[nodiscard]] std::vector<Token> PiecesOfLine(size_t line) const {
    std::vector<Token> pieces = PiecesOf(lines_[line]);
    if (!pieces.empty() && blank_lines_between_ && lines_[line].blanks_before == 0) {
      pieces.front().begins_cell = true;
    }
    return pieces;
  }
  [[nodiscard]] std::vector<Token> Pieces(size_t from, size_t to) const {
    std::vector<Token> pieces;
    for (size_t i = from; i < to; ++i) {
      for (const Token& token : PiecesOfLine(i)) {
        pieces.push_back(token);
      }
    }
    return pieces;
  }

  // The longest run of head words; `*end` is the piece after it, `*first` its first line.
  std::vector<DraftCell> ReadHead(const std::vector<Token>& pieces, size_t* end,
                                  size_t* first) const {
    std::vector<DraftCell> best;
    for (size_t from = 0; from < pieces.size();) {
      std::vector<DraftCell> run;
      std::vector<size_t> ends;
      size_t at = from;
      while (at < pieces.size()) {
        DraftCell cell;
        const size_t next = ReadHeadWord(pieces, at, &cell);
        if (next == at) {
          break;
        }
        run.push_back(std::move(cell));
        ends.push_back(next);
        at = next;
      }
      // The last words stand above the rows' figures; what follows them is the first row's.
      while (run.size() > tail_ && !PromisesFigures(std::span(run).last(tail_))) {
        run.pop_back();
        ends.pop_back();
      }
      if (run.size() >= 2 && run.size() > best.size()) {
        best = std::move(run);
        *end = ends.back();
        *first = LineIndex(pieces[from].line, *first);
      }
      from = std::max(at, from + 1);
    }
    if (best.size() <= tail_) {
      *end = pieces.size();
      best.clear();
    }
    return best;
  }

  static bool PromisesFigures(std::span<const DraftCell> words) {
    return std::all_of(words.begin(), words.end(), [](const DraftCell& word) {
      return KindFromHead(word.text.utf8()) == CellKind::kFigure;
    });
  }

  [[nodiscard]] size_t LineIndex(int number, size_t before) const {
    while (before > 0 && lines_[before].number > number) {
      --before;
    }
    return before;
  }

  // One head word from piece `at`, wrapped ones joined; returns the piece after it, or `at`.
  static size_t ReadHeadWord(const std::vector<Token>& pieces, size_t at, DraftCell* cell) {
    constexpr size_t kMostPieces = 4;
    constexpr size_t kLongest = 12;      // characters
    constexpr size_t kNarrowColumn = 6;  // characters: wider columns need not wrap their heads
    size_t next = at;
    while (next < pieces.size() && next - at < kMostPieces) {
      const Token& token = pieces[next];
      const bool narrow = CountUtf8(cell->text.utf8()) <= kNarrowColumn;
      if (token.figure || (next > at && (token.begins_cell || !narrow))) {
        break;
      }
      const bool complete = next > at && KindFromHead(cell->text.utf8()) != CellKind::kEmpty;
      if (complete && CountUtf8(token.text) > 1) {
        break;
      }
      AppendPiece(token, cell);
      ++next;
    }
    const std::string& word = cell->text.utf8();
    return !word.empty() && KindFromHead(word) != CellKind::kEmpty && CountUtf8(word) <= kLongest
               ? next
               : at;
  }

  // Cells of a row: pieces that go on are joined. A piece goes on when it fills its column: it is
  // as long as any label of the block.
  [[nodiscard]] std::vector<Built> JoinPieces(const std::vector<Token>& pieces,
                                              size_t label_columns, size_t longest) const {
    std::vector<Built> cells;
    const size_t values = std::min(tail_, pieces.size());
    const size_t labels_end = pieces.size() - values;
    const Token* previous = nullptr;
    bool figure_seen = false;
    for (size_t i = 0; i < pieces.size(); ++i) {
      const Token& token = pieces[i];
      const bool value = i >= labels_end || token.figure;
      const bool full = previous != nullptr && CountUtf8(previous->text) >= longest;
      const bool goes_on = !value && previous != nullptr && !previous->figure &&
                           (label_columns == 1 || figure_seen || (full && !token.begins_cell));
      if (!goes_on || cells.empty()) {
        cells.emplace_back();
      }
      AppendPiece(token, &cells.back().cell);
      figure_seen = figure_seen || value;
      previous = value ? nullptr : &token;
    }
    for (Built& cell : cells) {
      cell.kind = KindOfCell(cell.cell.text.utf8());
    }
    return cells;
  }

  Table Lay(const std::vector<DraftCell>& head) {
    TableDraft draft;
    std::vector<CellKind> kinds;
    for (const DraftCell& cell : head) {
      kinds.push_back(KindFromHead(cell.text.utf8()));
    }
    if (head.empty()) {
      kinds.assign(tail_ + 1, CellKind::kFigure);
      kinds.front() = CellKind::kLabel;
    } else {
      draft.head.push_back(head);
    }
    size_t label_columns = 0;
    while (label_columns < kinds.size() && kinds[label_columns] == CellKind::kLabel) {
      ++label_columns;
    }
    size_t longest = 0;
    for (const std::vector<Token>& row : rows_) {
      for (const Token& token : row) {
        longest = std::max(longest, token.figure ? 0 : CountUtf8(token.text));
      }
    }
    std::vector<ColumnProfile> profiles;
    for (size_t c = 0; c < kinds.size(); ++c) {
      profiles.emplace_back(kinds[c], c + 1 == label_columns, 4.0F);
    }
    draft.columns = static_cast<int>(kinds.size());
    for (const std::vector<Token>& pieces : rows_) {
      std::vector<Built> cells = JoinPieces(pieces, std::max<size_t>(label_columns, 1), longest);
      draft.body.push_back(LayRow(std::move(cells), profiles));
    }
    return MakeTable(std::move(draft));
  }

  // The figures at the end stand under the last columns; what is before them is aligned.
  [[nodiscard]] DraftRow LayRow(std::vector<Built> cells,
                                const std::vector<ColumnProfile>& profiles) const {
    DraftRow row(profiles.size());
    const size_t values = std::min({tail_, cells.size(), profiles.size()});
    const size_t lead = cells.size() - values;
    const size_t lead_columns = profiles.size() - values;
    std::vector<CellKind> kinds;
    for (size_t k = 0; k < lead; ++k) {
      kinds.push_back(cells[k].kind);
    }
    std::vector<int> columns = AlignRow(kinds, std::span(profiles).first(lead_columns));
    for (size_t k = 0; k < values; ++k) {
      columns.push_back(static_cast<int>(lead_columns + k));
    }
    for (DraftCell& cell : row) {
      cell.place = cells.front().cell.place;
    }
    int last = 0;
    for (size_t k = 0; k < cells.size(); ++k) {
      // What finds no column of its own goes on in the one before: no word is lost.
      last = columns[k] >= 0 ? columns[k] : last;
      DraftCell& target = row[static_cast<size_t>(last)];
      if (target.text.empty()) {
        target = std::move(cells[k].cell);
      } else {
        target.text.Append(cells[k].cell.text);
      }
    }
    return row;
  }

  std::span<const SourceLine> lines_;
  bool blank_lines_between_;
  size_t tail_ = 0;
  std::vector<std::vector<Token>> rows_;
};

std::vector<Block> FindBlocks(std::span<const SourceLine> lines) {
  std::vector<Block> blocks;
  size_t last_prose = 0;  // the line after the last one that is no piece
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!IsPieceLine(lines[i]) || ParseNumbering(lines[i].text)) {
      last_prose = i + 1;
      continue;
    }
    const size_t tail = CountTail(Tokenize(lines[i]));
    if (tail < kFewestFigures) {
      continue;
    }
    const bool goes_on = !blocks.empty() && blocks.back().rows.back().tail == tail &&
                         blocks.back().rows.back().line >= last_prose &&
                         i - blocks.back().rows.back().line <= kMostLinesBetween;
    if (!goes_on) {
      Block block;
      const size_t after = blocks.empty() ? 0 : blocks.back().rows.back().line + 1;
      block.begin = std::max({last_prose, after, i > kMostHeadLines ? i - kMostHeadLines : 0});
      blocks.push_back(std::move(block));
    }
    blocks.back().rows.push_back({i, tail});
  }
  return blocks;
}

}  // namespace

std::vector<FoundTable> FindSpacedTables(std::span<const SourceLine> lines) {
  size_t apart = 0;
  for (const SourceLine& line : lines) {
    apart += line.blanks_before > 0 ? 1 : 0;
  }
  const bool blank_lines_between = 2 * apart > lines.size();
  std::vector<FoundTable> tables;
  for (const Block& block : FindBlocks(lines)) {
    if (block.rows.size() < 2) {
      continue;
    }
    size_t first = 0;
    Table table = BlockReader(lines, blank_lines_between).Read(block, &first);
    if (table.header_rows == 0 && block.rows.front().tail <= kFewestFigures) {
      continue;  // two figures at a line's end, with no head above: chance
    }
    tables.push_back({first, block.rows.back().line + 1 - first, std::move(table)});
  }
  return tables;
}

}  // namespace crossfoot
