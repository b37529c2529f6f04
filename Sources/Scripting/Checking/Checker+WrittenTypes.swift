import SwiftParser
import SwiftSyntax

// `[Double](repeating: 0, count: n)` calls a type, and the parser has read it as an array with
// the variable `Double` in it.

extension Checker {
  /// A call of a type that is written out: `[Double](…)`, `[String: Int]()`, `Array<Int>()`. Nil
  /// for everything else that can be called.
  func writtenTypeCall(
    _ callee: ExprSyntax, _ arguments: [CallArgument], _ wanted: StaticType?
  ) throws -> Checked? {
    guard let type = try writtenType(callee), let host = type.name.flatMap({ library.types[$0] })
    else { return nil }
    if host.name == "Dictionary", !conforms(type.arguments[0], to: "Hashable") {
      throw mistake("'\(type.arguments[0])' cannot be a dictionary's key", at: callee)
    }
    return try create(host, of: type.arguments, arguments, wanted, callee)
  }

  private func writtenType(_ node: ExprSyntax) throws -> StaticType? {
    switch node.as(ExprSyntaxEnum.self) {
    case .arrayExpr(let it): guard it.elements.count == 1 else { return nil }
    case .dictionaryExpr(let it):
      guard case .elements(let entries) = it.content, entries.count == 1 else { return nil }
    case .genericSpecializationExpr: break
    default: return nil
    }
    // The same text, read as a type; its places count from the expression's start.
    var parser = Parser(node.trimmedDescription)
    let type = TypeSyntax.parse(from: &parser)
    guard !type.hasError else { return nil }
    return try SignatureReader(library: library, base: place(node).start).type(type)
  }
}
