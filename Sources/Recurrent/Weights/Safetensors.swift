/// Named arrays of numbers, as safetensors files keep them: the length of a header, the header,
/// then raw little-endian numbers.
public struct Safetensors: Hashable, Sendable {
  /// One array, row by row.
  public struct Tensor: Hashable, Sendable {
    public var shape: [Int]
    public var values: [Double]

    public init(shape: [Int], values: [Double]) {
      precondition(shape.reduce(1, *) == values.count, "\(values.count) numbers are not \(shape)")
      self.shape = shape
      self.values = values
    }
  }

  /// What numbers take in the file: Float (4 bytes) or Double (8).
  public enum Precision: String, Hashable, Sendable {
    case float = "F32"
    case double = "F64"

    var bytes: Int { self == .float ? 4 : 8 }
  }

  public var tensors: [String: Tensor]

  public init(tensors: [String: Tensor] = [:]) {
    self.tensors = tensors
  }

  /// Reads a file's bytes; F32 and F64 are understood.
  public init(bytes: [UInt8]) throws(SafetensorsError) {
    guard bytes.count >= 8 else { throw .truncated(bytes: bytes.count, needed: 8) }
    let length = littleEndian(bytes[0..<8])
    guard length <= UInt64(bytes.count - 8) else {
      throw .truncated(bytes: bytes.count, needed: Int(clamping: length))
    }
    let data = 8 + Int(length)
    var parser = TensorHeaderParser(bytes[8..<data])
    let headers = try parser.tensors().sorted { $0.offsets[0] < $1.offsets[0] }
    for (one, next) in zip(headers, headers.dropFirst()) where next.offsets[0] < one.offsets[1] {
      throw .overlapping(tensor: next.name, other: one.name)
    }
    tensors = [:]
    for header in headers { tensors[header.name] = try Self.tensor(header, bytes[data...]) }
  }

  private static func tensor(
    _ header: TensorHeader, _ data: ArraySlice<UInt8>
  ) throws(SafetensorsError) -> Tensor {
    guard let precision = Precision(rawValue: header.type) else {
      throw .unknownType(tensor: header.name, type: header.type)
    }
    let place = header.offsets[0]..<header.offsets[1]
    var needed = precision.bytes
    for size in header.shape {
      let (product, overflow) = needed.multipliedReportingOverflow(by: size)
      needed = overflow ? .max : product
    }
    guard place.count == needed, place.upperBound <= data.count else {
      throw .wrongBytes(tensor: header.name, found: place, needed: needed)
    }
    let first = data.startIndex + place.lowerBound
    let values = stride(from: first, to: first + needed, by: precision.bytes).map { start in
      let bits = littleEndian(data[start..<start + precision.bytes])
      return precision == .float
        ? Double(Float(bitPattern: UInt32(bits))) : Double(bitPattern: bits)
    }
    return Tensor(shape: header.shape, values: values)
  }

  /// The file: tensors by name, so that equal weights give equal bytes.
  public func bytes(_ precision: Precision = .double) -> [UInt8] {
    var entries: [String] = []
    var data: [UInt8] = []
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
      let start = data.count
      for value in tensor.values {
        let bits = precision == .float ? UInt64(Float(value).bitPattern) : value.bitPattern
        for byte in 0..<precision.bytes {
          data.append(UInt8(truncatingIfNeeded: bits >> (8 * UInt64(byte))))
        }
      }
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      entries.append(
        "\"\(escaped(name))\":{\"dtype\":\"\(precision.rawValue)\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(start),\(data.count)]}")
    }
    var header = Array("{\(entries.joined(separator: ","))}".utf8)
    // Spaces up to a multiple of eight, so that the numbers are aligned.
    while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
    return length + header + data
  }

  private func escaped(_ name: String) -> String {
    String(name.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] })
  }
}

private func littleEndian(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
}
