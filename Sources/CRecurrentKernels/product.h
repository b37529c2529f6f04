// A template: included for every number type `T` and register width, with V numbers in a `VECTOR`,
// ROWS rows in a tile, and `NAMED` for the ends of names.

// Vector v of a tile of b stands in panel v · V / 16; `panel` is how far panels are apart.
#define AT(v, panel) ((v) * V / 16 * (panel) + (v) * V % 16)

/// `rows` by `vectors` sums in registers while k goes up. A sum has one accumulator and rounds
/// after the multiplication and after the addition, as the definition asks; it starts with what is
/// in `from`, which may be `out`.
static inline __attribute__((always_inline)) void NAMED(tile)(
    const int rows, const int vectors, const recurrent_product *shape, long inner, const T *a,
    const T *b, long b_inner, long b_panel, const T *from, long from_row, T *out, long out_row) {
  const long a_row = shape->a_row, a_inner = shape->a_inner;
  VECTOR sums[12][8];
#pragma unroll
  for (int m = 0; m < rows; m++)
#pragma unroll
    for (int v = 0; v < vectors; v++) sums[m][v] = LOAD(from + m * from_row + v * V);
  for (long k = 0; k < inner; k++) {
    VECTOR lanes[8];
#pragma unroll
    for (int v = 0; v < vectors; v++) lanes[v] = LOAD(b + AT(v, b_panel));
#pragma unroll
    for (int m = 0; m < rows; m++) {
      const VECTOR factor = (VECTOR)(a[m * a_row]);
#pragma unroll
      for (int v = 0; v < vectors; v++) sums[m][v] = sums[m][v] + factor * lanes[v];
    }
    a += a_inner;
    b += b_inner;
  }
#pragma unroll
  for (int m = 0; m < rows; m++)
#pragma unroll
    for (int v = 0; v < vectors; v++) STORE(out + m * out_row + v * V, sums[m][v]);
}

/// All rows of some columns, as many of them in a tile as the registers hold.
static inline __attribute__((always_inline)) void NAMED(strip)(
    const int vectors, const recurrent_product *shape, long rows, long inner, const T *a,
    const T *b, long b_inner, long b_panel, const T *from, long from_row, T *out, long out_row) {
#define TILE(n) \
  NAMED(tile)(n, vectors, shape, inner, a, b, b_inner, b_panel, from, from_row, out, out_row)
#define TILES(n)                                  \
  while (rows >= n) {                             \
    TILE(n);                                      \
    a += n * shape->a_row;                        \
    from += n * from_row;                         \
    out += n * out_row;                           \
    rows -= n;                                    \
  }
  TILES(ROWS)
#if ROWS > 8
  TILES(8)
#endif
  TILES(4)
  TILES(2)
  TILES(1)
#undef TILES
#undef TILE
}

/// The columns behind the last whole vector: in a place of their own, filled up with zeros.
static void NAMED(tail)(
    const recurrent_product *shape, long inner, long columns, const T *a, const T *b,
    const T *from, long from_row, T *out) {
  T lanes[INNER * V], sums[ROWS * V] = {0};
  for (long k = 0; k < inner; k++)
    for (long n = 0; n < V; n++) lanes[k * V + n] = n < columns ? b[k * shape->b_inner + n] : 0;
  for (long m = 0; m < shape->rows; m += ROWS) {
    const long rows = shape->rows - m < ROWS ? shape->rows - m : ROWS;
    for (long row = 0; row < rows; row++)
      for (long n = 0; n < columns; n++) sums[row * V + n] = from[(m + row) * from_row + n];
    NAMED(strip)(1, shape, rows, inner, a + m * shape->a_row, lanes, V, 0, sums, V, sums, V);
    for (long row = 0; row < rows; row++)
      for (long n = 0; n < columns; n++) out[(m + row) * shape->out_row + n] = sums[row * V + n];
  }
}

/// One row by a packed table that stays near, eight vectors at once: the compiler knows all steps
/// but one, and takes four of them in a row, which keeps more loads on their way.
static void NAMED(add_near_row)(
    const recurrent_product *shape, const T *a, const T *b, const T *from, T *out) {
  const long panel = shape->b_panel, groups = shape->columns / (8 * V);
  for (long i = 0; i < groups; i++) {
    const long n = (shape->from_end ? groups - 1 - i : i) * 8 * V;
    const T *table = b + n / 16 * panel;
    VECTOR sums[8];
#pragma unroll
    for (int v = 0; v < 8; v++) sums[v] = LOAD(from + n + v * V);
#pragma unroll 4
    for (long k = 0; k < shape->inner; k++) {
      const VECTOR factor = (VECTOR)(a[k]);
#pragma unroll
      for (int v = 0; v < 8; v++) sums[v] = sums[v] + factor * LOAD(table + k * 16 + AT(v, panel));
    }
#pragma unroll
    for (int v = 0; v < 8; v++) STORE(out + n + v * V, sums[v]);
  }
}

