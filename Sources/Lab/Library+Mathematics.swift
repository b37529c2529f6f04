import Recurrent
import Scripting

extension Library {
  /// Exact functions, generators with a seed, matrices.
  mutating func addMathematics() {
    function("func exp(_ x: Double) -> Double", exp)
    function("func log(_ x: Double) -> Double", log)
    function("func tanh(_ x: Double) -> Double", tanh)
    function("func sigmoid(_ x: Double) -> Double", sigmoid)
    function("func sin(_ x: Double) -> Double", sin)
    function("func cos(_ x: Double) -> Double", cos)
    function("func sqrt(_ x: Double) -> Double", sqrt)
    function("func softmax(_ values: [Double]) -> [Double]") { (values: [Double]) in
      softmax(values)
    }
    constant("pi", pi)
    function(
      "func linspace(from start: Double, to end: Double, count: Int) -> [Double]",
      within: ["count": 0...1_000_000], linspace)
    function("func halfLife(of values: [Double]) -> Int?", halfLife)
    function(
      "func firstIndex(of values: [Double], below threshold: Double) -> Int?", firstIndex)
    type(SeededGenerator.self) { type in
      type.initializer("init(seed: Int)") { SeededGenerator(seed: $0) }
      type.mutating("func uniform(_ range: ClosedRange<Double> = 0...1) -> Double") {
        (generator: inout SeededGenerator, range: ClosedRange<Double>) in generator.uniform(range)
      }
      type.mutating("func gaussian() -> Double") { (generator: inout SeededGenerator) in
        generator.gaussian()
      }
      type.mutating("func integer(below bound: Int) -> Int", within: ["below": 1...Int.max]) {
        (generator: inout SeededGenerator, bound: Int) in generator.integer(below: bound)
      }
    }
    type(Matrix.self) { type in
      type.property("rows", \.rows)
      type.property("columns", \.columns)
      type.property("transposed", \.transposed)
      type.property("spectralRadius", computed: { try spectral($0).spectralRadius })
      type.property("largestSingularValue", computed: { try spectral($0).largestSingularValue })
      type.property("frobeniusNorm", \.frobeniusNorm)
    }
  }
}

/// The widest matrix whose spectral radius a block may ask for: the work grows with the cube, and
/// at this width takes some seconds.
private let widestSpectrum = 512

func checkSpectral(_ width: Int) throws {
  guard width <= widestSpectrum else {
    throw HostFailure(
      "a spectral radius is for at most \(widestSpectrum) units, not \(width)",
      hint: "use fewer units.")
  }
}

private func spectral(_ matrix: Matrix) throws -> Matrix {
  try checkSpectral(max(matrix.rows, matrix.columns))
  return matrix
}
