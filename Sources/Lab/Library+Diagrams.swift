import Figures
import Scripting

extension Library {
  /// Diagrams of cells and networks, and figures of several charts.
  mutating func addDiagrams() {
    type(LoopDiagram.self) { type in
      type.conforms(to: "Figure")
      type.initializer("init(cell: CellKind)") { LoopDiagram(cell: $0) }
      type.method("func title(_ text: String) -> LoopDiagram") { $0.title($1) }
      type.method("func subtitle(_ text: String) -> LoopDiagram") { $0.subtitle($1) }
    }
    type(UnrolledDiagram.self) { type in
      type.conforms(to: "Figure")
      type.initializer(
        "init(cell: CellKind, steps: Int, gradients: [Double]? = nil)",
        within: ["steps": 1...1_000_000]
      ) { (cell: CellKind, steps: Int, gradients: [Double]?) in
        UnrolledDiagram(cell: cell, steps: steps, gradients: gradients)
      }
      type.method("func shapes(inputSize: Int, hiddenSize: Int) -> UnrolledDiagram") {
        (diagram: UnrolledDiagram, inputs: Int, units: Int) in
        diagram.shapes(inputSize: inputs, hiddenSize: units)
      }
      type.method("func title(_ text: String) -> UnrolledDiagram") { $0.title($1) }
      type.method("func subtitle(_ text: String) -> UnrolledDiagram") { $0.subtitle($1) }
    }
    type(CellDiagram.self) { type in
      type.conforms(to: "Figure")
      type.initializer("init(_ cell: CellKind, resetGate: ResetGate = .afterProduct)") {
        (cell: CellKind, gate: ResetGate) in CellDiagram(cell, resetGate: gate)
      }
      type.method("func title(_ text: String) -> CellDiagram") { $0.title($1) }
      type.method("func subtitle(_ text: String) -> CellDiagram") { $0.subtitle($1) }
    }
    addNetworkDiagrams()
    addSize(LoopDiagram.self)
    addSize(UnrolledDiagram.self)
    addSize(CellDiagram.self)
  }

  private mutating func addNetworkDiagrams() {
    type(StackedDiagram.self) { type in
      type.conforms(to: "Figure")
      type.initializer(
        """
        init(cell: CellKind, layers: [Int], inputSize: Int, steps: Int, \
        returnsSequences: Bool = false)
        """
      ) { (cell: CellKind, layers: [Int], inputs: Int, steps: Int, returnsSequences: Bool) in
        StackedDiagram(
          cell: cell, layers: layers, inputSize: inputs, steps: steps,
          returnsSequences: returnsSequences)
      }
      type.method("func title(_ text: String) -> StackedDiagram") { $0.title($1) }
      type.method("func subtitle(_ text: String) -> StackedDiagram") { $0.subtitle($1) }
    }
    type(BidirectionalDiagram.self) { type in
      type.conforms(to: "Figure")
      type.initializer("init(cell: CellKind, steps: Int)") { (cell: CellKind, steps: Int) in
        BidirectionalDiagram(cell: cell, steps: steps)
      }
      type.method("func title(_ text: String) -> BidirectionalDiagram") { $0.title($1) }
      type.method("func subtitle(_ text: String) -> BidirectionalDiagram") { $0.subtitle($1) }
    }
    type(Facets.self) { type in
      type.conforms(to: "Figure")
      type.initializer("init(_ charts: [Chart], columns: Int? = nil)") {
        (charts: [Chart], columns: Int?) in
        try FigureLimits.check(charts.count, "charts", of: "a figure", atMost: FigureLimits.charts)
        return Facets(charts, columns: columns)
      }
      type.method("func title(_ text: String) -> Facets") { $0.title($1) }
      type.method("func subtitle(_ text: String) -> Facets") { $0.subtitle($1) }
    }
    addSize(StackedDiagram.self)
    addSize(BidirectionalDiagram.self)
    addSize(Facets.self)
  }
}
