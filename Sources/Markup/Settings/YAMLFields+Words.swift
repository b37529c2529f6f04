import Diagnostics

/// Texts of a form of their own.
extension YAMLFields {
  /// `https://example.org/course`.
  mutating func address(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    let host = ["https://", "http://"].first { text.hasPrefix($0) }.map { text.dropFirst($0.count) }
    let isAddress = host.map { !$0.isEmpty && !$0.contains { $0.isWhitespace || $0 == "#" } }
    if isAddress == true { return text }
    diagnostics.append(
      .error(
        "'\(key)' is an address such as https://example.org/course", at: span(of: key),
        hint: text.contains(".") && !text.contains { ": #".contains($0) } && text.first != "/"
          ? "write 'https://\(text)'" : "it begins with 'https://' and the name of its host"))
    return nil
  }

  /// An address that others are relative to; it ends in `/`, whether written or not.
  mutating func folderAddress(_ key: String) -> String? {
    address(key).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }

  /// A name of small letters, digits and dashes.
  mutating func slug(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    if text == Markup.slug(of: text) { return text }
    diagnostics.append(
      .error(
        "'\(key)' has small letters, digits and dashes", at: span(of: key),
        hint: "write '\(Markup.slug(of: text))'"))
    return nil
  }

  /// For authors who write a language's name.
  private static let tags = [
    "arabic": "ar", "chinese": "zh", "deutsch": "de", "english": "en", "español": "es",
    "français": "fr", "french": "fr", "german": "de", "italian": "it", "japanese": "ja",
    "portuguese": "pt", "spanish": "es",
  ]

  /// A language's tag as in BCP 47: `en`, `pt-BR`.
  mutating func language(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    if isTag, (2...3).contains(parts[0].count), parts[0].allSatisfy(\.isLetter) { return text }
    diagnostics.append(
      .error(
        "'\(key)' is a language's tag such as en or pt-BR", at: span(of: key),
        hint: Self.tags[text.lowercased()].map { "write '\($0)'" }
          ?? (text.contains("_") ? "write '\(text.replacing("_", with: "-"))'" : nil)))
    return nil
  }
}
