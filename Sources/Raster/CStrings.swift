/// Strings as C wants them, in one piece of memory that lives as long as this does.
final class CStrings {
  private let bytes: UnsafeMutableBufferPointer<CChar>
  private let offsets: [Int]

  init(_ strings: [String]) {
    var all: [CChar] = []
    var offsets: [Int] = []
    for string in strings {
      offsets.append(all.count)
      all += string.utf8CString
    }
    self.offsets = offsets
    bytes = .allocate(capacity: all.count)
    _ = bytes.initialize(from: all)
  }

  deinit { bytes.deallocate() }

  subscript(index: Int) -> UnsafePointer<CChar>? {
    bytes.baseAddress.map { UnsafePointer($0 + offsets[index]) }
  }
}
