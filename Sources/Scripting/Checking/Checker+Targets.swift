import Diagnostics
import SwiftSyntax

/// Something that can be assigned to: how to get at the value in its place.
struct Target {
  typealias Modify = (Frame, (inout Value) throws -> Void) throws -> Void
  var type: StaticType
  var modify: Modify
}

extension Checker {
  func target(_ node: ExprSyntax) throws -> Target {
    switch node.as(ExprSyntaxEnum.self) {
    case .declReferenceExpr(let it): return try variableTarget(it)
    case .tupleExpr(let it):
      if let inner = parenthesized(it) { return try target(inner) }
    case .forceUnwrapExpr(let it): return try forcedTarget(it)
    case .subscriptCallExpr(let it): return try elementTarget(it)
    case .memberAccessExpr(let it):
      if let base = it.base { return try memberTarget(it, base) }
    case .optionalChainingExpr:
      throw unsupported("an assignment through '?.' is", at: node, hint: "use 'if let' or '!'.")
    default: break
    }
    throw mistake(
      "this cannot be assigned to", at: node,
      hint:
        "only a variable changes: 'var xs = …' first; 'sorted()' and its like give a changed copy.")
  }

  private func variableTarget(_ node: DeclReferenceExprSyntax) throws -> Target {
    let name = node.baseName.text
    guard let variable = scope.find(name) else {
      if let own = try ownPropertyTarget(name, node) { return own }
      var unknown = unknown(name, at: node)
      unknown.hint = unknown.hint ?? "declare it: 'let \(name) = …', or 'var' to change it later."
      throw unknown
    }
    guard !variable.isLet else {
      throw mistake(
        "'\(name)' is a 'let' constant", at: node, hint: constantHint(variable))
    }
    if variable.item != item { uses.insert(variable.item) }
    let levels = scope.layout.depth - variable.layout.depth
    let slot = variable.slot
    return Target(type: variable.type) { frame, body in
      try body(&frame.ancestor(levels).slots[slot])
    }
  }

  private func constantHint(_ variable: Variable) -> String? {
    variable.name == "self"
      ? "write 'mutating' before 'func'." : "declare it with 'var' to change it."
  }

  /// A property of `self`, inside of a method.
  private func ownPropertyTarget(
    _ name: String, _ node: DeclReferenceExprSyntax
  ) throws -> Target? {
    guard let owner = selfType, let fields = owner.fields, let own = scope.find("self"),
      let index = fields.firstIndex(of: name)
    else { return nil }
    guard !own.isLet else {
      throw mistake(
        "'\(name)' cannot be changed by a method that is not 'mutating'", at: node,
        hint: "write 'mutating' before 'func'.")
    }
    guard let property = owner.properties[name], property.set != nil else {
      throw mistake("'\(name)' is a 'let' of '\(owner.name)'", at: node)
    }
    let levels = scope.layout.depth - own.layout.depth
    let slot = own.slot
    return part(index, property.type) { frame, body in
      try body(&frame.ancestor(levels).slots[slot])
    }
  }

  private func forcedTarget(_ node: ForceUnwrapExprSyntax) throws -> Target {
    let base = try target(node.expression)
    let (modify, place) = (base.modify, place(node))
    guard let wrapped = resolve(base.type).wrapped else {
      throw mistake("'!' needs an optional, not '\(resolve(base.type))'", at: node)
    }
    return Target(type: wrapped) { frame, body in
      try modify(frame) { value in
        if value.isNone { throw Stop("this is nil", hint: "unwrap it with 'if let'.", at: place) }
        try body(&value)
      }
    }
  }

  private func elementTarget(_ node: SubscriptCallExprSyntax) throws -> Target {
    let base = try target(node.calledExpression)
    let type = resolve(base.type)
    guard let first = node.arguments.first else {
      throw mistake("a subscript needs an index", at: node)
    }
    switch type {
    case .named("Array", _) where PartialRange(first.expression) != nil:
      throw unsupported("an assignment to a slice is", at: node)
    case .named("Array", let inner) where node.arguments.count == 1:
      let index = try check(first.expression, .int).asInt
      return elementTarget(base.modify, index, inner[0], at: place(node))
    case .named("Dictionary", let inner): return try entryTarget(base.modify, node, inner)
    case .mistaken: return base
    default: throw mistake("'\(type)' has no subscript that can be assigned to", at: node)
    }
  }

  private func elementTarget(
    _ modify: @escaping Target.Modify, _ index: @escaping (Frame) throws -> Int,
    _ type: StaticType, at place: Place
  ) -> Target {
    Target(type: type) { frame, body in
      let index = try index(frame)
      try modify(frame) { value in
        try value.withArray { list in
          guard index >= 0, index < list.count else {
            throw Stop.index(index, count: list.count, at: place)
          }
          try body(&list[index])
        }
      }
    }
  }

  private func entryTarget(
    _ modify: @escaping Target.Modify, _ node: SubscriptCallExprSyntax, _ inner: [StaticType]
  ) throws -> Target {
    let key = try check(node.arguments.first!.expression, inner[0]).run
    let missing = try defaultValue(node, inner[1])
    return Target(type: missing == nil ? .optional(inner[1]) : inner[1]) { frame, body in
      let key = try key(frame)
      let start = try missing?(frame) ?? .none
      try frame.run.charge(1)
      try modify(frame) { value in
        try value.withDictionary { entries in
          var entry = entries[key] ?? start
          try body(&entry)
          entries[key] = entry.isNone ? nil : entry
        }
      }
    }
  }

  private func memberTarget(_ node: MemberAccessExprSyntax, _ base: ExprSyntax) throws -> Target {
    let base = try target(base)
    let type = resolve(base.type)
    let name = node.declName.baseName.text
    if type == .mistaken { return base }
    if case .tuple(let labels, let parts) = type,
      let index = labels.firstIndex(of: name) ?? Int(name), parts.indices.contains(index)
    {
      return part(index, parts[index], base.modify)
    }
    guard let host = type.name.flatMap({ library.types[$0] }), let property = host.properties[name]
    else {
      let names = type.name.flatMap { library.types[$0] }?.properties.keys.sorted() ?? []
      throw mistake(
        "'\(type)' has no property '\(name)'", at: node.declName,
        hint: didYouMean(name, among: names))
    }
    guard let set = property.set else {
      let reason = host.fields == nil ? "cannot be changed" : "is a 'let'"
      throw mistake("'\(name)' of '\(type)' \(reason)", at: node.declName)
    }
    if let index = host.fields?.firstIndex(of: name) {
      return part(index, property.type, base.modify)
    }
    return Target(type: property.type) { [modify = base.modify] frame, body in
      try modify(frame) { receiver in
        var value = try property.get(receiver)
        try body(&value)
        try set(&receiver, value)
      }
    }
  }

  private func part(
    _ index: Int, _ type: StaticType, _ modify: @escaping Target.Modify
  ) -> Target {
    Target(type: type) { frame, body in
      try modify(frame) { value in try value.withTuple { try body(&$0[index]) } }
    }
  }
}
