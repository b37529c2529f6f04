// The functions of Exponential.swift in `Float`, with the same goals. Every 997th number is tried
// against `Double` in the tests: errors stay below two units in the last place.

/// x = n·ln 2 + r with |r| ≤ ½ ln 2; gives n and eʳ − 1.
///
/// ln 2 in two parts, the first so short that n times it is exact (Cody & Waite 1980); the
/// polynomial is one of (eʳ − 1 − r)/r² to r⁴, fitted to an error below 7·10⁻⁸: 10⁻⁸ of eʳ.
@inline(__always)
private func reducedExponential(_ x: Float) -> (n: Float, expMinusOne: Float) {
  let n = nearestInteger(x * 1.44269504)
  let z = x - n * 0.693359375
  let w = n * -2.12194440e-4
  let r = z - w
  var q: Float = 0.0013926213
  q = q * r + 0.008363203
  q = q * r + 0.041666556
  q = q * r + 0.16666576
  q = q * r + 0.5
  return (n, z + ((r * r) * q - w))
}

/// The integer nearest to x, for |x| < 2²².
@inline(__always)
private func nearestInteger(_ x: Float) -> Float { (x + 0x1.8p23) - 0x1.8p23 }

/// 2ⁿ for a whole n from −126 to 127.
@inline(__always)
private func powerOfTwo(_ n: Float) -> Float {
  Float(bitPattern: ((n + 0x1.8p23).bitPattern &+ 127) &<< 23)
}

// Not beside the functions of Double, whose names stand for one type everywhere.
extension Float {
  /// eˣ; infinite above 88.72, zero below −103.97.
  package static func exp(_ x: Float) -> Float {
    if x.isNaN { return .nan }
    let (n, p) = reducedExponential(x < -104 ? -104 : (x > 89 ? 89 : x))
    // In two factors, so that neither overflows and a subnormal result is rounded once.
    let half = nearestInteger(n * 0.5 - 0.25)
    return ((1 + p) * powerOfTwo(half)) * powerOfTwo(n - half)
  }

  /// 1 / (1 + e⁻ˣ); below −87.33, where the sigmoid is smaller than a normal number, 2⁻¹²⁶.
  @inline(__always)
  package static func sigmoid(_ x: Float) -> Float {
    var y = -x
    y = y < -87 ? -87 : y
    y = y > 87.3365 ? 87.3365 : y
    let (n, p) = reducedExponential(y)
    let power = powerOfTwo(n)
    let result = 1 / ((power * p + 1) + power)
    return x.isNaN ? .nan : result
  }

  /// The hyperbolic tangent: a polynomial in x² near zero, 1 − 2/(e²ˣ + 1) elsewhere.
  @inline(__always)
  package static func tanh(_ x: Float) -> Float {
    let a = Float(bitPattern: x.bitPattern & 0x7fff_ffff)
    // Beyond 10 the result is 1 to the last bit.
    let y = a + a > 20 ? 20 : a + a
    let (n, p) = reducedExponential(y)
    let power = powerOfTwo(n)
    let far = 1 - 2 / (power * p + (power + 1))
    let u = a * a
    var series: Float = -0.0066102277
    series = series * u + 0.021309389
    series = series * u - 0.05390943
    series = series * u + 0.13333113
    series = series * u - 0.3333333
    let near = a + (a * u) * series
    let result = a < 0.55 ? near : far
    return x.isNaN ? .nan : Float(bitPattern: result.bitPattern | (x.bitPattern & 0x8000_0000))
  }
}
