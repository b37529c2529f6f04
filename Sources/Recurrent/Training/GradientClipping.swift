/// What is done to gradients that are too large.
public enum GradientClipping: Hashable, Sendable {
  case none
  /// All together scaled to at most this length (Pascanu, Mikolov & Bengio 2013).
  case norm(Double)
  /// Each number kept within ± this.
  case value(Double)

  /// Clips in place; gives the length before.
  func apply(to gradient: inout [Double]) -> Double {
    switch self {
    case .none: return Recurrent.norm(of: gradient[...])
    case .norm(let bound): return clipNorm(&gradient, to: bound)
    case .value(let bound):
      let length = Recurrent.norm(of: gradient[...])
      for index in gradient.indices { gradient[index] = min(max(gradient[index], -bound), bound) }
      return length
    }
  }
}

/// Scales all gradients together so that their length is at most `bound`; gives the length before.
/// As in PyTorch, 10⁻⁶ is added to it.
func clipNorm(_ gradient: inout [Double], to bound: Double) -> Double {
  let length = Recurrent.norm(of: gradient[...])
  let factor = bound / (length + 1e-6)
  if factor < 1 { for index in gradient.indices { gradient[index] *= factor } }
  return length
}
