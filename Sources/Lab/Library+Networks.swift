import Recurrent
import Scripting

extension Library {
  /// Networks of parts, how they are trained, and networks that keep their state.
  mutating func addNetworks() {
    enumeration(Loss.self)
    addParts()
    type(Evaluation.self) { type in
      type.property("loss", \.loss)
      type.property("accuracy", \.accuracy)
    }
    type(RecurrentNetwork.self)
    type(StatefulNetwork.self)
    addNetworkTraining()
    addNetwork()
    type(StatefulNetwork.self) { type in
      type.mutating("func predictions(for part: [[Double]]) -> [[Double]]") {
        (network: inout StatefulNetwork, part: [[Double]]) in
        try hostFailing { () throws(RecurrentError) in
          try network.outputs(for: SequenceBatch(part)).sequence(0)
        }
      }
      type.mutating("func resetState()") { (network: inout StatefulNetwork) in
        network.resetState()
      }
    }
  }

  private mutating func addParts() {
    type(Embedding.self) { type in
      type.contextualInitializer(
        "init(tokens: Int, size: Int, seed: Int = 0)",
        within: ["tokens": 1...100_000, "size": 1...4096]
      ) { (context: BlockContext, tokens: Int, size: Int, seed: Int) in
        try context.charge(tokens * size)
        return Embedding(tokens: tokens, size: size, seed: seed)
      }
      type.property("tokens", computed: { $0.tokens })
      type.property("size", computed: { $0.size })
      type.property("vectors", computed: { $0.vectors })
      type.property("parameterCount", computed: { $0.parameterCount })
    }
    type(NetworkPart.self) { type in
      type.static("func embedding(_ embedding: Embedding) -> NetworkPart") {
        (embedding: Embedding) in NetworkPart.embedding(embedding)
      }
      type.static("func dropout(_ rate: Double) -> NetworkPart") {
        (rate: Double) in NetworkPart.dropout(rate)
      }
      type.static(
        "func recurrent(_ layer: any RecurrentLayer, returnSequences: Bool = true) -> NetworkPart"
      ) { (layer: any RecurrentLayer, all: Bool) in
        NetworkPart.recurrent(layer, returnSequences: all)
      }
      type.static(
        """
        func bidirectional(_ forward: any RecurrentLayer, _ backward: any RecurrentLayer, \
        returnSequences: Bool = true) -> NetworkPart
        """
      ) { (forward: any RecurrentLayer, backward: any RecurrentLayer, all: Bool) in
        NetworkPart.bidirectional(forward, backward, returnSequences: all)
      }
    }
  }

  private mutating func addNetwork() {
    type(RecurrentNetwork.self) { type in
      type.contextualInitializer(
        "init(_ parts: [NetworkPart], outputs: Int, seed: Int = 0)", within: ["outputs": 1...4096]
      ) { (context: BlockContext, parts: [NetworkPart], outputs: Int, seed: Int) in
        let network = try hostFailing { () throws(RecurrentError) in
          try RecurrentNetwork(parts: parts, outputs: outputs, seed: seed)
        }
        try context.charge(network.parameterCount)
        return network
      }
      type.property("inputSize", computed: { $0.inputSize })
      type.property("outputSize", computed: { $0.outputSize })
      type.property("parameterCount", computed: { $0.parameterCount })
      type.property("returnSequences", computed: { $0.returnSequences })
      type.method("func predictions(for sequence: [[Double]]) -> [[Double]]") {
        (network: RecurrentNetwork, sequence: [[Double]]) in
        try hostFailing { () throws(RecurrentError) in
          try network.outputs(for: SequenceBatch(sequence)).outputs.sequence(0)
        }
      }
      type.method("func predictions(for batch: [[[Double]]]) -> [[[Double]]]") {
        (network: RecurrentNetwork, batch: [[[Double]]]) in
        try hostFailing { () throws(RecurrentError) in
          let outputs = try network.outputs(for: SequenceBatch(batch: batch)).outputs
          return (0..<outputs.batch).map(outputs.sequence)
        }
      }
      type.method("func stateful() -> StatefulNetwork") { (network: RecurrentNetwork) in
        try hostFailing { () throws(RecurrentError) in try StatefulNetwork(network) }
      }
    }
  }

  private mutating func addNetworkTraining() {
    type(NetworkTrainingRun.self) { type in
      type.property("losses", computed: { $0.losses })
      type.property("gradientNorms", computed: { $0.gradientNorms })
      type.property("evaluations", computed: { $0.evaluations })
      type.property("evaluatedSteps", computed: { $0.evaluatedSteps })
      type.property("network", computed: { $0.network })
      type.property("bestNetwork", computed: { $0.bestNetwork })
      type.property("bestStep", computed: { $0.bestStep })
    }
    type(RecurrentNetwork.self) { type in
      type.contextualMethod(
        """
        func evaluation(on task: any SequenceTask, loss: Loss = .meanSquaredError, \
        sequences: Int = 256, seed: Int) -> Evaluation
        """, within: ["sequences": 1...4096]
      ) {
        (
          context: BlockContext, network: RecurrentNetwork, task: any SequenceTask, loss: Loss,
          count: Int, seed: Int
        ) in
        try context.charge(count * task.length * (network.inputSize + network.outputSize))
        return try hostFailing { () throws(RecurrentError) in
          try network.evaluated(on: task, loss, sequences: count, seed: seed)
        }
      }
      type.contextualMethod(
        """
        func training(on task: any SequenceTask, steps: Int, loss: Loss = .meanSquaredError, \
        batchSize: Int = 32, learningRate: Double = 0.01, clipNorm: Double = 1, \
        evaluateEvery: Int = 50, patience: Int? = nil, seed: Int = 0) -> NetworkTrainingRun
        """,
        within: ["steps": 1...100_000, "batchSize": 1...1024, "evaluateEvery": 1...100_000]
      ) {
        (
          context: BlockContext, network: RecurrentNetwork, task: any SequenceTask, steps: Int,
          loss: Loss, batchSize: Int, rate: Double, clip: Double, every: Int, patience: Int?,
          seed: Int
        ) in
        try check(learningRate: rate)
        // Each evaluation draws 256 sequences.
        let sequences = max(batchSize, 256)
        try context.charge(sequences * task.length * (network.inputSize + network.outputSize))
        let plan = TrainingPlan(
          steps: steps, batchSize: batchSize, seed: seed,
          evaluation: EvaluationPlan(every: every, seed: seed &+ 1, patience: patience))
        let options = TrainingOptions(
          loss: loss, optimizer: .adam(learningRate: rate), clipping: .norm(clip), seed: seed)
        do {
          return try network.trained(on: task, options, plan: plan) { _ in
            try context.checkpoint()
            return .goOn
          }
        } catch let error as RecurrentError {
          throw HostFailure(error.description)
        }
      }
    }
  }
}
