import Diagnostics

/// Checks a page's blocks and expressions; nothing runs.
package func checkPage(
  _ items: [PageItem], library: Library, limits: Limits = Limits()
) -> PageCheck {
  onBigStack(bytes: limits.stackBytes) { _ in
    let program = PageProgram(items, library, limits)
    let blocks = program.items.indices.filter { program.items[$0].isBlock }
    return PageCheck(
      diagnostics: program.diagnostics(limits),
      blocks: blocks.map { program.diagnostics(ofItem: $0, limits) },
      dependencies: blocks.map { index in
        blocks.indices.filter { program.items[index].uses.contains(blocks[$0]) }
      })
  }
}

/// Checks a page's blocks and expressions and, when nothing is wrong with any of them, runs them
/// in order.
///
/// - Parameter onStart: told the label of each block that is about to run.
package func runPage(
  _ items: [PageItem], library: Library, limits: Limits = Limits(),
  cancellation: Cancellation? = nil, onStart: @escaping @Sendable (String) -> Void = { _ in }
) -> PageResult {
  onBigStack(bytes: limits.stackBytes) { stackFloor in
    let program = PageProgram(items, library, limits)
    var runner = PageRunner(
      program, limits,
      Run(limits, stackFloor: stackFloor, cancellation: cancellation), onStart: onStart)
    return runner.result()
  }
}

extension PageProgram {
  /// Everything that is wrong, in source order, without what is shown on purpose.
  func diagnostics(_ limits: Limits) -> [Diagnostic] {
    let mistakes = items.filter { !$0.mayFail }.flatMap(\.mistakes)
    return Array(mistakes.map { $0.diagnostic(in: text) }.inSourceOrder().prefix(limits.mistakes))
  }

  func diagnostics(ofItem index: Int, _ limits: Limits) -> [Diagnostic] {
    items[index].mistakes.prefix(limits.mistakes).map { $0.diagnostic(in: text) }
  }
}

/// Runs a checked page.
private struct PageRunner {
  private let program: PageProgram
  private let limits: Limits
  private let run: Run
  private let frame: Frame
  private let onStart: (String) -> Void
  private var page = PageResult(blocks: [], expressions: [], diagnostics: [])
  private var stopped: Bool

  init(
    _ program: PageProgram, _ limits: Limits, _ run: Run, onStart: @escaping (String) -> Void
  ) {
    self.program = program
    self.limits = limits
    self.run = run
    self.onStart = onStart
    frame = Frame(run, parent: nil, count: program.layout.count)
    stopped = !program.canRun
  }

  mutating func result() -> PageResult {
    page.diagnostics = program.diagnostics(limits)
    for (index, item) in program.items.enumerated() {
      switch (item.source, item.body) {
      case (.block(let source), let body): runBlock(source, body, index)
      case (.expression(let source), let body): runExpression(source, body, index)
      }
    }
    // The frame's values may refer to each other and to it.
    frame.clear()
    page.diagnostics = page.diagnostics.inSourceOrder()
    return page
  }

  private mutating func runBlock(_ source: BlockSource, _ body: PageProgram.Body, _ index: Int) {
    var result = BlockResult(label: source.label)
    result.diagnostics = program.diagnostics(ofItem: index, limits)
    defer { page.blocks.append(result) }
    if program.items[index].hasError { result.state = .failed }
    guard !stopped, !program.items[index].hasError, case .block(let steps) = body else { return }
    onStart(source.label)
    run.begin(
      label: source.label, seed: source.seed, at: Place(program.text.pieces[index].base))
    let failure = stopping { for step in steps { _ = try step.run(frame) } }
    result.state = failure == nil ? .finished : .failed
    (result.shown, result.printed, result.steps) = (run.shown, run.printed, run.stepsUsed)
    guard let failure else { return }
    result.diagnostics.append(failure)
    guard !source.mayFail else { return }
    page.diagnostics.append(failure)
    stopped = true
  }

  private mutating func runExpression(
    _ source: ExpressionSource, _ body: PageProgram.Body, _ index: Int
  ) {
    var result = ExpressionResult(source: source)
    result.diagnostics = program.diagnostics(ofItem: index, limits)
    defer { page.expressions.append(result) }
    guard !stopped, case .expression(let expression) = body else { return }
    run.begin(label: "", seed: 0, at: Place(program.text.pieces[index].base))
    let failure = stopping {
      let value = try expression.value.run(frame)
      result.value = ExpressionValue(value)
      result.text = expression.describer.text(value)
      result.sides = try expression.sides.map { $0.describer.text(try $0.value.run(frame)) }
    }
    guard let failure else { return }
    result.diagnostics.append(failure)
    page.diagnostics.append(failure)
  }

  /// What stopped `body`, at its place in the Markdown file.
  private func stopping(_ body: () throws -> Void) -> Diagnostic? {
    do {
      try body()
      return nil
    } catch let stop as Stop {
      let span = program.text.span(of: stop.place ?? run.place)
      return .error(stop.message, at: span, hint: stop.hint)
    } catch {
      return .error("\(error)", at: program.text.span(of: run.place))
    }
  }
}
