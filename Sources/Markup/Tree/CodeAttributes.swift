import Diagnostics

/// What an author says about a listing behind its language: ` ```swift {#lst-step mark="2,4-6"} `.
package struct CodeAttributes: Hashable, Sendable {
  private static let keys = ["mark", "title"]

  package var id: String?
  package var title: String?
  /// Lines to emphasise, from 1, in the order they are written.
  package var marked: [ClosedRange<Int>] = []
  var markSpan: Span?

  package init() {}

  /// Reads braces; `start` is the place of the opening one.
  static func parse(
    _ text: String, path: String, start: SourcePosition
  ) -> Diagnosed<CodeAttributes> {
    let read = AttributeText.parse(text, path: path, start: start)
    var result = Diagnosed(CodeAttributes(), read.diagnostics)
    result.value.id = read.value.id
    for attribute in read.value.attributes {
      switch attribute.key {
      case "title": result.value.title = attribute.value
      case "mark":
        if let lines = lines(attribute.value) {
          result.value.marked = lines
          result.value.markSpan = attribute.span
        } else {
          result.diagnostics.append(
            .error(
              "'mark' names lines of the listing", at: attribute.span, hint: "write mark=\"2,4-6\"")
          )
        }
      default:
        result.diagnostics.append(
          .error(
            "a listing has no attribute '\(attribute.key)'", at: attribute.span,
            hint: didYouMean(attribute.key, among: keys)
              ?? "it has \(keys.joined(separator: ", "))"))
      }
    }
    return result
  }

  /// `2,4-6` as lines 2 and 4 to 6.
  private static func lines(_ text: String) -> [ClosedRange<Int>]? {
    var ranges: [ClosedRange<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.filter { $0 != " " }.split(separator: "-", omittingEmptySubsequences: false)
      guard let first = ends.first.flatMap({ Int($0) }), let last = ends.last.flatMap({ Int($0) }),
        ends.count <= 2, first > 0, first <= last
      else { return nil }
      ranges.append(first...last)
    }
    return ranges
  }
}
