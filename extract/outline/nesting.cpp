// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/outline/nesting.h"

#include <cmath>

namespace crossfoot {
namespace {

// Deeper than any report; restarts of one style beyond it begin a sibling run.
constexpr size_t kMostOpenRuns = 16;

struct OpenRun {
  NumberStyle style;
  int depth = 1;  // of a decimal number
  int last = 0;   // value of its last member
  int line = -1;  // its last member
  int run = 0;
};

int Likeness(const NumberedLine& a, const NumberedLine& b) {
  int likeness = 0;
  likeness += a.ending == b.ending ? 2 : 0;
  likeness += a.form == b.form ? 2 : 0;
  likeness += a.many_sentences == b.many_sentences ? 1 : 0;
  likeness += a.bold == b.bold ? 1 : 0;
  likeness += std::fabs(a.size_ratio - b.size_ratio) < 0.06F ? 2 : 0;
  likeness += a.markup_level == b.markup_level ? 3 : 0;
  return likeness;
}
constexpr int kMostLike = 11;

class Nester {
 public:
  explicit Nester(std::span<const NumberedLine> lines) : lines_(lines) {}

  std::vector<NestedLine> Run() {
    std::vector<NestedLine> nested;
    nested.reserve(lines_.size());
    for (size_t i = 0; i < lines_.size(); ++i) {
      nested.push_back(Place(static_cast<int>(i)));
    }
    return nested;
  }

 private:
  NestedLine Place(int index) {
    const NumberedLine& line = lines_[static_cast<size_t>(index)];
    if (line.under_new_heading && line.numbering.value <= 1) {
      while (!open_.empty() && open_.back().style > NumberStyle::kSection) {
        open_.pop_back();
      }
    }
    const int continued = BestContinued(line);
    if (continued >= 0) {
      open_.resize(static_cast<size_t>(continued) + 1);
      open_.back().last = line.numbering.value;
      open_.back().line = index;
    } else {
      OpenNewRun(line, index);
    }
    const int parent = open_.size() > 1 ? open_[open_.size() - 2].line : -1;
    return {parent, open_.back().run};
  }

  // The open run that `line` goes on with, or -1.
  [[nodiscard]] int BestContinued(const NumberedLine& line) const {
    constexpr int kSkipsAtMost = 3;
    int best = -1;
    int best_score = 0;
    for (size_t i = open_.size(); i-- > 0;) {
      const OpenRun& run = open_[i];
      if (run.style != line.numbering.style || run.depth != line.numbering.depth) {
        continue;
      }
      const int step = line.numbering.value - run.last;
      int score = Likeness(lines_[static_cast<size_t>(run.line)], line);
      if (step == 1 || run.style == NumberStyle::kAttachment) {
        score += 2 * kMostLike;
      } else if (step > 1 && step <= kSkipsAtMost && i + 1 == open_.size()) {
        score += kMostLike;  // a number was left out
      } else if (step == 0 && line.numbering.value > 1) {
        score += kMostLike / 2;  // a number was printed twice
      } else {
        continue;
      }
      if (score > best_score) {
        best = static_cast<int>(i);
        best_score = score;
      }
    }
    return best;
  }

  void OpenNewRun(const NumberedLine& line, int index) {
    size_t keep = open_.size();
    const NumberStyle style = line.numbering.style;
    // Styles that usually stand further in are over; one of the same style starts again.
    while (keep > 0 &&
           (open_[keep - 1].style > style ||
            (open_[keep - 1].style == style && open_[keep - 1].depth > line.numbering.depth))) {
      --keep;
    }
    const bool again =
        keep > 0 && open_[keep - 1].style == style && open_[keep - 1].depth == line.numbering.depth;
    if (again) {
      const OpenRun& run = open_[keep - 1];
      const NumberedLine& member = lines_[static_cast<size_t>(run.line)];
      const bool inside = style > NumberStyle::kSection && line.numbering.value == 1 &&
                          open_.size() == keep &&
                          (line.follows_directly || Likeness(member, line) + 1 < kMostLike);
      keep -= inside ? 0 : 1;
    }
    open_.resize(std::min(keep, kMostOpenRuns - 1));
    open_.push_back({style, line.numbering.depth, line.numbering.value, index, runs_++});
  }

  std::span<const NumberedLine> lines_;
  std::vector<OpenRun> open_;  // outermost first
  int runs_ = 0;
};

}  // namespace

std::vector<NestedLine> NestNumbers(std::span<const NumberedLine> lines) {
  return Nester(lines).Run();
}

}  // namespace crossfoot
