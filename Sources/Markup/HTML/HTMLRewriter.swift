/// Changes the tags of HTML that the site's own templates made; text stays as it is.
package enum HTMLRewriter {
  package struct Element {
    /// In lower case.
    package var name: String
    /// As written, entities and all; nil is a name without a value.
    package var attributes: [(name: String, value: String?)]

    /// The value of an attribute; setting nil takes the attribute away.
    package subscript(_ name: String) -> String? {
      get { attributes.first { $0.name == name }?.value }
      set {
        guard let index = attributes.firstIndex(where: { $0.name == name }) else { return }
        attributes[index].value = newValue
        if newValue == nil { attributes.remove(at: index) }
      }
    }
  }

  /// - Parameter change: told every opening tag; whether it has changed something.
  package static func rewrite(_ html: String, _ change: (inout Element) -> Bool) -> String {
    let bytes = Array(html.utf8)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    var renamed: [(old: String, new: String)] = []
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      output += bytes[index..<start]
      var tag = Tag(bytes: bytes, start: start)
      guard tag.read() else {
        output.append(bytes[start])
        index = start + 1
        continue
      }
      output += text(of: tag, bytes[start..<tag.end], &renamed, change)
      index = tag.end
    }
    output += bytes[index...]
    return String(decoding: output, as: UTF8.self)
  }

  /// A tag as it goes on; an end tag takes the name that its start tag was given.
  private static func text(
    of tag: Tag, _ written: ArraySlice<UInt8>, _ renamed: inout [(old: String, new: String)],
    _ change: (inout Element) -> Bool
  ) -> ArraySlice<UInt8> {
    if tag.isClosing {
      guard let last = renamed.last, last.old == tag.name else { return written }
      renamed.removeLast()
      return Array("</\(last.new)>".utf8)[...]
    }
    var element = Element(
      name: tag.name, attributes: tag.attributes.map { ($0.name, $0.value) })
    guard change(&element) else { return written }
    if element.name != tag.name { renamed.append((tag.name, element.name)) }
    let attributes = element.attributes.map { attribute in
      attribute.value.map { " \(attribute.name)=\"\($0)\"" } ?? " \(attribute.name)"
    }
    return Array("<\(element.name)\(attributes.joined())>".utf8)[...]
  }
}
