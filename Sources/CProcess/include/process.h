// What Swift cannot call of Linux's process calls (they take variable arguments or macros), and nothing else.
#pragma once

// Asks the kernel to kill this process when its parent dies. 0, or -1 with errno.
int gongkai_die_with_parent(void);

// No core dumps: a crash is an answer here, and a dump would fill the disk. 0, or -1 with errno.
int gongkai_no_core_dumps(void);

// A pipe that programs started later do not inherit, wide enough for a whole record. 0, or -1 with errno.
int gongkai_pipe(int ends[2]);

// Closes all files from that number on.
void gongkai_close_from(int first);

// Not 0 where this process never had a second thread, and so can be copied.
int gongkai_is_single_threaded(void);

// Copies this process, which must have one thread. The copy finds one end of each of two pipes at `inbox` and `outbox`, an empty
// standard input and output and, where it `is_heard`, this process's standard error; no signal is handled there, and it has a
// process group of its own. 0 in the copy, its process id here, or -1 with errno.
int gongkai_fork(int in, int out, int inbox, int outbox, int is_heard);

// Landlock: from now on files and folders can be read and nothing else. 0, or -1 with errno where the kernel refuses.
int gongkai_forbid_writing(void);

// Seccomp: from now on no sockets, no programs, no other processes, no files opened for writing. 0, or -1 with errno.
int gongkai_forbid_calls(void);

// The version of the kernel's Landlock, or -1 with errno.
int gongkai_landlock_version(void);
