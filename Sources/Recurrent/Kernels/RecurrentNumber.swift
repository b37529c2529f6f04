#if hasFeature(Embedded)
package typealias NumberForLanes = SIMDScalar
#else
/// What the standard library asks of a vector's numbers.
package typealias NumberForLanes = Codable & SIMDScalar
#endif

/// What the core counts in: `Double` for lessons, `Float` where speed is worth more than digits.
package protocol RecurrentNumber: BinaryFloatingPoint, NumberForLanes, CompiledNumber, Sendable {
  /// As many numbers as plain Swift works on together.
  associatedtype Lanes: SIMD where Lanes.Scalar == Self

  static func sigmoid(_ x: Self) -> Self
  static func tanh(_ x: Self) -> Self
}

extension Double: RecurrentNumber {
  package typealias Lanes = SIMD4<Double>

  @inline(__always)
  package static func sigmoid(_ x: Double) -> Double { Recurrent.sigmoid(x) }
  @inline(__always)
  package static func tanh(_ x: Double) -> Double { Recurrent.tanh(x) }
}

extension Float: RecurrentNumber {
  package typealias Lanes = SIMD8<Float>

  @inline(__always)
  package static func sigmoid(_ x: Float) -> Float { Recurrent.sigmoid(x) }
  @inline(__always)
  package static func tanh(_ x: Float) -> Float { Recurrent.tanh(x) }
}
