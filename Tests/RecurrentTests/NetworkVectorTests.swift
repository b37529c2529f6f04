import Foundation
import Recurrent
import Testing

/// A whole network of another implementation, with its gradients.
private struct NetworkCase: Decodable, Sendable {
  let name: String
  let last: Bool
  let layers: Int
  let tokens: Int
  let size: Int
  let units: Int
  let params: [String: Numbers]
  let x: Numbers
  let target: Numbers
  let y: Numbers
  let loss: Double
  let grads: [String: Numbers]

  static func all() throws -> [NetworkCase] {
    struct File: Decodable { let cases: [NetworkCase] }
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Vectors/network.json")
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: path)).cases
  }

  var empty: RecurrentNetwork {
    RecurrentNetwork(
      [.embedding(Embedding(tokens: tokens, size: size))]
        + (0..<layers).map { level in
          let inputs = level == 0 ? size : 2 * units
          let all = !last || level < layers - 1
          return name == "lstm"
            ? .bidirectional(
              LSTM(inputSize: inputs, hiddenSize: units),
              LSTM(inputSize: inputs, hiddenSize: units), returnSequences: all)
            : .bidirectional(
              GRU(inputSize: inputs, hiddenSize: units),
              GRU(inputSize: inputs, hiddenSize: units), returnSequences: all)
        },
      outputs: y.shape[2])
  }

  /// A network with these numbers in the places of its parameters.
  func loaded(_ numbers: [String: Numbers]) throws -> RecurrentNetwork {
    let file = Safetensors(
      tensors: numbers.mapValues { Safetensors.Tensor(shape: $0.shape, values: $0.data) })
    var network = empty
    try file.load(into: &network)
    return network
  }
}

@Suite("PyTorch's networks")
struct NetworkVectorTests {
  @Test("embeddings and layers that read both ways give PyTorch's outputs, loss and gradients")
  func networks() throws {
    let cases = try NetworkCase.all()
    #expect(cases.count == 3)
    for vector in cases {
      let network = try vector.loaded(vector.params)
      let tokens = Numbers(shape: vector.x.shape + [1], data: vector.x.data)
      let (x, answers) = (tokens.batch(batchFirst: true), vector.target.batch(batchFirst: true))
      let found = try network.outputs(for: x).outputs
      #expect(distance(found.values, vector.y.batch(batchFirst: true).values) < 1e-11)
      var training = NetworkTraining(network, TrainingOptions(optimizer: .sgd(learningRate: 1)))
      try training.learn(x, answers)
      #expect(abs(training.losses[0] - vector.loss) < 1e-11)
      // With a rate of 1 the parameters lose their gradient.
      let gradient = zip(network.parameters, training.network.parameters).map { $0 - $1 }
      let expected = try vector.loaded(vector.grads).parameters
      #expect(gradient.count == expected.count)
      #expect(distance(gradient, expected) < 1e-11, "\(vector.name), \(vector.layers)")
    }
  }
}
