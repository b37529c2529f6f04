import Diagnostics

/// What is wrong in a formula, in our words, and which of its letters it is about.
struct TeXMistake: Error, Hashable {
  var message: String
  var hint: String?
  /// UTF-16 units of the formula; nil when it is about the whole.
  var place: Range<Int>?

  static func tooLong(_ count: Int, limit: Int) -> TeXMistake {
    TeXMistake(
      message: "this formula has \(count) bytes, and \(limit) is the most",
      hint: "Divide it into several formulas.")
  }

  /// It met a limit of memory, work or depth while it was read.
  static let tooMuch = TeXMistake(
    message: "this formula is too much work",
    hint: "Look for a macro that multiplies itself and for groups nested in groups.")

  static let tooDeep = TeXMistake(
    message: "this formula is nested more than \(MathMLParser.deepestNesting) deep",
    hint: "Browsers do not show what is nested deeper; divide the formula.")

  static let noLineBreak = TeXMistake(
    message: #"'\\' breaks no line here"#,
    hint: #"Put the lines between '\begin{aligned}' and '\end{aligned}'."#)

  static func notTrusted(_ command: String, in tex: String) -> TeXMistake {
    TeXMistake(
      message: "'\(command)' has no place in a formula",
      hint: "Links, images and HTML are written in Markdown, outside of the formula.",
      place: Self.place(of: command, in: tex))
  }

  /// KaTeX has answered with something that is no MathML.
  static let unreadable = TeXMistake(message: "KaTeX made nothing of this formula")
}

// MARK: - Words

extension TeXMistake {
  /// - Parameters:
  ///   - words: the message of KaTeX's error, without its position.
  ///   - macros: the course's own commands.
  init(katex words: String, place: Range<Int>?, macros: [String]) {
    self.init(message: "", hint: nil, place: place)
    (message, hint) = Self.known(words, macros: macros) ?? (Self.plain(words), nil)
    if place == nil, hint == nil, !macros.isEmpty {
      hint = "It may be in a macro that the formula uses."
    }
    if hint == nil, message.hasPrefix("there is no command") {
      hint = #"A course's own is one of 'macros' in course.yml; a word is '\text{…}'."#
    }
  }

