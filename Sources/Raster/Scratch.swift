/// Memory for the innermost loops, where an array would check every index a second time.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private var count: Int
  private let zero: Element

  init(repeating zero: Element, count: Int) {
    base = .allocate(capacity: count)
    base.initialize(repeating: zero, count: count)
    self.count = count
    self.zero = zero
  }

  deinit { base.deallocate() }

  /// Makes room for `needed` elements; what was in there is lost.
  mutating func makeRoom(for needed: Int) {
    guard needed > count else { return }
    base.deallocate()
    count = max(needed, 2 * count)
    base = .allocate(capacity: count)
    base.initialize(repeating: zero, count: count)
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get { base[index] }
    nonmutating set { base[index] = newValue }
  }
}
