import Diagnostics

/// A network that the reader of the page can change, and what stands in its place without a script.
package struct Live: Hashable, Sendable {
  /// In the order of the program that runs them.
  package enum Cell: String, CaseIterable, Sendable {
    case simpleRNN = "simple-rnn"
    case lstm, gru
  }

  /// What goes in, in the same order as there.
  package enum Sequence: String, CaseIterable, Sendable {
    case noise, pulse, wave, square
  }

  /// What a control offers, and where it begins.
  package struct Scale: Hashable, Sendable {
    package var range: ClosedRange<Double>
    package var step: Double
    package var value: Double

    /// Whether a number is one of the control's stops.
    func offers(_ number: Double) -> Bool {
      // Stops are decimal fractions, so they are met up to rounding.
      let stops = (number - range.lowerBound) / step
      return range.contains(number) && abs(stops - stops.rounded()) < 1e-6
    }

    func stop(nearestTo number: Double) -> Double {
      let inside = min(max(number, range.lowerBound), range.upperBound)
      let stops = ((inside - range.lowerBound) / step).rounded()
      // In thousandths, so that twentieths are written as an author would.
      return ((range.lowerBound + stops * step) * 1000).rounded() / 1000
    }
  }

  package var id: String
  package var title: String?
  package var cell = Cell.simpleRNN
  package var sequence = Sequence.noise
  package var steps = Scale(range: 2...100, step: 1, value: 30)
  /// The spectral radius of the recurrent matrix.
  package var radius = Scale(range: 0...2, step: 0.05, value: 0.5)
  package var forgetBias = Scale(range: -5...5, step: 0.5, value: 1)
  /// What a reader sees without a script, and on paper.
  package var blocks: [Block]

  package init(id: String, title: String? = nil, blocks: [Block]) {
    self.id = id
    self.title = title
    self.blocks = blocks
  }
}

extension ComponentReader {
  mutating func readLive() -> Live? {
    let title = attribute("title")
    var live = Live(id: "", title: title, blocks: directive.blocks)
    if let cell = choice("cell", Live.Cell.self) { live.cell = cell }
    if let sequence = choice("sequence", Live.Sequence.self) { live.sequence = sequence }
    readNumber("steps", &live.steps)
    readNumber("radius", &live.radius)
    readNumber("forget-bias", &live.forgetBias)
    if live.blocks.isEmpty {
      report(
        "there is nothing in this 'live' for readers without a script",
        hint: "put a figure of the same network into it")
    }
    guard let id = requiredID("own-network") else { return nil }
    live.id = id
    return live
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _: Choice.Type
  ) -> Choice? {
    guard let text = attribute(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    report(
      "there is no \(key) '\(text)'", at: span(of: key),
      hint: didYouMean(text, among: names) ?? "it is one of \(names.joined(separator: ", "))")
    return nil
  }

  private mutating func readNumber(_ key: String, _ scale: inout Live.Scale) {
    guard let text = attribute(key) else { return }
    if let number = Double(text), scale.offers(number) {
      scale.value = number
    } else {
      let (low, high) = (brief(scale.range.lowerBound), brief(scale.range.upperBound))
      report(
        "'\(key)' is a number from \(low) to \(high) in steps of \(brief(scale.step))",
        at: span(of: key),
        hint: Double(text).map { "the nearest is \(key)=\(brief(scale.stop(nearestTo: $0)))" })
    }
  }

  private func span(of key: String) -> Span? {
    directive.attributes.first { $0.key == key }?.span
  }

  /// Whole numbers without a fraction.
  private func brief(_ number: Double) -> String {
    number == number.rounded() ? "\(Int(number))" : "\(number)"
  }
}
