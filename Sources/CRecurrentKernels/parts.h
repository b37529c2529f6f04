// A template, included for one vector and for four: what happens to `count` numbers from k on, each by
// itself. The letters are those of the cells in Swift, and so is the order of every operation.

static inline __attribute__((always_inline)) VECTOR NAMED(get)(const T *place, long count) {
  if (count == V) return LOAD(place);
  VECTOR part = (VECTOR)(0);
  __builtin_memcpy(&part, place, (unsigned long)count * sizeof(T));
  return part;
}

static inline __attribute__((always_inline)) void NAMED(put)(T *place, VECTOR value, long count) {
  if (count == V)
    STORE(place, value);
  else
    __builtin_memcpy(place, &value, (unsigned long)count * sizeof(T));
}

#define GET(place) NAMED(get)((place) + k, count)
#define PUT(place, value) NAMED(put)((place) + k, value, count)
#define INLINE static inline __attribute__((always_inline)) void

INLINE NAMED(sigmoid_part)(long k, long count, T *values) {
  PUT(values, NAMED(sigmoid_of)(GET(values)));
}

INLINE NAMED(tanh_part)(long k, long count, T *values) {
  PUT(values, NAMED(tanh_of)(GET(values)));
}

INLINE NAMED(lstm_part)(
    long k, long count, long H, const T *input, const T *recurrent, const T *previous_cell,
    T *gates, T *cell, T *hidden) {
  const VECTOR i = NAMED(sigmoid_of)(GET(input) + GET(recurrent));
  const VECTOR f = NAMED(sigmoid_of)(GET(input + H) + GET(recurrent + H));
  const VECTOR g = NAMED(tanh_of)(GET(input + 2 * H) + GET(recurrent + 2 * H));
  const VECTOR o = NAMED(sigmoid_of)(GET(input + 3 * H) + GET(recurrent + 3 * H));
  const VECTOR c = f * GET(previous_cell) + i * g;
  PUT(gates, i);
  PUT(gates + H, f);
  PUT(gates + 2 * H, g);
  PUT(gates + 3 * H, o);
  PUT(cell, c);
  PUT(hidden, o * NAMED(tanh_of)(c));
}

INLINE NAMED(lstm_back_part)(
    long k, long count, long H, const T *gates, const T *cell, const T *previous_cell,
    const T *d_hidden, T *d_cell, T *d_input, T *d_recurrent, T *d_previous_cell) {
  const VECTOR i = GET(gates), f = GET(gates + H), g = GET(gates + 2 * H), o = GET(gates + 3 * H);
  const VECTOR t = NAMED(tanh_of)(GET(cell)), dh = GET(d_hidden);
  const VECTOR dc = GET(d_cell) + dh * o * (1 - t * t);
  const VECTOR di = dc * g * i * (1 - i);
  const VECTOR df = dc * GET(previous_cell) * f * (1 - f);
  const VECTOR dg = dc * i * (1 - g * g);
  const VECTOR d_o = dh * t * o * (1 - o);
  PUT(d_cell, dc);
  PUT(d_input, di);
  PUT(d_input + H, df);
  PUT(d_input + 2 * H, dg);
  PUT(d_input + 3 * H, d_o);
  PUT(d_previous_cell, dc * f);
  if (d_recurrent == d_input) return;
  PUT(d_recurrent, di);
  PUT(d_recurrent + H, df);
  PUT(d_recurrent + 2 * H, dg);
  PUT(d_recurrent + 3 * H, d_o);
}

INLINE NAMED(gru_part)(
    long k, long count, long H, const T *input, const T *recurrent, const T *previous_hidden,
    T *gates, T *hidden) {
  const VECTOR r = NAMED(sigmoid_of)(GET(input) + GET(recurrent));
  const VECTOR z = NAMED(sigmoid_of)(GET(input + H) + GET(recurrent + H));
  const VECTOR n = NAMED(tanh_of)(GET(input + 2 * H) + r * GET(recurrent + 2 * H));
  const VECTOR h = (1 - z) * n + z * GET(previous_hidden);
  PUT(gates, r);
  PUT(gates + H, z);
  PUT(gates + 2 * H, n);
  PUT(hidden, h);
}

INLINE NAMED(gru_back_part)(
    long k, long count, long H, const T *gates, const T *recurrent, const T *previous_hidden,
    const T *d_hidden, T *d_input, T *d_recurrent, T *d_previous_hidden) {
  const VECTOR r = GET(gates), z = GET(gates + H), n = GET(gates + 2 * H), dh = GET(d_hidden);
  const VECTOR dn = dh * (1 - z) * (1 - n * n);
  const VECTOR dz = dh * (GET(previous_hidden) - n) * z * (1 - z);
  const VECTOR dr = dn * GET(recurrent + 2 * H) * r * (1 - r);
  PUT(d_input, dr);
  PUT(d_input + H, dz);
  PUT(d_input + 2 * H, dn);
  PUT(d_recurrent, dr);
  PUT(d_recurrent + H, dz);
  PUT(d_recurrent + 2 * H, dn * r);
  PUT(d_previous_hidden, dh * z);
}

INLINE NAMED(adam_part)(
    long k, long count, T *parameters, const T *gradient, T *first, T *second, T rate,
    T first_correction, T second_correction) {
  const VECTOR g = GET(gradient);
  const VECTOR m = (T)0.9 * GET(first) + (T)0.1 * g;
  const VECTOR v = (T)0.999 * GET(second) + (T)0.001 * (g * g);
  const VECTOR root = __builtin_elementwise_sqrt(v / second_correction);
  PUT(first, m);
  PUT(second, v);
  PUT(parameters, GET(parameters) - rate * (m / first_correction) / (root + (T)1e-8));
}

#undef GET
#undef PUT
#undef INLINE
