/// A function as a value: a block's own with its captured frame, or one of the library's.
package final class FunctionValue {
  private enum Body {
    case own(Activation)
    case native(([Value]) throws -> Value)
  }

  private let body: Body

  init(_ shape: FunctionShape, parent: Frame) { body = .own(Activation(shape, parent: parent)) }

  init(native: @escaping ([Value]) throws -> Value) { body = .native(native) }

  @inline(__always) func call(_ argument: Value) throws -> Value {
    switch body {
    case .own(let activation): try activation.enter { $0.slots[0] = argument }
    case .native(let native): try native([argument])
    }
  }

  @inline(__always) func call(_ first: Value, _ second: Value) throws -> Value {
    switch body {
    case .own(let activation):
      try activation.enter {
        $0.slots[0] = first
        $0.slots[1] = second
      }
    case .native(let native): try native([first, second])
    }
  }

  func call(_ arguments: [Value]) throws -> Value {
    switch body {
    case .own(let activation):
      try activation.enter { frame in
        for index in arguments.indices { frame.slots[index] = arguments[index] }
      }
    case .native(let native): try native(arguments)
    }
  }
}

/// What is known of a function of the block's before it runs.
final class FunctionShape {
  let layout: Layout
  let body: Code
  /// No closure inside can keep a frame alive, so frames are used again: calls of small
  /// functions then allocate nothing.
  let reusesFrames: Bool

  init(_ layout: Layout, reusesFrames: Bool, body: @escaping Code) {
    self.layout = layout
    self.reusesFrames = reusesFrames
    self.body = body
  }
}

/// Makes the frames of one function value.
private final class Activation {
  private let shape: FunctionShape
  private let parent: Frame
  private var spares: [Frame] = []

  init(_ shape: FunctionShape, parent: Frame) {
    self.shape = shape
    self.parent = parent
  }

  @inline(__always) func enter(_ fill: (Frame) -> Void) throws -> Value {
    try parent.run.enter()
    let frame = spares.popLast() ?? Frame(parent.run, parent: parent, count: shape.layout.count)
    fill(frame)
    defer {
      if shape.reusesFrames {
        frame.clear()
        spares.append(frame)
      }
    }
    return try shape.body(frame)
  }
}
