import Diagnostics
import Markup

/// What a folder held when it was read: bytes by path, relative to the folder, with `/`.
package struct SourceTree: Hashable, Sendable {
  package var files: [String: [UInt8]]

  package init(files: [String: [UInt8]] = [:]) {
    self.files = files
  }

  /// In the order of their bytes, which is the same on every machine and in every locale.
  package var paths: [String] {
    files.keys.sortedByBytes()
  }

  /// The text of one file; bytes that are not UTF-8 become U+FFFD.
  package func text(_ path: String) -> String? {
    files[path].map { String(decoding: $0, as: UTF8.self) }
  }
}

extension SourceTree {
  /// Whether a file of the content folder has a page of its own.
  static func isLesson(_ path: String) -> Bool { path.hasSuffix(".md") && !isPart(path) }

  /// Whether it stands in other pages only: `parts/_setup.md`.
  static func isPart(_ path: String) -> Bool {
    path.hasSuffix(".md") && path.split(separator: "/").last?.hasPrefix("_") == true
  }
}

extension SiteInputs {
  /// The parts of the content folder, found from the file that asks for them.
  var includedFiles: IncludedFiles {
    let (content, folder) = (content, contentName)
    return IncludedFiles { file, includer in
      let here = SitePath(String(includer.dropFirst(folder.count + 1)))
      guard let path = here.resolving(file)?.text else {
        return .missing(
          "'\(file)' leads out of the course", hint: "copy the file into the course's folder")
      }
      guard SourceTree.isPart(path) else {
        return .missing(
          "'\(file)' cannot be included",
          hint: "a file to include begins with an underscore, as in '_part.md'; it has no page")
      }
      guard let bytes = content.files[path] else {
        let parts = content.paths.filter(SourceTree.isPart)
        return .missing(
          "there is no file '\(path)'",
          hint: didYouMean(path, among: parts) ?? "its path begins at the lesson's own folder")
      }
      return .file(path: "\(folder)/\(path)", bytes: bytes)
    }
  }
}
