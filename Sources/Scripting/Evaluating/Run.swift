/// What the running block may still use, and what it has produced.
final class Run {
  private(set) var fuel = 0
  private var values = 0
  private var outputBytes = 0
  private var shows = 0
  private var deadline = ContinuousClock.now
  private let limits: Limits
  private let stackFloor: UInt
  let cancellation: Cancellation?

  private(set) var printed = ""
  private(set) var shown: [any Sendable] = []
  private(set) var label = ""
  private(set) var seed = 0

  /// Where the last loop turn or call was, for stops that do not know their place.
  var place = Place(0..<0)
  /// Where a `break` or `continue` with a label is going.
  var leaving: Leaving?
  /// What the `return` that is on its way out carries.
  var returned = Value.void
  /// The lists that a result builder's loops are filling.
  var building: [[Value]] = []

  init(_ limits: Limits, stackFloor: UInt, cancellation: Cancellation?) {
    self.limits = limits
    self.stackFloor = stackFloor
    self.cancellation = cancellation
  }

  /// Each block starts with full pockets and no output.
  func begin(label: String, seed: Int, at start: Place) {
    fuel = limits.steps
    values = limits.values
    outputBytes = limits.outputBytes
    shows = limits.shows
    deadline = .now + .seconds(limits.seconds)
    (printed, shown, building) = ("", [], [])
    (self.label, self.seed, place) = (label, seed, start)
  }

  // MARK: - Releasing

  private var isReleasing = false
  private var released: [(values: [Value], frame: Frame?)] = []

  /// Moves a dying frame's values out; what dies with them waits until this one is through.
  func release(_ slots: UnsafeMutablePointer<Value>, count: Int, _ parent: Frame?) {
    var functions: [Value] = []
    for index in 0..<count {
      switch slots[index] {
      // Only these can hold a frame, and so a chain of them.
      case .function, .array, .tuple, .dictionary, .host: functions.append(slots[index])
      default: break
      }
    }
    slots.deinitialize(count: count)
    if functions.isEmpty && !isReleasing { return }
    released.append((functions, parent))
    guard !isReleasing else { return }
    isReleasing = true
    while released.popLast() != nil {}
    isReleasing = false
  }

  // MARK: - Steps

  var stepsUsed: Int { limits.steps - max(fuel, 0) }

  /// One step: a loop turn or a call. The clock and the cancel flag are read every 4,096 steps.
  @inline(__always) func tick(_ place: Place) throws {
    self.place = place
    try tick()
  }

  @inline(__always) func tick() throws {
    fuel &-= 1
    if fuel & 0xFFF == 0 || fuel < 0 { try look() }
  }

  @inline(never) func look() throws {
    if fuel < 0 {
      throw Stop(
        "this block took more than \(limits.steps) steps",
        hint: "does a loop never end? A lesson's loop should do with fewer turns.")
    }
    if cancellation?.isCancelled == true { throw Stop("the run was cancelled") }
    if ContinuousClock.now > deadline {
      throw Stop(
        "this block took more than \(limits.seconds) seconds",
        hint: "use fewer or shorter sequences, or fewer units.")
    }
  }

  /// A call: one step, and the stack must have room for it.
  @inline(__always) func enter() throws {
    try tick()
    var marker: UInt8 = 0
    let here = withUnsafePointer(to: &marker) { UInt(bitPattern: $0) }
    if here < stackFloor { throw Stop("functions call each other too deeply", hint: endless) }
  }

  private var endless: String { "does a function call itself without end?" }

  /// Pays for `count` new elements, before or just after they are made. Long lists are looked at
  /// by the clock, too: sorting a few of them takes seconds, and only a handful of steps.
  @inline(__always) func charge(_ count: Int) throws {
    values &-= count
    if count > 10_000 { try look() }
    if values < 0 {
      throw Stop(
        "this block made more than \(limits.values) values",
        hint: "does an array or a string grow without end?")
    }
  }

  func print(_ text: String) throws {
    outputBytes -= text.utf8.count
    guard outputBytes >= 0 else {
      throw Stop(
        "this block printed more than \(limits.outputBytes) bytes", hint: "does a loop never end?")
    }
    printed += text
  }

  func show(_ value: any Sendable) throws {
    shows -= 1
    guard shows >= 0 else { throw Stop("this block showed more than \(limits.shows) figures") }
    shown.append(value)
  }
}
