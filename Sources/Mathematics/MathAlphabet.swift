/// The alphabets of `\mathbf`, `\mathbb` and their like, as Unicode's mathematical letters.
///
/// The Unicode Standard, block Mathematical Alphanumeric Symbols; letters that had a place before
/// the block was made are still there, as is Planck's `ℎ`.
enum MathAlphabet: String {
  case bold, italic, script, fraktur, monospace
  case boldItalic = "bold-italic"
  case doubleStruck = "double-struck"
  case boldScript = "bold-script"
  case boldFraktur = "bold-fraktur"
  case sansSerif = "sans-serif"
  case boldSansSerif = "bold-sans-serif"
  case sansSerifItalic = "sans-serif-italic"
  case sansSerifBoldItalic = "sans-serif-bold-italic"

  /// Every letter in this alphabet, or nil when it lacks one.
  func letters(for text: String) -> String? {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let letter = letter(for: scalar) else { return nil }
      result.append(letter)
    }
    return String(result)
  }

  /// How a stylesheet can come near, for letters that the alphabet lacks.
  var styles: [String] {
    let names = rawValue.split(separator: "-")
    return ["bold", "italic", "monospace", "sans"].filter { names.contains(Substring($0)) }
  }

  private func letter(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if let early = earlyLetters[scalar] { return early }
    return place(of: scalar.value).flatMap(Unicode.Scalar.init)
  }

  private func place(of code: UInt32) -> UInt32? {
    switch code {
    case 0x41...0x5A: latin + code - 0x41
    case 0x61...0x7A: latin + 26 + code - 0x61
    case 0x30...0x39: digits.map { $0 + code - 0x30 }
    case 0x391...0x3A9: greek.map { $0 + code - 0x391 }
    case 0x2207: greek.map { $0 + 25 }  // ∇
    case 0x3B1...0x3C9: greek.map { $0 + 26 + code - 0x3B1 }
    case 0x2202: greek.map { $0 + 51 }  // ∂
    default:
      Self.greekVariants.firstIndex(of: code).flatMap { index in
        greek.map { $0 + 52 + UInt32(index) }
      }
    }
  }

  /// ϵ ϑ ϰ ϕ ϱ ϖ, in the block's order.
  private static let greekVariants: [UInt32] = [0x3F5, 0x3D1, 0x3F0, 0x3D5, 0x3F1, 0x3D6]

  /// Where the alphabet's A is.
  private var latin: UInt32 {
    switch self {
    case .bold: 0x1D400
    case .italic: 0x1D434
    case .boldItalic: 0x1D468
    case .script: 0x1D49C
    case .boldScript: 0x1D4D0
    case .fraktur: 0x1D504
    case .doubleStruck: 0x1D538
    case .boldFraktur: 0x1D56C
    case .sansSerif: 0x1D5A0
    case .boldSansSerif: 0x1D5D4
    case .sansSerifItalic: 0x1D608
    case .sansSerifBoldItalic: 0x1D63C
    case .monospace: 0x1D670
    }
  }

  /// Where its Α is, in the alphabets that have Greek.
  private var greek: UInt32? {
    switch self {
    case .bold: 0x1D6A8
    case .italic: 0x1D6E2
    case .boldItalic: 0x1D71C
    case .boldSansSerif: 0x1D756
    case .sansSerifBoldItalic: 0x1D790
    default: nil
    }
  }

  /// Where its 0 is, in the alphabets that have digits.
  private var digits: UInt32? {
    switch self {
    case .bold: 0x1D7CE
    case .doubleStruck: 0x1D7D8
    case .sansSerif: 0x1D7E2
    case .boldSansSerif: 0x1D7EC
    case .monospace: 0x1D7F6
    default: nil
    }
  }

  private var earlyLetters: [Unicode.Scalar: Unicode.Scalar] {
    switch self {
    case .italic: ["h": "ℎ"]
    case .script:
      [
        "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
        "e": "ℯ", "g": "ℊ", "o": "ℴ",
      ]
    case .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"]
    case .doubleStruck:
      ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
    default: [:]
    }
  }
}
