/// Text as it stands in HTML, between tags or in a quoted attribute.
package func escapedHTML(_ text: String) -> String {
  var copy = text
  return copy.withUTF8 { bytes in
    guard let first = bytes.firstIndex(where: isSpecial) else { return nil }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(bytes.count + 16)
    escaped += bytes[..<first]
    for byte in bytes[first...] {
      switch byte {
      case UInt8(ascii: "&"): escaped += "&amp;".utf8
      case UInt8(ascii: "<"): escaped += "&lt;".utf8
      case UInt8(ascii: ">"): escaped += "&gt;".utf8
      case UInt8(ascii: "\""): escaped += "&quot;".utf8
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  } ?? text
}

/// The four stand below all letters, so one comparison is enough for most of a text.
private func isSpecial(_ byte: UInt8) -> Bool {
  byte <= UInt8(ascii: ">")
    && (byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\""))
}

/// An address as it stands in an attribute: what no URL may hold is percent-encoded, escapes that
/// are there already stay, and an address that would run a program is empty.
package func escapedAddress(_ address: String) -> String {
  guard isSafeAddress(address) else { return "" }
  guard !address.utf8.allSatisfy(isPlainInAddress) else { return address }
  var escaped: [UInt8] = []
  for byte in address.utf8 {
    switch byte {
    case _ where isPlainInAddress(byte): escaped.append(byte)
    case UInt8(ascii: "&"): escaped += "&amp;".utf8
    case UInt8(ascii: "'"): escaped += "&#x27;".utf8
    default:
      escaped.append(UInt8(ascii: "%"))
      for digit in [byte >> 4, byte & 15] {
        escaped.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
      }
    }
  }
  return String(decoding: escaped, as: UTF8.self)
}

/// Whether following the address cannot run a program in the page or open a file of the reader's.
package func isSafeAddress(_ address: String) -> Bool {
  // Browsers skip control characters and spaces where a scheme may stand.
  let start = address.utf8.filter { $0 > 0x20 }.prefix(32)
  let scheme = String(decoding: start, as: UTF8.self).lowercased()
  if scheme.hasPrefix("data:image/") {
    return ["png;", "gif;", "jpeg;", "webp;"].contains { scheme.hasPrefix("data:image/\($0)") }
  }
  return !["javascript:", "vbscript:", "file:", "data:"].contains { scheme.hasPrefix($0) }
}

/// Letters, digits and what RFC 3986 reserves or leaves free, but for `&` and `'`.
private func isPlainInAddress(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  default: "-_.+!*(),%#@?=;:/$~".utf8.contains(byte)
  }
}
