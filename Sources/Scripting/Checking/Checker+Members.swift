import Diagnostics
import SwiftSyntax

extension Checker {
  /// What stands left of a dot, which may be a type.
  func receiver(_ node: ExprSyntax) throws -> Checked {
    if let name = node.as(DeclReferenceExprSyntax.self)?.baseName.text, scope.find(name) == nil,
      library.types[name] != nil
    {
      return Checked(.metatype(name)) { _ in .void }
    }
    return try expression(node)
  }

  func member(_ node: MemberAccessExprSyntax, _ wanted: StaticType?) throws -> Checked {
    let name = node.declName.baseName.text
    guard let base = node.base else {
      if wanted == .mistaken { return .mistaken }
      guard let type = wanted?.unwrapped.name else {
        throw mistake("'.\(name)' needs a type from its context", at: node)
      }
      return try constant(name, of: type, at: node.declName)
    }
    let receiver = try receiver(base)
    if case .metatype(let type) = receiver.type {
      if name == "init", let host = library.types[type] {
        return try initializerValue(host, wanted, node.declName)
      }
      return try constant(name, of: type, at: node.declName)
    }
    return try property(receiver, name, at: node.declName)
  }

  /// `.tanh`, `Double.pi`.
  private func constant(
    _ name: String, of type: String, at node: some SyntaxProtocol
  ) throws -> Checked {
    guard let host = library.types[type] else {
      throw mistake("'\(type)' has no member '\(name)'", at: node)
    }
    if let constant = host.constants[name] {
      return Checked(constant: constant.make(), of: constant.type)
    }
    if let function = host.statics[name]?.first {
      throw mistake(
        "'\(type).\(name)' is a function", at: node,
        hint: "call it: .\(function.signature.display).")
    }
    let hint =
      name == "random"
      ? "a block has no randomness without a seed; use a generator with a seed."
      : Self.habits[name] ?? choose(name, among: host.staticNames.sorted(), named: "members")
    throw mistake("'\(type)' has no member '\(name)'", at: node, hint: hint)
  }

  func property(
    _ receiver: Checked, _ name: String, at node: some SyntaxProtocol
  ) throws -> Checked {
    let type = resolve(receiver.type)
    if type == .mistaken { return receiver }
    if case .tuple(let labels, let parts) = type,
      let index = labels.firstIndex(of: name) ?? Int(name), parts.indices.contains(index)
    {
      return part(index, parts[index], of: receiver)
    }
    if let own = collectionProperty(receiver, type, name, at: place(node)) { return own }
    guard let host = type.name.flatMap({ library.types[$0] }) else {
      throw mistake("'\(type)' has no property '\(name)'", at: node)
    }
    if let fields = host.fields, let index = fields.firstIndex(of: name) {
      return part(index, host.properties[name]!.type, of: receiver)
    }
    if let property = library.property(name, of: host) {
      let (run, get, place) = (receiver.run, property.get, place(node))
      let type = property.type.substituting(substitution(of: host, type))
      return Checked(type) { frame in
        let value = try run(frame)
        return try locating(place) { try get(value) }
      }
    }
    if let getter = computed(name, of: host.name) {
      return call(getter, [receiver.run], at: place(node))
    }
    throw noMember(name, of: type, host, at: node)
  }

  private func noMember(
    _ name: String, of type: StaticType, _ host: HostType, at node: some SyntaxProtocol
  ) -> Mistake {
    if let array = needsArray(type, name, at: node) { return array }
    if library.methods(name, of: host) != nil || method(name, of: host.name) != nil {
      return mistake("'\(name)' of '\(type)' is a method", at: node, hint: "call it: \(name)(…).")
    }
    if let wrapped = type.wrapped {
      return mistake(
        "'\(type)' must be unwrapped before its '\(name)'", at: node,
        hint: "use '?.\(name)', '??' or 'if let' on this '\(wrapped)?'.")
    }
    let own = type.element == nil ? [] : ["count", "isEmpty", "first", "last", "indices"]
    let sequence = type.element == nil ? [] : library.types["Seq"]!.memberNames
    let names = own + library.memberNames(of: host) + sequence
    return mistake(
      "'\(type)' has no property '\(name)'", at: node,
      hint: Self.habits[name] ?? didYouMean(name, among: names) ?? keyed(type, name, node)
        ?? listed(type))
  }

  /// `counts.loss` was meant to be `counts["loss"]`.
  private func keyed(_ type: StaticType, _ name: String, _ node: some SyntaxProtocol) -> String? {
    guard type.name == "Dictionary", type.arguments[0] == .string,
      let base = Syntax(node).as(MemberAccessExprSyntax.self)?.base
        ?? Syntax(node).parent?.as(MemberAccessExprSyntax.self)?.base
    else { return nil }
    return "write '\(base.trimmedDescription)[\"\(name)\"]'."
  }

