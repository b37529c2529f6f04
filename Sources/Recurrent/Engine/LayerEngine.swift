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
  /// Gate values; going back turns them into ∂L/∂(x·W + b). Of a simple cell, whose gate is h, the
  /// place of ∂L/∂h, which it needs no longer.
  let gates: Buffer<Number>
  /// h′·U + c, and going back ∂L/∂ of it, of two steps by turns: one may be read while the next is
  /// written. For cells whose products meet in a sum the two derivatives are one, in `gates`.
  let recurrent: Buffer<Number>
  /// Of a GRU's candidate h′·U + c at every step; going back turns it into ∂L/∂ of it.
  let candidate: Buffer<Number>
  /// ∂L/∂h of every step: first from outside, then all paths together.
  package let hiddenGradient: Buffer<Number>
  /// ∂L/∂c of the step at hand; between `run` and `goBack` the last step's from outside.
  package let cellGradient: Buffer<Number>
  /// What a step says about h′.
  let before: Buffer<Number>
  /// As many as the widest row has.
  let zeros: Buffer<Number>
  /// W, U and Uᵀ for the kernels.
  let input: Buffer<Number>
  let forwards: Buffer<Number>
  let backwards: Buffer<Number>
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
    hiddenGradient = place(rows * H)
    if case .simple = shape.cell { gates = hiddenGradient } else { gates = place(rows * W) }
    recurrent = place(2 * batch * W)
    candidate = place(shape.cell == .gru ? rows * H : 0)
    cellGradient = place(shape.cell == .lstm ? batch * H : 0)
    before = place(batch * H)
    zeros = place(max(W, I))
    input = place(ProductShape.packedCount(rows: I, columns: W))
    forwards = place(ProductShape.packedCount(rows: H, columns: W))
    backwards = place(ProductShape.packedCount(rows: W, columns: H))
  }

  /// Multiplications of one way through time.
  var work: Int { steps * batch * shape.width * (shape.inputSize + shape.hiddenSize) }

  // MARK: - Weights and inputs

  /// ∂L/∂W = Σ xᵀ·δ, ∂L/∂U = Σ h′ᵀ·δ, ∂L/∂b = Σ δ and ∂L/∂c, after `goBack`.
  ///
  /// All of them take some deltas before the next ones, so that these are read from memory once.
  package func setGradients(
    of inputs: UnsafePointer<Number>, to gradient: UnsafeMutablePointer<Number>
  ) {
    let rows = steps * batch
    // Columns in whole tiles of every width.
    workers.split(shape.width, by: 2 * ProductShape.panel, work: work) { columns in
      let (height, width) = Self.deltasAtOnce
      for row in stride(from: 0, to: rows, by: height) {
        for column in stride(from: columns.lowerBound, to: columns.upperBound, by: width) {
          addRows(
            of: inputs, row..<min(row + height, rows),
            column..<min(column + width, columns.upperBound), to: gradient)
        }
      }
      let shared = columns.clamped(to: 0..<(shape.cell == .gru ? 2 : 4) * shape.hiddenSize)
      (gradient + shape.recurrentBiasStart + shared.lowerBound).update(
        from: gradient + shape.inputBiasStart + shared.lowerBound, count: shared.count)
    }
  }

  /// Rows and columns that stay in a second-level cache, beside the states of as many rows.
  private static var deltasAtOnce: (Int, Int) { (320, 8 * ProductShape.panel) }

  /// What some rows add; the first ones begin with zeros.
  private func addRows(
    of inputs: UnsafePointer<Number>, _ rows: Range<Int>, _ columns: Range<Int>,
    to gradient: UnsafeMutablePointer<Number>
  ) {
    let (I, H) = (shape.inputSize, shape.hiddenSize)
    // Those of a GRU's candidate differ from the input's.
    let own = shape.cell == .gru ? 2 * H..<3 * H : shape.width..<shape.width
    let (shared, other) = (columns.clamped(to: 0..<own.lowerBound), columns.clamped(to: own))
    let (x, h) = (inputs + rows.lowerBound * I, hidden.start + rows.lowerBound * H)
    func product(_ count: Int) -> ProductShape {
      ProductShape(rows: count, columns: shape.width, inner: rows.count).transposedFirst
    }
    add(product(I), x, gates, rows, columns, to: gradient)
    add(product(H), h, gates, rows, shared, to: gradient + shape.recurrentStart)
    add(product(H), h, candidate, rows, other, to: gradient + shape.recurrentStart)
    withUnsafePointer(to: Number(1)) { one in
      let sum = product(1).repeatedFirst
      add(sum, one, gates, rows, columns, to: gradient + shape.inputBiasStart)
      // Elsewhere both biases have one derivative.
      add(sum, one, candidate, rows, other, to: gradient + shape.recurrentBiasStart)
    }
  }

  /// The products of some rows of deltas, of some of the layer's columns; `candidate` has only its
  /// own.
  private func add(
    _ product: ProductShape, _ a: UnsafePointer<Number>, _ deltas: Buffer<Number>,
    _ rows: Range<Int>, _ columns: Range<Int>, to place: UnsafeMutablePointer<Number>
  ) {
    guard !columns.isEmpty else { return }
    var product = product.someColumns(columns.count)
    product.bInner = deltas === candidate ? shape.hiddenSize : shape.width
    let first = columns.lowerBound - (deltas === candidate ? 2 * shape.hiddenSize : 0)
    let b = deltas.start + rows.lowerBound * product.bInner + first
    if rows.lowerBound == 0 {
      kernels.setProduct(product, a, b, plus: zeros.start, to: place + columns.lowerBound)
    } else {
      kernels.addProduct(product, a, b, to: place + columns.lowerBound)
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
