import Diagnostics
import Fingerprinting
import Markup

/// The course's terms, and where in a text they are meant.
struct Glossary: Sendable {
  struct Term: Sendable {
    var id: String
    var title: String
    /// Other words for the same thing.
    var aliases: [String]
    var definition: Definition
    var page: SitePath
    /// Files that the definition leads to: they explain the term, so there it needs no link.
    let taughtIn: Set<String>

    init(_ definition: Definition, page: SitePath) {
      title = plainText(of: definition.term)
      id = Glossary.id(of: definition)
      let listed = definition.attributes.first { $0.key == "aliases" }?.value ?? ""
      aliases = listed.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
      self.definition = definition
      self.page = page
      taughtIn = Self.filesLinked(by: definition, on: page)
    }

    private static func filesLinked(by definition: Definition, on page: SitePath) -> Set<String> {
      var files: Set<String> = []
      for meaning in definition.meanings {
        meaning.forEachPart { part in
          guard case .inline(let inline) = part,
            case .link(let destination, _, _) = inline.kind,
            let link = LessonOutline.Link(destination, from: page)
          else { return }
          files.insert(link.file)
        }
      }
      return files
    }
  }

  static func id(of definition: Definition) -> String {
    definition.id ?? "term-\(slug(of: plainText(of: definition.term)))"
  }

  private(set) var terms: [Term] = []
  /// The phrases that begin with a word, longest first: their words and the term's index.
  private var phrases: [String: [(words: [String], term: Int)]] = [:]

  /// Adds a term; a name that stands for another one already is a mistake.
  mutating func add(_ term: Term) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for attribute in term.definition.attributes where attribute.key != "aliases" {
      diagnostics.append(
        .error(
          "a term has no attribute '\(attribute.key)'", at: attribute.span,
          hint: "it has aliases"))
    }
    let number = terms.count
    for name in [term.title] + term.aliases {
      let words = Word.all(in: name).map(\.folded)
      guard let first = words.first else { continue }
      let known = phrases[first, default: []].first { $0.words == words }
      if let known, known.term != number {
        let owner = terms[known.term].definition.span
        diagnostics.append(
          .error(
            "'\(name)' is also a name of the term '\(terms[known.term].title)'",
            at: term.definition.span, hint: "that one is at \(owner.path):\(owner.start.line)"))
        // A second term of one name is no term of its own, so that nobody misses its uses.
        if name == term.title { return diagnostics }
      } else if known == nil {
        phrases[first, default: []].append((words, number))
        phrases[first]?.sort { $0.words.count > $1.words.count }
      }
    }
    terms.append(term)
    return diagnostics
  }

  /// Of all names: with the same ones, the same texts mean the same terms.
  var fingerprint: Fingerprint {
    var builder = Fingerprint.Builder()
    for term in terms {
      builder.add("term", term.title)
      for alias in term.aliases { builder.add("alias", alias) }
    }
    return builder.finish()
  }

  /// The terms in `text`, whole words only, the longest phrase first, in order.
  func mentions(in text: String) -> [(range: Range<String.Index>, term: Int)] {
    guard !phrases.isEmpty else { return [] }
    let words = Word.all(in: text)
    var mentions: [(Range<String.Index>, Int)] = []
    var index = 0
    while index < words.count {
      let candidates = phrases[words[index].folded] ?? []
      let match = candidates.first { candidate in
        candidate.words.count <= words.count - index
          && zip(candidate.words, words[index...]).allSatisfy { $0 == $1.folded }
      }
      if let match {
        let end = words[index + match.words.count - 1].range.upperBound
        mentions.append((words[index].range.lowerBound..<end, match.term))
        index += match.words.count
      } else {
        index += 1
      }
    }
    return mentions
  }
}

extension Glossary {
  /// The numbers of the terms that a lesson uses, in order; the glossary itself uses none.
  func terms(in lesson: Lesson) -> [Int] {
    guard lesson.frontMatter.kind != .glossary, !terms.isEmpty else { return [] }
    var used: Set<Int> = []
    for block in lesson.document.blocks {
      block.forEachPart { part in
        guard case .inline(let inline) = part, case .text(let text) = inline.kind else { return }
        used.formUnion(mentions(in: text).map(\.term))
      }
    }
    return used.sorted()
  }
}

/// A word of a text: letters, digits and the dashes and underscores inside.
private struct Word {
  var range: Range<String.Index>
  var folded: String

  static func all(in text: String) -> [Word] {
    // Letter by letter a text is read ten times as fast when each is a byte.
    text.utf8.allSatisfy { $0 < 0x80 }
      ? all(in: text, text.utf8, where: isWord) : all(in: text, text, where: isWord)
  }

  private static func all<Letters: Collection>(
    in text: String, _ letters: Letters, where isWord: (Letters.Element) -> Bool
  ) -> [Word] where Letters.Index == String.Index {
    var words: [Word] = []
    var rest = letters.startIndex
    while let start = letters[rest...].firstIndex(where: isWord) {
      rest = letters[start...].firstIndex { !isWord($0) } ?? letters.endIndex
      words.append(Word(range: start..<rest, folded: text[start..<rest].lowercased()))
    }
    return words
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "_-’'".contains(character)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "'"): true
    default: false
    }
  }
}

extension Substring {
  /// Without the spaces at both ends.
  var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
