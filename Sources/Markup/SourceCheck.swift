import Diagnostics

/// What a file must be before it is read as a lesson: text, and not too much of it.
enum SourceCheck {
  /// In bytes. The longest novels are a third of it; a page this long is somebody's data.
  static let largestPage = 8 << 20
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Why `bytes` cannot be read, or nil when they can.
  static func problem(with bytes: [UInt8], path: String) -> Diagnostic? {
    if bytes.count > largestPage {
      return .error(
        "this page has \(bytes.count >> 20) MB; a page has no more than \(largestPage >> 20) MB",
        at: Span(path: path, line: 1, column: 1), hint: "split it into several")
    }
    if bytes.contains(0) {
      return .error(
        "this file is not text", at: Span(path: path, line: line(of: 0, in: bytes), column: 1),
        hint: "give it another ending if it is no lesson")
    }
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    return .error(
      "this file is not UTF-8 text",
      at: Span(path: path, line: firstBrokenLine(in: bytes), column: 1),
      hint: "save it as UTF-8, or give it another ending if it is no lesson")
  }

  private static func line(of byte: UInt8, in bytes: [UInt8]) -> Int {
    1 + bytes.prefix { $0 != byte }.count { $0 == UInt8(ascii: "\n") }
  }

  private static func firstBrokenLine(in bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let broken = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return (broken ?? 0) + 1
  }
}
