import SitePipeline
import Synchronization

/// What a build has been at and for how long; shows it while the wait is long, and tells it at the
/// end when asked.
final class BuildProgress: Sendable {
  /// A build that is done sooner needs no word about how it goes.
  private static let patience = Duration.seconds(1)
  /// Where words cannot be overwritten, one line in so long is enough.
  private static let silence = Duration.seconds(10)

  private struct State {
    var stages: [(name: String, start: ContinuousClock.Instant)] = []
    var lastWord: ContinuousClock.Instant
    var isLineOpen = false
  }

  private let terminal: Terminal
  private let start = ContinuousClock.now
  private let state: Mutex<State>

  init(_ terminal: Terminal) {
    self.terminal = terminal
    state = Mutex(State(lastWord: start))
  }

  var elapsed: Duration { .now - start }

  /// Begins a stage; the one before it is done.
  func begin(_ name: String) {
    state.withLock { state in
      close(&state)
      state.stages.append((name, .now))
    }
  }

  func watch(_ step: BuildStep) {
    switch step {
    case .parsing: begin("parsing")
    case .performing(done: 0, _): begin("performing")
    case .performing(let done, let count): show("performing: \(done) of \(count) pages")
    case .indexing: begin("indexing")
    case .rendering: begin("rendering")
    case .assembling: begin("assembling")
    }
  }

  /// Takes back what stands on the terminal, before other words come.
  func finish() { state.withLock { close(&$0) } }

  /// Each stage with its seconds, and all of them.
  var timings: String {
    let now = ContinuousClock.now
    let stages = state.withLock { $0.stages }
    let ends = stages.dropFirst().map(\.start) + [now]
    let rows = zip(stages, ends).map { ($0.name, $1 - $0.start) } + [("in all", now - start)]
    return rows.map { name, time in
      name + String(repeating: " ", count: 12 - name.count) + time.seconds(decimals: 3) + " s"
    }.joined(separator: "\n")
  }

  private func show(_ words: String) {
    state.withLock { state in
      guard elapsed > Self.patience else { return }
      if terminal.canOverwrite {
        terminal.warn("\r\u{1B}[K\(words)")
        state.isLineOpen = true
      } else if ContinuousClock.now - state.lastWord > Self.silence {
        terminal.warn("\(words), after \(elapsed.seconds(decimals: 0)) s\n")
        state.lastWord = .now
      }
    }
  }

  private func close(_ state: inout State) {
    if state.isLineOpen { terminal.warn("\r\u{1B}[K") }
    state.isLineOpen = false
  }
}

extension Duration {
  /// Such as `2.4` with one decimal, written digit by digit: no locale has a say.
  func seconds(decimals: Int) -> String {
    var unit = 1
    for _ in 0..<decimals { unit *= 10 }
    let parts = Int((self / .seconds(1) * Double(unit)).rounded())
    guard decimals > 0 else { return "\(parts)" }
    let fraction = String(parts % unit)
    return "\(parts / unit)." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }
}
