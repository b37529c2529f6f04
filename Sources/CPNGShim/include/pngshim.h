#ifndef UNROLLER_PNGSHIM_H
#define UNROLLER_PNGSHIM_H

#include <stddef.h>
#include <stdint.h>

/// libpng reports errors by longjmp, which must not cross a Swift frame. These functions do whole
/// jobs in C and answer with a message instead.

#define PNGSHIM_MESSAGE_SIZE 128

typedef struct {
  const char *key;  ///< 1 to 79 Latin-1 characters.
  const char *text; ///< UTF-8.
} pngshim_text;

typedef struct {
  uint32_t width, height;
  int bit_depth;          ///< 1, 2, 4 or 8; rows hold one byte a sample all the same.
  const uint8_t *rows;    ///< Palette indices, or R, G, B when the palette is empty.
  const uint8_t *palette; ///< R, G, B triples.
  int palette_count;      ///< 0 for a picture without a palette.
  uint32_t pixels_per_metre;
  int level, filters;     ///< zlib's level, libpng's filter mask.
  const pngshim_text *texts;
  int text_count;
} pngshim_picture;

/// Writes a whole file into a buffer for `pngshim_free`. Gives 0, or -1 and a message.
int pngshim_write(
    const pngshim_picture *picture, uint8_t **file, size_t *file_size,
    char message[PNGSHIM_MESSAGE_SIZE]);

typedef void (*pngshim_text_found)(void *context, const char *key, const char *text);

/// Reads a whole file of at most `limit` pixels into R, G, B rows for `pngshim_free`, and hands
/// every text to `found`, which must return. Transparent parts are laid over white.
int pngshim_read(
    const uint8_t *file, size_t file_size, uint64_t limit, uint32_t *width, uint32_t *height,
    uint8_t **rows, pngshim_text_found found, void *context, char message[PNGSHIM_MESSAGE_SIZE]);

void pngshim_free(uint8_t *buffer);

#endif
