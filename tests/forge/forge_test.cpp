// SPDX-License-Identifier: GPL-3.0-or-later
//
// The forge: the same seed gives the same report, clean reports break nothing, slips change what
// they say they change.
#include <set>

#include <gtest/gtest.h>

#include "bench/forge/manner.h"
#include "bench/forge/score.h"
#include "bench/forge/slip.h"
#include "bench/forge/slip_tools.h"
#include "bench/forge/truth_json.h"
#include "bench/forge/writer.h"

namespace crossfoot::forge {
namespace {

constexpr uint64_t kSeeds = 25;

TEST(Random, IsTheSameEverywhere) {
  Random random(1);
  EXPECT_EQ(random.Next(), 13757245211066428519ULL);  // the second number of splitmix64 from 1
  EXPECT_NE(Random(1, "a").Next(), Random(1, "b").Next());
}

TEST(Ledger, FormulasGiveValues) {
  Ledger ledger;
  ledger.Set("a", Kind::kMoney, 110);
  ledger.Set("b", Kind::kMoney, 100);
  ledger.Derive("c", Kind::kMoney, "a + b - b");
  EXPECT_EQ(ledger.Value("c"), Decimal(110));
  ledger.Change("a", "b", "diff", "growth");
  EXPECT_EQ(ledger.Value("diff"), Decimal(10));
  EXPECT_EQ(ledger.Value("growth").Normalized().ToString(), "0.1");
  EXPECT_EQ(ledger.identities().size(), 4U);
}

TEST(Scribe, FiguresCarryUnitSignAndMeasure) {
  Ledger ledger;
  ledger.Set("a", Kind::kMoney, Decimal(-12345600));
  Hand hand;
  Scribe scribe(ledger, hand, 1, "test", 2023);
  scribe.Paragraph("{y}年比上年{+a:增加/减少}。");
  const Manuscript manuscript = scribe.Finish();
  EXPECT_EQ(TextOf(manuscript.blocks[0].pieces), "2023年比上年减少1234.56万元。");
  const Mark& figure = manuscript.marks[2];
  EXPECT_EQ(figure.value.ToString(), "-1234.56");
  EXPECT_EQ(figure.direction_mark, 1);
  EXPECT_EQ(manuscript.marks[0].measure, 0);  // the year speaks of the figure
}

TEST(Manners, SameSeedSameBytes) {
  for (const Manner& manner : Manners()) {
    for (uint64_t seed = 1; seed <= 3; ++seed) {
      EXPECT_EQ(Write(manner.write(seed).manuscript, Medium::kHtml).bytes,
                Write(manner.write(seed).manuscript, Medium::kHtml).bytes);
    }
    EXPECT_NE(Write(manner.write(1).manuscript, Medium::kTabbed).bytes,
              Write(manner.write(2).manuscript, Medium::kTabbed).bytes);
  }
}

TEST(Manners, CleanReportsBreakNothing) {
  for (const Manner& manner : Manners()) {
    for (uint64_t seed = 1; seed <= kSeeds; ++seed) {
      const ForgedReport report = manner.write(seed);
      for (const BrokenTie& tie : BrokenTies(report.ledger, report.manuscript)) {
        ADD_FAILURE() << manner.name << " " << seed << " " << TieName(tie.tie) << " "
                      << WordsOf(report.manuscript, tie.marks.front());
      }
    }
  }
}

TEST(Writer, MarksStandWhereTheySayInEveryMedium) {
  const ForgedReport report = MannerNamed("self-evaluation-brief")->write(4);
  for (const Medium medium : {Medium::kTabbed, Medium::kPiped, Medium::kMarkdown}) {
    const Written written = Write(report.manuscript, medium);
    std::vector<std::string> lines(1);
    for (const char c : written.bytes) {
      if (c == '\n') {
        lines.emplace_back();
      } else {
        lines.back() += c;
      }
    }
    for (size_t m = 0; m < report.manuscript.marks.size(); ++m) {
      const Spot& spot = written.spots[m];
      ASSERT_GT(spot.line, 0);
      // Characters, not bytes.
      std::string words;
      int column = 0;
      for (const char c : lines[static_cast<size_t>(spot.line - 1)]) {
        column += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
        if (column >= spot.begin && column < spot.end) {
          words += c;
        }
      }
      EXPECT_EQ(words, WordsOf(report.manuscript, static_cast<int>(m)));
    }
  }
}

TEST(Slips, EveryKindIsMadeSomewhereAndChangesTheReport) {
  std::set<SlipKind> made;
  for (const Manner& manner : Manners()) {
    for (uint64_t seed = 1; seed <= kSeeds; ++seed) {
      const ForgedReport report = manner.write(seed);
      const std::string clean = Write(report.manuscript, Medium::kTabbed).bytes;
      Random random(seed, "test");
      for (const SlipKind kind : AllSlips()) {
        for (const Slip& slip :
             MakeSlips(report.ledger, report.hand, report.manuscript, kind, 1, &random)) {
          made.insert(kind);
          EXPECT_FALSE(slip.wrong.empty()) << SlipName(kind);
          EXPECT_NE(Write(slip.manuscript, Medium::kTabbed).bytes, clean)
              << SlipName(kind) << " " << manner.name << " " << seed;
        }
      }
    }
  }
  EXPECT_EQ(made.size(), AllSlips().size());
}

// What else was corrected is a world: only the figure that was left as it stood is wrong.
TEST(Slips, AStaleFigurePutRightLeavesNothingBroken) {
  int seen = 0;
  for (const Manner& manner : Manners()) {
    for (uint64_t seed = 1; seed <= 5; ++seed) {
      const ForgedReport report = manner.write(seed);
      for (const SlipKind kind : {SlipKind::kTotalNotUpdated, SlipKind::kPartNotUpdated}) {
        Random random(seed, "test");
        for (const Slip& slip :
             MakeSlips(report.ledger, report.hand, report.manuscript, kind, 3, &random)) {
          if (slip.right.empty()) {
            continue;
          }
          ++seen;
          ASSERT_EQ(slip.wrong.size(), 1U);
          Manuscript mended = slip.manuscript;
          ASSERT_TRUE(PutDigits(&mended, slip.wrong.front(), slip.right));
          EXPECT_TRUE(BrokenTies(report.ledger, mended).empty())
              << SlipName(kind) << " " << manner.name << " " << seed << " " << slip.written
              << " for " << slip.right;
        }
      }
    }
  }
  EXPECT_GT(seen, 50);
}

TEST(Score, AnyPlaceInTheTableThatLostARowTellsOfIt) {
  const ForgedReport report = MannerNamed("budget")->write(3);
  Random random(1);
  const auto slips =
      MakeSlips(report.ledger, report.hand, report.manuscript, SlipKind::kRowMissing, 1, &random);
  ASSERT_EQ(slips.size(), 1U);
  const Written written = Write(slips[0].manuscript, Medium::kTabbed);
  const MarkFinder finder(slips[0], written);
  const int block = slips[0].manuscript.marks[static_cast<size_t>(slips[0].wrong[0])].row_of;
  EachPiece(slips[0].manuscript, [&](const Piece& piece, int at, int) {
    if (piece.mark >= 0) {
      Place place;
      place.line = written.spots[static_cast<size_t>(piece.mark)].line;
      place.column = written.spots[static_cast<size_t>(piece.mark)].begin;
      EXPECT_EQ(finder.IsWrong(place, piece.text), at == block) << piece.text;
    }
  });
}

TEST(Truth, AFigureThatTwoRelationsBearOutIsLocatableAndALonelySumIsNot) {
  Ledger ledger;
  ledger.Set("a", Kind::kMoney, 10000);
  ledger.Set("b", Kind::kMoney, 20000);
  ledger.Derive("c", Kind::kMoney, "a + b");
  Hand hand;
  Scribe once(ledger, hand, 1, "test", 2023);
  once.Paragraph("{c}，其中：{a}，{b}。");
  Manuscript lonely = once.Finish();
  ASSERT_TRUE(PutDigits(&lonely, 2, "5.00"));
  auto broken = BrokenTies(ledger, lonely);
  ASSERT_EQ(broken.size(), 1U);
  EXPECT_EQ(broken[0].tie, Tie::kSum);
  EXPECT_FALSE(IsLocatable(ledger, lonely, broken, {2}));

  Scribe twice(ledger, hand, 1, "test", 2023);
  twice.Paragraph("{c}，其中：{a}，{b}。{c}、{a}、{b}。");
  Manuscript told_twice = twice.Finish();
  ASSERT_TRUE(PutDigits(&told_twice, 2, "5.00"));
  broken = BrokenTies(ledger, told_twice);
  EXPECT_EQ(broken.size(), 2U);
  EXPECT_TRUE(IsLocatable(ledger, told_twice, broken, {2}));
}

TEST(Truth, FewerNamesThanTheNumberContradictOnlyAListThatIsClosed) {
  Ledger ledger;
  ledger.Set("n", Kind::kCount, 2, "个");
  Hand hand;
  for (const bool open : {false, true}) {
    Scribe scribe(ledger, hand, 1, "test", 2023);
    scribe.Paragraph(open ? "内设{%n:甲科}、{%n:乙科}等{n}科室。"
                          : "下设{n}科室：{*n:甲科}、{*n:乙科}。");
    Manuscript manuscript = scribe.Finish();
    EXPECT_TRUE(BrokenTies(ledger, manuscript).empty());
    for (Mark& mark : manuscript.marks) {
      if (mark.kind == MarkKind::kItem) {
        mark.gone = true;
        break;
      }
    }
    EXPECT_EQ(BrokenTies(ledger, manuscript).empty(), open);
  }
}

TEST(Truth, OneRowLeftUnderATotalIsNoSum) {
  Ledger ledger;
  for (const char* key : {"a", "b", "c"}) {
    ledger.Set(key, Kind::kMoney, 10000);
  }
  ledger.Derive("two", Kind::kMoney, "a + b");
  ledger.Derive("three", Kind::kMoney, "a + b + c");
  for (const bool three : {false, true}) {
    Scribe scribe(ledger, Hand(), 1, "test", 2023);
    scribe.BeginGrid("表", 1);
    scribe.Row({"项目", "金额"});
    scribe.Row({"总额", three ? "{#three}" : "{#two}"});
    scribe.Row({"其中：甲", "{#a}"});
    scribe.Row({"乙", "{#b}"});
    if (three) {
      scribe.Row({"丙", "{#c}"});
    }
    scribe.EndGrid();
    Manuscript manuscript = scribe.Finish();
    for (Mark& mark : manuscript.marks) {
      if (mark.kind == MarkKind::kFigure && mark.measure == ledger.IndexOf("b")) {
        mark.gone = true;
        mark.row_of = 0;
      }
    }
    EXPECT_EQ(BrokenTies(ledger, manuscript).empty(), !three);
  }
}

TEST(TruthJson, NamesTheSlipAndItsPlace) {
  const ForgedReport report = MannerNamed("self-evaluation-brief")->write(2);
  Random random(1);
  const auto slips = MakeSlips(report.ledger, report.hand, report.manuscript,
                               SlipKind::kDigitSubstituted, 1, &random);
  ASSERT_EQ(slips.size(), 1U);
  const Written written = Write(slips[0].manuscript, Medium::kTabbed);
  const std::string json =
      TruthJson("a.txt", slips[0].manuscript, report.ledger, written, slips.data());
  EXPECT_NE(json.find("\"kind\": \"digit-substituted\""), std::string::npos);
  EXPECT_NE(json.find("\"right\": \"" + slips[0].right + "\""), std::string::npos);
}

}  // namespace
}  // namespace crossfoot::forge
