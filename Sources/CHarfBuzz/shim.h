#include <hb.h>
#include <hb-ot.h>

/// Hands a glyph's outline to `draw`, by whichever name this HarfBuzz calls it.
static inline void unroller_draw_glyph(
    hb_font_t *font, hb_codepoint_t glyph, hb_draw_funcs_t *draw, void *context) {
#if HB_VERSION_ATLEAST(7, 0, 0)
  hb_font_draw_glyph(font, glyph, draw, context);
#else
  hb_font_get_glyph_shape(font, glyph, draw, context);
#endif
}
