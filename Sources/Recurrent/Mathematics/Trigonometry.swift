/// The constant π.
public let pi = Double.pi

/// The sine of an angle in radians; to 2½ units in the last place for |x| < 10⁵, 1½ below 10.
public func sin(_ x: Double) -> Double {
  guard x.isFinite else { return .nan }
  let (quadrant, r) = reducedAngle(x)
  switch quadrant {
  case 0: return sineSeries(r)
  case 1: return cosineSeries(r)
  case 2: return -sineSeries(r)
  default: return -cosineSeries(r)
  }
}

/// The cosine of an angle in radians; to 2½ units in the last place for |x| < 10⁵, 1½ below 10.
public func cos(_ x: Double) -> Double {
  guard x.isFinite else { return .nan }
  let (quadrant, r) = reducedAngle(x)
  switch quadrant {
  case 0: return cosineSeries(r)
  case 1: return -sineSeries(r)
  case 2: return -cosineSeries(r)
  default: return sineSeries(r)
  }
}

/// x = n·π/2 + r with |r| ≤ π/4 (Cody & Waite 1980): π/2 in three parts, the first two with
/// trailing zeros, so that their products with n are exact for |n| < 2²⁰.
private func reducedAngle(_ x: Double) -> (quadrant: Int, r: Double) {
  let n = nearestInteger(x * 0.6366197723675814)
  let r = ((x - n * 0x1.921fb544p0) - n * 0x1.0b4611a4p-34) - n * 0x1.13198a2e03707p-65
  // Beyond 2⁵¹ no angle is meant; a quadrant is given all the same.
  return (abs(n) < 0x1p51 ? Int(n) & 3 : 0, r)
}

/// r − r³/3! + …; what is left out after r¹⁷ is below 0.79¹⁹/19! ≈ 10⁻¹⁹.
private func sineSeries(_ r: Double) -> Double {
  let z = r * r
  var series = 0.0
  for k in stride(from: 17, through: 3, by: -2) {
    series = (1 - series) * z / Double(k * (k - 1))
  }
  return r - r * series
}

/// 1 − r²/2! + …; what is left out after r¹⁸ is below 0.79²⁰/20! ≈ 10⁻²⁰.
private func cosineSeries(_ r: Double) -> Double {
  let z = r * r
  var series = 0.0
  for k in stride(from: 18, through: 2, by: -2) {
    series = (1 - series) * z / Double(k * (k - 1))
  }
  return 1 - series
}
