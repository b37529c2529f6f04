/// What a folder held when it was read: bytes by path, relative to the folder, with `/`.
package struct SourceTree: Hashable, Sendable {
  package var files: [String: [UInt8]]

  package init(files: [String: [UInt8]] = [:]) {
    self.files = files
  }

  /// In the order of their bytes, which is the same on every machine and in every locale.
  package var paths: [String] {
    files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The text of one file; bytes that are not UTF-8 become U+FFFD.
  package func text(_ path: String) -> String? {
    files[path].map { String(decoding: $0, as: UTF8.self) }
  }
}
