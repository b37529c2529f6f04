/// A recurrent layer's weights, the gates' blocks side by side.
///
/// With G gates, inputs are multiplied by `input` (inputSize × G·hiddenSize), the hidden state by
/// `recurrent` (hiddenSize × G·hiddenSize). Two biases, as in PyTorch: they only differ for a GRU,
/// whose reset gate acts on the recurrent one. PyTorch's `weight_ih` is `input` transposed.
public struct LayerWeights: Hashable, Sendable {
  public var input: Matrix
  public var recurrent: Matrix
  public var inputBias: [Double]
  public var recurrentBias: [Double]
  /// What an LSTM's gates see of the cell state, one number for each unit of the input, forget and
  /// output gate, 3·hiddenSize; empty without peepholes.
  public var peepholes: [Double] = []

  public var inputSize: Int { input.rows }
  public var hiddenSize: Int { recurrent.rows }

  /// All zero.
  public init(inputSize: Int, hiddenSize: Int, gates: Int) {
    precondition(inputSize > 0, "a layer has one input feature or more, not \(inputSize)")
    precondition(hiddenSize > 0, "a layer has one hidden unit or more, not \(hiddenSize)")
    input = Matrix(rows: inputSize, columns: gates * hiddenSize)
    recurrent = Matrix(rows: hiddenSize, columns: gates * hiddenSize)
    inputBias = [Double](repeating: 0, count: gates * hiddenSize)
    recurrentBias = inputBias
  }

  /// Weights from ±1/√hiddenSize, as PyTorch draws them, peepholes last; biases zero.
  init(inputSize: Int, hiddenSize: Int, gates: Int, seed: Int, peepholes count: Int = 0) {
    self.init(inputSize: inputSize, hiddenSize: hiddenSize, gates: gates)
    var generator = SeededGenerator(seed: seed)
    let bound = 1 / Double(hiddenSize).squareRoot()
    for index in input.values.indices { input.values[index] = generator.uniform(-bound...bound) }
    for index in recurrent.values.indices {
      recurrent.values[index] = generator.uniform(-bound...bound)
    }
    peepholes = (0..<count).map { _ in generator.uniform(-bound...bound) }
  }

  /// The same sizes, all zero: where gradients are summed.
  var zeros: LayerWeights {
    var result = self
    result.flat = [Double](repeating: 0, count: count)
    return result
  }

  /// The number of weights and biases.
  public var count: Int {
    input.values.count + recurrent.values.count + inputBias.count + recurrentBias.count
      + peepholes.count
  }

  /// All numbers, in one order: what an optimiser works on.
  var flat: [Double] {
    get { input.values + recurrent.values + inputBias + recurrentBias + peepholes }
    set {
      var rest = newValue[...]
      func take(_ count: Int) -> [Double] {
        defer { rest = rest.dropFirst(count) }
        return Array(rest.prefix(count))
      }
      input.values = take(input.values.count)
      recurrent.values = take(recurrent.values.count)
      inputBias = take(inputBias.count)
      recurrentBias = take(recurrentBias.count)
      peepholes = take(peepholes.count)
    }
  }
}
