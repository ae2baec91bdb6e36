// libdeflate: streams unpacked at once, their checksum tested.
#if !__has_include(<libdeflate.h>)
#error "deflate not found: install the Debian packages libdeflate-dev and pkg-config (apt-get install libdeflate-dev pkg-config), or run: make setup"
#endif
#include <libdeflate.h>
