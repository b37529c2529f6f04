import SwiftSyntax

// The compiler knows two `split`s of a string: one gives parts of the string, the other, which every
// collection has, slices of characters. What stands around the call decides, and is often ambiguous.
// Blocks take the uses in which the compiler, too, can mean parts of the string only.

extension Checker {
  func checkSplit(_ name: some SyntaxProtocol) throws {
    guard let call = Syntax(name).parent?.parent?.as(FunctionCallExprSyntax.self),
      let member = call.parent?.as(MemberAccessExprSyntax.self)
    else { return }
    let next = member.declName.baseName.text
    if ["count", "isEmpty", "joined"].contains(next) { return }
    if ["map", "compactMap"].contains(next),
      let outer = member.parent?.as(FunctionCallExprSyntax.self), makesOfParts(outer)
    {
      return
    }
    throw mistake(
      "the compiler cannot tell which 'split' is meant before '\(next)'", at: name,
      hint: "give the parts a name first: let parts = text.split(…).")
  }

  /// `map(String.init)`, `map { String($0) }`, `compactMap { Double($0) }`.
  private func makesOfParts(_ call: FunctionCallExprSyntax) -> Bool {
    let closure =
      call.trailingClosure ?? call.arguments.first?.expression.as(ClosureExprSyntax.self)
    guard let closure else {
      return call.arguments.first?.expression.trimmedDescription == "String.init"
    }
    let uses = parts(Syntax(closure), of: "$0")
    return !uses.isEmpty && uses.allSatisfy(isConverted)
  }

  private func parts(_ node: Syntax, of name: String) -> [DeclReferenceExprSyntax] {
    if let own = node.as(DeclReferenceExprSyntax.self) {
      return own.baseName.text == name ? [own] : []
    }
    return node.children(viewMode: .sourceAccurate).flatMap { parts($0, of: name) }
  }

  private func isConverted(_ use: DeclReferenceExprSyntax) -> Bool {
    let call = use.parent?.as(LabeledExprSyntax.self)?.parent?.parent?
      .as(FunctionCallExprSyntax.self)
    let callee = call?.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text
    return call?.arguments.count == 1 && ["String", "Int", "Double"].contains(callee)
  }
}
