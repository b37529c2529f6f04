/// A line that would cost far more than its bytes.
struct CostlyLine {
  enum Reason {
    /// It opens many lists and quotes: each is matched again with every line that follows.
    case nesting
    /// It is the dashes of a table whose rows would be filled up with a great many empty cells.
    case emptyCells
  }

  var line: Int
  var reason: Reason
}

extension SourceLines {
  /// A wide table may lack a few cells in each row; this many are no table.
  private static let mostMissingCells = 200_000

  /// The lines that must not reach the library, in order.
  func costlyLines(from firstLine: Int, nesting: Int) -> [CostlyLine] {
    var costly: [CostlyLine] = []
    var table = (line: 0, columns: 0, missing: 0)
    for line in stride(from: firstLine, through: count, by: 1) {
      let bytes = bytes[range(ofLine: line)]
      if bytes.count > nesting, containerMarks(in: bytes) > nesting {
        costly.append(CostlyLine(line: line, reason: .nesting))
      }
      guard table.columns > 0 || bytes.count > nesting else { continue }
      let pipes = bytes.count { $0 == UInt8(ascii: "|") }
      if table.columns > 0, !bytes.allSatisfy({ $0 <= 0x20 }) {
        table.missing += max(0, table.columns - pipes)
        if table.missing > Self.mostMissingCells {
          costly.append(CostlyLine(line: table.line, reason: .emptyCells))
          table.columns = 0
        }
      } else {
        table = (line, isDelimiterRow(bytes) ? pipes : 0, 0)
      }
    }
    return costly.sorted { $0.line < $1.line }
  }

  /// Whether a line is what stands between a table's header and its rows.
  func isDelimiterRow(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.contains(UInt8(ascii: "-"))
      && line.allSatisfy { byte in
        byte <= 0x20 || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ":")
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ">")
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
