import Drawing

/// The network over time: one column per time-step, the same cell in each.
///
/// A sequence too long for the width keeps its first and last columns and says how many are left
/// out between them. On a phone it goes on in a second row.
public struct UnrolledDiagram: Figure, Diagram, Hashable {
  public var cell: CellKind
  public var steps: Int
  /// ‖∂L/∂h_{T−k}‖ for k = 0, 1, …; shown as backward arrows, wide where it is large.
  public var gradients: [Double]?
  /// The features of an input and the units of a state, for shapes beside the arrows.
  public var sizes: Sizes?
  public var title: String?
  public var subtitle: String?
  public var width: Double?
  public var height: Double?

  public struct Sizes: Hashable, Sendable {
    public var input: Int
    public var hidden: Int
  }

  public init(cell: CellKind, steps: Int, gradients: [Double]? = nil) {
    (self.cell, self.steps, self.gradients) = (cell, steps, gradients)
  }

  public func title(_ text: String) -> UnrolledDiagram { with(self) { $0.title = text } }
  public func subtitle(_ text: String) -> UnrolledDiagram { with(self) { $0.subtitle = text } }

  /// Writes beside the arrows which shape they carry: `(batch, inputSize)` and
  /// `(batch, hiddenSize)`.
  public func shapes(inputSize: Int, hiddenSize: Int) -> UnrolledDiagram {
    with(self) { $0.sizes = Sizes(input: inputSize, hidden: hiddenSize) }
  }

  var problems: [FigureProblem] {
    var problems: [FigureProblem] = []
    if steps < 1 { problems.append(.impossibleCount(of: "time-steps", count: steps)) }
    if let gradients, !gradients.contains(where: \.isFinite) { problems.append(.noData) }
    if let least = sizes.map({ min($0.input, $0.hidden) }), least < 1 {
      problems.append(.impossibleCount(of: "units", count: least))
    }
    return problems
  }

  /// ‖∂L/∂h_t‖ for a time-step from 0 to `steps`; nil when it was not given.
  func gradient(at step: Int) -> Double? {
    guard let gradients, gradients.indices.contains(steps - step) else { return nil }
    return gradients[steps - step]
  }
}

extension UnrolledDiagram.Sizes {
  var inputShape: String { "(batch, \(input))" }
  var hiddenShape: String { "(batch, \(hidden))" }
}
