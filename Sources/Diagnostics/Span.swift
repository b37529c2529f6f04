/// A place in a source file, as editors and compilers count it.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in UTF-8 bytes of the line.
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of one source file; `end` is just past its last byte.
public struct Span: Hashable, Sendable {
  /// The file's path as the author knows it, relative to the course folder, with `/`.
  public var path: String
  public var start: SourcePosition
  public var end: SourcePosition

  public init(path: String, start: SourcePosition, end: SourcePosition) {
    self.path = path
    self.start = start
    self.end = max(start, end)
  }

  /// A stretch of `length` bytes in one line.
  public init(path: String, line: Int, column: Int, length: Int = 0) {
    self.init(
      path: path, start: SourcePosition(line: line, column: column),
      end: SourcePosition(line: line, column: column + length))
  }
}

extension Span: Comparable {
  public static func < (left: Span, right: Span) -> Bool {
    (left.path, left.start, left.end) < (right.path, right.start, right.end)
  }
}
