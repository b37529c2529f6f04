/// Values one after the other as bytes, each with its length before it.
struct ArchiveWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: Int) {
    for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * shift))) }
  }

  mutating func add(_ value: [UInt8]) {
    add(value.count)
    bytes += value
  }

  mutating func add(_ text: String) { add(Array(text.utf8)) }

  mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    add(text ?? "")
  }

  mutating func add<Element>(
    _ list: [Element], _ write: (inout ArchiveWriter, Element) -> Void
  ) {
    add(list.count)
    for element in list { write(&self, element) }
  }
}

/// Reads what `ArchiveWriter` wrote, in the same order; throws on bytes that are not that.
package struct ArchiveReader {
  package struct Damaged: Error {}

  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  mutating func number() throws(Damaged) -> Int {
    let part = try take(8)
    var number = 0
    for byte in part.reversed() { number = number << 8 | Int(byte) }
    return number
  }

  mutating func bytes() throws(Damaged) -> [UInt8] {
    Array(try take(try number()))
  }

  mutating func text() throws(Damaged) -> String {
    guard let text = String(validating: try take(try number()), as: UTF8.self) else {
      throw Damaged()
    }
    return text
  }

  mutating func optionalText() throws(Damaged) -> String? {
    let isThere = try number() == 1
    let text = try text()
    return isThere ? text : nil
  }

  mutating func list<Element>(
    _ read: (inout ArchiveReader) throws(Damaged) -> Element
  ) throws(Damaged) -> [Element] {
    let count = try number()
    // Each element has a byte at least: a larger number is damage, and would ask for the memory.
    guard (0...rest.count).contains(count) else { throw Damaged() }
    var list: [Element] = []
    for _ in 0..<count { list.append(try read(&self)) }
    return list
  }

  private mutating func take(_ count: Int) throws(Damaged) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest.count else { throw Damaged() }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
