/// All that a figure has decided to show: the one thing that goes from figures to pixels.
///
/// Items are painted in order, later ones on top. Letters are outlines already, so what paints a
/// scene knows nothing of fonts.
public struct Scene: Hashable, Sendable {
  public enum Item: Hashable, Sendable {
    /// The inside of a path, by the non-zero winding rule.
    case fill(Path, Color)
    case stroke(Path, Stroke, Color)
    /// Lettering: the outlines to fill, and the words they spell for whoever reads the scene.
    case text(Path, Color, words: String)
    /// Items of which only what lies inside the rectangle is seen.
    case clipped(Rect, [Item])
  }

  /// In points; a pixel density is chosen when the scene is painted.
  public var size: Size
  public var background: Color
  public var items: [Item]

  public init(size: Size, background: Color, items: [Item] = []) {
    self.size = size
    self.background = background
    self.items = items
  }
}
