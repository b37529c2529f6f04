extension Library {
  /// One registered declaration, as it is listed for authors.
  package struct Declaration: Sendable, Hashable {
    package enum Kind: String, Sendable {
      case type, initializer, function, method, property, constant
    }

    /// The type that it belongs to, or nil.
    package var owner: String?
    package var kind: Kind
    package var text: String
  }

  /// Everything that is registered, by owner (functions and constants without one first).
  package var declarations: [Declaration] {
    let free =
      constants.sorted { $0.key < $1.key }.map { name, constant in
        Declaration(kind: .constant, text: "let \(name): \(constant.type)")
      }
      + functions.sorted { $0.key < $1.key }.flatMap { _, overloads in
        overloads.map { Declaration(kind: .function, text: $0.text) }
      }
    return free + types.sorted { $0.key < $1.key }.flatMap { Self.declarations(of: $1) }
  }

  private static func declarations(of type: HostType) -> [Declaration] {
    let head = type.isProtocol ? "protocol \(type.name)" : "struct \(type.name)"
    var list = [Declaration(owner: type.name, kind: .type, text: head)]
    func add(_ kind: Declaration.Kind, _ text: String) {
      list.append(Declaration(owner: type.name, kind: kind, text: text))
    }
    for function in type.initializers { add(.initializer, function.text) }
    for name in type.cases ?? type.constants.keys.sorted() {
      guard let constant = type.constants[name] else { continue }
      add(.constant, type.cases == nil ? "static let \(name): \(constant.type)" : "case \(name)")
    }
    for (_, overloads) in type.statics.sorted(by: { $0.key < $1.key }) {
      for function in overloads { add(.function, function.text) }
    }
    for (name, property) in type.properties.sorted(by: { $0.key < $1.key }) {
      add(.property, "var \(name): \(property.type)" + (property.set == nil ? " { get }" : ""))
    }
    for (_, overloads) in type.methods.sorted(by: { $0.key < $1.key }) {
      for function in overloads { add(.method, function.text) }
    }
    return list
  }
}
