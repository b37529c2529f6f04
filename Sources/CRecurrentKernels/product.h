// A template: included for every number type `T` and register width, with V numbers in a `VECTOR`,
// ROWS rows in a tile, and `NAMED` for the ends of names.

// Vector v of a tile stands in panel v · V / 16; `panel` is what a panel is apart from the next.
#define AT(v, panel) ((v) * V / 16 * (panel) + (v) * V % 16)

/// `rows` by `vectors` sums in registers while k goes up. A sum has one accumulator and rounds
/// after the multiplication and after the addition, as the definition asks.
static inline __attribute__((always_inline)) void NAMED(tile)(
    const int rows, const int vectors, const recurrent_product *shape, long inner, const T *a,
    const T *b, long b_inner, long b_panel, T *out, long out_row, long out_panel) {
  const long a_row = shape->a_row, a_inner = shape->a_inner;
  VECTOR sums[12][8];
#pragma unroll
  for (int m = 0; m < rows; m++)
#pragma unroll
    for (int v = 0; v < vectors; v++) sums[m][v] = LOAD(out + m * out_row + AT(v, out_panel));
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
    for (int v = 0; v < vectors; v++) STORE(out + m * out_row + AT(v, out_panel), sums[m][v]);
}

/// All rows of some columns, as many of them in a tile as the registers hold.
static inline __attribute__((always_inline)) void NAMED(strip)(
    const int vectors, const recurrent_product *shape, long rows, long inner, const T *a,
    const T *b, long b_inner, long b_panel, T *out, long out_row, long out_panel) {
#define TILE(n) \
  NAMED(tile)(n, vectors, shape, inner, a, b, b_inner, b_panel, out, out_row, out_panel)
#define TILES(n)                                  \
  while (rows >= n) {                             \
    TILE(n);                                      \
    a += n * shape->a_row;                        \
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
    const recurrent_product *shape, long inner, long columns, const T *a, const T *b, T *out) {
  T lanes[INNER * V], sums[ROWS * V] = {0};
  for (long k = 0; k < inner; k++)
    for (long n = 0; n < V; n++) lanes[k * V + n] = n < columns ? b[k * shape->b_inner + n] : 0;
  for (long m = 0; m < shape->rows; m += ROWS) {
    const long rows = shape->rows - m < ROWS ? shape->rows - m : ROWS;
    T *place = out + m * shape->out_row;
    for (long row = 0; row < rows; row++)
      for (long n = 0; n < columns; n++) sums[row * V + n] = place[row * shape->out_row + n];
    NAMED(strip)(1, shape, rows, inner, a + m * shape->a_row, lanes, V, 0, sums, V, 0);
    for (long row = 0; row < rows; row++)
      for (long n = 0; n < columns; n++) place[row * shape->out_row + n] = sums[row * V + n];
  }
}

/// One row: many columns at once, so that their sums do not wait for each other.
static void NAMED(add_row)(const recurrent_product *shape, const T *a, const T *b, T *out) {
#define COLUMNS(vectors, n)                                                                      \
  NAMED(tile)(                                                                                   \
      1, vectors, shape, shape->inner, a, b + (n) / 16 * shape->b_panel + (n) % 16,              \
      shape->b_inner, shape->b_panel, out + (n) / 16 * shape->out_panel + (n) % 16, 0,           \
      shape->out_panel)
  const long groups = shape->columns / (8 * V);
  for (long i = 0; i < groups; i++) {
    const long group = shape->from_end ? groups - 1 - i : i;
    COLUMNS(8, group * 8 * V);
  }
  long n = groups * 8 * V;
  for (; n + 4 * V <= shape->columns; n += 4 * V) COLUMNS(4, n);
  for (; n + V <= shape->columns; n += V) COLUMNS(1, n);
#undef COLUMNS
  for (long k = 0; n < shape->columns && k < shape->inner; k += INNER)
    NAMED(tail)(
        shape, shape->inner - k < INNER ? shape->inner - k : INNER, shape->columns - n,
        a + k * shape->a_inner, b + n / 16 * shape->b_panel + n % 16 + k * shape->b_inner,
        out + n / 16 * shape->out_panel + n % 16);
}

/// Many rows: `INNER` of the inner indices at a time, so that the strip of b they ask for stays in
/// the first-level cache; sums wait in `out` meanwhile, which rounds nothing.
static void NAMED(add_rows)(const recurrent_product *shape, const T *a, const T *b, T *out) {
  // A strip whose numbers lie far apart is copied together when enough rows make use of it.
  const int copied = shape->b_inner != 16 && shape->rows >= 2 * ROWS;
  T strip[INNER * 2 * V] __attribute__((aligned(64)));
  for (long k = 0; k < shape->inner; k += INNER) {
    const long inner = shape->inner - k < INNER ? shape->inner - k : INNER;
    const T *factors = a + k * shape->a_inner;
    long n = 0;
#define COLUMNS(vectors)                                                                         \
  while (n + vectors * V <= shape->columns) {                                                    \
    const T *source = b + n / 16 * shape->b_panel + n % 16 + k * shape->b_inner;                 \
    T *place = out + n / 16 * shape->out_panel + n % 16;                                         \
    if (copied) {                                                                                \
      for (long i = 0; i < inner; i++)                                                           \
        for (int v = 0; v < vectors; v++)                                                        \
          STORE(                                                                                 \
              strip + (i * vectors + v) * V,                                                     \
              LOAD(source + i * shape->b_inner + AT(v, shape->b_panel)));                        \
      NAMED(strip)(                                                                              \
          vectors, shape, shape->rows, inner, factors, strip, vectors * V, 16, place,            \
          shape->out_row, shape->out_panel);                                                     \
    } else {                                                                                     \
      NAMED(strip)(                                                                              \
          vectors, shape, shape->rows, inner, factors, source, shape->b_inner, shape->b_panel,   \
          place, shape->out_row, shape->out_panel);                                              \
    }                                                                                            \
    n += vectors * V;                                                                            \
  }
    COLUMNS(2)
    COLUMNS(1)
#undef COLUMNS
    if (n < shape->columns)
      NAMED(tail)(
          shape, inner, shape->columns - n, factors,
          b + n / 16 * shape->b_panel + n % 16 + k * shape->b_inner,
          out + n / 16 * shape->out_panel + n % 16);
  }
}

static void NAMED(add_product)(const recurrent_product *shape, const T *a, const T *b, T *out) {
  if (shape->rows == 1)
    NAMED(add_row)(shape, a, b, out);
  else
    NAMED(add_rows)(shape, a, b, out);
}

#undef AT
