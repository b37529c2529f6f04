import Diagnostics
import Foundation
import Mathematics
import Testing

/// The script that these tests need; only tests and the edge open files.
enum KaTeXScript {
  static func bytes() throws -> [UInt8] {
    let found = StandardKaTeX.paths.lazy.compactMap {
      try? Data(contentsOf: URL(filePath: $0))
    }.first
    return [UInt8](try #require(found, "\(StandardKaTeX.hint)"))
  }

  static func typesetter(_ macros: [String: String] = [:]) throws -> MathTypesetter {
    MathTypesetter(katex: try bytes(), macros: macros)
  }
}

extension MathTypesetter {
  /// A formula at the start of a lesson's third line, behind its dollar.
  func result(_ tex: String, display: Bool = false) -> Diagnosed<String> {
    let span = Span(path: "a.md", line: 3, column: 2, length: tex.utf8.count)
    return mathML(tex, display: display, at: span)
  }

  /// What stands in the formula, without the frame that every formula has.
  func inside(_ tex: String, display: Bool = false) throws -> String {
    let result = result(tex, display: display)
    #expect(result.diagnostics.isEmpty)
    let match = try #require(result.value.firstMatch(of: #/<semantics>(.*)<annotation\s/#))
    return String(match.1)
  }

  func mistakes(_ tex: String, display: Bool = false) -> [String] {
    result(tex, display: display).diagnostics.map { diagnostic in
      diagnostic.description + (diagnostic.hint.map { " | \($0)" } ?? "")
    }
  }
}
