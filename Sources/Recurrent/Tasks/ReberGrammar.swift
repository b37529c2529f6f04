/// Strings of Reber's grammar (1967) one after the other; the next letter is to be told (Gers,
/// Schmidhuber & Cummins 2000).
///
/// Features and classes: the letters B, T, P, S, X, V, E, one-hot. Where the grammar leaves a
/// choice, both letters are equally likely, so the loss cannot fall to 0.
///
/// Embedded, a string stands between two T or two P: B, T, the string, T, E. Which of them closes it
/// has to be remembered over the whole string.
public struct ReberGrammar: ClassificationTask, Hashable {
  public let length: Int
  public let isEmbedded: Bool
  public var inputSize: Int { Self.letters.count }
  public var classes: Int { Self.letters.count }
  public var answersEveryStep: Bool { true }

  public static let letters: [Character] = ["B", "T", "P", "S", "X", "V", "E"]

  /// For each state the letters that may come and the states after them.
  private static let graph: [[(letter: Int, next: Int)]] = [
    [(0, 1)], [(1, 2), (2, 3)], [(3, 2), (4, 4)], [(1, 3), (5, 5)],
    [(4, 3), (3, 6)], [(2, 4), (5, 6)], [(6, 0)],
  ]

  public init(length: Int, embedded: Bool = false) {
    precondition(length >= 1, "a sequence has 1 time-step or more, not \(length)")
    self.length = length
    isEmbedded = embedded
  }

  public func draw(
    _ generator: inout SeededGenerator
  ) -> (sequence: [[Double]], answers: [Double]) {
    var walk = Walk(place: isEmbedded ? .opening : .inside(0), isEmbedded: isEmbedded)
    let letters = (0...length).map { _ in walk.next(&generator) }
    return (
      letters.dropLast().map { oneHot($0, of: inputSize) }, letters.dropFirst().map(Double.init)
    )
  }

  /// The time-steps whose next letter closes an embedded string, and is known only to who remembers
  /// how it was opened.
  public func closings(in letters: [[Double]], answers: [Double]) -> [Int] {
    guard isEmbedded else { return [] }
    return letters.indices.filter { letters[$0][6] == 1 && answers[$0] != 0 }
  }

  /// Whether a text can be read along the grammar, not embedded, from its start.
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

  /// A way through the grammar, letter by letter.
  private struct Walk {
    enum Place {
      case inside(Int)
      case opening, marking, closing, ending
    }

    var place: Place
    let isEmbedded: Bool
    private var mark = 0

    init(place: Place, isEmbedded: Bool) {
      self.place = place
      self.isEmbedded = isEmbedded
    }

    mutating func next(_ generator: inout SeededGenerator) -> Int {
      switch place {
      case .inside(let state):
        let choices = graph[state]
        let choice = choices.count == 1 ? choices[0] : choices[generator.integer(below: 2)]
        place = isEmbedded && choice.next == 0 ? .closing : .inside(choice.next)
        return choice.letter
      case .opening:
        place = .marking
        return 0
      case .marking:
        place = .inside(0)
        mark = 1 + generator.integer(below: 2)
        return mark
      case .closing:
        place = .ending
        return mark
      case .ending:
        place = .opening
        return 6
      }
    }
  }
}
