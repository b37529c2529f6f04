import CountedAllocations
import Recurrent
import Testing

/// The places of a training are taken when it is made: an update asks for memory as often for a
/// thousand time-steps as for ten.
@Suite("what an update asks of memory")
struct AllocationTests {
  @Test(
    "no memory is asked for at a time-step", .enabled(if: counted_allocations() >= 0),
    arguments: [Cell.simple(.tanh), .lstm, .gru])
  func perStep(cell: Cell) throws {
    #expect(allocations(cell, steps: 1000) == allocations(cell, steps: 10))
  }

  @Test("what is asked for is counted", .enabled(if: counted_allocations() >= 0))
  func counting() {
    #expect(counted { withExtendedLifetime(Buffer<Float>(repeating: 0, count: 100)) {} } >= 2)
    #expect(counted {} == 0)
  }

  /// Of one update of two layers, after one before it.
  private func allocations(_ cell: Cell, steps: Int) -> Int {
    let shape = NetworkShape(
      [
        LayerShape(cell, inputSize: 3, hiddenSize: 24),
        LayerShape(cell, inputSize: 24, hiddenSize: 16),
      ], outputs: 2)
    var generator = SeededGenerator(seed: 1)
    let parameters = Buffer(
      (0..<shape.parameterCount).map { _ in Float(generator.uniform(-0.3...0.3)) })
    let engine = NetworkEngine<Float>(
      shape, parameters: parameters, steps: steps, batch: 2, everyStep: true,
      width: KernelWidth.available.last!, workers: Workers(threads: 1))
    let optimizer = EngineOptimizer<Float>(
      .adam(), count: parameters.count, width: .swift, workers: Workers(threads: 1))
    func update() {
      engine.run()
      engine.goBack()
      optimizer.update(parameters, engine.gradient)
    }
    update()
    return counted(update)
  }

  private func counted(_ body: () -> Void) -> Int {
    let before = counted_allocations()
    body()
    return counted_allocations() - before
  }
}
