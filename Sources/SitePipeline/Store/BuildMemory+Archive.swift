import Fingerprinting

extension BuildMemory {
  /// As the store keeps it: without the pages themselves, which stand on the disk.
  package var archived: [UInt8] {
    var archive = ArchiveWriter()
    archive.add(reading)
    archive.add(glossary)
    archive.add(search.map { [$0.key] } ?? []) { $0.add($1) }
    archive.add(pages.sorted { $0.key < $1.key }) { archive, page in
      archive.add(page.key)
      archive.add(page.value)
    }
    return archive.bytes
  }

  package init(archived bytes: [UInt8]) throws(ArchiveReader.Damaged) {
    var archive = ArchiveReader(bytes)
    reading = try archive.fingerprint()
    glossary = try archive.fingerprint()
    search = try archive.list { archive throws(ArchiveReader.Damaged) in
      MadePage(file: nil, key: try archive.fingerprint())
    }.first
    let pages = try archive.list { archive throws(ArchiveReader.Damaged) in
      (try archive.text(), try archive.page())
    }
    self.pages = Dictionary(pages) { first, _ in first }
  }
}

extension ArchiveWriter {
  fileprivate mutating func add(_ page: BuildMemory.Page) {
    add(page.source)
    add(page.page.key)
    add(page.terms) { $0.add($1) }
    add(page.outline)
  }

  fileprivate mutating func add(_ fingerprint: Fingerprint) { add(fingerprint.bytes) }
}

extension ArchiveReader {
  fileprivate mutating func page() throws(Damaged) -> BuildMemory.Page {
    let source = try fingerprint()
    let key = try fingerprint()
    let terms = try list { archive throws(Damaged) in try archive.number() }
    return BuildMemory.Page(
      source: source, outline: try outline(), terms: terms, page: MadePage(file: nil, key: key))
  }

  fileprivate mutating func fingerprint() throws(Damaged) -> Fingerprint {
    guard let fingerprint = Fingerprint(kept: try bytes()) else { throw Damaged() }
    return fingerprint
  }
}
