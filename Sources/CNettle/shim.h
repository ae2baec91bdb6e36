// SHA-256 of nettle, which uses what the processor has for it.
#if !__has_include(<nettle/sha2.h>)
#error "nettle not found: install the Debian packages nettle-dev and pkg-config (apt-get install nettle-dev pkg-config), or run: make setup"
#endif
#include <nettle/sha2.h>
