/// One column of a network drawn over time.
enum TimeColumn: Hashable, Sendable {
  /// From 1.
  case step(Int)
  /// How many time-steps are left out.
  case ellipsis(Int)

  /// All time-steps when they fit, else the first, an ellipsis, and the last two.
  ///
  /// - fitting: how many columns have room, at least three.
  static func columns(steps: Int, fitting: Int) -> [TimeColumn] {
    let count = max(3, fitting)
    if steps <= count { return (1...max(1, steps)).map(TimeColumn.step) }
    let head = max(1, count - 3)
    let tail = min(2, count - 2)
    return (1...head).map(TimeColumn.step) + [.ellipsis(steps - head - tail)]
      + (steps - tail + 1...steps).map(TimeColumn.step)
  }

  /// The time-step whose state goes from one column to the next; nil behind the last one.
  static func carried(from column: TimeColumn, to next: TimeColumn?) -> Int? {
    switch (column, next) {
    case (_, .step(let step)): step - 1
    case (.step(let step), .ellipsis): step
    default: nil
    }
  }
}
