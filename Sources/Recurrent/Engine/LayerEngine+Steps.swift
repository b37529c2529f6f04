/// The ways through time. Threads share out the sequences; or, when there are fewer of them, the
/// hidden units, and then wait for each other after every time-step. No sum is shared, so it is one
/// to the bits.
extension LayerEngine {
  // MARK: - Forwards

  /// - Parameters:
  ///   - parameters: as `LayerShape` says.
  ///   - inputs: rows × inputSize.
  package func run(_ parameters: UnsafePointer<Number>, over inputs: UnsafePointer<Number>) {
    let (I, H, W) = (shape.inputSize, shape.hiddenSize, shape.width)
    pack(parameters, rows: I, columns: W, into: input.start)
    pack(parameters + shape.recurrentStart, rows: H, columns: W, into: forwards.start)
    cellGradient.start.update(repeating: 0, count: cellGradient.count)
    throughTime { sequences, units, member in
      // Inputs of some time-steps at once are more rows for a product, if they stand together.
      let ahead = sequences.count == batch ? max(Self.rowsAhead / batch, 1) : 1
      for step in 0..<steps {
        let row = step * batch + sequences.lowerBound
        if step.isMultiple(of: ahead) {
          let rows = min(ahead, steps - step) * sequences.count
          readInputs(parameters, inputs, row..<row + rows, units)
        }
        goOn(parameters, from: row, sequences, units)
        member.endStep()
      }
    }
  }

  /// Calls `body` with what makes up all sequences and units: all units of some sequences, or some
  /// units of all sequences, in whole panels.
  private func throughTime(_ body: (Range<Int>, Range<Int>, inout Member) -> Void) {
    let H = shape.hiddenSize
    let sharesUnits = batch < workers.threads && H.isMultiple(of: ProductShape.panel)
    if sharesUnits, workers.splitsSteps(steps, work: work / steps) {
      workers.splitSteps(steps, H, by: ProductShape.panel, work: work / steps) { units, member in
        body(0..<batch, units, &member)
      }
    } else {
      workers.split(batch, work: work) { sequences in
        var alone = Member.alone
        body(sequences, 0..<H, &alone)
      }
    }
  }

  /// Rows of sums that wait in the second-level cache until their time-step comes.
  private static var rowsAhead: Int { 32 }

  /// x·W + b of some rows.
  private func readInputs(
    _ parameters: UnsafePointer<Number>, _ inputs: UnsafePointer<Number>, _ rows: Range<Int>,
    _ units: Range<Int>
  ) {
    let (I, W) = (shape.inputSize, shape.width)
    forBlocks(of: units) { columns in
      kernels.setProduct(
        ProductShape(rows: rows.count, columns: W, inner: I).packedSecond
          .someColumns(columns.count),
        inputs + rows.lowerBound * I, input.start + columns.lowerBound * I,
        plus: parameters + shape.inputBiasStart + columns.lowerBound,
        to: gates.start + rows.lowerBound * W + columns.lowerBound)
    }
  }

  /// Columns of W and U that belong to some units: one range for all units, else one for each gate.
  ///
  /// - Parameter fromEnd: the last gate first.
  @inline(__always)
  private func forBlocks(
    of units: Range<Int>, fromEnd: Bool = false, _ body: (Range<Int>) -> Void
  ) {
    guard units.count < shape.hiddenSize else { return body(0..<shape.width) }
    let gates = shape.cell.gates
    for index in 0..<gates {
      let gate = fromEnd ? gates - 1 - index : index
      let start = gate * shape.hiddenSize + units.lowerBound
      body(start..<start + units.count)
    }
  }

