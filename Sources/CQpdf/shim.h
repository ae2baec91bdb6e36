// The C interface of qpdf, for the painted edges of pages.
#if !__has_include(<qpdf/qpdf-c.h>)
#error "qpdf not found: install the Debian packages libqpdf-dev and pkg-config (apt-get install libqpdf-dev pkg-config), or run: make setup"
#endif
#include <qpdf/qpdf-c.h>
