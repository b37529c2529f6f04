/// Brings a painted picture down to the 256 colours of a palette where that changes nothing to
/// the eye.
///
/// Where anti-aliased edges cross grid lines and each other, a chart has a few hundred colours
/// that differ by next to nothing, on a pixel or two each. The rarer of two such colours becomes
/// the other. That is part of painting and not of writing files, so that a file holds what was
/// painted; a picture that would have to change more keeps all its colours.
struct PaletteFit {
  /// No channel of any pixel moves further than the last of these, of 255; the least that is
  /// enough is taken.
  private static let distances = [1, 2, 3, 4, 6, 8]
  /// A picture with more colours than this is a photograph or nearly so, and left alone.
  private static let mostColors = 2048

  static func apply(to pixels: UnsafeMutableBufferPointer<UInt32>) {
    guard let census = Census(pixels, limit: mostColors),
      census.colors.count > IndexedPicture.mostColors
    else { return }
    for distance in distances {
      if let replacements = replacements(for: census, within: distance) {
        return replace(census.colors, by: replacements, in: pixels)
      }
    }
  }

  /// For every colour the one that stands for it, or nil if 256 cannot stand for all.
  private static func replacements(for census: Census, within distance: Int) -> [UInt32]? {
    var kept: [UInt32] = []
    var result = census.colors
    for index in census.commonestFirst {
      let color = census.colors[index]
      if let leader = kept.first(where: { isNear($0, color, distance) }) {
        result[index] = leader
      } else {
        guard kept.count < IndexedPicture.mostColors else { return nil }
        kept.append(color)
      }
    }
    return result
  }

  @inline(__always)
  private static func isNear(_ left: UInt32, _ right: UInt32, _ distance: Int) -> Bool {
    for shift in [UInt32(0), 8, 16] {
      let difference = Int(left >> shift & 0xff) - Int(right >> shift & 0xff)
      if abs(difference) > distance { return false }
    }
    return true
  }

  private static func replace(
    _ colors: [UInt32], by replacements: [UInt32], in pixels: UnsafeMutableBufferPointer<UInt32>
  ) {
    var table = ColorTable(capacity: colors.count)
    for color in colors { _ = table.index(of: color) }
    var start = 0
    while let base = pixels.baseAddress, start < pixels.count {
      let color = base[start]
      let end = Runs.end(of: base, from: start, count: pixels.count)
      if let index = table.index(of: color), replacements[index] != color {
        (base + start).update(repeating: replacements[index], count: end - start)
      }
      start = end
    }
  }
}

/// How many pixels have each colour.
private struct Census {
  let colors: [UInt32]
  private let counts: [Int]

  /// Nil for a picture of more colours than `limit`.
  init?(_ pixels: UnsafeMutableBufferPointer<UInt32>, limit: Int) {
    var table = ColorTable(capacity: limit)
    var counts: [Int] = []
    var start = 0
    guard let base = UnsafePointer(pixels.baseAddress) else { return nil }
    while start < pixels.count {
      let end = Runs.end(of: base, from: start, count: pixels.count)
      guard let index = table.index(of: base[start]) else { return nil }
      if index == counts.count { counts.append(0) }
      counts[index] += end - start
      start = end
    }
    colors = table.colors
    self.counts = counts
  }

  /// The numbers of the colours; of two as common the smaller value comes first.
  var commonestFirst: [Int] {
    colors.indices.sorted { left, right in
      counts[left] != counts[right]
        ? counts[left] > counts[right] : colors[left] < colors[right]
    }
  }
}
