/// Turns KaTeX's MathML 3 into MathML Core, which is what browsers draw.
///
/// Core has no `mathvariant` beyond `normal`, no `menclose`, no column attributes and no lengths
/// that count from the content's own width, and passes over them in silence. Letters of another
/// alphabet become the letters that Unicode has for them, the rest becomes classes for a
/// stylesheet, all of which begin with `tex-`. Inline styles are dropped.
///
/// MathML Core, W3C Candidate Recommendation 2025, §2–§3 and §4.2 (`text-transform: math-auto`).
enum MathMLCleaner {
  static func clean(_ math: MathMLNode.Element) throws(TeXMistake) -> MathMLNode {
    .element(try cleanElement(math))
  }

  private static func cleanElement(
    _ source: MathMLNode.Element
  ) throws(TeXMistake) -> MathMLNode.Element {
    var element = source
    if element.name == "mspace", element["linebreak"] != nil { throw .noLineBreak }
    // A table speaks to its cells before they forget what KaTeX said of them.
    if element.name == "mtable" { MathMLTable.clean(&element) }
    element.children = try children(of: element)
    switch element.name {
    case "mi", "mn", "mo", "mtext": cleanToken(&element)
    case "mover", "munder": cleanAccent(&element)
    case "menclose": cleanEnclosure(&element)
    case "mpadded": cleanPadding(&element)
    case "mspace": cleanSpace(&element)
    case "semantics": closeUpLoneOperator(&element)
    default: break
    }
    keepCoreAttributes(&element)
    return element
  }

  /// The children, cleaned, without rows that only hold one thing.
  private static func children(
    of element: MathMLNode.Element
  ) throws(TeXMistake) -> [MathMLNode] {
    var children: [MathMLNode] = []
    for child in element.children {
      guard case .element(let inner) = child else {
        children.append(child)
        continue
      }
      children.append(unwrapped(try cleanElement(inner)))
    }
    return children
  }

  /// A row without attributes around one element is that element. An operator stays in its row:
  /// alone it is an infix, at the row's end it would become a prefix or postfix.
  private static func unwrapped(_ element: MathMLNode.Element) -> MathMLNode {
    guard element.name == "mrow", element.attributes.isEmpty, element.children.count == 1,
      case .element(let only) = element.children[0], only.name != "mo"
    else { return .element(element) }
    return .element(only)
  }

  // MARK: - Letters

  private static func cleanToken(_ token: inout MathMLNode.Element) {
    guard let text = token.text else {
      // An operator with something over it is written as an operator around elements, but only
      // text may stand in one; the elements by themselves are spaced as well.
      if !token.children.isEmpty { token = row(of: token.children) }
      return
    }
    if token.name == "mtext", text.unicodeScalars.last == "\u{2063}" {
      // KaTeX writes a negative space as a space and an invisible separator.
      token = MathMLNode.Element(name: "mspace")
      return token.addClass("tex-back")
    }
    nameBars(&token, text)
    spaceOperator(&token, text)
    guard let variant = token["mathvariant"].flatMap(MathAlphabet.init) else {
      // It says that a letter stands upright; signs and several letters do anyhow, and Firefox
      // sets whatever says so apart, as the name of a function.
      if token.name != "mi" || !hasItalic(text) { token["mathvariant"] = nil }
      return
    }
    token["mathvariant"] = nil
    // Words are for readers and search engines, so they keep their letters.
    if token.name != "mtext", let letters = variant.letters(for: text) {
      token.children = [.text(letters)]
    } else {
      for style in variant.styles { token.addClass("tex-\(style)") }
    }
  }

  /// Norms and absolute values have letters of their own, which stretch and take no space;
  /// KaTeX writes them as “parallel to” and “divides”, which do neither.
  private static func nameBars(_ token: inout MathMLNode.Element, _ text: String) {
    let isFence = (token["fence"] ?? token["stretchy"]) != nil || token.name == "mi"
    guard isFence, let bar = ["\u{2225}": "\u{2016}", "\u{2223}": "|"][text] else { return }
    token.children = [.text(bar)]
    guard token.name == "mo" else { return }
    token["lspace"] = token["lspace"] ?? "0"
    token["rspace"] = token["rspace"] ?? "0"
  }

  /// Whether it is one letter that is slanted unless something says otherwise. ∂ is slanted in TeX.
  private static func hasItalic(_ text: String) -> Bool {
    guard let letter = text.unicodeScalars.first, text.unicodeScalars.count == 1 else {
      return false
    }
    switch letter {
    case "A"..."Z", "a"..."z", "\u{0391}"..."\u{03F6}", "ı", "ȷ", "∇": return true
    default: return false
    }
  }

