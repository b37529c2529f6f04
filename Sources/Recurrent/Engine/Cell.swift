/// What a layer of the engine does at a time-step.
package enum Cell: Hashable, Sendable {
  case simple(Activation)
  case lstm
  /// With the reset gate after the product.
  case gru

  /// Blocks of weights.
  var gates: Int {
    switch self {
    case .simple: 1
    case .lstm: 4
    case .gru: 3
    }
  }
}

/// A layer's cell and sizes, and where its parameters stand: W (inputSize × width), U
/// (hiddenSize × width), b and c, row by row, one behind the other.
package struct LayerShape: Hashable, Sendable {
  package let cell: Cell
  package let inputSize: Int
  package let hiddenSize: Int

  package init(_ cell: Cell, inputSize: Int, hiddenSize: Int) {
    precondition(inputSize > 0 && hiddenSize > 0, "a layer has inputs and hidden units")
    self.cell = cell
    self.inputSize = inputSize
    self.hiddenSize = hiddenSize
  }

  /// Numbers at each time-step before they are gates.
  var width: Int { cell.gates * hiddenSize }
  var recurrentStart: Int { inputSize * width }
  var inputBiasStart: Int { recurrentStart + hiddenSize * width }
  var recurrentBiasStart: Int { inputBiasStart + width }
  package var parameterCount: Int { recurrentBiasStart + width }
}
