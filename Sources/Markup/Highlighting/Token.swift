/// A word of code and what it is.
package struct Token: Hashable, Sendable {
  /// The raw value is the theme's name for the kind, behind `tok-`.
  package enum Kind: String, CaseIterable, Sendable {
    case keyword, type, call, member, identifier, label, number, string, comment
    case `operator`, attribute, inserted, deleted
  }

  /// In UTF-8 bytes of the code.
  package var range: Range<Int>
  package var kind: Kind

  package init(_ range: Range<Int>, _ kind: Kind) {
    self.range = range
    self.kind = kind
  }
}
