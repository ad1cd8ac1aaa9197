// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a hostile text or web page may cost: counted in bytes asked of the allocator, which no busy
// machine moves. Twice the input may cost twice as much and a little, and never more than a fixed
// number of bytes a byte of input. A program of its own, since it counts every allocation.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "extract/extract.h"
#include "tests/hostile/allocated_bytes.h"

namespace crossfoot {
namespace {

std::string Times(size_t n, std::string_view what) {
  std::string out;
  out.reserve(n * what.size());
  for (size_t i = 0; i < n; ++i) {
    out += what;
  }
  return out;
}

enum class Outcome { kDocument, kLimit };

struct Shape {
  const char* name;
  std::function<std::string(size_t)> make;
  size_t n;
  Outcome outcome;
};

std::string Page(const std::string& body) { return "<html><body><p>正文。</p>" + body; }

std::vector<Shape> Shapes() {
  using enum Outcome;
  const std::string nul(1, '\0');
  return {
      {"one long line", [](size_t n) { return Times(n, "支出3.5万元，"); }, 50'000, kDocument},
      {"lines of one character", [](size_t n) { return Times(n, "一\n"); }, 50'000, kDocument},
      {"tabs in one line", [](size_t n) { return "项目\t数\n甲\t" + Times(n, "1\t"); }, 50'000,
       kDocument},
      {"bars in one line", [](size_t n) { return "|" + Times(n, "1|") + "\n|1|2|\n"; }, 25'000,
       kDocument},
      {"bars a line", [](size_t n) { return Times(n, "甲 |\n||\n"); }, 25'000, kDocument},
      {"open brackets", [](size_t n) { return "支出" + Times(n, "（"); }, 50'000, kDocument},
      {"numbers of a list", [](size_t n) { return Times(n, "一、甲\n"); }, 10'000, kDocument},
      {"words parted by NULs", [nul](size_t n) { return "甲a" + Times(n, "支出" + nul + "乙"); },
       25'001, kDocument},
      {"a page of NULs", [nul](size_t n) { return Page(Times(n, "甲" + nul)); }, 50'000, kDocument},
      {"tags nested", [](size_t n) { return Page(Times(n, "<div>")); }, 1'000'000, kLimit},
      {"formatting nested", [](size_t n) { return Page(Times(n, "<b><i>")); }, 500'000, kLimit},
      {"tables nested", [](size_t n) { return Page(Times(n, "<table><tr><td>")); }, 300'000,
       kLimit},
      {"tags that never end", [](size_t n) { return Page(Times(n, "<i")); }, 500'000, kLimit},
      {"quotes that never end", [](size_t n) { return Page(Times(n, "<p title='")); }, 100'000,
       kLimit},
      {"paragraphs never closed", [](size_t n) { return Page(Times(n, "<p>甲")); }, 50'000,
       kDocument},
      {"closing tags alone", [](size_t n) { return Page(Times(n, "</b></p>")); }, 50'000,
       kDocument},
      {"attributes", [](size_t n) { return Page("<p " + Times(n, "a ") + ">甲"); }, 50'000, kLimit},
      {"entities", [](size_t n) { return Page("<p>" + Times(n, "&amp;&#19968;")); }, 25'000,
       kDocument},
      {"entities of no name", [](size_t n) { return Page("<p>" + Times(n, "&zz ")); }, 50'000,
       kDocument},
      {"comments", [](size_t n) { return Page(Times(n, "<!-- 注 -->")); }, 50'000, kDocument},
      {"a table of a million cells",
       [](size_t n) {
         return Page("<table>" + Times(n, "<tr>" + Times(100, "<td>1")) + "</table>");
       },
       10'000, kDocument},
      {"spans over everything",
       [](size_t n) {
         return Page("<table>" + Times(n, "<tr><td colspan=1000 rowspan=65534>1") + "</table>");
       },
       20'000, kDocument},
      {"one row that spans",
       [](size_t n) { return Page("<table><tr>" + Times(n, "<td colspan=1000>1") + "</table>"); },
       20'000, kDocument},
  };
}

struct Cost {
  size_t bytes = 0;
  Result<Document> document;
};

Cost Read(const std::string& bytes) {
  const Source source{"hostile", bytes};
  const size_t before = AllocatedBytes();
  Result<Document> document = Extract(source);
  return {AllocatedBytes() - before, std::move(document)};
}

TEST(HostileText, CostsNoMoreThanItsSizeAllows) {
  constexpr size_t kBytesAByte = 1000;
  Read("预热。");  // what is made once: patterns, tables of characters
  Read(Page("<table><tr><td>甲<td>1</table>"));
  for (const Shape& shape : Shapes()) {
    const std::string once = shape.make(shape.n / 2);
    const std::string twice = shape.make(shape.n);
    const Cost half = Read(once);
    const Cost whole = Read(twice);
    EXPECT_LE(whole.bytes, twice.size() * kBytesAByte) << shape.name;
    EXPECT_LE(whole.bytes, half.bytes * 5 / 2 + (size_t{8} << 20)) << shape.name;
    const bool limit =
        !whole.document.ok() && whole.document.error().code == ErrorCode::kLimitExceeded;
    EXPECT_EQ(limit, shape.outcome == Outcome::kLimit)
        << shape.name << ": "
        << (whole.document.ok() ? "a document" : whole.document.error().ToString());
    if (!whole.document.ok()) {
      EXPECT_EQ(whole.document.error().file, "hostile") << shape.name;
    }
    RecordProperty(shape.name, std::to_string(whole.bytes / std::max<size_t>(1, twice.size())));
    std::printf("%-28s %9zu bytes in, %6.1f bytes of memory a byte, twice the size %.2f times\n",
                shape.name, twice.size(),
                static_cast<double>(whole.bytes) / static_cast<double>(twice.size()),
                static_cast<double>(whole.bytes) / static_cast<double>(half.bytes));
  }
}

// The real limit is 512 MB; a line of 1 GB is refused before a byte of it is read.
TEST(HostileText, RefusesALineOverTheLimitByNameAndLimit) {
  Limits limits;
  limits.text_bytes = 1 << 20;
  const Result<Document> document =
      Extract({"long.txt", std::string(size_t{3} << 20, 'x')}, ExtractOptions{limits, {}, {}});
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, ErrorCode::kLimitExceeded);
  EXPECT_NE(document.error().ToString().find("long.txt"), std::string::npos);
  EXPECT_NE(document.error().ToString().find("1048576"), std::string::npos);
}

TEST(HostileText, SaysWhichTableWasTooLarge) {
  const Cost cost =
      Read(Page("<table>" + Times(10'000, "<tr>" + Times(100, "<td>1")) + "</table>"));
  ASSERT_TRUE(cost.document.ok());
  EXPECT_TRUE(cost.document->tables.empty());
  ASSERT_EQ(cost.document->notes.size(), 1U);
  EXPECT_EQ(cost.document->notes[0].kind, NoteKind::kLimit);
  EXPECT_NE(cost.document->notes[0].message.find("200000"), std::string::npos);
}

}  // namespace
}  // namespace crossfoot
