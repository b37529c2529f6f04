/// What can be wrong with a weights file.
public enum SafetensorsError: Error, Hashable, Sendable, CustomStringConvertible {
  case truncated(bytes: Int, needed: Int)
  /// The header is not what the format asks for at a byte behind its length.
  case badHeader(byte: Int)
  case unknownType(tensor: String, type: String)
  /// A tensor's bytes are not as many as its shape needs, or lie outside of the file.
  case wrongBytes(tensor: String, found: Range<Int>, needed: Int)
  case overlapping(tensor: String, other: String)
  case missing(tensor: String)
  case wrongShape(tensor: String, found: [Int], expected: [Int])

  public var description: String {
    switch self {
    case .truncated(let bytes, let needed):
      "the file has \(bytes) bytes and needs \(needed)"
    case .badHeader(let byte):
      "the header is not a list of tensors (at its byte \(byte))"
    case .unknownType(let tensor, let type):
      "the tensor '\(tensor)' has numbers of type '\(type)': only F32 and F64 can be read"
    case .wrongBytes(let tensor, let found, let needed):
      "the tensor '\(tensor)' needs \(needed) bytes and is said to stand at bytes "
        + "\(found.lowerBound) to \(found.upperBound)"
    case .overlapping(let tensor, let other):
      "the tensors '\(tensor)' and '\(other)' share bytes"
    case .missing(let tensor):
      "there is no tensor '\(tensor)' in the file"
    case .wrongShape(let tensor, let found, let expected):
      "the tensor '\(tensor)' has the shape \(found) and the layer needs \(expected)"
    }
  }
}
