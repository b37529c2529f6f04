import Diagnostics
import SwiftSyntax

/// Where a `break` or `continue` with a label is going.
struct Leaving {
  var label: String
  var continues: Bool
}

extension Checker {
  /// `rows: for row in grid { … continue rows … }`.
  func labelled(_ node: LabeledStmtSyntax) throws -> Statement {
    let name = node.label.text
    guard isLoop(node.statement) else {
      throw unsupported("a label of anything but a loop is", at: node.label)
    }
    guard !labels.contains(name) else {
      throw mistake(
        "a loop around has the label '\(name)' already", at: node.label,
        hint: "choose another name.")
    }
    nextLabel = name
    defer { nextLabel = nil }
    return try statement(node.statement)
  }

  private func isLoop(_ node: StmtSyntax) -> Bool {
    node.is(ForStmtSyntax.self) || node.is(WhileStmtSyntax.self) || node.is(RepeatStmtSyntax.self)
  }

  func leave(_ label: TokenSyntax, continues: Bool) throws -> Statement {
    let leaving = Leaving(label: label.text, continues: continues)
    guard labels.contains(leaving.label) else {
      throw mistake(
        "no loop around has the label '\(leaving.label)'", at: label,
        hint: didYouMean(leaving.label, among: labels))
    }
    return { frame in
      frame.run.leaving = leaving
      return .leaves
    }
  }

  /// The body of a loop; with a label, what is on its way to that label ends here.
  func loopBody(_ node: CodeBlockSyntax) throws -> [Step] {
    guard let label = nextLabel else { return try statements(node.statements) }
    nextLabel = nil
    labels.append(label)
    defer { labels.removeLast() }
    let body = sequence(try statements(node.statements))
    let step = Step { frame in
      let flow = try body(frame)
      guard flow == .leaves, let leaving = frame.run.leaving, leaving.label == label else {
        return flow
      }
      frame.run.leaving = nil
      return leaving.continues ? .continues : .breaks
    }
    return [step]
  }
}
