import Diagnostics

/// What `@fig-decay` can point at: the kind is the label's first word.
package enum LabelKind: String, CaseIterable, Sendable {
  case figure = "fig"
  case table = "tbl"
  case equation = "eq"
  case section = "sec"
  case listing = "lst"

  /// What can have such a label, and how it gets it.
  var owner: String {
    switch self {
    case .figure: "a block"
    case .table: "a table"
    case .equation: "a formula"
    case .section: "a heading"
    case .listing: "a listing"
    }
  }

  func mark(_ label: String) -> String {
    switch self {
    case .figure: "//| label: \(label)"
    case .table: ": Its caption {#\(label)}"
    case .equation: "$$ {#\(label)}"
    case .section: "## Its words {#\(label)}"
    case .listing: "```swift {#\(label)}"
    }
  }

  init?(label: String) {
    guard let dash = label.firstIndex(of: "-") else { return nil }
    self.init(rawValue: String(label[..<dash]))
  }
}

/// A place that prose can refer to.
package struct LabelTarget: Hashable, Sendable {
  package var kind: LabelKind
  package var label: String
  package var page: SitePath
  /// Counted on its page, from 1, each kind for itself; nil for a section, which has words.
  package var number: Int?
  /// A section's words; empty for what has a number.
  package var title: String
}
