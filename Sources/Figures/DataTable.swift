/// The numbers that a figure shows, for readers and for programs.
public struct DataTable: Hashable, Sendable {
  public enum Cell: Hashable, Sendable {
    case number(Double)
    case text(String)
    case empty
  }

  public var columns: [String]
  /// One cell per column.
  public var rows: [[Cell]]

  public init(columns: [String], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }

  /// RFC 4180: CRLF after every line, quotes where a field needs them.
  public var csv: String {
    ([columns] + rows.map { $0.map(\.text) })
      .map { $0.map(quoted).joined(separator: ",") + "\r\n" }
      .joined()
  }

  private func quoted(_ field: String) -> String {
    let special = field.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    guard special else { return field }
    let doubled = field.unicodeScalars.reduce(into: "") { text, scalar in
      text += scalar == "\"" ? "\"\"" : String(scalar)
    }
    return "\"\(doubled)\""
  }
}

extension DataTable.Cell {
  /// Numbers with as many digits as give the same number back when read.
  public var text: String {
    switch self {
    case .number(let value): NumberText.exact(value)
    case .text(let text): text
    case .empty: ""
    }
  }
}
