extension RecurrentLayer {
  /// Backpropagation through time (Rumelhart, Hinton & Williams 1986; Werbos 1990), over all steps.
  ///
  /// - Parameters:
  ///   - run: what the layer did.
  ///   - hidden: ∂L/∂h_t as far as the loss sees h_t itself: steps × batch × hiddenSize.
  ///   - cell: ∂L/∂c_T of the last step from outside, batch × hiddenSize; nil for none.
  public func gradients(
    of run: Unrolling, hidden: SequenceBatch, cell: [Double]? = nil
  ) -> LayerGradients {
    gathered(from: run, wentBack(through: run, hidden: hidden, cell: cell))
  }

  /// ∂L/∂h_t of all steps and paths, without the weights' part: what a chart of norms asks for.
  package func hiddenGradients(of run: Unrolling, hidden: SequenceBatch) -> SequenceBatch {
    wentBack(through: run, hidden: hidden, cell: nil).hidden
  }

  private func wentBack(
    through run: Unrolling, hidden: SequenceBatch, cell: [Double]?
  ) -> BackwardPass {
    let (T, B, H) = (run.inputs.steps, run.inputs.batch, hiddenSize)
    precondition(hidden.values.count == T * B * H, "∂L/∂h has the shape of h")
    precondition(cell == nil || cell?.count == B * H, "∂L/∂c has the shape of c")
    var pass = BackwardPass(steps: T, batch: B, hiddenSize: H, gates: Self.gates)
    pass.hidden.values = hidden.values
    if let cell { pass.cell.values.replaceSubrange(pass.cell.range(of: T - 1), with: cell) }
    goBack(through: run, &pass)
    return pass
  }

  /// The steps in reverse: each gives the step before its part of ∂L/∂h and ∂L/∂c.
  private func goBack(through run: Unrolling, _ pass: inout BackwardPass) {
    let (T, B, H, G) = (run.inputs.steps, run.inputs.batch, hiddenSize, Self.gates)
    // ∂L/∂h′ sums over the gates: transposed once, so that outputs stay innermost.
    let transposed = weights.recurrent.transposed.values
    withPointers(to: run) { states in
      pass.withPointers { gradients in
        for t in stride(from: T - 1, through: 0, by: -1) {
          let row = t * B
          withState(
            run.initial, hidden: t == 0 ? nil : UnsafePointer(states.hidden + (row - B) * H),
            cell: t == 0 ? nil : UnsafePointer(states.cell + (row - B) * H)
          ) { h, c in
            for b in 0..<B {
              stepBack(
                states.step(row: row + b, previousHidden: h + b * H, previousCell: c + b * H),
                gradients.step(row: row + b, sequence: b))
            }
          }
          addProduct(
            gradients.recurrent + row * G * H, transposed, rows: B, inner: G * H, columns: H,
            to: gradients.previousHidden)
          if t > 0 { gradients.handOver(to: row - B, batch: B) }
        }
      }
    }
  }

  /// Weights' and inputs' gradients, from the deltas of all steps at once.
  private func gathered(from run: Unrolling, _ pass: BackwardPass) -> LayerGradients {
    let (T, B, H, G) = (run.inputs.steps, run.inputs.batch, hiddenSize, Self.gates)
    var inputs = SequenceBatch(steps: T, batch: B, features: inputSize)
    addProduct(
      pass.input, weights.input.transposed.values, rows: T * B, inner: G * H, to: &inputs.values)
    var sums = weights.zeros
    addTransposedProduct(
      run.inputs.values, pass.input, rows: T * B, inner: inputSize, to: &sums.input.values)
    addTransposedProduct(
      run.hiddenBefore, pass.recurrent, rows: T * B, inner: H, to: &sums.recurrent.values)
    addRows(pass.input, to: &sums.inputBias)
    addRows(pass.recurrent, to: &sums.recurrentBias)
    addOwnGradients(of: run, deltas: pass.input, to: &sums)
    return LayerGradients(
      weights: sums, inputs: inputs, hidden: pass.hidden, cell: pass.cell, initial: pass.before)
  }

