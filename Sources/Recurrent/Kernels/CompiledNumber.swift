#if canImport(CRecurrentKernels)
import CRecurrentKernels

/// Bytes of the widest registers that the compiled kernels can use here.
var widestCompiled: Int32 { recurrent_widest() }

// The C target's functions by type; its header says what they do.
extension Float: CompiledNumber {
  package static func addProduct(
    _ width: Int32, _ shape: ProductShape, _ a: Source, _ b: Source, from: Source, to out: Target
  ) {
    var shape = shape.compiled
    recurrent_add_product_f32(width, &shape, a, b, from, out)
  }
  package static func applySigmoid(_ width: Int32, _ values: Target, count: Int) {
    recurrent_sigmoid_f32(width, count, values)
  }
  package static func applyTanh(_ width: Int32, _ values: Target, count: Int) {
    recurrent_tanh_f32(width, count, values)
  }
  package static func lstm(_ width: Int32, _ step: StepPlaces<Float>, cell: Target) {
    recurrent_lstm_f32(
      width, step.count, step.size, step.input, step.recurrent, step.before, step.gates, cell,
      step.hidden)
  }
  package static func lstmBack(
    _ width: Int32, _ step: StepBackPlaces<Float>, cell: Source, cellGradient: Target,
    before: Target
  ) {
    recurrent_lstm_back_f32(
      width, step.count, step.size, step.gates, cell, step.before, step.hidden, cellGradient,
      step.input,
      step.recurrent, before)
  }
  package static func gru(_ width: Int32, _ step: StepPlaces<Float>) {
    recurrent_gru_f32(
      width, step.count, step.size, step.input, step.recurrent, step.before, step.gates, step.hidden
    )
  }
  package static func gruBack(
    _ width: Int32, _ step: StepBackPlaces<Float>, product: Source, before: Target
  ) {
    recurrent_gru_back_f32(
      width, step.count, step.size, step.gates, product, step.before, step.hidden, step.input,
      step.recurrent, before)
  }
  package static func adam(
    _ width: Int32, _ parameters: Target, _ gradient: Source,
    _ moments: (first: Target, second: Target), count: Int, rate: Float,
    corrections: (first: Float, second: Float)
  ) {
    recurrent_adam_f32(
      width, count, parameters, gradient, moments.first, moments.second, rate,
      corrections.first, corrections.second)
  }
}

extension Double: CompiledNumber {
  package static func addProduct(
    _ width: Int32, _ shape: ProductShape, _ a: Source, _ b: Source, from: Source, to out: Target
  ) {
    var shape = shape.compiled
    recurrent_add_product_f64(width, &shape, a, b, from, out)
  }
  package static func applySigmoid(_ width: Int32, _ values: Target, count: Int) {
    recurrent_sigmoid_f64(width, count, values)
  }
  package static func applyTanh(_ width: Int32, _ values: Target, count: Int) {
    recurrent_tanh_f64(width, count, values)
  }
  package static func lstm(_ width: Int32, _ step: StepPlaces<Double>, cell: Target) {
    recurrent_lstm_f64(
      width, step.count, step.size, step.input, step.recurrent, step.before, step.gates, cell,
      step.hidden)
  }
  package static func lstmBack(
    _ width: Int32, _ step: StepBackPlaces<Double>, cell: Source, cellGradient: Target,
    before: Target
  ) {
    recurrent_lstm_back_f64(
      width, step.count, step.size, step.gates, cell, step.before, step.hidden, cellGradient,
      step.input,
      step.recurrent, before)
  }
  package static func gru(_ width: Int32, _ step: StepPlaces<Double>) {
    recurrent_gru_f64(
      width, step.count, step.size, step.input, step.recurrent, step.before, step.gates, step.hidden
    )
  }
  package static func gruBack(
    _ width: Int32, _ step: StepBackPlaces<Double>, product: Source, before: Target
  ) {
    recurrent_gru_back_f64(
      width, step.count, step.size, step.gates, product, step.before, step.hidden, step.input,
      step.recurrent, before)
  }
  package static func adam(
    _ width: Int32, _ parameters: Target, _ gradient: Source,
    _ moments: (first: Target, second: Target), count: Int, rate: Double,
    corrections: (first: Double, second: Double)
  ) {
    recurrent_adam_f64(
      width, count, parameters, gradient, moments.first, moments.second, rate,
      corrections.first, corrections.second)
  }
}

extension ProductShape {
  fileprivate var compiled: recurrent_product {
    recurrent_product(
      rows: rows, columns: columns, inner: inner, a_row: aRow, a_inner: aInner,
      b_inner: bInner, b_panel: bPanel, from_row: fromRow, out_row: outRow,
      from_end: fromEnd ? 1 : 0)
  }
}
#endif
