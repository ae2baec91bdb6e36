// What Swift cannot import of GLib and poppler-glib, and nothing else.
#if !__has_include(<poppler.h>)
#error "poppler-glib not found: install the Debian packages libpoppler-glib-dev, poppler-data and pkg-config (apt-get install libpoppler-glib-dev poppler-data pkg-config), or run: make setup"
#endif
#include <poppler.h>
#include <sys/syscall.h>
#include <unistd.h>

// A file that has no name and goes with the process: memfd_create needs _GNU_SOURCE, which Swift does not define.
static inline int gongkai_memory_file(void) { return (int)syscall(SYS_memfd_create, "gongkai", 1u); }

// POPPLER_ERROR is a macro that calls a function.
static inline GQuark gongkai_poppler_error_domain(void) { return poppler_error_quark(); }