  private func withPointers(to run: Unrolling, _ body: (RunPointers) -> Void) {
    run.hidden.values.withUnsafeBufferPointer { hidden in
      run.cell.values.withUnsafeBufferPointer { cell in
        run.gates.values.withUnsafeBufferPointer { gates in
          run.recurrentProducts.values.withUnsafeBufferPointer { recurrent in
            body(
              RunPointers(
                hiddenSize: hiddenSize, gateCount: Self.gates, hidden: hidden.baseAddress!,
                cell: cell.baseAddress!, gates: gates.baseAddress!,
                recurrent: recurrent.baseAddress!))
          }
        }
      }
    }
  }
}

/// What a run kept, by row: time-step · batch + sequence.
private struct RunPointers {
  let hiddenSize: Int
  let gateCount: Int
  let hidden: UnsafePointer<Double>
  let cell: UnsafePointer<Double>
  let gates: UnsafePointer<Double>
  let recurrent: UnsafePointer<Double>

  /// One step of one sequence. Going back only reads, so nothing is written through the pointers
  /// that going forward would write to.
  func step(
    row: Int, previousHidden: UnsafePointer<Double>, previousCell: UnsafePointer<Double>
  ) -> StepPointers {
    let width = gateCount * hiddenSize
    return StepPointers(
      hiddenSize: hiddenSize, input: gates + row * width, recurrent: recurrent + row * width,
      previousHidden: previousHidden, previousCell: previousCell,
      gates: UnsafeMutablePointer(mutating: gates + row * width),
      hidden: UnsafeMutablePointer(mutating: hidden + row * hiddenSize),
      cell: UnsafeMutablePointer(mutating: cell + row * hiddenSize))
  }
}

/// The derivatives that grow while going back.
private struct BackwardPass {
  /// ∂L/∂h_t and ∂L/∂c_t of every step.
  var hidden: SequenceBatch
  var cell: SequenceBatch
  /// ∂L/∂(x·W + b) and ∂L/∂(h′·U + c) of every step.
  var input: [Double]
  var recurrent: [Double]
  /// What the step at hand gives to the one before it; in the end ∂L/∂h₀ and ∂L/∂c₀.
  var before: LayerState
  private let width: Int

  init(steps: Int, batch: Int, hiddenSize: Int, gates: Int) {
    hidden = SequenceBatch(steps: steps, batch: batch, features: hiddenSize)
    cell = hidden
    width = gates * hiddenSize
    input = [Double](repeating: 0, count: steps * batch * width)
    recurrent = input
    before = .zero(batch: batch, hiddenSize: hiddenSize)
  }

  mutating func withPointers(_ body: (GradientPointers) -> Void) {
    let (size, width) = (hidden.features, width)
    hidden.values.withUnsafeMutableBufferPointer { hidden in
      cell.values.withUnsafeMutableBufferPointer { cell in
        input.withUnsafeMutableBufferPointer { input in
          recurrent.withUnsafeMutableBufferPointer { recurrent in
            before.hidden.withUnsafeMutableBufferPointer { previousHidden in
              before.cell.withUnsafeMutableBufferPointer { previousCell in
                body(
                  GradientPointers(
                    hiddenSize: size, width: width, hidden: hidden.baseAddress!,
                    cell: cell.baseAddress!, input: input.baseAddress!,
                    recurrent: recurrent.baseAddress!,
                    previousHidden: previousHidden.baseAddress!,
                    previousCell: previousCell.baseAddress!))
              }
            }
          }
        }
      }
    }
  }
}

private struct GradientPointers {
  let hiddenSize: Int
  let width: Int
  let hidden: UnsafeMutablePointer<Double>
  let cell: UnsafeMutablePointer<Double>
  let input: UnsafeMutablePointer<Double>
  let recurrent: UnsafeMutablePointer<Double>
  let previousHidden: UnsafeMutablePointer<Double>
  let previousCell: UnsafeMutablePointer<Double>

  func step(row: Int, sequence: Int) -> StepGradientPointers {
    StepGradientPointers(
      hidden: UnsafePointer(hidden + row * hiddenSize), cell: cell + row * hiddenSize,
      input: input + row * width, recurrent: recurrent + row * width,
      previousHidden: previousHidden + sequence * hiddenSize,
      previousCell: previousCell + sequence * hiddenSize)
  }

  /// Adds to the step before, whose rows begin at `row`, what this step gives it.
  func handOver(to row: Int, batch: Int) {
    for index in 0..<batch * hiddenSize {
      hidden[row * hiddenSize + index] += previousHidden[index]
      cell[row * hiddenSize + index] += previousCell[index]
    }
  }
}
