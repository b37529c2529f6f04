import Drawing
import Figures

extension Figure {
  func drawn(in theme: Theme = .light) -> FigureDrawing {
    drawing(in: theme, typesetter: BoxTypesetter())
  }
}

extension Scene {
  /// All items, those inside clips too.
  var allItems: [Item] {
    func flat(_ items: [Item]) -> [Item] {
      items.flatMap { item in
        if case .clipped(_, let inner) = item { flat(inner) } else { [item] }
      }
    }
    return flat(items)
  }

  var texts: [(words: String, box: Rect, color: Color)] {
    allItems.compactMap { item in
      guard case .text(let path, let color, let words) = item, let box = path.bounds else {
        return nil
      }
      return (words, box, color)
    }
  }

  var words: [String] { texts.map(\.words) }

  /// Pairs of words that cover each other.
  var collisions: [String] {
    let texts = texts
    return texts.indices.flatMap { left in
      texts.indices.dropFirst(left + 1).compactMap { right in
        texts[left].box.overlaps(texts[right].box)
          ? "“\(texts[left].words)” and “\(texts[right].words)”" : nil
      }
    }
  }

  /// Words that reach out of the figure.
  var overhanging: [String] {
    texts.filter {
      $0.box.minX < 0 || $0.box.minY < 0 || $0.box.maxX > size.width || $0.box.maxY > size.height
    }.map(\.words)
  }
}
