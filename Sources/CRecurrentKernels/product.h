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

/// One row of `vectors` sums. Four steps stand in a row, which keeps more loads on their way.
static inline __attribute__((always_inline)) void NAMED(row_tile)(
    const int vectors, long inner, const T *a, long a_inner, const T *b, long b_inner, long b_panel,
    const T *from, T *out) {
  VECTOR sums[8];
#pragma unroll
  for (int v = 0; v < vectors; v++) sums[v] = LOAD(from + v * V);
#pragma unroll 4
  for (long k = 0; k < inner; k++) {
    const VECTOR factor = (VECTOR)(a[k * a_inner]);
#pragma unroll
    for (int v = 0; v < vectors; v++)
      sums[v] = sums[v] + factor * LOAD(b + k * b_inner + AT(v, b_panel));
  }
#pragma unroll
  for (int v = 0; v < vectors; v++) STORE(out + v * V, sums[v]);
}

/// One row: some columns at once, so that their sums do not wait for each other.
static inline __attribute__((always_inline)) void NAMED(add_row)(
    const recurrent_product *shape, long a_inner, long b_inner, const T *a, const T *b,
    const T *from, T *out) {
  const long inner = shape->inner, panel = shape->b_panel;
  long n = 0;
#define COLUMNS(vectors)                                                                         \
  {                                                                                              \
    const long groups = (shape->columns - n) / (vectors * V);                                    \
    for (long i = 0; i < groups; i++) {                                                          \
      const long at = n + (shape->from_end ? groups - 1 - i : i) * vectors * V;                  \
      NAMED(row_tile)(                                                                           \
          vectors, inner, a, a_inner, b + at / 16 * panel + at % 16, b_inner, panel, from + at,  \
          out + at);                                                                             \
    }                                                                                            \
    n += groups * vectors * V;                                                                   \
  }
  // From far away eight streams of whole cache lines are too many.
  if (WIDTH < 64 || inner * shape->columns * (long)sizeof(T) <= NEAR) COLUMNS(8)
  COLUMNS(4)
  COLUMNS(1)
#undef COLUMNS
  for (long k = 0; n < shape->columns && k < inner; k += INNER)
    NAMED(tail)(
        shape, inner - k < INNER ? inner - k : INNER, shape->columns - n, a + k * a_inner,
        b + n / 16 * panel + n % 16 + k * b_inner, (k == 0 ? from : out) + n, 0, out + n);
}

/// One row of two halves, `vectors` each, by a packed table that is a little too large for the
/// first-level cache. One of them is half of the steps ahead, the other one in the next product:
/// what is read last is then read first, while it is near.
static inline __attribute__((always_inline)) void NAMED(add_halves)(
    const int vectors, const recurrent_product *shape, const T *a, const T *b, const T *from,
    T *out) {
  const long inner = shape->inner, panel = shape->b_panel, lag = inner / 2;
  const long ahead = shape->from_end ? vectors : 0, behind = vectors - ahead;
  const T *b_ahead = b + AT(ahead, panel), *b_behind = b + AT(behind, panel);
  VECTOR first[8], second[8];
#pragma unroll
  for (int v = 0; v < vectors; v++) {
    first[v] = LOAD(from + (ahead + v) * V);
    second[v] = LOAD(from + (behind + v) * V);
  }
#define STEP(sums, b, k)                                               \
  {                                                                    \
    const VECTOR factor = (VECTOR)(a[k]);                              \
    _Pragma("unroll") for (int v = 0; v < vectors; v++)                \
      sums[v] = sums[v] + factor * LOAD(b + (k) * 16 + AT(v, panel));  \
  }
#pragma unroll 4
  for (long k = 0; k < lag; k++) STEP(first, b_ahead, k)
#pragma unroll 4
  for (long k = lag; k < inner; k++) {
    STEP(first, b_ahead, k)
    STEP(second, b_behind, k - lag)
  }
#pragma unroll 4
  for (long k = inner - lag; k < inner; k++) STEP(second, b_behind, k)
#undef STEP
#pragma unroll
  for (int v = 0; v < vectors; v++) {
    STORE(out + (ahead + v) * V, first[v]);
    STORE(out + (behind + v) * V, second[v]);
  }
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
  const int overflows = NEAREST < bytes && bytes <= NEAR;
  if (shape->rows > 1)
    NAMED(add_rows)(shape, a, b, from, out);
  else if (shape->a_inner != 1 || shape->b_inner != 16)
    NAMED(add_row)(shape, shape->a_inner, shape->b_inner, a, b, from, out);
  else if (overflows && shape->columns == 4 * V)
    NAMED(add_halves)(2, shape, a, b, from, out);
  else if (overflows && shape->columns == 16 * V && WIDTH == 64)
    NAMED(add_halves)(8, shape, a, b, from, out);
  else
    // Steps that the compiler knows.
    NAMED(add_row)(shape, 1, 16, a, b, from, out);
}

#undef AT
