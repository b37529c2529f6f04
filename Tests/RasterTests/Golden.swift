import Foundation
import Raster
import Testing

/// A picture on the disk that a painted one must equal.
struct Golden {
  private let name: String
  private let file: URL

  init(_ name: String, beside source: String = #filePath) {
    self.name = name
    file = URL(filePath: source).deletingLastPathComponent().appending(path: "Goldens/\(name).png")
  }

  /// Compares pixels; a picture that differs is written out, and where it differs.
  func check(_ painted: Pixmap) throws {
    guard let data = try? Data(contentsOf: file) else {
      try Data(PNG.encode(painted)).write(to: file)
      Issue.record("'\(name)' was missing; it is written to \(file.path) now")
      return
    }
    let expected = try PNG.decode(Array(data))
    guard painted != expected else { return }
    let folder = FileManager.default.temporaryDirectory.appending(path: "unroller-goldens")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let pictures = [
      ("painted", painted), ("expected", expected), ("difference", difference(painted, expected)),
    ]
    for (kind, pixmap) in pictures {
      try Data(PNG.encode(pixmap)).write(to: folder.appending(path: "\(name)-\(kind).png"))
    }
    Issue.record("'\(name)' differs: see \(folder.path)/\(name)-difference.png")
  }

  /// Black where both agree, brighter the further they are apart; white where only one has pixels.
  private func difference(_ left: Pixmap, _ right: Pixmap) -> Pixmap {
    let (width, height) = (max(left.width, right.width), max(left.height, right.height))
    let pixels = (0..<width * height).map { place -> UInt32 in
      let (x, y) = (place % width, place / width)
      guard x < min(left.width, right.width), y < min(left.height, right.height) else {
        return 0xffffff
      }
      return [UInt32(0), 8, 16].reduce(0) { result, shift in
        let (one, other) = (Int(left[x, y] >> shift & 255), Int(right[x, y] >> shift & 255))
        return result | UInt32(one == other ? 0 : min(255, 64 + abs(one - other))) << shift
      }
    }
    return Pixmap(width: width, height: height, pixels: pixels)
  }
}
