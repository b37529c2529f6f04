/// HTML, SVG and XML: tags, attributes, their values, comments and entities.
struct MarkupLexer {
  private let bytes: [UInt8]
  private var index = 0
  private var found: [Token] = []

  static func tokens(_ bytes: [UInt8]) -> [Token] {
    var lexer = MarkupLexer(bytes: bytes)
    while let next = bytes[lexer.index...].firstIndex(where: {
      $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&")
    }) {
      lexer.index = next
      lexer.step()
    }
    return lexer.found
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func step() {
    let rest = bytes[index...]
    if rest.starts(with: "<!--".utf8) {
      add(.comment, upTo: position(of: "-->", from: index) ?? bytes.count)
    } else if rest.first == UInt8(ascii: "&") {
      let end = rest.prefix(32).firstIndex(of: UInt8(ascii: ";"))
      if let end { add(.number, upTo: end + 1) } else { index += 1 }
    } else {
      readTag()
    }
  }

  private mutating func readTag() {
    var end = index + 1
    while end < bytes.count, "/!?".utf8.contains(bytes[end]) { end += 1 }
    guard end < bytes.count, isName(bytes[end]) else {
      index += 1
      return
    }
    while end < bytes.count, isName(bytes[end]) { end += 1 }
    add(.keyword, upTo: end)
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") { readAttribute() }
    if index < bytes.count { add(.keyword, upTo: index + 1) }
  }

  private mutating func readAttribute() {
    let byte = bytes[index]
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      let end = bytes[(index + 1)...].firstIndex(of: byte)
      add(.string, upTo: end.map { $0 + 1 } ?? bytes.count)
    } else if isName(byte) {
      var end = index
      while end < bytes.count, isName(bytes[end]) { end += 1 }
      add(.member, upTo: end)
    } else {
      index += 1
    }
  }

  private mutating func add(_ kind: Token.Kind, upTo end: Int) {
    found.append(Token(index..<end, kind))
    index = end
  }

  /// Just behind the next `mark`.
  private func position(of mark: String, from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    return bytes[start...].indices.first { bytes[$0...].starts(with: mark) }.map { $0 + mark.count }
  }

  private func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_")
  }
}
