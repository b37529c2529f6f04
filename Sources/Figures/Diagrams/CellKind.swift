/// The recurrent cells that diagrams know.
public enum CellKind: String, Hashable, Sendable, CaseIterable {
  case simpleRNN, lstm, gru

  /// As PyTorch and Keras readers know it.
  var name: String {
    switch self {
    case .simpleRNN: "SimpleRNN"
    case .lstm: "LSTM"
    case .gru: "GRU"
    }
  }

  /// The name where room is scarce: in a box.
  var shortName: String { self == .simpleRNN ? "RNN" : name }

  /// The name with its article, as in “an LSTM”.
  var nameWithArticle: String { (self == .lstm ? "an " : "a ") + name }

  var longName: String {
    switch self {
    case .simpleRNN: "simple recurrent network"
    case .lstm: "long short-term memory"
    case .gru: "gated recurrent unit"
    }
  }

  /// What goes from one time-step to the next, in text markup.
  var states: [String] { self == .lstm ? ["*c*", "*h*"] : ["*h*"] }

  /// What one time-step computes, part by part, in text markup.
  func equations(resetGate: ResetGate = .afterProduct) -> [(part: String, equation: String)] {
    switch self {
    case .simpleRNN:
      [("hidden state", "h_{t} = tanh(W x_{t} + U h_{t-1} + b)")]
    case .lstm:
      [
        ("forget gate", "f_{t} = σ(W_{f} x_{t} + U_{f} h_{t-1} + b_{f})"),
        ("input gate", "i_{t} = σ(W_{i} x_{t} + U_{i} h_{t-1} + b_{i})"),
        ("candidate", "g_{t} = tanh(W_{g} x_{t} + U_{g} h_{t-1} + b_{g})"),
        ("output gate", "o_{t} = σ(W_{o} x_{t} + U_{o} h_{t-1} + b_{o})"),
        ("cell state", "c_{t} = f_{t} ⊙ c_{t-1} + i_{t} ⊙ g_{t}"),
        ("hidden state", "h_{t} = o_{t} ⊙ tanh(c_{t})"),
      ]
    case .gru:
      [
        ("reset gate", "r_{t} = σ(W_{r} x_{t} + U_{r} h_{t-1} + b_{r})"),
        ("update gate", "z_{t} = σ(W_{z} x_{t} + U_{z} h_{t-1} + b_{z})"),
        ("candidate", "n_{t} = tanh(W_{n} x_{t} + b_{n} + \(resetGate.product))"),
        ("hidden state", "h_{t} = z_{t} ⊙ h_{t-1} + (1 − z_{t}) ⊙ n_{t}"),
      ]
    }
  }
}

/// Where the reset gate of a GRU acts.
public enum ResetGate: String, Hashable, Sendable, CaseIterable {
  /// On U·h, as in PyTorch and in Keras's `reset_after` form.
  case afterProduct
  /// On h, as in Cho et al. (2014).
  case beforeProduct

  /// The recurrent part of the candidate, in text markup.
  fileprivate var product: String {
    switch self {
    case .afterProduct: "r_{t} ⊙ (U_{n} h_{t-1} + b_{u})"
    case .beforeProduct: "U_{n} (r_{t} ⊙ h_{t-1})"
    }
  }
}
