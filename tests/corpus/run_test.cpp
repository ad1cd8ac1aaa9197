// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/run.h"

#include <array>
#include <atomic>
#include <csignal>
#include <new>

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include "store_fixture.h"

namespace crossfoot {
namespace {

// Reads a report whose first byte may tell it to break the worker, as a hostile one would.
WorkReply ReadHostile(const WorkRequest& request, int file) {
  std::array<char, 2> first{};
  if (pread(file, first.data(), first.size(), 0) > 0 && first[0] == '!') {
    if (first[1] == 'c') {
      raise(SIGSEGV);
    } else if (first[1] == 'h') {
      for (;;) {
        pause();
      }
    }
  }
  return ReadForStore(request, file);
}

constexpr char kGood[] =
    "松溪镇2023年度预算\n2023年支出合计100.00万元，其中：基本支出60.00万元。\n";

TEST(Run, HostileReportsCostOnlyThemselves) {
  const TemporaryFolder folder;
  Store store = WritableStore(folder);
  std::vector<std::string> inputs;
  for (int i = 0; i < 12; ++i) {
    inputs.push_back(folder.Write(std::to_string(i) + ".txt", i == 3   ? "!crash"
                                                              : i == 7 ? "!hang"
                                                                       : kGood));
  }
  WorkerLimits limits;
  limits.seconds = 1;
  const auto steps = RunOver(store, inputs, ReadHostile, limits);
  EXPECT_EQ(steps.size(), 12U);
  EXPECT_EQ(Answer(store, "SELECT count(*) FROM records"), "10\n");
  EXPECT_EQ(Answer(store, "SELECT code, attempts FROM failures ORDER BY code"),
            "time_limit 2\nworker_crashed 2\n");
}

TEST(Run, AReportThatBreaksAWorkerOnceIsReadAlone) {
  const TemporaryFolder folder;
  Store store = WritableStore(folder);
  // Seen by all workers: how many reports were begun.
  void* shared = mmap(nullptr, sizeof(std::atomic<int>), PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  auto* begun = new (shared) std::atomic<int>(0);
  const auto once = [begun](const WorkRequest& request, int file) {
    if (++*begun == 2) {
      raise(SIGKILL);
    }
    return ReadForStore(request, file);
  };
  std::vector<std::string> inputs;
  for (int i = 0; i < 4; ++i) {
    inputs.push_back(folder.Write(std::to_string(i) + ".txt", kGood));
  }
  RunOver(store, inputs, once);
  EXPECT_EQ(Answer(store, "SELECT count(*) FROM records"), "4\n");
  EXPECT_EQ(Answer(store, "SELECT count(*) FROM failures"), "0\n");
  EXPECT_EQ(begun->load(), 5);
  munmap(shared, sizeof(std::atomic<int>));
}

TEST(Run, UnchangedReportsAreNotHandedToWorkers) {
  const TemporaryFolder folder;
  Store store = WritableStore(folder);
  const std::vector<std::string> inputs = {folder.Write("a.txt", kGood), folder.Write("b.txt", "")};
  usleep(200'000);
  RunOver(store, inputs);
  const auto never = [](const WorkRequest&, int) -> WorkReply { _exit(1); };
  const auto steps = RunOver(store, inputs, never);
  ASSERT_EQ(steps.size(), 2U);
  EXPECT_EQ(steps[0].outcome, RunStep::Outcome::kUnchanged);
}

TEST(Run, AFileChangedAMomentAgoIsHashedOnceMore) {
  const TemporaryFolder folder;
  Store store = WritableStore(folder);
  const std::string path = folder.Write("a.txt", kGood);
  RunOver(store, {path});
  EXPECT_EQ(Answer(store, "SELECT modified FROM source_stat"), "-1\n");
  const auto steps = RunOver(store, {path});
  EXPECT_EQ(steps.at(0).outcome, RunStep::Outcome::kUnchanged);
}

TEST(Run, EachRunLeavesItsLine) {
  const TemporaryFolder folder;
  Store store = WritableStore(folder);
  RunOver(store, {folder.Write("a.txt", kGood), folder.At("missing.txt")});
  EXPECT_EQ(Answer(store, "SELECT n, asked, unchanged, read, failed, ended >= started FROM runs"),
            "1 2 0 1 1 1\n");
}

}  // namespace
}  // namespace crossfoot
