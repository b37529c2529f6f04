import Raster

extension BuiltSite.File {
  /// How `bytes` differ from this file, or nil when they say the same.
  ///
  /// A picture is compared by its pixels, because another version of zlib packs the same pixels
  /// into other bytes.
  package func difference(from bytes: [UInt8]) -> String? {
    if bytes == self.bytes { return nil }
    return path.hasSuffix(".png") ? pictureDifference(bytes) : textDifference(bytes)
  }

  private func pictureDifference(_ other: [UInt8]) -> String? {
    guard let ours = try? PNG.decode(bytes), let theirs = try? PNG.decode(other) else {
      return "the picture cannot be read"
    }
    guard (ours.width, ours.height) == (theirs.width, theirs.height) else {
      return
        "the picture is \(theirs.width)×\(theirs.height) instead of \(ours.width)×\(ours.height)"
    }
    let count = zip(ours.pixels, theirs.pixels).count { $0 != $1 }
    return count == 0 ? nil : "\(count) of \(ours.pixels.count) pixels differ"
  }

  private func textDifference(_ other: [UInt8]) -> String {
    let same = zip(bytes, other).prefix { $0 == $1 }
    let line = same.count { $0.0 == UInt8(ascii: "\n") } + 1
    return "the text differs from line \(line) on"
  }
}
