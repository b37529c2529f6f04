import Diagnostics
import Figures
import Scripting

/// Runs the blocks of a lesson, top to bottom, each with the names of those above it.
package struct PageRunner: Sendable {
  package var library: Library
  package var limits: Limits

  package init(library: Library = .lab, limits: Limits = Limits()) {
    self.library = library
    self.limits = limits
  }

  /// Looks at everything that runs on the page and runs nothing.
  package func check(_ page: LessonPage) -> [Diagnostic] {
    let plan = PagePlan(page)
    let check = checkPage(plan.items, library: library, limits: limits)
    let run = zip(plan.blocks, check.blocks).flatMap { block, own in
      block.run.expectedErrorProblems(own)
    }
    return plan.diagnostics + check.diagnostics + run
  }

  /// The blocks of a page as they are asked for; nothing runs.
  package static func plan(_ page: LessonPage) -> Diagnosed<[BlockRun]> {
    let plan = PagePlan(page)
    return Diagnosed(plan.blocks.map(\.run), plan.diagnostics)
  }

  /// For each block the blocks above it, by number, whose names it uses, directly or through others.
  package func dependencies(of page: LessonPage) -> [[Int]] {
    checkPage(PagePlan(page).items, library: library, limits: limits).dependencies
  }

  /// - Parameter onStart: told the label of each block that is about to run.
  package func run(
    _ page: LessonPage, onStart: @escaping @Sendable (String) -> Void = { _ in }
  ) -> Diagnosed<PageRun> {
    let plan = PagePlan(page)
    guard !plan.items.isEmpty else { return Diagnosed(PageRun(blocks: [], bindings: [])) }
    let result = runPage(plan.items, library: library, limits: limits, onStart: onStart)
    var diagnostics = plan.diagnostics + result.diagnostics
    var run = PageRun(blocks: [], bindings: [])
    for (planned, outcome) in zip(plan.blocks, result.blocks) {
      planned.add(outcome, to: &run)
      // What did not run because of something before it has nothing to answer for.
      guard outcome.state != .skipped else { continue }
      // A figure may still turn out to be impossible when it is drawn.
      let isOpen = !outcome.shown.isEmpty && !outcome.diagnostics.containsError
      if !isOpen { diagnostics += planned.run.expectedErrorProblems(outcome.diagnostics) }
      if outcome.shown.isEmpty, outcome.diagnostics.isEmpty {
        diagnostics += planned.run.options.lostCaption
      }
    }
    for (role, outcome) in zip(plan.roles, result.expressions) {
      switch role {
      case .binding: run.bindings.append(outcome.text)
      case .claim(let claim): diagnostics += claim.problems(outcome)
      }
    }
    return Diagnosed(run, diagnostics)
  }
}

/// A page as the interpreter takes it, and what each part of its answer is about.
private struct PagePlan {
  enum Role {
    case binding
    case claim(BlockOptions.Claim)
  }

  var items: [PageItem] = []
  var blocks: [PlannedBlock] = []
  /// One for each expression, in order.
  var roles: [Role] = []
  var diagnostics: [Diagnostic] = []

  init(_ page: LessonPage) {
    for item in page.items {
      switch item {
      case .block(let block): add(block, on: page)
      case .binding(let text, let span):
        items.append(.expression(ExpressionSource(text, at: span)))
        roles.append(.binding)
      }
    }
  }

  private mutating func add(_ block: PageBlock, on page: LessonPage) {
    let options = BlockOptions.parse(block)
    diagnostics += options.diagnostics + block.fileProblems(options.value)
    let label = options.value.label ?? "\(slug(of: page.path))-block-\(blocks.count + 1)"
    let run = BlockRun(
      block: block, options: options.value, label: label,
      seed: options.value.seed ?? seed(for: label))
    items.append(
      .block(
        BlockSource(
          BlockOptions.withoutForeignMarks(block.source.text), path: block.source.path,
          start: block.source.start, label: label,
          seed: run.seed,
          mayFail: options.value.expectedError != nil)))
    blocks.append(PlannedBlock(run: run))
    for claim in options.value.claims {
      items.append(.expression(ExpressionSource(claim.text, at: claim.span)))
      roles.append(.claim(claim))
    }
  }

  /// `layers/lstm.md` is `layers-lstm`.
  private func slug(of path: String) -> String {
    let stem = path.hasSuffix(".md") ? String(path.dropLast(3)) : path
    return stem.replacing("/", with: "-").lowercased()
  }

  /// The label's FNV-1a hash (Fowler, Noll & Vo 1991), cut to 31 bits so that it reads as an Int
  /// everywhere: a block's numbers depend on its own name and on nothing around it.
  private func seed(for label: String) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in label.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(hash >> 33)
  }
}

extension PageBlock {
  /// What is wrong with a program that should come from a file.
  fileprivate func fileProblems(_ options: BlockOptions) -> [Diagnostic] {
    guard let file = options.file else { return [] }
    switch outside {
    case .missing(let words):
      return [
        .error(words, at: file.span, hint: "its path begins at the lesson's own folder")
      ]
    case nil:
      return [.error("a file can be shown only in a lesson of a course", at: file.span)]
    case .program:
      let own = text.split(separator: "\n").contains {
        !$0.hasPrefix(BlockOptions.marker) && !$0.allSatisfy(\.isWhitespace)
      }
      guard own else { return [] }
      return [
        .error(
          "this block has a program of its own beside the file's", at: file.span,
          hint: "leave only the option lines, or the option away")
      ]
    }
  }
}

private struct PlannedBlock {
  var run: BlockRun

  func add(_ outcome: BlockResult, to page: inout PageRun) {
    var run = run
    for (index, figure) in outcome.shown.compactMap({ $0 as? any Figure }).enumerated() {
      let label = index == 0 ? run.label : "\(run.label)-\(index + 1)"
      run.figureLabels.append(label)
      page.figures.append(ShownFigure(label: label, block: page.blocks.count, figure: figure))
    }
    run.printed = outcome.printed
    run.shownErrors = run.options.expectedError == nil ? [] : outcome.diagnostics
    page.blocks.append(run)
  }
}

extension BlockOptions {
  /// A caption is shown with a figure only.
  fileprivate var lostCaption: [Diagnostic] {
    guard expectedError == nil else { return [] }
    guard let captionSpan else {
      return figureSpan.map { place in
        [
          .warning(
            "this block shows no figure that this could be about", at: place,
            hint: "show one with 'show(…)', or take the option out")
        ]
      } ?? []
    }
    return [
      .error(
        "this block shows no figure for its caption", at: captionSpan,
        hint: "show one with 'show(…)', or write the words below the block")
    ]
  }
}

extension BlockOptions.Claim {
  fileprivate func problems(_ outcome: ExpressionResult) -> [Diagnostic] {
    switch outcome.value {
    case nil, .bool(true): return []
    case .bool(false):
      let sides = outcome.sides
      return [
        .error(
          "this claim does not hold: \(text)", at: span,
          hint: sides.count == 2 ? "it is \(sides[0]) against \(sides[1])" : nil)
      ]
    default:
      return [
        .error(
          "a claim is something that holds or not", at: span,
          hint: "compare it with something: '\(text) > …'")
      ]
    }
  }
}
