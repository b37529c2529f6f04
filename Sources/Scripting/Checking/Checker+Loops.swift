import SwiftSyntax

extension Checker {
  /// Checks `body` as a loop's. A body that makes closures gets a frame for each turn, so that
  /// each of them captures its own turn's variables, as in Swift.
  private func inLoop<T>(
    perTurn: Layout?, _ body: () throws -> T
  ) rethrows -> T {
    loops += 1
    defer { loops -= 1 }
    return try inScope(perTurn, body)
  }

  private func frameMaker(_ perTurn: Layout?) -> (Frame) -> Frame {
    guard let perTurn else { return { $0 } }
    return { Frame($0.run, parent: $0, count: perTurn.count) }
  }

  func whileLoop(_ node: WhileStmtSyntax) throws -> Statement {
    let perTurn = makesFunctions(Syntax(node.body)) ? Layout(inside: scope.layout) : nil
    return try inScope {
      let condition = try conditions(node.conditions)
      let body = sequence(
        try inLoop(perTurn: perTurn) { try loopBody(node.body) })
      let (turnFrame, place) = (frameMaker(perTurn), place(node.whileKeyword))
      return { frame in
        while try condition(frame) {
          try frame.run.tick(place)
          let flow = try body(turnFrame(frame))
          if flow == .breaks { break }
          if flow.isPassedOn { return flow }
        }
        return .next
      }
    }
  }

  func repeatLoop(_ node: RepeatStmtSyntax) throws -> Statement {
    let perTurn = makesFunctions(Syntax(node.body)) ? Layout(inside: scope.layout) : nil
    let body = sequence(try inLoop(perTurn: perTurn) { try loopBody(node.body) })
    let condition = try check(node.condition, .bool).asBool
    let (turnFrame, place) = (frameMaker(perTurn), place(node.repeatKeyword))
    return { frame in
      repeat {
        try frame.run.tick(place)
        let flow = try body(turnFrame(frame))
        if flow == .breaks { break }
        if flow.isPassedOn { return flow }
      } while try condition(frame)
      return .next
    }
  }

  // MARK: - for

  func forLoop(_ node: ForStmtSyntax, _ makeBody: () throws -> [Step]) throws -> Statement {
    if let word = node.caseKeyword {
      throw unsupported(
        "'for case' is", at: word, hint: "use 'where', or loop over 'xs.compactMap { $0 }'.")
    }
    guard node.tryKeyword == nil, node.awaitKeyword == nil else {
      throw unsupported("this kind of 'for' loop is", at: node)
    }
    let list = try loopSequence(node)
    let type = resolve(list.type)
    let makesFunctions =
      makesFunctions(Syntax(node.body))
      || node.whereClause.map { self.makesFunctions(Syntax($0)) } == true
    let perTurn = makesFunctions ? Layout(inside: scope.layout) : nil
    let (bind, filter, body) = try inLoop(perTurn: perTurn) {
      let bind = try pattern(node.pattern, type.element ?? .mistaken, isLet: true)
      let filter = try node.whereClause.map {
        BoolCode(call: try check($0.condition, .bool).asBool)
      }
      return (bind, filter, sequence(try inScope { try makeBody() }))
    }
    let (turnFrame, place) = (frameMaker(perTurn), place(node.forKeyword))
    if type.isRange, perTurn == nil, filter == nil {
      return countingLoop(list, type, bind, Step(run: body), at: place)
    }
    let turn: (Frame, Value) throws -> Flow = { frame, value in
      try frame.run.tick(place)
      let frame = turnFrame(frame)
      bind(frame, value)
      if let filter, !(try filter.call(frame)) { return .next }
      return try body(frame)
    }
    return type.isRange ? rangeLoop(list, type, turn) : listLoop(list, turn)
  }

