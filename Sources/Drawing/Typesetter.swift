/// How letters look.
public struct TextStyle: Hashable, Sendable {
  public enum Weight: String, Hashable, Sendable, CaseIterable { case regular, semibold }

  /// The size of the em square, in points.
  public var size: Double
  public var weight: Weight
  public var isItalic: Bool

  public init(size: Double, weight: Weight = .regular, isItalic: Bool = false) {
    self.size = size
    self.weight = weight
    self.isItalic = isItalic
  }
}

/// One line of letters as outlines; the origin is the left end of its baseline.
public struct Lettering: Hashable, Sendable {
  public var outlines: Path
  /// How far the pen moved to the right, in points.
  public var advance: Double
  /// Characters that no font has; drawing without them would tell something else.
  public var missing: [Unicode.Scalar]

  public init(outlines: Path, advance: Double, missing: [Unicode.Scalar] = []) {
    self.outlines = outlines
    self.advance = advance
    self.missing = missing
  }
}

/// What figures need from whoever knows fonts.
public protocol Typesetter: Sendable {
  /// One line, left to right, shaped and kerned.
  func letter(_ text: String, style: TextStyle) -> Lettering
  /// The height of a capital letter above the baseline, in points.
  func capHeight(of style: TextStyle) -> Double
}
