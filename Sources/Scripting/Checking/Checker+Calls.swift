import Diagnostics
import SwiftSyntax

/// An argument as it was written.
struct CallArgument {
  var label: String?
  var node: ExprSyntax
  var isTrailing = false
}

/// What a call may mean.
struct Callee {
  var signature: Signature
  /// One of these two says what runs.
  var host: HostFunction?
  var own: Variable?
  var owner: HostType?
  var ownerArguments: [StaticType] = []
  var receiver: Checked?
  /// The receiver as it was written.
  var base: ExprSyntax?
  /// Where a mutating method's receiver lives.
  var target: Target?
  var changesReceiver = false
}

extension Checker {
  func call(_ node: FunctionCallExprSyntax, _ wanted: StaticType?) throws -> Checked {
    let arguments = arguments(of: node)
    if let name = node.calledExpression.as(DeclReferenceExprSyntax.self) {
      return try call(name, arguments, wanted, node)
    }
    if let member = node.calledExpression.as(MemberAccessExprSyntax.self) {
      return try call(member, arguments, wanted, node)
    }
    if let created = try writtenTypeCall(node.calledExpression, arguments, wanted) {
      return created
    }
    return try call(expression(node.calledExpression), arguments, at: node)
  }

  private func arguments(of node: FunctionCallExprSyntax) -> [CallArgument] {
    var list = node.arguments.map { CallArgument(label: $0.label?.text, node: $0.expression) }
    if let closure = node.trailingClosure {
      list.append(CallArgument(label: nil, node: ExprSyntax(closure), isTrailing: true))
    }
    for more in node.additionalTrailingClosures {
      let closure = ExprSyntax(more.closure)
      list.append(CallArgument(label: more.label.text, node: closure, isTrailing: true))
    }
    return list
  }

  /// `f(…)`, `LSTM(…)`.
  private func call(
    _ callee: DeclReferenceExprSyntax, _ arguments: [CallArgument], _ wanted: StaticType?,
    _ node: FunctionCallExprSyntax
  ) throws -> Checked {
    let name = callee.baseName.text
    if let variable = scope.find(name) {
      guard let signature = variable.signature else {
        return try call(read(variable), arguments, at: node)
      }
      return try resolve([Callee(signature: signature, own: variable)], arguments, wanted, callee)
    }
    if let owner = selfType, let own = scope.find("self"), hasMember(name, owner) {
      return try method(name, of: read(own), ExprSyntax(callee), arguments, wanted, callee)
    }
    if name == "print" { return try print(arguments) }
    if let type = library.types[name] { return try create(type, arguments, wanted, callee) }
    if let functions = library.functions[name] {
      let callees = functions.map { Callee(signature: $0.signature, host: $0) }
      return try resolve(callees, arguments, wanted, callee)
    }
    throw unknown(name, at: callee)
  }

  private func hasMember(_ name: String, _ type: HostType) -> Bool {
    type.methods[name] != nil || method(name, of: type.name) != nil
  }

  func create(
    _ type: HostType, of typeArguments: [StaticType] = [], _ arguments: [CallArgument],
    _ wanted: StaticType?, _ node: some SyntaxProtocol
  ) throws -> Checked {
    guard !type.initializers.isEmpty else {
      let examples = type.staticNames.prefix(3).map { "'.\($0)'" }.joined(separator: ", ")
      throw mistake(
        "'\(type.name)' cannot be created like this", at: node,
        hint: examples.isEmpty ? nil : "it has \(examples).")
    }
    let callees = type.initializers.map {
      Callee(signature: $0.signature, host: $0, owner: type, ownerArguments: typeArguments)
    }
    return try resolve(callees, arguments, wanted, node)
  }

  /// `x.f(…)`, `LSTM.standard(…)`, `.value(…)`.
  private func call(
    _ callee: MemberAccessExprSyntax, _ arguments: [CallArgument], _ wanted: StaticType?,
    _ node: FunctionCallExprSyntax
  ) throws -> Checked {
    let name = callee.declName.baseName.text
    guard let base = callee.base else {
      if wanted == .mistaken { return .mistaken }
      guard let type = wanted?.unwrapped.name.flatMap({ library.types[$0] }) else {
        throw mistake("'.\(name)(…)' needs a type from its context", at: callee)
      }
      return try staticCall(name, of: type, arguments, wanted, callee)
    }
    let receiver = try rangeOfDoubles(base, name, arguments) ?? receiver(base)
    if receiver.type == .mistaken { return receiver }
    if case .metatype(let type) = receiver.type {
      return try staticCall(name, of: library.types[type]!, arguments, wanted, callee)
    }
    return try method(name, of: receiver, base, arguments, wanted, callee.declName)
  }

