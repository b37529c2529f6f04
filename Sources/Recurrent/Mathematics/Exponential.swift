// Goals, in order:
//
// 1. The same bits on every machine, at every optimisation level: IEEE 754 + − × ÷ √ and integer
//    operations only. The system's libm changes its last bits with the CPU; training amplifies one.
// 2. Errors of at most two units in the last place, and exact values where they are known.
// 3. Speed.

/// ln 2 in two parts: the first has trailing zeros, so that `n · high` is exact for |n| < 2¹¹.
let ln2High = 0x1.62e42feep-1
let ln2Low = 0x1.a39ef35793c76p-33

/// The integer nearest to x, for |x| < 2⁵¹: adding 1.5·2⁵² leaves no room for a fraction.
///
/// `rounded()` is a call into libm where the processor has no instruction for it.
@inline(__always)
func nearestInteger(_ x: Double) -> Double { (x + 0x1.8p52) - 0x1.8p52 }

/// x = n·ln 2 + r with |r| ≤ ½ ln 2; gives n and eʳ − 1.
///
/// The polynomial is the Taylor series of (eʳ − 1 − r)/r² to r¹¹; what is left out is below
/// 0.35¹²/14! ≈ 4·10⁻¹⁷.
func reducedExponential(_ x: Double) -> (n: Int, expMinusOne: Double) {
  let n = nearestInteger(x * 1.4426950408889634)
  let r = (x - n * ln2High) - n * ln2Low
  var q = 1.0 / 6_227_020_800
  q = q * r + 1.0 / 479_001_600
  q = q * r + 1.0 / 39_916_800
  q = q * r + 1.0 / 3_628_800
  q = q * r + 1.0 / 362_880
  q = q * r + 1.0 / 40_320
  q = q * r + 1.0 / 5_040
  q = q * r + 1.0 / 720
  q = q * r + 1.0 / 120
  q = q * r + 1.0 / 24
  q = q * r + 1.0 / 6
  q = q * r + 0.5
  return (Int(n), r + (r * r) * q)
}

/// 2ⁿ for −1022 ≤ n ≤ 1023.
@inline(__always)
func powerOfTwo(_ n: Int) -> Double { Double(bitPattern: UInt64(n + 1023) << 52) }

/// eˣ; infinite above 709.78, zero below −745.13.
public func exp(_ x: Double) -> Double {
  if x.isNaN { return .nan }
  if x > 709.782712893384 { return .infinity }
  if x < -745.1332191019412 { return 0 }
  let (n, p) = reducedExponential(x)
  // In two factors, so that neither overflows and a subnormal result is rounded once.
  let half = n >> 1
  return ((1 + p) * powerOfTwo(half)) * powerOfTwo(n - half)
}

/// 1 / (1 + e⁻ˣ), the logistic sigmoid.
public func sigmoid(_ x: Double) -> Double {
  if x.isNaN { return .nan }
  return 1 / (1 + exp(-x))
}

/// The hyperbolic tangent, as (e²ˣ − 1)/(e²ˣ + 1) without cancellation near zero.
public func tanh(_ x: Double) -> Double {
  if x.isNaN { return .nan }
  // Beyond 20 the result is 1 to the last bit.
  let magnitude = min(abs(x), 20)
  let (n, p) = reducedExponential(magnitude + magnitude)
  let scale = powerOfTwo(n)
  let expMinusOne = p * scale + (scale - 1)
  let result = expMinusOne / (expMinusOne + 2)
  return x < 0 ? -result : result
}

/// The natural logarithm; NaN below zero.
public func log(_ x: Double) -> Double {
  if x.isNaN || x < 0 { return .nan }
  if x == 0 { return -.infinity }
  if x == .infinity { return x }
  var exponent = Double(x.exponent)
  var m = x.significand
  if m > 1.4142135623730951 {
    m /= 2
    exponent += 1
  }
  // ln m = 2 artanh s with s = (m − 1)/(m + 1), |s| ≤ 0.1716: the series to s²³ leaves 10⁻¹⁹.
  let f = m - 1
  let s = f / (m + 1)
  let z = s * s
  var series = 0.0
  for k in stride(from: 23, through: 3, by: -2) { series = (series + 1 / Double(k)) * z }
  // 2s = f − s·f keeps the leading term exact.
  return exponent * ln2High + ((f - s * f) + (2 * s * series + exponent * ln2Low))
}

/// The square root, correctly rounded.
public func sqrt(_ x: Double) -> Double { x.squareRoot() }
