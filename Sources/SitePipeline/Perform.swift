import Diagnostics
import Lab
import Lettering
import Scripting

/// What came of a lesson's blocks: what they said, and their figures, drawn.
package struct Performance: Sendable {
  package var run: PageRun
  package var figures: [Illustration]
  package var reports: [FigureReport]
}

/// Whether a figure was drawn in this build, and why.
package struct FigureReport: Hashable, Sendable {
  package var label: String
  /// Nil when the picture came from the store.
  package var reason: String?

  /// “fig-decay: ran: its program changed”.
  package var text: String {
    reason.map { "\(label): ran: \($0)" }
      ?? "\(label): from the store, nothing it depends on changed"
  }
}

/// Runs lessons and draws what they show, or takes both from the store when nothing has changed.
struct Performer: Sendable {
  let runner: PageRunner
  let illustrator: Illustrator
  let store: ResultStore

  func perform(_ page: LessonPage) -> Diagnosed<Performance> {
    guard !page.items.isEmpty else {
      return Diagnosed(
        Performance(run: PageRun(blocks: [], bindings: []), figures: [], reports: []))
    }
    let plan = runner.plan(page)
    let ingredients = Ingredients(
      of: page, plan.value, limits: runner.limits, fonts: illustrator.fontKey)
    let key = "page-\(ingredients.key)"
    if let stored = stored(key, plan.value) { return Diagnosed(stored, plan.diagnostics) }
    let run = runner.run(page)
    let drawn = draw(run.value, on: page)
    // What had something to say has to say it again next time.
    if run.diagnostics.isEmpty, drawn.diagnostics.isEmpty {
      store.write(key, StoredPage(run.value, figures: drawn.value.map(\.figure)).archived)
    }
    return Diagnosed(
      Performance(
        run: run.value, figures: drawn.value.map(\.figure), reports: drawn.value.map(\.report)),
      run.diagnostics + drawn.diagnostics)
  }

  /// The whole page as it was kept, or nil when any part of it is not there.
  private func stored(_ key: String, _ planned: [BlockRun]) -> Performance? {
    guard let bytes = store.read(key), let page = try? StoredPage(archived: bytes),
      let run = page.run(planned)
    else { return nil }
    let figures = page.figureKeys.compactMap(storedFigure)
    guard figures.count == page.figureKeys.count else { return nil }
    return Performance(
      run: run, figures: figures,
      reports: figures.map { FigureReport(label: $0.label, reason: nil) })
  }

  private func storedFigure(_ key: String) -> Illustration? {
    store.read("figure-\(key)").flatMap { try? Illustration(archived: $0) }
  }

  private func draw(
    _ run: PageRun, on page: LessonPage
  ) -> Diagnosed<[(figure: Illustration, report: FigureReport)]> {
    guard !run.figures.isEmpty else { return Diagnosed([]) }
    let dependencies = runner.dependencies(of: page)
    let drawn = run.figures.concurrentMap { shown in
      let block = run.blocks[shown.block]
      let above = dependencies.indices.contains(shown.block) ? dependencies[shown.block] : []
      let ingredients = Ingredients(
        of: shown.label, in: block, above: above.map { run.blocks[$0] },
        fonts: illustrator.fontKey)
      return draw(shown, of: block, ingredients)
    }
    return Diagnosed(drawn.compactMap(\.value), drawn.flatMap(\.diagnostics))
  }

  private func draw(
    _ shown: ShownFigure, of run: BlockRun, _ ingredients: Ingredients
  ) -> Diagnosed<(figure: Illustration, report: FigureReport)?> {
    let key = ingredients.key
    if let figure = storedFigure(key) {
      return Diagnosed((figure, FigureReport(label: shown.label, reason: nil)))
    }
    let drawn = illustrator.illustrate(shown, of: run, key: key)
    guard let figure = drawn.value else { return Diagnosed(nil, drawn.diagnostics) }
    if drawn.diagnostics.isEmpty { store.write("figure-\(key)", figure.archived) }
    let memory = "last-\(ingredientsKey(shown.label))"
    let last = store.read(memory).map { String(decoding: $0, as: UTF8.self) }
    store.write(memory, Array(ingredients.text.utf8))
    let reason = last.map { ingredients.difference(from: $0) ?? "it was not in the store" }
    let report = FigureReport(label: shown.label, reason: reason ?? "it is new here")
    return Diagnosed((figure, report), drawn.diagnostics)
  }

  private func ingredientsKey(_ label: String) -> String {
    figureKey([("label", Array(label.utf8))])
  }
}
