/// One tag of HTML, read as browsers do: what is odd ends it rather than hiding in it.
struct Tag {
  struct Attribute {
    /// In lower case.
    var name: String
    /// As written, entities and all; nil when there is none.
    var value: String?
  }

  private let bytes: [UInt8]
  private(set) var end: Int
  /// In lower case.
  private(set) var name = ""
  private(set) var isClosing = false
  private(set) var isSelfClosing = false
  private(set) var attributes: [Attribute] = []

  /// - Parameter start: the place of `<`.
  init(bytes: [UInt8], start: Int) {
    self.bytes = bytes
    end = start + 1
  }

  /// Reads up to behind `>`; false when this is no tag with an end.
  mutating func read() -> Bool {
    if byte == UInt8(ascii: "/") {
      isClosing = true
      end += 1
    }
    guard let first = byte, (0x61...0x7A).contains(first | 0x20) else { return false }
    name = word { $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }.lowercased()
    while let next = byte {
      if next == UInt8(ascii: ">") {
        end += 1
        return true
      }
      if next <= 0x20 || next == UInt8(ascii: "/") {
        isSelfClosing = next == UInt8(ascii: "/")
        end += 1
      } else {
        isSelfClosing = false
        guard readAttribute() else { return false }
      }
    }
    return false
  }

  private mutating func readAttribute() -> Bool {
    let marks = Array("=>/".utf8)
    var name = word { $0 > 0x20 && !marks.contains($0) }
    if name.isEmpty {
      // A lone `=` belongs to a name.
      name = "="
      end += 1
    }
    let behindName = end
    skipSpace()
    guard byte == UInt8(ascii: "=") else {
      end = behindName
      attributes.append(Attribute(name: name.lowercased(), value: nil))
      return true
    }
    end += 1
    skipSpace()
    guard let value = value() else { return false }
    attributes.append(Attribute(name: name.lowercased(), value: value))
    return true
  }

  private mutating func value() -> String? {
    guard let quote = byte else { return nil }
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return word { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    }
    end += 1
    let value = word { $0 != quote }
    guard byte == quote else { return nil }
    end += 1
    return value
  }

  private var byte: UInt8? { end < bytes.count ? bytes[end] : nil }

  private mutating func skipSpace() {
    while let next = byte, next <= 0x20 { end += 1 }
  }

  private mutating func word(while isInside: (UInt8) -> Bool) -> String {
    let start = end
    while let next = byte, isInside(next) { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// Entities in an attribute's value, as far as they can hide an address.
enum Entity {
  private static let names: [String: Character] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "colon": ":", "Tab": "\t",
    "NewLine": "\n", "nbsp": "\u{A0}", "sol": "/", "lpar": "(", "rpar": ")",
  ]

  static func decoded(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var decoded = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "&") {
      decoded += rest[..<start]
      rest = rest[rest.index(after: start)...]
      let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
      guard word.count <= 12, let character = character(String(word)) else {
        decoded += "&"
        continue
      }
      decoded.append(character)
      rest = rest.dropFirst(word.count)
      if rest.first == ";" { rest = rest.dropFirst() }
    }
    return decoded + rest
  }

  private static func character(_ word: String) -> Character? {
    guard word.hasPrefix("#") else { return names[word] }
    let digits = word.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map(Character.init)
  }
}
