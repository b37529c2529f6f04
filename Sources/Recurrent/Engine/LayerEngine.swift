/// One layer at work on batches of one size, in places that are taken once.
///
/// It keeps what going back needs and no more: gates and states of every step. The derivatives of
/// the gates take the place of the gates. Rows are time-step · batch + sequence.
package final class LayerEngine<Number: RecurrentNumber> {
  let shape: LayerShape
  let steps: Int
  let batch: Int
  let kernels: Kernels<Number>
  let workers: Workers

  /// h and c: the initial state, then the states after every step.
  package let hidden: Buffer<Number>
  package let cell: Buffer<Number>
  /// Gate values; going back turns them into ∂L/∂(x·W + b).
  let gates: Buffer<Number>
  /// h′·U + c; going back turns it into ∂L/∂(h′·U + c). One step's for cells whose products meet in
  /// a sum, and whose two derivatives are one.
  let recurrent: Buffer<Number>
  /// ∂L/∂h of every step: first from outside, then all paths together.
  package let hiddenGradient: Buffer<Number>
  /// ∂L/∂c of the step at hand; between `run` and `goBack` the last step's from outside.
  package let cellGradient: Buffer<Number>
  /// What a step says about h′.
  private let before: Buffer<Number>
  /// As many as the widest row has.
  let zeros: Buffer<Number>
  /// W, U and Uᵀ for the kernels.
  private let input: Buffer<Number>
  private let forwards: Buffer<Number>
  private let backwards: Buffer<Number>
  /// Wᵀ, which only a layer above another asks for.
  private lazy var transposed = Buffer<Number>(
    repeating: 0,
    count: ProductShape.packedCount(rows: shape.width, columns: shape.inputSize))

  package init(
    _ shape: LayerShape, steps: Int, batch: Int, kernels: Kernels<Number>, workers: Workers
  ) {
    self.shape = shape
    self.steps = steps
    self.batch = batch
    self.kernels = kernels
    self.workers = workers
    let (I, H, W) = (shape.inputSize, shape.hiddenSize, shape.width)
    let rows = steps * batch
    func place(_ count: Int) -> Buffer<Number> { Buffer(repeating: 0, count: count) }
    hidden = place((rows + batch) * H)
    cell = place(shape.cell == .lstm ? (rows + batch) * H : 0)
    gates = place(rows * W)
    recurrent = place((shape.cell == .gru ? rows : batch) * W)
    hiddenGradient = place(rows * H)
    cellGradient = place(shape.cell == .lstm ? batch * H : 0)
    before = place(batch * H)
    zeros = place(max(W, I))
    input = place(ProductShape.packedCount(rows: I, columns: W))
    forwards = place(ProductShape.packedCount(rows: H, columns: W))
    backwards = place(ProductShape.packedCount(rows: W, columns: H))
  }

  /// Where ∂L/∂(h′·U + c) stands.
  private var recurrentGradient: Buffer<Number> { shape.cell == .gru ? recurrent : gates }

  /// Multiplications of one way through time.
  private var work: Int {
    steps * batch * shape.width * (shape.inputSize + shape.hiddenSize)
  }

  // MARK: - Forwards

  /// - Parameters:
  ///   - parameters: as `LayerShape` says.
  ///   - inputs: rows × inputSize.
  package func run(_ parameters: UnsafePointer<Number>, over inputs: UnsafePointer<Number>) {
    let (I, H, W) = (shape.inputSize, shape.hiddenSize, shape.width)
    pack(parameters, rows: I, columns: W, into: input.start)
    pack(parameters + shape.recurrentStart, rows: H, columns: W, into: forwards.start)
    cellGradient.start.update(repeating: 0, count: cellGradient.count)
    workers.split(batch, work: work) { sequences in
      for step in 0..<steps {
        goOn(parameters, inputs, from: step * batch + sequences.lowerBound, sequences)
      }
    }
  }

  /// One time-step of some sequences, whose first row is `row`.
  private func goOn(
    _ parameters: UnsafePointer<Number>, _ inputs: UnsafePointer<Number>, from row: Int,
    _ sequences: Range<Int>
  ) {
    let (I, H, W) = (shape.inputSize, shape.hiddenSize, shape.width)
    let sums = gates.start + row * W
    let products = product(from: row, sequences)
    kernels.setProduct(
      ProductShape(rows: sequences.count, columns: W, inner: I).packedSecond, inputs + row * I,
      input.start, plus: parameters + shape.inputBiasStart, to: sums)
    kernels.setProduct(
      ProductShape(rows: sequences.count, columns: W, inner: H).packedSecond
        .startingAtEnd((row / batch).isMultiple(of: 2)),
      hidden.start + row * H, forwards.start, plus: parameters + shape.recurrentBiasStart,
      to: products)
    for index in 0..<sequences.count {
      let state = (row + index) * H
      let after = state + batch * H
      let places = StepPlaces(
        size: H, input: UnsafePointer(sums + index * W), recurrent: products + index * W,
        before: (shape.cell == .lstm ? cell : hidden).start + state, gates: sums + index * W,
        hidden: hidden.start + after)
      switch shape.cell {
      case .simple(let activation): kernels.simple(places, activation)
      case .lstm: kernels.lstm(places, cell: cell.start + after)
      case .gru: kernels.gru(places)
      }
    }
  }

  /// Where h′·U + c of some sequences stands.
  private func product(from row: Int, _ sequences: Range<Int>) -> UnsafeMutablePointer<Number> {
    recurrent.start + (shape.cell == .gru ? row : sequences.lowerBound) * shape.width
  }

  // MARK: - Backwards

  /// From ∂L/∂h of every step as far as the loss sees it to all derivatives of gates and states.
  package func goBack(_ parameters: UnsafePointer<Number>) {
    let (H, W) = (shape.hiddenSize, shape.width)
    packTransposed(
      parameters + shape.recurrentStart, rows: H, columns: W, into: backwards.start)
    workers.split(batch, work: work) { sequences in
      for step in (0..<steps).reversed() {
        goBack(from: step * batch + sequences.lowerBound, sequences)
      }
    }
  }

  private func goBack(from row: Int, _ sequences: Range<Int>) {
    let (H, W) = (shape.hiddenSize, shape.width)
    let first = before.start + sequences.lowerBound * H
    for index in 0..<sequences.count { stepBack(row + index, sequences.lowerBound + index) }
    guard row >= batch else { return }
    let product = ProductShape(rows: sequences.count, columns: H, inner: W).packedSecond
      .startingAtEnd((row / batch).isMultiple(of: 2))
    let deltas = recurrentGradient.start + row * W
    if shape.cell == .gru {
      kernels.addProduct(product, deltas, backwards.start, to: first)
    } else {
      kernels.setProduct(product, deltas, backwards.start, plus: zeros.start, to: first)
    }
    let gradient = hiddenGradient.start + (row - batch) * H
    for index in 0..<sequences.count * H { gradient[index] += first[index] }
  }

  private func stepBack(_ row: Int, _ sequence: Int) {
    let (H, W) = (shape.hiddenSize, shape.width)
    let state = row * H
    let deltas = gates.start + row * W
    let places = StepBackPlaces(
      size: H, gates: UnsafePointer(deltas),
      before: (shape.cell == .lstm ? cell : hidden).start + state,
      hidden: hiddenGradient.start + state, input: deltas,
      recurrent: recurrentGradient.start + row * W)
    switch shape.cell {
    case .simple(let activation):
      kernels.simpleBack(places, activation)
    case .lstm:
      let slope = cellGradient.start + sequence * H
      kernels.lstmBack(
        places, cell: cell.start + state + batch * H, cellGradient: slope, before: slope)
    case .gru:
      kernels.gruBack(
        places, product: recurrent.start + row * W, before: before.start + sequence * H)
    }
  }

  // MARK: - Weights and inputs

  /// ∂L/∂W = Σ xᵀ·δ, ∂L/∂U = Σ h′ᵀ·δ, ∂L/∂b = Σ δ and ∂L/∂c, after `goBack`.
  ///
  /// All of them take some rows before the next ones, so that the deltas are read from memory once.
  package func setGradients(
    of inputs: UnsafePointer<Number>, to gradient: UnsafeMutablePointer<Number>
  ) {
    let rows = steps * batch
    // Columns in whole tiles of every width.
    workers.split(shape.width, by: 2 * ProductShape.panel, work: work) { columns in
      for start in stride(from: 0, to: rows, by: 256) {
        addRows(of: inputs, start..<min(start + 256, rows), columns, to: gradient)
      }
      guard shape.cell != .gru else { return }
      (gradient + shape.recurrentBiasStart + columns.lowerBound).update(
        from: gradient + shape.inputBiasStart + columns.lowerBound, count: columns.count)
    }
  }

  /// What some rows add; the first ones begin with zeros.
  private func addRows(
    of inputs: UnsafePointer<Number>, _ rows: Range<Int>, _ columns: Range<Int>,
    to gradient: UnsafeMutablePointer<Number>
  ) {
    func add(_ shape: ProductShape, _ a: UnsafePointer<Number>, _ b: Buffer<Number>, at place: Int)
    {
      let (shape, place) = (shape.someColumns(columns.count), place + columns.lowerBound)
      let b = b.start + rows.lowerBound * self.shape.width + columns.lowerBound
      if rows.lowerBound == 0 {
        kernels.setProduct(shape, a, b, plus: zeros.start, to: gradient + place)
      } else {
        kernels.addProduct(shape, a, b, to: gradient + place)
      }
    }
    let (I, H, W) = (shape.inputSize, shape.hiddenSize, shape.width)
    add(
      ProductShape(rows: I, columns: W, inner: rows.count).transposedFirst,
      inputs + rows.lowerBound * I, gates, at: 0)
    add(
      ProductShape(rows: H, columns: W, inner: rows.count).transposedFirst,
      hidden.start + rows.lowerBound * H, recurrentGradient, at: shape.recurrentStart)
    withUnsafePointer(to: Number(1)) { one in
      let sum = ProductShape(rows: 1, columns: W, inner: rows.count).repeatedFirst
      add(sum, one, gates, at: shape.inputBiasStart)
      // Elsewhere both biases have one derivative.
      if shape.cell == .gru { add(sum, one, recurrent, at: shape.recurrentBiasStart) }
    }
  }

  /// ∂L/∂x = δ·Wᵀ, which is what the layer below sees as ∂L/∂h.
  package func setInputGradients(
    _ parameters: UnsafePointer<Number>, to gradient: UnsafeMutablePointer<Number>
  ) {
    let (I, W) = (shape.inputSize, shape.width)
    packTransposed(parameters, rows: I, columns: W, into: transposed.start)
    let transposed = transposed
    workers.split(steps * batch, work: work) { rows in
      kernels.setProduct(
        ProductShape(rows: rows.count, columns: I, inner: W).packedSecond,
        gates.start + rows.lowerBound * W, transposed.start, plus: zeros.start,
        to: gradient + rows.lowerBound * I)
    }
  }
}
