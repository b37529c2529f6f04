import SwiftSyntax

extension Checker {
  func declaration(_ node: DeclSyntax) throws -> Statement {
    switch node.as(DeclSyntaxEnum.self) {
    case .variableDecl(let it): return try variables(it)
    case .functionDecl(let it): return try body(of: it)
    case .structDecl(let it): return try structure(it)
    case .importDecl(let it): return try importing(it)
    case .classDecl(let it): throw refused(it.name, "a class is", "use a struct.")
    case .enumDecl(let it):
      throw refused(it.name, "an enum is", "name the cases by strings: case \"rnn\": ….")
    case .protocolDecl(let it):
      throw refused(it.name, "a protocol is", "write a function for each type.")
    case .typeAliasDecl(let it):
      throw refused(it.name, "a typealias is", "write the type itself.")
    case .extensionDecl:
      throw unsupported(
        "an extension is", at: node, hint: "write a function that takes the value.")
    case .actorDecl: throw unsupported("an actor is", at: node)
    case .macroExpansionDecl: throw unsupported("a macro is", at: node)
    default: throw unsupported("this declaration is", at: node)
    }
  }

  /// A type that blocks cannot declare; its uses are not mistakes of their own.
  private func refused(_ name: TokenSyntax, _ what: String, _ hint: String) -> Mistake {
    library.refused.insert(name.text)
    return unsupported(what, at: name, hint: hint)
  }

  private func importing(_ node: ImportDeclSyntax) throws -> Statement {
    let name = node.path.trimmedDescription
    guard library.modules.contains(name) else {
      let modules = library.modules.sorted().map { "'\($0)'" }.joined(separator: " and ")
      throw mistake(
        "a block cannot import '\(name)'", at: node.path,
        hint: modules.isEmpty ? nil : "what it may use is in \(modules).")
    }
    return { _ in .next }
  }

  // MARK: - Variables

  private func variables(_ node: VariableDeclSyntax) throws -> Statement {
    guard node.modifiers.isEmpty, node.attributes.isEmpty else {
      throw unsupported("a modifier or attribute of a variable is", at: node)
    }
    let isLet = node.bindingSpecifier.text == "let"
    var steps: [Step] = []
    for binding in node.bindings {
      do {
        steps.append(Step(run: try variable(binding, isLet: isLet)))
      } catch let mistake as Mistake {
        // The names exist, whatever is wrong with their value: nothing follows from it.
        recovering { _ = try pattern(binding.pattern, .mistaken, isLet: false) }
        throw mistake
      }
    }
    return sequence(steps)
  }

  private func variable(_ binding: PatternBindingSyntax, isLet: Bool) throws -> Statement {
    if let accessors = binding.accessorBlock {
      throw unsupported("a computed variable outside of a struct is", at: accessors)
    }
    let annotation = try binding.typeAnnotation.map { try reader.type($0.type) }
    guard let node = binding.initializer?.value else {
      guard let annotation, annotation.wrapped != nil, !isLet else {
        throw mistake(
          "a variable needs a value", at: binding,
          hint: "write '\(binding.trimmedDescription) = …'.")
      }
      let fill = try pattern(binding.pattern, annotation, isLet: false)
      return { frame in
        fill(frame, .none)
        return .next
      }
    }
    let value = try annotation.map { try check(node, $0) } ?? expression(node)
    let type = resolve(value.type)
    if isOpen(type) { throw mistake("the type of this cannot be found out", at: node) }
    if type == .void, annotation == nil {
      warn(
        "this has no value: it is 'Void'", at: node,
        hint:
          "what changes a variable stands alone; for a changed copy there are 'sorted' and its like."
      )
    }
    let fill = try pattern(binding.pattern, type, isLet: isLet)
    let run = value.run
    return { frame in
      fill(frame, try run(frame))
      return .next
    }
  }

  // MARK: - Functions

  func declare(_ node: FunctionDeclSyntax) throws {
    let signature = try signature(of: node)
    let type = StaticType.function(signature.parameters.map(\.type), signature.result)
    try declare(node.name, type, isLet: true, signature: signature)
  }

