// What a worker may still do once it has started: read files and answer. No other file is opened for writing, nothing is
// changed, no program is started, no connection is made, no other process is touched.
#define _GNU_SOURCE
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

int gongkai_landlock_version(void) {
  return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

int gongkai_forbid_writing(void) {
  int version = gongkai_landlock_version();
  if (version < 0) return -1;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  // The rights of the first version are known to every kernel that has Landlock.
  struct landlock_ruleset_attr rules = {.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1};
  int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof rules.handled_access_fs, 0);
  if (ruleset < 0) return -1;
  struct landlock_path_beneath_attr reading = {
      .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR,
      .parent_fd = open("/", O_PATH | O_DIRECTORY | O_CLOEXEC),
  };
  int result = -1;
  if (reading.parent_fd >= 0 &&
      syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &reading, 0) == 0)
    result = (int)syscall(SYS_landlock_restrict_self, ruleset, 0);
  int code = errno;
  if (reading.parent_fd >= 0) close(reading.parent_fd);
  close(ruleset);
  errno = code;
  return result;
}

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
// The low half of an argument, on machines whose low half comes first.
#define LOAD_ARGUMENT(index) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[index]))
#define ANSWER(action) BPF_STMT(BPF_RET | BPF_K, (action))
#define REFUSE(code) ANSWER(SECCOMP_RET_ERRNO | (code))
#define REFUSE_CALL(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), REFUSE(EPERM)

int gongkai_forbid_calls(void) {
#if !defined(ARCHITECTURE)
  errno = ENOSYS;
  return -1;
#else
  struct sock_filter program[] = {
      LOAD(arch),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
      ANSWER(SECCOMP_RET_KILL_PROCESS),
      LOAD(nr),
#if defined(__x86_64__)
      // The calls of the x32 ABI have numbers of their own, and nobody here uses them.
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
      REFUSE(EPERM),
      REFUSE_CALL(SYS_fork),
      REFUSE_CALL(SYS_vfork),
      REFUSE_CALL(SYS_creat),
      REFUSE_CALL(SYS_unlink),
      REFUSE_CALL(SYS_rmdir),
      REFUSE_CALL(SYS_rename),
      REFUSE_CALL(SYS_mkdir),
      REFUSE_CALL(SYS_link),
      REFUSE_CALL(SYS_symlink),
      REFUSE_CALL(SYS_mknod),
      REFUSE_CALL(SYS_chmod),
      REFUSE_CALL(SYS_chown),
      REFUSE_CALL(SYS_lchown),
      REFUSE_CALL(SYS_utime),
      REFUSE_CALL(SYS_utimes),
      REFUSE_CALL(SYS_futimesat),
#endif
      // Connections.
      REFUSE_CALL(SYS_socket),
      REFUSE_CALL(SYS_socketpair),
      REFUSE_CALL(SYS_connect),
      REFUSE_CALL(SYS_bind),
      REFUSE_CALL(SYS_listen),
      REFUSE_CALL(SYS_accept),
      REFUSE_CALL(SYS_accept4),
      // Programs and other processes.
      REFUSE_CALL(SYS_execve),
      REFUSE_CALL(SYS_execveat),
      REFUSE_CALL(SYS_kill),
      REFUSE_CALL(SYS_tkill),
      REFUSE_CALL(SYS_pidfd_open),
      REFUSE_CALL(SYS_pidfd_send_signal),
      REFUSE_CALL(SYS_ptrace),
      REFUSE_CALL(SYS_process_vm_readv),
      REFUSE_CALL(SYS_process_vm_writev),
      REFUSE_CALL(SYS_setsid),
      REFUSE_CALL(SYS_setpgid),
      // Changes to files.
      REFUSE_CALL(SYS_unlinkat),
      REFUSE_CALL(SYS_renameat),
      REFUSE_CALL(SYS_renameat2),
      REFUSE_CALL(SYS_mkdirat),
      REFUSE_CALL(SYS_linkat),
      REFUSE_CALL(SYS_symlinkat),
      REFUSE_CALL(SYS_mknodat),
      REFUSE_CALL(SYS_truncate),
      REFUSE_CALL(SYS_fchmod),
      REFUSE_CALL(SYS_fchmodat),
      REFUSE_CALL(SYS_fchown),
      REFUSE_CALL(SYS_fchownat),
      REFUSE_CALL(SYS_utimensat),
      REFUSE_CALL(SYS_setxattr),
      REFUSE_CALL(SYS_lsetxattr),
      REFUSE_CALL(SYS_fsetxattr),
      // The kernel's own machinery.
      REFUSE_CALL(SYS_mount),
      REFUSE_CALL(SYS_umount2),
      REFUSE_CALL(SYS_unshare),
      REFUSE_CALL(SYS_setns),
      REFUSE_CALL(SYS_chroot),
      REFUSE_CALL(SYS_pivot_root),
      REFUSE_CALL(SYS_bpf),
      REFUSE_CALL(SYS_perf_event_open),
      REFUSE_CALL(SYS_userfaultfd),
      REFUSE_CALL(SYS_io_uring_setup),
      REFUSE_CALL(SYS_keyctl),
      REFUSE_CALL(SYS_add_key),
      REFUSE_CALL(SYS_request_key),
      REFUSE_CALL(SYS_open_by_handle_at),
      // The C library falls back on older calls, whose arguments a filter can see.
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat2, 0, 1),
      REFUSE(ENOSYS),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1),
      REFUSE(ENOSYS),
      // A new thread is fine, a new process is not.
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 4),
      LOAD_ARGUMENT(0),
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, 0x00010000 /* CLONE_THREAD */, 0, 1),
      ANSWER(SECCOMP_RET_ALLOW),
      REFUSE(EPERM),
      // Files are opened for reading.
#if defined(__x86_64__)
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_open, 0, 4),
      LOAD_ARGUMENT(1),
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, 0, 1),
      REFUSE(EACCES),
      ANSWER(SECCOMP_RET_ALLOW),
#endif
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 0, 4),
      LOAD_ARGUMENT(2),
      BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, 0, 1),
      REFUSE(EACCES),
      ANSWER(SECCOMP_RET_ALLOW),
      ANSWER(SECCOMP_RET_ALLOW),
  };
  struct sock_fprog filter = {.len = sizeof program / sizeof program[0], .filter = program};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0);
#endif
}
