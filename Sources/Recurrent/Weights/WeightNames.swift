/// Whose names and layouts the weights in a file have.
public enum WeightLayout: Hashable, Sendable {
  /// `weight_ih_l0` (G·H × I), `weight_hh_l0`, `bias_ih_l0`, `bias_hh_l0`; with `_reverse` behind
  /// for a layer that reads backwards.
  case pyTorch
  /// `kernel` (I × G·H), `recurrent_kernel`, `bias`; a GRU has its update gate first, and two rows
  /// of bias with `reset_after`.
  case keras

  /// A layer's peepholes, which neither library has: 3·H numbers for i, f and o.
  fileprivate func peepholes(at place: String) -> String {
    self == .pyTorch ? "weight_peephole_\(place)" : "peephole"
  }
}

extension RecurrentLayer {
  /// Whether the two biases act apart from each other.
  fileprivate var hasTwoBiases: Bool { (self as? GRU)?.resetAfter == true }
}

extension Safetensors {
  /// Puts the weights of a file into a layer of the same sizes.
  ///
  /// - Parameters:
  ///   - index: of the layer in PyTorch's stack.
  ///   - reverse: whether it is the one that reads backwards there.
  ///   - prefix: what stands before the names, such as `rnn.`.
  public func load<Layer: RecurrentLayer>(
    into layer: inout Layer, _ layout: WeightLayout, index: Int = 0, reverse: Bool = false,
    prefix: String = ""
  ) throws(SafetensorsError) {
    let place = "l\(index)" + (reverse ? "_reverse" : "")
    let (I, H, width) = (layer.inputSize, layer.hiddenSize, Layer.gates * layer.hiddenSize)
    func read(_ name: String, _ shape: [Int]) throws(SafetensorsError) -> [Double] {
      guard let tensor = tensors[prefix + name] else { throw .missing(tensor: prefix + name) }
      guard tensor.shape == shape else {
        throw .wrongShape(tensor: prefix + name, found: tensor.shape, expected: shape)
      }
      return tensor.values
    }
    var weights = LayerWeights(inputSize: I, hiddenSize: H, gates: Layer.gates)
    switch layout {
    case .pyTorch:
      weights.input =
        Matrix(
          width, I, try read("weight_ih_\(place)", [width, I])
        ).transposed
      weights.recurrent =
        Matrix(
          width, H, try read("weight_hh_\(place)", [width, H])
        ).transposed
      // A layer made with `bias=False` has none.
      if tensors["\(prefix)bias_ih_\(place)"] != nil {
        weights.inputBias = try read("bias_ih_\(place)", [width])
        weights.recurrentBias = try read("bias_hh_\(place)", [width])
      }
    case .keras:
      let twoRows = layer.hasTwoBiases
      let bias = try read("bias", twoRows ? [2, width] : [width])
      weights.input.values = swapped(try read("kernel", [I, width]), Layer.gates, H)
      weights.recurrent.values = swapped(
        try read("recurrent_kernel", [H, width]), Layer.gates, H)
      weights.inputBias = swapped(Array(bias.prefix(width)), Layer.gates, H)
      if twoRows { weights.recurrentBias = swapped(Array(bias.suffix(width)), Layer.gates, H) }
    }
    let peepholes = layer.weights.peepholes.count
    if peepholes > 0 { weights.peepholes = try read(layout.peepholes(at: place), [peepholes]) }
    layer.weights = weights
  }

  /// Adds a layer's weights under the names of a layout; parameters as for `load`.
  ///
  /// Keras has one bias where its gates only need the sum: the two are added.
  public mutating func store<Layer: RecurrentLayer>(
    _ layer: Layer, _ layout: WeightLayout, index: Int = 0, reverse: Bool = false,
    prefix: String = ""
  ) {
    let place = "l\(index)" + (reverse ? "_reverse" : "")
    let (I, H, width) = (layer.inputSize, layer.hiddenSize, Layer.gates * layer.hiddenSize)
    let weights = layer.weights
    func put(_ name: String, _ shape: [Int], _ values: [Double]) {
      tensors[prefix + name] = Tensor(shape: shape, values: values)
    }
    switch layout {
    case .pyTorch:
      put("weight_ih_\(place)", [width, I], weights.input.transposed.values)
      put("weight_hh_\(place)", [width, H], weights.recurrent.transposed.values)
      put("bias_ih_\(place)", [width], weights.inputBias)
      put("bias_hh_\(place)", [width], weights.recurrentBias)
    case .keras:
      put("kernel", [I, width], swapped(weights.input.values, Layer.gates, H))
      put("recurrent_kernel", [H, width], swapped(weights.recurrent.values, Layer.gates, H))
      if layer.hasTwoBiases {
        let rows = weights.inputBias + weights.recurrentBias
        put("bias", [2, width], swapped(rows, Layer.gates, H))
      } else {
        let sums = zip(weights.inputBias, weights.recurrentBias).map { $0 + $1 }
        put("bias", [width], swapped(sums, Layer.gates, H))
      }
    }
    if !weights.peepholes.isEmpty {
      put(layout.peepholes(at: place), [weights.peepholes.count], weights.peepholes)
    }
  }
}

/// A GRU's blocks with the first two changed over, in every row: Keras's z, r, h and PyTorch's
/// r, z, n. Other layers have one order.
private func swapped(_ values: [Double], _ gates: Int, _ size: Int) -> [Double] {
  guard gates == 3 else { return values }
  var result: [Double] = []
  for row in stride(from: 0, to: values.count, by: 3 * size) {
    for block in [1, 0, 2] {
      let start = row + block * size
      result += values[start..<start + size]
    }
  }
  return result
}

extension Matrix {
  fileprivate init(_ rows: Int, _ columns: Int, _ values: [Double]) {
    self.init(rows: rows, columns: columns)
    self.values = values
  }
}
