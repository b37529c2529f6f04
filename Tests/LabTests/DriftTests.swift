import Lab
import Scripting
import Testing

/// The block language and the libraries behind it say the same.
@Suite("what a block may use is what the libraries have")
struct DriftTests {
  private let sources: [PublicDeclarations]
  private let registered: [PublicDeclaration]

  init() throws {
    sources = try ["Recurrent", "Figures", "LessonProgram"].map(PublicDeclarations.init)
    // Swift's own part is held by the compiler, which runs the tests' programs too.
    let standard = Set(Library.standard.declarations)
    registered = Library.lab.declarations.filter { !standard.contains($0) }.compactMap {
      PublicDeclarations.read(Self.swift($0.text), owner: $0.owner)
    }
  }

  /// A `case` alone is no declaration for the parser.
  private static func swift(_ text: String) -> String {
    text.hasPrefix("case ") ? "var \(text.dropFirst(5)): Int" : text
  }

  private var types: Set<String> { sources.reduce(into: []) { $0.formUnion($1.types) } }
  private var all: [PublicDeclaration] { sources.flatMap(\.all) }

  /// A type with the protocols that it conforms to, directly or not.
  private func family(_ type: String) -> Set<String> {
    var found: Set<String> = [type]
    var open = [type]
    while let next = open.popLast() {
      for parent in sources.flatMap({ $0.conformances[next] ?? [] })
      where found.insert(parent).inserted {
        open.append(parent)
      }
    }
    return found
  }

  @Test("another label or default is another declaration, a default left out is not")
  func differences() throws {
    func read(_ text: String) throws -> PublicDeclaration {
      try #require(PublicDeclarations.read(text, owner: "LSTM"))
    }
    let source = try read("init(inputSize: Int, forgetBias: Double = 1, seed: Int = 0)")
    #expect(source.leftOut(of: try read("init(inputSize: Int, seed: Int = 0)")) == ["forgetBias"])
    #expect(source.leftOut(of: source) == [])
    #expect(!source.offers(try read("init(inputSize: Int, seed: Int = 1)")))
    #expect(!source.offers(try read("init(inputs: Int, seed: Int = 0)")))
    #expect(!source.offers(try read("init(seed: Int = 0)")))
    #expect(!source.offers(try read("func make(inputSize: Int)")))
  }

  @Test("what is registered is there, with the same labels, and with every default or a reason")
  func registrationsAreTrue() {
    #expect(registered.count > 200)
    let (all, types) = (all, types)
    var unused = Set(LeftOut.parameters.keys)
    for owner in Set(registered.compactMap(\.owner)).sorted() {
      #expect(types.contains(owner), "the libraries have no type \(owner)")
    }
    for own in registered {
      let owners = own.owner.map(family)
      let gaps = all.filter { owners?.contains($0.owner ?? "") ?? ($0.owner == nil) }
        .compactMap { $0.leftOut(of: own) }
      guard let gap = gaps.min(by: { $0.count < $1.count }) else {
        Issue.record("the libraries have no \(own)")
        continue
      }
      for label in gap {
        let key = (own.owner.map { "\($0)." } ?? "") + "\(own.name) \(label):"
        unused.remove(key)
        #expect(
          LeftOut.parameters[key] != nil, "\(key) has a default and is not registered")
      }
    }
    #expect(unused.sorted() == [], "no public declaration has these parameters any more")
  }

  @Test("everything public is registered, or left out on purpose")
  func nothingIsForgotten() {
    var unused = Set(
      LeftOut.members.flatMap { type, members in members.keys.map { "\(type).\($0)" } })
    for declaration in all {
      guard let owner = declaration.owner else {
        let isThere = registered.contains { $0.owner == nil && declaration.offers($0) }
        #expect(isThere, "\(declaration) is neither registered nor left out on purpose")
        continue
      }
      // A type inside of another goes with it.
      if LeftOut.types[owner] != nil || LeftOut.types[String(owner.prefix { $0 != "." })] != nil {
        continue
      }
      let reasons = family(owner).sorted().flatMap { type in
        [declaration.name, declaration.signature]
          .filter { LeftOut.members[type]?[$0] != nil }.map { "\(type).\($0)" }
      }
      unused.subtract(reasons)
      if !reasons.isEmpty { continue }
      if declaration.parameters == nil,
        family(owner).contains(where: { LeftOut.properties[$0] != nil })
      {
        continue
      }
      let isThere = registered.contains { own in
        declaration.offers(own) && own.owner.map { family($0).contains(owner) } == true
      }
      #expect(isThere, "\(declaration) is neither registered nor left out on purpose")
    }
    #expect(unused.sorted() == [], "these are not public any more")
  }

  @Test("what is left out is there, and is left out")
  func listIsTrue() {
    let owners = Set(registered.compactMap(\.owner))
    let gone = LeftOut.types.keys.filter { !types.contains($0) }.sorted()
    #expect(gone == [], "there are no such types")
    #expect(LeftOut.types.keys.filter(owners.contains).sorted() == [], "these are registered")
  }
}
