/// How the numbers of a weight matrix are drawn.
public enum Initializer: Hashable, Sendable {
  /// Evenly from ±√(6/(rows + columns)) (Glorot & Bengio 2010).
  case glorot
  /// Rows (or columns, where there are fewer) at right angles and of length `gain` (Saxe,
  /// McClelland & Ganguli 2014).
  case orthogonal(gain: Double = 1)
  /// `gain` on the diagonal, zero beside it (Le, Jaitly & Hinton 2015: IRNN, with relu).
  case identity(gain: Double = 1)

  func matrix(rows: Int, columns: Int, _ generator: inout SeededGenerator) -> Matrix {
    var result = Matrix(rows: rows, columns: columns)
    switch self {
    case .glorot:
      let bound = (6 / Double(rows + columns)).squareRoot()
      for index in result.values.indices {
        result.values[index] = generator.uniform(-bound...bound)
      }
    case .identity(let gain):
      for index in 0..<min(rows, columns) { result[index, index] = gain }
    case .orthogonal(let gain):
      guard rows <= columns else {
        return matrix(rows: columns, columns: rows, &generator).transposed
      }
      for row in 0..<rows { addOrthogonal(row, to: &result, &generator) }
      result = result.scaled(by: gain)
    }
    return result
  }

  /// Gram and Schmidt's way, twice: the second pass takes away what rounding left of the rows
  /// before.
  private func addOrthogonal(
    _ row: Int, to matrix: inout Matrix, _ generator: inout SeededGenerator
  ) {
    let columns = matrix.columns
    var vector = (0..<columns).map { _ in generator.gaussian() }
    for _ in 0..<2 {
      for other in 0..<row {
        var product = 0.0
        for column in 0..<columns { product += matrix[other, column] * vector[column] }
        for column in 0..<columns { vector[column] -= product * matrix[other, column] }
      }
    }
    let length = norm(of: vector[...])
    for column in 0..<columns { matrix[row, column] = vector[column] / length }
  }
}

extension RecurrentLayer {
  /// The layer with its matrices drawn anew, each gate's block by itself; biases stay.
  public func initialized(
    input: Initializer = .glorot, recurrent: Initializer = .orthogonal(), seed: Int = 0
  ) -> Self {
    var result = self
    var generator = SeededGenerator(seed: seed)
    for gate in 0..<Self.gates {
      result.weights.input.setBlock(
        gate, input.matrix(rows: inputSize, columns: hiddenSize, &generator))
      result.weights.recurrent.setBlock(
        gate, recurrent.matrix(rows: hiddenSize, columns: hiddenSize, &generator))
    }
    return result
  }
}

extension LSTM {
  /// The layer with biases for spans of up to `longest` time-steps (Tallec & Ollivier 2018): the
  /// forget gate's from ln U(1, longest − 1), the input gate's its opposite.
  public func withChronoBias(longest: Int, seed: Int = 0) -> LSTM {
    precondition(longest >= 3, "a span has 3 time-steps or more, not \(longest)")
    var result = self
    var generator = SeededGenerator(seed: seed)
    for unit in 0..<hiddenSize {
      let bias = log(generator.uniform(1...Double(longest - 1)))
      result.weights.inputBias[unit] = -bias
      result.weights.inputBias[hiddenSize + unit] = bias
    }
    return result
  }
}

extension Matrix {
  /// Writes a block of `block.columns` columns, the `index`th from the left.
  fileprivate mutating func setBlock(_ index: Int, _ block: Matrix) {
    for row in 0..<rows {
      for column in 0..<block.columns {
        self[row, index * block.columns + column] = block[row, column]
      }
    }
  }
}
