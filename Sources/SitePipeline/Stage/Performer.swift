import Diagnostics
import Lab
import Lettering
import Scripting

/// Runs pages and draws what they show; figures that are in the store already come from there.
package struct Performer: Sendable {
  private let illustrator: Illustrator
  /// Told the label of each block that is begun, and of the block of each figure.
  private let onStart: @Sendable (String) -> Void

  /// Nil when a font cannot be read.
  package static func make(
    fonts: FontSet, onStart: @escaping @Sendable (String) -> Void = { _ in }
  ) -> Diagnosed<Performer?> {
    Illustrator.make(fonts).map { illustrator in
      illustrator.map { Performer(illustrator: $0, onStart: onStart) }
    }
  }

  /// The hash of the fonts that figures are lettered with.
  package var fontKey: String { illustrator.fontKey }

  package func perform(_ order: WorkOrder, store: ResultStore) -> Diagnosed<Performance> {
    let runner = PageRunner(limits: order.limits)
    let run = runner.run(order.page, onStart: onStart)
    guard !run.value.figures.isEmpty else {
      return Diagnosed(Performance(run: run.value, figures: [], reports: []), run.diagnostics)
    }
    let drawn = draw(run.value, runner.dependencies(of: order.page), store)
    let judged = run.then { judge($0, drawn.map(\.diagnostics)) }
    return Diagnosed(
      Performance(
        run: judged.value, figures: drawn.compactMap(\.value?.figure),
        reports: drawn.compactMap(\.value?.report)), judged.diagnostics)
  }

  /// What drawing had to say: of a block that is there to show a mistake it is what the page shows.
  private func judge(_ run: PageRun, _ drawn: [[Diagnostic]]) -> Diagnosed<PageRun> {
    var result = Diagnosed(run)
    for (number, block) in run.blocks.enumerated() {
      let own = zip(run.figures, drawn).filter { $0.0.block == number }.flatMap(\.1)
      if block.options.expectedError == nil {
        result.diagnostics += own
      } else if !block.figureLabels.isEmpty, block.shownErrors.isEmpty {
        result.diagnostics += block.expectedErrorProblems(own)
        result.value.blocks[number].shownErrors = own
      }
    }
    return result
  }

  /// The figures of a page, one answer for each.
  private func draw(
    _ run: PageRun, _ dependencies: [[Int]], _ store: ResultStore
  ) -> [Diagnosed<(figure: Illustration, report: FigureReport)?>] {
    run.figures.map { shown in
      let block = run.blocks[shown.block]
      let above = dependencies.indices.contains(shown.block) ? dependencies[shown.block] : []
      let ingredients = Ingredients(
        of: shown.label, in: block, above: above.map { run.blocks[$0] },
        fonts: illustrator.fontKey)
      onStart(block.label)
      return draw(shown, of: block, ingredients, store)
    }
  }

  private func draw(
    _ shown: ShownFigure, of run: BlockRun, _ ingredients: Ingredients, _ store: ResultStore
  ) -> Diagnosed<(figure: Illustration, report: FigureReport)?> {
    let key = ingredients.key
    if let figure = store.figure(key) {
      return Diagnosed((figure, FigureReport(label: shown.label, reason: nil)))
    }
    let drawn = illustrator.illustrate(shown, of: run, key: key)
    guard let figure = drawn.value else { return Diagnosed(nil, drawn.diagnostics) }
    if drawn.diagnostics.isEmpty { store.write("figure-\(key)", figure.archived) }
    let memory = "last-\(figureKey([("label", Array(shown.label.utf8))]))"
    let last = store.read(memory).map { String(decoding: $0, as: UTF8.self) }
    store.write(memory, Array(ingredients.text.utf8))
    let reason = last.map { ingredients.difference(from: $0) ?? "it was not in the store" }
    let report = FigureReport(label: shown.label, reason: reason ?? "it is new here")
    return Diagnosed((figure, report), drawn.diagnostics)
  }
}

extension Stage {
  /// This process: for a caller that trusts its pages.
  package static func here(fonts: FontSet, store: ResultStore) -> Diagnosed<Stage?> {
    Performer.make(fonts: fonts).map { performer in
      performer.map { performer in Stage(perform: { performer.perform($0, store: store) }) }
    }
  }
}

extension ResultStore {
  func figure(_ key: String) -> Illustration? {
    read("figure-\(key)").flatMap { try? Illustration(archived: $0) }
  }
}
