import Diagnostics
import SwiftSyntax

extension Checker {
  /// Reads a variable, unboxed where its type allows.
  func read(_ variable: Variable) -> Checked {
    let levels = scope.layout.depth - variable.layout.depth
    let slot = variable.slot
    if variable.item != item { uses.insert(variable.item) }
    let run: Code =
      levels == 0 ? { $0.slots[slot] } : { $0.ancestor(levels).slots[slot] }
    var checked = Checked(variable.type, run)
    switch variable.type {
    case .int:
      checked.int =
        levels == 0
        ? IntCode { $0.slots[slot].int } : IntCode { $0.ancestor(levels).slots[slot].int }
    case .double:
      checked.double =
        levels == 0
        ? DoubleCode { $0.slots[slot].double }
        : DoubleCode { $0.ancestor(levels).slots[slot].double }
    case .bool:
      checked.bool =
        levels == 0
        ? BoolCode { $0.slots[slot].bool } : BoolCode { $0.ancestor(levels).slots[slot].bool }
    default: break
    }
    return checked
  }

  /// A name on its own: a variable, a property of `self`, a constant, or a function as a value.
  func reference(_ node: DeclReferenceExprSyntax, _ wanted: StaticType?) throws -> Checked {
    let name = node.baseName.text
    if let variable = scope.find(name) { return read(variable) }
    if let owner = selfType, let own = scope.find("self"),
      owner.properties[name] != nil || computed(name, of: owner.name) != nil
    {
      return try property(read(own), name, at: node)
    }
    if let constant = library.constants[name] {
      return Checked(constant: constant.make(), of: constant.type)
    }
    if library.types[name] != nil {
      throw mistake(
        "the type '\(name)' is not a value", at: node, hint: "create one: '\(name)(…)'.")
    }
    if node.baseName.tokenKind.isOperator { return try operatorValue(node, wanted) }
    if let functions = library.functions[name] { return try functionValue(functions, node, wanted) }
    var unknown = unknown(name, at: node)
    unknown.hint = unknown.hint ?? "declare it above: 'let \(name) = …'."
    throw unknown
  }

  func unknown(_ name: String, at node: some SyntaxProtocol) -> Mistake {
    if library.refused.contains(name) { return mistake("", at: node) }
    let members = selfType?.memberNames ?? []
    let names = scope.names + members + library.globalNames
    let hint = Self.absent[name] ?? didYouMean(name, among: names) ?? fallback(name, node)
    var mistake = mistake("there is no '\(name)' here", at: node, hint: hint)
    mistake.isUnknownName = true
    return mistake
  }

  /// Where nothing is near: what is called is the library's or the author's own.
  private func fallback(_ name: String, _ node: some SyntaxProtocol) -> String? {
    let isCalled =
      Syntax(node).parent?.as(FunctionCallExprSyntax.self)?.calledExpression.id
      == Syntax(node).id
    return isCalled || name.first?.isUppercase == true
      ? "'unroller api' lists what a block may use." : nil
  }

  /// Names of Swift's world that blocks do not have, and what to do instead.
  private static let absent: [String: String] = [
    "Date": "a block has no clock; the same block must give the same figure tomorrow.",
    "FileManager": "a block cannot read files.",
    "URL": "a block cannot reach the network.",
    "False": "write 'false'.",
    "Line": "a line of a chart is 'LineMark'.",
    "Math": "write sqrt(x), exp(x) and their like alone.",
    "Print": "write 'print'.",
    "arc4random": "use a generator with a seed: SeededGenerator(seed: 1).",
    "console": "write 'print'.",
    "drand48": "use a generator with a seed: SeededGenerator(seed: 1).",
    "keras": "'unroller api' lists what there is: networks, tasks, training.",
    "math": "write sqrt(x), exp(x) and their like alone.",
    "nn": "'unroller api' lists what there is: networks, tasks, training.",
    "plot": "write show(Chart { LineMark(xs) }).",
    "printf": "write 'print'.",
    "println": "write 'print'.",
    "random": "use a generator with a seed: SeededGenerator(seed: 1).",
    "str": "write \"\\(x)\".",
    "tf": "'unroller api' lists what there is: networks, tasks, training.",
    "Float": "write 'Double'.",
    "None": "write 'nil'.",
    "RNN": "a simple recurrent layer is 'SimpleRNN'.",
    "True": "write 'true'.",
    "float": "write Double(x).",
    "len": "write xs.count.",
    "null": "write 'nil'.",
    "np": "'unroller api' lists what there is: map, zip, reduce, Matrix and more.",
    "plt": "write show(Chart { LineMark(xs) }).",
    "range": "write 0..<n, or stride(from: 0, to: n, by: 2).",
    "sum": "write xs.reduce(0, +).",
    "torch": "'unroller api' lists what there is: networks, tasks, training.",
    "Set": "an array without repeats does: if !seen.contains(x) { seen.append(x) }.",
    "assert": "claim it above the block: '//| expect: loss < 1'.",
    "precondition": "claim it above the block: '//| expect: loss < 1'.",
    "pow": "write x * x, or exp(y * log(x)).",
    "round": "write x.rounded().",
    "floor": "write x.rounded(.down).",
    "ceil": "write x.rounded(.up).",
    "swap": "write (a, b) = (b, a).",
    "Task": "a block runs on its own, in order.",
    "fatalError": "a block that cannot go on may print and stop.",
    "SystemRandomNumberGenerator": "use a generator with a seed.",
  ]