  /// `(0...1).contains(0.5)`: bounds that are whole numbers take their type from the argument.
  private func rangeOfDoubles(
    _ base: ExprSyntax, _ name: String, _ arguments: [CallArgument]
  ) throws -> Checked? {
    guard name == "contains", arguments.count == 1, arguments[0].label == nil,
      let range = base.as(TupleExprSyntax.self).flatMap(parenthesized)?
        .as(InfixOperatorExprSyntax.self),
      let kind = ["...": "ClosedRange", "..<": "Range"][range.operator.trimmedDescription],
      literalKind(range.leftOperand) == .integer, literalKind(range.rightOperand) == .integer,
      try isDouble(arguments[0].node)
    else { return nil }
    return try expression(base, .named(kind, [.double]))
  }

  private func isDouble(_ node: ExprSyntax) throws -> Bool {
    if let kind = literalKind(node) { return kind == .float }
    return try !needsContext(node) && expression(node).type == .double
  }

  private func staticCall(
    _ name: String, of type: HostType, _ arguments: [CallArgument], _ wanted: StaticType?,
    _ node: MemberAccessExprSyntax
  ) throws -> Checked {
    if name == "init" { return try create(type, arguments, wanted, node.declName) }
    guard let functions = type.statics[name] else {
      if type.constants[name] != nil {
        throw mistake(
          "'\(type.name).\(name)' takes no arguments", at: node.declName,
          hint: "write it without parentheses.")
      }
      let hint =
        name == "random"
        ? "a block has no randomness without a seed; use a generator with a seed."
        : didYouMean(name, among: type.staticNames)
      throw mistake("'\(type.name)' has no static member '\(name)'", at: node.declName, hint: hint)
    }
    let callees = functions.map { Callee(signature: $0.signature, host: $0, owner: type) }
    return try resolve(callees, arguments, wanted, node.declName)
  }

  private func method(
    _ name: String, of receiver: Checked, _ base: ExprSyntax, _ arguments: [CallArgument],
    _ wanted: StaticType?, _ node: some SyntaxProtocol
  ) throws -> Checked {
    let type = resolve(receiver.type)
    let host = type.name.flatMap { library.types[$0] }
    if let host, let own = method(name, of: host.name) {
      return try ownMethod(own, receiver, base, arguments, wanted, node)
    }
    if name == "split", type.isText { try checkSplit(node) }
    if let host, let functions = library.methods(name, of: host) {
      let changes = functions.contains { $0.mutate != nil || $0.rebuild != nil }
      let target = changes ? try self.target(base) : nil
      let callees = functions.map { function in
        Callee(
          signature: function.signature, host: function, owner: host,
          ownerArguments: type.arguments, receiver: receiver, base: base,
          target: function.mutate == nil && function.rebuild == nil ? nil : target)
      }
      // What a text or a range does in its own way, it also does as every sequence does.
      let more = type.isText || type.isRange ? borrowed(name, receiver, type, node) : nil
      return try resolve(callees + (more ?? []), arguments, wanted, node)
    }
    if let callees = borrowed(name, receiver, type, node) {
      return try resolve(callees, arguments, wanted, node)
    }
    if let value = try? trying({ try property(receiver, name, at: node) }),
      case .function = resolve(value.type)
    {
      return try call(value, arguments, at: node)
    }
    throw noMethod(name, of: type, host, at: node)
  }

  /// Ranges and texts borrow the methods of sequences.
  private func borrowed(
    _ name: String, _ receiver: Checked, _ type: StaticType, _ node: some SyntaxProtocol
  ) -> [Callee]? {
    guard let element = type.element, let host = library.types["Seq"],
      let functions = host.methods[name]
    else { return nil }
    return functions.map { function in
      Callee(
        signature: function.signature, host: function, owner: host, ownerArguments: [element],
        receiver: sequence(receiver, at: node))
    }
  }

  /// A call of a function value: no labels, no defaults.
  private func call(
    _ function: Checked, _ arguments: [CallArgument], at node: some SyntaxProtocol
  ) throws -> Checked {
    guard case .function(let parameters, let result) = resolve(function.type) else {
      if function.type == .mistaken { return function }
      throw mistake("a value of type '\(resolve(function.type))' cannot be called", at: node)
    }
    guard parameters.count == arguments.count else {
      throw mistake(
        "this function takes \(counted(parameters.count, "argument")), not \(arguments.count)",
        at: node)
    }
    let codes = try zip(arguments, parameters).map { argument, type in
      if let label = argument.label, !argument.isTrailing {
        throw mistake("a function value takes no label '\(label):'", at: argument.node)
      }
      return Boxed(run: try check(argument.node, type).run)
    }
    let (run, place) = (function.run, place(node))
    return Checked(result) { frame in
      let function = try run(frame).function
      let values = try codes.map { try $0.run(frame) }
      frame.run.place = place
      return try function.call(values)
    }
  }
}
