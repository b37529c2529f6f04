import Figures

extension Illustration {
  /// All that a page needs of a figure, as the store keeps it.
  var archived: [UInt8] {
    var archive = ArchiveWriter()
    archive.add(label)
    archive.add(promise.key)
    archive.add(promise.pixels) { $0.add($1) }
    for pair in [page, phone] { archive.add(pair) }
    archive.add(table)
    archive.add(alternativeText)
    archive.add(longDescription)
    archive.add(dataTable.columns) { $0.add($1) }
    archive.add(dataTable.rows) { archive, row in
      archive.add(row) { $0.add($1) }
    }
    return archive.bytes
  }

  init(archived bytes: [UInt8]) throws(ArchiveReader.Damaged) {
    var archive = ArchiveReader(bytes)
    label = try archive.text()
    promise = FigurePromise(
      label: label, key: try archive.text(), pixels: try archive.texts())
    page = try archive.pair()
    phone = try archive.pair()
    table = try archive.file()
    alternativeText = try archive.text()
    longDescription = try archive.text()
    let columns = try archive.list { archive throws(ArchiveReader.Damaged) in try archive.text() }
    let rows = try archive.list { archive throws(ArchiveReader.Damaged) in
      try archive.list { archive throws(ArchiveReader.Damaged) in try archive.cell() }
    }
    dataTable = DataTable(columns: columns, rows: rows)
  }
}

extension ArchiveWriter {
  fileprivate mutating func add(_ pair: Illustration.Pair) {
    add(pair.light)
    add(pair.dark)
    add(pair.width)
    add(pair.height)
  }

  fileprivate mutating func add(_ file: BuiltSite.File) {
    add(file.path)
    add(file.bytes)
  }

  fileprivate mutating func add(_ cell: DataTable.Cell) {
    switch cell {
    case .empty: add(0)
    case .number(let number):
      add(1)
      add(Int(bitPattern: UInt(number.bitPattern)))
    case .text(let text):
      add(2)
      add(text)
    }
  }
}

extension ArchiveReader {
  fileprivate mutating func pair() throws(Damaged) -> Illustration.Pair {
    Illustration.Pair(
      light: try file(), dark: try file(), width: try number(), height: try number())
  }

  fileprivate mutating func file() throws(Damaged) -> BuiltSite.File {
    BuiltSite.File(path: try text(), bytes: try bytes())
  }

  fileprivate mutating func cell() throws(Damaged) -> DataTable.Cell {
    switch try number() {
    case 0: return .empty
    case 1: return .number(Double(bitPattern: UInt64(UInt(bitPattern: try number()))))
    case 2: return .text(try text())
    default: throw Damaged()
    }
  }
}
