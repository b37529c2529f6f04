// Sigmoid and tanh of `double` vectors, line for line as Exponential.swift defines them.

/// x = n·ln 2 + r; gives n and eʳ − 1.
static inline __attribute__((always_inline)) VECTOR NAMED(reduced)(VECTOR x, VECTOR *whole) {
  const VECTOR n = (x * 1.4426950408889634 + 0x1.8p52) - 0x1.8p52;
  const VECTOR r = (x - n * 0x1.62e42feep-1) - n * 0x1.a39ef35793c76p-33;
  VECTOR q = (VECTOR)(1.0 / 6227020800.0);
  q = q * r + 1.0 / 479001600.0;
  q = q * r + 1.0 / 39916800.0;
  q = q * r + 1.0 / 3628800.0;
  q = q * r + 1.0 / 362880.0;
  q = q * r + 1.0 / 40320.0;
  q = q * r + 1.0 / 5040.0;
  q = q * r + 1.0 / 720.0;
  q = q * r + 1.0 / 120.0;
  q = q * r + 1.0 / 24.0;
  q = q * r + 1.0 / 6.0;
  q = q * r + 0.5;
  *whole = n;
  return r + (r * r) * q;
}

/// 2ⁿ for a whole n.
static inline __attribute__((always_inline)) VECTOR NAMED(power_of_two)(VECTOR n) {
  return (VECTOR)(((BITS)(n + 0x1.8p52) + 1023) << 52);
}

static inline __attribute__((always_inline)) VECTOR NAMED(sigmoid_of)(VECTOR x) {
  VECTOR y = x > 700 ? (VECTOR)(-700.0) : -x;
  y = x < -709.79 ? (VECTOR)(709.79) : y;
  VECTOR n;
  const VECTOR p = NAMED(reduced)(y, &n);
  const VECTOR half = ((n * 0.5 - 0.25) + 0x1.8p52) - 0x1.8p52;
  const VECTOR power = ((1 + p) * NAMED(power_of_two)(half)) * NAMED(power_of_two)(n - half);
  const VECTOR result = 1 / (1 + power);
  return x != x ? (VECTOR)(__builtin_nan("")) : result;
}

static inline __attribute__((always_inline)) VECTOR NAMED(tanh_of)(VECTOR x) {
  const VECTOR a = (VECTOR)((BITS)x & 0x7fffffffffffffff);
  const VECTOR magnitude = a > 20 ? (VECTOR)(20.0) : a;
  VECTOR n;
  const VECTOR p = NAMED(reduced)(magnitude + magnitude, &n);
  const VECTOR scale = NAMED(power_of_two)(n);
  const VECTOR above = p * scale + (scale - 1);
  const VECTOR result = above / (above + 2);
  return x != x ? (VECTOR)(__builtin_nan("")) : (x < 0 ? -result : result);
}
