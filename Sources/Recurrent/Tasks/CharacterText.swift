/// Pieces of a text, whose next character is to be told at every time-step.
///
/// Features and classes: the text's characters in alphabetical order, one-hot.
public struct CharacterText: ClassificationTask, Hashable {
  public let length: Int
  /// All characters that occur, in order.
  public let alphabet: [Character]
  private let codes: [Int]

  public var inputSize: Int { alphabet.count }
  public var classes: Int { alphabet.count }
  public var answersEveryStep: Bool { true }

  /// - Parameter text: longer than `length`.
  public init(_ text: String = CharacterText.riverText, length: Int) {
    let characters = Array(text)
    precondition(
      length >= 1 && characters.count > length,
      "a text of \(characters.count) characters has no piece of \(length) and one more")
    let alphabet = Set(characters).sorted()
    self.length = length
    self.alphabet = alphabet
    codes = characters.map { alphabet.firstIndex(of: $0)! }
  }

  public func draw(
    _ generator: inout SeededGenerator
  ) -> (sequence: [[Double]], answers: [Double]) {
    let start = generator.integer(below: codes.count - length)
    let piece = codes[start...start + length]
    return (
      piece.dropLast().map { oneHot($0, of: inputSize) }, piece.dropFirst().map(Double.init)
    )
  }

  /// The classes of a text's characters; nil when one does not occur in the task's text.
  public func classes(of text: String) -> [Int]? {
    let found = text.map { alphabet.firstIndex(of: $0) }
    return found.contains(nil) ? nil : found.compactMap { $0 }
  }

  public func text(of classes: [Int]) -> String { String(classes.map { alphabet[$0] }) }

  /// A small text, written for this task: few words, which come again.
  public static let riverText = """
    the river runs down to the sea. the rain runs down to the river. the sea gives the rain to \
    the wind, and the wind gives the rain to the hill. the hill keeps a little of the rain and \
    gives the rest to the river. so the river runs and runs, and the sea is never full. a child \
    asks the river where it was before the hill. the river says: i was in the wind. the child \
    asks the wind where it was before the sea. the wind says: i do not remember, i only carry. \
    then the child asks the hill. the hill says: i keep a little of all that runs over me.
    """
}
