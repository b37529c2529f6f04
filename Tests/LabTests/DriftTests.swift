import Foundation
import Lab
import Scripting
import Testing

/// The block language and the libraries behind it say the same.
@Suite("what a block may use is what the libraries have")
struct DriftTests {
  private let sources: [PublicDeclarations]
  private let registered: [PublicDeclaration]

  init() throws {
    sources = try ["Recurrent", "Figures"].map(PublicDeclarations.init)
    registered = Library.lab.declarations.compactMap { declaration in
      let text =
        declaration.text.hasPrefix("case ")
        ? "var " + declaration.text.dropFirst(5) + ": Int" : declaration.text
      return PublicDeclarations.read(text, owner: declaration.owner)
    }
  }

  private var types: Set<String> { sources.reduce(into: []) { $0.formUnion($1.types) } }
  private var protocols: Set<String> { sources.reduce(into: []) { $0.formUnion($1.protocols) } }
  private var all: [PublicDeclaration] { sources.flatMap(\.all) }

  @Test("another label or default is another declaration, a default left out is not")
  func differences() throws {
    func read(_ text: String) throws -> PublicDeclaration {
      try #require(PublicDeclarations.read(text, owner: "LSTM"))
    }
    let source = try read("init(inputSize: Int, forgetBias: Double = 1, seed: Int = 0)")
    #expect(source.offers(try read("init(inputSize: Int, seed: Int = 0)")))
    #expect(!source.offers(try read("init(inputSize: Int, seed: Int = 1)")))
    #expect(!source.offers(try read("init(inputs: Int, seed: Int = 0)")))
    #expect(!source.offers(try read("init(seed: Int = 0)")))
    #expect(!source.offers(try read("func make(inputSize: Int)")))
  }

  @Test("what is registered is there, with the same labels and defaults")
  func registrationsAreTrue() {
    let owners = types
    let functions = Set(all.filter { $0.owner == nil }.map(\.name))
    // A protocol's members belong to every type that has them.
    #expect(registered.count > 300)
    let shared = all.filter { $0.owner.map(protocols.contains) == true }
    for own in registered {
      guard own.owner.map(owners.contains) ?? functions.contains(own.name) else { continue }
      let candidates = all.filter { $0.owner == own.owner } + shared
      #expect(candidates.contains { $0.offers(own) }, "the libraries have no \(own)")
    }
  }

  @Test("every public function is registered, or left out on purpose")
  func nothingIsForgotten() throws {
    let owners = Set(registered.compactMap(\.owner))
    var leftOut = LeftOut.members
    for declaration in all where declaration.parameters != nil {
      let owner = declaration.owner
      if let owner, LeftOut.types[owner] != nil { continue }
      if LeftOut.names[declaration.name] != nil { continue }
      if leftOut.removeValue(forKey: declaration.description) != nil { continue }
      let isThere = registered.contains { own in
        declaration.offers(own)
          && (own.owner == owner || owner.map(protocols.contains) == true)
      }
      #expect(isThere, "\(declaration) is neither registered nor left out on purpose")
    }
    #expect(leftOut.keys.sorted() == [], "these are not public any more")
    let needless = LeftOut.types.keys.filter { owners.contains($0) }.sorted()
    #expect(needless == [], "these are registered")
  }
}
