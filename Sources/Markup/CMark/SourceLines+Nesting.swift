extension SourceLines {
  /// Lines that open more lists and quotes at once than `limit`: the library would match each of
  /// them again with every line that follows.
  func linesNestedDeeper(than limit: Int) -> [Int] {
    (1...count).filter { line in
      let bytes = bytes[range(ofLine: line)]
      return bytes.count > limit && containerMarks(in: bytes) > limit
    }
  }

  /// How many `>`, `-`, `+`, `*` and `1.` a line begins with; none for a rule such as `* * *`.
  private func containerMarks(in line: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    var marks = 0
    var bullets = 0
    var isOneKind = true
    var before: UInt8?
    for index in line.indices {
      let byte = line[index]
      let isEnd = index + 1 == line.endIndex || line[index + 1] <= 0x20
      switch byte {
      case 0x20, 0x09, 0x30...0x39: continue
      case UInt8(ascii: ">"): break
      case UInt8(ascii: "."), UInt8(ascii: ")"): if !isEnd { return marks }
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        if !isEnd { return marks }
        if byte != UInt8(ascii: "+") { bullets += 1 }
      default: return marks
      }
      if let before, before != byte { isOneKind = false }
      before = byte
      marks += 1
    }
    return isOneKind && bullets == marks ? 0 : marks
  }
}