  func signature(of node: FunctionDeclSyntax) throws -> Signature {
    let allowed: Set = ["mutating", "@discardableResult"]
    let words = node.modifiers.map(\.name.text) + node.attributes.map(\.trimmedDescription)
    if let other = words.first(where: { !allowed.contains($0) }) {
      throw unsupported("'\(other)' is", at: node, hint: "leave it out.")
    }
    if let generics = node.genericParameterClause {
      throw unsupported(
        "a generic function is", at: generics, hint: "write it for the type that you need.")
    }
    if let effects = node.signature.effectSpecifiers {
      throw unsupported("'\(effects.trimmedDescription)' is", at: effects)
    }
    guard node.body != nil else { throw mistake("this function has no body", at: node.name) }
    let signature = try reader.signature(node)
    if signature.parameters.contains(where: \.isVariadic) {
      throw unsupported(
        "a parameter with '...' is", at: node.signature, hint: "take an array: '_ xs: [Double]'.")
    }
    for parameter in node.signature.parameterClause.parameters
    where parameter.type.is(AttributedTypeSyntax.self) {
      if parameter.type.trimmedDescription.hasPrefix("inout") {
        throw unsupported("'inout' is", at: parameter, hint: "return the changed value.")
      }
    }
    return signature
  }

  private func body(of node: FunctionDeclSyntax) throws -> Statement {
    guard let variable = scope.variables[node.name.text], let signature = variable.signature,
      variable.place == place(node.name)
    else { return { _ in .next } }
    let body = FunctionBody(node)
    let shape = try inFunction { try functionShape(body, signature, receiver: nil) }
    let slot = variable.slot
    return { frame in
      frame.slots[slot] = .function(FunctionValue(shape, parent: frame))
      return .next
    }
  }

  /// The code of a function or method; called within `inFunction`.
  func functionShape(
    _ body: FunctionBody, _ signature: Signature, receiver: StaticType?
  ) throws -> FunctionShape {
    try checkDefaults(signature)
    if let receiver {
      scope.variables["self"] = Variable(
        "self", receiver, isLet: !signature.isMutating, in: scope.layout, item: item)
    }
    for (name, parameter) in zip(body.names, signature.parameters) {
      try declare(name, parameter.type, isLet: true)
    }
    let code = try functionCode(body, signature)
    let result: Code =
      signature.isMutating ? { frame in .tuple([try code(frame), frame.slots[0]]) } : code
    let reuses = !makesFunctions(Syntax(body.statements))
    return FunctionShape(scope.layout, reusesFrames: reuses, body: result)
  }

  private func functionCode(_ body: FunctionBody, _ signature: Signature) throws -> Code {
    if let only = onlyExpression(body.statements), signature.result != .void {
      return try check(only, signature.result).run
    }
    returns = signature.result
    let steps = try inScope { try statements(body.statements) }
    if signature.result != .void, !alwaysLeaves(body.statements, breaksCount: false) {
      record(
        mistake(
          "'\(signature.name)' must return a '\(signature.result)' on every path", at: body.end,
          hint: "end it with 'return …'."))
    }
    return functionBody(steps)
  }

  private func checkDefaults(_ signature: Signature) throws {
    for parameter in signature.parameters {
      if let node = parameter.defaultValue { _ = try defaultCode(node, parameter.type) }
    }
  }
}

/// What a function, a method and a computed property have in common.
struct FunctionBody {
  /// The parameters' names, as the body says them.
  var names: [TokenSyntax] = []
  var statements: CodeBlockItemListSyntax
  var end: TokenSyntax

  init(statements: CodeBlockItemListSyntax, end: TokenSyntax) {
    self.statements = statements
    self.end = end
  }

  init(_ node: FunctionDeclSyntax) {
    self.init(statements: node.body!.statements, end: node.body!.rightBrace)
    names = node.signature.parameterClause.parameters.map { $0.secondName ?? $0.firstName }
  }
}
