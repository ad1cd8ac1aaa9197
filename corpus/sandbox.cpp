// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/sandbox.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace crossfoot {
namespace {

void SetLimit(__rlimit_resource which, rlim_t value) {
  const rlimit limit{value, value};
  setrlimit(which, &limit);
}

void LimitResources(const WorkerLimits& limits) {
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

bool ConfineByLandlock() {
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
  const bool done = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  close(ruleset);
  return done;
}

// Calls that a reader of reports has no use for.
constexpr std::array kRefused = {
    // network
    SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen),
    SCMP_SYS(accept), SCMP_SYS(accept4),
    // changing the file system
    SCMP_SYS(creat), SCMP_SYS(mkdir), SCMP_SYS(mkdirat), SCMP_SYS(mknod), SCMP_SYS(mknodat),
    SCMP_SYS(unlink), SCMP_SYS(unlinkat), SCMP_SYS(rmdir), SCMP_SYS(rename), SCMP_SYS(renameat),
    SCMP_SYS(renameat2), SCMP_SYS(link), SCMP_SYS(linkat), SCMP_SYS(symlink), SCMP_SYS(symlinkat),
    SCMP_SYS(truncate), SCMP_SYS(ftruncate), SCMP_SYS(chmod), SCMP_SYS(fchmod), SCMP_SYS(fchmodat),
    SCMP_SYS(chown), SCMP_SYS(fchown), SCMP_SYS(lchown), SCMP_SYS(fchownat), SCMP_SYS(utimensat),
    SCMP_SYS(setxattr), SCMP_SYS(fsetxattr), SCMP_SYS(lsetxattr), SCMP_SYS(fallocate),
    SCMP_SYS(memfd_create),
    // other programs and processes
    SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(kill), SCMP_SYS(tkill),
    SCMP_SYS(pidfd_open), SCMP_SYS(pidfd_send_signal), SCMP_SYS(pidfd_getfd), SCMP_SYS(shmget),
    SCMP_SYS(shmat), SCMP_SYS(msgget), SCMP_SYS(semget),
    // the system itself
    SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(setns),
    SCMP_SYS(unshare), SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd),
    SCMP_SYS(keyctl), SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(init_module),
    SCMP_SYS(finit_module), SCMP_SYS(kexec_load), SCMP_SYS(reboot), SCMP_SYS(swapon),
    SCMP_SYS(setuid), SCMP_SYS(setgid), SCMP_SYS(setreuid), SCMP_SYS(setresuid), SCMP_SYS(capset),
    SCMP_SYS(personality), SCMP_SYS(quotactl), SCMP_SYS(acct), SCMP_SYS(settimeofday),
    SCMP_SYS(clock_settime), SCMP_SYS(sethostname)};

// Refuses the call where one of its arguments is like that.
bool RefuseWhere(scmp_filter_ctx filter, unsigned int error, int call, scmp_arg_cmp test) {
  return seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(error), call, 1, &test) == 0;
}

bool ConfineBySeccomp() {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  if (filter == nullptr) {
    return false;
  }
  bool good = true;
  for (const int call : kRefused) {
    // A call that this machine's kernel does not have needs no refusing.
    (void)seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0);
  }
  for (const int flag : {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND}) {
    const auto bit = static_cast<scmp_datum_t>(flag);
    good = good && RefuseWhere(filter, EROFS, SCMP_SYS(open), {1, SCMP_CMP_MASKED_EQ, bit, bit});
    good = good && RefuseWhere(filter, EROFS, SCMP_SYS(openat), {2, SCMP_CMP_MASKED_EQ, bit, bit});
  }
  // Their arguments lie in memory where a filter cannot see them; callers fall back to older calls.
  for (const int call : {SCMP_SYS(openat2), SCMP_SYS(clone3), SCMP_SYS(io_uring_setup)}) {
    good = good && seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), call, 0) == 0;
  }
  // Threads are welcome, processes are not.
  constexpr scmp_datum_t kThread = 0x00010000;
  good = good && RefuseWhere(filter, EPERM, SCMP_SYS(clone), {0, SCMP_CMP_MASKED_EQ, kThread, 0});
  // A process may end itself (abort), not another.
  const auto self = static_cast<scmp_datum_t>(getpid());
  good = good && RefuseWhere(filter, EPERM, SCMP_SYS(tgkill), {0, SCMP_CMP_NE, self, 0});
  good = good && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return good;
}

}  // namespace

std::string Confine(const WorkerLimits& limits) {
  LimitResources(limits);
  prctl(PR_SET_DUMPABLE, 0);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  const bool landlock = ConfineByLandlock();
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
