import Diagnostics
import Fingerprinting

/// The theme's files as the site carries them: each named by the hash of what is in it.
package struct ThemeAssets: Sendable {
  package var style: BuiltSite.File
  package var script: BuiltSite.File
  /// What only the search page loads.
  package var search: BuiltSite.File
  package var icon: BuiltSite.File

  package var files: [BuiltSite.File] { [style, script, search, icon] }

  /// In the order in which they build on each other.
  private static let styles = ["tokens", "base", "layout", "components", "code", "math", "print"]

  static func make(_ templates: SourceTree, folder: String) -> Diagnosed<ThemeAssets> {
    var diagnostics: [Diagnostic] = []
    func read(_ path: String) -> String {
      if let text = templates.text(path) { return text }
      diagnostics.append(.error("the theme has no file '\(folder)/\(path)'", at: nil))
      return ""
    }
    let css = styles.map { read("theme/\($0).css") }.map(withoutComments).joined()
    let assets = ThemeAssets(
      style: file("style", "css", css),
      script: file("unroller", "js", read("theme/unroller.js")),
      search: file("search", "js", read("theme/search.js")),
      icon: file("icon", "svg", read("theme/icon.svg")))
    return Diagnosed(assets, diagnostics)
  }

  private static func file(_ name: String, _ ending: String, _ text: String) -> BuiltSite.File {
    let hash = Fingerprint(ofText: text).short
    return BuiltSite.File(path: "assets/\(name).\(hash).\(ending)", text: text)
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
