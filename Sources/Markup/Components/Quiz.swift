import Diagnostics

/// A check: a question, choices that each explain themselves, a hint, a solution.
package struct Quiz: Hashable, Sendable {
  package struct Choice: Hashable, Sendable {
    package var isRight: Bool
    package var blocks: [Block]
    /// What the learner reads after this choice.
    package var feedback: [Block]
  }

  /// Stable for ever: a learner's progress is kept under it.
  package var id: String
  package var title: String?
  package var question: [Block]
  package var choices: [Choice]
  package var hint: [Block]?
  package var solution: [Block]?

  /// More than one right choice makes boxes of the buttons.
  package var isMultiple: Bool { choices.count { $0.isRight } > 1 }
}

extension ComponentReader {
  mutating func readQuiz() -> Quiz? {
    let title = attribute("title")
    guard let id = requiredID("q-forgetting") else { return nil }
    var quiz = Quiz(id: id, title: title, question: [], choices: [])
    for block in directive.blocks {
      switch block.kind {
      case .list(let list) where list.items.contains { $0.task != nil }:
        if !quiz.choices.isEmpty { report("a quiz has one list of choices", at: block.span) }
        quiz.choices += list.items.map { choice($0) }
      case .directive(let inner) where inner.name == "hint":
        if quiz.hint != nil { report("a quiz has one hint", at: inner.nameSpan) }
        quiz.hint = part(inner)
      case .directive(let inner) where inner.name == "solution":
        if quiz.solution != nil { report("a quiz has one solution", at: inner.nameSpan) }
        quiz.solution = part(inner)
      default: quiz.question.append(block)
      }
    }
    check(quiz)
    return quiz
  }

  private mutating func choice(_ item: List.Item) -> Quiz.Choice {
    var choice = Quiz.Choice(isRight: item.task ?? false, blocks: [], feedback: [])
    if item.task == nil {
      report("a choice starts with '[ ]' or '[x]'", at: item.span)
    }
    for block in item.blocks {
      if case .quote(let feedback) = block.kind {
        choice.feedback += feedback
      } else {
        choice.blocks.append(block)
      }
    }
    if choice.blocks.isEmpty { report("this choice has no words", at: item.span) }
    if choice.feedback.isEmpty {
      report(
        "this choice says nothing to those who take it", at: item.span,
        hint: "write why it is right or wrong in a quote below it: '  > …'")
    }
    return choice
  }

  private mutating func check(_ quiz: Quiz) {
    if quiz.question.isEmpty { report("this quiz has no question") }
    guard quiz.choices.count > 1 else {
      return report(
        "a quiz needs two choices or more", hint: "write them as '- [ ] …', the right one '- [x] …'"
      )
    }
    if !quiz.choices.contains(where: \.isRight) {
      report("no choice of this quiz is right", hint: "mark the right one with '[x]'")
    }
  }
}
