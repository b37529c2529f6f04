/// Who does the arithmetic: plain Swift, which is the definition, or the compiled kernels for one
/// width of registers. All give the same bits.
package enum KernelWidth: Int32, CaseIterable, Sendable {
  case swift = 0
  case bytes16 = 16
  case bytes32 = 32
  case bytes64 = 64

  /// What this processor can do, plain Swift first.
  package static var available: [KernelWidth] { allCases.filter { $0.rawValue <= widestCompiled } }

  /// The fastest that this processor can do.
  static let widest = available[available.count - 1]
}

/// The steps of forwards and backwards that take the time, for one type of numbers.
package struct Kernels<Number: RecurrentNumber>: Sendable {
  package typealias Source = UnsafePointer<Number>
  package typealias Target = UnsafeMutablePointer<Number>

  let width: KernelWidth

  package init(_ width: KernelWidth) { self.width = width }

  /// The fastest on this processor.
  package static var best: Kernels { Kernels(.widest) }

  /// out(m, n) += Σₖ a(m, k) · b(k, n).
  package func addProduct(_ shape: ProductShape, _ a: Source, _ b: Source, to out: Target) {
    add(shape, a, b, from: out, to: out)
  }

  /// out(m, n) = row(n) + Σₖ a(m, k) · b(k, n).
  package func setProduct(
    _ shape: ProductShape, _ a: Source, _ b: Source, plus row: Source, to out: Target
  ) {
    var shape = shape
    shape.fromRow = 0
    add(shape, a, b, from: row, to: out)
  }

  @inline(__always)
  private func add(
    _ shape: ProductShape, _ a: Source, _ b: Source, from: Source, to out: Target
  ) {
    if width != .swift {
      return Number.addProduct(width.rawValue, shape, a, b, from: from, to: out)
    }
    Product(shape: shape, a: a, b: b, from: from, out: out).add()
  }

  /// Replaces every number by its sigmoid.
  package func applySigmoid(_ values: Target, count: Int) {
    if width != .swift { return Number.applySigmoid(width.rawValue, values, count: count) }
    for index in 0..<count { values[index] = .sigmoid(values[index]) }
  }

  /// Replaces every number by its hyperbolic tangent.
  package func applyTanh(_ values: Target, count: Int) {
    if width != .swift { return Number.applyTanh(width.rawValue, values, count: count) }
    for index in 0..<count { values[index] = .tanh(values[index]) }
  }

  /// One update of Adam (Kingma & Ba 2015): β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸; the corrections are
  /// 1 − βⁿ.
  package func adam(
    _ parameters: Target, _ gradient: Source, _ moments: (first: Target, second: Target),
    count: Int, rate: Number, corrections: (first: Number, second: Number)
  ) {
    if width != .swift {
      return Number.adam(
        width.rawValue, parameters, gradient, moments, count: count, rate: rate,
        corrections: corrections)
    }
    let (first, second) = moments
    for index in 0..<count {
      let g = gradient[index]
      first[index] = 0.9 * first[index] + 0.1 * g
      second[index] = 0.999 * second[index] + 0.001 * (g * g)
      let root = (second[index] / corrections.second).squareRoot()
      parameters[index] -= rate * (first[index] / corrections.first) / (root + 1e-8)
    }
  }
}
