// What the page's script calls. Numbers go through one buffer that the script asked for, so that
// nothing is kept here from one call to the next.

/// How many numbers a run of `steps` time-steps writes: input, gradient norm, hidden and cell state
/// of each.
@_cdecl("live_count")
public func liveCount(steps: Int32) -> Int32 {
  steps * Int32(2 + 2 * LiveSettings.hiddenSize)
}

/// Units of the hidden state.
@_cdecl("live_units")
public func liveUnits() -> Int32 { Int32(LiveSettings.hiddenSize) }

/// Runs a network and writes inputs, gradient norms, hidden states and cell states to `place`.
///
/// - Parameters:
///   - cell: a `LiveSettings.Cell`, by its raw value.
///   - sequence: a `LiveSettings.Sequence`, by its raw value.
///   - place: room for `live_count(steps)` numbers.
/// - Returns: 1, or 0 for settings that no page may ask for; then nothing is written.
@_cdecl("live_run")
public func liveRun(
  cell: Int32, sequence: Int32, steps: Int32, radius: Double, forgetBias: Double,
  place: UnsafeMutablePointer<Double>
) -> Int32 {
  guard let cell = LiveSettings.Cell(rawValue: cell),
    let sequence = LiveSettings.Sequence(rawValue: sequence)
  else { return 0 }
  let settings = LiveSettings(
    cell: cell, sequence: sequence, steps: Int(steps), radius: radius, forgetBias: forgetBias)
  guard settings.isPossible else { return 0 }
  let run = LiveRun(settings)
  var place = place
  for part in [run.inputs, run.gradientNorms, run.hidden, run.cell] {
    place.update(from: part, count: part.count)
    place += part.count
  }
  return 1
}
