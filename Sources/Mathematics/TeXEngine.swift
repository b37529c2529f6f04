import CDuktape

/// KaTeX in a script engine of its own: TeX in, MathML or a mistake out.
///
/// Starting one costs about 0.1 s. Every call is held to limits of memory, of which the second
/// stands for a limit of time; an engine that has met one is spent and must be replaced.
final class TeXEngine {
  enum Answer {
    /// KaTeX's markup, not yet cleaned.
    case markup(String)
    /// KaTeX's words, and the UTF-16 units they are about, or nil when they are not about the
    /// formula's own text.
    case mistake(words: String, place: Range<Int>?)
    /// A command that would reach outside of the formula.
    case untrusted(command: String)
    case exhausted
  }

  /// KaTeX alone keeps about 10 MB alive, and a formula that fills a page adds less than 5.
  static let aliveLimit = 48 << 20
  /// A system of a hundred equations asks for 90 MB and a sum of a thousand terms for 200; the
  /// worst formulas that we could think of take about two seconds to ask for this much.
  static let askedLimit: UInt64 = 256 << 20

  private let engine: OpaquePointer

  /// - Throws: what the script said, in its own words.
  init(katex: [UInt8]) throws(EngineFailure) {
    let limits = unroller_engine_limits(alive: Self.aliveLimit, asked: Self.askedLimit)
    guard let engine = unroller_engine_open(limits) else {
      throw EngineFailure(reason: "there is no memory for it")
    }
    self.engine = engine
    for script in [Array(Self.prelude.utf8), katex, Array(Self.entry.utf8)] {
      try run(script)
    }
  }

  deinit { unroller_engine_close(engine) }

  /// - Parameter macros: names with their backslash, and what they stand for.
  func typeset(_ tex: String, display: Bool, macros: [(name: String, text: String)]) -> Answer {
    let texts = [tex, display ? "display" : "inline"] + macros.flatMap { [$0.name, $0.text] }
    var answer = unroller_engine_text()
    let outcome = Self.withTexts(texts.map(CESU8.encode)) { texts in
      unroller_engine_call(engine, Self.entryName, texts.baseAddress, texts.count, &answer)
    }
    guard outcome == unroller_engine_done else {
      // A script that fails outside of its own handling ran into a limit of the engine itself,
      // such as the depth of its calls.
      return .exhausted
    }
    return Self.read(CESU8.decode(UnsafeBufferPointer(start: answer.bytes, count: answer.count)))
  }

  /// What the last formula asked for, in the unit of `askedLimit`.
  var asked: UInt64 { unroller_engine_asked(engine) }

  private func run(_ script: [UInt8]) throws(EngineFailure) {
    var answer = unroller_engine_text()
    let outcome = script.withUnsafeBufferPointer { script in
      unroller_engine_run(
        engine, unroller_engine_text(bytes: script.baseAddress, count: script.count), &answer)
    }
    guard outcome != unroller_engine_done else { return }
    let words = UnsafeBufferPointer(start: answer.bytes, count: answer.count)
    throw EngineFailure(reason: words.isEmpty ? "it is too large" : CESU8.decode(words))
  }

  /// One buffer for all the texts, so that their addresses hold while the engine reads them.
  private static func withTexts<Result>(
    _ texts: [[UInt8]], _ body: (UnsafeBufferPointer<unroller_engine_text>) -> Result
  ) -> Result {
    texts.flatMap(\.self).withUnsafeBufferPointer { bytes in
      var start = 0
      let parts = texts.map { text in
        defer { start += text.count }
        return unroller_engine_text(bytes: bytes.baseAddress.map { $0 + start }, count: text.count)
      }
      return parts.withUnsafeBufferPointer(body)
    }
  }
}

/// Why KaTeX's script could not be started.
struct EngineFailure: Error, Hashable {
  var reason: String
}
