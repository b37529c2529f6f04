import Diagnostics
import Markup

extension ArchiveWriter {
  mutating func add(_ outline: LessonOutline) {
    add(outline.frontMatter)
    add(outline.plainTitle)
    add(outline.entries) { $0.add($1) }
    add(outline.sections) { archive, section in
      archive.add(section.id)
      archive.add(section.title)
    }
    add(outline.links) { archive, link in
      archive.add(link.file)
      archive.add(link.anchor)
    }
    add(outline.firstFormula.map { [$0] } ?? []) { $0.add($1) }
    add(outline.hasLive ? 1 : 0)
    add(outline.runs ? 1 : 0)
  }

  mutating func add(_ matter: FrontMatter) {
    for text in [
      matter.title, matter.description, matter.status, matter.language, matter.date?.text,
      matter.updated?.text,
    ] { add(text) }
    for texts in [matter.authors, matter.tags] { add(texts) { $0.add($1) } }
    for texts in [matter.aliases, matter.requires] {
      add(texts) { archive, text in
        archive.add(text.value)
        archive.add(text.span)
      }
    }
    add(matter.kind.rawValue)
    add(matter.isDraft ? 1 : 0)
    add(matter.placedLayer.map { [$0] } ?? []) { archive, layer in
      archive.add(layer.value)
      archive.add(layer.span)
    }
  }

  private mutating func add(_ entry: LessonOutline.Entry) {
    switch entry {
    case .block: add(0)
    case .anchor(let id):
      add(1)
      add(id)
    case .label(let kind, let id, let title, let span):
      add(2)
      for text in [kind.rawValue, id, title] { add(text) }
      add(span)
    case .check(let check):
      add(3)
      for text in [check.id, check.title, check.hash] { add(text) }
      add(check.span)
    }
  }
}

extension ArchiveReader {
  mutating func outline() throws(Damaged) -> LessonOutline {
    var outline = LessonOutline(frontMatter: try frontMatter(), plainTitle: try text())
    outline.entries = try list { archive throws(Damaged) in try archive.entry() }
    outline.sections = try list { archive throws(Damaged) in
      LessonOutline.Section(id: try archive.text(), title: try archive.text())
    }
    outline.links = try list { archive throws(Damaged) in
      LessonOutline.Link(file: try archive.text(), anchor: try archive.optionalText())
    }
    outline.firstFormula = try list { archive throws(Damaged) in try archive.span() }.first
    outline.hasLive = try number() == 1
    outline.runs = try number() == 1
    return outline
  }

  private mutating func frontMatter() throws(Damaged) -> FrontMatter {
    var matter = FrontMatter()
    matter.title = try optionalText()
    matter.description = try optionalText()
    matter.status = try optionalText()
    matter.language = try optionalText()
    matter.date = try optionalText().flatMap(CalendarDate.init)
    matter.updated = try optionalText().flatMap(CalendarDate.init)
    matter.authors = try texts()
    matter.tags = try texts()
    matter.aliases = try placedTexts()
    matter.requires = try placedTexts()
    guard let kind = FrontMatter.Kind(rawValue: try text()) else { throw Damaged() }
    matter.kind = kind
    matter.isDraft = try number() == 1
    matter.placedLayer = try list { archive throws(Damaged) in
      Placed(try archive.number(), at: try archive.span())
    }.first
    return matter
  }

  private mutating func placedTexts() throws(Damaged) -> [Placed<String>] {
    try list { archive throws(Damaged) in Placed(try archive.text(), at: try archive.span()) }
  }

  private mutating func entry() throws(Damaged) -> LessonOutline.Entry {
    switch try number() {
    case 0: return .block
    case 1: return .anchor(try text())
    case 2:
      guard let kind = LabelKind(rawValue: try text()) else { throw Damaged() }
      return .label(kind, id: try text(), title: try text(), try span())
    case 3:
      return .check(
        LessonOutline.Check(
          id: try text(), title: try text(), hash: try text(), span: try span()))
    default: throw Damaged()
    }
  }
}
