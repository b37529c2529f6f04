import Diagnostics
import Yams

/// A YAML mapping that is taken apart field by field: what is asked for is known, what is left
/// over is an error that names the real keys.
struct YAMLFields {
  let path: String
  /// Lines before the YAML's first one: front matter starts in line 2 of its file.
  let lineOffset: Int
  var diagnostics: [Diagnostic] = []
  private var entries: [(key: String, keySpan: Span, node: Node)] = []
  private var known: [String] = []
  private let place: Span
  private let source: YAMLSource
  /// Whether this is no mapping, which has been said; what it lacks is then no news.
  private var isBroken = false

  /// A field's type is ours to know. Only true and false are told by their words from quoted text;
  /// the other rules of YAML would be asked of every text for nothing.
  private static let resolver = Resolver.basic.appending(.bool)

  /// Reads `text`; what is no mapping is a diagnostic and has no fields.
  init(_ text: String, path: String, lineOffset: Int) {
    self.path = path
    self.lineOffset = lineOffset
    place = Span(path: path, line: lineOffset + 1, column: 1)
    source = YAMLSource(text, path: path, lineOffset: lineOffset)
    do {
      guard let node = try Yams.compose(yaml: text, Self.resolver, .default, .utf8) else { return }
      read(node)
    } catch {
      diagnostics += source.diagnostics(for: error)
    }
  }

  private init(_ node: Node, inside other: YAMLFields) {
    path = other.path
    lineOffset = other.lineOffset
    source = other.source
    place = other.span(of: node)
    read(node)
  }

  private mutating func read(_ node: Node) {
    guard let mapping = node.mapping else {
      isBroken = true
      return
    }
    for (key, value) in mapping {
      let name = key.string ?? ""
      let place = span(of: key, length: name.utf8.count)
      if entries.contains(where: { $0.key == name }) {
        diagnostics.append(
          .error("the key '\(name)' stands twice", at: place, hint: "take one of the two out"))
      } else {
        entries.append((name, place, value))
      }
    }
  }

  // MARK: - Fields

  mutating func text(_ key: String) -> String? {
    guard let node = take(key) else { return nil }
    if let scalar = node.scalar {
      if scalar.style == .plain, let comment = source.comment(behind: scalar) {
        diagnostics.append(
          .warning(
            "'\(comment)' is a comment, and not in '\(key)'", at: span(of: node),
            hint: "put the value between quotes, or a space behind the '#'"))
      }
      return scalar.string
    }
    return wrong(key, node, "is text", hint: Self.textHint)
  }

  /// A text that the mapping cannot do without; empty when it has none.
  mutating func requiredText(_ key: String, of what: String) -> String {
    let node = entries.first { $0.key == key }?.node
    if let text = text(key), !text.isEmpty { return text }
    // A value that is no text has been reported, and a slip of the pen in the key will be.
    let isReported = node != nil && node?.scalar == nil
    let isSlip = node == nil && closestMatch(to: key, among: entries.map(\.key)) != nil
    if !isReported, !isSlip, !isBroken {
      diagnostics.append(
        .error("\(what) has no \(key)", at: place, hint: "write '\(key): …'"))
    }
    return ""
  }

  mutating func placedText(_ key: String) -> Placed<String>? {
    let text = text(key)
    return text.map { Placed($0, at: span(of: key)) }
  }

  mutating func flag(_ key: String) -> Bool? {
    guard let node = take(key) else { return nil }
    let meant = node.scalar.flatMap { flagMeant(by: $0.string) }
    return node.bool
      ?? wrong(key, node, "is 'true' or 'false'", hint: meant.map { "write '\(key): \($0)'" })
  }

  mutating func integer(
    _ key: String, atLeast least: Int = .min, atMost most: Int = .max
  ) -> Int? {
    guard let node = take(key) else { return nil }
    guard let number = node.int else {
      return wrong(key, node, "is a whole number", hint: "such as '\(key): \(max(least, 1))'")
    }
    guard number >= least else { return wrong(key, node, "is \(least) or more") }
    return number <= most ? number : wrong(key, node, "is at most \(most)")
  }

  /// A number above 0.
  mutating func number(_ key: String) -> Double? {
    guard let node = take(key) else { return nil }
    guard let number = node.float, number.isFinite else {
      return wrong(key, node, "is a number", hint: "such as '\(key): 2.5'")
    }
    return number > 0 ? number : wrong(key, node, "is more than 0")
  }

  /// A whole number with its place.
  mutating func placedInteger(_ key: String, atLeast least: Int) -> Placed<Int>? {
    let number = integer(key, atLeast: least)
    return number.map { Placed($0, at: span(of: key)) }
  }

