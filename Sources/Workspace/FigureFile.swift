import Diagnostics
import SitePipeline

/// One lesson or Swift file whose figures are wanted, and the fonts to draw them with.
package struct FigureFile {
  private let path: String
  private let bytes: [UInt8]
  private let fonts: SiteInputs.Fonts

  package init(path: String) throws(DiskError) {
    guard path.hasSuffix(".md") || path.hasSuffix(".swift") else {
      throw DiskError(
        description: "'\(path)' is neither a lesson (.md) nor a Swift file, so it draws nothing")
    }
    self.path = path
    bytes = try Disk.read(path)
    fonts = try SystemFiles.fonts()
  }

  /// - Parameter stage: where the blocks run.
  package func draw(on stage: Stage) -> Diagnosed<[Illustration]> {
    drawFigures(path: path, bytes: bytes, fontKey: fonts.key, stage: stage)
  }

  package func lines(of path: String) -> [Substring]? {
    guard path == self.path else { return nil }
    return String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }
}

package enum PictureWriter {
  package static func write(_ picture: BuiltSite.File, to path: String) throws(DiskError) {
    try Disk.makeDirectory(Disk.parentPath(path))
    try Disk.write(picture.bytes, to: path)
  }
}

/// The file of a course's promises; the folder of the course is not ours to write.
package struct LockFile {
  let path: String

  package init(path: String) {
    self.path = path
  }

  /// Empty where there is no file yet.
  package func read() throws(DiskError) -> FigureLock {
    guard Disk.exists(path) else { return FigureLock() }
    return FigureLock(text: String(decoding: try Disk.read(path), as: UTF8.self))
  }

  /// In one step: a reader sees the old file or the new one.
  package func write(_ lock: FigureLock) throws(DiskError) {
    let bytes = Array(lock.text.utf8)
    if Disk.exists(path), try Disk.read(path) == bytes { return }
    try Disk.write(bytes, to: path + ".new")
    try Disk.move(path + ".new", to: path)
  }
}
