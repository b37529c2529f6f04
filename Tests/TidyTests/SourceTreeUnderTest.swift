import Foundation

/// The checkout that these tests read: the folder with `Package.swift`.
enum Checkout {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// All files below `folder` whose name ends like `suffix`, by path from the root, in order.
  static func files(in folder: String, suffix: String = "") -> [String] {
    let base = root.appending(path: folder).path
    guard let walk = FileManager.default.enumerator(atPath: base) else { return [] }
    return walk.compactMap { $0 as? String }
      .filter { $0.hasSuffix(suffix) && !$0.contains("/.") && !$0.hasPrefix(".") }
      .map { "\(folder)/\($0)" }
      .filter { path in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(
          atPath: root.appending(path: path).path, isDirectory: &isFolder) && !isFolder.boolValue
      }
      .sorted()
  }
}
