/// A name that a block has declared.
final class Variable {
  let name: String
  let type: StaticType
  let isLet: Bool
  let layout: Layout
  let slot: Int
  /// Of a `func`: its labels and defaults, which its type does not carry.
  let signature: Signature?
  /// The page item that declared it, and where.
  let item: Int
  let place: Place?

  init(
    _ name: String, _ type: StaticType, isLet: Bool, in layout: Layout,
    signature: Signature? = nil, item: Int = 0, at place: Place? = nil
  ) {
    self.name = name
    self.type = type
    self.isLet = isLet
    self.layout = layout
    self.signature = signature
    self.item = item
    self.place = place
    slot = layout.newSlot()
  }
}

/// The names that are visible at a place.
final class Scope {
  let parent: Scope?
  let layout: Layout
  var variables: [String: Variable] = [:]

  init(inside parent: Scope?, layout: Layout) {
    self.parent = parent
    self.layout = layout
  }

  func find(_ name: String) -> Variable? { variables[name] ?? parent?.find(name) }

  /// Every visible name, in a fixed order.
  var names: [String] { variables.keys.sorted() + (parent?.names ?? []) }
}
