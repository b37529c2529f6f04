extension Scene: CustomStringConvertible {
  /// One item a line, coordinates to a hundredth of a point: what tests and diffs read.
  public var description: String {
    var lines = [
      "scene \(rounded(size.width))×\(rounded(size.height)) on \(background.cssName)"
    ]
    for item in items { item.describe(into: &lines, indent: "  ") }
    return lines.joined(separator: "\n")
  }
}

extension Scene.Item {
  fileprivate func describe(into lines: inout [String], indent: String) {
    switch self {
    case .fill(let path, let color):
      lines.append("\(indent)fill \(color.cssName) \(path.description)")
    case .stroke(let path, let stroke, let color):
      let dash =
        stroke.dash.isEmpty ? "" : " dash " + stroke.dash.map(rounded).joined(separator: ",")
      lines.append(
        "\(indent)stroke \(color.cssName) \(rounded(stroke.width))\(dash) \(path.description)")
    case .text(let path, let color, let words):
      let place = path.bounds.map { "\(rounded($0.minX)),\(rounded($0.maxY))" } ?? "nowhere"
      lines.append("\(indent)text \(color.cssName) at \(place) “\(words)”")
    case .clipped(let rect, let items):
      lines.append(
        "\(indent)clip \(rounded(rect.minX)),\(rounded(rect.minY)) "
          + "\(rounded(rect.width))×\(rounded(rect.height))")
      for item in items { item.describe(into: &lines, indent: indent + "  ") }
    }
  }
}

extension Path: CustomStringConvertible {
  public var description: String {
    elements.map { element in
      switch element {
      case .move(let point): "M\(rounded(point.x)),\(rounded(point.y))"
      case .line(let point): "L\(rounded(point.x)),\(rounded(point.y))"
      case .quadratic(_, let point): "Q\(rounded(point.x)),\(rounded(point.y))"
      case .cubic(_, _, let point): "C\(rounded(point.x)),\(rounded(point.y))"
      case .close: "Z"
      }
    }.joined(separator: " ")
  }

  /// The smallest upright rectangle around all points and handles, or nil for an empty path.
  public var bounds: Rect? {
    var low: Point?
    var high: Point?
    func meet(_ point: Point) {
      low = Point(min(low?.x ?? point.x, point.x), min(low?.y ?? point.y, point.y))
      high = Point(max(high?.x ?? point.x, point.x), max(high?.y ?? point.y, point.y))
    }
    for element in elements {
      switch element {
      case .move(let point), .line(let point): meet(point)
      case .quadratic(let control, let point):
        meet(control)
        meet(point)
      case .cubic(let first, let second, let point):
        meet(first)
        meet(second)
        meet(point)
      case .close: break
      }
    }
    guard let low, let high else { return nil }
    return Rect(x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y)
  }
}

/// To a hundredth, without a trailing `.0`; −0 is 0.
private func rounded(_ value: Double) -> String {
  let hundredths = (value * 100).rounded()
  if hundredths == (hundredths / 100).rounded() * 100, abs(hundredths) < 1e15 {
    return String(Int(hundredths / 100))
  }
  return String(hundredths / 100)
}
