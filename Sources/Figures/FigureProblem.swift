/// Why a figure does not show all that its author asked for.
///
/// Messages speak of the author's page: lower case, no full stop, names in `'…'`.
public enum FigureProblem: Hashable, Sendable {
  /// There is nothing to draw.
  case noData
  /// A mark's lists have different lengths; what has no partner is not drawn.
  case unevenLists(mark: String, first: String, firstCount: Int, second: String, secondCount: Int)
  /// The rows of a matrix have different lengths.
  case raggedRows(shortest: Int, longest: Int)
  /// Numbers that a logarithmic axis has no place for.
  case notPositive(axis: String, count: Int)
  /// A rule, rectangle or text at a place that its axis does not have.
  case noPlace(mark: String)
  /// An axis from `low` to `high`, which is empty or not finite.
  case emptyRange(low: Double, high: Double)
  /// The range of an axis leaves out every value.
  case outsideRange
  /// Two bars of one series at one place, of which one hides the other.
  case repeatedBar(at: String)
  /// Labels whose number is not the number of rows or columns.
  case labelCount(of: String, labels: Int, expected: Int)
  /// No font has this character.
  case missingGlyph(Unicode.Scalar, text: String)
  /// The typesetter sets lines from left to right only.
  case rightToLeft(text: String)
  /// The text was cut after as many lines as fit.
  case textCut(text: String)
  /// More series than colours, dashes and markers can tell apart.
  case tooManySeries(count: Int, distinct: Int)
  /// A diagram of this many time-steps or layers cannot be drawn.
  case impossibleCount(of: String, count: Int)
  /// A batch that a diagram of `count` batches does not have.
  case noBatch(Int, of: Int)
  /// Bars on each other along a logarithmic axis, where a sum is no length.
  case stackedOnLog
  /// More tokens than a figure can set.
  case tooManyTokens(count: Int, most: Int)
  /// The figure is too small for its text.
  case tooSmall(width: Double, height: Double)

  /// True when the picture would tell something else than the data.
  public var isError: Bool {
    switch self {
    case .notPositive, .textCut, .tooManySeries: false
    default: true
    }
  }

  public var message: String {
    switch self {
    case .noData:
      return "the figure has no data"
    case .unevenLists(let mark, let first, let firstCount, let second, let secondCount):
      return "'\(mark)' has \(firstCount) \(first) values and \(secondCount) \(second) values"
    case .raggedRows(let shortest, let longest):
      return "the matrix has rows of \(shortest) and of \(longest) values"
    case .notPositive(let axis, let count):
      let values = count == 1 ? "1 value is" : "\(count) values are"
      return "\(values) not above zero and cannot stand on the log scale of the \(axis) axis"
    case .noPlace(let mark):
      return "a '\(mark)' stands at a place that its axis does not have"
    case .emptyRange(let low, let high):
      return "the range from \(NumberText.exact(low)) to \(NumberText.exact(high)) is empty"
    case .outsideRange:
      return "no value lies in the range that the axes show"
    case .repeatedBar(let place):
      return "two bars of one series stand at '\(excerpt(place))'"
    case .labelCount(let of, let labels, let expected):
      return "\(expected) \(of) have \(labels) labels"
    case .missingGlyph(let scalar, let text):
      return "no font has the character '\(scalar)' (\(codePoint(scalar))) of '\(excerpt(text))'"
    case .rightToLeft(let text):
      return "'\(excerpt(text))' is written from right to left, which figures cannot set"
    case .textCut(let text):
      return "the text '\(excerpt(text))' is too long for the figure and was cut"
    case .tooManySeries(let count, let distinct):
      return "\(count) series cannot be told apart; \(distinct) can"
    case .impossibleCount(let of, let count):
      return "a diagram cannot have \(count) \(of)"
    case .noBatch(let batch, let count):
      return "there is no batch \(batch) among \(count)"
    case .stackedOnLog:
      return "bars cannot stand on each other on a log scale"
    case .tooManyTokens(let count, let most):
      return "\(count) tokens are more than a figure can set; it can set \(most)"
    case .tooSmall(let width, let height):
      return "\(NumberText.exact(width)) × \(NumberText.exact(height)) points are too small "
        + "for this figure"
    }
  }

  public var hint: String? {
    switch self {
    case .noData: "give it at least one finite value"
    case .unevenLists: "every x needs its y"
    case .raggedRows: "every row needs the same number of values"
    case .notPositive: "use 'scale: .symlog' or leave these values out"
    case .noPlace: "give it finite numbers, above zero on a log scale"
    case .emptyRange: "the low end must be below the high end, and both finite"
    case .outsideRange: "leave the range out, or widen it"
    case .repeatedBar: "give them labels of their own, or stack them with 'stacked()'"
    case .labelCount(let of, _, _): "give one label for each of the \(of)"
    case .missingGlyph: "write it in other characters"
    case .rightToLeft: "put this text into the caption"
    case .textCut: "say the rest in the caption"
    case .tooManySeries: "show fewer series, or their mean with a 'BandMark'"
    case .impossibleCount(let of, _): "ask for at least one of the \(of)"
    case .noBatch: "batches are counted from 1"
    case .stackedOnLog: "use a linear scale, or leave out 'stacked()'"
    case .tooManyTokens: "show a part of them"
    case .tooSmall: "make it wider or higher"
    }
  }
}

private func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}

private func excerpt(_ text: String) -> String {
  text.count <= 40 ? text : text.prefix(39) + "…"
}
