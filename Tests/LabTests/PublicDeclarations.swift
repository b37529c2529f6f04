import Foundation
import SwiftParser
import SwiftSyntax

/// A declaration as far as a caller writes it: owner, name, labels, defaults.
struct PublicDeclaration: Hashable, CustomStringConvertible {
  struct Parameter: Hashable {
    var label: String
    /// The default value as it is written; nil when there is none.
    var standard: String?
  }

  /// The type that it belongs to; nil for a function of its own.
  var owner: String?
  /// `init`, a function's name, or a property's.
  var name: String
  /// Nil for a property.
  var parameters: [Parameter]?

  /// `LSTM.init(inputSize:seed:=0)`.
  var description: String { (owner.map { "\($0)." } ?? "") + signature }

  /// `LSTM.init(inputSize:seed:)`.
  var key: String {
    let labels = parameters.map { "(" + $0.map { "\($0.label):" }.joined() + ")" }
    return (owner.map { "\($0)." } ?? "") + name + (labels ?? "")
  }

  /// The same without the type: `init(inputSize:seed:=0)`.
  var signature: String {
    let list = parameters.map { parameters in
      let texts = parameters.map { "\($0.label):" + ($0.standard.map { "=\($0)" } ?? "") }
      return "(\(texts.joined()))"
    }
    return name + (list ?? "")
  }

  /// The labels that `other` leaves out of this one, each with a default; nil when `other` is
  /// another declaration.
  func leftOut(of other: PublicDeclaration) -> [String]? {
    guard name == other.name, (parameters == nil) == (other.parameters == nil) else { return nil }
    var wanted = (other.parameters ?? [])[...]
    var missing: [String] = []
    for parameter in parameters ?? [] {
      if parameter == wanted.first {
        wanted.removeFirst()
      } else if parameter.standard != nil {
        missing.append(parameter.label)
      } else {
        return nil
      }
    }
    return wanted.isEmpty ? missing : nil
  }

  /// Whether `other` is this one as a block may call it: parameters with a default may be missing.
  func offers(_ other: PublicDeclaration) -> Bool { leftOut(of: other) != nil }
}

/// What a module's sources make public.
struct PublicDeclarations {
  private(set) var all: [PublicDeclaration] = []
  /// Public types and protocols.
  private(set) var types: Set<String> = []
  private(set) var protocols: Set<String> = []
  /// What a type or a protocol says that it conforms to.
  private(set) var conformances: [String: Set<String>] = [:]
  /// The first sentence of what is written above each, by `LSTM.trace(_:)`, `LSTM` and `tanh(_:)`.
  private(set) var summaries: [String: String] = [:]

  init(module: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/\(module)")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }.sorted()
    for file in files {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      read(Parser.parse(source: text).statements.map { Syntax($0.item) }, in: nil, isPublic: false)
    }
  }

  /// A declaration of the library's, such as `func trace(_ sequence: [Double]) -> StateTrace`.
  static func read(_ text: String, owner: String?) -> PublicDeclaration? {
    let node = Parser.parse(source: text).statements.first?.item
    return node.flatMap { declaration(Syntax($0), owner: owner) }
  }

  private mutating func read(_ items: [Syntax], in owner: String?, isPublic inherited: Bool) {
    for item in items {
      if let type = item.asProtocol((any DeclGroupSyntax).self) {
        read(type, in: owner)
      } else if let cases = item.as(EnumCaseDeclSyntax.self), inherited {
        for element in cases.elements {
          let clause = element.parameterClause
          add(
            PublicDeclaration(
              owner: owner, name: element.name.text,
              parameters: clause.map { clause in
                clause.parameters.map { Self.parameter($0.firstName?.text, $0.defaultValue) }
              }), Self.summary(item))
        }
      } else if Self.isPublic(item) || (inherited && owner.map(protocols.contains) == true),
        let found = Self.declaration(item, owner: owner)
      {
        add(found, Self.summary(item))
      }
    }
  }

  private mutating func add(_ declaration: PublicDeclaration, _ summary: String?) {
    all.append(declaration)
    if summaries[declaration.key] == nil { summaries[declaration.key] = summary }
  }

  /// The first sentence of the lines that begin with `///`.
  private static func summary(_ node: Syntax) -> String? {
    var lines = node.leadingTrivia.compactMap { piece -> String? in
      guard case .docLineComment(let text) = piece else { return nil }
      return String(text.dropFirst(3).drop { $0 == " " })
    }[...]
    lines = lines.prefix { !$0.isEmpty && !$0.hasPrefix("- ") }
    let text = lines.joined(separator: " ")
    guard !text.isEmpty else { return nil }
    // "et al. " ends no sentence.
    let end = text.ranges(of: ". ").first { !text[..<$0.lowerBound].hasSuffix("et al") }
    return end.map { String(text[..<$0.upperBound].dropLast()) } ?? text
  }

  private mutating func read(_ type: any DeclGroupSyntax, in owner: String?) {
    let node = Syntax(type)
    let own = type.asProtocol((any NamedDeclSyntax).self)?.name.text
    let extended = node.as(ExtensionDeclSyntax.self)?.extendedType.trimmedDescription
    guard let short = own ?? extended else { return }
    // A type inside of another has both their names.
    let name = own != nil && owner != nil ? "\(owner!).\(short)" : short
    let inherited = type.inheritanceClause?.inheritedTypes.map(\.type.trimmedDescription) ?? []
    conformances[name, default: []].formUnion(inherited)
    if own != nil {
      guard Self.isPublic(node) else { return }
      types.insert(name)
      summaries[name] = Self.summary(node)
      if node.is(ProtocolDeclSyntax.self) { protocols.insert(name) }
    }
    read(
      type.memberBlock.members.map { Syntax($0.decl) }, in: name,
      isPublic: node.is(EnumDeclSyntax.self))
  }

  private static func declaration(_ node: Syntax, owner: String?) -> PublicDeclaration? {
    if let function = node.as(FunctionDeclSyntax.self) {
      guard function.name.text.first?.isLetter == true else { return nil }
      return PublicDeclaration(
        owner: owner, name: function.name.text,
        parameters: parameters(function.signature.parameterClause))
    }
    if let initializer = node.as(InitializerDeclSyntax.self) {
      return PublicDeclaration(
        owner: owner, name: "init",
        parameters: parameters(initializer.signature.parameterClause))
    }
    if let variable = node.as(VariableDeclSyntax.self),
      let name = variable.bindings.first?.pattern.as(IdentifierPatternSyntax.self)
    {
      return PublicDeclaration(owner: owner, name: name.identifier.text, parameters: nil)
    }
    return nil
  }

  private static func parameters(
    _ clause: FunctionParameterClauseSyntax
  ) -> [PublicDeclaration.Parameter] {
    clause.parameters.map { parameter($0.firstName.text, $0.defaultValue) }
  }

  private static func parameter(
    _ label: String?, _ standard: InitializerClauseSyntax?
  ) -> PublicDeclaration.Parameter {
    PublicDeclaration.Parameter(
      label: label ?? "_", standard: standard?.value.trimmedDescription)
  }

  private static func isPublic(_ node: Syntax) -> Bool {
    let modifiers = node.asProtocol((any WithModifiersSyntax).self)?.modifiers
    return modifiers?.contains { ["public", "open"].contains($0.name.text) } == true
  }
}
