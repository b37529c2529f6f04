import SwiftSyntax

extension Checker {
  /// `xs.removeAll { … }`: what is changed is found twice, so it must be a plain place; and compiled
  /// Swift stops where the closure reads it.
  func checkExclusive(_ callee: Callee, _ arguments: [CallArgument]) throws {
    let (base, name) = (callee.base!, callee.signature.name)
    guard !holds(Syntax(base), { $0.is(FunctionCallExprSyntax.self) }) else {
      throw unsupported(
        "a call inside of what '\(name)' changes is", at: base,
        hint: "put the index into a variable first.")
    }
    guard let root = base.firstToken(viewMode: .sourceAccurate)?.text else { return }
    for argument in arguments {
      let reads = holds(Syntax(argument.node)) { node in
        node.as(DeclReferenceExprSyntax.self)?.baseName.text == root
      }
      guard !reads else {
        throw mistake(
          "the closure reads '\(root)' while '\(name)' changes it", at: argument.node,
          hint: "put what it needs into a constant first.")
      }
    }
  }

  private func holds(_ node: Syntax, _ test: (Syntax) -> Bool) -> Bool {
    test(node) || node.children(viewMode: .sourceAccurate).contains { holds($0, test) }
  }
}
