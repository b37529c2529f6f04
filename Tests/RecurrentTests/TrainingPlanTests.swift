import Recurrent
import Testing

@Suite("trainings by a plan")
struct TrainingPlanTests {
  private let task = RecallFirst(length: 4)
  private let options = TrainingOptions(optimizer: .adam(learningRate: 0.02))

  private func network() throws -> RecurrentNetwork {
    try RecurrentNetwork([GRU(inputSize: 1, hiddenSize: 4, seed: 1)], outputs: 1, seed: 2)
  }

  @Test("a plan is a training step by step, and the same again")
  func sameAgain() throws {
    let plan = TrainingPlan(steps: 12, batchSize: 4, seed: 5)
    let run = try network().trained(on: task, options, plan: plan)
    var training = NetworkTraining(try network(), options)
    try training.learn(task, steps: 12, batchSize: 4, seed: 5)
    #expect(run.losses == training.losses)
    #expect(run.gradientNorms == training.gradientNorms)
    #expect(run.network.parameters == training.network.parameters)
    #expect(run.ending == .finished)
    #expect(run.bestStep == nil)
    #expect(try network().trained(on: task, options, plan: plan).losses == run.losses)
  }

  @Test("evaluations come at their steps, and the best weights are kept")
  func evaluations() throws {
    let plan = TrainingPlan(
      steps: 25, batchSize: 4, evaluation: EvaluationPlan(every: 10, sequences: 16, seed: 3))
    let run = try network().trained(on: task, options, plan: plan)
    #expect(run.evaluatedSteps == [10, 20, 25])
    let smallest = run.evaluations.map(\.loss).min()
    #expect(
      try run.bestNetwork.evaluated(on: task, .meanSquaredError, sequences: 16, seed: 3).loss
        == smallest)
    #expect(run.evaluations[0].accuracy == nil)
  }

  @Test("a target and a patience end a training early")
  func endings() throws {
    let reached = try network().trained(
      on: task, options,
      plan: TrainingPlan(
        steps: 400, batchSize: 8, evaluation: EvaluationPlan(every: 20, target: 0.1)))
    guard case .reachedTarget(let step) = reached.ending else {
      Issue.record("it ended with \(reached.ending)")
      return
    }
    #expect(step < 400 && reached.losses.count == step)
    // A rate so small that no evaluation differs: the first one stays the best.
    let stuck = try network().trained(
      on: task, TrainingOptions(optimizer: .sgd(learningRate: 1e-300)),
      plan: TrainingPlan(steps: 50, evaluation: EvaluationPlan(every: 5, patience: 3)))
    #expect(stuck.ending == .noBetter(step: 20))
    #expect(stuck.bestStep == 5)
  }

  @Test("who watches sees every step, may stop, and may fail")
  func watcher() throws {
    var seen: [TrainingProgress] = []
    let run = try network().trained(
      on: task, options,
      plan: TrainingPlan(steps: 9, evaluation: EvaluationPlan(every: 2, sequences: 8))
    ) { progress in
      seen.append(progress)
      return progress.step == 5 ? .stop : .goOn
    }
    #expect(run.ending == .stopped(step: 5))
    #expect(seen.map(\.step) == [1, 2, 3, 4, 5])
    #expect(seen.map(\.loss) == run.losses)
    #expect(seen.map { $0.evaluation != nil } == [false, true, false, true, false])
    struct Enough: Error {}
    #expect(throws: Enough.self) {
      try network().trained(on: task, plan: TrainingPlan(steps: 3)) { _ in throw Enough() }
    }
  }

  @Test("an exploding loss ends a training with the weights of the last finite one")
  func explosion() throws {
    let network = try network()
    let run = try network.trained(
      on: task, TrainingOptions(optimizer: .sgd(learningRate: 1e300)),
      plan: TrainingPlan(steps: 9, evaluation: EvaluationPlan(every: 1)))
    #expect(run.ending == .explodedLoss(step: 1))
    #expect(run.network.parameters == network.parameters)
    #expect(run.losses.count == 1)
  }

  @Test("a plan without steps or sequences and a task that does not fit are named")
  func wrong() throws {
    let network = try network()
    #expect(throws: RecurrentError.noSteps(found: 0)) {
      try network.trained(on: task, plan: TrainingPlan(steps: 0))
    }
    #expect(throws: RecurrentError.emptyBatch) {
      try network.trained(on: task, plan: TrainingPlan(steps: 1, batchSize: 0))
    }
    #expect(throws: RecurrentError.wrongFeatures(found: 2, expected: 1)) {
      try network.trained(on: AddingProblem(length: 4), plan: TrainingPlan(steps: 1))
    }
    #expect(
      RecurrentError.noSteps(found: 0).description == "a training has one step or more, not 0")
  }

  @Test("accuracy counts likeliest classes and sides of one half")
  func accuracy() throws {
    var network = try RecurrentNetwork([GRU(inputSize: 1, hiddenSize: 2)], outputs: 2)
    network.head.weights = Matrix(rows: 2, columns: 2)
    network.head.bias = [-1, 3]
    let inputs = SequenceBatch(steps: 2, batch: 2, features: 1)
    var classes = inputs
    classes.values = [1, 0, 1, 1]
    #expect(try network.evaluated(on: inputs, classes, .softmaxCrossEntropy).accuracy == 0.75)
    #expect(
      try network.evaluated(on: inputs, classes.part(1..<2), .softmaxCrossEntropy).accuracy == 1)
    var sides = SequenceBatch(steps: 1, batch: 2, features: 2)
    sides.values = [0, 1, 0, 0]
    #expect(try network.evaluated(on: inputs, sides, .binaryCrossEntropy).accuracy == 0.75)
  }
}
