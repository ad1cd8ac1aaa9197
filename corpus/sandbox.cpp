// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/sandbox.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

namespace crossfoot {
namespace {

void SetLimit(__rlimit_resource which, rlim_t value) {
  const rlimit limit{value, value};
  setrlimit(which, &limit);
}

void LimitResources([[maybe_unused]] const WorkerLimits& limits) {
#if !defined(__SANITIZE_ADDRESS__)
  // AddressSanitizer reserves terabytes of address space that it never uses.
  SetLimit(RLIMIT_AS, static_cast<rlim_t>(limits.memory_bytes));
#endif
  SetLimit(RLIMIT_CORE, 0);
  SetLimit(RLIMIT_FSIZE, 0);
  SetLimit(RLIMIT_NOFILE, 256);
  // Growing a file must be an error like any other, not the signal that ends a process.
  signal(SIGXFSZ, SIG_IGN);
}

// What reading a report may need beside the report: libraries, fonts, CMaps, character sets, OCR
// data.
constexpr std::array kReadable = {"/usr",
                                  "/lib",
                                  "/lib64",
                                  "/etc",
                                  "/var/cache/fontconfig",
                                  "/proc/self",
                                  "/dev/null",
                                  "/dev/urandom",
                                  "/sys/devices/system/cpu"};

void AllowReading(int ruleset, const char* path) {
  const int folder = open(path, O_PATH | O_CLOEXEC);
  if (folder < 0) {
    return;
  }
  landlock_path_beneath_attr rule{};
  rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
  rule.parent_fd = folder;
  // Folders may also be listed; the kernel refuses that right on a file, so try it first.
  rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
  if (syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0) {
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
    syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  }
  close(folder);
}

bool ConfineByLandlock(const std::vector<std::string>& readable) {
  const auto version =
      syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) {
    return false;
  }
  // The thirteen rights of its first version; later kernels know more, which seccomp refuses.
  landlock_ruleset_attr handled{};
  handled.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
  const auto ruleset =
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, sizeof handled, 0));
  if (ruleset < 0) {
    return false;
  }
  for (const char* path : kReadable) {
    AllowReading(ruleset, path);
  }
  if (const char* data = std::getenv("TESSDATA_PREFIX"); data != nullptr) {
    AllowReading(ruleset, data);
  }
  for (const std::string& folder : readable) {
    AllowReading(ruleset, folder.c_str());
  }
  const bool done = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  close(ruleset);
  return done;
}

// All that a reader of reports asks of the kernel: what its libraries, the OCR's threads and the
// C library use. Any other call is answered as by a kernel that does not have it.
constexpr std::array kAllowed = {
    // files that are open, and what is to be known of others
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(preadv), SCMP_SYS(write),
    SCMP_SYS(writev), SCMP_SYS(close), SCMP_SYS(lseek), SCMP_SYS(_llseek), SCMP_SYS(dup),
    SCMP_SYS(fcntl), SCMP_SYS(fcntl64), SCMP_SYS(flock), SCMP_SYS(fadvise64), SCMP_SYS(readahead),
    SCMP_SYS(fstat), SCMP_SYS(fstat64), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(stat64),
    SCMP_SYS(lstat64), SCMP_SYS(newfstatat), SCMP_SYS(fstatat64), SCMP_SYS(statx), SCMP_SYS(statfs),
    SCMP_SYS(fstatfs), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2),
    SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getdents), SCMP_SYS(getdents64),
    SCMP_SYS(getcwd),
    // the sockets it was given: its parent and LibreOffice's broker
    SCMP_SYS(recvmsg), SCMP_SYS(recvfrom), SCMP_SYS(recv), SCMP_SYS(sendmsg), SCMP_SYS(sendto),
    SCMP_SYS(send), SCMP_SYS(shutdown), SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(select),
    SCMP_SYS(pselect6),
    // memory
    SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(mmap2), SCMP_SYS(munmap), SCMP_SYS(mremap),
    SCMP_SYS(mprotect), SCMP_SYS(madvise), SCMP_SYS(mincore), SCMP_SYS(membarrier),
    // threads
    SCMP_SYS(futex), SCMP_SYS(futex_time64), SCMP_SYS(set_robust_list), SCMP_SYS(get_robust_list),
    SCMP_SYS(rseq), SCMP_SYS(set_tid_address), SCMP_SYS(arch_prctl), SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity), SCMP_SYS(sched_getparam), SCMP_SYS(sched_getscheduler),
    SCMP_SYS(sched_get_priority_max), SCMP_SYS(sched_get_priority_min), SCMP_SYS(gettid),
    SCMP_SYS(getcpu), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(prctl),
    // signals to itself
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigreturn),
    SCMP_SYS(sigaltstack), SCMP_SYS(restart_syscall), SCMP_SYS(pause),
    // time, chance, and who it is
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_gettime64), SCMP_SYS(clock_getres),
    SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep), SCMP_SYS(gettimeofday), SCMP_SYS(time),
    SCMP_SYS(times), SCMP_SYS(getrandom), SCMP_SYS(getpid), SCMP_SYS(getppid), SCMP_SYS(getuid),
    SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(getrlimit),
    SCMP_SYS(getrusage), SCMP_SYS(sysinfo), SCMP_SYS(uname)};

