import SwiftSyntax

/// One parameter of a function's declaration.
struct Parameter: Sendable {
  /// What a caller writes, or nil for `_`.
  var label: String?
  /// What the function's body says.
  var name: String
  var type: StaticType
  var defaultValue: ExprSyntax?
  var isVariadic = false
  /// The result builder that its closure's body is made of.
  var builder: String?

  var isRequired: Bool { defaultValue == nil && !isVariadic }

  var takesFunction: Bool {
    if case .function = type.unwrapped { true } else { false }
  }
}

/// A type parameter, and the protocol that it must conform to.
struct GenericParameter: Sendable {
  var name: String
  var constraint: String?
}

/// What can be called: read from Swift text, for the library's functions and the block's own.
struct Signature: Sendable {
  var name = ""
  var generics: [GenericParameter] = []
  var parameters: [Parameter] = []
  var result = StaticType.void
  var isMutating = false
  var isResultUnused = false

  /// `linspace(from:to:count:)`.
  var display: String {
    "\(name)(\(parameters.map { ($0.label ?? "_") + ":" }.joined()))"
  }

  var labels: [String] { parameters.compactMap(\.label) }

  func isGeneric(_ name: String) -> Bool { generics.contains { $0.name == name } }
}
