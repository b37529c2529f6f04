// Sigmoid and tanh of `float` vectors, line for line as FloatExponential.swift defines them.

/// x = n·ln 2 + r; gives 2ⁿ and eʳ − 1.
static inline __attribute__((always_inline)) VECTOR NAMED(reduced)(VECTOR x, VECTOR *power) {
  const VECTOR shifted = x * 1.44269504f + 0x1.8p23f;
  const VECTOR n = shifted - 0x1.8p23f;
  const VECTOR z = x - n * 0.693359375f;
  const VECTOR w = n * -2.12194440e-4f;
  const VECTOR r = z - w;
  VECTOR q = (VECTOR)(0.0013926213f);
  q = q * r + 0.008363203f;
  q = q * r + 0.041666556f;
  q = q * r + 0.16666576f;
  q = q * r + 0.5f;
  *power = (VECTOR)(((BITS)shifted + 127) << 23);
  return z + ((r * r) * q - w);
}

static inline __attribute__((always_inline)) VECTOR NAMED(sigmoid_of)(VECTOR x) {
  VECTOR y = -x;
  y = y < -87 ? (VECTOR)(-87.0f) : y;
  y = y > 87.3365f ? (VECTOR)(87.3365f) : y;
  VECTOR power;
  const VECTOR p = NAMED(reduced)(y, &power);
  const VECTOR result = 1 / ((power * p + 1) + power);
  return x != x ? (VECTOR)(__builtin_nanf("")) : result;
}

static inline __attribute__((always_inline)) VECTOR NAMED(tanh_of)(VECTOR x) {
  const VECTOR a = (VECTOR)((BITS)x & 0x7fffffff);
  VECTOR y = a + a;
  y = y > 20 ? (VECTOR)(20.0f) : y;
  VECTOR power;
  const VECTOR p = NAMED(reduced)(y, &power);
  const VECTOR far = 1 - 2 / (power * p + (power + 1));
  const VECTOR u = a * a;
  VECTOR series = (VECTOR)(-0.0066102277f);
  series = series * u + 0.021309389f;
  series = series * u + -0.05390943f;
  series = series * u + 0.13333113f;
  series = series * u + -0.3333333f;
  const VECTOR near = a + (a * u) * series;
  const VECTOR result = a < 0.55f ? near : far;
  const VECTOR signed_result = (VECTOR)((BITS)result | ((BITS)x & (int)0x80000000));
  return x != x ? (VECTOR)(__builtin_nanf("")) : signed_result;
}
