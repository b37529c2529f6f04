#include "CRecurrentKernels.h"

// Goals, in order: the bits of the core's own Swift at every width; speed. There is no libm, no
// fused multiplication and addition, and no sum that is split.
#pragma STDC FP_CONTRACT OFF

// Vectors wider than a register are only passed to what is inlined.
#pragma clang diagnostic ignored "-Wpsabi"

#define JOIN_(a, b, c) a##_##b##_##c
#define JOIN(a, b, c) JOIN_(a, b, c)
// What works on one vector of WIDTH bytes, and on four of them side by side.
#define SINGLE(name) JOIN(name, TYPE_NAME, WIDTH)
#define FOUR(name) JOIN(name##_four, TYPE_NAME, WIDTH)
#define VECTOR NAMED(lanes)
#define BITS NAMED(lane_bits)
#define LOAD(place) (*(const VECTOR *)(place))
#define STORE(place, value) (*(VECTOR *)(place) = (value))

// Inner indices that a strip of a product goes through before the next strip: 512 of them by two
// vectors come from the second-level cache faster than they are used, and sums are not put down often.
#define INNER 512

// Bytes of a table that a second-level cache keeps with ease from one time-step to the next.
#define NEAR (128 << 10)
// The same of a first-level cache.
#define NEAREST (32 << 10)

// Six rows by two vectors, what they are multiplied by and one product: 16 registers.
#define ROWS 6
#define WIDTH 16
#include "types.h"
#undef WIDTH

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#define WIDTH 32
#include "types.h"
#undef WIDTH
#pragma clang attribute pop

// 32 registers.
#undef ROWS
#define ROWS 8
#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512vl,avx512dq"))), apply_to = function)
#define WIDTH 64
#include "types.h"
#undef WIDTH
#pragma clang attribute pop

int recurrent_widest(void) {
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512dq"))
    return 64;
  return __builtin_cpu_supports("avx2") ? 32 : 16;
}

#define CALL(name, type, ...)                               \
  if (width == 64) return name##_##type##_64(__VA_ARGS__);  \
  if (width == 32) return name##_##type##_32(__VA_ARGS__);  \
  name##_##type##_16(__VA_ARGS__)
#else
int recurrent_widest(void) { return 16; }

#define CALL(name, type, ...) (void)width, name##_##type##_16(__VA_ARGS__)
#endif

#define KERNELS(T, type)                                                                          \
  void recurrent_add_product_##type(                                                              \
      int width, const recurrent_product *shape, const T *a, const T *b, const T *from, T *out) { \
    CALL(add_product, type, shape, a, b, from, out);                                              \
  }                                                                                               \
  void recurrent_sigmoid_##type(                                                                  \
      int width, long count, T *values) {                                                         \
    CALL(sigmoid, type, count, values);                                                           \
  }                                                                                               \
  void recurrent_tanh_##type(                                                                     \
      int width, long count, T *values) {                                                         \
    CALL(tanh, type, count, values);                                                              \
  }                                                                                               \
  void recurrent_lstm_##type(                                                                     \
      int width, long count, long size, const T *input, const T *recurrent, const T *previous_cell, T         \
      *gates, T *cell, T *hidden) {                                                               \
    CALL(lstm, type, count, size, input, recurrent, previous_cell, gates, cell, hidden);                 \
  }                                                                                               \
  void recurrent_gru_##type(                                                                      \
      int width, long count, long size, const T *input, const T *recurrent, const T *previous_hidden, T       \
      *gates, T *hidden) {                                                                        \
    CALL(gru, type, count, size, input, recurrent, previous_hidden, gates, hidden);                      \
  }                                                                                               \
  void recurrent_lstm_back_##type(                                                                \
      int width, long count, long size, const T *gates, const T *cell, const T *previous_cell, const T        \
      *d_hidden, T *d_cell, T *d_input, T *d_recurrent, T *d_previous_cell) {                     \
    CALL(lstm_back, type, count, size, gates, cell, previous_cell, d_hidden, d_cell, d_input,            \
        d_recurrent, d_previous_cell);                                                            \
  }                                                                                               \
  void recurrent_gru_back_##type(                                                                 \
      int width, long count, long size, const T *gates, const T *recurrent, const T *previous_hidden, const   \
      T *d_hidden, T *d_input, T *d_recurrent, T *d_previous_hidden) {                            \
    CALL(gru_back, type, count, size, gates, recurrent, previous_hidden, d_hidden, d_input,              \
        d_recurrent, d_previous_hidden);                                                          \
  }                                                                                               \
  void recurrent_adam_##type(                                                                     \
      int width, long count, T *parameters, const T *gradient, T *first, T *second, T rate, T     \
      first_correction, T second_correction) {                                                    \
    CALL(adam, type, count, parameters, gradient, first, second, rate, first_correction,          \
        second_correction);                                                                       \
  }

KERNELS(float, f32)
KERNELS(double, f64)
