/// The text that a BibTeX value spells: accents composed, braces and dashes resolved.
///
/// What is not known stays as it was written.
func plainText(fromTeX tex: String) -> String {
  var result = ""
  var scalars = Array(tex.unicodeScalars)[...]
  var isSpace = false
  while let scalar = scalars.popFirst() {
    switch scalar {
    case "{", "}": continue
    case "~": result += "\u{A0}"
    case "\\": result += command(&scalars)
    case "-" where scalars.first == "-":
      scalars.removeFirst()
      result += scalars.first == "-" ? "—" : "–"
      if scalars.first == "-" { scalars.removeFirst() }
    case " ", "\n", "\t", "\r":
      if !isSpace { result += " " }
    default: result.unicodeScalars.append(scalar)
    }
    isSpace = [" ", "\n", "\t", "\r"].contains(scalar)
  }
  return result
}

private let accents: [Unicode.Scalar: Unicode.Scalar] = [
  "\"": "\u{308}", "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "~": "\u{303}",
  "c": "\u{327}", "v": "\u{30C}", "=": "\u{304}", ".": "\u{307}", "u": "\u{306}",
]

private let letters: [String: String] = [
  "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
  "i": "i",
]

/// What follows a backslash: an accent and its letter, a letter of its own, or an escaped sign.
private func command(_ scalars: inout ArraySlice<Unicode.Scalar>) -> String {
  guard let first = scalars.popFirst() else { return "\\" }
  if !first.properties.isAlphabetic, accents[first] == nil { return String(first) }
  if let accent = accents[first], let base = accented(by: first, &scalars) {
    return composed(base, accent)
  }
  var name = String(first)
  while let next = scalars.first, next.properties.isAlphabetic {
    name.unicodeScalars.append(next)
    scalars.removeFirst()
  }
  if scalars.first == " " { scalars.removeFirst() }
  return letters[name] ?? "\\\(name) "
}

/// The letter that an accent stands on: `\"o`, `\"{o}`, `\c{c}`; nil when none follows.
private func accented(
  by accent: Unicode.Scalar, _ scalars: inout ArraySlice<Unicode.Scalar>
) -> Unicode.Scalar? {
  var rest = scalars
  if accent.properties.isAlphabetic, rest.first != "{", rest.first != " " { return nil }
  while rest.first == "{" || rest.first == " " || rest.first == "\\" { rest.removeFirst() }
  guard let base = rest.popFirst(), base.properties.isAlphabetic else { return nil }
  scalars = rest
  return base
}

/// Letter and accent as one character where Unicode has one.
private func composed(_ base: Unicode.Scalar, _ accent: Unicode.Scalar) -> String {
  var pair = String(base)
  pair.unicodeScalars.append(accent)
  for candidate in 0xC0...0x17F {
    guard let scalar = Unicode.Scalar(candidate), String(scalar) == pair else { continue }
    return String(scalar)
  }
  return pair
}
