import Diagnostics
import Fingerprinting

/// The theme's files as the site carries them: each named by the hash of what is in it.
package struct ThemeAssets: Sendable {
  package var style: BuiltSite.File
  package var script: BuiltSite.File
  /// What only the search page loads.
  package var search: BuiltSite.File
  package var icon: BuiltSite.File
  /// What live figures need: their script, and the core as WebAssembly.
  package var liveScript: BuiltSite.File
  package var liveProgram: BuiltSite.File
  /// What keeps the course in a reader's browser: the button's script, and the service worker
  /// without its list of files, which is no file of its own.
  package var offline: BuiltSite.File
  package var worker: BuiltSite.File

  /// Those that the course's pages ask for.
  func files(of course: Course) -> [BuiltSite.File] {
    [style, script, search, icon] + (course.hasLive ? [liveScript, liveProgram] : [])
      + (course.settings.isOffline ? [offline] : [])
  }

  /// In the order in which they build on each other.
  private static let styles = [
    "tokens", "base", "layout", "components", "code", "math", "live", "print",
  ]

  static func make(_ templates: SourceTree, folder: String) -> Diagnosed<ThemeAssets> {
    var diagnostics: [Diagnostic] = []
    func read(_ path: String) -> [UInt8] {
      if let bytes = templates.files[path] { return bytes }
      diagnostics.append(.error("the theme has no file '\(folder)/\(path)'", at: nil))
      return []
    }
    let css = styles.map { String(decoding: read("theme/\($0).css"), as: UTF8.self) }
      .map(withoutComments).joined()
    let assets = ThemeAssets(
      style: file("style", "css", Array(css.utf8)),
      script: file("unroller", "js", read("theme/unroller.js")),
      search: file("search", "js", read("theme/search.js")),
      icon: file("icon", "svg", read("theme/icon.svg")),
      liveScript: file("live", "js", read("theme/live.js")),
      liveProgram: file("live", "wasm", read("theme/live.wasm")),
      offline: file("offline", "js", read("theme/offline.js")),
      worker: file("offline-worker", "js", read("theme/offline-worker.js")))
    return Diagnosed(assets, diagnostics)
  }

  private static func file(_ name: String, _ ending: String, _ bytes: [UInt8]) -> BuiltSite.File {
    let hash = Fingerprint(of: bytes).short
    return BuiltSite.File(path: "assets/\(name).\(hash).\(ending)", bytes: bytes)
  }

  /// Style sheets without comments and indentation, line by line.
  private static func withoutComments(_ css: String) -> String {
    var result = ""
    var rest = css[...]
    while let start = rest.firstRange(of: "/*") {
      result += rest[..<start.lowerBound]
      guard let end = rest[start.upperBound...].firstRange(of: "*/") else { return result }
      rest = rest[end.upperBound...]
    }
    result += rest
    return result.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
      .joined(separator: "\n") + "\n"
  }
}
