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

/// A type of numbers that the compiled kernels know; `width` is never plain Swift's.
package protocol CompiledNumber {
  typealias Source = UnsafePointer<Self>
  typealias Target = UnsafeMutablePointer<Self>

  static func addProduct(
    _ width: Int32, _ shape: ProductShape, _ a: Source, _ b: Source, from: Source, to out: Target)
  static func applySigmoid(_ width: Int32, _ values: Target, count: Int)
  static func applyTanh(_ width: Int32, _ values: Target, count: Int)
  static func lstm(_ width: Int32, _ step: StepPlaces<Self>, cell: Target)
  static func lstmBack(
    _ width: Int32, _ step: StepBackPlaces<Self>, cell: Source, cellGradient: Target,
    before: Target)
  static func gru(_ width: Int32, _ step: StepPlaces<Self>)
  static func gruBack(
    _ width: Int32, _ step: StepBackPlaces<Self>, product: Source, before: Target)
  static func adam(
    _ width: Int32, _ parameters: Target, _ gradient: Source,
    _ moments: (first: Target, second: Target), count: Int, rate: Self,
    corrections: (first: Self, second: Self))
}

extension Double: RecurrentNumber {
  package typealias Lanes = SIMD4<Double>

  @inline(__always)
  package static func sigmoid(_ x: Double) -> Double { Recurrent.sigmoid(x) }
  @inline(__always)
  package static func tanh(_ x: Double) -> Double { Recurrent.tanh(x) }
}

/// Its sigmoid and tanh are in FloatExponential.swift.
extension Float: RecurrentNumber {
  package typealias Lanes = SIMD8<Float>
}
