#include "pngshim.h"

#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fail(png_structp png, png_const_charp reason) {
  snprintf(png_get_error_ptr(png), PNGSHIM_MESSAGE_SIZE, "%s", reason);
  png_longjmp(png, 1);
}

static void ignore_warning(png_structp png, png_const_charp reason) {
  (void)png;
  (void)reason;
}

// MARK: - Writing

typedef struct {
  uint8_t *bytes;
  size_t count, capacity;
} growing_buffer;

static void append(png_structp png, png_bytep bytes, size_t count) {
  growing_buffer *buffer = png_get_io_ptr(png);
  if (count > buffer->capacity - buffer->count) {
    size_t capacity = 2 * buffer->capacity + count + 65536;
    uint8_t *grown = realloc(buffer->bytes, capacity);
    if (!grown) png_error(png, "out of memory");
    buffer->bytes = grown;
    buffer->capacity = capacity;
  }
  memcpy(buffer->bytes + buffer->count, bytes, count);
  buffer->count += count;
}

static void flush_nothing(png_structp png) { (void)png; }

static void write_header(png_structp png, png_infop info, const pngshim_picture *picture) {
  int has_palette = picture->palette_count > 0;
  png_set_IHDR(
      png, info, picture->width, picture->height, picture->bit_depth,
      has_palette ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
      PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (has_palette)
    png_set_PLTE(png, info, (png_const_colorp)picture->palette, picture->palette_count);
  png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  if (picture->pixels_per_metre)
    png_set_pHYs(
        png, info, picture->pixels_per_metre, picture->pixels_per_metre, PNG_RESOLUTION_METER);
  for (int i = 0; i < picture->text_count; i++) {
    png_text text = {
        .compression = PNG_ITXT_COMPRESSION_NONE,
        .key = (char *)picture->texts[i].key,
        .text = (char *)picture->texts[i].text,
        .itxt_length = strlen(picture->texts[i].text),
        .lang = (char *)"",
        .lang_key = (char *)"",
    };
    png_set_text(png, info, &text, 1);
  }
  png_write_info(png, info);
}

int pngshim_write(
    const pngshim_picture *picture, uint8_t **file, size_t *file_size,
    char message[PNGSHIM_MESSAGE_SIZE]) {
  growing_buffer buffer = {0};
  png_infop info = NULL;
  message[0] = 0;
  png_structp png =
      png_create_write_struct(PNG_LIBPNG_VER_STRING, message, fail, ignore_warning);
  if (!png) {
    snprintf(message, PNGSHIM_MESSAGE_SIZE, "libpng is not the version this was built for");
    return -1;
  }
  // `buffer` and `info` live in memory whose address has escaped, so the jump finds them current.
  if (setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    free(buffer.bytes);
    return -1;
  }
  info = png_create_info_struct(png);
  if (!info) png_error(png, "out of memory");
  png_set_write_fn(png, &buffer, append, flush_nothing);
  png_set_compression_level(png, picture->level);
  png_set_compression_mem_level(png, 9);
  png_set_compression_buffer_size(png, 1 << 18);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, picture->filters);
  write_header(png, info, picture);
  if (picture->bit_depth < 8) png_set_packing(png);
  size_t stride = (size_t)picture->width * (picture->palette_count > 0 ? 1 : 3);
  for (uint32_t y = 0; y < picture->height; y++)
    png_write_row(png, picture->rows + y * stride);
  png_write_end(png, NULL);
  png_destroy_write_struct(&png, &info);
  *file = buffer.bytes;
  *file_size = buffer.count;
  return 0;
}

// MARK: - Reading

typedef struct {
  const uint8_t *bytes;
  size_t left;
} shrinking_buffer;

static void take(png_structp png, png_bytep bytes, size_t count) {
  shrinking_buffer *buffer = png_get_io_ptr(png);
  if (count > buffer->left) png_error(png, "the file ends too early");
  memcpy(bytes, buffer->bytes, count);
  buffer->bytes += count;
  buffer->left -= count;
}

/// Whatever the file's own way of storing colours, rows come as 8-bit R, G, B over white.
static void ask_for_rgb(png_structp png, png_infop info) {
  png_color_16 white = {.index = 0, .red = 255, .green = 255, .blue = 255, .gray = 255};
  png_set_expand(png);
  png_set_scale_16(png);
  png_set_gray_to_rgb(png);
  if (png_get_color_type(png, info) & PNG_COLOR_MASK_ALPHA ||
      png_get_valid(png, info, PNG_INFO_tRNS))
    png_set_background(png, &white, PNG_BACKGROUND_GAMMA_SCREEN, 0, 1.0);
  png_set_interlace_handling(png);
  png_read_update_info(png, info);
}

static void hand_over_texts(
    png_structp png, png_infop info, pngshim_text_found found, void *context) {
  png_textp texts = NULL;
  int count = png_get_text(png, info, &texts, NULL);
  for (int i = 0; i < count; i++) found(context, texts[i].key, texts[i].text);
}

int pngshim_read(
    const uint8_t *file, size_t file_size, uint64_t limit, uint32_t *width, uint32_t *height,
    uint8_t **rows, pngshim_text_found found, void *context, char message[PNGSHIM_MESSAGE_SIZE]) {
  shrinking_buffer buffer = {file, file_size};
  png_infop info = NULL;
  message[0] = 0;
  *rows = NULL;
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, message, fail, ignore_warning);
  if (!png) {
    snprintf(message, PNGSHIM_MESSAGE_SIZE, "libpng is not the version this was built for");
    return -1;
  }
  if (setjmp(png_jmpbuf(png))) {
    png_destroy_read_struct(&png, &info, NULL);
    free(*rows);
    *rows = NULL;
    return -1;
  }
  info = png_create_info_struct(png);
  if (!info) png_error(png, "out of memory");
  png_set_read_fn(png, &buffer, take);
  png_read_info(png, info);
  *width = png_get_image_width(png, info);
  *height = png_get_image_height(png, info);
  if ((uint64_t)*width * *height > limit) png_error(png, "the picture is too large");
  int passes = png_get_interlace_type(png, info) == PNG_INTERLACE_ADAM7 ? 7 : 1;
  ask_for_rgb(png, info);
  size_t stride = (size_t)*width * 3;
  if (png_get_rowbytes(png, info) != stride) png_error(png, "the rows are not R, G, B");
  *rows = malloc(stride * *height);
  if (!*rows) png_error(png, "out of memory");
  for (int pass = 0; pass < passes; pass++)
    for (uint32_t y = 0; y < *height; y++) png_read_row(png, *rows + y * stride, NULL);
  png_read_end(png, info);
  hand_over_texts(png, info, found, context);
  png_destroy_read_struct(&png, &info, NULL);
  return 0;
}

void pngshim_free(uint8_t *buffer) { free(buffer); }
