import Diagnostics
import Synchronization

/// TeX to MathML, each distinct formula once.
///
/// May be used from several threads. The engine starts with the first formula that is not known
/// yet; a formula's MathML depends on its text and the course's macros alone, never on the
/// formulas before it, so definitions such as `\def` do not outlive their formula.
package final class MathTypesetter: Sendable {
  /// Longer formulas are refused unread: 16 kB is four printed pages.
  package static let longestFormula = 16_384

  /// Another one whenever formulas are written in another way, so that none is taken from before.
  package static let form = "3"

  private struct Formula: Hashable {
    var tex: String
    var isDisplay: Bool
  }

  private enum Typeset: Sendable {
    case mathML(String)
    case mistake(TeXMistake)
    case noEngine(EngineFailure)
  }

  private enum Engine {
    case notStarted
    case running(TeXEngine)
    case broken(EngineFailure)
  }

  private let katex: [UInt8]
  private let macros: [(name: String, text: String)]
  private let known = Mutex<[Formula: Typeset]>([:])
  /// From an earlier build; what is asked for goes over to the known ones.
  private let earlier: [Formula: Typeset]
  private let engine = Mutex<Engine>(.notStarted)

  /// - Parameters:
  ///   - katex: the bytes of KaTeX's script, 0.16 or later.
  ///   - macros: TeX macros by name, with or without the backslash; `#1` stands for an argument.
  ///   - earlier: what a typesetter with the same script and macros has made.
  package init(
    katex: [UInt8], macros: [String: String] = [:], earlier: [TypesetFormula] = []
  ) {
    self.katex = katex
    self.earlier = Dictionary(
      earlier.map { (Formula(tex: $0.tex, isDisplay: $0.isDisplay), .mathML($0.markup)) }
    ) { first, _ in first }
    self.macros = macros.sorted { $0.key < $1.key }.map { name, text in
      (name.hasPrefix("\\") ? name : "\\" + name, text)
    }
  }

  /// Every formula that was asked for and is right, by its text.
  package var formulas: [TypesetFormula] {
    known.withLock { known in
      known.compactMap { formula, result in
        guard case .mathML(let markup) = result else { return nil }
        return TypesetFormula(tex: formula.tex, isDisplay: formula.isDisplay, markup: markup)
      }
    }.sorted { ($0.tex, $0.markup) < ($1.tex, $1.markup) }
  }

  /// A `<math>` element that keeps the TeX as its annotation.
  ///
  /// A formula with a mistake comes back as its own source, marked as an error.
  /// - Parameter span: where the formula's text begins. Further lines of a displayed formula are
  ///   taken to begin in the same column, those of one in a sentence in the first.
  package func mathML(_ tex: String, display: Bool, at span: Span) -> Diagnosed<String> {
    let mistake: TeXMistake
    switch typeset(Formula(tex: tex, isDisplay: display)) {
    case .mathML(let markup): return Diagnosed(markup)
    case .mistake(let found): mistake = found
    case .noEngine(let failure):
      // Without a place, so that the words are the same for every formula.
      let diagnostic = Diagnostic.error(
        "KaTeX cannot be started: \(failure.reason)", at: nil, hint: StandardKaTeX.hint)
      return Diagnosed(Self.source(tex, isDisplay: display), [diagnostic])
    }
    let place = mistake.span(in: tex, at: span, isDisplay: display)
    return Diagnosed(
      Self.source(tex, isDisplay: display),
      [.error(mistake.message, at: place, hint: mistake.hint)])
  }

  private func typeset(_ formula: Formula) -> Typeset {
    if let result = known.withLock({ $0[formula] }) { return result }
    if let result = earlier[formula] {
      known.withLock { $0[formula] = result }
      return result
    }
    return engine.withLock { engine in
      // Another thread may have come to it while this one waited.
      if let result = known.withLock({ $0[formula] }) { return result }
      let result = typeset(formula, with: &engine)
      known.withLock { $0[formula] = result }
      return result
    }
  }

  private func typeset(_ formula: Formula, with engine: inout Engine) -> Typeset {
    guard formula.tex.utf8.count <= Self.longestFormula else {
      return .mistake(.tooLong(formula.tex.utf8.count, limit: Self.longestFormula))
    }
    if case .notStarted = engine {
      do throws(EngineFailure) {
        engine = .running(try TeXEngine(katex: katex))
      } catch {
        engine = .broken(error)
      }
    }
    switch engine {
    case .notStarted: preconditionFailure("the engine has just been started")
    case .broken(let failure): return .noEngine(failure)
    case .running(let running):
      let answer = running.typeset(formula.tex, display: formula.isDisplay, macros: macros)
      // A spent engine may have been stopped anywhere; the next formula gets a new one.
      if case .exhausted = answer { engine = .notStarted }
      return read(answer, of: formula.tex)
    }
  }

  private func read(_ answer: TeXEngine.Answer, of tex: String) -> Typeset {
    switch answer {
    case .exhausted: return .mistake(.tooMuch)
    case .untrusted(let command): return .mistake(.notTrusted(command, in: tex))
    case .mistake(let words, let place):
      let mistake = TeXMistake(katex: words, place: place, macros: macros.map(\.name))
      return .mistake(mistake.placed(in: tex))
    case .markup(let markup):
      do throws(TeXMistake) {
        return .mathML(try MathMLCleaner.clean(try MathMLParser.parse(markup)).markup)
      } catch {
        return .mistake(error.placed(in: tex))
      }
    }
  }

  private static func source(_ tex: String, isDisplay: Bool) -> String {
    let error = MathMLNode.element("merror", [.element("mtext", [.text(tex)])])
    let attributes = isDisplay ? [MathMLNode.Attribute(name: "display", value: "block")] : []
    return MathMLNode.element("math", attributes: attributes, [error]).markup
  }
}
