import SwiftSyntax

// The code of calls, once their arguments are checked.

extension Checker {
  func lower(
    _ application: Application, _ result: StaticType, _ node: some SyntaxProtocol
  ) throws -> Checked {
    let (callee, pairs) = (application.callee, application.pairs)
    let place = place(node)
    if let inline = callee.host?.inline, pairs.count == 1, let only = pairs[0].first,
      let code = inline(application.checked[only]!, place)
    {
      return code
    }
    var codes: [Code] = []
    for (position, parameter) in callee.signature.parameters.enumerated() {
      if parameter.isVariadic {
        let parts = pairs[position].map { Boxed(run: application.checked[$0]!.run) }
        codes.append { frame in .array(try parts.map { try $0.run(frame) }) }
      } else if let index = pairs[position].first {
        codes.append(application.checked[index]!.run)
      } else {
        codes.append(
          try defaultCode(
            parameter.defaultValue!, parameter.type.substituting(application.names)))
      }
    }
    if let own = callee.own { return call(own, callee, codes, result, place) }
    if let rebuild = callee.host?.rebuild {
      try checkExclusive(callee, application.arguments)
      return try rebuilding(rebuild, callee, codes, place)
    }
    let first = pairs.first?.first.flatMap { application.checked[$0] }
    if let unary = callee.host?.unary, let argument = first?.double {
      return Checked(double: { frame in
        let x = try argument.call(frame)
        return try locating(place) { try unary(x) }
      })
    }
    return call(callee, codes, result, place)
  }

  /// A default is checked where nothing local is visible, as in Swift, and only once. It runs in
  /// a frame of its own, because the slots that it may need are not the caller's.
  func defaultCode(_ node: ExprSyntax, _ type: StaticType) throws -> Code {
    if let known = defaults[node.id] { return known.run }
    let outer = scope
    defer { scope = outer }
    let layout = Layout(inside: nil)
    scope = Scope(inside: nil, layout: layout)
    let run = try check(node, type).run
    let needsFrame = layout.count > 0 || makesFunctions(Syntax(node))
    let code: Code =
      needsFrame ? { try run(Frame($0.run, parent: nil, count: layout.count)) } : run
    defaults[node.id] = Boxed(run: code)
    return code
  }

  /// A mutating method that takes a closure: its receiver is read, and then given its new value. It
  /// is found twice, so it must be a plain place.
  private func rebuilding(
    _ rebuild: @escaping HostFunction.Rebuild, _ callee: Callee, _ codes: [Code], _ place: Place
  ) throws -> Checked {
    let modify = callee.target!.modify
    let (read, boxed) = (callee.receiver!.run, codes.map { Boxed(run: $0) })
    return Checked(.void) { frame in
      let receiver = try read(frame)
      let arguments = try boxed.map { try $0.run(frame) }
      try frame.run.tick(place)
      let changed = try locating(place) { try rebuild(frame.run, receiver, arguments) }
      try modify(frame) { $0 = changed }
      return .void
    }
  }

  /// A call of the library's function.
  private func call(
    _ callee: Callee, _ codes: [Code], _ result: StaticType, _ place: Place
  ) -> Checked {
    let host = callee.host!
    let boxed = codes.map { Boxed(run: $0) }
    if let mutate = host.mutate, let target = callee.target {
      let modify = target.modify
      return Checked(result) { frame in
        let arguments = try boxed.map { try $0.run(frame) }
        try frame.run.tick(place)
        try frame.run.charge(1)
        var value = Value.void
        try modify(frame) { receiver in
          try locating(place) { value = try mutate(frame.run, &receiver, arguments) }
        }
        return value
      }
    }
    let all = (callee.receiver.map { [Boxed(run: $0.run)] } ?? []) + boxed
    let call = host.call
    return Checked(result) { frame in
      var arguments: [Value] = []
      arguments.reserveCapacity(all.count)
      for code in all { arguments.append(try code.run(frame)) }
      try frame.run.tick(place)
      let value = try locating(place) { try call(frame.run, arguments) }
      if case .array(let list) = value { try frame.run.charge(list.count) }
      return value
    }
  }

  /// A call of the block's own function.
  private func call(
    _ own: Variable, _ callee: Callee, _ codes: [Code], _ result: StaticType, _ place: Place
  ) -> Checked {
    if callee.changesReceiver { return changing(own, callee, codes, result, place) }
    let all = (callee.receiver.map { [$0.run] } ?? []) + codes
    return Checked(result, self.call(own, all, at: place).run)
  }

  /// A call whose callee is known by its slot; one and two arguments, the most common, go
  /// without an array.
  func call(_ own: Variable, _ codes: [Code], at place: Place) -> Checked {
    let callee = read(own).run
    guard case .function(_, let result) = own.type else { return .mistaken }
    switch codes.count {
    case 1:
      let first = codes[0]
      return Checked(result) { frame in
        let argument = try first(frame)
        frame.run.place = place
        return try callee(frame).function.call(argument)
      }
    case 2:
      let (first, second) = (codes[0], codes[1])
      return Checked(result) { frame in
        let (x, y) = (try first(frame), try second(frame))
        frame.run.place = place
        return try callee(frame).function.call(x, y)
      }
    default:
      let boxed = codes.map { Boxed(run: $0) }
      return Checked(result) { frame in
        let arguments = try boxed.map { try $0.run(frame) }
        frame.run.place = place
        return try callee(frame).function.call(arguments)
      }
    }
  }

  /// A mutating method of a block's struct: it gives its result and the changed receiver.
  private func changing(
    _ own: Variable, _ callee: Callee, _ codes: [Code], _ result: StaticType, _ place: Place
  ) -> Checked {
    let method = read(own).run
    let boxed = codes.map { Boxed(run: $0) }
    let modify = callee.target!.modify
    return Checked(result) { frame in
      let arguments = try boxed.map { try $0.run(frame) }
      let function = try method(frame).function
      frame.run.place = place
      var value = Value.void
      try modify(frame) { receiver in
        // The receiver stays where it is meanwhile: an argument that is a closure may read it.
        let parts = try function.call([receiver] + arguments).tuple
        value = parts[0]
        receiver = parts[1]
      }
      return value
    }
  }
}
