// slice: echo
func echo(_ kept: Double, steps: Int) -> [Double] {
  (0..<steps).map { step in exp(Double(step) * log(kept)) }
}
// end