  /// What MathML Core and TeX say of operators that Firefox takes for large ones, or sets no space
  /// around: those in circles, and dots between operators.
  private static func spaceOperator(_ token: inout MathMLNode.Element, _ text: String) {
    guard token.name == "mo", token["lspace"] == nil, token["rspace"] == nil else { return }
    let isCircled =
      text.unicodeScalars.count == 1 && ("⊕"..."⊙").contains(text.unicodeScalars.first!)
    guard isCircled || text == "⋯" else { return }
    if isCircled { token["largeop"] = "false" }
    token["lspace"] = isCircled ? "0.2222em" : "0.1667em"
    token["rspace"] = token["lspace"]
  }

  /// An operator that is all of a formula stands between words, and has nothing to keep apart.
  private static func closeUpLoneOperator(_ semantics: inout MathMLNode.Element) {
    guard case .element(var row)? = semantics.children.first, row.children.count == 1,
      case .element(var only) = row.children[0], only.name == "mo"
    else { return }
    (only["lspace"], only["rspace"]) = ("0", "0")
    row.children = [.element(only)]
    semantics.children[0] = .element(row)
  }

  private static func row(of children: [MathMLNode]) -> MathMLNode.Element {
    if children.count == 1, case .element(let only) = children[0] { return only }
    return MathMLNode.Element(name: "mrow", children: children)
  }

  /// Wide hats and tildes stretch in the fonts' combining form only, and lines in none; a line is
  /// drawn along the first child, and its letter kept for those who listen.
  private static func cleanAccent(_ element: inout MathMLNode.Element) {
    guard case .element(var mark)? = element.children.last, mark["stretchy"] == "true" else {
      return
    }
    switch mark.text {
    case "\u{203E}": element.addClass(element.name == "mover" ? "tex-over" : "tex-under")
    case "^": mark.children = [.text("\u{302}")]
    case "~": mark.children = [.text("\u{303}")]
    default: return
    }
    element.children[element.children.count - 1] = .element(mark)
  }

  // MARK: - Boxes

  private static func cleanEnclosure(_ element: inout MathMLNode.Element) {
    let classes = [
      "box": "tex-box", "top": "tex-top", "bottom": "tex-bottom", "left": "tex-left-line",
      "right": "tex-right-line", "updiagonalstrike": "tex-strike-up",
      "downdiagonalstrike": "tex-strike-down", "horizontalstrike": "tex-strike",
      "actuarial": "tex-actuarial", "phasorangle": "tex-phase",
    ]
    var notations = element["notation"]?.split(separator: " ") ?? []
    // Around a table KaTeX says “top” for a line before the first column, and “left” for one over
    // the first row.
    if case .element(let inner)? = element.children.first, inner.name == "mtable" {
      let turned = ["top": "left", "bottom": "right", "left": "top", "right": "bottom"]
      notations = notations.map { Substring(turned[String($0)] ?? String($0)) }
    }
    element.name = "mrow"
    if notations.count == 2, notations.allSatisfy({ $0.hasSuffix("diagonalstrike") }) {
      return element.addClass("tex-strike-cross")
    }
    for notation in notations {
      if let name = classes[String(notation)] { element.addClass(name) }
    }
  }

  private static func cleanPadding(_ box: inout MathMLNode.Element) {
    if box["mathbackground"] != nil {
      box.addClass(box["style"]?.contains("border") == true ? "tex-box" : "tex-colored")
    }
    switch box["lspace"] {
    case "-1width": box.addClass("tex-to-the-left")
    case "-0.5width": box.addClass("tex-to-both-sides")
    default: break
    }
    let lengths = ["width", "height", "depth", "lspace", "voffset"]
    // Lengths that grow by a sign or count in the content's width are not lengths of CSS; the
    // others of a box that grows would only push its content out of the middle.
    let grows = lengths.contains { box[$0]?.hasPrefix("+") == true }
    for name in lengths where grows || box[name]?.hasSuffix("width") == true { box[name] = nil }
  }

  private static func cleanSpace(_ space: inout MathMLNode.Element) {
    guard space["width"]?.first == "-" else { return }
    space["width"] = nil
    space.addClass("tex-back")
  }

  // MARK: - Attributes

  private static let coreAttributes: [String: Set<String>] = [
    "math": ["display"],
    "annotation": ["encoding"],
    "mi": ["mathvariant"],
    "mo": [
      "fence", "form", "largeop", "lspace", "maxsize", "minsize", "movablelimits", "rspace",
      "separator", "stretchy", "symmetric",
    ],
    "mfrac": ["linethickness"],
    "mover": ["accent"],
    "munder": ["accentunder"],
    "munderover": ["accent", "accentunder"],
    "mpadded": ["width", "height", "depth", "lspace", "voffset"],
    "mspace": ["width", "height", "depth"],
  ]

  private static let globalAttributes: Set<String> = [
    "displaystyle", "mathbackground", "mathcolor", "mathsize", "scriptlevel",
  ]

  private static func keepCoreAttributes(_ element: inout MathMLNode.Element) {
    let own = coreAttributes[element.name] ?? []
    element.attributes.removeAll { attribute in
      if attribute.name == "class" { return !attribute.value.hasPrefix("tex-") }
      return !own.contains(attribute.name) && !globalAttributes.contains(attribute.name)
    }
  }
}
