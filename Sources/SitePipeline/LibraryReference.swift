import Lab
import Scripting

/// A page of the site about what blocks may call, written from what is registered.
package enum LibraryReference: String, CaseIterable, Sendable {
  case networks, figures, swift

  /// Where it stands in the guide.
  package var path: String { "guide/library-\(rawValue).md" }

  private var module: String? {
    switch self {
    case .networks: "Recurrent"
    case .figures: "Figures"
    case .swift: nil
    }
  }

  private var title: String {
    switch self {
    case .networks: "Library: networks and tasks"
    case .figures: "Library: figures"
    case .swift: "Library: Swift’s own part"
    }
  }

  private var subject: String {
    switch self {
    case .networks: "networks, tasks and training"
    case .figures: "figures"
    case .swift: "Swift’s own library"
    }
  }

  private var introduction: String {
    switch self {
    case .networks:
      "Layers, networks of parts, tasks, training, and functions that give the same last bit on every machine. How they are used is said in [Blocks](blocks.md#networks)."
    case .figures:
      "Charts and their marks, heat-maps and diagrams; [Figures](figures.md) shows each. `show(…)` puts one on the page."
    case .swift:
      "What blocks have of Swift's own library. It does what it does in Swift; what is not here is answered with what to write instead."
    }
  }

  /// The page as Markdown.
  package var markdown: String {
    let all = Library.lab.declarations.filter { $0.module == module && $0.owner != "Any" }
    let owners = all.compactMap { $0.kind == .type ? $0.name : nil }
    let sections = owners.map { TypeSection($0, all).markdown }
    return """
      ---
      title: "\(title)"
      description: Every type and function of \(subject) that a block may use, a sentence about each.
      kind: page
      date: 2026-11-24
      ---

      # \(title)

      \(introduction)

      <!-- Written by `make library`. -->

      ## Functions

      \(members(all.filter { $0.owner == nil }))

      \(sections.joined(separator: "\n\n"))

      """
  }
}

/// One type with its members.
private struct TypeSection {
  let name: String
  let own: [Library.Declaration]
  let parents: [String]
  let children: [String]

  init(_ name: String, _ all: [Library.Declaration]) {
    let library = Library.lab
    self.name = name
    parents = library.protocols(of: name)
    children = all.filter { $0.kind == .type && library.protocols(of: $0.name).contains(name) }
      .map(\.name)
    let shared = parents.flatMap { Self.shared(by: $0, all) }
    let texts = Set(shared.map(\.text))
    own =
      all.filter { $0.owner == name && !texts.contains(Self.general($0).text) }
      + Self.shared(by: name, all)
  }

  /// What every type that conforms to a protocol has: it is told once, with the protocol.
  private static func shared(
    by name: String, _ all: [Library.Declaration]
  ) -> [Library.Declaration] {
    let types = all.filter {
      $0.kind == .type && Library.lab.protocols(of: $0.name).contains(name)
    }
    let lists = types.map { type in
      all.filter { $0.owner == type.name && $0.kind != .type && $0.kind != .initializer }
        .map(general)
    }
    guard let first = lists.first, lists.count > 1 else { return [] }
    return first.filter { member in
      lists.allSatisfy { $0.contains { $0.text == member.text } }
    }
    .map { member in
      var member = member
      member.owner = name
      return member
    }
  }

  /// The member without its type's name.
  private static func general(_ member: Library.Declaration) -> Library.Declaration {
    var member = member
    if let owner = member.owner, member.text.hasSuffix("-> \(owner)") {
      member.text = member.text.dropLast(owner.count) + "Self"
    }
    return member
  }

  var markdown: String {
    let summary = Library.summaries[name] ?? standardSummaries[name]
    let links = (parents.isEmpty ? children : parents).map { "[`\($0)`](#\($0.lowercased()))" }
    let list = links.joined(separator: ", ")
    let relation =
      links.isEmpty
      ? nil : parents.isEmpty ? "Of this kind: \(list)." : "It has everything of \(list)."
    return (["## \(name)", summary, relation] + [members(own)]).compactMap(\.self)
      .joined(separator: "\n\n")
  }
}

/// Declarations as one listing, and below it a sentence about each that has one.
private func members(_ declarations: [Library.Declaration]) -> String {
  let head = declarations.first { $0.kind == .type }
  let lines = declarations.filter { $0.kind != .type }
    .flatMap { wrapped($0.text.replacing(" { get }", with: "")).split(separator: "\n") }
  let code =
    head.map { head in
      lines.isEmpty
        ? head.text : "\(head.text) {\n\(lines.map { "  \($0)\n" }.joined())}"
    } ?? lines.joined(separator: "\n")
  var seen: Set<String> = []
  let sentences = declarations.compactMap { member -> String? in
    guard member.kind != .type, let text = summary(of: member), seen.insert(member.name).inserted
    else { return nil }
    return "- `\(member.name)`: \(text)"
  }
  let listing = "```swift\n\(code)\n```"
  return sentences.isEmpty ? listing : listing + "\n\n" + sentences.joined(separator: "\n")
}

private func summary(of member: Library.Declaration) -> String? {
  guard let owner = member.owner else {
    return member.module == nil ? nil : Library.summaries[member.name]
  }
  return ([owner] + Library.lab.protocols(of: owner)).lazy
    .compactMap { Library.summaries["\($0).\(member.name)"] }.first
}

/// A declaration on lines of at most 74 characters: a long one has a line for each parameter.
private func wrapped(_ text: String) -> String {
  guard text.count > 74, let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")")
  else { return text }
  var depth = 0
  var parts: [String] = [""]
  for letter in text[text.index(after: open)..<close] {
    if "([".contains(letter) { depth += 1 }
    if ")]".contains(letter) { depth -= 1 }
    if letter == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(letter) }
  }
  let lines = parts.map { "  " + $0.drop { $0 == " " } }.joined(separator: ",\n")
  return "\(text[...open])\n\(lines)\n\(text[close...])"
}

/// What stands for a type of Swift's that has another name there, or none.
private let standardSummaries = [
  "ArraySlice": "A part of an array. It has no subscript in blocks; make it an `Array(…)` first.",
  "DictionaryKeys": "What a dictionary's `keys` are. They have no order until they are `sorted()`.",
  "DictionaryValues":
    "What a dictionary's `values` are. They have no order until they are `sorted()`.",
  "Seq":
    "Not a type to write: what `zip`, `stride`, `enumerated` and `reversed` give, and what is taken where any sequence will do: an array, a part of one, a range of `Int`, a string.",
]
