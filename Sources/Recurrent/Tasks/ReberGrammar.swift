/// Strings of Reber's grammar (1967) one after the other; the next letter is to be told (Gers,
/// Schmidhuber & Cummins 2000).
///
/// Features and classes: the letters B, T, P, S, X, V, E, one-hot. Where the grammar leaves a
/// choice, both letters are equally likely, so the loss cannot fall to 0.
public struct ReberGrammar: ClassificationTask, Hashable {
  public let length: Int
  public var inputSize: Int { Self.letters.count }
  public var classes: Int { Self.letters.count }
  public var answersEveryStep: Bool { true }

  public static let letters: [Character] = ["B", "T", "P", "S", "X", "V", "E"]

  /// For each state the letters that may come and the states after them.
  private static let graph: [[(letter: Int, next: Int)]] = [
    [(0, 1)], [(1, 2), (2, 3)], [(3, 2), (4, 4)], [(1, 3), (5, 5)],
    [(4, 3), (3, 6)], [(2, 4), (5, 6)], [(6, 0)],
  ]

  public init(length: Int) {
    precondition(length >= 1, "a sequence has 1 time-step or more, not \(length)")
    self.length = length
  }

  public func draw(
    _ generator: inout SeededGenerator
  ) -> (sequence: [[Double]], answers: [Double]) {
    var state = 0
    let letters = (0...length).map { _ -> Int in
      let choices = Self.graph[state]
      let choice = choices.count == 1 ? choices[0] : choices[generator.integer(below: 2)]
      state = choice.next
      return choice.letter
    }
    return (
      letters.dropLast().map { oneHot($0, of: inputSize) }, letters.dropFirst().map(Double.init)
    )
  }

  /// Whether a text can be read along the grammar from its start.
  public static func accepts(_ text: String) -> Bool {
    var state = 0
    for character in text {
      guard let choice = graph[state].first(where: { letters[$0.letter] == character }) else {
        return false
      }
      state = choice.next
    }
    return true
  }
}
