import Recurrent
import Testing

@Suite("optimisers, schedules and losses")
struct OptimizerTests {
  @Test("RMSprop's first step is the rate over the root of one minus the decay")
  func rmsProp() {
    var state = OptimizerState(.rmsProp(learningRate: 0.01, decay: 0.75), count: 2)
    var parameters = [1.0, 1]
    state.update(&parameters, [3, -0.5])
    // g/√(0.25·g²) is ±2, whatever g is.
    #expect(abs(parameters[0] - 0.98) < 1e-8)
    #expect(abs(parameters[1] - 1.02) < 1e-8)
  }

  @Test("schedules begin and end where they say")
  func schedules() {
    #expect(LearningRateSchedule.constant.factor(at: 9) == 1)
    let halving = LearningRateSchedule.stepDecay(every: 10, factor: 0.5)
    #expect([0, 9, 10, 25].map(halving.factor) == [1, 1, 0.5, 0.25])
    #expect(LearningRateSchedule.exponential(factor: 0.5).factor(at: 3) == 0.125)
    let cosine = LearningRateSchedule.cosine(steps: 10, end: 0.1)
    #expect(cosine.factor(at: 0) == 1)
    #expect(abs(cosine.factor(at: 5) - 0.55) < 1e-15)
    #expect(cosine.factor(at: 10) == 0.1)
    #expect([0, 1, 3, 4].map(LearningRateSchedule.warmup(steps: 4).factor) == [0.25, 0.5, 1, 1])
  }

  @Test("every loss has the slope that is measured")
  func slopes() throws {
    var outputs = SequenceBatch(steps: 2, batch: 2, features: 3)
    for index in outputs.values.indices { outputs.values[index] = Double(index) * 0.3 - 1 }
    var marks = outputs
    for index in marks.values.indices { marks.values[index] = Double(index % 2) }
    var classes = SequenceBatch(steps: 2, batch: 2, features: 1)
    classes.values = [0, 2, 1, 1]
    for (loss, answers) in [
      (Loss.meanSquaredError, marks), (.binaryCrossEntropy, marks),
      (.softmaxCrossEntropy, classes), (.softmaxCrossEntropy, classes.part(1..<2)),
    ] {
      let slope = try loss.evaluated(outputs, answers).slope.values
      let h = 1e-5
      let measured = try outputs.values.indices.map { index in
        var (more, less) = (outputs, outputs)
        more.values[index] += h
        less.values[index] -= h
        return (try loss.evaluated(more, answers).loss - loss.evaluated(less, answers).loss)
          / (2 * h)
      }
      #expect(distance(slope, measured) < 1e-9, "\(loss)")
    }
  }

  @Test("answers that do not fit are named")
  func wrongAnswers() {
    let outputs = SequenceBatch(steps: 3, batch: 2, features: 4)
    var answers = SequenceBatch(steps: 1, batch: 2, features: 1)
    answers.values = [0, 4]
    #expect(throws: RecurrentError.wrongClass(found: 4, classes: 4)) {
      try Loss.softmaxCrossEntropy.evaluated(outputs, answers)
    }
    #expect(throws: RecurrentError.wrongAnswers(found: [1, 2, 1], expected: [3, 2, 4])) {
      try Loss.meanSquaredError.evaluated(outputs, answers)
    }
  }

  @Test("a network whose loss explodes says so and keeps the last good weights")
  func explosion() throws {
    let network = try RecurrentNetwork([LSTM(inputSize: 2, hiddenSize: 3, seed: 1)], outputs: 1)
    var training = NetworkTraining(
      network, TrainingOptions(optimizer: .sgd(learningRate: 1e300), clipping: .value(1)))
    #expect(throws: RecurrentError.explodedLoss(update: 1)) {
      try training.learn(AddingProblem(length: 4), steps: 3, batchSize: 2)
    }
    #expect(training.network.head == network.head)
  }

  @Test("the sigmoid keeps its values at the ends of the exponential")
  func ends() {
    for x in [-745.2, -745.0, -710.0, -709.79, -709.78, -708.5, -700.5, -37.0, 36.5, 700.5, 745.0] {
      #expect(Recurrent.sigmoid(x) == 1 / (1 + Recurrent.exp(-x)))
    }
    #expect(Recurrent.sigmoid(-Double.infinity) == 0)
    #expect(Recurrent.sigmoid(Double.infinity) == 1)
    #expect(Recurrent.sigmoid(Double.nan).isNaN)
    #expect(Recurrent.tanh(Double.nan).isNaN)
    #expect(Recurrent.tanh(-Double.infinity) == -1)
  }
}
