import Diagnostics
import Lab
import Lettering
import Scripting

/// Takes what a page's blocks do from the store when nothing has changed, and else has it performed.
struct PagePerformances: Sendable {
  let limits: Limits
  let fontKey: String
  let store: ResultStore
  let stage: Stage

  /// - Parameter stage: where the lessons' blocks run; nil is this process, and then the whole is nil
  ///   when a font cannot be read.
  static func make(
    _ course: Course, fonts: FontSet, store: ResultStore, stage: Stage?
  ) -> Diagnosed<PagePerformances?> {
    let stage = stage.map { Diagnosed($0) } ?? Stage.here(fonts: fonts, store: store)
    return stage.map { stage in
      stage.map {
        PagePerformances(
          limits: Limits(course.settings.limits), fontKey: fonts.key, store: store, stage: $0)
      }
    }
  }

  func performance(of page: LessonPage) -> Diagnosed<Performance> {
    guard !page.items.isEmpty else {
      return Diagnosed(Performance(nothingOf: [], on: page))
    }
    let plan = PageRunner.plan(page)
    let ingredients = Ingredients(of: page, plan.value, limits: limits, fonts: fontKey)
    let key = "page-\(ingredients.key)"
    if let stored = stored(key, plan.value) { return Diagnosed(stored, plan.diagnostics) }
    let done = stage.perform(WorkOrder(page: page, limits: limits, fontKey: fontKey))
    // What had something to say has to say it again next time.
    if done.diagnostics.isEmpty {
      store.write(key, StoredPage(done.value.run, figures: done.value.figures).archived)
    }
    return done
  }

  /// The whole page as it was kept, or nil when any part of it is not there.
  private func stored(_ key: String, _ planned: [BlockRun]) -> Performance? {
    guard let bytes = store.read(key), let page = try? StoredPage(archived: bytes),
      let run = page.run(planned)
    else { return nil }
    let figures = page.figureKeys.compactMap(store.figure)
    guard figures.count == page.figureKeys.count else { return nil }
    return Performance(
      run: run, figures: figures,
      reports: figures.map { FigureReport(label: $0.label, reason: nil) })
  }
}
