import Drawing

/// Characters or words, each shaded by a number: how much the answer depends on it.
///
/// Values of both signs are shown in a diverging map around zero, others in a sequential one.
/// Letters are black or white, whichever stands out more. A token that is a line break ends its
/// line.
public struct SaliencyText: Figure, Hashable {
  public var tokens: [String]
  /// One value per token; one that is not finite is shown in grey.
  public var values: [Double]
  public var title: String?
  public var subtitle: String?
  /// What the numbers are, beside the colour bar.
  public var valueName: String?
  /// The ends of the colour bar; nil for the smallest and the largest value.
  public var range: Axis.Range?
  public var width: Double?
  public var height: Double?

  public init(_ tokens: [String], values: [Double]) {
    (self.tokens, self.values) = (tokens, values)
  }

  /// A text by its characters.
  public init(_ text: String, values: [Double]) {
    self.init(text.map { String($0) }, values: values)
  }

  public func title(_ text: String) -> SaliencyText { with(self) { $0.title = text } }
  public func subtitle(_ text: String) -> SaliencyText { with(self) { $0.subtitle = text } }

  /// What the numbers are.
  public func values(_ name: String) -> SaliencyText { with(self) { $0.valueName = name } }

  /// What the numbers are and the ends of the colour bar.
  public func values(_ name: String, from low: Double, to high: Double) -> SaliencyText {
    with(self) { ($0.valueName, $0.range) = (name, Axis.Range(low: low, high: high)) }
  }

  /// More tokens than these would make a picture that is higher than any page.
  static let mostTokens = 2000

  var pairs: [(token: String, value: Double)] {
    zip(tokens, values).prefix(Self.mostTokens).map { ($0, $1) }
  }

  /// Tokens that stay on one line where they can: the characters of a word with the space behind
  /// them, or else single tokens.
  var words: [ArraySlice<(token: String, value: Double)>] {
    let pairs = pairs
    guard pairs.allSatisfy({ $0.token.count == 1 }) else {
      return pairs.indices.map { pairs[$0...$0] }
    }
    var words: [ArraySlice<(token: String, value: Double)>] = []
    var start = 0
    for (index, pair) in pairs.enumerated()
    where pair.token == " " || pair.token == "\n" || index == pairs.count - 1 {
      words.append(pairs[start...index])
      start = index + 1
    }
    return words
  }

  var problems: [FigureProblem] {
    /// Tokens that stay on one line where they can: the characters of a word with the space behind
    /// them, or else single tokens.
    var words: [ArraySlice<(token: String, value: Double)>] {
      let pairs = pairs
      guard pairs.allSatisfy({ $0.token.count == 1 }) else {
        return pairs.indices.map { pairs[$0...$0] }
      }
      var words: [ArraySlice<(token: String, value: Double)>] = []
      var start = 0
      for (index, pair) in pairs.enumerated()
      where pair.token == " " || pair.token == "\n" || index == pairs.count - 1 {
        words.append(pairs[start...index])
        start = index + 1
      }
      return words
    }

    var problems: [FigureProblem] = []
    if tokens.count != values.count {
      problems.append(
        .unevenLists(
          mark: "SaliencyText", first: "token", firstCount: tokens.count, second: "saliency",
          secondCount: values.count))
    }
    if !values.contains(where: \.isFinite) || tokens.isEmpty { problems.append(.noData) }
    if tokens.count > Self.mostTokens {
      problems.append(.tooManyTokens(count: tokens.count, most: Self.mostTokens))
    }
    if let range, !range.isUsable(on: .linear) {
      problems.append(.emptyRange(low: range.low, high: range.high))
    }
    return problems
  }
}

extension SaliencyText {
  /// A longer text is in the table.
  private static let saidCharacters = 300

  private var subject: String { valueName.map { RichText($0).plain } ?? "a value" }

  private var extremes: (low: (String, Double), high: (String, Double))? {
    let shown = pairs.filter(\.value.isFinite)
    guard let low = shown.min(by: { $0.value < $1.value }),
      let high = shown.max(by: { $0.value < $1.value })
    else { return nil }
    return (low, high)
  }

  private func said(_ pair: (String, Double)) -> String {
    let name =
      switch pair.0 {
      case " ": "a space"
      case "\n": "a line break"
      default: "“\(pair.0.prefix(20))”"
      }
    return name + " (\(NumberText.brief(pair.1)))"
  }

  public var alternativeText: String {
    guard let extremes else { return "Text shaded by \(subject), without values." }
    let text = "Text of \(tokens.count) tokens, shaded by \(subject)"
    let full = text + ": most for \(said(extremes.high)), least for \(said(extremes.low))."
    return full.count <= ChartWords.limit
      ? full : "Text of \(tokens.count) tokens: most for \(said(extremes.high))."
  }

  public var longDescription: String {
    guard let extremes else { return alternativeText }
    let separator = tokens.allSatisfy { $0.count == 1 } ? "" : " "
    var text = "The text “\(tokens.joined(separator: separator).prefix(Self.saidCharacters))”"
    text += " has \(tokens.count) tokens, each shaded by \(subject). The most is at "
    text += "\(said(extremes.high)), the least at \(said(extremes.low))."
    return text
  }

  public var dataTable: DataTable {
    DataTable(
      columns: ["token", valueName.map { RichText($0).plain } ?? "value"],
      rows: zip(tokens, values).map { [.text($0), .number($1)] })
  }
}