  private static func known(
    _ words: String, macros: [String]
  ) -> (message: String, hint: String?)? {
    if let name = rest(of: words, after: "Undefined control sequence: ") {
      return (
        "there is no command '\(name)'",
        foreign[name] ?? didYouMean(name, among: macros + TeXNames.commands)
      )
    }
    if let name = rest(of: words, after: "No such environment: ") {
      return (
        "there is no environment '\(name)'",
        didYouMean(name, among: TeXNames.environments)
          ?? "Lines under each other are 'aligned', a bracketed table is 'bmatrix'."
      )
    }
    if let match = words.wholeMatch(of: /Expected '(.+)', got '(.+)'/) {
      return expected(String(match.1), got: String(match.2))
    }
    if let match = words.wholeMatch(of: /Expected group (after|as argument to) '(.+)'/) {
      return match.1 == "after"
        ? (
          "nothing stands after '\(match.2)'",
          "Put what belongs to it into braces: '\(match.2){…}'."
        )
        : ("'\(match.2)' lacks an argument", "Put it into braces: '{…}'.")
    }
    if let match = words.wholeMatch(of: /Can't use function '(.+)' in (math|text) mode/) {
      return match.2 == "text"
        ? ("'\(match.1)' has no place in text", "Close the text before it.")
        : ("'\(match.1)' is for text only", #"Put it into '\text{…}'."#)
    }
    if let match = words.wholeMatch(of: /Mismatch: \\begin\{(.*)\} matched by \\end\{(.*)\}/) {
      return (
        #"'\begin{\#(match.1)}' is closed by '\end{\#(match.2)}'"#,
        #"Close it with '\end{\#(match.1)}'."#
      )
    }
    if words.hasPrefix("Too many expansions") {
      return ("a macro is expanded more than a thousand times", "Does it use itself?")
    }
    return fixed[words]
  }

  private static func expected(
    _ wanted: String, got found: String
  ) -> (message: String, hint: String?) {
    switch (wanted, found) {
    case ("EOF", "}"): ("this '}' closes nothing", #"For the letter itself write '\}'."#)
    case ("EOF", "&"): ("'&' has no place outside of a table", #"For the letter write '\&'."#)
    case ("EOF", _): ("'\(found)' has no place here", nil)
    case ("}", "EOF"): Self.openBrace
    case ("\\right", _):
      (
        #"'\left' is not closed by '\right'"#, #"Without a bracket of its own that is '\right.'."#
      )
    case (_, "EOF"): ("'\(wanted)' is missing at the end", nil)
    default: ("'\(wanted)' is missing before '\(found)'", nil)
    }
  }

  private static let openBrace = (
    message: "a '{' is not closed", hint: #"Close it with '}'; for the letter itself write '\{'."#
  )

  /// What LaTeX does and Markdown does otherwise.
  private static let foreign = [
    #"\label"#: "An id stands behind the formula: '$$ {#eq-…}'.",
    #"\ref"#: "Refer to it outside of the formula: '@eq-…'.",
    #"\eqref"#: "Refer to it outside of the formula: '@eq-…'.",
    #"\cite"#: "Cite it outside of the formula: '[@…]'.",
    #"\nonumber"#: "A formula has a number when it has an id.",
    #"\notag"#: "A formula has a number when it has an id.",
    #"\intertext"#: "Divide it into two formulas.",
    #"\SI"#: #"Write the unit as '\,\mathrm{…}'."#,
    #"\si"#: #"Write the unit as '\,\mathrm{…}'."#,
  ]

  private static let fixed: [String: (message: String, hint: String?)] = [
    "Double superscript": ("a second superscript on one letter", "Use braces: '{a^b}^c'."),
    "Double subscript": ("a second subscript on one letter", "Use braces: '{a_b}_c'."),
    "Unexpected end of input in a macro argument, expected '}'": openBrace,
    #"Expected & or \\ or \cr or \end"#: (
      "an environment is not closed", #"Close it with '\end{…}'."#
    ),
    "Limit controls must follow a math operator": (
      #"'\limits' stands behind no operator"#, #"Write it behind '\sum' or '\operatorname*{…}'."#
    ),
    "Multiple \\tag": (#"a formula has one '\tag'"#, "Take the others out."),
    "\\tag works only in display equations": (
      #"'\tag' works in displayed formulas only"#, "Write '$$' on lines of their own."
    ),
  ]

  /// KaTeX's own words in our form: lower case, no full stop.
  private static func plain(_ words: String) -> String {
    var words = words.replacing(/[.\s]+$/, with: "")
    if let first = words.first, words.dropFirst().first?.isUppercase != true {
      words = first.lowercased() + words.dropFirst()
    }
    return "this formula cannot be read: \(words)"
  }

  private static func rest(of words: String, after start: String) -> String? {
    words.hasPrefix(start) ? String(words.dropFirst(start.count)) : nil
  }
}

// MARK: - Place

extension TeXMistake {
  /// The same, pointing at the line break that it is about.
  func placed(in tex: String) -> TeXMistake {
    var result = self
    if message == "a '{' is not closed", Self.bracesArePaired(tex) {
      // It is an argument that KaTeX looks for, and not the end of one.
      result.message = "the last command lacks an argument"
      result.hint = "Put it into braces: '{…}'."
    }
    guard self == .noLineBreak else { return result }
    result.place = Self.place(of: #"\\"#, in: tex)
    return result
  }

  private static func bracesArePaired(_ tex: String) -> Bool {
    let letters = tex.replacing(#"\\"#, with: "").replacing(#"\{"#, with: "").replacing(
      #"\}"#, with: "")
    return letters.count { $0 == "{" } == letters.count { $0 == "}" }
  }

  private static func place(of text: String, in tex: String) -> Range<Int>? {
    guard let found = tex.firstRange(of: text) else { return nil }
    let start = tex.utf16.distance(from: tex.startIndex, to: found.lowerBound)
    return start..<(start + text.utf16.count)
  }

  /// Where it is in the lesson, for a formula whose text begins where `span` does.
  func span(in tex: String, at span: Span, isDisplay: Bool) -> Span {
    guard let place else { return span }
    // To KaTeX the spaces behind a command belong to it.
    let units = Array(tex.utf16)[place.clamped(to: 0..<tex.utf16.count)]
    let mark = units.lastIndex { $0 > 0x20 }.map { place.lowerBound..<($0 + 1) } ?? place
    let start = position(of: mark.lowerBound, in: tex, at: span, isDisplay: isDisplay)
    let end = position(of: mark.upperBound, in: tex, at: span, isDisplay: isDisplay)
    return Span(path: span.path, start: start, end: end)
  }

  private func position(
    of unit: Int, in tex: String, at span: Span, isDisplay: Bool
  ) -> SourcePosition {
    let units = tex.utf16
    let index = units.index(units.startIndex, offsetBy: min(unit, units.count))
    let before = tex.utf8[..<index]
    guard let lineEnd = before.lastIndex(of: UInt8(ascii: "\n")) else {
      return SourcePosition(line: span.start.line, column: span.start.column + before.count)
    }
    let lines = before.count { $0 == UInt8(ascii: "\n") }
    let column = tex.utf8.distance(from: lineEnd, to: index)
    return SourcePosition(
      line: span.start.line + lines, column: column + (isDisplay ? span.start.column - 1 : 0))
  }
}
