import Diagnostics
import SwiftSyntax

/// Reads types and function declarations from syntax.
struct SignatureReader {
  let library: Library
  /// The place of the text's first byte.
  let base: Int

  func mistake(
    _ message: String, at node: some SyntaxProtocol, hint: String? = nil
  ) -> Mistake {
    let range = node.textRange
    return Mistake(
      message: message, hint: hint,
      place: Place(base + range.lowerBound..<base + range.upperBound))
  }

  func signature(_ function: FunctionDeclSyntax) throws -> Signature {
    var signature = try signature(
      function.signature, function.genericParameterClause, function.genericWhereClause)
    signature.name = function.name.text
    signature.isMutating = function.modifiers.contains { $0.name.text == "mutating" }
    signature.isResultUnused = function.attributes.contains {
      $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription == "discardableResult"
    }
    return signature
  }

  func signature(_ initializer: InitializerDeclSyntax, of type: HostType) throws -> Signature {
    var signature = try signature(
      initializer.signature, initializer.genericParameterClause, initializer.genericWhereClause)
    signature.name = type.name
    let own = StaticType.named(type.name, type.parameters.map { .named($0, []) })
    signature.result = initializer.optionalMark == nil ? own : .optional(own)
    return signature
  }

  private func signature(
    _ function: FunctionSignatureSyntax, _ generics: GenericParameterClauseSyntax?,
    _ requirements: GenericWhereClauseSyntax?
  ) throws -> Signature {
    var signature = Signature()
    for generic in generics?.parameters ?? [] {
      signature.generics.append(
        GenericParameter(
          name: generic.name.text, constraint: generic.inheritedType?.trimmedDescription))
    }
    for requirement in requirements?.requirements ?? [] {
      guard case .conformanceRequirement(let it) = requirement.requirement else { continue }
      let name = it.leftType.trimmedDescription
      signature.generics.removeAll { $0.name == name }
      signature.generics.append(
        GenericParameter(name: name, constraint: it.rightType.trimmedDescription))
    }
    for parameter in function.parameterClause.parameters {
      signature.parameters.append(try read(parameter, signature))
    }
    signature.result = try function.returnClause.map { try type($0.type, signature) } ?? .void
    return signature
  }

  private func read(
    _ parameter: FunctionParameterSyntax, _ signature: Signature
  ) throws -> Parameter {
    var builder: String?
    for case .attribute(let attribute) in parameter.attributes {
      builder = attribute.attributeName.trimmedDescription
    }
    return Parameter(
      label: parameter.firstName.text == "_" ? nil : parameter.firstName.text,
      name: (parameter.secondName ?? parameter.firstName).text,
      type: try type(parameter.type, signature), defaultValue: parameter.defaultValue?.value,
      isVariadic: parameter.ellipsis != nil, builder: builder)
  }

  // MARK: - Types

  /// The names that mean something in the declarations of the standard part only.
  private static let placeholders = [
    "Any": 0, "Bound": 0, "Element": 0, "Key": 0, "Mapped": 0, "Wrapped": 0,
  ]

  func type(_ node: TypeSyntax, _ signature: Signature = Signature()) throws -> StaticType {
    switch node.as(TypeSyntaxEnum.self) {
    case .identifierType(let it): return try named(it, signature)
    case .arrayType(let it): return .array(try type(it.element, signature))
    case .dictionaryType(let it):
      return .named("Dictionary", [try type(it.key, signature), try type(it.value, signature)])
    case .optionalType(let it):
      let wrapped = try type(it.wrappedType, signature)
      guard wrapped.wrapped == nil else {
        throw mistake("an optional of an optional is not part of the block language", at: node)
      }
      return .optional(wrapped)
    case .someOrAnyType(let it): return try type(it.constraint, signature)
    case .attributedType(let it): return try type(it.baseType, signature)
    case .memberType(let it): return .named(it.trimmedDescription, [])
    case .tupleType(let it): return try tuple(it, signature)
    case .functionType(let it):
      if let effects = it.effectSpecifiers {
        throw mistake("'\(effects.trimmedDescription)' is not part of the block language", at: it)
      }
      return .function(
        try it.parameters.map { try type($0.type, signature) },
        try type(it.returnClause.type, signature))
    default: throw mistake("this type is not part of the block language", at: node)
    }
  }

  private func tuple(_ node: TupleTypeSyntax, _ signature: Signature) throws -> StaticType {
    if node.elements.count == 1, let only = node.elements.first {
      return try type(only.type, signature)
    }
    return .tuple(
      node.elements.map { $0.firstName?.text },
      try node.elements.map { try type($0.type, signature) })
  }

  private func named(
    _ node: IdentifierTypeSyntax, _ signature: Signature
  ) throws -> StaticType {
    let name = node.name.text
    if name == "Void" { return .void }
    var arguments: [StaticType] = []
    for argument in node.genericArgumentClause?.arguments ?? [] {
      guard case .type(let argument) = argument.argument else {
        throw mistake("this type argument is not part of the block language", at: argument)
      }
      arguments.append(try type(argument, signature))
    }
    let arity =
      Self.placeholders[name] ?? library.types[name]?.parameters.count
      ?? (signature.isGeneric(name) ? 0 : nil)
    guard let arity else { throw unknown(name, node) }
    guard arity == arguments.count else {
      throw mistake("'\(name)' takes \(arity) type argument\(arity == 1 ? "" : "s")", at: node)
    }
    return .named(name, arguments)
  }

  /// Types of Swift's world that blocks do not have, and what to write instead.
  private static let absent = [
    "Float": "write 'Double'.", "CGFloat": "write 'Double'.", "UInt64": "write 'Int'.",
    "UInt": "write 'Int'.", "Int32": "write 'Int'.", "Float32": "write 'Double'.",
    "Set": "an array without repeats does: if !seen.contains(x) { seen.append(x) }.",
  ]

  /// How other languages name what blocks have.
  private static let foreign = [
    "boolean": "Bool", "char": "Character", "float": "Double", "float64": "Double",
    "integer": "Int", "list": "[Double]", "number": "Double", "str": "String", "vector": "[Double]",
    "tensor": "[[Double]]",
  ]

  private func unknown(_ name: String, _ node: IdentifierTypeSyntax) -> Mistake {
    if library.refused.contains(name) { return mistake("", at: node) }
    if let hint = Self.absent[name] {
      return mistake("blocks do not have '\(name)'", at: node, hint: hint)
    }
    let names = library.types.keys.sorted()
    return mistake(
      "there is no type '\(name)'", at: node,
      hint: Self.foreign[name.lowercased()].map { "write '\($0)'." }
        ?? didYouMean(
          name, among: names))
  }
}
