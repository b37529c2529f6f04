import Markup

/// A lesson's text as it stands on a page with all others: names that were unique on its own page
/// carry the lesson's, addresses lead from there, and headings are one level lower.
struct MovedBody {
  /// Names of other elements, one or several.
  private static let references: Set<String> = [
    "id", "for", "aria-labelledby", "aria-describedby", "aria-controls",
  ]
  private static let addresses: Set<String> = [
    "href", "src", "srcset", "poster", "data-script", "data-program",
  ]

  let lesson: Lesson
  /// What names of each lesson begin with, by the lesson's page.
  let prefixes: [SitePath: String]
  let page: SitePath

  private var prefix: String { prefixes[lesson.path] ?? "" }

  func html(_ body: String) -> String {
    HTMLRewriter.rewrite(body) { element in
      let before = element.attributes.map(\.value)
      let name = element.name
      move(&element)
      return name != element.name || before != element.attributes.map(\.value)
    }
  }

  private func move(_ element: inout HTMLRewriter.Element) {
    if let level = Self.level(of: element.name) { element.name = "h\(min(6, level + 1))" }
    for attribute in element.attributes {
      guard let value = attribute.value else { continue }
      if Self.references.contains(attribute.name) {
        element[attribute.name] = value.split(separator: " ").map { "\(prefix).\($0)" }
          .joined(separator: " ")
      } else if Self.addresses.contains(attribute.name) {
        element[attribute.name] = address(value)
      }
    }
    // A landmark for each lesson's references would be one name for many; the headings stay.
    if element.name == "section" {
      for attribute in ["aria-label", "aria-labelledby"] { element[attribute] = nil }
    }
    if element.name == "input", element["type"] == "radio" {
      element["name"] = element["name"].map { "\(prefix).\($0)" }
    }
    // The card that would open beside the word is not here; its entry is, under the same link. Nor
    // are a check's answers, which the script would judge by.
    for attribute in ["data-term", "data-check"] { element[attribute] = nil }
  }

  private static func level(of name: String) -> Int? {
    guard name.count == 2, name.first == "h" else { return nil }
    return name.last?.wholeNumberValue
  }

  private func address(_ address: String) -> String {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? parts[1] : nil
    if parts[0].isEmpty { return "#\(prefix)" + (fragment.map { ".\($0)" } ?? "") }
    guard !parts[0].contains(":"), !parts[0].hasPrefix("//"),
      let target = lesson.path.resolving(percentDecoded(String(parts[0])))
    else { return address }
    if let home = prefixes[target] { return "#\(home)" + (fragment.map { ".\($0)" } ?? "") }
    return target.link(from: page) + (fragment.map { "#\($0)" } ?? "")
  }
}
