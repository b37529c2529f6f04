import Diagnostics

/// A lesson's text as a tree of plain values, each with its place in the file.
package struct Document: Hashable, Sendable {
  /// The file's path, relative to the course folder.
  package var path: String
  package var blocks: [Block]
  /// Footnotes in the order of their first reference; an `Inline.Kind.footnote` is an index here.
  package var footnotes: [[Block]]

  package init(path: String, blocks: [Block], footnotes: [[Block]] = []) {
    self.path = path
    self.blocks = blocks
    self.footnotes = footnotes
  }
}

package struct Block: Hashable, Sendable {
  // What is large and rare has a box of its own, so that paragraphs stay small.
  package enum Kind: Hashable, Sendable {
    case heading(Heading)
    case paragraph([Inline])
    case list(List)
    case quote([Block])
    indirect case code(CodeBlock)
    indirect case table(Table)
    indirect case math(MathBlock)
    indirect case directive(Directive)
    case definitionList([Definition])
    case html(String)
    case rule
  }

  package var kind: Kind
  package var span: Span

  package init(_ kind: Kind, span: Span) {
    self.kind = kind
    self.span = span
  }
}

package struct Heading: Hashable, Sendable {
  /// From 1 to 6.
  package var level: Int
  /// Unique in its document: written by the author as `{#id}` or made from the words.
  package var id: String
  package var content: [Inline]

  package init(level: Int, id: String, content: [Inline]) {
    self.level = level
    self.id = id
    self.content = content
  }
}

package struct List: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    /// `[x]` is true, `[ ]` is false, neither is nil.
    package var task: Bool?
    package var blocks: [Block]
    package var span: Span

    package init(task: Bool? = nil, blocks: [Block], span: Span) {
      self.task = task
      self.blocks = blocks
      self.span = span
    }
  }

  /// The first number of an ordered list, nil for bullets.
  package var start: Int?
  /// Items are shown without paragraphs of their own.
  package var isTight: Bool
  package var items: [Item]

  package init(start: Int?, isTight: Bool, items: [Item]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

package struct CodeBlock: Hashable, Sendable {
  /// The language of the blocks that run.
  package static let runningLanguage = "swift-rnn"

  /// The first word after the fence, as written; empty for none.
  package var language: String
  /// The rest of the line after the language, attributes left out.
  package var info: String
  package var text: String
  /// Where the first byte of `text` stands in the file: a block inside a list starts further right.
  package var textStart: SourcePosition
  /// What braces behind the language say: `{#lst-step title="One step" mark="2,4-6"}`.
  package var attributes = CodeAttributes()
  package var runs: Bool { language == Self.runningLanguage }

  package init(language: String, info: String, text: String, textStart: SourcePosition) {
    self.language = language
    self.info = info
    self.text = text
    self.textStart = textStart
  }
}

package struct Table: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable { case none, left, center, right }

  package var alignments: [Alignment]
  package var header: [[Inline]]
  package var rows: [[[Inline]]]
  /// The paragraph `: What it shows {#tbl-tasks}` below the table, without its mark.
  package var caption: [Inline]?
  package var id: String?

  package init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
}

/// `$$ … $$ {#eq-bptt}`.
package struct MathBlock: Hashable, Sendable {
  package var tex: String
  package var id: String?
  /// Where the first byte of `tex` stands in the file.
  package var texStart: SourcePosition

  package init(tex: String, id: String?, texStart: SourcePosition) {
    self.tex = tex
    self.id = id
    self.texStart = texStart
  }
}

/// `::: name {#id key=value} title … :::`, or `> [!NOTE]` as the directive `note`.
package struct Directive: Hashable, Sendable {
  package struct Attribute: Hashable, Sendable {
    package var key: String
    package var value: String
    package var span: Span

    package init(key: String, value: String, span: Span) {
      self.key = key
      self.value = value
      self.span = span
    }
  }

  package var name: String
  package var nameSpan: Span
  package var id: String?
  /// In the order they are written; a key given twice is a diagnostic of the parser.
  package var attributes: [Attribute]
  package var blocks: [Block]
  /// Its first line cannot be read or it has no end, which has been said: what it lacks is no news.
  var isBroken = false

  package init(
    name: String, nameSpan: Span, id: String?, attributes: [Attribute], blocks: [Block]
  ) {
    self.name = name
    self.nameSpan = nameSpan
    self.id = id
    self.attributes = attributes
    self.blocks = blocks
  }
}

package struct Inline: Hashable, Sendable {
  // What is large and rare has a box of its own, so that words stay small.
  package enum Kind: Hashable, Sendable {
    case text(String)
    case softBreak
    case lineBreak
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case code(String)
    case math(String)
    indirect case link(destination: String, title: String, [Inline])
    indirect case image(source: String, title: String, [Inline])
    case html(String)
    /// An index into the document's footnotes.
    case footnote(Int)
    /// `@fig-decay`: the label without the `@`.
    case reference(String)
    /// `[@hochreiter1997, p. 5]`: keys with what follows each.
    case citation([Citation])
    /// `` `{rnn} halfLife` ``: an expression over the names of the page's blocks.
    case binding(String)
  }

  package var kind: Kind
  package var span: Span

  package init(_ kind: Kind, span: Span) {
    self.kind = kind
    self.span = span
  }
}

package struct Citation: Hashable, Sendable {
  package var key: String
  /// What the author wrote after the key, such as `p. 5`.
  package var locator: String?
  /// `-@key`: the prose has named the authors already.
  package var isYearOnly: Bool

  package init(key: String, locator: String? = nil, isYearOnly: Bool = false) {
    self.key = key
    self.locator = locator
    self.isYearOnly = isYearOnly
  }
}