// Refused in words a person knows, where an error message may come of it.
constexpr std::array kForbidden = {
    SCMP_SYS(socket),   SCMP_SYS(socketpair), SCMP_SYS(connect),  SCMP_SYS(bind),
    SCMP_SYS(execve),   SCMP_SYS(execveat),   SCMP_SYS(fork),     SCMP_SYS(vfork),
    SCMP_SYS(ptrace),   SCMP_SYS(kill),       SCMP_SYS(tkill),    SCMP_SYS(creat),
    SCMP_SYS(mkdir),    SCMP_SYS(mkdirat),    SCMP_SYS(unlink),   SCMP_SYS(unlinkat),
    SCMP_SYS(rmdir),    SCMP_SYS(rename),     SCMP_SYS(renameat), SCMP_SYS(renameat2),
    SCMP_SYS(truncate), SCMP_SYS(ftruncate),  SCMP_SYS(chmod),    SCMP_SYS(fchmod),
    SCMP_SYS(fchmodat)};

// A filter in the making: calls are allowed, or answered with an error, always or where one of
// their arguments is like that.
class CallFilter {
 public:
  CallFilter() : filter_(seccomp_init(SCMP_ACT_ERRNO(ENOSYS))), good_(filter_ != nullptr) {}
  ~CallFilter() {
    if (filter_ != nullptr) {
      seccomp_release(filter_);
    }
  }
  CallFilter(const CallFilter&) = delete;
  CallFilter& operator=(const CallFilter&) = delete;

  // A call that this machine's kernel does not have needs no rule.
  void Always(uint32_t action, int call) {
    if (good_) {
      (void)seccomp_rule_add(filter_, action, call, 0);
    }
  }
  void Where(uint32_t action, int call, scmp_arg_cmp test) {
    good_ = good_ && seccomp_rule_add_array(filter_, action, call, 1, &test) == 0;
  }
  bool Load() {
    if (good_) {
      // Calls are looked up in a tree instead of one after another (libseccomp 2.5).
      (void)seccomp_attr_set(filter_, SCMP_FLTATR_CTL_OPTIMIZE, 2);
    }
    return good_ && seccomp_load(filter_) == 0;
  }

 private:
  scmp_filter_ctx filter_;
  bool good_;
};

bool ConfineBySeccomp() {
  CallFilter filter;
  for (const int call : kAllowed) {
    filter.Always(SCMP_ACT_ALLOW, call);
  }
  for (const int call : kForbidden) {
    filter.Always(SCMP_ACT_ERRNO(EPERM), call);
  }
  // Files are opened for reading only, and never made.
  constexpr scmp_datum_t kWriting = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
  filter.Where(SCMP_ACT_ALLOW, SCMP_SYS(open), {1, SCMP_CMP_MASKED_EQ, kWriting, O_RDONLY});
  filter.Where(SCMP_ACT_ALLOW, SCMP_SYS(openat), {2, SCMP_CMP_MASKED_EQ, kWriting, O_RDONLY});
  // Threads are welcome, processes are not. clone3 has its flags where a filter cannot see them;
  // without it the C library uses clone.
  constexpr scmp_datum_t kThread = 0x00010000;
  filter.Where(SCMP_ACT_ALLOW, SCMP_SYS(clone), {0, SCMP_CMP_MASKED_EQ, kThread, kThread});
  // A process may end itself (abort), not another, and change its own limits only.
  const auto self = static_cast<scmp_datum_t>(getpid());
  filter.Where(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), {0, SCMP_CMP_EQ, self, 0});
  filter.Where(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), {0, SCMP_CMP_EQ, 0, 0});
  // isatty, which C streams ask.
  filter.Where(SCMP_ACT_ALLOW, SCMP_SYS(ioctl), {1, SCMP_CMP_EQ, TCGETS, 0});
  return filter.Load();
}

}  // namespace

std::string Confine(const WorkerLimits& limits) {
  LimitResources(limits);
  prctl(PR_SET_DUMPABLE, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  const bool landlock = ConfineByLandlock(limits.readable);
  const bool seccomp = ConfineBySeccomp();
  return std::string("rlimits, ") + (seccomp ? "seccomp, " : "no seccomp, ") +
         (landlock ? "landlock" : "no landlock");
}

void RenewCpuLimit(const WorkerLimits& limits) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  rlimit limit{};
  getrlimit(RLIMIT_CPU, &limit);
  limit.rlim_cur =
      static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 + limits.cpu_seconds);
  setrlimit(RLIMIT_CPU, &limit);
}

}  // namespace crossfoot
