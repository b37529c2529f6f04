import Diagnostics

/// What a block's `//| key: value` lines ask for.
///
/// They stand at the top of the block, are comments to Swift, and every key is known: another one
/// is an error that names the real ones.
package struct BlockOptions: Hashable, Sendable {
  package enum Key: String, CaseIterable, Sendable {
    case label, caption, alt, echo, fold, seed, width, height, expect, file
    case expectError = "expect-error"
  }

  /// A claim about the block's names that must hold when it has run.
  package struct Claim: Hashable, Sendable {
    package var text: String
    package var span: Span
  }

  /// Unique in the course; the figure's name in references, files and the lock.
  package var label: String?
  /// Where the label stands, or the block's first line when it has none.
  package var labelSpan: Span
  package var caption: String?
  package var captionSpan: Span?
  /// The author's own alternative text; without it the figure describes itself.
  package var alt: String?
  /// Where the first option stands that says how a figure looks, or reads.
  package var figureSpan: Span?
  /// Show the program beside what it shows.
  package var echo = true
  /// Show the program behind a disclosure.
  package var fold = false
  /// Nil derives the seed from the label, so that inserting a block changes no figure below.
  package var seed: Int?
  /// In points; nil leaves it to the figure.
  package var width: Double?
  package var height: Double?
  package var claims: [Claim] = []
  /// Words of the error that this block is there to show.
  package var expectedError: Claim?
  /// `Sources/Cell.swift#slice`: what is shown instead of the block's own text.
  package var file: Claim?

  init(labelSpan: Span) {
    self.labelSpan = labelSpan
  }
}

extension BlockOptions {
  /// Reads the option lines at the top of `block`.
  static func parse(_ block: PageBlock) -> Diagnosed<BlockOptions> {
    var parser = OptionParser(block: block)
    parser.run()
    return Diagnosed(parser.options, parser.diagnostics)
  }

  static let marker = "//|"

  fileprivate static func isOption(_ line: Substring) -> Bool { line.hasPrefix(marker) }

  /// `#| key: value` as elsewhere, `// | key: value`, or an option that is indented.
  fileprivate static func isSlip(_ line: Substring) -> Bool {
    let words = line.drop { $0 == " " || $0 == "\t" }
    let isForeign = words.hasPrefix("#|") || words.hasPrefix("// |")
    return isForeign || words.count < line.count && words.hasPrefix(marker)
  }

  /// The program with `#|` made a comment: that it is no Swift has been said.
  static func withoutForeignMarks(_ text: String) -> String {
    guard text.contains("#|") else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let count = lines.prefix { isOption($0) || isSlip($0) }.count
    return lines.enumerated().map { index, line in
      index < count ? String(line.replacing("#|", with: "//", maxReplacements: 1)) : String(line)
    }.joined(separator: "\n")
  }
}

private struct OptionParser {
  let block: PageBlock
  var options: BlockOptions
  var diagnostics: [Diagnostic] = []
  private var seen: Set<BlockOptions.Key> = []
  private var foldSpan: Span?

  init(block: PageBlock) {
    self.block = block
    options = BlockOptions(
      labelSpan: Span(path: block.path, line: block.start.line, column: block.start.column))
  }

  mutating func run() {
    let lines = block.text.split(separator: "\n", omittingEmptySubsequences: false)
    let options = lines.prefix { BlockOptions.isOption($0) || BlockOptions.isSlip($0) }
    for (index, line) in options.enumerated() {
      BlockOptions.isSlip(line) ? reportSlip(line, at: index) : read(line, at: index)
    }
    if self.options.fold, !self.options.echo, let place = foldSpan {
      report(
        "'fold' has nothing to fold where 'echo' is false", place, hint: "take one of the two out")
    }
    for (index, line) in lines.enumerated().dropFirst(options.count)
    where BlockOptions.isOption(line) {
      report(
        "an option stands at the top of its block", span(of: line, in: line, at: index),
        hint: "move it above the program")
    }
  }

  private mutating func reportSlip(_ line: Substring, at index: Int) {
    let body = trimmed(line[line.firstIndex(of: "|")!...].dropFirst())
    report(
      "an option begins with '\(BlockOptions.marker)', at the start of its line",
      span(of: trimmed(line), in: line, at: index),
      hint: "write '\(BlockOptions.marker) \(body)'")
  }

