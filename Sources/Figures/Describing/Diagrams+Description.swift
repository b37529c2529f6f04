extension LoopDiagram {
  public var alternativeText: String {
    "Diagram: \(cell.nameWithArticle) cell reads x_t, gives h_t, and its state comes back to it one "
      + "time-step later."
  }

  public var longDescription: String {
    "This is \(cell.nameWithArticle) cell (\(cell.longName)), drawn folded. The input x_t comes from below, the "
      + "hidden state h_t leaves upwards, and a loop carries "
      + (cell == .lstm ? "the cell state c and the hidden state h" : "the hidden state h")
      + " back into the same cell for the next time-step."
  }

  public var dataTable: DataTable { cell.table() }
}

extension CellDiagram {
  public var alternativeText: String {
    switch cell {
    case .simpleRNN:
      "Diagram of a SimpleRNN cell: weighted old state and weighted input are added and squashed "
        + "by tanh into the new state."
    case .lstm:
      "Diagram of an LSTM cell: the forget gate scales the cell state, input gate and candidate "
        + "add to it, the output gate shows it."
    case .gru:
      "Diagram of a GRU cell: the reset gate filters the old state for a candidate; the update "
        + "gate blends the two."
    }
  }

  public var longDescription: String {
    "One time-step of \(cell.nameWithArticle) cell (\(cell.longName)): "
      + cell.equations(resetGate: resetGate)
      .map { "\($0.part) \(RichText($0.equation).plain)" }.joined(separator: "; ") + "."
  }

  public var dataTable: DataTable { cell.table(resetGate: resetGate) }
}

extension StackedDiagram {
  public var alternativeText: String {
    let last = returnsSequences ? "the whole sequence" : "its last state"
    if layers.count == 1 {
      return "Diagram: \(count) of \(layers[0]) units over time; it returns \(last)."
    }
    let units = layers.map { "\($0)" }.joined(separator: ", ")
    let texts = [
      "Diagram: \(count) of \(units) units on top of each other; the last returns \(last).",
      "Diagram: \(count) on top of each other; the last returns \(last).",
    ]
    return texts.first { $0.count <= ChartWords.limit } ?? texts[1]
  }

  private var count: String {
    layers.count == 1 ? "1 \(cell.name) layer" : "\(layers.count) \(cell.name) layers"
  }

  public var longDescription: String {
    var text = "\(count) over \(steps) time-steps. "
    text += "The input has the shape \(shape(0))."
    for layer in layers.indices { text += " Layer \(layer + 1) gives \(shape(layer + 1))." }
    return text
  }

  public var dataTable: DataTable {
    DataTable(
      columns: ["layer", "shape"],
      rows: (0...layers.count).map { layer in
        [.text(layer == 0 ? "input" : "layer \(layer)"), .text(shape(layer))]
      })
  }
}

extension BidirectionalDiagram {
  public var alternativeText: String {
    "Diagram: a bidirectional \(cell.name) over \(steps) time-steps; one network reads forward, "
      + "one backward, each output has both states."
  }

  public var longDescription: String {
    "A bidirectional \(cell.name) over \(steps) time-steps. Each input x_t goes to a forward "
      + "cell, whose state comes from the time-step before, and to a backward cell, whose state "
      + "comes from the time-step after. Each output h_t is made of both states."
  }

  public var dataTable: DataTable { cell.table() }
}

extension CellKind {
  fileprivate func table(resetGate: ResetGate = .afterProduct) -> DataTable {
    DataTable(
      columns: ["part", "equation"],
      rows: equations(resetGate: resetGate).map {
        [.text($0.part), .text(RichText($0.equation).plain)]
      })
  }
}

extension UnrolledDiagram {
  public var alternativeText: String {
    let network = "Diagram: \(cell.nameWithArticle) unrolled over \(steps) time-steps"
    guard let gradients, let first = gradients.first, let last = gradients.last else {
      return network + "; each cell gets its input and the state of the one before."
    }
    return network + "; going back, the gradient goes from \(NumberText.brief(first)) to "
      + NumberText.brief(last) + "."
  }

  public var longDescription: String {
    let states = cell == .lstm ? "cell state and hidden state" : "hidden state"
    var text =
      "The same \(cell.name) cell is drawn once per time-step, 1 to \(steps). Each reads its "
      + "input x_t and the \(states) of the time-step before, and gives h_t."
    guard let gradients, let first = gradients.first, let last = gradients.last else { return text }
    text += " Arrows back carry the gradient of the loss: its norm is \(NumberText.brief(first)) "
    text += "at time-step \(steps) and \(NumberText.brief(last)) at time-step "
    text += "\(steps - gradients.count + 1)."
    return text
  }

  /// The gradients by time-step, or else what each time-step computes.
  public var dataTable: DataTable {
    guard let gradients else { return cell.table() }
    let shown = gradients.prefix(max(0, steps) + 1)
    return DataTable(
      columns: ["time-step", "gradient norm"],
      rows: shown.enumerated().reversed().map { back, gradient in
        [.number(Double(steps - back)), .number(gradient)]
      })
  }
}
