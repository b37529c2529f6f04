/// Random numbers from a seed: the same ones on every machine, for ever.
///
/// SplitMix64 (Steele, Lea & Flood 2014). A generator is a value: pass it on `inout`, or copy it to
/// get the same numbers again.
public struct SeededGenerator: Hashable, Sendable {
  private var state: UInt64

  public init(seed: Int) {
    state = UInt64(bitPattern: Int64(seed))
  }

  /// 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number from the range, its ends included only as far as rounding reaches them.
  public mutating func uniform(_ range: ClosedRange<Double> = 0...1) -> Double {
    // 53 bits: every multiple of 2⁻⁵³ below 1 is equally likely.
    let unit = Double(next() >> 11) * 0x1p-53
    return range.lowerBound + unit * (range.upperBound - range.lowerBound)
  }

  /// A number from 0 to `bound` − 1, all equally likely (Lemire 2019).
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "a random number below \(bound) does not exist")
    let bound = UInt64(bound)
    while true {
      let (high, low) = next().multipliedFullWidth(by: bound)
      if low >= bound || low >= (0 &- bound) % bound { return Int(high) }
    }
  }

  /// A number of the normal distribution with mean 0 and variance 1 (Marsaglia's polar method).
  public mutating func gaussian() -> Double {
    while true {
      let x = uniform(-1...1)
      let y = uniform(-1...1)
      let square = x * x + y * y
      if square > 0, square < 1 { return x * sqrt(-2 * log(square) / square) }
    }
  }
}
