import Diagnostics
import Figures
import Lab
import Markup

extension PageRenderer {
  /// More rows than these are for the CSV file, not for a page.
  private static let shownRows = 12

  func code(_ code: CodeBlock, at span: Span) -> String {
    guard code.language == LessonPage.language else { return listing(code) }
    guard let run = runs[Span(path: span.path, start: code.textStart, end: code.textStart)] else {
      return ""
    }
    return html(run)
  }

  private func listing(_ code: CodeBlock) -> String {
    let attributes = code.attributes
    let number = attributes.id.flatMap { site.index.labels[$0]?.number }
    let label = number.map { "\(site.word("listing")) \($0)" }
    let title = [label, attributes.title].compactMap { $0 }.joined(separator: ". ")
    return fill(
      "code",
      CodeModel(
        id: attributes.id, title: title.isEmpty ? nil : title,
        language: code.language.isEmpty ? nil : code.language,
        html: site.html(
          of: Listing(text: code.text, language: code.language, marked: attributes.marked)),
        label: label ?? "\(site.word("listing")) \(count("listing"))"))
  }

  /// What a block shows: its program, its figures, what it printed.
  private func html(_ run: BlockRun) -> String {
    let options = run.options
    let program = site.html(of: Listing(text: run.block.program, language: "swift"))
    var html = ""
    if options.echo {
      html += fill(
        "code",
        CodeModel(
          language: "swift", html: program, label: "\(site.word("listing")) \(count("listing"))",
          isFolded: options.fold))
    }
    for label in run.figureLabels {
      if let illustration = site.illustrations[label] {
        html += self.html(illustration, of: run, program: program)
      }
    }
    if !run.printed.isEmpty {
      html += fill("output", OutputModel(text: run.printed, label: site.word("output")))
    }
    for error in run.shownErrors {
      let text = [error.description, error.hint.map { "hint: \($0)" }].compactMap { $0 }
      html += fill(
        "diagnostic",
        OutputModel(text: text.joined(separator: "\n"), label: site.word("diagnostic")))
    }
    return html
  }

  private func html(_ figure: Illustration, of run: BlockRun, program: String) -> String {
    let target = site.index.labels[figure.label]
    return fill(
      "figure",
      FigureModel(
        id: figure.label, number: target?.number,
        page: picture(figure.page), phone: picture(figure.phone),
        alternativeText: run.options.alt ?? figure.alternativeText,
        isEager: count("figure") == 1, caption: caption(of: run),
        description: figure.longDescription, table: table(figure.dataTable),
        csv: SitePath(figure.table.path).link(from: page),
        made: FigureModel.Made(code: program, key: figure.key, seed: run.seed),
        state: lesson.frontMatter.kind == .entry ? "✓ \(escapedHTML(site.word("verified")))" : nil))
  }

  private func picture(_ pair: Illustration.Pair) -> FigureModel.Picture {
    FigureModel.Picture(
      light: SitePath(pair.light.path).link(from: page),
      dark: SitePath(pair.dark.path).link(from: page), width: pair.width, height: pair.height)
  }

  /// A caption is a line of Markdown of its own, at its own place in the file.
  private func caption(of run: BlockRun) -> String? {
    guard let caption = run.options.caption, let place = run.options.captionSpan else { return nil }
    let document = parseDocument(path: lesson.name, text: caption, isSmart: true)
    guard case .paragraph(let content)? = document.value.blocks.first?.kind else {
      return escapedHTML(caption)
    }
    add(document.diagnostics.map { $0.moved(to: place) })
    let moved = content.moved(to: place)
    moved.forEachPart { part in
      guard case .inline(let inline) = part, case .binding = inline.kind else { return }
      report(
        "a caption has no values of the run", at: inline.span,
        hint: "write the sentence with the value below the block")
    }
    return html(moved, isPlain: true)
  }

  private func table(_ data: DataTable) -> FigureModel.Table? {
    guard !data.rows.isEmpty else { return nil }
    let rows = data.rows.prefix(Self.shownRows).map { row in
      FigureModel.Row(
        cells: row.map { cell in
          if case .number = cell { return FigureModel.Cell(text: cell.text, isNumber: true) }
          return FigureModel.Cell(text: cell.text, isNumber: false)
        })
    }
    // A heading stands over its numbers.
    let columns = data.columns.enumerated().map { place, name in
      FigureModel.Cell(
        text: name,
        isNumber: rows.allSatisfy { $0.cells.indices.contains(place) && $0.cells[place].isNumber })
    }
    return FigureModel.Table(
      columns: columns, rows: rows, more: max(0, data.rows.count - Self.shownRows))
  }

