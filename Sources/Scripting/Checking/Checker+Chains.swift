import SwiftSyntax

/// Thrown where an optional chain meets nil, caught where the chain began.
struct ChainEnd: Error {}

extension Checker {
  /// `a?.b.c(1)`: the whole chain, when `node` is the outermost link of one.
  func optionalChain(_ node: ExprSyntax, _ wanted: StaticType?) throws -> Checked? {
    if let link = node.as(OptionalChainingExprSyntax.self), chain.contains(node.id) {
      return try optionalLink(link)
    }
    guard !chain.contains(node.id), let links = links(of: node) else { return nil }
    let outer = chain
    chain.formUnion(links)
    defer { chain = outer }
    let inner = try expression(node, wanted?.unwrapped)
    let type = resolve(inner.type)
    let run = inner.run
    return Checked(type.wrapped == nil ? .optional(type) : type) { frame in
      do { return try run(frame) } catch is ChainEnd { return .none }
    }
  }

  /// The nodes from `node` down to its first receiver, when a `?` is among them.
  private func links(of node: ExprSyntax) -> [SyntaxIdentifier]? {
    var ids: [SyntaxIdentifier] = []
    var isOptional = false
    var link: ExprSyntax? = node
    while let current = link {
      ids.append(current.id)
      switch current.as(ExprSyntaxEnum.self) {
      case .memberAccessExpr(let it): link = it.base
      case .functionCallExpr(let it): link = it.calledExpression
      case .subscriptCallExpr(let it): link = it.calledExpression
      case .optionalChainingExpr(let it):
        isOptional = true
        link = it.expression
      default: link = nil
      }
    }
    return isOptional ? ids : nil
  }

  private func optionalLink(_ node: OptionalChainingExprSyntax) throws -> Checked {
    let inner = try expression(node.expression)
    if inner.type == .mistaken { return inner }
    guard let wrapped = resolve(inner.type).wrapped else {
      throw mistake(
        "'?' needs an optional, not '\(resolve(inner.type))'", at: node,
        hint: "leave the '?' out.")
    }
    let run = inner.run
    return Checked(wrapped) { frame in
      let value = try run(frame)
      if value.isNone { throw ChainEnd() }
      return value
    }
  }

  // MARK: - Key paths

  /// `\.count` where a function of one argument is wanted.
  func keyPath(_ node: KeyPathExprSyntax, _ wanted: StaticType?) throws -> Checked {
    guard case .function(let parameters, let result)? = wanted?.unwrapped, parameters.count == 1,
      !isOpen(parameters[0])
    else { throw mistake("a key path can stand only where a function is wanted", at: node) }
    return try inScope(Layout(inside: scope.layout)) {
      var value = read(hidden(resolve(parameters[0])))
      for component in node.components {
        guard case .property(let property) = component.component else {
          throw unsupported("this part of a key path is", at: component)
        }
        value = try self.property(value, property.declName.baseName.text, at: property)
      }
      guard holds({ unify(value.type, result) }) else {
        throw mistake(
          "this key path gives '\(resolve(value.type))', not '\(resolve(result))'", at: node)
      }
      let shape = FunctionShape(scope.layout, reusesFrames: true, body: value.run)
      return function(.function(parameters, resolve(value.type)), shape)
    }
  }

  /// An expression that makes a function value.
  func function(_ type: StaticType, _ shape: FunctionShape) -> Checked {
    Checked(type) { frame in .function(FunctionValue(shape, parent: frame)) }
  }
}
