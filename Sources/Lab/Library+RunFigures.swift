import Figures
import Scripting

extension Library {
  /// Figures of what a network did with a sequence: states over batches, shaded text.
  mutating func addRunFigures() {
    type(StatefulDiagram.self) { type in
      type.conforms(to: "Figure")
      type.initializer(
        "init(cell: CellKind, batches: Int, steps: Int, resetAfter: Int? = nil)",
        within: ["batches": 1...1_000_000, "steps": 1...1_000_000]
      ) { (cell: CellKind, batches: Int, steps: Int, resetAfter: Int?) in
        StatefulDiagram(cell: cell, batches: batches, steps: steps, resetAfter: resetAfter)
      }
      type.method("func title(_ text: String) -> StatefulDiagram") { $0.title($1) }
      type.method("func subtitle(_ text: String) -> StatefulDiagram") { $0.subtitle($1) }
    }
    addSize(StatefulDiagram.self)
    type(SaliencyText.self) { type in
      type.conforms(to: "Figure")
      type.initializer("init(_ tokens: [String], values: [Double])") {
        (tokens: [String], values: [Double]) in SaliencyText(tokens, values: values)
      }
      type.initializer("init(_ text: String, values: [Double])") {
        (text: String, values: [Double]) in SaliencyText(text, values: values)
      }
      type.method("func title(_ text: String) -> SaliencyText") { $0.title($1) }
      type.method("func subtitle(_ text: String) -> SaliencyText") { $0.subtitle($1) }
      type.method("func values(_ name: String) -> SaliencyText") { $0.values($1) }
      type.method("func values(_ name: String, from low: Double, to high: Double) -> SaliencyText")
      {
        (text: SaliencyText, name: String, low: Double, high: Double) in
        text.values(name, from: low, to: high)
      }
    }
    addSize(SaliencyText.self)
  }
}