  // MARK: - Formulas, tables, terms

  func math(_ tex: String, at span: Span) -> String {
    typeset(tex, isDisplay: false, at: span)
  }

  func mathBlock(_ math: MathBlock, at span: Span) -> String {
    let target = math.id.flatMap { site.index.labels[$0] }
    let name = target?.number.map { "\(site.word("equation")) \($0)" }
    let start = Span(path: span.path, start: math.texStart, end: math.texStart)
    return fill(
      "equation",
      EquationModel(
        id: math.id, number: target?.number,
        mathML: typeset(math.tex, isDisplay: true, at: start),
        label: name ?? "\(site.word("formula")) \(count("formula"))"))
  }

  private func typeset(_ tex: String, isDisplay: Bool, at span: Span) -> String {
    guard let mathematics = site.mathematics else {
      // Said once for the course, where the tool is looked for.
      return "<code class=\"tex\">\(escapedHTML(tex))</code>"
    }
    let result = mathematics.mathML(tex, display: isDisplay, at: span)
    add(result.diagnostics)
    return result.value
  }

  func table(_ html: String, at span: Span) -> String {
    fill("table", TableModel(label: "\(site.word("table")) \(count("table"))", table: inner(html)))
  }

  func table(_ html: String, of table: Table, at span: Span) -> String {
    guard let caption = table.caption else { return self.table(html, at: span) }
    let number = table.id.flatMap { site.index.labels[$0]?.number }
    return fill(
      "table",
      TableModel(
        id: table.id, number: number, caption: self.html(caption),
        label: "\(site.word("table")) \(number ?? count("table"))", table: inner(html)))
  }

  /// The rows without the element around them: the template has its own.
  private func inner(_ table: String) -> String {
    let (start, end) = ("<table>\n", "</table>\n")
    guard table.hasPrefix(start), table.hasSuffix(end) else { return table }
    return String(table.dropFirst(start.utf8.count).dropLast(end.utf8.count))
  }

  func definitionList(_ definitions: [Definition], at span: Span) -> String {
    let glossary = site.index.glossary
    let terms = definitions.map { definition -> GlossaryModel.Term in
      let title = plainText(of: definition.term)
      let number = glossary.terms.firstIndex { $0.definition.span == definition.span }
      let uses = number.flatMap { site.index.usesOfTerm[$0] } ?? []
      return GlossaryModel.Term(
        id: number.map { glossary.terms[$0].id } ?? definition.id ?? slug(of: title),
        title: title,
        aliases: number.flatMap { TextsModel(glossary.terms[$0].aliases) },
        definition: definition.meanings.map { "<p>\(html($0))</p>" }.joined(),
        usedIn: LinksModel(
          uses.map { use in
            let lesson = site.course.lessons[use]
            return LinkModel(title: lesson.plainTitle, href: lesson.path.link(from: page))
          }))
    }
    return fill("glossary", GlossaryModel(terms: terms))
  }
}

extension [Inline] {
  /// The same content as if it began at `place`: text from an option line points back to it.
  fileprivate func moved(to place: Span) -> [Inline] {
    map { inline in
      var moved = inline
      moved.span = Span(
        path: place.path, line: place.start.line,
        column: place.start.column + inline.span.start.column - 1,
        length: Swift.max(0, inline.span.end.column - inline.span.start.column))
      switch inline.kind {
      case .emphasis(let content): moved.kind = .emphasis(content.moved(to: place))
      case .strong(let content): moved.kind = .strong(content.moved(to: place))
      case .strikethrough(let content): moved.kind = .strikethrough(content.moved(to: place))
      case .link(let destination, let title, let content):
        moved.kind = .link(destination: destination, title: title, content.moved(to: place))
      default: break
      }
      return moved
    }
  }
}

extension Diagnostic {
  /// The same about a line of text that stands at `place` in its file.
  fileprivate func moved(to place: Span) -> Diagnostic {
    var moved = self
    moved.span = span.map { span in
      Span(
        path: place.path, line: place.start.line,
        column: place.start.column + span.start.column - 1,
        length: Swift.max(0, span.end.column - span.start.column))
    }
    return moved
  }
}
