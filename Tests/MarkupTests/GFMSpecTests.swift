import Foundation
import Markup
import Testing

/// Runs the examples of the GitHub Flavored Markdown specification, which `scripts/install --test`
/// has fetched where it could. What the specification leaves to the renderer is made equal first.
@Suite("GFM specification", .enabled(if: GFMSpec.isAtHand))
struct GFMSpecTests {
  @Test("every example of the specification is written as it says")
  func examples() throws {
    let examples = try GFMSpec.examples()
    #expect(examples.count > 600)
    for example in examples where !GFMSpec.exceptions.contains(example.number) {
      let written = GFMSpec.normalized(html(example.markdown))
      let expected = GFMSpec.normalized(example.html)
      #expect(written == expected, "example \(example.number): \(example.markdown)")
    }
  }
}

private enum GFMSpec {
  struct Example {
    var number: Int
    var markdown: String
    var html: String
  }

  /// Examples that hold without an extension only which is always on for us, automatic links, and
  /// the one about filtered tags: raw HTML is the resolver's business.
  static let exceptions: Set<Int> = [610, 614, 616, 619, 620, 653]

  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../.tools/gfm/spec.txt")

  static var isAtHand: Bool { FileManager.default.fileExists(atPath: file.path) }

  static func examples() throws -> [Example] {
    let fence = String(repeating: "`", count: 32)
    let text = try String(contentsOf: file, encoding: .utf8)
    var examples: [Example] = []
    var open: (markdown: [String], html: [String], isHTML: Bool)?
    var number = 0
    for line in text.replacing("→", with: "\t").components(separatedBy: "\n") {
      if line.hasPrefix(fence + " example") {
        number += 1
        open = line.hasSuffix("disabled") ? nil : ([], [], false)
      } else if line == fence, let example = open {
        examples.append(
          Example(
            number: number, markdown: example.markdown.map { $0 + "\n" }.joined(),
            html: example.html.map { $0 + "\n" }.joined()))
        open = nil
      } else if line == ".", open?.isHTML == false {
        open?.isHTML = true
      } else if open?.isHTML == true {
        open?.html.append(line)
      } else {
        open?.markdown.append(line)
      }
    }
    return examples
  }

  static func normalized(_ html: String) -> String {
    html.replacing(" />", with: ">").replacing(/<h([1-6]) id="[^"]*">/) { "<h\($0.1)>" }
      .replacing(" scope=\"col\"", with: "")
      .replacing(/<t([hd]) align="(\w+)">/) { "<t\($0.1) class=\"\($0.2)\">" }
      .replacing(" class=\"tasks\"", with: "")
      .replacing(/<input (checked="" )?disabled="" type="checkbox">/) {
        "<input type=\"checkbox\" disabled\($0.1 == nil ? "" : " checked")>"
      }
  }
}