  /// For what an array has and `zip`, `stride`, `reversed` and their like do not.
  func needsArray(
    _ type: StaticType, _ name: String, at node: some SyntaxProtocol
  ) -> Mistake? {
    let isOfArrays =
      ["count", "isEmpty", "first", "last", "indices"].contains(name)
      || library.types["Array"]!.methods[name] != nil
    guard type.name == "Seq", isOfArrays else { return nil }
    let base = Syntax(node).parent?.as(MemberAccessExprSyntax.self)?.base?.trimmedDescription
    return mistake(
      "'\(type)' has no '\(name)' in blocks", at: node,
      hint: "make it an array first: Array(\(base ?? "…")).")
  }

  private func part(_ index: Int, _ type: StaticType, of receiver: Checked) -> Checked {
    let run = receiver.run
    var checked = Checked(type) { try run($0).tuple[index] }
    if type == .double { checked.double = DoubleCode { try run($0).tuple[index].double } }
    if type == .int { checked.int = IntCode { try run($0).tuple[index].int } }
    return checked
  }

  /// What a generic type's own parameters stand for.
  func substitution(of host: HostType, _ type: StaticType) -> [String: StaticType] {
    Dictionary(
      uniqueKeysWithValues: zip(host.parameters, type.arguments).map { ($0, $1) })
  }

  // MARK: - Properties of Swift's own types

  private func collectionProperty(
    _ receiver: Checked, _ type: StaticType, _ name: String, at place: Place
  ) -> Checked? {
    let run = receiver.run
    switch type {
    case .named("Array", let inner), .named("ArraySlice", let inner):
      return listProperty(run, type, inner[0], name)
    case .named("Range", let inner), .named("ClosedRange", let inner):
      return rangeProperty(run, type, inner[0], name, at: place)
    case .named("Dictionary", let inner): return dictionaryProperty(run, inner, name)
    case .string, .substring: return textProperty(run, name)
    default: return nil
    }
  }

  private func textProperty(_ run: @escaping Code, _ name: String) -> Checked? {
    func character(_ pick: @escaping (String) -> Character?) -> Checked {
      Checked(.optional(.character)) { frame in
        pick(try run(frame).string).map { .string(String($0)) } ?? .none
      }
    }
    switch name {
    case "count": return Checked(int: { try run($0).string.count })
    case "isEmpty": return Checked(bool: { try run($0).string.isEmpty })
    case "first": return character(\.first)
    case "last": return character(\.last)
    default: return nil
    }
  }

  private func listProperty(
    _ run: @escaping Code, _ type: StaticType, _ element: StaticType, _ name: String
  ) -> Checked? {
    switch name {
    case "count": Checked(int: { try run($0).array.count })
    case "isEmpty": Checked(bool: { try run($0).array.isEmpty })
    case "first": Checked(.optional(element)) { try run($0).array.first ?? .none }
    case "last": Checked(.optional(element)) { try run($0).array.last ?? .none }
    case "indices" where type.name == "Array":
      Checked(.named("Range", [.int])) { .tuple([.int(0), .int(try run($0).array.count)]) }
    default: nil
    }
  }

  private func rangeProperty(
    _ run: @escaping Code, _ type: StaticType, _ bound: StaticType, _ name: String,
    at place: Place
  ) -> Checked? {
    let closed = type.name == "ClosedRange" ? 1 : 0
    switch name {
    case "lowerBound": return Checked(bound) { try run($0).tuple[0] }
    case "upperBound": return Checked(bound) { try run($0).tuple[1] }
    case "first" where bound == .int:
      return Checked(.optional(.int)) { frame in
        let bounds = try run(frame).tuple
        return closed == 0 && bounds[0] == bounds[1] ? .none : bounds[0]
      }
    case "last" where bound == .int:
      return Checked(.optional(.int)) { frame in
        let bounds = try run(frame).tuple
        if closed == 1 { return bounds[1] }
        return bounds[0] == bounds[1] ? .none : .int(bounds[1].int - 1)
      }
    case "count" where bound == .int:
      return Checked(int: { frame in
        let bounds = try run(frame).tuple
        let (length, overflows) = bounds[1].int.subtractingReportingOverflow(bounds[0].int)
        if overflows || length == .max && closed == 1 { throw Stop.overflow(at: place) }
        return length + closed
      })
    case "isEmpty":
      return Checked(bool: { frame in
        let bounds = try run(frame).tuple
        return closed == 0 && bounds[0] == bounds[1]
      })
    default: return nil
    }
  }

  private func dictionaryProperty(
    _ run: @escaping Code, _ inner: [StaticType], _ name: String
  ) -> Checked? {
    switch name {
    case "count": Checked(int: { try run($0).dictionary.count })
    case "isEmpty": Checked(bool: { try run($0).dictionary.isEmpty })
    case "keys":
      Checked(.named("DictionaryKeys", [inner[0]])) {
        .array(Array(try run($0).dictionary.keys))
      }
    case "values":
      Checked(.named("DictionaryValues", [inner[1]])) {
        .array(Array(try run($0).dictionary.values))
      }
    default: nil
    }
  }
}
