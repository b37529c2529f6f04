import SitePipeline

/// What the preview shows now: the last site without mistakes, and what is wrong since then.
actor PreviewState {
  /// Grows with every build, whatever came of it.
  private var version = 0
  private var site: BuiltSite?
  /// The words for the terminal; nil when nothing is wrong.
  private var problems: String?
  private var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
  private var tickets = 0

  /// The last good site, none before there is one, and the version that it is of.
  var shown: (site: BuiltSite?, version: Int) { (site, version) }

  var news: (version: Int, problems: String?) { (version, problems) }

  /// What the next build need not make again.
  var memory: BuildMemory { site?.memory ?? .none }

  /// Takes what a build gave: a site, or the mistakes that stand in its way.
  func show(_ site: BuiltSite?, problems: String?) {
    if let site { self.site = site }
    self.problems = problems
    version += 1
    for continuation in waiting.values { continuation.resume() }
    waiting = [:]
  }

  /// Comes back when there is another version than `known`, or when the task is cancelled.
  func change(from known: Int) async {
    guard version == known else { return }
    tickets += 1
    let ticket = tickets
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled { return continuation.resume() }
        waiting[ticket] = continuation
      }
    } onCancel: {
      Task { await giveUp(ticket) }
    }
  }

  private func giveUp(_ ticket: Int) { waiting.removeValue(forKey: ticket)?.resume() }
}
