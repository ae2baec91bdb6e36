// What Swift cannot import of GLib and poppler-glib, and nothing else.
#if !__has_include(<poppler.h>)
#error "poppler-glib not found: install the Debian packages libpoppler-glib-dev, poppler-data and pkg-config (apt-get install libpoppler-glib-dev poppler-data pkg-config), or run: make setup"
#endif
#include <poppler.h>

// POPPLER_ERROR is a macro that calls a function.
static inline GQuark gongkai_poppler_error_domain(void) { return poppler_error_quark(); }
