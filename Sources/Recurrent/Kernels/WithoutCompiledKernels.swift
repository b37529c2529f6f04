#if !canImport(CRecurrentKernels)
/// Where the C target does not exist, plain Swift does everything: these are never called.
var widestCompiled: Int32 { 0 }

extension Float: CompiledNumber {}
extension Double: CompiledNumber {}

extension CompiledNumber {
  package static func addProduct(
    _ width: Int32, _ shape: ProductShape, _ a: Source, _ b: Source, from: Source, to out: Target
  ) {}
  package static func applySigmoid(_ width: Int32, _ values: Target, count: Int) {}
  package static func applyTanh(_ width: Int32, _ values: Target, count: Int) {}
  package static func lstm(_ width: Int32, _ step: StepPlaces<Self>, cell: Target) {}
  package static func lstmBack(
    _ width: Int32, _ step: StepBackPlaces<Self>, cell: Source, cellGradient: Target,
    before: Target
  ) {}
  package static func gru(_ width: Int32, _ step: StepPlaces<Self>) {}
  package static func gruBack(
    _ width: Int32, _ step: StepBackPlaces<Self>, product: Source, before: Target
  ) {}
  package static func adam(
    _ width: Int32, _ parameters: Target, _ gradient: Source,
    _ moments: (first: Target, second: Target), count: Int, rate: Self,
    corrections: (first: Self, second: Self)
  ) {}
}
#endif
