// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/sandbox.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "temporary_folder.h"

namespace crossfoot {
namespace {

// What a child answers: its exit status, or minus the signal that ended it.
int InChild(const std::function<int()>& act) {
  const pid_t child = fork();
  if (child == 0) {
    _exit(act());
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

int InConfinement(const WorkerLimits& limits, const std::function<int()>& act) {
  return InChild([&] {
    Confine(limits);
    return act();
  });
}

bool HasLandlock() {
  return InChild([] { return Confine({}).find("no landlock") == std::string::npos; }) == 1;
}

TEST(Sandbox, SaysWhatHolds) {
  EXPECT_EQ(InChild([] {
              const std::string held = Confine({});
              return held.find("rlimits, seccomp, ") == 0 &&
                     held.find("landlock") != std::string::npos;
            }),
            1);
}

int Call(long number) { return static_cast<int>(syscall(number, 0, 0, 0, 0, 0, 0)); }

TEST(Sandbox, RefusesNetworkWritingAndOtherProcesses) {
  const TemporaryFolder folder;
  const std::string file = folder.Write("there.txt", "x");
  const std::string fresh = folder.At("new.txt");
  const std::vector<std::pair<const char*, std::function<int()>>> acts = {
      {"socket", [] { return socket(AF_INET, SOCK_STREAM, 0); }},
      {"write", [&] { return open(file.c_str(), O_WRONLY); }},
      {"read and write", [&] { return open(file.c_str(), O_RDWR); }},
      {"create", [&] { return open(fresh.c_str(), O_RDONLY | O_CREAT, 0600); }},
      {"unlink", [&] { return unlink(file.c_str()); }},
      {"rename", [&] { return rename(file.c_str(), fresh.c_str()); }},
      {"mkdir", [&] { return mkdir(fresh.c_str(), 0700); }},
      {"chmod", [&] { return chmod(file.c_str(), 0777); }},
      {"link", [&] { return link(file.c_str(), fresh.c_str()); }},
      {"symlink", [&] { return symlink(file.c_str(), fresh.c_str()); }},
      {"kill", [] { return kill(getppid(), 0); }},
      {"fork", [] { return static_cast<int>(fork()); }},
      {"clone3", [] { return Call(SYS_clone3); }},
      {"exec", [] { return execl("/bin/true", "true", nullptr); }},
      {"execveat", [] { return Call(SYS_execveat); }},
      {"ptrace", [] { return Call(SYS_ptrace); }},
      {"memory of others", [] { return Call(SYS_process_vm_readv); }},
      {"pair of sockets",
       [] {
         int ends[2];
         return socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
       }},
      {"limits of others",
       [] {
         rlimit limit{};
         return prlimit(getppid(), RLIMIT_CPU, nullptr, &limit);
       }},
  };
  for (const auto& [name, act] : acts) {
    EXPECT_EQ(InConfinement({}, [&act = act] { return act() == -1 ? 0 : 1; }), 0) << name;
  }
  EXPECT_TRUE(std::filesystem::exists(file));
  EXPECT_FALSE(std::filesystem::exists(fresh));
}

// Not because somebody thought of them: what is not asked for is not there.
TEST(Sandbox, ACallThatReadingDoesNotNeedIsNotThere) {
  for (const long number :
       {SYS_inotify_init1, SYS_timerfd_create, SYS_eventfd2, SYS_memfd_create, SYS_io_uring_setup,
        SYS_userfaultfd, SYS_bpf, SYS_keyctl, SYS_mount, SYS_unshare, SYS_syslog, SYS_openat2,
        SYS_shmget, SYS_pidfd_open, SYS_sethostname, SYS_setuid, SYS_getpriority}) {
    EXPECT_EQ(InConfinement({}, [number] { return Call(number) == -1 && errno == ENOSYS ? 0 : 1; }),
              0)
        << number;
  }
}

TEST(Sandbox, ThreadsAndOwnEndStayPossible) {
  EXPECT_EQ(InConfinement({},
                          [] {
                            int seen = 0;
                            std::thread([&] { seen = 7; }).join();
                            return seen;
                          }),
            7);
  EXPECT_EQ(InConfinement({},
                          [] {
                            abort();
                            return 0;
                          }),
            -SIGABRT);
}

TEST(Sandbox, ReadsTheSystemButNotTheReports) {
  const TemporaryFolder folder;
  const std::string file = folder.Write("secret.txt", "x");
  EXPECT_EQ(InConfinement({}, [] { return open("/etc/passwd", O_RDONLY) >= 0 ? 0 : 1; }), 0);
  if (!HasLandlock()) {
    GTEST_SKIP() << "this kernel has no Landlock";
  }
  EXPECT_EQ(InConfinement({}, [&] { return open(file.c_str(), O_RDONLY) >= 0 ? 1 : 0; }), 0);
}

TEST(Sandbox, AFileThatIsOpenDoesNotGrow) {
  const TemporaryFolder folder;
  const std::string path = folder.Write("open.txt", "");
  const int file = open(path.c_str(), O_WRONLY);
  EXPECT_EQ(InConfinement({}, [&] { return write(file, "x", 1) == -1 && errno == EFBIG ? 0 : 1; }),
            0);
  close(file);
}

TEST(Sandbox, MemoryAndProcessorTimeEnd) {
#if !defined(__SANITIZE_ADDRESS__)
  WorkerLimits little;
  little.memory_bytes = 256 << 20;
  EXPECT_EQ(InConfinement(little,
                          [] {
                            try {
                              return std::vector<char>(size_t{512} << 20).empty() ? 2 : 1;
                            } catch (const std::bad_alloc&) {
                              return 0;
                            }
                          }),
            0);
#endif
  WorkerLimits brief;
  brief.cpu_seconds = 0;
  EXPECT_EQ(InConfinement(brief,
                          [&] {
                            RenewCpuLimit(brief);
                            for (;;) {
                              getppid();
                            }
                            return 0;
                          }),
            -SIGXCPU);
}

}  // namespace
}  // namespace crossfoot
