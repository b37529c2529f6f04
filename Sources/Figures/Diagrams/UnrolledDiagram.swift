import Drawing

/// The network over time: one column per time-step, the same cell in each.
///
/// A sequence too long for the width keeps its first and last columns and says how many are left
/// out between them.
public struct UnrolledDiagram: Figure, Diagram, Hashable {
  public var cell: CellKind
  public var steps: Int
  /// ‖∂L/∂h_{T−k}‖ for k = 0, 1, …; shown as backward arrows, wide where it is large.
  public var gradients: [Double]?
  public var title: String?
  public var subtitle: String?
  public var width: Double?
  public var height: Double?

  public init(cell: CellKind, steps: Int, gradients: [Double]? = nil) {
    (self.cell, self.steps, self.gradients) = (cell, steps, gradients)
  }

  public func title(_ text: String) -> UnrolledDiagram { with(self) { $0.title = text } }
  public func subtitle(_ text: String) -> UnrolledDiagram { with(self) { $0.subtitle = text } }

  var problems: [FigureProblem] {
    var problems: [FigureProblem] = []
    if steps < 1 { problems.append(.impossibleCount(of: "time-steps", count: steps)) }
    if let gradients, !gradients.contains(where: \.isFinite) { problems.append(.noData) }
    return problems
  }

  var layoutSize: Size { Size(width: 300, height: gradients == nil ? 196 : 232) }

  /// ‖∂L/∂h_t‖ for a time-step from 0 to `steps`; nil when it was not given.
  func gradient(at step: Int) -> Double? {
    guard let gradients, gradients.indices.contains(steps - step) else { return nil }
    return gradients[steps - step]
  }
}
