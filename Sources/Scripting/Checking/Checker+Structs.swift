import SwiftSyntax

/// A method, or a computed property, of a block's own struct.
struct OwnMethod {
  var signature: Signature
  /// The slot that holds its function value; every method takes `self` first.
  var variable: Variable
  var isProperty = false
}

extension Checker {
  /// The struct whose method is being checked.
  var selfType: HostType? {
    guard let name = scope.find("self")?.type.name else { return nil }
    return library.types[name]
  }

  func method(_ name: String, of type: String) -> OwnMethod? {
    methods[type]?[name].flatMap { $0.isProperty ? nil : $0 }
  }

  func computed(_ name: String, of type: String) -> Variable? {
    methods[type]?[name].flatMap { $0.isProperty ? $0.variable : nil }
  }

  func ownMethod(
    _ method: OwnMethod, _ receiver: Checked, _ base: ExprSyntax,
    _ arguments: [CallArgument], _ wanted: StaticType?, _ node: some SyntaxProtocol
  ) throws -> Checked {
    var callee = Callee(signature: method.signature, own: method.variable)
    if method.signature.isMutating {
      callee.changesReceiver = true
      callee.target = try methodTarget(base)
    } else {
      callee.receiver = receiver
    }
    return try resolve([callee], arguments, wanted, node)
  }

  /// Where the receiver of a mutating method lives; a bare `scale()` inside of a method means
  /// `self`.
  private func methodTarget(_ base: ExprSyntax) throws -> Target {
    if let name = base.as(DeclReferenceExprSyntax.self)?.baseName.text,
      scope.find(name) == nil, let own = scope.find("self"), !own.isLet
    {
      let levels = scope.layout.depth - own.layout.depth
      let slot = own.slot
      return Target(type: own.type) { frame, body in
        try body(&frame.ancestor(levels).slots[slot])
      }
    }
    return try target(base)
  }

  // MARK: - Declaration

  func structure(_ node: StructDeclSyntax) throws -> Statement {
    let name = node.name.text
    guard scope.parent == nil else {
      throw unsupported("a struct inside of something else is", at: node)
    }
    guard library.types[name] == nil else {
      throw mistake(
        "there is a type '\(name)' already", at: node.name, hint: "choose another name.")
    }
    if let generics = node.genericParameterClause {
      throw unsupported("a generic struct is", at: generics)
    }
    var type = HostType(name: name)
    type.fields = []
    var initializer = Signature(name: name, result: .named(name, []))
    for member in node.memberBlock.members {
      recovering { try storedProperty(member.decl, &type, &initializer) }
    }
    type.isEquatable = try isEquatable(node, type)
    type.initializers = [
      HostFunction(initializer, text: "init") { _, arguments in .tuple(arguments) }
    ]
    library.types[name] = type
    return sequence(try members(node, type))
  }

  private func isEquatable(_ node: StructDeclSyntax, _ type: HostType) throws -> Bool {
    var isEquatable = false
    for inherited in node.inheritanceClause?.inheritedTypes ?? [] {
      switch inherited.type.trimmedDescription {
      case "Equatable", "Hashable": isEquatable = true
      case "Sendable": break
      case let other: throw unsupported("conforming to '\(other)' is", at: inherited)
      }
    }
    return isEquatable
  }

  private func storedProperty(
    _ node: DeclSyntax, _ type: inout HostType, _ initializer: inout Signature
  ) throws {
    guard let variable = node.as(VariableDeclSyntax.self) else {
      if node.is(FunctionDeclSyntax.self) { return }
      if node.is(InitializerDeclSyntax.self) {
        throw unsupported(
          "an 'init' of a struct's own is", at: node,
          hint: "give properties defaults, or write a function that makes the struct.")
      }
      throw unsupported("this member of a struct is", at: node)
    }
    // The property exists, whatever stands before it: nothing follows from that.
    if let word = variable.modifiers.first.map(Syntax.init)
      ?? variable.attributes.first.map(Syntax.init)
    {
      let isStatic = word.trimmedDescription == "static"
      record(
        unsupported(
          "'\(word.trimmedDescription)' is", at: word,
          hint: isStatic ? "write a 'let' outside of the struct." : "leave it out."))
      if isStatic { return }
    }
    let isLet = variable.bindingSpecifier.text == "let"
    // The type itself is not known yet, so that a struct cannot contain itself: such a list could
    // be as deep as memory allows, and whatever walks it would need that much stack.
    for binding in variable.bindings where binding.accessorBlock == nil {
      guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
        let annotation = try propertyType(binding)
      else {
        throw mistake(
          "a property needs its type", at: binding, hint: "write 'var name: Double'.")
      }
      if isLet, let value = binding.initializer {
        throw unsupported("a 'let' property with a value is", at: value, hint: "write 'var'.")
      }
      let index = type.fields!.count
      type.fields!.append(name)
      var property = HostProperty(type: annotation) { $0.tuple[index] }
      if !isLet { property.set = { receiver, value in receiver.withTuple { $0[index] = value } } }
      type.properties[name] = property
      initializer.parameters.append(
        Parameter(
          label: name, name: name, type: annotation, defaultValue: binding.initializer?.value))
    }
  }

  /// The type that is written, or that of the default.
  private func propertyType(_ binding: PatternBindingSyntax) throws -> StaticType? {
    if let annotation = binding.typeAnnotation { return try reader.type(annotation.type) }
    guard let value = binding.initializer?.value else { return nil }
    return try inFunction {
      scope = Scope(inside: nil, layout: scope.layout)
      return resolve(try expression(value).type)
    }
  }

  /// Methods and computed properties: all are declared before the first body is checked.
  private func members(_ node: StructDeclSyntax, _ type: HostType) throws -> [Step] {
    var bodies: [(FunctionBody, OwnMethod)] = []
    for member in node.memberBlock.members {
      recovering {
        guard let (signature, body, isProperty) = try function(of: member.decl) else { return }
        let parameters = [StaticType.named(type.name, [])] + signature.parameters.map(\.type)
        let variable = hidden(.function(parameters, signature.result))
        let method = OwnMethod(signature: signature, variable: variable, isProperty: isProperty)
        methods[type.name, default: [:]][signature.name] = method
        bodies.append((body, method))
      }
    }
    var steps: [Step] = []
    for (body, method) in bodies {
      recovering {
        let shape = try inFunction {
          try functionShape(body, method.signature, receiver: .named(type.name, []))
        }
        let slot = method.variable.slot
        steps.append(
          Step { frame in
            frame.slots[slot] = .function(FunctionValue(shape, parent: frame))
            return .next
          })
      }
    }
    return steps
  }

  /// A method, or a computed property as the function that computes it.
  private func function(
    of node: DeclSyntax
  ) throws -> (signature: Signature, body: FunctionBody, isProperty: Bool)? {
    if let function = node.as(FunctionDeclSyntax.self) {
      return (try signature(of: function), FunctionBody(function), false)
    }
    guard let binding = node.as(VariableDeclSyntax.self)?.bindings.first,
      let block = binding.accessorBlock
    else { return nil }
    guard case .getter(let statements) = block.accessors,
      let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
      let annotation = binding.typeAnnotation
    else { throw unsupported("a property with 'get' and 'set' is", at: binding) }
    let signature = Signature(name: name, result: try reader.type(annotation.type))
    return (signature, FunctionBody(statements: statements, end: block.rightBrace), true)
  }
}
