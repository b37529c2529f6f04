// A template, as product.h: the loops over what parts.h does. Four vectors at once hide the time that
// the steps of an exponential wait for each other.

/// Numbers from `at` on: four vectors, a vector, and what is left behind them.
#define FOR_ALL(count, part, ...)                                              \
  long at = 0;                                                                 \
  for (; at + 4 * V <= count; at += 4 * V) FOUR(part)(at, 4 * V, __VA_ARGS__); \
  for (; at + V <= count; at += V) NAMED(part)(at, V, __VA_ARGS__);            \
  if (at < count) NAMED(part)(at, count - at, __VA_ARGS__)

static void NAMED(sigmoid)(long count, T *values) {
  FOR_ALL(count, sigmoid_part, values);
}

static void NAMED(tanh)(long count, T *values) {
  FOR_ALL(count, tanh_part, values);
}

static void NAMED(lstm)(
    long count, long H, const T *input, const T *recurrent, const T *previous_cell, T *gates, T *cell,
    T *hidden) {
  FOR_ALL(count, lstm_part, H, input, recurrent, previous_cell, gates, cell, hidden);
}

static void NAMED(lstm_back)(
    long count, long H, const T *gates, const T *cell, const T *previous_cell, const T *d_hidden, T *d_cell,
    T *d_input, T *d_recurrent, T *d_previous_cell) {
  FOR_ALL(
      count, lstm_back_part, H, gates, cell, previous_cell, d_hidden, d_cell, d_input, d_recurrent,
      d_previous_cell);
}

static void NAMED(gru)(
    long count, long H, const T *input, const T *recurrent, const T *previous_hidden, T *gates, T *hidden) {
  FOR_ALL(count, gru_part, H, input, recurrent, previous_hidden, gates, hidden);
}

static void NAMED(gru_back)(
    long count, long H, const T *gates, const T *recurrent, const T *previous_hidden, const T *d_hidden,
    T *d_input, T *d_recurrent, T *d_previous_hidden) {
  FOR_ALL(
      count, gru_back_part, H, gates, recurrent, previous_hidden, d_hidden, d_input, d_recurrent,
      d_previous_hidden);
}

static void NAMED(adam)(
    long count, T *parameters, const T *gradient, T *first, T *second, T rate,
    T first_correction, T second_correction) {
  FOR_ALL(
      count, adam_part, parameters, gradient, first, second, rate, first_correction,
      second_correction);
}

#undef FOR_ALL
