/// A piece of MathML: an element or text.
indirect enum MathMLNode: Hashable, Sendable {
  struct Attribute: Hashable, Sendable {
    var name: String
    var value: String
  }

  struct Element: Hashable, Sendable {
    var name: String
    var attributes: [Attribute] = []
    var children: [MathMLNode] = []
  }

  case element(Element)
  case text(String)

  static func element(
    _ name: String, attributes: [Attribute] = [], _ children: [MathMLNode]
  ) -> MathMLNode {
    .element(Element(name: name, attributes: attributes, children: children))
  }
}

extension MathMLNode.Element {
  /// An attribute's value; setting nil removes it.
  subscript(name: String) -> String? {
    get { attributes.first { $0.name == name }?.value }
    set {
      let index = attributes.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): attributes[index].value = value
      case (let index?, nil): attributes.remove(at: index)
      case (nil, let value?): attributes.append(.init(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The text of an element that holds nothing else.
  var text: String? {
    guard children.count == 1, case .text(let text) = children[0] else { return nil }
    return text
  }

  mutating func addClass(_ name: String) {
    self["class"] = self["class"].map { "\($0) \(name)" } ?? name
  }
}

extension MathMLNode {
  /// As HTML: every element is closed by a tag of its own.
  var markup: String {
    var result = ""
    write(into: &result)
    return result
  }

  private func write(into result: inout String) {
    switch self {
    case .text(let text): Self.escape(text, into: &result)
    case .element(let element):
      result += "<\(element.name)"
      for attribute in element.attributes {
        result += " \(attribute.name)=\""
        Self.escape(attribute.value, into: &result)
        result += "\""
      }
      result += ">"
      for child in element.children { child.write(into: &result) }
      result += "</\(element.name)>"
    }
  }

  private static func escape(_ text: String, into result: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
