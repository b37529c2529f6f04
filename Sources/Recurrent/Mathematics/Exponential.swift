// Goals, in order:
//
// 1. The same bits on every machine, at every optimisation level: IEEE 754 + − × ÷ √ and integer
//    operations only. The system's libm changes its last bits with the CPU; training amplifies one.
// 2. Errors of at most 1 unit in the last place for exp, 1½ for log, 2½ for sigmoid and tanh, and
//    exact values where they are known. A Float that goes through Double and back is rounded right
//    but for ties.
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
@inline(__always)
func reducedExponential(_ x: Double) -> (n: Double, expMinusOne: Double) {
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
  return (n, r + (r * r) * q)
}

/// 2ⁿ for a whole n from −1022 to 1023.
///
/// n + 1.5·2⁵² has n in its last bits; the shift drops all but twelve of them, and what would trap
/// for NaN or cost a conversion is not needed.
@inline(__always)
func powerOfTwo(_ n: Double) -> Double {
  Double(bitPattern: ((n + 0x1.8p52).bitPattern &+ 1023) &<< 52)
}

/// eˣ; infinite above 709.78, zero below −745.13.
public func exp(_ x: Double) -> Double {
  if x.isNaN { return .nan }
  if x > 709.782712893384 { return .infinity }
  if x < -745.1332191019412 { return 0 }
  return exponential(x)
}

/// eˣ for −746 ≤ x ≤ 710, without a branch.
@inline(__always)
private func exponential(_ x: Double) -> Double {
  let (n, p) = reducedExponential(x)
  // In two factors, so that neither overflows and a subnormal result is rounded once. Half of n,
  // rounded down: a quarter less is never halfway between two integers.
  let half = nearestInteger(n * 0.5 - 0.25)
  return ((1 + p) * powerOfTwo(half)) * powerOfTwo(n - half)
}

/// 1 / (1 + e⁻ˣ), the logistic sigmoid.
@inline(__always)
public func sigmoid(_ x: Double) -> Double {
  // Selects instead of branches, so that a loop over many numbers can use lanes. Below −709.79 the
  // power is infinite and the result 0, above 700 the result is 1 to the last bit.
  let y = x < -709.79 ? 709.79 : (x > 700 ? -700 : -x)
  let result = 1 / (1 + exponential(y))
  return x.isNaN ? .nan : result
}

/// The hyperbolic tangent, as (e²ˣ − 1)/(e²ˣ + 1) without cancellation near zero.
@inline(__always)
public func tanh(_ x: Double) -> Double {
  // Beyond 20 the result is 1 to the last bit.
  let magnitude = abs(x) > 20 ? 20 : abs(x)
  let (n, p) = reducedExponential(magnitude + magnitude)
  let scale = powerOfTwo(n)
  let expMinusOne = p * scale + (scale - 1)
  let result = expMinusOne / (expMinusOne + 2)
  return x.isNaN ? .nan : (x < 0 ? -result : result)
}

/// Replaces every number by its sigmoid.
func applySigmoid(_ values: UnsafeMutablePointer<Double>, count: Int) {
  Kernels.best.applySigmoid(values, count: count)
}

/// Replaces every number by its hyperbolic tangent.
func applyTanh(_ values: UnsafeMutablePointer<Double>, count: Int) {
  Kernels.best.applyTanh(values, count: count)
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
