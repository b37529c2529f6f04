import Diagnostics
import SwiftSyntax

extension Checker {
  /// Which arguments each parameter gets: by label and in order, as Swift pairs them.
  func pair(
    _ arguments: [CallArgument], with signature: Signature, at node: some SyntaxProtocol
  ) throws -> [[Int]] {
    let parameters = signature.parameters
    var pairs: [[Int]] = parameters.map { _ in [] }
    var next = 0
    for (index, argument) in arguments.enumerated() {
      if next > 0, parameters[next - 1].isVariadic, argument.label == nil, !argument.isTrailing {
        pairs[next - 1].append(index)
        continue
      }
      let found = position(of: argument, in: parameters, from: next)
      guard let found else { throw misplaced(argument, signature, from: next, node) }
      for skipped in next..<found where parameters[skipped].isRequired {
        throw missing(parameters[skipped], signature, arguments, at: node)
      }
      pairs[found].append(index)
      next = found + 1
    }
    for rest in parameters[min(next, parameters.count)...] where rest.isRequired {
      throw missing(rest, signature, arguments, at: node)
    }
    return pairs
  }

  private func position(
    of argument: CallArgument, in parameters: [Parameter], from start: Int
  ) -> Int? {
    parameters[min(start, parameters.count)...].firstIndex { parameter in
      argument.isTrailing && argument.label == nil
        ? parameter.takesFunction : parameter.label == argument.label
    }
  }

  // MARK: - What can be wrong with an argument

  private func misplaced(
    _ argument: CallArgument, _ signature: Signature, from next: Int, _ node: some SyntaxProtocol
  ) -> Mistake {
    let display = signature.display
    if argument.isTrailing && argument.label == nil {
      return mistake("'\(display)' takes no trailing closure here", at: argument.node)
    }
    guard let label = argument.label else {
      if signature.parameters.indices.contains(next), let label = signature.parameters[next].label {
        return mistake(
          "the label '\(label):' is missing in the call of '\(display)'", at: argument.node,
          hint: "write '\(label): \(argument.node.trimmedDescription.prefix(40))'.")
      }
      return mistake(
        "'\(display)' takes \(counted(signature.parameters.count, "argument"))", at: argument.node)
    }
    if signature.labels.contains(label) {
      return mistake(
        "the argument '\(label):' is out of order", at: argument.node,
        hint: "'\(display)' takes its arguments in this order.")
    }
    let unlabeled =
      signature.parameters.indices.contains(next)
      && signature.parameters[next].label == nil
    let hint =
      Self.argumentHabits["\(signature.name) \(label):"]
      ?? closestMatch(to: label, among: signature.labels).map { "did you mean '\($0):'?" }
      ?? (unlabeled ? "leave the label out." : "it is '\(display)'.")
    return mistake(
      "'\(signature.name)' has no argument '\(label):'", at: labelNode(argument), hint: hint)
  }

  /// The label itself, so that the caret stands under the word that is wrong.
  private func labelNode(_ argument: CallArgument) -> Syntax {
    let parent = argument.node.parent?.as(LabeledExprSyntax.self)
    return parent?.label.map(Syntax.init) ?? Syntax(argument.node)
  }

  private func missing(
    _ parameter: Parameter, _ signature: Signature, _ arguments: [CallArgument],
    at node: some SyntaxProtocol
  ) -> Mistake {
    let display = signature.display
    // A label that nobody knows is what is wrong, more than the one that is missing for it.
    let unknown = arguments.first { argument in
      argument.label.map { !signature.labels.contains($0) } ?? false
    }
    if let unknown, let label = unknown.label {
      return mistake(
        "'\(signature.name)' has no argument '\(label):'", at: labelNode(unknown),
        hint: closestMatch(to: label, among: signature.labels).map { "did you mean '\($0):'?" }
          ?? "it is '\(display)'.")
    }
    if let label = parameter.label, let late = arguments.first(where: { $0.label == label }) {
      return mistake(
        "the argument '\(label):' is out of order", at: labelNode(late),
        hint: "'\(display)' takes its arguments in this order.")
    }
    guard let label = parameter.label else {
      return mistake(
        "'\(display)' needs a '\(parameter.type)' here", at: node,
        hint: "its parameter '\(parameter.name)' has no default.")
    }
    return mistake(
      "the argument '\(label):' is missing in the call of '\(display)'", at: node,
      hint: "add '\(label): \(parameter.type)'.")
  }
}
