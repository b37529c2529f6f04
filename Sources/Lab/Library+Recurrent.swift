import Recurrent
import Scripting

extension Library {
  /// The recurrent core: layers, what they show, tasks, training, and exact functions.
  mutating func addRecurrent() {
    module("Recurrent")
    addMathematics()
    addLayers()
    addTasks()
    addTraining()
    addNetworks()
  }

  private mutating func addLayers() {
    self.protocol("RecurrentLayer", (any RecurrentLayer).self)
    enumeration(Activation.self)
    addTrace()
    addLayer(SimpleRNN.self)
    addLayer(LSTM.self)
    addLayer(GRU.self)
    type(SimpleRNN.self) { type in
      type.contextualInitializer(
        """
        init(inputSize: Int, hiddenSize: Int, activation: Activation = .tanh, \
        spectralRadius: Double? = nil, seed: Int = 0)
        """, within: layerSizes
      ) {
        (
          context: BlockContext, inputs: Int, units: Int, activation: Activation, radius: Double?,
          seed: Int
        ) in
        try context.charge(units * (inputs + units))
        if let radius { try check(spectralRadius: radius, units) }
        return SimpleRNN(
          inputSize: inputs, hiddenSize: units, activation: activation, spectralRadius: radius,
          seed: seed)
      }
      type.property("recurrentWeights", \.recurrentWeights)
      type.property("activation", computed: { $0.activation })
    }
    type(LSTM.self) { type in
      type.contextualInitializer(
        """
        init(inputSize: Int, hiddenSize: Int, forgetBias: Double = 1, peepholes: Bool = false, \
        seed: Int = 0)
        """, within: layerSizes
      ) {
        (
          context: BlockContext, inputs: Int, units: Int, bias: Double, peepholes: Bool, seed: Int
        ) in
        try context.charge(4 * units * (inputs + units))
        return LSTM(
          inputSize: inputs, hiddenSize: units, forgetBias: bias, peepholes: peepholes, seed: seed)
      }
      type.property("hasPeepholes", computed: { $0.hasPeepholes })
      type.method(
        "func withChronoBias(longest: Int, seed: Int = 0) -> LSTM",
        within: ["longest": 3...1_000_000]
      ) { (layer: LSTM, longest: Int, seed: Int) in
        layer.withChronoBias(longest: longest, seed: seed)
      }
    }
    type(GRU.self) { type in
      type.contextualInitializer(
        "init(inputSize: Int, hiddenSize: Int, resetAfter: Bool = true, seed: Int = 0)",
        within: layerSizes
      ) { (context: BlockContext, inputs: Int, units: Int, resetAfter: Bool, seed: Int) in
        try context.charge(3 * units * (inputs + units))
        return GRU(inputSize: inputs, hiddenSize: units, resetAfter: resetAfter, seed: seed)
      }
      type.property("resetAfter", computed: { $0.resetAfter })
    }
  }

  private mutating func addTrace() {
    type(StateTrace.self) { type in
      type.property("hiddenStates", \.hiddenStates)
      type.property("cellStates", \.cellStates)
      type.property("inputGates", \.inputGates)
      type.property("forgetGates", \.forgetGates)
      type.property("candidates", \.candidates)
      type.property("outputGates", \.outputGates)
      type.property("resetGates", \.resetGates)
      type.property("updateGates", \.updateGates)
    }
  }

  private mutating func addLayer<Layer: RecurrentLayer>(_: Layer.Type) {
    type(Layer.self) { type in
      type.conforms(to: "RecurrentLayer")
      type.property("inputSize", computed: { $0.inputSize })
      type.property("hiddenSize", computed: { $0.hiddenSize })
      type.property("parameterCount", computed: { $0.parameterCount })
      type.contextualMethod(
        "func gradientNorms(steps: Int) -> [Double]", within: ["steps": 0...100_000]
      ) { (context: BlockContext, layer: Layer, steps: Int) in
        try context.charge((steps + 1) * (layer.inputSize + layer.hiddenSize))
        return layer.gradientNorms(steps: steps)
      }
      type.contextualMethod(
        "func jacobian(of later: Int, by earlier: Int, over sequence: [[Double]]) -> Matrix",
        within: ["of": 0...100_000, "by": 0...100_000]
      ) {
        (context: BlockContext, layer: Layer, later: Int, earlier: Int, sequence: [[Double]]) in
        guard earlier <= later, later < sequence.count else {
          throw HostFailure(
            "time-steps \(earlier) to \(later) are not in a sequence of \(sequence.count)")
        }
        try context.charge(sequence.count * layer.hiddenSize * (layer.inputSize + layer.hiddenSize))
        let run = try hostFailing { () throws(RecurrentError) in
          try layer.unrolled(over: SequenceBatch(sequence))
        }
        return layer.jacobian(of: later, by: earlier, in: run)
      }
      type.method("func trace(_ sequence: [[Double]]) -> StateTrace") {
        (layer: Layer, sequence: [[Double]]) in
        try hostFailing { () throws(RecurrentError) in try layer.traced(sequence) }
      }
      type.method("func trace(_ sequence: [Double]) -> StateTrace") {
        (layer: Layer, sequence: [Double]) in
        try hostFailing { () throws(RecurrentError) in
          try layer.traced(sequence.map { [$0] })
        }
      }
    }
  }

