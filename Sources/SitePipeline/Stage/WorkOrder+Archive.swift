import Diagnostics
import Lab
import Scripting

extension WorkOrder {
  /// As it goes through a pipe to the process that performs it.
  package var archived: [UInt8] {
    var archive = ArchiveWriter()
    archive.add(fontKey)
    for number in limits.numbers { archive.add(number) }
    archive.add(Int(bitPattern: UInt(limits.seconds.bitPattern)))
    archive.add(page.path)
    archive.add(page.items) { archive, item in
      switch item {
      case .block(let block):
        archive.add(0)
        archive.add(block.text)
        archive.add(Span(path: block.path, start: block.start, end: block.start))
        archive.add(block.outside)
      case .binding(let text, let span):
        archive.add(1)
        archive.add(text)
        archive.add(span)
      }
    }
    return archive.bytes
  }

  package init(archived bytes: [UInt8]) throws(ArchiveReader.Damaged) {
    var archive = ArchiveReader(bytes)
    fontKey = try archive.text()
    limits = Limits()
    for field in Limits.fields { limits[keyPath: field] = try archive.number() }
    limits.seconds = Double(bitPattern: UInt64(UInt(bitPattern: try archive.number())))
    let path = try archive.text()
    let items = try archive.list { archive throws(ArchiveReader.Damaged) in
      let isBlock = try archive.number() == 0
      let text = try archive.text()
      let span = try archive.span()
      guard isBlock else { return LessonPage.Item.binding(text, span) }
      return .block(
        PageBlock(
          text: text, path: span.path, start: span.start, outside: try archive.outside()))
    }
    page = LessonPage(path: path, items: items)
  }
}

extension Limits {
  // Key paths of a Sendable type's own fields carry nothing with them.
  fileprivate static var fields: [WritableKeyPath<Limits, Int>] {
    [
      \.sourceBytes, \.nesting, \.brackets, \.depth, \.checks, \.mistakes, \.steps, \.values,
      \.outputBytes, \.shows, \.stackBytes, \.memoryBytes,
    ]
  }

  fileprivate var numbers: [Int] { Self.fields.map { self[keyPath: $0] } }
}

extension ArchiveWriter {
  fileprivate mutating func add(_ outside: PageBlock.Outside?) {
    switch outside {
    case nil: add(0)
    case .program(let source):
      add(1)
      add(source.text)
      add(Span(path: source.path, start: source.start, end: source.start))
    case .missing(let words):
      add(2)
      add(words)
    }
  }
}

extension ArchiveReader {
  fileprivate mutating func outside() throws(Damaged) -> PageBlock.Outside? {
    switch try number() {
    case 0: return nil
    case 1:
      let text = try text()
      let span = try span()
      return .program(PageBlock.Source(text: text, path: span.path, start: span.start))
    case 2: return .missing(try text())
    default: throw Damaged()
    }
  }
}
