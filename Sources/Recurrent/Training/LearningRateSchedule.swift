/// How the learning rate changes while training: a factor for every update.
public enum LearningRateSchedule: Hashable, Sendable {
  case constant
  /// Times `factor` after every `every` updates.
  case stepDecay(every: Int, factor: Double)
  /// Times `factor` after each update.
  case exponential(factor: Double)
  /// Half a cosine from 1 to `end` over `steps` updates, then `end` (Loshchilov & Hutter 2017).
  case cosine(steps: Int, end: Double = 0)
  /// Rising evenly to 1 over the first `steps` updates.
  case warmup(steps: Int)

  /// - Parameter step: updates made before, from 0.
  public func factor(at step: Int) -> Double {
    switch self {
    case .constant: return 1
    case .stepDecay(let every, let factor): return power(factor, step / max(every, 1))
    case .exponential(let factor): return power(factor, step)
    case .cosine(let steps, let end):
      guard step < steps else { return end }
      return end + (1 - end) * (1 + cos(pi * Double(step) / Double(steps))) / 2
    case .warmup(let steps): return step + 1 >= steps ? 1 : Double(step + 1) / Double(steps)
    }
  }
}
