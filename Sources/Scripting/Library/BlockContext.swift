/// What a library function may know of, and do for, the block that calls it.
package struct BlockContext {
  let run: Run

  /// The block's label, as in `//| label: fig-decay`.
  package var label: String { run.label }

  /// The block's seed: a library function without a seed of its own starts from this one.
  package var seed: Int { run.seed }

  /// Adds a figure, a table or whatever else to what the block has shown.
  package func show(_ value: any Sendable) throws { try run.show(value) }

  package func print(_ text: String) throws { try run.print(text) }

  /// Throws when the block is cancelled or out of time; long library loops ask now and then.
  package func checkpoint() throws { try run.look() }

  /// Pays for `count` numbers that are about to be made; throws when the block has made too many.
  package func charge(_ count: Int) throws { try run.charge(count) }
}
