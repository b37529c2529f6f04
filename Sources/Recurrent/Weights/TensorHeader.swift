/// What the header of a safetensors file says of one tensor.
struct TensorHeader: Hashable {
  var name = ""
  var type = ""
  var shape: [Int] = []
  var offsets: [Int] = []
}

/// Reads the header: the part of JSON that the format uses — objects, strings, lists of whole
/// numbers — and nothing else.
struct TensorHeaderParser {
  private let bytes: ArraySlice<UInt8>
  private let start: Int
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    start = bytes.startIndex
    place = start
  }

  mutating func tensors() throws(SafetensorsError) -> [TensorHeader] {
    var result: [TensorHeader] = []
    try object { parser, name throws(SafetensorsError) in
      guard name != "__metadata__" else {
        try parser.object { parser, _ throws(SafetensorsError) in _ = try parser.string() }
        return
      }
      result.append(try parser.tensor(name))
    }
    skipSpace()
    guard place == bytes.endIndex else { throw failure }
    return result
  }

  private mutating func tensor(_ name: String) throws(SafetensorsError) -> TensorHeader {
    var result = TensorHeader(name: name)
    try object { parser, key throws(SafetensorsError) in
      switch key {
      case "dtype": result.type = try parser.string()
      case "shape": result.shape = try parser.numbers()
      case "data_offsets": result.offsets = try parser.numbers()
      default: throw parser.failure
      }
    }
    guard result.offsets.count == 2, result.offsets[0] <= result.offsets[1] else { throw failure }
    return result
  }

  private mutating func object(
    _ member: (inout Self, String) throws(SafetensorsError) -> Void
  ) throws(SafetensorsError) {
    try expect("{")
    if take("}") { return }
    repeat {
      let key = try string()
      try expect(":")
      try member(&self, key)
    } while take(",")
    try expect("}")
  }

  private mutating func numbers() throws(SafetensorsError) -> [Int] {
    try expect("[")
    if take("]") { return [] }
    var result: [Int] = []
    repeat {
      skipSpace()
      var value: Int?
      while place < bytes.endIndex, (0x30...0x39).contains(bytes[place]) {
        let (shifted, tooLarge) = (value ?? 0).multipliedReportingOverflow(by: 10)
        let (sum, overflow) = shifted.addingReportingOverflow(Int(bytes[place] - 0x30))
        guard !tooLarge, !overflow else { throw failure }
        value = sum
        place += 1
      }
      guard let value else { throw failure }
      result.append(value)
    } while take(",")
    try expect("]")
    return result
  }

  /// Names of tensors have no escapes but `\"`, `\\` and `\/`.
  private mutating func string() throws(SafetensorsError) -> String {
    try expect("\"")
    var result: [UInt8] = []
    while place < bytes.endIndex, bytes[place] != UInt8(ascii: "\"") {
      if bytes[place] == UInt8(ascii: "\\") {
        place += 1
        guard place < bytes.endIndex, "\"\\/".utf8.contains(bytes[place]) else { throw failure }
      }
      result.append(bytes[place])
      place += 1
    }
    try expect("\"")
    guard let text = String(validating: result, as: UTF8.self) else { throw failure }
    return text
  }

  // MARK: - Single characters

  private var failure: SafetensorsError { .badHeader(byte: place - start) }

  private mutating func skipSpace() {
    while place < bytes.endIndex, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[place]) { place += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard place < bytes.endIndex, bytes[place] == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(SafetensorsError) {
    // Inside a string spaces count; the quote that ends one is where the reader stands.
    guard take(character) else { throw failure }
  }
}
