#ifndef CRECURRENTKERNELS_H
#define CRECURRENTKERNELS_H

// What the core spends its time in, for the widest registers that the processor has. The core's own
// Swift is the definition: every function here gives the same bits at every width.

/// Where the numbers of out(m, n) = from(m, n) + Σₖ a(m, k) · b(k, n) stand, the sum's terms in the
/// order of k. Columns of b come in panels of 16: n is found at (n / 16) · panel + n % 16.
///
/// A single row may go through the columns from the end: what the product before it, which went
/// from the start, has left in the cache is then used before it is gone.
typedef struct {
  long rows, columns, inner;
  long a_row, a_inner;
  long b_inner, b_panel;
  long from_row, out_row;
  long from_end;
} recurrent_product;

/// Bytes of the widest registers of which all that is needed is there: 16, 32 or 64.
int recurrent_widest(void);

// `width` is one of those numbers, at most the widest. Pointers to what a function only reads are
// const; others may be one place where the comment says so.
#define RECURRENT_KERNELS(T, name)                                                               \
  /* `from` may be `out`. */                                                                     \
  void recurrent_add_product_##name(                                                             \
      int width, const recurrent_product *shape, const T *a, const T *b, const T *from, T *out); \
  void recurrent_sigmoid_##name(int width, long count, T *values);                               \
  void recurrent_tanh_##name(int width, long count, T *values);                                  \
  /* One time-step of one sequence: `count` of `size` units, beginning where the pointers point;   \
     `gates` may be `input`. */                                                                  \
  void recurrent_lstm_##name(                                                                    \
      int width, long count, long size, const T *input, const T *recurrent, const T *previous_cell,          \
      T *gates, T *cell, T *hidden);                                                             \
  void recurrent_gru_##name(                                                                     \
      int width, long count, long size, const T *input, const T *recurrent, const T *previous_hidden,        \
      T *gates, T *hidden);                                                                      \
  /* The same backwards; `d_recurrent` may be `d_input` for an LSTM. */                          \
  void recurrent_lstm_back_##name(                                                               \
      int width, long count, long size, const T *gates, const T *cell, const T *previous_cell,               \
      const T *d_hidden, T *d_cell, T *d_input, T *d_recurrent, T *d_previous_cell);             \
  void recurrent_gru_back_##name(                                                                \
      int width, long count, long size, const T *gates, const T *recurrent, const T *previous_hidden,        \
      const T *d_hidden, T *d_input, T *d_recurrent, T *d_previous_hidden);                      \
  /* Kingma & Ba 2015; the corrections are 1 − βⁿ. */                                            \
  void recurrent_adam_##name(                                                                    \
      int width, long count, T *parameters, const T *gradient, T *first, T *second, T rate,      \
      T first_correction, T second_correction);

RECURRENT_KERNELS(float, f32)
RECURRENT_KERNELS(double, f64)

#endif
