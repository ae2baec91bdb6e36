// libxlsxwriter, for workbooks.
#if !__has_include(<xlsxwriter.h>)
#error "libxlsxwriter not found: install the Debian packages libxlsxwriter-dev and pkg-config (apt-get install libxlsxwriter-dev pkg-config), or run: make setup"
#endif
#include <xlsxwriter.h>
