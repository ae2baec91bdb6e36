// FreeType, for the drawn shapes of embedded fonts. Its headers are named by macros, which Swift cannot follow.
#if !__has_include(<ft2build.h>)
#error "FreeType not found: install the Debian packages libfreetype-dev and pkg-config (apt-get install libfreetype-dev pkg-config), or run: make setup"
#endif
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H
#include FT_OUTLINE_H

// Fonts that are keyed by CID (a macro in FreeType).
static inline int gongkai_is_cid_keyed(FT_Face face) { return FT_IS_CID_KEYED(face) ? 1 : 0; }

// Fonts whose glyphs have names (a macro in FreeType).
static inline int gongkai_has_glyph_names(FT_Face face) { return FT_HAS_GLYPH_NAMES(face) ? 1 : 0; }
