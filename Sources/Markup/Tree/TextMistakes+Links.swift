/// Links that are none.
extension TextMistakes {
  /// What stands behind a `]` that closes no link.
  mutating func link(at index: Int) {
    guard index + 1 < bytes.count, !text.isEscaped[index + 1],
      let start = bytes[..<index].lastIndex(of: UInt8(ascii: "[")), !text.isEscaped[start],
      start == 0 || !isLabel(bytes[start - 1]) && bytes[start - 1] != UInt8(ascii: "]")
    else { return }
    switch bytes[index + 1] {
    case UInt8(ascii: "("): halfLink(from: start, bracket: index)
    case UInt8(ascii: "["): linkWithoutAddress(from: start, bracket: index)
    case 0x20: spacedLink(from: start, bracket: index)
    default: break
    }
  }

  private mutating func halfLink(from start: Int, bracket: Int) {
    let rest = bytes[(bracket + 2)...]
    guard let end = rest.firstIndex(of: UInt8(ascii: ")")) else {
      let address = rest.prefix { $0 > 0x20 }
      let isWhole = address.endIndex < bytes.count || text.endsBlock
      guard !address.isEmpty, isWhole, !isWord(address) || address.endIndex == bytes.count else {
        return
      }
      return warn(
        "this link has no end", start..<address.endIndex,
        hint: "close it with ')' behind its address")
    }
    let address = text.string(bracket + 2..<end)
    guard address.contains(" "), address.contains(".md") || address.contains("://") else { return }
    warn(
      "this is no link: its address ends at a space", start..<end + 1,
      hint: "write '(<\(address)>)'")
  }

  /// Whether it may be the first word of a remark in parentheses, and no address.
  private func isWord(_ address: ArraySlice<UInt8>) -> Bool {
    let text = text.string(address.indices)
    return
      !(text.contains(".md") || text.contains("://") || text.contains(".html")
      || text.hasPrefix("#") || text.hasPrefix("./") || text.hasPrefix("../"))
  }

  private mutating func linkWithoutAddress(from start: Int, bracket: Int) {
    let rest = bytes[(bracket + 2)...]
    guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return }
    // `[words][]` takes the words for the name.
    let name = end == rest.startIndex ? start + 1..<bracket : bracket + 2..<end
    guard let first = name.first, isLetter(bytes[first]) else { return }
    let label = text.string(name)
    warn(
      "there is no address for '[\(label)]'", start..<end + 1,
      hint: "write '[\(label)]: address' on a line of its own")
  }

  /// `[words] (page.md)`.
  private mutating func spacedLink(from start: Int, bracket: Int) {
    let rest = bytes[(bracket + 1)...].drop { $0 == 0x20 }
    guard rest.first == UInt8(ascii: "("), let end = rest.firstIndex(of: UInt8(ascii: ")"))
    else { return }
    let address = text.string(rest.startIndex + 1..<end)
    guard isPage(address) else { return }
    warn(
      "a link has no space between its words and its address", start..<end + 1,
      hint: "write '\(text.string(start..<bracket + 1))(\(address))'")
  }

  /// `(words)[page.md]`.
  mutating func turnedLink(at index: Int) {
    guard index > 0, bytes[index - 1] == UInt8(ascii: ")"),
      let start = bytes[..<index].lastIndex(of: UInt8(ascii: "(")),
      let end = bytes[index...].firstIndex(of: UInt8(ascii: "]"))
    else { return }
    let address = text.string(index + 1..<end)
    guard isPage(address) else { return }
    warn(
      "a link's words stand in brackets, its address in parentheses", start..<end + 1,
      hint: "write '[\(text.string(start + 1..<index - 1))](\(address))'")
  }

  private func isPage(_ address: String) -> Bool {
    !address.contains(" ") && (address.hasSuffix(".md") || address.contains(".md#"))
  }
}
