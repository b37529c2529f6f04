import Drawing

/// A stateful network: each batch starts from the state that the one before it left.
///
/// Row i of a batch goes on where row i of the batch before stopped; time-steps are counted
/// through. A reset sets the state to zero, as between two passes over the data.
public struct StatefulDiagram: Figure, Diagram, Hashable {
  public var cell: CellKind
  public var batches: Int
  /// The time-steps of one batch.
  public var steps: Int
  /// The batch after which the state is set to zero, from 1; nil when it never is.
  public var resetAfter: Int?
  public var title: String?
  public var subtitle: String?
  public var width: Double?
  public var height: Double?

  public init(cell: CellKind, batches: Int, steps: Int, resetAfter: Int? = nil) {
    (self.cell, self.batches, self.steps) = (cell, batches, steps)
    self.resetAfter = resetAfter
  }

  public func title(_ text: String) -> StatefulDiagram { with(self) { $0.title = text } }
  public func subtitle(_ text: String) -> StatefulDiagram { with(self) { $0.subtitle = text } }

  var problems: [FigureProblem] {
    var problems: [FigureProblem] = []
    if steps < 1 { problems.append(.impossibleCount(of: "time-steps", count: steps)) }
    if batches < 1 { problems.append(.impossibleCount(of: "batches", count: batches)) }
    if let resetAfter, !(1...max(1, batches)).contains(resetAfter) {
      problems.append(.noBatch(resetAfter, of: batches))
    }
    return problems
  }

  /// The batch after which the state of `batch` was set to zero: the one before it, or none.
  func startsFromZero(_ batch: Int) -> Bool { batch == 1 || resetAfter == batch - 1 }

  // MARK: - In words

  public var alternativeText: String {
    let reset = resetAfter.map { ", reset after batch \($0)" } ?? ""
    return "Diagram: \(cell.nameWithArticle) reads \(batches) batches of \(steps) time-steps; its "
      + "state goes on from batch to batch\(reset)."
  }

  public var longDescription: String {
    let state = cell == .lstm ? "cell state and hidden state" : "hidden state"
    var text =
      "A stateful \(cell.name) reads \(batches) batches of \(steps) time-steps each. Within a "
      + "batch the \(state) goes from time-step to time-step. The first batch starts from zero, "
      + "each other one from the \(state) at the end of the batch before it"
    if let resetAfter { text += ", but after batch \(resetAfter) it is reset to zero" }
    return text + "."
  }

  /// More batches than these would repeat what the table has said.
  private static let listedBatches = 1000

  public var dataTable: DataTable {
    DataTable(
      columns: ["batch", "first time-step", "last time-step", "starts from"],
      rows: (0..<max(0, min(batches, Self.listedBatches))).map { index in
        let before = Double(index) * Double(steps)
        let start = "the state after time-step \(NumberText.exact(before))"
        return [
          .number(Double(index + 1)), .number(before + 1), .number(before + Double(steps)),
          .text(startsFromZero(index + 1) ? "zero" : start),
        ]
      })
  }
}
