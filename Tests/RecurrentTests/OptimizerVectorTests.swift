import Foundation
import Recurrent
import Testing

/// A network that another implementation trained for a few updates.
private struct TrainingCase: Decodable, Sendable {
  let name: String
  let cell: String
  let num_layers: Int
  let task: String
  let optimizer: String
  let lr: Double
  let clip_norm: Double?
  let tbptt_chunk: Int?
  let epochs: Int
  let `init`: [String: Numbers]
  let x: Numbers
  let target: Numbers
  let losses: [Double]
  let grad_norms: [Double]
  let final: [String: Numbers]

  static func all() throws -> [TrainingCase] {
    struct File: Decodable { let cases: [TrainingCase] }
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Vectors/train.json")
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: path)).cases
  }
}

@Suite("PyTorch's trainings")
struct OptimizerVectorTests {
  @Test("every training gives PyTorch's losses, norms and final weights")
  func trainings() throws {
    let cases = try TrainingCase.all()
    #expect(cases.count == 5)
    for vector in cases {
      var training = NetworkTraining(try network(vector, vector.`init`), options(vector))
      let (x, answers) = (vector.x.batch(), targets(vector))
      for _ in 0..<vector.epochs { try training.learn(x, answers) }
      let name = Comment(rawValue: vector.name)
      #expect(distance(training.losses, vector.losses) < 1e-9, name)
      #expect(distance(training.gradientNorms, vector.grad_norms) < 1e-9, name)
      let expected = try network(vector, vector.final)
      for (ours, theirs) in zip(training.network.layers.layers, expected.layers.layers) {
        #expect(distance(ours.weights.input.values, theirs.weights.input.values) < 1e-9, name)
        #expect(
          distance(ours.weights.recurrent.values, theirs.weights.recurrent.values) < 1e-9, name)
        #expect(distance(ours.weights.inputBias, theirs.weights.inputBias) < 1e-9, name)
        #expect(distance(ours.weights.recurrentBias, theirs.weights.recurrentBias) < 1e-9, name)
      }
      let head = training.network.head
      #expect(distance(head.weights.values, expected.head.weights.values) < 1e-9, name)
      #expect(distance(head.bias, expected.head.bias) < 1e-9, name)
    }
  }

  private func options(_ vector: TrainingCase) -> TrainingOptions {
    let loss: Loss =
      switch vector.task.prefix(2) {
      case "ms": .meanSquaredError
      case "ce": .softmaxCrossEntropy
      default: .binaryCrossEntropy
      }
    let optimizer: Optimizer =
      switch vector.optimizer {
      case "adam": .adam(learningRate: vector.lr)
      case "momentum": .sgd(learningRate: vector.lr, momentum: 0.9)
      default: .sgd(learningRate: vector.lr)
      }
    return TrainingOptions(
      loss: loss, optimizer: optimizer,
      clipping: vector.clip_norm.map { .norm($0) } ?? .none, truncation: vector.tbptt_chunk)
  }

  /// Answers as time-steps × batch × numbers.
  private func targets(_ vector: TrainingCase) -> SequenceBatch {
    let every = vector.task.hasSuffix("_seq")
    let (steps, batch) = (every ? vector.x.shape[0] : 1, vector.x.shape[1])
    let features = vector.target.data.count / (steps * batch)
    return Numbers(shape: [steps, batch, features], data: vector.target.data).batch()
  }

  private func network(
    _ vector: TrainingCase, _ params: [String: Numbers]
  ) throws -> RecurrentNetwork {
    let layers = (0..<vector.num_layers).map { index -> any RecurrentLayer in
      let input = params["rnn.weight_ih_l\(index)"]!.matrix().transposed
      let recurrent = params["rnn.weight_hh_l\(index)"]!.matrix().transposed
      var layer = fresh(vector.cell, input.rows, recurrent.rows)
      layer.weights.input = input
      layer.weights.recurrent = recurrent
      layer.weights.inputBias = params["rnn.bias_ih_l\(index)"]!.data
      layer.weights.recurrentBias = params["rnn.bias_hh_l\(index)"]!.data
      return layer
    }
    var network = try RecurrentNetwork(
      layers, outputs: params["head.bias"]!.data.count)
    network.head.weights = params["head.weight"]!.matrix().transposed
    network.head.bias = params["head.bias"]!.data
    return network
  }

  private func fresh(_ cell: String, _ inputs: Int, _ units: Int) -> any RecurrentLayer {
    switch cell {
    case "lstm": LSTM(inputSize: inputs, hiddenSize: units)
    case "gru": GRU(inputSize: inputs, hiddenSize: units)
    case "rnn_relu": SimpleRNN(inputSize: inputs, hiddenSize: units, activation: .relu)
    default: SimpleRNN(inputSize: inputs, hiddenSize: units)
    }
  }
}
