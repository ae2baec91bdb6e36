// jemalloc, the memory allocator of the command.
#if !__has_include(<jemalloc/jemalloc.h>)
#error "jemalloc not found: install the Debian packages libjemalloc-dev and pkg-config (apt-get install libjemalloc-dev pkg-config), or run: make setup"
#endif
#include <jemalloc/jemalloc.h>
