import Diagnostics
import Fingerprinting
import Lab
import Markup

extension LessonOutline {
  /// - Parameters:
  ///   - document: the lesson's, without its title.
  ///   - folder: what stands before a file's path in the content folder, as diagnostics name it.
  init(_ lesson: ParsedLesson, plainTitle: String, _ document: Document, folder: String) {
    self.init(frontMatter: lesson.frontMatter, plainTitle: plainTitle)
    includesOthers = lesson.includesOthers
    sections = document.contents(levels: 2...2).map {
      Section(id: $0.heading.id, title: plainText(of: $0.heading.content))
    }
    for block in document.blocks { block.forEachPart { note($0, folder, isInText: true) } }
    for block in document.footnotes.joined() {
      block.forEachPart { note($0, folder, isInText: false) }
    }
  }

  /// - Parameter isInText: a footnote may ask for others, but is not asked for itself.
  private mutating func note(_ part: DocumentPart, _ folder: String, isInText: Bool) {
    switch part {
    case .block(let block):
      if isInText { note(block) }
      if case .math = block.kind { firstFormula = firstFormula ?? block.span }
      if case .code(let code) = block.kind, code.language == LessonPage.language { runs = true }
    case .inline(let inline):
      switch inline.kind {
      case .math: firstFormula = firstFormula ?? inline.span
      case .binding: runs = true
      case .link(let destination, _, _):
        let source = SitePath(String(inline.span.path.dropFirst(folder.count)))
        if let link = Link(destination, from: source) { links.append(link) }
      default: break
      }
    }
  }

  private mutating func note(_ block: Block) {
    switch block.kind {
    case .heading(let heading): note(heading, block.span)
    case .math(let math): label(.equation, math.id, "", block.span)
    case .code(let code) where code.language == LessonPage.language: entries.append(.block)
    case .code(let code):
      label(.listing, code.attributes.id, code.attributes.title ?? "", block.span)
    case .table(let table): label(.table, table.id, plainText(of: table.caption ?? []), block.span)
    case .directive(let directive): note(directive, block.span)
    case .definitionList(let definitions) where frontMatter.kind == .glossary:
      for definition in definitions { entries.append(.anchor(Glossary.id(of: definition))) }
    default: break
    }
  }

  private mutating func note(_ heading: Heading, _ span: Span) {
    if heading.id.hasPrefix("sec-") {
      label(.section, heading.id, plainText(of: heading.content), span)
    } else {
      entries.append(.anchor(heading.id))
    }
  }

  private mutating func label(
    _ kind: LabelKind, _ id: String?, _ title: String, _ span: Span
  ) {
    guard let id else { return }
    entries.append(.label(kind, id: id, title: title, span))
  }

  private mutating func note(_ directive: Directive, _ span: Span) {
    if directive.name == "live" { hasLive = true }
    if let id = directive.id { entries.append(.anchor(id)) }
    // What is wrong with a component is said where it is rendered.
    switch Component.reading(directive).value {
    case .quiz(let quiz):
      entries.append(
        .check(
          Check(id: quiz.id, title: quiz.title ?? quiz.id, hash: quiz.answersHash, span: span)))
    case .steps(let steps):
      entries += steps.stages.indices.map { .anchor("stage-\($0 + 1)") }
    default: break
    }
  }
}

extension LessonOutline.Link {
  /// Nil for a link to another site, to the same page, or out of the course.
  init?(_ destination: String, from source: SitePath) {
    let (path, anchor) = split(destination)
    guard !isOutside(destination), !path.isEmpty,
      let target = source.resolving(percentDecoded(path))
    else { return nil }
    self.init(file: target.text, anchor: anchor.isEmpty ? nil : percentDecoded(anchor))
  }
}

extension Quiz {
  /// What is asked and what can be answered; feedback may be reworded without losing progress.
  fileprivate var answersHash: String {
    var builder = Fingerprint.Builder()
    builder.add("question", words(of: question))
    for choice in choices {
      builder.add(choice.isRight ? "right" : "wrong", words(of: choice.blocks))
    }
    return builder.finish().short
  }
}

private func words(of blocks: [Block]) -> String {
  var text = ""
  for block in blocks {
    block.forEachPart { part in
      guard case .inline(let inline) = part else { return }
      switch inline.kind {
      case .text(let words), .code(let words), .math(let words), .binding(let words):
        text += words
      default: break
      }
    }
  }
  return text
}