  private mutating func read(_ line: Substring, at index: Int) {
    let body = line.dropFirst(BlockOptions.marker.count)
    guard let colon = body.firstIndex(of: ":") else {
      let words = body.split(separator: " ", maxSplits: 1)
      let key = words.first.flatMap { BlockOptions.Key(rawValue: String($0)) }
      return report(
        "an option is 'key: value'", span(of: body, in: line, at: index),
        hint: key.map {
          "write '\(BlockOptions.marker) \($0.rawValue): \(words.dropFirst().first ?? "…")'"
        })
    }
    let name = trimmed(body[..<colon])
    let value = trimmed(body[body.index(after: colon)...])
    let nameSpan = span(of: name, in: line, at: index)
    guard let key = BlockOptions.Key(rawValue: String(name)) else {
      let known = BlockOptions.Key.allCases.map(\.rawValue)
      return report(
        "there is no option '\(name)'", nameSpan,
        hint: didYouMean(String(name), among: known)
          ?? "the options are \(known.joined(separator: ", "))")
    }
    if !seen.insert(key).inserted, key != .expect {
      return report("the option '\(name)' stands twice", nameSpan, hint: "take one of the two out")
    }
    guard !value.isEmpty else {
      return report(
        "the option '\(name)' has no value", nameSpan,
        hint: "write '\(BlockOptions.marker) \(name): …', or take the line out")
    }
    set(key, unquoted(value), span(of: value, in: line, at: index))
  }

  private mutating func set(_ key: BlockOptions.Key, _ value: String, _ span: Span) {
    switch key {
    case .label: setLabel(value, span)
    case .caption:
      options.caption = value
      options.captionSpan = span
    case .alt:
      options.alt = value
      options.figureSpan = options.figureSpan ?? span
    case .echo: options.echo = flag(value, span) ?? options.echo
    case .fold:
      options.fold = flag(value, span) ?? options.fold
      foldSpan = span
    case .seed: options.seed = number(value, span, Int.init, "a whole number")
    case .width:
      options.width = length(value, span)
      if options.width != nil { options.figureSpan = options.figureSpan ?? span }
    case .height:
      options.height = length(value, span)
      if options.height != nil { options.figureSpan = options.figureSpan ?? span }
    case .expect: options.claims.append(BlockOptions.Claim(text: value, span: span))
    case .expectError: options.expectedError = BlockOptions.Claim(text: value, span: span)
    case .file: options.file = BlockOptions.Claim(text: value, span: span)
    }
  }

  private mutating func setLabel(_ value: String, _ span: Span) {
    options.labelSpan = span
    let isWord = value.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
    }
    guard isWord, value.first != "-", value != Self.labelStart else {
      return report(
        "a label is made of lower-case letters, digits and '-', not '\(value)'", span,
        hint: "write '\(Self.label(meantBy: value))'")
    }
    guard value.hasPrefix(Self.labelStart) else {
      return report(
        "the label of a figure begins with '\(Self.labelStart)'", span,
        hint: "write '\(Self.labelStart)\(value)'")
    }
    options.label = value
  }

  /// What `@fig-decay` in prose refers to.
  private static let labelStart = "fig-"

  /// `fig-long-run` for `Fig:long_run`.
  private static func label(meantBy value: String) -> String {
    let words = value.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let name = words.drop { $0 == "fig" || $0 == "figure" }
    return labelStart + (name.isEmpty ? "decay" : name.joined(separator: "-"))
  }

  private mutating func flag(_ value: String, _ span: Span) -> Bool? {
    if let flag = Bool(value) { return flag }
    report(
      "this is 'true' or 'false', not '\(value)'", span,
      hint: flagMeant(by: value).map { "write '\($0)'" })
    return nil
  }

  /// Narrower than a phone or wider than a poster is a slip of the pen.
  private mutating func length(_ value: String, _ span: Span) -> Double? {
    guard let length = number(value, span, Double.init, "a number of points") else { return nil }
    guard (80...4000).contains(length) else {
      report(
        "a figure is 80 to 4000 points wide and high, not \(value)", span,
        hint: "without the option it is as large as it needs to be")
      return nil
    }
    return length
  }

  private mutating func number<Number>(
    _ value: String, _ span: Span, _ make: (String) -> Number?, _ what: String
  ) -> Number? {
    if let number = make(value) { return number }
    let digits = value.prefix { $0.isASCII && $0.isNumber }
    report(
      "this is \(what), not '\(value)'", span,
      hint: digits.isEmpty || value.hasSuffix("%") ? nil : "write '\(digits)'")
    return nil
  }

  private mutating func report(_ message: String, _ span: Span, hint: String? = nil) {
    diagnostics.append(.error(message, at: span, hint: hint))
  }

  private func span(of part: Substring, in line: Substring, at index: Int) -> Span {
    let offset = line.utf8.distance(from: line.startIndex, to: part.startIndex)
    return Span(
      path: block.path, line: block.start.line + index, column: block.start.column + offset,
      length: part.utf8.count)
  }

  private func trimmed(_ text: Substring) -> Substring {
    let start = text.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" && $0 != "\r" }) else {
      return start
    }
    return start[...last]
  }

  /// Quarto's authors write some values in quotes; one pair around the whole is taken off.
  private func unquoted(_ value: Substring) -> String {
    guard value.utf8.count >= 2, let quote = value.first, quote == "\"" || quote == "'",
      value.last == quote, !value.dropFirst().dropLast().contains(quote)
    else { return String(value) }
    return String(value.dropFirst().dropLast())
  }
}
