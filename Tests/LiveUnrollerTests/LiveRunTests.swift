import LiveUnroller
import Recurrent
import Testing

@Suite("a live run")
struct LiveRunTests {
  @Test("over noise gives the gradient norms of a figure in a lesson", arguments: [2, 8, 61])
  func agreesWithLessons(steps: Int) {
    let live = LiveRun(LiveSettings(cell: .simpleRNN, steps: steps, radius: 0.5))
    let lesson = SimpleRNN(inputSize: 1, hiddenSize: 32, spectralRadius: 0.5, seed: 7)
    #expect(live.gradientNorms == lesson.gradientNorms(steps: steps - 1))
    #expect(live.hidden == lesson.trace(live.inputs).hiddenStates.flatMap { $0 })
  }

  @Test("of a gated cell differs from a lesson's layer in the size of the weights only")
  func gatedCellsAreTheLessons() {
    var lstm = LSTM(inputSize: 1, hiddenSize: 32, forgetBias: 3, seed: 7)
    var gru = GRU(inputSize: 1, hiddenSize: 32, seed: 7)
    rescale(&lstm.weights.recurrent, gates: 4, to: 0.8)
    rescale(&gru.weights.recurrent, gates: 3, to: 0.8)
    let liveLSTM = LiveRun(LiveSettings(cell: .lstm, steps: 20, radius: 0.8, forgetBias: 3))
    let liveGRU = LiveRun(LiveSettings(cell: .gru, steps: 20, radius: 0.8))
    #expect(liveLSTM.gradientNorms == lstm.gradientNorms(steps: 19))
    #expect(liveLSTM.cell == lstm.trace(liveLSTM.inputs).cellStates.flatMap { $0 })
    #expect(liveGRU.gradientNorms == gru.gradientNorms(steps: 19))
    #expect(liveGRU.hidden == gru.trace(liveGRU.inputs).hiddenStates.flatMap { $0 })
    #expect(liveGRU.cell.allSatisfy { $0 == 0 })
  }

  @Test("takes its sequence from the choice")
  func sequencesAreWhatTheySay() {
    let pulse = LiveRun(LiveSettings(sequence: .pulse, steps: 5)).inputs
    #expect(pulse == [1, 0, 0, 0, 0])
    let square = LiveRun(LiveSettings(sequence: .square, steps: 11)).inputs
    #expect(square == [1, 1, 1, 1, 1, -1, -1, -1, -1, -1, 1])
    let wave = LiveRun(LiveSettings(sequence: .wave, steps: 13)).inputs
    #expect(wave[0] == 0 && wave[3] == 1)
    #expect(abs(wave[12]) < 1e-15)
  }

  @Test("refuses settings that no page may ask for, and writes nothing then")
  func refusesTheImpossible() {
    let count = Int(liveCount(steps: 2))
    let place = UnsafeMutablePointer<Double>.allocate(capacity: count)
    defer { place.deallocate() }
    place.update(repeating: 7, count: count)
    func answer(
      cell: Int32 = 0, sequence: Int32 = 0, steps: Int32 = 2, radius: Double = 1, bias: Double = 0
    ) -> Int32 {
      liveRun(
        cell: cell, sequence: sequence, steps: steps, radius: radius, forgetBias: bias,
        place: place)
    }
    #expect(answer(cell: 3) == 0)
    #expect(answer(sequence: -1) == 0)
    #expect(answer(steps: 1) == 0)
    #expect(answer(steps: 101) == 0)
    #expect(answer(radius: 2.5) == 0)
    #expect(answer(radius: .nan) == 0)
    #expect(answer(bias: -6) == 0)
    #expect((0..<count).allSatisfy { place[$0] == 7 })
    #expect(answer() == 1)
    #expect(abs(place[2] - 1) < 1e-15, "the first norm is that of the unit vector")
  }

  /// The same scaling, written another way: block by block through transposed rows.
  private func rescale(_ matrix: inout Matrix, gates: Int, to radius: Double) {
    let size = matrix.rows
    for gate in 0..<gates {
      let rows = (0..<size).map { row in
        (0..<size).map { matrix[row, gate * size + $0] }
      }
      let factor = radius / Matrix(rows).spectralRadius
      for row in 0..<size {
        for column in 0..<size { matrix[row, gate * size + column] = rows[row][column] * factor }
      }
    }
  }
}
