import Scripting

/// What a figure of a block may hold. A reader sees far less; more only keeps the build waiting,
/// and drawing does not look at the block's clock.
enum FigureLimits {
  /// In points, as for the options `width` and `height`.
  static let lengths = 80.0...4000.0
  static let marks = 1_000
  static let charts = 100
  static let cells = 1_000_000

  static func check(_ length: Double) throws {
    guard lengths.contains(length) else {
      throw HostFailure("a figure is 80 to 4000 points wide and high, not \(length)")
    }
  }

  static func check(_ count: Int, _ parts: String, of whole: String, atMost limit: Int) throws {
    guard count <= limit else {
      throw HostFailure("\(whole) has at most \(limit) \(parts), not \(count)")
    }
  }
}
