import Diagnostics

/// Stages that a reader steps through: each a heading, a status line, and what it shows.
package struct Steps: Hashable, Sendable {
  package struct Stage: Hashable, Sendable {
    package var id: String
    package var title: [Inline]
    /// One line that says where the reader stands.
    package var status: [Inline]
    package var blocks: [Block]
  }

  package var id: String
  package var title: String?
  package var stages: [Stage]
}

extension ComponentReader {
  mutating func readSteps() -> Steps? {
    let title = attribute("title")
    guard let id = requiredID("stages") else { return nil }
    var steps = Steps(id: id, title: title, stages: [])
    var places: [Span] = []
    var hasStray = false
    for block in directive.blocks {
      if case .heading(let heading) = block.kind {
        places.append(block.span)
        steps.stages.append(
          Steps.Stage(id: heading.id, title: heading.content, status: [], blocks: []))
      } else if steps.stages.isEmpty {
        if !hasStray {
          report(
            "steps start with a heading, the first stage's title", at: block.span,
            hint: "write '### Its title' above this")
        }
        hasStray = true
      } else {
        add(block, to: &steps.stages[steps.stages.count - 1])
      }
    }
    for (stage, place) in zip(steps.stages, places) where stage.status.isEmpty {
      report(
        "this stage has no status", at: place,
        hint: "say below its heading what is seen: 'status: …'")
    }
    if steps.stages.count < 2, !hasStray {
      report(
        "steps have two stages or more, each under a heading",
        hint: "write each as '### Its title', 'status: …', and what it shows")
    }
    return steps
  }

  private func add(_ block: Block, to stage: inout Steps.Stage) {
    guard case .paragraph(var content) = block.kind, stage.status.isEmpty,
      case .text(let text)? = content.first?.kind, text.hasPrefix("status:")
    else {
      stage.blocks.append(block)
      return
    }
    let words = text.dropFirst("status:".count).drop { $0 == " " }
    // Without words it is as if it were not there, which is said at the heading.
    guard !words.isEmpty || content.count > 1 else { return }
    content[0].kind = .text(String(words))
    stage.status = content
  }
}

/// A list of things to look at, whose ticks are remembered.
package struct Checklist: Hashable, Sendable {
  package var id: String
  package var title: String?
  /// What stands before the list.
  package var introduction: [Block]
  package var items: [[Block]]
}

extension ComponentReader {
  mutating func readChecklist() -> Checklist? {
    let title = attribute("title")
    guard let id = requiredID("before-training") else { return nil }
    var checklist = Checklist(id: id, title: title, introduction: [], items: [])
    for block in directive.blocks {
      if case .list(let list) = block.kind {
        if !checklist.items.isEmpty {
          report(
            "a checklist has one list", at: block.span, hint: "put all its items into the first")
        }
        checklist.items += list.items.map(\.blocks)
        reportTwins(list.items)
      } else if checklist.items.isEmpty {
        checklist.introduction.append(block)
      } else {
        report(
          "behind the list of a checklist there is nothing", at: block.span,
          hint: "what stands before the list introduces it")
      }
    }
    if checklist.items.isEmpty {
      report("a checklist has a list in it", hint: "write its items as '- [ ] …'")
    }
    return checklist
  }

  /// A tick is kept under the item's words, so that two of the same would be ticked together.
  private mutating func reportTwins(_ items: [List.Item]) {
    var seen: Set<String> = []
    for item in items {
      guard case .paragraph(let content)? = item.blocks.first?.kind else { continue }
      let words = plainText(of: content)
      if !seen.insert(words).inserted {
        report(
          "'\(words)' stands twice in this checklist", at: item.span,
          hint: "a tick is kept under the item's words: say what is different")
      }
    }
  }
}
