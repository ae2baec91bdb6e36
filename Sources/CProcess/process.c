#define _GNU_SOURCE
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/single_threaded.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

int gongkai_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0); }

int gongkai_no_core_dumps(void) {
  struct rlimit none = {0, 0};
  return setrlimit(RLIMIT_CORE, &none);
}

int gongkai_pipe(int ends[2]) {
  if (pipe2(ends, O_CLOEXEC) != 0) return -1;
  // Only a wish: an unprivileged user has a limited share of such pipes.
  (void)fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
  return 0;
}

void gongkai_close_from(int first) { closefrom(first); }

int gongkai_is_single_threaded(void) { return __libc_single_threaded; }

// In the copy: the two pipes at their places, nothing of the terminal, no signal caught, ignored or held back.
static int part(int in, int out, int inbox, int outbox, int is_heard) {
  if (setpgid(0, 0) != 0) return -1;
  // First out of the way of their places, which they may hold themselves.
  in = fcntl(in, F_DUPFD_CLOEXEC, 10);
  out = fcntl(out, F_DUPFD_CLOEXEC, 10);
  if (in < 0 || out < 0 || dup2(in, inbox) < 0 || dup2(out, outbox) < 0) return -1;
  int nothing = open("/dev/null", O_RDWR);
  for (int i = 0; i < (is_heard ? 2 : 3); i++)
    if (nothing < 0 || dup2(nothing, i) < 0) return -1;
  for (int i = 1; i < NSIG; i++) (void)signal(i, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  return sigprocmask(SIG_SETMASK, &none, NULL);
}

int gongkai_fork(int in, int out, int inbox, int outbox, int is_heard) {
  // No signal may reach a handler of this process in the copy.
  sigset_t all, before;
  sigfillset(&all);
  if (sigprocmask(SIG_SETMASK, &all, &before) != 0) return -1;
  int pid = fork();
  if (pid == 0 && part(in, out, inbox, outbox, is_heard) != 0) _exit(127);
  int code = errno;
  if (pid != 0) (void)sigprocmask(SIG_SETMASK, &before, NULL);
  errno = code;
  return pid;
}
