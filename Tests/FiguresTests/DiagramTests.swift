import Drawing
import Figures
import Testing

@Suite("Diagrams")
struct DiagramTests {
  @Test("a short network shows every time-step")
  func shortNetwork() {
    let words = UnrolledDiagram(cell: .simpleRNN, steps: 4).drawn().scene.words
    #expect(words.count { $0 == "RNN" } == 4)
    for step in 1...4 { #expect(words.contains("x_\(step)")) }
    #expect(words.contains("h_0"))
  }

  @Test("a long network says how many time-steps it leaves out")
  func longNetwork() throws {
    let words = UnrolledDiagram(cell: .lstm, steps: 1000).drawn().scene.words
    let shown = words.count { $0 == "LSTM" }
    #expect(words.contains("\(1000 - shown) more"))
    #expect(words.contains("x_1000"))
    #expect(words.contains("c_0"))
  }

  @Test("a wider figure shows more time-steps")
  func widerNetwork() {
    func shown(_ width: Double) -> Int {
      UnrolledDiagram(cell: .gru, steps: 100).size(width: width).drawn().scene.words
        .count { $0 == "GRU" }
    }
    #expect(shown(1200) > shown(640))
  }

  @Test("a larger gradient is a wider arrow")
  func gradientWidths() {
    let diagram = UnrolledDiagram(cell: .simpleRNN, steps: 4, gradients: [1, 0.1, 0.01, 0.001, 0])
    let widths = diagram.drawn().scene.allItems.compactMap { item -> Double? in
      guard case .stroke(_, let stroke, let color) = item,
        color != Theme.light.secondary, color != Theme.light.surfaceEdge
      else { return nil }
      return stroke.width
    }
    // Drawn from the first time-step to the last.
    #expect(widths.count == 5)
    #expect(widths == widths.sorted())
  }

  @Test("every gate of a cell is named")
  func gates() {
    let words = CellDiagram(.lstm).drawn().scene.words
    for name in ["forget gate", "input gate", "candidate", "output gate", "c_(t−1)", "h_t"] {
      #expect(words.contains(name))
    }
    #expect(CellDiagram(.gru).drawn().scene.words.contains("1 −"))
  }

  @Test("the letters are those of the equations: W for the input, U for the state")
  func weights() {
    let words = CellDiagram(.simpleRNN).drawn().scene.words
    #expect(words.contains("W") && words.contains("U"))
    #expect(CellDiagram(.simpleRNN).dataTable.csv.contains("tanh(W x_t + U h_(t−1) + b)"))
  }

  @Test("a GRU's reset gate acts behind the recurrent product, or before it when asked to")
  func resetGate() {
    let after = CellDiagram(.gru)
    let before = CellDiagram(.gru, resetGate: .beforeProduct)
    #expect(after.drawn().scene.words.contains("U_n"))
    #expect(!before.drawn().scene.words.contains("U_n"))
    #expect(after.dataTable.csv.contains("r_t ⊙ (U_n h_(t−1) + b_u)"))
    #expect(before.dataTable.csv.contains("U_n (r_t ⊙ h_(t−1))"))
  }

  @Test("shapes stand beside the arrows of the first time-step")
  func arrowShapes() {
    let words = UnrolledDiagram(cell: .lstm, steps: 4).shapes(inputSize: 8, hiddenSize: 32)
      .drawn().scene.words
    #expect(words.count { $0 == "(batch, 8)" } == 1)
    #expect(words.count { $0 == "(batch, 32)" } == 2)
  }

  @Test("a stateful network counts time-steps through and says what it carries over")
  func stateful() {
    let words = StatefulDiagram(cell: .lstm, batches: 3, steps: 4, resetAfter: 2)
      .drawn().scene.words
    #expect(words.contains("x_12"))
    #expect(words.contains("c_4, h_4 carried over"))
    #expect(words.contains("state reset to 0"))
    #expect(!words.contains("c_8, h_8 carried over"))
    // Zero before the first batch and behind the reset.
    #expect(words.count { $0 == "0" } == 2)
  }

  @Test("batches that are left out are counted, and a reset among them is said")
  func manyBatches() {
    let words = StatefulDiagram(cell: .gru, batches: 30, steps: 4, resetAfter: 10)
      .drawn().scene.words
    #expect(words.contains("27 more batches, reset after batch 10"))
    #expect(words.contains("batch 30"))
  }

  @Test("layers below others return sequences, the last one what it is told to")
  func shapes() {
    let words = StackedDiagram(cell: .lstm, layers: [32, 16], inputSize: 8, steps: 4)
      .drawn().scene.words
    #expect(words.contains("(batch, time-steps, 8)"))
    #expect(words.contains("(batch, time-steps, 32)"))
    #expect(words.contains("(batch, 16)"))
    #expect(words.count { $0 == "h_4" } == 1)
    #expect(!words.contains("h_3"))
  }

  @Test("one layer is no pile of layers")
  func oneLayer() {
    let diagram = StackedDiagram(
      cell: .lstm, layers: [16], inputSize: 1, steps: 4, returnsSequences: true)
    #expect(
      diagram.alternativeText
        == "Diagram: 1 LSTM layer of 16 units over time; it returns the whole sequence.")
    #expect(diagram.longDescription.hasPrefix("1 LSTM layer over 4 time-steps. "))
  }

  @Test("a bidirectional network has two cells at each time-step")
  func twoWays() {
    let words = BidirectionalDiagram(cell: .gru, steps: 3).drawn().scene.words
    #expect(words.count { $0 == "GRU" } == 6)
  }
}
