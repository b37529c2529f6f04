/// What a series of values does from its first to its last, in words.
struct Course: Hashable, Sendable {
  /// Finite values only, with their positions.
  let x: [Double]
  let y: [Double]
  private let isLog: Bool

  enum Trend: Hashable, Sendable { case constant, rises, falls, varies }

  init(x: [Double], y: [Double], isLog: Bool) {
    let shown = zip(x, y).filter { $0.isFinite && $1.isFinite && (!isLog || $1 > 0) }
    (self.x, self.y, self.isLog) = (shown.map(\.0), shown.map(\.1), isLog)
  }

  var isEmpty: Bool { y.isEmpty }
  var lowest: Int { y.indices.min { y[$0] < y[$1] } ?? 0 }
  var highest: Int { y.indices.max { y[$0] < y[$1] } ?? 0 }

  /// A series rises or falls when its ends are more than half of its range apart, as the axis
  /// shows them; the rest goes up and down.
  var trend: Trend {
    guard let first = y.first, let last = y.last else { return .constant }
    let low = place(y[lowest])
    let high = place(y[highest])
    if y[lowest] == y[highest] { return .constant }
    let change = place(last) / 2 - place(first) / 2
    if abs(change) <= (high / 2 - low / 2) / 2 { return .varies }
    return change > 0 ? .rises : .falls
  }

  private func place(_ value: Double) -> Double { isLog ? Decimal.logarithm(value) : value }

  /// `falls from 1 to 0.002`.
  var words: String {
    guard let first = y.first, let last = y.last else { return "has no values" }
    switch trend {
    case .constant: return "stays at \(NumberText.brief(first))"
    case .rises: return "rises from \(NumberText.brief(first)) to \(NumberText.brief(last))"
    case .falls: return "falls from \(NumberText.brief(first)) to \(NumberText.brief(last))"
    case .varies:
      return "varies between \(NumberText.brief(y[lowest])) and \(NumberText.brief(y[highest]))"
    }
  }

  var shortWords: String {
    switch trend {
    case .constant: "stays constant"
    case .rises: "rises"
    case .falls: "falls"
    case .varies: "varies"
    }
  }

  /// Where the values first pass a threshold that they start on the other side of.
  func passing(_ threshold: Double) -> (x: Double, isDown: Bool)? {
    guard let first = y.first, first != threshold else { return nil }
    let isDown = first > threshold
    let index = y.firstIndex { isDown ? $0 < threshold : $0 > threshold }
    return index.map { (x[$0], isDown) }
  }

  /// The positions where two courses over the same positions change their order.
  func crossings(with other: Course) -> [Double] {
    guard x == other.x else { return [] }
    var result: [Double] = []
    var isAbove: Bool?
    for index in y.indices where y[index] != other.y[index] {
      let above = y[index] > other.y[index]
      if let isAbove, isAbove != above { result.append(x[index]) }
      isAbove = above
    }
    return result
  }
}