  private func loopSequence(_ node: ForStmtSyntax) throws -> Checked {
    let list: Checked
    do {
      list = try expression(node.sequence)
    } catch let mistake as Mistake {
      // The loop's variables and body are checked all the same.
      record(mistake)
      return .mistaken
    }
    let type = resolve(list.type)
    if type.isText { return sequence(list, at: node.sequence) }
    if type == .mistaken || type.element != nil { return list }
    switch type.name {
    case "Dictionary", "DictionaryKeys", "DictionaryValues":
      record(
        mistake(
          "a dictionary has no fixed order", at: node.sequence,
          hint: sorting(type, node.sequence.trimmedDescription)))
    case "Range", "ClosedRange":
      record(
        mistake(
          "a range of Doubles cannot be looped over", at: node.sequence,
          hint: "use stride(from:to:by:)."))
    default:
      let hint = type == .int ? "loop over '0..<\(node.sequence.trimmedDescription)'." : nil
      record(mistake("'\(type)' cannot be looped over", at: node.sequence, hint: hint))
    }
    return .mistaken
  }

  private func rangeLoop(
    _ list: Checked, _ type: StaticType, _ turn: @escaping (Frame, Value) throws -> Flow
  ) -> Statement {
    let (run, closed) = (list.run, type.name == "ClosedRange")
    return { frame in
      let bounds = try run(frame).tuple
      let (lower, upper) = (bounds[0].int, bounds[1].int)
      var index = lower
      // A closed range may end at Int.max, so the index is compared before it grows.
      while closed ? index <= upper : index < upper {
        let flow = try turn(frame, .int(index))
        if flow == .breaks { break }
        if flow.isPassedOn { return flow }
        if index == upper { break }
        index += 1
      }
      return .next
    }
  }

  /// The same for the plainest and hottest of loops, `for i in 0..<n`, without the closure that
  /// the others make for each turn: a quarter faster.
  private func countingLoop(
    _ list: Checked, _ type: StaticType, _ bind: @escaping (Frame, Value) -> Void, _ body: Step,
    at place: Place
  ) -> Statement {
    let (run, closed) = (list.run, type.name == "ClosedRange")
    return { frame in
      let bounds = try run(frame).tuple
      let (lower, upper) = (bounds[0].int, bounds[1].int)
      var index = lower
      while closed ? index <= upper : index < upper {
        try frame.run.tick(place)
        bind(frame, .int(index))
        let flow = try body.run(frame)
        if flow == .breaks { break }
        if flow.isPassedOn { return flow }
        if index == upper { break }
        index += 1
      }
      return .next
    }
  }

  private func listLoop(
    _ list: Checked, _ turn: @escaping (Frame, Value) throws -> Flow
  ) -> Statement {
    let run = list.run
    return { frame in
      for value in try run(frame).array {
        let flow = try turn(frame, value)
        if flow == .breaks { break }
        if flow.isPassedOn { return flow }
      }
      return .next
    }
  }

  /// Declares the names of a pattern; gives the code that fills them.
  func pattern(
    _ node: PatternSyntax, _ type: StaticType, isLet: Bool
  ) throws -> (Frame, Value) -> Void {
    switch node.as(PatternSyntaxEnum.self) {
    case .identifierPattern(let it):
      let slot = try declare(it.identifier, type, isLet: isLet).slot
      return { $0.slots[slot] = $1 }
    case .wildcardPattern: return { _, _ in }
    case .tuplePattern(let it): return try tuplePattern(it, type, isLet: isLet)
    default: throw unsupported("this pattern is", at: node)
    }
  }

  private func tuplePattern(
    _ node: TuplePatternSyntax, _ type: StaticType, isLet: Bool
  ) throws -> (Frame, Value) -> Void {
    guard case .tuple(_, let parts) = type, parts.count == node.elements.count else {
      for element in node.elements { _ = try pattern(element.pattern, .mistaken, isLet: isLet) }
      if type == .mistaken { return { _, _ in } }
      throw mistake(
        "'\(type)' cannot be taken apart into \(node.elements.count) names", at: node,
        hint: type.isTuple ? "write a name, or '_', for each of its parts." : "give it one name.")
    }
    let fills = try zip(node.elements, parts).map { element, part in
      try pattern(element.pattern, part, isLet: isLet)
    }
    return { frame, value in
      for (fill, part) in zip(fills, value.tuple) { fill(frame, part) }
    }
  }
}
