import SitePipeline

/// What the preview shows now: the last site without mistakes, and what is wrong since then.
actor PreviewState {
  /// Grows with every build, whatever came of it.
  private(set) var version = 0
  private var site: BuiltSite?
  /// The words for the terminal; nil when nothing is wrong.
  private(set) var problems: String?
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// The last good site, none before there is one, and the version that it is of.
  var shown: (site: BuiltSite?, version: Int) { (site, version) }

  /// What the next build need not make again.
  var memory: BuildMemory { site?.memory ?? .none }

  /// Takes what a build gave: a site, or the mistakes that stand in its way.
  func show(_ site: BuiltSite?, problems: String?) {
    if let site { self.site = site }
    self.problems = problems
    version += 1
    let waiting = self.waiting
    self.waiting = []
    for continuation in waiting { continuation.resume() }
  }

  /// Comes back when there is another version than `known`.
  func change(from known: Int) async {
    guard version == known else { return }
    await withCheckedContinuation { waiting.append($0) }
  }
}
