import SwiftParser
import SwiftSyntax
import Testing

@Suite("sizes")
struct SizeTests {
  /// A file over this needs another cut, a function over this another name for a part of it.
  private static let longestFile = 400
  private static let longestFunction = 60

  @Test("no source file is longer than 400 lines")
  func filesAreShort() throws {
    for path in sources {
      let count = try Checkout.text(path).split(separator: "\n", omittingEmptySubsequences: false)
        .count
      #expect(count <= Self.longestFile, "\(path) has \(count) lines")
    }
  }

  @Test("no function is longer than 60 lines")
  func functionsAreShort() throws {
    for path in sources {
      let text = try Checkout.text(path)
      let tree = Parser.parse(source: text)
      let finder = FunctionFinder(SourceLocationConverter(fileName: path, tree: tree))
      finder.walk(tree)
      for function in finder.found where function.lines > Self.longestFunction {
        Issue.record("\(path):\(function.line): '\(function.name)' has \(function.lines) lines")
      }
    }
  }

  private var sources: [String] {
    Checkout.files(in: "Sources", suffix: ".swift") + Checkout.files(in: "Tests", suffix: ".swift")
  }
}

private final class FunctionFinder: SyntaxVisitor {
  var found: [(name: String, line: Int, lines: Int)] = []
  private let places: SourceLocationConverter

  init(_ places: SourceLocationConverter) {
    self.places = places
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    note(node.name.text, node)
  }

  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
    note("init", node)
  }

  override func visit(_ node: AccessorBlockSyntax) -> SyntaxVisitorContinueKind {
    note("accessor", node)
  }

  private func note(_ name: String, _ node: some SyntaxProtocol) -> SyntaxVisitorContinueKind {
    let start = node.startLocation(converter: places, afterLeadingTrivia: true).line
    let end = node.endLocation(converter: places, afterTrailingTrivia: false).line
    found.append((name, start, end - start + 1))
    return .visitChildren
  }
}
