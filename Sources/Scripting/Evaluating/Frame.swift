/// One activation: parameters and local variables. A closure reads what it captured through
/// `parent`.
final class Frame {
  let run: Run
  private(set) var parent: Frame?
  // A plain buffer instead of an Array: a slot is read a hundred million times in a lesson, and
  // its index comes from the checker's `Layout`, so the bounds are known to be right.
  let slots: UnsafeMutablePointer<Value>
  private let count: Int

  init(_ run: Run, parent: Frame?, count: Int) {
    self.run = run
    self.parent = parent
    self.count = count
    slots = .allocate(capacity: count)
    slots.initialize(repeating: .void, count: count)
  }

  deinit {
    // A closure that captured a closure that captured a closure … is released link by link in
    // `run`, because releasing it by recursion overflows the stack after some 100,000 links.
    run.release(slots, count: count, parent)
    parent = nil
    slots.deallocate()
  }

  @inline(__always) func clear() {
    for index in 0..<count { slots[index] = .void }
  }

  @inline(__always) func ancestor(_ levels: Int) -> Frame {
    var frame = self
    for _ in 0..<levels { frame = frame.parent! }
    return frame
  }
}

/// How many slots a kind of frame has; it grows while its code is checked.
final class Layout {
  private(set) var count = 0
  /// How many frames lie around it.
  let depth: Int

  init(inside parent: Layout?) { depth = (parent?.depth ?? -1) + 1 }

  func newSlot() -> Int {
    defer { count += 1 }
    return count
  }
}
