import Figures

extension Illustration {
  /// All that a page needs of a figure, as the store keeps it.
  var archived: [UInt8] {
    var archive = ArchiveWriter()
    for text in [label, promise.key, promise.light, promise.dark] { archive.add(text) }
    for file in [light, dark, table] {
      archive.add(file.path)
      archive.add(file.bytes)
    }
    archive.add(width)
    archive.add(height)
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
      label: label, key: try archive.text(), light: try archive.text(), dark: try archive.text())
    light = BuiltSite.File(path: try archive.text(), bytes: try archive.bytes())
    dark = BuiltSite.File(path: try archive.text(), bytes: try archive.bytes())
    table = BuiltSite.File(path: try archive.text(), bytes: try archive.bytes())
    width = try archive.number()
    height = try archive.number()
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
  fileprivate mutating func cell() throws(Damaged) -> DataTable.Cell {
    switch try number() {
    case 0: return .empty
    case 1: return .number(Double(bitPattern: UInt64(UInt(bitPattern: try number()))))
    case 2: return .text(try text())
    default: throw Damaged()
    }
  }
}
