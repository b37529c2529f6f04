/// Code as HTML, each word with a class for its kind: no script runs in the reader's browser.
package enum Highlighter {
  /// The names that a listing may have behind its fence, apart from Swift's.
  package static var languages: [String] {
    (Array(rules.keys) + Array(lexers.keys) + plain).sorted()
  }

  /// Listings without colours on purpose.
  private static let plain = ["ebnf", "plain", "text", "txt"]

  /// The words of `code`, in order; nil when the language is not known.
  package static func tokens(of code: String, language: String) -> [Token]? {
    let name = language.lowercased()
    let bytes = Array(code.utf8)
    if let lexer = lexers[name] { return lexer(bytes) }
    if let rules = rules[name] { return CodeLexer(bytes, rules).tokens() }
    return plain.contains(name) ? [] : nil
  }

  /// Code in a language that we know, or as it is.
  ///
  /// - Parameter marked: lines to emphasise, from 1.
  package static func html(
    _ code: String, language: String, marked: [ClosedRange<Int>] = []
  ) -> String {
    html(code, tokens: tokens(of: code, language: language) ?? [], marked: marked)
  }

  /// Code with words that something else has found; they do not overlap, and are in order.
  package static func html(
    _ code: String, tokens: [Token], marked: [ClosedRange<Int>] = []
  ) -> String {
    var writer = TokenWriter(Array(code.utf8))
    writer.write(tokens, marked: marked)
    return writer.html
  }

  private static let lexers: [String: @Sendable ([UInt8]) -> [Token]] = [
    "console": ConsoleLexer.tokens, "shell-session": ConsoleLexer.tokens,
    "diff": DiffLexer.tokens, "patch": DiffLexer.tokens,
    "html": MarkupLexer.tokens, "svg": MarkupLexer.tokens, "xml": MarkupLexer.tokens,
    "markdown": MarkdownLexer.tokens, "md": MarkdownLexer.tokens,
    "yaml": YAMLLexer.tokens, "yml": YAMLLexer.tokens,
  ]

  private static let rules: [String: LanguageRules] = [
    "bash": .shell, "sh": .shell, "shell": .shell, "zsh": .shell,
    "bibtex": .bibTeX, "bib": .bibTeX,
    "c": .c, "h": .c, "c++": .cPlusPlus, "cpp": .cPlusPlus,
    "css": .css,
    "javascript": .javaScript, "js": .javaScript, "ts": .javaScript, "typescript": .javaScript,
    "json": .json, "jsonc": .json,
    "makefile": .make, "make": .make,
    "py": .python, "python": .python,
    "rust": .rust, "rs": .rust,
    "tex": .tex, "latex": .tex,
    "toml": .toml, "ini": .toml,
  ]
}
