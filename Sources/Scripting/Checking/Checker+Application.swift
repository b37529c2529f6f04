import SwiftSyntax

/// The check of one call against one candidate.
///
/// Arguments that have a type of their own come first and tell what type parameters stand for;
/// then come literals, `.members` and closures, from left to right.
struct Application {
  let callee: Callee
  let pairs: [[Int]]
  let arguments: [CallArgument]
  var names: [String: StaticType] = [:]
  /// Type parameters that are sequences, with their elements.
  var sequences: [(type: StaticType, element: StaticType)] = []
  var checked: [Int: Checked] = [:]
  var waiting: [(index: Int, type: StaticType, parameter: Parameter)] = []
}

extension Checker {
  /// The call of one candidate whose arguments are paired with its parameters.
  func apply(
    _ callee: Callee, _ pairs: [[Int]], _ arguments: [CallArgument], _ wanted: StaticType?,
    _ node: some SyntaxProtocol
  ) throws -> Checked {
    var application = Application(callee: callee, pairs: pairs, arguments: arguments)
    instantiate(&application)
    let result = callee.signature.result.substituting(application.names)
    if let wanted { hint(result, wanted) }
    try checkFirst(&application)
    try checkWaiting(&application, from: 0)
    try checkConstraints(application, node)
    guard !isOpen(result) else {
      throw mistake(
        "the type of this call cannot be found out", at: node,
        hint: "write the variable's type: 'let name: [Double] = …'.")
    }
    return try lower(application, resolve(result), node)
  }

  /// Gives each type parameter a variable of its own.
  private func instantiate(_ application: inout Application) {
    if let owner = application.callee.owner {
      let given = application.callee.ownerArguments
      for (index, name) in owner.parameters.enumerated() {
        application.names[name] = given.indices.contains(index) ? given[index] : freshVariable()
      }
    }
    for generic in application.callee.signature.generics
    where application.names[generic.name] == nil {
      let type = freshVariable()
      application.names[generic.name] = type
      guard generic.constraint == "Sequence" else { continue }
      let element = freshVariable()
      application.names["\(generic.name).Element"] = element
      application.sequences.append((type, element))
    }
  }

  /// Lets the wanted type say what it can about the result's.
  private func hint(_ result: StaticType, _ wanted: StaticType) {
    // `max(1, 2)` where a `Double?` is wanted gives a Double.
    if isVariable(result), let wrapped = wanted.wrapped, holds({ unify(result, wrapped) }) {
      return
    }
    if holds({ unify(result, wanted) }) { return }
    if let wrapped = wanted.wrapped { _ = holds { unify(result, wrapped) } }
  }

  private func checkFirst(_ application: inout Application) throws {
    for (position, parameter) in application.callee.signature.parameters.enumerated() {
      let type = parameter.type.substituting(application.names)
      for index in application.pairs[position] {
        if isOpen(type), needsContext(application.arguments[index].node) {
          application.waiting.append((index, type, parameter))
        } else {
          try checkOne(&application, index, type, parameter)
        }
      }
    }
  }

  private func checkOne(
    _ application: inout Application, _ index: Int, _ type: StaticType, _ parameter: Parameter
  ) throws {
    let node = application.arguments[index].node
    var checked: Checked
    if let builder = parameter.builder, let closure = node.as(ClosureExprSyntax.self),
      case .function(let parameters, _) = resolve(type)
    {
      checked = try self.builder(closure, parameters, library.builders[builder]!)
    } else if isVariable(type) {
      checked = try expression(node)
      if application.sequences.contains(where: { resolve($0.type) == resolve(type) }) {
        guard resolve(checked.type).element != nil else {
          throw mistake("'\(resolve(checked.type))' is not a sequence", at: node)
        }
        checked = sequence(checked, at: node)
      }
      guard unify(checked.type, type) else { throw mistake("this fits no type", at: node) }
    } else if isOpen(type) {
      checked = try convert(try expression(node, type), to: type, at: node)
    } else {
      checked = try check(node, type)
    }
    application.checked[index] = checked
    for sequence in application.sequences {
      if let element = resolve(sequence.type).element { _ = unify(element, sequence.element) }
    }
  }

  /// A literal for a type parameter that nothing else fixes is an Int, or a Double when it has a
  /// decimal point; when the rest then does not fit, it is tried as a Double.
  private func checkWaiting(_ application: inout Application, from position: Int) throws {
    guard position < application.waiting.count else { return }
    let (index, type, parameter) = application.waiting[position]
    let node = application.arguments[index].node
    guard isVariable(type), let kind = literalKind(node) else {
      try checkOne(&application, index, type, parameter)
      return try checkWaiting(&application, from: position + 1)
    }
    let hasFloat = application.waiting[position...].contains { other in
      resolve(other.type) == resolve(type)
        && literalKind(application.arguments[other.index].node) == .float
    }
    var first: (any Error)?
    for choice in kind == .float || hasFloat ? [StaticType.double] : [.int, .double] {
      var attempt = application
      do {
        try trying {
          _ = unify(type, choice)
          try checkOne(&attempt, index, type, parameter)
          try checkWaiting(&attempt, from: position + 1)
        }
        application = attempt
        return
      } catch {
        first = first ?? error
      }
    }
    throw first!
  }

  private func checkConstraints(
    _ application: Application, _ node: some SyntaxProtocol
  ) throws {
    let signature = application.callee.signature
    for generic in signature.generics {
      guard let constraint = generic.constraint, let type = application.names[generic.name],
        !isOpen(type), !conforms(type, to: constraint)
      else { continue }
      let reason =
        switch constraint {
        case "Comparable": "'\(resolve(type))' values have no order"
        case "StringProtocol": "'\(resolve(type))' is not a String"
        case "Equatable", "Hashable": "'\(resolve(type))' values cannot be compared"
        case "SignedNumeric", "Numeric": "'\(resolve(type))' is not a number"
        default: "'\(resolve(type))' is no \(constraint)"
        }
      let isList = signature.name == "joined" && resolve(type).element != nil
      throw mistake(
        "'\(signature.name)' cannot be used here: \(reason)", at: node,
        hint: isList ? "use 'flatMap { $0 }'." : nil)
    }
  }
}
