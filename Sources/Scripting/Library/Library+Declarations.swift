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
    /// What it is called by: `trace(_:)`, `losses`, `init(length:)`; a type's own name.
    package var name: String
    /// The module that has it; nil for Swift's own part.
    package var module: String?
  }

  /// Everything that is registered, by owner (functions and constants without one first).
  package var declarations: [Declaration] {
    let free =
      constants.sorted { $0.key < $1.key }.map { name, constant in
        Declaration(
          kind: .constant, text: "let \(name): \(constant.type)", name: name, module: homes[name])
      }
      + functions.sorted { $0.key < $1.key }.flatMap { name, overloads in
        overloads.map { function in
          Declaration(
            kind: .function, text: function.text, name: function.signature.display,
            module: homes[name])
        }
      }
    return [Self.printing] + free
      + types.sorted { $0.key < $1.key }.flatMap { declarations(of: $1) }
  }

  /// The protocols that a type conforms to, by name.
  package func protocols(of type: String) -> [String] {
    types[type]?.protocols.filter { types[$0]?.isProtocol == true }.sorted() ?? []
  }

  /// What the checker itself knows, because its types are not those of a function.
  private static let printing = Declaration(
    kind: .function,
    text: "func print(_ items: Any..., separator: String = \" \", terminator: String = \"\\n\")",
    name: "print(_:separator:terminator:)")

  private static let ownProperties: [String: [String]] = [
    "Array": [
      "count: Int", "first: Element?", "indices: Range<Int>", "isEmpty: Bool", "last: Element?",
    ],
    "ArraySlice": ["count: Int", "first: Element?", "isEmpty: Bool", "last: Element?"],
    "ClosedRange": [
      "count: Int", "first: Bound?", "isEmpty: Bool", "last: Bound?", "lowerBound: Bound",
      "upperBound: Bound",
    ],
    "Dictionary": [
      "count: Int", "isEmpty: Bool", "keys: DictionaryKeys<Key>",
      "values: DictionaryValues<Mapped>",
    ],
    "Range": [
      "count: Int", "first: Bound?", "isEmpty: Bool", "last: Bound?", "lowerBound: Bound",
      "upperBound: Bound",
    ],
    "String": ["count: Int", "first: Character?", "isEmpty: Bool", "last: Character?"],
    "Substring": ["count: Int", "first: Character?", "isEmpty: Bool", "last: Character?"],
  ]

  private func declarations(of type: HostType) -> [Declaration] {
    var list: [Declaration] = []
    func add(_ kind: Declaration.Kind, _ name: String, _ text: String) {
      list.append(
        Declaration(
          owner: type.name, kind: kind, text: text, name: name, module: homes[type.name]))
    }
    add(.type, type.name, head(of: type))
    for function in type.initializers {
      let labels = function.signature.display.drop { $0 != "(" }
      add(.initializer, "init\(labels)", function.text)
    }
    for name in type.cases ?? type.constants.keys.sorted() {
      guard let constant = type.constants[name] else { continue }
      add(
        .constant, name,
        type.cases == nil ? "static let \(name): \(constant.type)" : "case \(name)")
    }
    for function in type.statics.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
      add(.function, function.signature.display, function.text)
    }
    for property in Self.ownProperties[type.name] ?? [] {
      add(.property, String(property.prefix { $0 != ":" }), "var \(property) { get }")
    }
    for (name, property) in type.properties.sorted(by: { $0.key < $1.key }) {
      add(
        .property, name, "var \(name): \(property.type)" + (property.set == nil ? " { get }" : ""))
    }
    for function in type.methods.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
      add(.method, function.signature.display, function.text)
    }
    return list
  }

  private func head(of type: HostType) -> String {
    if type.isProtocol { return "protocol \(type.name)" }
    let parameters =
      type.parameters.isEmpty ? "" : "<\(type.parameters.joined(separator: ", "))>"
    let parents = protocols(of: type.name)
    return (type.cases == nil ? "struct " : "enum ") + type.name + parameters
      + (parents.isEmpty ? "" : ": \(parents.joined(separator: ", "))")
  }
}
