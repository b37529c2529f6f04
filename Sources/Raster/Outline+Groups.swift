import Drawing

extension Outline {
  /// The contours in bunches that share no column of pixels, as far as they come from left to
  /// right: letter by letter for a line of text.
  ///
  /// Painting such bunches one by one gives what painting all at once does, and looks at a few
  /// sides a line where a line of text has hundreds.
  var groups: [Range<Int>] {
    var groups: [Range<Int>] = []
    var start = 0
    var right = -Double.infinity
    for (index, contour) in contours.enumerated() {
      var low = Double.infinity
      var high = -Double.infinity
      for place in contour.points {
        low = min(low, points[place].x)
        high = max(high, points[place].x)
      }
      // A whole pixel between the two is one more than rounding could ever take away.
      if index > start, low > right + 2 {
        groups.append(start..<index)
        start = index
      }
      right = max(right, high)
    }
    groups.append(start..<contours.count)
    return groups
  }
}