  /// The rest of one time-step.
  private func goOn(
    _ parameters: UnsafePointer<Number>, from row: Int, _ sequences: Range<Int>,
    _ units: Range<Int>
  ) {
    let (H, W) = (shape.hiddenSize, shape.width)
    let products = recurrentRow(row)
    let fromEnd = (row / batch).isMultiple(of: 2)
    forBlocks(of: units, fromEnd: fromEnd) { columns in
      kernels.setProduct(
        ProductShape(rows: sequences.count, columns: W, inner: H).packedSecond
          .startingAtEnd(fromEnd).someColumns(columns.count),
        hidden.start + row * H, forwards.start + columns.lowerBound * H,
        plus: parameters + shape.recurrentBiasStart + columns.lowerBound,
        to: products + columns.lowerBound)
    }
    for index in 0..<sequences.count {
      let state = (row + index) * H + units.lowerBound
      let after = state + batch * H
      let sums = gates.start + (row + index) * W + units.lowerBound
      let places = StepPlaces(
        size: H, count: units.count, input: UnsafePointer(sums),
        recurrent: products + index * W + units.lowerBound,
        before: (shape.cell == .lstm ? cell : hidden).start + state, gates: sums,
        hidden: hidden.start + after)
      switch shape.cell {
      case .simple(let activation): kernels.simple(places, activation)
      case .lstm: kernels.lstm(places, cell: cell.start + after)
      case .gru:
        kernels.gru(places)
        (candidate.start + state).update(from: places.recurrent + 2 * H, count: units.count)
      }
    }
  }

  /// Where h′·U + c of a row stands for the length of two steps.
  private func recurrentRow(_ row: Int) -> UnsafeMutablePointer<Number> {
    recurrent.start + row % (2 * batch) * shape.width
  }

  // MARK: - Backwards

  /// From ∂L/∂h of every step as far as the loss sees it to all derivatives of gates and states.
  package func goBack(_ parameters: UnsafePointer<Number>) {
    let (H, W) = (shape.hiddenSize, shape.width)
    packTransposed(
      parameters + shape.recurrentStart, rows: H, columns: W, into: backwards.start)
    throughTime { sequences, units, member in
      for step in (0..<steps).reversed() {
        let row = step * batch + sequences.lowerBound
        for index in 0..<sequences.count {
          stepBack(row + index, sequences.lowerBound + index, units)
        }
        member.endStep()
        if step > 0 { goBack(from: row, sequences, units) }
      }
    }
  }

  /// What a time-step says about h′, added to what else is said about it.
  private func goBack(from row: Int, _ sequences: Range<Int>, _ units: Range<Int>) {
    let (H, W) = (shape.hiddenSize, shape.width)
    let product = ProductShape(rows: sequences.count, columns: H, inner: W).packedSecond
      .startingAtEnd((row / batch).isMultiple(of: 2)).someColumns(units.count)
    let deltas = shape.cell == .gru ? recurrentRow(row) : gates.start + row * W
    let weights = backwards.start + units.lowerBound * W
    let first = before.start + sequences.lowerBound * H + units.lowerBound
    if shape.cell == .gru {
      kernels.addProduct(product, deltas, weights, to: first)
    } else {
      kernels.setProduct(product, deltas, weights, plus: zeros.start, to: first)
    }
    let gradient = hiddenGradient.start + (row - batch) * H + units.lowerBound
    for sequence in 0..<sequences.count {
      let (sum, part) = (gradient + sequence * H, first + sequence * H)
      for unit in 0..<units.count { sum[unit] += part[unit] }
    }
  }

  private func stepBack(_ row: Int, _ sequence: Int, _ units: Range<Int>) {
    let (H, W) = (shape.hiddenSize, shape.width)
    let state = row * H + units.lowerBound
    let gate = row * W + units.lowerBound
    let isSimple = gates === hiddenGradient
    let own = sequence * H + units.lowerBound
    let products = recurrentRow(row) + units.lowerBound
    let places = StepBackPlaces(
      size: H, count: units.count,
      gates: isSimple ? hidden.start + state + batch * H : gates.start + gate,
      before: (shape.cell == .lstm ? cell : hidden).start + state,
      hidden: hiddenGradient.start + state, input: gates.start + gate,
      recurrent: shape.cell == .gru ? products : gates.start + gate)
    switch shape.cell {
    case .simple(let activation): kernels.simpleBack(places, activation)
    case .lstm:
      let slope = cellGradient.start + own
      kernels.lstmBack(
        places, cell: cell.start + state + batch * H, cellGradient: slope, before: slope)
    case .gru:
      (products + 2 * H).update(from: candidate.start + state, count: units.count)
      kernels.gruBack(places, product: products, before: before.start + own)
      (candidate.start + state).update(from: products + 2 * H, count: units.count)
    }
  }
}
