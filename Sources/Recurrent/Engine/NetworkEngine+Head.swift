/// The dense layer on top.
extension NetworkEngine {
  private var size: Int { shape.topSize }
  private var count: Int { shape.outputs }
  private var rows: Int { outputs.count / count }
  /// Where its weights stand; the biases are behind them.
  var headStart: Int { parameters.count - (size + 1) * count }
  private var biasStart: Int { parameters.count - count }
  /// The rows that it reads begin here.
  private var firstRow: Int { everyStep ? 0 : (steps - 1) * batch }
  private var top: LevelEngine<Number> { levels[levels.count - 1] }

  /// y = h·V + b.
  func runHead(over hidden: UnsafePointer<Number>) {
    var hidden = hidden + firstRow * size
    if let headMask, let headInputs {
      multiply(hidden, headMask.start, count: headMask.count, into: headInputs.start)
      hidden = UnsafePointer(headInputs.start)
    }
    let read = hidden
    workers.split(rows, work: outputs.count * size) { part in
      kernels.setProduct(
        ProductShape(rows: part.count, columns: count, inner: size),
        read + part.lowerBound * size, parameters.start + headStart,
        plus: parameters.start + biasStart, to: outputs.start + part.lowerBound * count)
    }
  }

  /// ∂L/∂h = ∂L/∂y·Vᵀ, ∂L/∂V = Σ hᵀ·∂L/∂y, ∂L/∂b = Σ ∂L/∂y.
  func goBackThroughHead() {
    let incoming = top.slope + firstRow * size
    top.slope.update(repeating: 0, count: firstRow * size)
    packTransposed(
      parameters.start + headStart, rows: size, columns: count, into: transposed.start)
    workers.split(rows, work: outputs.count * size) { part in
      kernels.setProduct(
        ProductShape(rows: part.count, columns: size, inner: count).packedSecond,
        slope.start + part.lowerBound * count, transposed.start, plus: zeros.start,
        to: incoming + part.lowerBound * size)
    }
    if let headMask {
      multiply(incoming, headMask.start, count: headMask.count, into: incoming)
    }
    setHeadGradients()
  }

  /// Vᵀ's gradient, whose columns are many: (∂L/∂y)ᵀ·h has the same sums. The place of Vᵀ is free.
  private func setHeadGradients() {
    let read = headInputs?.start ?? top.hidden + firstRow * size
    kernels.setProduct(
      ProductShape(rows: count, columns: size, inner: rows).transposedFirst, slope.start, read,
      plus: zeros.start, to: transposed.start)
    for unit in 0..<size {
      for k in 0..<count {
        gradient.start[headStart + unit * count + k] = transposed.start[k * size + unit]
      }
    }
    (gradient.start + biasStart).update(repeating: 0, count: count)
    for row in 0..<rows {
      for k in 0..<count { gradient.start[biasStart + k] += slope.start[row * count + k] }
    }
  }
}
