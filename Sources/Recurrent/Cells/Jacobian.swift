extension RecurrentLayer {
  /// ∂h_t/∂h_s: how the hidden state of one time-step hangs on that of an earlier one.
  ///
  /// A row for each unit of the later state, a column for each of the earlier. An LSTM's cell state
  /// at s is held: what it carries past h_s is in `gradients(of:hidden:cell:)` as ∂L/∂c.
  ///
  /// - Parameters:
  ///   - later: t, a time-step of the run.
  ///   - earlier: s, at most t; the identity when they are the same.
  ///   - run: of one sequence.
  public func jacobian(of later: Int, by earlier: Int, in run: Unrolling) -> Matrix {
    let H = hiddenSize
    precondition(run.inputs.batch == 1, "a Jacobian is of one sequence, not \(run.inputs.batch)")
    precondition(
      0 <= earlier && earlier <= later && later < run.hidden.steps,
      "time-steps \(earlier) to \(later) are not in a run of \(run.hidden.steps)")
    var result = Matrix(rows: H, columns: H)
    for unit in 0..<H {
      var slope = SequenceBatch(steps: run.hidden.steps, batch: 1, features: H)
      slope[later, 0, unit] = 1
      let row = hiddenGradients(of: run, hidden: slope)
      result.values.replaceSubrange(
        unit * H..<(unit + 1) * H, with: row.values[row.range(of: earlier)])
    }
    return result
  }
  /// The same over one sequence, time-steps × features, from a state of zero.
  public func jacobian(
    of later: Int, by earlier: Int, over sequence: [[Double]]
  ) -> Matrix {
    lesson { () throws(RecurrentError) in
      jacobian(of: later, by: earlier, in: try unrolled(over: SequenceBatch(sequence)))
    }
  }
}
