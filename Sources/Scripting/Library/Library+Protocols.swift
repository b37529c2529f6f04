/// What a value is good for of which only a protocol is known: what every type of the protocol has.
/// It is asked of the type that stands behind the value.
extension Library {
  func property(_ name: String, of owner: HostType) -> HostProperty? {
    if let own = owner.properties[name] { return own }
    let types = conformers(to: owner)
    let properties = types.compactMap { $0.properties[name] }
    guard let first = properties.first, properties.count == types.count,
      properties.allSatisfy({ $0.type == first.type })
    else { return nil }
    let known = Dictionary(uniqueKeysWithValues: zip(types.map(\.name), properties))
    return HostProperty(type: first.type) { value in
      guard let property = known[self.type(behind: value)] else { return value.mismatch() }
      return try property.get(value)
    }
  }

  /// The overloads of a method; nil where there is none.
  func methods(_ name: String, of owner: HostType) -> [HostFunction]? {
    if let own = owner.methods[name] { return own }
    let types = conformers(to: owner)
    let found = (types.first?.methods[name] ?? []).compactMap { method in
      shared(method, by: types)
    }
    return found.isEmpty ? nil : found
  }

  /// What can follow the dot after a value, in a fixed order.
  func memberNames(of owner: HostType) -> [String] {
    let shared = conformers(to: owner).first?.memberNames ?? []
    return owner.memberNames
      + shared.filter { methods($0, of: owner) != nil || property($0, of: owner) != nil }
  }

  private func conformers(to owner: HostType) -> [HostType] {
    guard owner.isProtocol else { return [] }
    return types.values.filter { $0.protocols.contains(owner.name) }.sorted { $0.name < $1.name }
  }

  private func shared(_ method: HostFunction, by types: [HostType]) -> HostFunction? {
    var functions: [String: HostFunction] = [:]
    for type in types {
      let name = method.signature.name
      functions[type.name] = type.methods[name]?.first { $0.text == method.text }
    }
    guard functions.count == types.count,
      functions.values.allSatisfy({ $0.mutate == nil && $0.rebuild == nil }),
      functions.values.allSatisfy({ $0.signature.result == method.signature.result })
    else { return nil }
    let known = functions
    return HostFunction(method.signature, text: method.text) { run, arguments in
      guard let function = known[self.type(behind: arguments[0])] else {
        return arguments[0].mismatch()
      }
      return try function.call(run, arguments)
    }
  }

  private func type(behind value: Value) -> String {
    name(of: Swift.type(of: value.host.any)) ?? ""
  }
}
