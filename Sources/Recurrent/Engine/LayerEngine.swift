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
  var recurrentGradient: Buffer<Number> { shape.cell == .gru ? recurrent : gates }

  /// Multiplications of one way through time.
  var work: Int { steps * batch * shape.width * (shape.inputSize + shape.hiddenSize) }

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