  private mutating func addTraining() {
    type(SequenceModel.self)
    type(TrainingRun.self) { type in
      type.property("losses", computed: { $0.losses })
      type.property("model", computed: { $0.model })
      type.property("bestStep", computed: { $0.bestStep })
      type.property("stoppedEarly", computed: { $0.stoppedEarly })
      type.property("seed", computed: { $0.seed })
    }
    type(SequenceModel.self) { type in
      type.initializer("init(_ layer: any RecurrentLayer, seed: Int = 0)") {
        (layer: any RecurrentLayer, seed: Int) in SequenceModel(layer, seed: seed)
      }
      type.property("parameterCount", computed: { $0.parameterCount })
      type.method("func trace(_ sequence: [[Double]]) -> StateTrace") {
        (model: SequenceModel, sequence: [[Double]]) in
        try hostFailing { () throws(RecurrentError) in try model.layer.traced(sequence) }
      }
      type.method("func predictions(for sequence: [[Double]]) -> [Double]") {
        (model: SequenceModel, sequence: [[Double]]) in
        // The shape is checked first; the call itself would stop the program.
        _ = try hostFailing { () throws(RecurrentError) in try model.layer.traced(sequence) }
        return model.predictions(for: sequence)
      }
      type.method("func loss(on task: any SequenceTask, seed: Int) -> Double") {
        (model: SequenceModel, task: any SequenceTask, seed: Int) in
        try check(task, fits: model)
        return model.loss(on: task, seed: seed)
      }
      type.contextualMethod(
        """
        func trained(on task: any SequenceTask, steps: Int, batchSize: Int = 32, \
        learningRate: Double = 0.01, clipNorm: Double = 1, seed: Int = 0) -> TrainingRun
        """, within: ["steps": 1...100_000, "batchSize": 1...1024]
      ) {
        (
          context: BlockContext, model: SequenceModel, task: any SequenceTask, steps: Int,
          batchSize: Int, rate: Double, clip: Double, seed: Int
        ) in
        try check(task, fits: model)
        try check(learningRate: rate)
        let features = model.layer.inputSize + model.layer.hiddenSize
        try context.charge(batchSize * task.length * features)
        return try model.trained(
          on: task, steps: steps, batchSize: batchSize, learningRate: rate, clipNorm: clip,
          seed: seed, checkpoint: { try context.checkpoint() })
      }
    }
  }
}

/// What a lesson may ask for: more is a slip of the pen.
private let layerSizes = ["inputSize": 1...4096, "hiddenSize": 1...4096]

/// What is wrong with a shape, said at the call in the lesson.
func hostFailing<Result>(
  _ body: () throws(RecurrentError) -> Result
) throws -> Result {
  do {
    return try body()
  } catch {
    throw HostFailure(error.description, hint: error.hint)
  }
}

extension RecurrentError {
  /// What to do in a block, where the words do not say it already.
  fileprivate var hint: String? {
    switch self {
    case .emptySequence: "give it one time-step or more, such as [1, 0, 0]."
    case .emptyBatch: "give it one sequence or more."
    case .wrongFeatures(let found, _) where found > 0:
      "make the layer with 'inputSize: \(found)', or give each time-step as many numbers as it takes."
    case .noLayers: "put a '.recurrent(…)' into its list."
    case .wrongDropout: "a fifth is '.dropout(0.2)'."
    case .noSteps: "write 'steps: 100'."
    default: nil
    }
  }
}

private func check(spectralRadius radius: Double, _ units: Int) throws {
  guard radius < 0 else { return try checkSpectral(units) }
  throw HostFailure(
    "a spectral radius is 0 or more, not \(radius)", hint: "write it without its sign.")
}

func check(learningRate rate: Double) throws {
  guard rate <= 0 || !rate.isFinite else { return }
  throw HostFailure("a learning rate is above 0, not \(rate)", hint: "try 0.01.")
}

private func check(_ task: any SequenceTask, fits model: SequenceModel) throws {
  guard task.inputSize != model.layer.inputSize else { return }
  throw HostFailure(
    "the task has \(task.inputSize) features at each time-step, and the model takes "
      + "\(model.layer.inputSize)",
    hint: "make the layer with 'inputSize: \(task.inputSize)'")
}
