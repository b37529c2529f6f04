import CCMarkGFM
import Diagnostics

extension TreeReader {
  /// Where the first line of code begins in its line: all before it is indent and marks of quotes.
  func column(of code: String, inLine line: Int) -> Int? {
    let length = code.utf8.prefix { $0 != 0x0A && $0 != 0x0D }.count
    let whole = lines.range(ofLine: line).count
    return length > 0 && length <= whole ? whole - length + 1 : nil
  }

  mutating func readMath(_ node: Node, _ span: Span) -> Block {
    var id: String?
    if let end = cmark_node_last_child(node), cmark_node_get_type(end) == types.fenceEnd {
      let rest = text(cmark_node_get_string_content(end))
      if !rest.isEmpty {
        let line = self.span(of: end).start.line
        let start = SourcePosition(
          line: line, column: lines.trimmedCount(ofLine: line) - rest.utf8.count + 1)
        id = readFormulaID(rest, at: start)
      }
    } else {
      report("this formula has no end", at: span, hint: "close it with a line '$$'")
    }
    let tex = MathExtension.text(of: node)
    if tex.allSatisfy(\.isWhitespace) {
      report("this formula is empty", at: span, hint: "write it between the two '$$'")
    }
    var start = span.start
    if let column = column(of: tex, inLine: start.line + 1), tex.contains("\n") {
      start = SourcePosition(line: start.line + 1, column: column)
    } else {
      start.column += 2
      while lines.byte(at: start) == 0x20 { start.column += 1 }
    }
    return Block(.math(MathBlock(tex: tex, id: id, texStart: start)), span: span)
  }

  private mutating func readFormulaID(_ text: String, at start: SourcePosition) -> String? {
    let place = Span(path: path, line: start.line, column: start.column, length: text.utf8.count)
    guard text.hasPrefix("{") else {
      report(
        "behind '$$' there is nothing but '{#eq-id}'", at: place,
        hint: text.hasPrefix("#")
          ? "write '$$ {\(text)}'" : "what is said about the formula stands below it")
      return nil
    }
    let attributes = AttributeText.parse(text, path: path, start: start)
    diagnostics += attributes.diagnostics
    for attribute in attributes.value.attributes {
      report(
        "a formula has no attribute '\(attribute.key)'", at: attribute.span,
        hint: "it has an id: '$$ {#eq-…}'")
    }
    return attributes.value.id
  }

  mutating func readHTML(_ node: Node, _ span: Span) -> Block {
    let html = text(cmark_node_get_literal(node))
    if html.drop(while: \.isWhitespace).hasPrefix("<!--"), !html.contains("-->") {
      report(
        "this comment has no end, and hides all that is below", at: span,
        hint: "close it with '-->'")
    }
    // HTML goes on to the next blank line, and takes the fences before it along.
    for (offset, line) in html.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where line.drop(while: { $0 == " " }).hasPrefix(":::") {
      report(
        "this ':::' is part of the HTML above it",
        at: Span(path: path, line: span.start.line + offset, column: 1, length: line.utf8.count),
        hint: "leave a blank line between the two")
    }
    return Block(.html(html), span: span)
  }

  mutating func readDirective(_ node: Node, _ span: Span) -> Block {
    let info = text(cmark_node_get_string_content(node))
    let last = cmark_node_last_child(node)
    let isClosed = last.map { cmark_node_get_type($0) == types.fenceEnd } == true
    if !isClosed {
      let name = info.prefix { $0 != " " && $0 != "{" }
      report(
        "the directive '\(name)' is never closed", at: span, hint: "close it with a line ':::'")
    }
    let head = DirectiveHead.parse(
      info, path: path,
      start: SourcePosition(
        line: span.start.line,
        column: lines.trimmedCount(ofLine: span.start.line) - info.utf8.count + 1))
    diagnostics += head.diagnostics
    var directive = head.value
    if !isClosed {
      directive.isBroken = true
      openDirectives += 1
    }
    directive.blocks = readBlocks(in: node)
    return Block(.directive(directive), span: span)
  }

  /// A line of colons that is only text closes nothing and opens nothing: it was meant to.
  mutating func reportStrayFences(in content: [Inline]) {
    var isLineStart = true
    for inline in content {
      if isLineStart, case .text(let text) = inline.kind, text.hasPrefix("::"),
        // Not behind a backslash.
        lines.byte(at: inline.span.start) == UInt8(ascii: ":")
      {
        reportStrayFence(text, at: inline.span)
      }
      isLineStart = inline.kind == .softBreak || inline.kind == .lineBreak
    }
  }

  private mutating func reportStrayFence(_ text: String, at span: Span) {
    let name = text.drop { $0 == ":" }.drop { $0 == " " }
    if !text.hasPrefix(":::") {
      let word = String(name.prefix { $0.isLetter || $0 == "-" })
      guard (Component.names + ["tab", "hint", "solution"]).contains(word) else { return }
      report("a directive begins with three colons", at: span, hint: "write '::: \(name)'")
    } else if name.isEmpty, openDirectives > 0 {
      // It was meant to close the one that was not closed, from outside of its list or quote.
      openDirectives -= 1
    } else if name.isEmpty {
      report(
        "there is no open directive that this ':::' could close", at: span,
        hint: "take it out, or open one with a name: '::: note'")
    } else if name.utf8.first.map(DirectiveExtension.beginsName) == true {
      report(
        "directives are nested deeper than \(DirectiveExtension.deepestNesting) levels", at: span,
        hint: "close those above with a line ':::' each")
    } else {
      report(
        "a directive's name begins with a letter", at: span,
        hint: "write ::: name, or '\\:::' if this is no directive")
    }
  }
}
