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
    var isTorn = false
    for (number, block) in directive.blocks.enumerated() {
      switch block.kind {
      case .list(let list) where list.items.contains { $0.task != nil }:
        if !quiz.choices.isEmpty, !isTorn {
          report(
            "a quiz has one list of choices", at: block.span,
            hint: "put what stands between the two above the first")
        }
        let next = directive.blocks.dropFirst(number + 1).first
        quiz.choices += choices(of: list, strayFeedback: next?.quote)
      case .quote where quiz.choices.last?.feedback.isEmpty == false && isStray(number):
        isTorn = true
        report(
          "this feedback stands outside of its choice", at: block.span,
          hint: "indent it as far as the choice's words: '  > …'")
      case .directive(let inner) where inner.name == "hint":
        if quiz.hint != nil {
          report("a quiz has one hint", at: inner.nameSpan, hint: "write both into one")
        }
        quiz.hint = part(inner)
      case .directive(let inner) where inner.name == "solution":
        if quiz.solution != nil {
          report("a quiz has one solution", at: inner.nameSpan, hint: "write both into one")
        }
        quiz.solution = part(inner)
      default:
        if !quiz.choices.isEmpty, !isTorn { reportBehindChoices(block) }
        quiz.question.append(block)
      }
    }
    check(quiz)
    return quiz
  }

  /// Whether a quote comes right behind the choices, as feedback that is not indented does.
  private func isStray(_ number: Int) -> Bool {
    guard number > 0, case .list(let list) = directive.blocks[number - 1].kind else { return false }
    return list.items.last?.task != nil
  }

  private mutating func reportBehindChoices(_ block: Block) {
    report(
      "behind the choices there are only '::: hint' and '::: solution'", at: block.span,
      hint: "put it above them; it is a part of the question")
  }

  /// - Parameter strayFeedback: what stands behind the list and was meant for its last choice.
  private mutating func choices(of list: List, strayFeedback: [Block]?) -> [Quiz.Choice] {
    list.items.enumerated().map { number, item in
      let isLast = number == list.items.count - 1
      return choice(item, strayFeedback: isLast ? strayFeedback : nil)
    }
  }

  private mutating func choice(_ item: List.Item, strayFeedback: [Block]?) -> Quiz.Choice {
    var choice = Quiz.Choice(isRight: item.task ?? false, blocks: [], feedback: [])
    if item.task == nil {
      hasPlainChoice = true
      report(
        "a choice starts with '[ ]' or '[x]'", at: item.span,
        hint: "with a space between the brackets, or an x for a right one")
    }
    for block in item.blocks {
      if case .quote(let feedback) = block.kind {
        choice.feedback += feedback
      } else {
        choice.blocks.append(block)
      }
    }
    if choice.feedback.isEmpty, let strayFeedback { choice.feedback = strayFeedback }
    if choice.blocks.isEmpty {
      report("this choice has no words", at: item.span, hint: "write them behind its box")
    }
    if choice.feedback.isEmpty {
      report(
        "this choice says nothing to those who take it", at: item.span,
        hint: "write why it is right or wrong in a quote below it: '  > …'")
    }
    return choice
  }

  private mutating func check(_ quiz: Quiz) {
    if quiz.question.isEmpty {
      report("this quiz has no question", hint: "ask it above the choices")
    }
    guard quiz.choices.count > 1 else {
      return report(
        "a quiz needs two choices or more", hint: "write them as '- [ ] …', the right one '- [x] …'"
      )
    }
    var seen: Set<String> = []
    for choice in quiz.choices {
      guard let first = choice.blocks.first, case .paragraph(let content) = first.kind else {
        continue
      }
      let words = plainText(of: content)
      if choice.blocks.count == 1, content.allSatisfy(\.isWords), !seen.insert(words).inserted {
        report(
          "the choice '\(words)' stands twice", at: first.span, hint: "take one of the two out")
      }
    }
    if !quiz.choices.contains(where: \.isRight), !hasPlainChoice {
      report("no choice of this quiz is right", hint: "mark the right one with '[x]'")
    }
  }
}

extension Inline {
  /// Whether `plainText` has all of it.
  fileprivate var isWords: Bool {
    switch kind {
    case .text, .code, .math, .softBreak: true
    default: false
    }
  }
}

extension Block {
  fileprivate var quote: [Block]? {
    if case .quote(let blocks) = kind { blocks } else { nil }
  }
}
