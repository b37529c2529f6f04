import SwiftSyntax

extension Checker {
  /// The call of the candidate that fits: by labels first, by types where several have them.
  func resolve(
    _ candidates: [Callee], _ arguments: [CallArgument], _ wanted: StaticType?,
    _ node: some SyntaxProtocol
  ) throws -> Checked {
    var fits: [(callee: Callee, pairs: [[Int]])] = []
    var misfits: [Mistake] = []
    for callee in candidates {
      do {
        fits.append((callee, try pair(arguments, with: callee.signature, at: node)))
      } catch let mistake as Mistake {
        misfits.append(mistake)
      }
    }
    if fits.isEmpty { throw bestExplanation(misfits, candidates, arguments) }
    if fits.count == 1 {
      return try apply(fits[0].callee, fits[0].pairs, arguments, wanted, node)
    }
    if let best = try choose(among: fits, arguments, wanted, node) { return best }
    // Without the wanted type the call itself may be fine: then the context should complain.
    if wanted != nil, let best = try choose(among: fits, arguments, nil, node) { return best }
    throw noneTakes(fits.map(\.callee), arguments, node)
  }

  /// Of several complaints the one about the candidate whose labels are most alike.
  private func bestExplanation(
    _ misfits: [Mistake], _ candidates: [Callee], _ arguments: [CallArgument]
  ) -> Mistake {
    let given = arguments.compactMap(\.label)
    let likeness = candidates.map { callee in
      given.count { callee.signature.labels.contains($0) } * 2
        - abs(callee.signature.parameters.count - arguments.count)
    }
    let best = likeness.indices.max { likeness[$0] < likeness[$1] } ?? 0
    return misfits[best]
  }

  /// Tries each; the fewest literals of a type that is not their own wins, as in Swift. Nil when
  /// none fits.
  private func choose(
    among fits: [(callee: Callee, pairs: [[Int]])], _ arguments: [CallArgument],
    _ wanted: StaticType?, _ node: some SyntaxProtocol
  ) throws -> Checked? {
    let outer = known
    defer { known = outer }
    try checkOnce(arguments)
    let start = snapshot
    let startScore = score
    var best: (score: Int, checked: Checked, after: Snapshot)?
    for fit in fits {
      score = 0
      if let checked = try? trying({ try applied(fit, arguments, wanted, node) }),
        score < best?.score ?? .max
      {
        best = (score, checked, snapshot)
      }
      restore(start)
    }
    guard let best else { return nil }
    restore(best.after)
    score = startScore + best.score
    return best.checked
  }

  /// An argument that has a type of its own has it for every candidate. Checked again for each,
  /// calls in calls in calls would take time exponential in their depth.
  private func checkOnce(_ arguments: [CallArgument]) throws {
    for argument in arguments where !needsContext(argument.node) {
      do {
        let checked = try trying { try expression(argument.node) }
        if !isOpen(checked.type) { known[argument.node.id] = checked }
      } catch let mistake as Mistake where mistake.isUnknownName {
        throw mistake
      } catch {
        continue
      }
    }
  }

  private func applied(
    _ fit: (callee: Callee, pairs: [[Int]]), _ arguments: [CallArgument],
    _ wanted: StaticType?, _ node: some SyntaxProtocol
  ) throws -> Checked {
    let checked = try apply(fit.callee, fit.pairs, arguments, wanted, node)
    guard let wanted, !isOpen(wanted) else { return checked }
    return try convert(checked, to: wanted, at: node)
  }

  /// Names the types that were given and the ones that would do.
  private func noneTakes(
    _ candidates: [Callee], _ arguments: [CallArgument], _ node: some SyntaxProtocol
  ) -> Mistake {
    var given: [String] = []
    for argument in arguments {
      do {
        let checked = try trying { try expression(argument.node) }
        if checked.type == .mistaken { return silent(at: argument.node) }
        given.append("\(resolve(checked.type))")
      } catch let mistake as Mistake {
        // The argument itself is wrong, unless it only lacks a context.
        if !needsContext(argument.node) { return mistake }
        given.append("…")
      } catch {
        preconditionFailure("a checker throws mistakes only: \(error)")
      }
    }
    let lists = candidates.map { callee in
      let names = zip(callee.owner?.parameters ?? [], callee.ownerArguments)
      let known = Dictionary(uniqueKeysWithValues: names.map { ($0, $1) })
      let types = callee.signature.parameters.map { "\($0.type.substituting(known))" }
      return "(" + types.joined(separator: ", ") + ")"
    }
    var seen: Set<String> = []
    let choices = lists.filter { seen.insert($0).inserted }.joined(separator: " or ")
    return mistake(
      "no '\(candidates[0].signature.display)' takes (\(given.joined(separator: ", ")))",
      at: node, hint: "it takes \(choices).")
  }

  /// A mistake that has been reported where it was made.
  private func silent(at node: some SyntaxProtocol) -> Mistake {
    Mistake(severity: .warning, message: "", place: place(node))
  }
}