  /// `xs.map(sin)`: a library function where a function is wanted.
  private func functionValue(
    _ functions: [HostFunction], _ node: DeclReferenceExprSyntax, _ wanted: StaticType?
  ) throws -> Checked {
    guard case .function(let parameters, let result)? = wanted?.unwrapped else {
      throw mistake(
        "'\(node.baseName.text)' is a function", at: node,
        hint: "call it: \(functions[0].signature.display).")
    }
    let place = place(node)
    for function in functions {
      if let value = functionValue(function, parameters, result, at: place) { return value }
    }
    let type = resolve(.function(parameters, result))
    throw mistake("no '\(node.baseName.text)' has the type '\(type)'", at: node)
  }

  /// `xs.map(Double.init)`: an initialiser without labels where a function is wanted.
  func initializerValue(
    _ type: HostType, _ wanted: StaticType?, _ node: some SyntaxProtocol
  ) throws -> Checked {
    guard case .function(let parameters, let result)? = wanted?.unwrapped else {
      throw mistake("'init' stands alone here", at: node, hint: "call it: \(type.name)(…).")
    }
    let isAmbiguous = parameters.first.flatMap { Self.ambiguous[type.name]?.contains(resolve($0)) }
    for function in type.initializers
    where function.signature.labels.isEmpty && isAmbiguous != true {
      if let value = functionValue(function, parameters, result, at: place(node)) { return value }
    }
    let list = parameters.map { "\(resolve($0))" }.joined(separator: ", ")
    throw mistake(
      "'\(type.name).init' is not one function that takes (\(list))", at: node,
      hint: "write a closure: { \(type.name)($0) }.")
  }

  /// Where the compiler finds several `init`s that would do, and takes none.
  private static let ambiguous: [String: [StaticType]] = [
    "String": [.double, .string], "Int": [.substring],
  ]

  private func functionValue(
    _ function: HostFunction, _ parameters: [StaticType], _ result: StaticType, at place: Place
  ) -> Checked? {
    let signature = function.signature
    guard !signature.parameters.contains(where: \.isVariadic) else { return nil }
    let names = Dictionary(
      uniqueKeysWithValues: signature.generics.map { ($0.name, freshVariable()) })
    let type = StaticType.function(
      signature.parameters.map { $0.type.substituting(names) },
      signature.result.substituting(names))
    guard holds({ unify(type, .function(parameters, result)) }),
      signature.generics.allSatisfy({ generic in
        generic.constraint.map { conforms(names[generic.name]!, to: $0) } ?? true
      })
    else { return nil }
    let call = function.call
    return Checked(resolve(type)) { frame in
      let run = frame.run
      return .function(
        FunctionValue(native: { arguments in try locating(place) { try call(run, arguments) } }))
    }
  }

  /// `reduce(0, +)`: an operator where a function is wanted.
  private func operatorValue(
    _ node: DeclReferenceExprSyntax, _ wanted: StaticType?
  ) throws -> Checked {
    let name = node.baseName.text
    guard case .function(let parameters, let result)? = wanted?.unwrapped, parameters.count == 2
    else {
      throw mistake(
        "the operator '\(name)' stands alone here", at: node,
        hint: "write a closure: { $0 \(name) $1 }.")
    }
    let operand = resolve(isOpen(parameters[0]) ? parameters[1] : parameters[0])
    guard !isOpen(operand),
      let operation = arithmetic(name, operand, place(node)) ?? comparison(name, operand),
      unify(parameters[0], operand), unify(parameters[1], operand),
      unify(result, operation.result)
    else {
      let type = resolve(.function(parameters, result))
      throw mistake("the operator '\(name)' is no '\(type)'", at: node)
    }
    let apply = operation.apply
    return Checked(.function([operand, operand], operation.result)) { _ in
      .function(FunctionValue(native: { try apply($0[0], $0[1]) }))
    }
  }
}

/// Runs a library function; what it throws is reported at `place`.
@inline(__always)
func locating<T>(_ place: Place, _ body: () throws -> T) throws -> T {
  do {
    return try body()
  } catch var stop as Stop {
    stop.place = stop.place ?? place
    throw stop
  } catch let failure as HostFailure {
    throw Stop(failure.message, hint: failure.hint, at: place)
  } catch let end as ChainEnd {
    throw end
  } catch {
    throw Stop("\(error)", at: place)
  }
}
