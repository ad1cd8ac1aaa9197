// SPDX-License-Identifier: GPL-3.0-or-later
//
// Processor time of one stage, measured over rounds in one process.
//
// The median of the rounds is told, and the least beside it: on a machine that other programs share
// the least is nearest to the truth. For a figure that no other program can move, count
// instructions:
//
//   valgrind --tool=callgrind --toggle-collect='crossfoot::Validate(*' validate_bench --rounds 1 F
#pragma once

#include <algorithm>
#include <ctime>
#include <functional>
#include <vector>

namespace crossfoot::bench {

struct StageTime {
  double median_ms = 0;
  double least_ms = 0;
};

// `prepare` is not counted; `stage` is.
inline StageTime TimeStage(int rounds, const std::function<void()>& prepare,
                           const std::function<void()>& stage) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
  };
  std::vector<double> times;
  for (int round = 0; round < rounds; ++round) {
    prepare();
    const double begin = now();
    stage();
    times.push_back(now() - begin);
  }
  std::sort(times.begin(), times.end());
  return times.empty() ? StageTime{} : StageTime{times[times.size() / 2], times.front()};
}

}  // namespace crossfoot::bench
