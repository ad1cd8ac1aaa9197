// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long extraction takes, as a ratio to `pdftotext -bbox-layout` on the same files in the same
// run: processor time a page, and peak memory.
//
//   extract_bench [--rounds N] FILE.pdf...
//
// Each program runs as a process of its own, the two by turns; the least time of all rounds counts.
// The last line leaves out what either takes to be loaded: what extraction itself costs.
// pdftotext must be on the PATH.

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/measured_reports.h"
#include "extract/extract.h"

extern char** environ;

namespace {

constexpr int kCannotRun = 127;

struct Cost {
  double seconds = 1e9;
  long kilobytes = 0;
  bool ok = true;
};

double Seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// Runs a program to its end; gives the number it printed first in `pages`, if asked for.
Cost Run(std::vector<std::string> command, int* pages = nullptr) {
  std::vector<char*> arguments;
  for (std::string& argument : command) {
    arguments.push_back(argument.data());
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  std::array<int, 2> pipe_ends{-1, -1};
  if (pages != nullptr && pipe(pipe_ends.data()) == 0) {
    posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, pipe_ends[0]);
  } else {
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  }
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  Cost cost;
  const int failed =
      posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (pipe_ends[0] >= 0) {
    close(pipe_ends[1]);
    std::array<char, 32> number{};
    if (read(pipe_ends[0], number.data(), number.size() - 1) > 0) {
      *pages = std::atoi(number.data());
    }
    close(pipe_ends[0]);
  }
  int status = kCannotRun;
  rusage usage{};
  if (failed != 0 || wait4(child, &status, 0, &usage) < 0) {
    cost.ok = false;
    return cost;
  }
  cost.seconds = Seconds(usage.ru_utime) + Seconds(usage.ru_stime);
  cost.kilobytes = usage.ru_maxrss;
  cost.ok = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  return cost;
}

void Keep(const Cost& cost, Cost* least) {
  least->seconds = std::min(least->seconds, cost.seconds);
  least->kilobytes = std::max(least->kilobytes, cost.kilobytes);
  least->ok = least->ok && cost.ok;
}

// What the measured process does: one file, extracted. Prints the number of pages.
int ExtractOne(const char* path) {
  const auto source = crossfoot::ReadSource(path);
  if (!source) {
    return 1;
  }
  crossfoot::ExtractOptions options;
  options.ocr.enabled = false;  // pdftotext leaves pictures unread, too
  const auto document = crossfoot::Extract(*source, options);
  if (!document) {
    return 1;
  }
  std::printf("%d\n", document->source.pages);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc >= 2 && std::strcmp(argv[1], "--extract") == 0) {
    return argc == 3 ? ExtractOne(argv[2]) : 0;
  }
  const crossfoot::bench::Arguments arguments =
      crossfoot::bench::ReadArguments(argc, argv, "extract_bench [--rounds N] FILE.pdf...");
  if (!arguments.ok) {
    return 2;
  }
  std::printf("%-44s %6s %9s %9s %6s %8s %6s\n", "file", "pages", "ours ms", "pdftotext", "ratio",
              "ours MB", "ratio");
  // What each takes to be loaded and do nothing: files of a page or two are mostly that.
  Cost our_start;
  Cost their_start;
  for (int round = 0; round < 3 * arguments.rounds; ++round) {
    Keep(Run({argv[0], "--extract"}), &our_start);
    Keep(Run({"pdftotext", "-v"}), &their_start);
  }
  double ours_total = 0;
  double theirs_total = 0;
  int measured = 0;
  int pages_total = 0;
  double worst_memory = 0;
  for (const std::string& file : arguments.files) {
    Cost ours;
    Cost theirs;
    int pages = 0;
    for (int round = 0; round < arguments.rounds; ++round) {
      Keep(Run({argv[0], "--extract", file}, &pages), &ours);
      Keep(Run({"pdftotext", "-bbox-layout", file, "/dev/null"}), &theirs);
    }
    const std::string name = crossfoot::bench::NameOf(file);
    if (!ours.ok || !theirs.ok) {
      std::printf("%-44s could not be run\n", name.c_str());
      continue;
    }
    const double memory =
        static_cast<double>(ours.kilobytes) / static_cast<double>(std::max(1L, theirs.kilobytes));
    std::printf("%-44s %6d %9.1f %9.1f %6.2f %8.1f %6.2f\n", name.c_str(), pages,
                ours.seconds * 1e3, theirs.seconds * 1e3, ours.seconds / theirs.seconds,
                static_cast<double>(ours.kilobytes) / 1024, memory);
    ours_total += ours.seconds;
    theirs_total += theirs.seconds;
    pages_total += pages;
    ++measured;
    worst_memory = std::max(worst_memory, memory);
  }
  if (theirs_total > 0 && pages_total > 0) {
    std::printf("%-44s %6d %9.2f %9.2f %6.2f %8s %6.2f  (a page; worst memory)\n", "all",
                pages_total, ours_total * 1e3 / pages_total, theirs_total * 1e3 / pages_total,
                ours_total / theirs_total, "", worst_memory);
    const double ours = ours_total - measured * our_start.seconds;
    const double theirs = theirs_total - measured * their_start.seconds;
    std::printf("%-44s %6d %9.2f %9.2f %6.2f  (a page; starts of %.1f and %.1f ms left out)\n",
                "extraction alone", pages_total, ours * 1e3 / pages_total,
                theirs * 1e3 / pages_total, ours / theirs, our_start.seconds * 1e3,
                their_start.seconds * 1e3);
  }
  return 0;
}