  /// A list of texts, or one text alone; each with its place.
  mutating func texts(_ key: String) -> [Placed<String>] {
    guard let node = take(key) else { return [] }
    if let text = node.scalar?.string { return [Placed(text, at: span(of: node))] }
    guard let list = node.sequence else {
      return wrong(key, node, "is a list of texts", hint: "write '\(key): [one, another]'") ?? []
    }
    return list.compactMap { item in
      guard let text = item.scalar?.string else {
        diagnostics.append(
          .error("an item of '\(key)' is text", at: span(of: item), hint: Self.textHint))
        return nil
      }
      return Placed(text, at: span(of: item))
    }
  }

  mutating func date(_ key: String) -> CalendarDate? {
    guard let node = take(key) else { return nil }
    if let date = node.scalar.flatMap({ CalendarDate($0.string) }) { return date }
    let written = node.scalar?.string ?? ""
    return wrong(
      key, node, "is a date such as 2026-11-23",
      hint: CalendarDate.meant(by: written).map { "write '\(key): \($0.text)'" }
        ?? "the year comes first, then the month and the day, with dashes between")
  }

  /// One of the cases of `Choice`, by its raw value.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _: Choice.Type
  ) -> Choice? {
    guard let node = take(key) else { return nil }
    let text = node.scalar?.string ?? ""
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    diagnostics.append(
      .error(
        "'\(key)' cannot be '\(text)'", at: span(of: node),
        hint: didYouMean(text, among: names) ?? "it is one of \(names.joined(separator: ", "))"))
    return nil
  }

  /// A list of mappings, or one mapping alone, each read by `read`.
  mutating func items<Item>(_ key: String, _ read: (inout YAMLFields) -> Item) -> [Item] {
    guard let node = take(key) else { return [] }
    let nodes = node.sequence.map(Array.init) ?? [node]
    return nodes.map { item in
      var fields = YAMLFields(item, inside: self)
      let value = read(&fields)
      diagnostics += fields.finish()
      return value
    }
  }

  /// A mapping of texts, in its own order.
  mutating func textsByName(_ key: String) -> [(name: Placed<String>, text: Placed<String>)] {
    guard let node = take(key) else { return [] }
    guard let mapping = node.mapping else {
      return wrong(key, node, "is 'name: text'", hint: "one a line, indented below '\(key):'") ?? []
    }
    return mapping.compactMap { name, value in
      guard let word = name.string, let text = value.scalar?.string else {
        diagnostics.append(
          .error("an entry of '\(key)' is text", at: span(of: value), hint: Self.textHint))
        return nil
      }
      return (Placed(word, at: span(of: name)), Placed(text, at: span(of: value)))
    }
  }

  /// Every field that is a text, whatever its key.
  var scalars: [String: String] {
    Dictionary(entries.compactMap { entry in entry.node.scalar.map { (entry.key, $0.string) } }) {
      first, _ in first
    }
  }

  /// Says which fields are no texts.
  mutating func expectTexts() {
    diagnostics += entries.filter { $0.node.scalar == nil }.map { entry in
      .error("'\(entry.key)' is text", at: span(of: entry.node), hint: "put it between quotes")
    }
  }

  /// The mistakes, but for keys that nobody has asked for.
  var problems: [Diagnostic] {
    guard isBroken else { return diagnostics }
    let hint = known.isEmpty ? nil : "the keys are \(known.joined(separator: ", "))"
    return diagnostics + [.error("this is 'key: value', line by line", at: place, hint: hint)]
  }

  /// The mistakes, with those about keys that nobody has asked for.
  func finish() -> [Diagnostic] {
    problems
      + entries.filter { !known.contains($0.key) }.map { entry in
        .error(
          "there is no key '\(entry.key)'", at: entry.keySpan,
          hint: didYouMean(entry.key, among: known)
            ?? "the keys are \(known.joined(separator: ", "))")
      }
  }

  /// Where a field's value stands; the mapping's own place when it is not there.
  func span(of key: String) -> Span {
    entries.first { $0.key == key }.map { span(of: $0.node) } ?? place
  }

  // MARK: - Inside

  private mutating func take(_ key: String) -> Node? {
    known.append(key)
    guard let node = entries.first(where: { $0.key == key })?.node else { return nil }
    // `title:` with nothing behind it is a field that is not there.
    return node.null == nil ? node : nil
  }

  /// Lists and mappings are what stands where one text should.
  private static let textHint = "write one text; '[', '{' and ': ' in it go between quotes"

  private mutating func wrong<Value>(
    _ key: String, _ node: Node, _ what: String, hint: String? = nil
  ) -> Value? {
    diagnostics.append(.error("'\(key)' \(what)", at: span(of: node), hint: hint))
    return nil
  }

  private func span(of node: Node, length: Int = 0) -> Span {
    source.span(node.mark, length: length)
  }
}

/// A value and where the author wrote it.
package struct Placed<Value: Hashable & Sendable>: Hashable, Sendable {
  package var value: Value
  package var span: Span

  package init(_ value: Value, at span: Span) {
    self.value = value
    self.span = span
  }
}
