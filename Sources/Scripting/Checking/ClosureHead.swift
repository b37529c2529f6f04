import SwiftSyntax

/// What stands before a closure's `in`.
struct ClosureHead {
  struct Parameter {
    var name: TokenSyntax
    var type: StaticType?
  }

  var parameters: [Parameter] = []
  var result: StaticType?

  init(_ node: ClosureExprSyntax, _ checker: Checker) throws {
    guard let signature = node.signature else { return }
    if let capture = signature.capture {
      throw checker.unsupported("a capture list is", at: capture)
    }
    if let effects = signature.effectSpecifiers {
      throw checker.unsupported("'\(effects.trimmedDescription)' is", at: effects)
    }
    switch signature.parameterClause {
    case .simpleInput(let list)?:
      parameters = list.map { Parameter(name: $0.name, type: nil) }
    case .parameterClause(let clause)?:
      parameters = try clause.parameters.map { parameter in
        Parameter(
          name: parameter.secondName ?? parameter.firstName,
          type: try parameter.type.map { try checker.reader.type($0) })
      }
    case nil: break
    }
    result = try signature.returnClause.map { try checker.reader.type($0.type) }
  }
}
