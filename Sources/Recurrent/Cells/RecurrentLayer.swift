/// A layer whose output at a time-step depends on all steps before: SimpleRNN, LSTM, GRU.
///
/// A layer says what happens at one time-step of one sequence, forwards and backwards; going
/// through time, products with the weights and sums over the batch are the same for all of them.
public protocol RecurrentLayer: Sendable, Hashable {
  /// Blocks of weights: 1 for a simple layer, 3 for a GRU, 4 for an LSTM.
  static var gates: Int { get }
  /// Whether there is a cell state beside the hidden state.
  static var hasCellState: Bool { get }

  var weights: LayerWeights { get set }

  /// One time-step of one sequence: from the products to gates and states.
  func step(_ step: StepPointers)
  /// The same step backwards: from ∂L/∂h and ∂L/∂c to the derivatives of the products.
  func stepBack(_ step: StepPointers, _ gradient: StepGradientPointers)

  /// Adds the derivatives of weights that multiply something else than x or h′: a peephole, or what
  /// a reset gate has left of h′. Layers without such weights have nothing to add.
  ///
  /// - Parameters:
  ///   - run: what the layer did.
  ///   - deltas: ∂L/∂(x·W + b) of every step, steps × batch × G·hiddenSize.
  ///   - sums: the gradients of the other weights.
  func addOwnGradients(of run: Unrolling, deltas: [Double], to sums: inout LayerWeights)
}

extension RecurrentLayer {
  public func addOwnGradients(
    of run: Unrolling, deltas: [Double], to sums: inout LayerWeights
  ) {}

  public var inputSize: Int { weights.inputSize }
  public var hiddenSize: Int { weights.hiddenSize }
  public var parameterCount: Int { weights.count }
}

/// The numbers of one time-step of one sequence; H is the hidden size, G the number of gates.
public struct StepPointers {
  public let hiddenSize: Int
  /// x·W + b, G·H numbers; the same place as `gates`, so each is read before its gate is written.
  public let input: UnsafePointer<Double>
  /// h·U + c, G·H numbers.
  public let recurrent: UnsafePointer<Double>
  /// The states before, H numbers each.
  public let previousHidden: UnsafePointer<Double>
  public let previousCell: UnsafePointer<Double>
  /// Gate values after their activation, G·H numbers.
  public let gates: UnsafeMutablePointer<Double>
  /// The states after, H numbers each.
  public let hidden: UnsafeMutablePointer<Double>
  public let cell: UnsafeMutablePointer<Double>
}

/// Derivatives of the loss at one time-step of one sequence.
public struct StepGradientPointers {
  /// ∂L/∂h of this step, all paths together, H numbers.
  public let hidden: UnsafePointer<Double>
  /// ∂L/∂c of this step as far as the steps after give it; the step adds its own h's part.
  public let cell: UnsafeMutablePointer<Double>
  /// ∂L/∂(x·W + b) and ∂L/∂(h·U + c), G·H numbers each. A block that did not use its h·U + c has
  /// zeros in the second.
  public let input: UnsafeMutablePointer<Double>
  public let recurrent: UnsafeMutablePointer<Double>
  /// ∂L/∂h and ∂L/∂c of the step before, as far as they do not go through the products.
  public let previousHidden: UnsafeMutablePointer<Double>
  public let previousCell: UnsafeMutablePointer<Double>
}

extension StepPointers {
  /// For a kernel, whose cell looks at one of the states before.
  func places(before: UnsafePointer<Double>) -> StepPlaces<Double> {
    StepPlaces(
      size: hiddenSize, input: input, recurrent: recurrent, before: before, gates: gates,
      hidden: hidden)
  }

  func placesBack(
    before: UnsafePointer<Double>, _ gradient: StepGradientPointers
  ) -> StepBackPlaces<Double> {
    StepBackPlaces(
      size: hiddenSize, gates: UnsafePointer(gates), before: before, hidden: gradient.hidden,
      input: gradient.input, recurrent: gradient.recurrent)
  }
}
