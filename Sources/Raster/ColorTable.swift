/// Colours and their numbers, in the order in which they came: a hash table with open addresses,
/// at least four times as large as it may get full.
struct ColorTable {
  private(set) var colors: [UInt32] = []
  private let capacity: Int
  /// The colour's number plus one; 0 is free.
  private var slots: [UInt16]
  private let shift: UInt32

  /// - Parameter capacity: At most so many colours are taken in; at most 8192.
  init(capacity: Int) {
    self.capacity = capacity
    var size = 1024
    while size < 4 * capacity { size *= 2 }
    slots = [UInt16](repeating: 0, count: size)
    shift = UInt32(32 - size.trailingZeroBitCount)
  }

  /// The colour's number, or nil when it is new and the table full.
  @inline(__always)
  mutating func index(of color: UInt32) -> Int? {
    // Multiplying by 2³² / φ spreads colours that differ in few bits (Knuth, volume 3, 6.4).
    var slot = Int((color &* 2_654_435_769) >> shift)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if colors[index] == color { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard colors.count < capacity else { return nil }
    colors.append(color)
    slots[slot] = UInt16(colors.count)
    return colors.count - 1
  }
}
