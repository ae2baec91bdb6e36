// What Swift cannot call of Linux's process calls (they take variable arguments or macros), and nothing else.
#pragma once

// Asks the kernel to kill this process when its parent dies. 0, or -1 with errno.
int gongkai_die_with_parent(void);

// No core dumps: a crash is an answer here, and a dump would fill the disk. 0, or -1 with errno.
int gongkai_no_core_dumps(void);

// A pipe that programs started later do not inherit, wide enough for a whole record. 0, or -1 with errno.
int gongkai_pipe(int ends[2]);
