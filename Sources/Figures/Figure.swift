import Drawing

/// Something that can be drawn, said in words, and read as numbers.
///
/// The picture, the words and the table come from the same values, so they cannot disagree.
public protocol Figure: Sendable {
  /// The width in points, or nil for the theme's.
  var width: Double? { get set }
  /// The height in points, or nil for the theme's; a figure may grow when its text needs it.
  var height: Double? { get set }
  /// What kind of figure, what data, what it does; at most 150 characters.
  var alternativeText: String { get }
  /// The same with its numbers, in sentences.
  var longDescription: String { get }
  /// The numbers that the figure shows.
  var dataTable: DataTable { get }

  /// The scene, and what could not be shown as the author asked.
  func drawing(in theme: Theme, typesetter: any Typesetter) -> FigureDrawing
}

extension Figure {
  /// The scene for a page, a slide, a print or a phone, from the same numbers.
  ///
  /// A phone sets a width beyond its own aside, and the height that went with it: what was asked
  /// for is the size on a page.
  public func drawing(
    in theme: Theme, for medium: Theme.Medium, typesetter: any Typesetter
  ) -> FigureDrawing {
    let theme = theme.sized(for: medium)
    var figure = self
    if medium == .phone, width.map({ $0 > theme.metrics.size.width }) ?? true {
      (figure.width, figure.height) = (nil, nil)
    }
    return figure.drawing(in: theme, typesetter: typesetter)
  }

  /// The same figure at another size, in points; nil keeps the theme's.
  public func size(width: Double? = nil, height: Double? = nil) -> Self {
    var copy = self
    copy.width = width ?? copy.width
    copy.height = height ?? copy.height
    return copy
  }
}

/// A figure's scene and what its author should know about it.
public struct FigureDrawing: Hashable, Sendable {
  public var scene: Scene
  public var problems: [FigureProblem]

  public init(scene: Scene, problems: [FigureProblem] = []) {
    self.scene = scene
    self.problems = problems
  }
}
