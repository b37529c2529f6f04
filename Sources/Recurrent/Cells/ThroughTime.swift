/// The state that a layer carries from one time-step to the next, batch × hiddenSize each.
public struct LayerState: Hashable, Sendable {
  public var hidden: [Double]
  /// All zero for a layer without a cell state.
  public var cell: [Double]

  public init(hidden: [Double], cell: [Double]) {
    self.hidden = hidden
    self.cell = cell
  }

  static func zero(batch: Int, hiddenSize: Int) -> LayerState {
    let zeros = [Double](repeating: 0, count: batch * hiddenSize)
    return LayerState(hidden: zeros, cell: zeros)
  }
}

/// All that a layer did with a batch: what it gave, and what going backwards needs.
public struct Unrolling: Hashable, Sendable {
  public let inputs: SequenceBatch
  public let initial: LayerState
  /// h and c after every time-step, features are hidden units.
  public internal(set) var hidden: SequenceBatch
  public internal(set) var cell: SequenceBatch
  /// Gate values after their activation, G blocks of hidden units.
  public internal(set) var gates: SequenceBatch
  /// h′·U + c of every step, which the derivative of a GRU's reset gate asks for.
  var recurrentProducts: SequenceBatch

  /// h′ and c′ of every time-step: the initial state, then the states after the steps.
  var hiddenBefore: [Double] { initial.hidden + hidden.values.dropLast(initial.hidden.count) }
  var cellBefore: [Double] { initial.cell + cell.values.dropLast(initial.cell.count) }
}

/// Derivatives of a loss by everything that a layer took and held.
public struct LayerGradients: Hashable, Sendable {
  public internal(set) var weights: LayerWeights
  public internal(set) var inputs: SequenceBatch
  /// ∂L/∂h_t and ∂L/∂c_t, all paths together.
  public internal(set) var hidden: SequenceBatch
  public internal(set) var cell: SequenceBatch
  public internal(set) var initial: LayerState
}

extension RecurrentLayer {
  /// Goes through the time-steps in order.
  ///
  /// - Parameter state: where to start; nil starts from zero.
  public func unrolled(
    over inputs: SequenceBatch, from state: LayerState? = nil
  ) throws(RecurrentError) -> Unrolling {
    guard inputs.steps > 0, inputs.batch > 0 else { throw .emptySequence }
    guard inputs.features == inputSize else {
      throw .wrongFeatures(found: inputs.features, expected: inputSize)
    }
    let (T, B, H) = (inputs.steps, inputs.batch, hiddenSize)
    let initial = state ?? .zero(batch: B, hiddenSize: H)
    try check(initial, count: B * H)
    var products = SequenceBatch(steps: T, batch: B, features: Self.gates * H)
    fill(&products.values, with: weights.inputBias)
    addProduct(
      inputs.values, weights.input.values, rows: T * B, inner: inputSize, to: &products.values)
    var result = Unrolling(
      inputs: inputs, initial: initial,
      hidden: SequenceBatch(steps: T, batch: B, features: H),
      cell: SequenceBatch(steps: T, batch: B, features: H), gates: products,
      recurrentProducts: SequenceBatch(steps: T, batch: B, features: Self.gates * H))
    fill(&result.recurrentProducts.values, with: weights.recurrentBias)
    run(&result)
    return result
  }

  /// Every step turns its x·W + b into gate values in place.
  private func run(_ result: inout Unrolling) {
    let (B, H, G) = (result.inputs.batch, hiddenSize, Self.gates)
    let (T, initial) = (result.inputs.steps, result.initial)
    withStates(&result) { hidden, cell, gates, recurrent in
      for t in 0..<T {
        let before = t == 0 ? nil : hidden + (t - 1) * B * H
        let cellBefore = t == 0 ? nil : cell + (t - 1) * B * H
        withState(initial, hidden: before, cell: cellBefore) { h, c in
          addProduct(
            h, weights.recurrent.values, rows: B, inner: H, columns: G * H,
            to: recurrent + t * B * G * H)
          for b in 0..<B {
            let row = t * B + b
            step(
              StepPointers(
                hiddenSize: H, input: UnsafePointer(gates + row * G * H),
                recurrent: recurrent + row * G * H, previousHidden: h + b * H,
                previousCell: c + b * H, gates: gates + row * G * H, hidden: hidden + row * H,
                cell: cell + row * H))
          }
        }
      }
    }
  }

  private func check(_ state: LayerState, count: Int) throws(RecurrentError) {
    guard state.hidden.count == count else {
      throw .wrongState(name: "hidden", found: state.hidden.count, expected: count)
    }
    guard state.cell.count == count else {
      throw .wrongState(name: "cell", found: state.cell.count, expected: count)
    }
  }
}

/// Copies `row` into every row of `values`.
private func fill(_ values: inout [Double], with row: [Double]) {
  row.withUnsafeBufferPointer { row in
    values.withUnsafeMutableBufferPointer { values in
      for start in stride(from: 0, to: values.count, by: row.count) {
        (values.baseAddress! + start).update(from: row.baseAddress!, count: row.count)
      }
    }
  }
}

/// The four buffers of a run as pointers.
private func withStates(
  _ result: inout Unrolling,
  _ body: (
    _ hidden: UnsafeMutablePointer<Double>, _ cell: UnsafeMutablePointer<Double>,
    _ gates: UnsafeMutablePointer<Double>, _ recurrent: UnsafeMutablePointer<Double>
  ) -> Void
) {
  result.hidden.values.withUnsafeMutableBufferPointer { hidden in
    result.cell.values.withUnsafeMutableBufferPointer { cell in
      result.gates.values.withUnsafeMutableBufferPointer { gates in
        result.recurrentProducts.values.withUnsafeMutableBufferPointer { recurrent in
          body(
            hidden.baseAddress!, cell.baseAddress!, gates.baseAddress!, recurrent.baseAddress!)
        }
      }
    }
  }
}

/// The state before a time-step: the one given, or the initial one.
func withState(
  _ initial: LayerState, hidden: UnsafePointer<Double>?, cell: UnsafePointer<Double>?,
  _ body: (_ hidden: UnsafePointer<Double>, _ cell: UnsafePointer<Double>) -> Void
) {
  if let hidden, let cell { return body(hidden, cell) }
  initial.hidden.withUnsafeBufferPointer { hidden in
    initial.cell.withUnsafeBufferPointer { cell in
      body(hidden.baseAddress!, cell.baseAddress!)
    }
  }
}