/// One row: some columns at once, so that their sums do not wait for each other.
static void NAMED(add_row)(
    const recurrent_product *shape, const T *a, const T *b, const T *from, T *out) {
#define COLUMNS(vectors, n)                                                                      \
  NAMED(tile)(                                                                                   \
      1, vectors, shape, shape->inner, a, b + (n) / 16 * shape->b_panel + (n) % 16,              \
      shape->b_inner, shape->b_panel, from + (n), 0, out + (n), 0)
  const long groups = shape->columns / (AT_ONCE * V);
  for (long i = 0; i < groups; i++) {
    const long group = shape->from_end ? groups - 1 - i : i;
    COLUMNS(AT_ONCE, group * AT_ONCE * V);
  }
  long n = groups * AT_ONCE * V;
#if AT_ONCE > 4
  for (; n + 4 * V <= shape->columns; n += 4 * V) COLUMNS(4, n);
#endif
  for (; n + V <= shape->columns; n += V) COLUMNS(1, n);
#undef COLUMNS
  for (long k = 0; n < shape->columns && k < shape->inner; k += INNER)
    NAMED(tail)(
        shape, shape->inner - k < INNER ? shape->inner - k : INNER, shape->columns - n,
        a + k * shape->a_inner, b + n / 16 * shape->b_panel + n % 16 + k * shape->b_inner,
        (k == 0 ? from : out) + n, 0, out + n);
}

/// Many rows: `INNER` of the inner indices at a time, so that the strip of b they ask for stays in
/// the first-level cache; sums wait in `out` meanwhile, which rounds nothing.
static void NAMED(add_rows)(
    const recurrent_product *shape, const T *a, const T *b, const T *from, T *out) {
  // A strip whose numbers lie far apart is copied together when enough rows make use of it.
  const int copied = shape->b_inner != 16 && shape->rows >= 2 * ROWS;
  const long rows = shape->rows, out_row = shape->out_row, b_panel = shape->b_panel;
  long from_row = shape->from_row;
  T strip[INNER * 2 * V] __attribute__((aligned(64)));
  for (long k = 0; k < shape->inner; k += INNER) {
    const long inner = shape->inner - k < INNER ? shape->inner - k : INNER;
    const T *factors = a + k * shape->a_inner;
    const T *part = b + k * shape->b_inner;
    long n = 0;
#define COLUMNS(vectors)                                                                         \
  for (; n + vectors * V <= shape->columns; n += vectors * V) {                                  \
    const T *source = part + n / 16 * b_panel + n % 16;                                          \
    if (copied) {                                                                                \
      for (long i = 0; i < inner; i++)                                                           \
        for (int v = 0; v < vectors; v++)                                                        \
          STORE(                                                                                 \
              strip + (i * vectors + v) * V,                                                     \
              LOAD(source + i * shape->b_inner + AT(v, b_panel)));                               \
      NAMED(strip)(                                                                              \
          vectors, shape, rows, inner, factors, strip, vectors * V, 16, from + n, from_row,      \
          out + n, out_row);                                                                     \
    } else {                                                                                     \
      NAMED(strip)(                                                                              \
          vectors, shape, rows, inner, factors, source, shape->b_inner, b_panel, from + n,       \
          from_row, out + n, out_row);                                                           \
    }                                                                                            \
  }
    COLUMNS(2)
    COLUMNS(1)
#undef COLUMNS
    if (n < shape->columns)
      NAMED(tail)(
          shape, inner, shape->columns - n, factors, part + n / 16 * b_panel + n % 16, from + n,
          from_row, out + n);
    from = out;
    from_row = out_row;
  }
}

static void NAMED(add_product)(
    const recurrent_product *shape, const T *a, const T *b, const T *from, T *out) {
  const long bytes = shape->inner * shape->columns * (long)sizeof(T);
  if (shape->rows == 1 && shape->a_inner == 1 && shape->b_inner == 16 && bytes <= NEAR &&
      shape->columns % (8 * V) == 0)
    NAMED(add_near_row)(shape, a, b, from, out);
  else if (shape->rows == 1)
    NAMED(add_row)(shape, a, b, from, out);
  else
    NAMED(add_rows)(shape, a, b, from, out);
}

#undef AT
