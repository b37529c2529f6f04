import Drawing

extension Outline {
  /// The length of all lines together, in pixels.
  var length: Double {
    var sum = 0.0
    for contour in contours {
      for index in contour.points.dropFirst() { sum += (points[index] - points[index - 1]).length }
      if contour.isClosed, let first = contour.points.first, let last = contour.points.last {
        sum += (points[first] - points[last]).length
      }
    }
    return sum
  }

  /// The lines without what lies far outside the picture.
  ///
  /// A contour wholly inside stays as it is; of any other only the segments that meet `box` are
  /// kept, cut at its border, as open lines.
  func cut(to box: Rect) -> Outline {
    guard !points.allSatisfy({ box.contains($0) }) else { return self }
    var result = Outline()
    for contour in contours {
      let inside = contour.points.allSatisfy { box.contains(points[$0]) }
      if inside || contour.points.count == 1 {
        for index in contour.points { result.add(points[index]) }
        result.finish(isClosed: contour.isClosed)
        continue
      }
      var corners = contour.points.map { points[$0] }
      if contour.isClosed { corners.append(corners[0]) }
      for (start, end) in zip(corners, corners.dropFirst()) {
        guard let piece = box.piece(from: start, to: end) else {
          result.finish(isClosed: false)
          continue
        }
        if result.last != piece.start {
          result.finish(isClosed: false)
          result.add(piece.start)
        }
        result.add(piece.end)
      }
      result.finish(isClosed: false)
    }
    return result
  }
}

extension Rect {
  fileprivate func contains(_ point: Point) -> Bool {
    point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
  }

  /// The part of a segment inside the rectangle, by Liang and Barsky's way of cutting: along the
  /// segment, the last entry over a border and the first exit.
  fileprivate func piece(from start: Point, to end: Point) -> (start: Point, end: Point)? {
    var entry = 0.0
    var exit = 1.0
    let along = end - start
    for (speed, distance) in [
      (-along.x, start.x - minX), (along.x, maxX - start.x),
      (-along.y, start.y - minY), (along.y, maxY - start.y),
    ] {
      if speed == 0 {
        if distance < 0 { return nil }
      } else if speed < 0 {
        entry = max(entry, distance / speed)
      } else {
        exit = min(exit, distance / speed)
      }
    }
    guard entry <= exit else { return nil }
    return (
      entry == 0 ? start : start + along * entry, exit == 1 ? end : start + along * exit
    )
  }
}
