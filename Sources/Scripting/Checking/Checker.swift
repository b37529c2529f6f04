import Diagnostics
import SwiftSyntax

/// Checks a page's program and lowers it to closures in one pass.
///
/// Types flow both ways: an expression is told the type its context wants, and gives its own.
/// Unification happens inside one call only, as in Swift nothing flows from one statement back
/// to another. Mistakes are collected statement by statement; what could not be checked gets the
/// type `.mistaken`, which fits everything, so that one mistake is one message.
final class Checker {
  var library: Library
  let limits: Limits
  var scope = Scope(inside: nil, layout: Layout(inside: nil))
  private(set) var mistakes: [Mistake] = []

  /// The item being checked, the place of its first byte, and the earlier items it uses.
  private(set) var item = 0
  private(set) var base = 0
  var uses: Set<Int> = []

  /// What the variables of unification stand for.
  var substitutions: [StaticType?] = []
  /// How many literals took another type than their own: what overloads are ranked by.
  var score = 0
  private var visits = 0

  /// What the function around must return; a variable for closures that are still finding out.
  var returns: StaticType?
  var loops = 0
  var switches = 0
  /// The labels of the loops around, and the one of the loop that comes next.
  var labels: [String] = []
  var nextLabel: String?
  /// Nodes of the optional chain being lowered; its top turns an early end into `nil`.
  var chain: Set<SyntaxIdentifier> = []
  var defaults: [SyntaxIdentifier: Boxed] = [:]
  /// Arguments of an overloaded call, checked once for all of its candidates.
  var known: [SyntaxIdentifier: Checked] = [:]
  /// Methods and computed properties of the page's own structs, by type and name.
  var methods: [String: [String: OwnMethod]] = [:]

  init(_ library: Library, _ limits: Limits) {
    self.library = library
    self.limits = limits
  }

  func begin(item: Int, base: Int) {
    self.item = item
    self.base = base
    uses = []
    mistakes = []
    visits = 0
  }

  var reader: SignatureReader { SignatureReader(library: library, base: base) }

  // MARK: - Mistakes

  func place(_ node: some SyntaxProtocol) -> Place {
    let range = node.textRange
    return Place(base + range.lowerBound..<base + range.upperBound)
  }

  func mistake(
    _ message: String, at node: some SyntaxProtocol, hint: String? = nil
  ) -> Mistake {
    Mistake(message: message, hint: hint, place: place(node))
  }

  func unsupported(
    _ what: String, at node: some SyntaxProtocol, hint: String? = nil
  ) -> Mistake {
    mistake("\(what) not part of the block language", at: node, hint: hint)
  }

  func warn(_ message: String, at node: some SyntaxProtocol, hint: String? = nil) {
    mistakes.append(
      Mistake(severity: .warning, message: message, hint: hint, place: place(node)))
  }

  /// Notes a mistake; one without words has been noted where it was made.
  func record(_ mistake: Mistake) {
    if !mistake.message.isEmpty { mistakes.append(mistake) }
  }

  /// Runs one statement's check; its mistake is noted and the next statement is checked.
  func recovering(_ body: () throws -> Void) {
    do {
      try body()
    } catch let mistake as Mistake {
      record(mistake)
    } catch {
      preconditionFailure("a checker throws mistakes only: \(error)")
    }
  }

  /// Counts the expressions looked at: trying overloads inside of overloads takes time that
  /// grows exponentially with their nesting.
  func visit(_ node: some SyntaxProtocol) throws {
    visits += 1
    guard visits <= limits.checks else {
      throw mistake(
        "this block is too complex to check", at: node, hint: "split its longest expressions.")
    }
  }

  // MARK: - Trying

  /// What a check changes, to go back to (arrays are shared until they change).
  struct Snapshot {
    fileprivate let substitutions: [StaticType?]
    fileprivate let score: Int
    fileprivate let mistakes: [Mistake]
    fileprivate let uses: Set<Int>
  }

  var snapshot: Snapshot {
    Snapshot(
      substitutions: substitutions, score: score, mistakes: mistakes, uses: uses)
  }

  func restore(_ snapshot: Snapshot) {
    substitutions = snapshot.substitutions
    score = snapshot.score
    mistakes = snapshot.mistakes
    uses = snapshot.uses
  }

  /// Tries a check whose mistakes mean that another way should be tried; nothing of a failed
  /// one stays.
  func trying<T>(_ body: () throws -> T) throws -> T {
    let before = snapshot
    do {
      let result = try body()
      let noted = mistakes[before.mistakes.count...].first { $0.severity == .error }
      if let noted { throw noted }
      return result
    } catch {
      restore(before)
      throw error
    }
  }

  /// Whether `body` holds; unification it did is undone when it does not.
  func holds(_ body: () -> Bool) -> Bool {
    let before = substitutions
    if body() { return true }
    substitutions = before
    return false
  }

  // MARK: - Scopes

  /// Checks `body` with a scope of its own around it.
  func inScope<T>(_ layout: Layout? = nil, _ body: () throws -> T) rethrows -> T {
    let outer = scope
    defer { scope = outer }
    scope = Scope(inside: outer, layout: layout ?? outer.layout)
    return try body()
  }

  /// Makes a name known. Two of one name in one scope are a mistake, as in Swift.
  @discardableResult
  func declare(
    _ name: TokenSyntax, _ type: StaticType, isLet: Bool, signature: Signature? = nil
  ) throws -> Variable {
    let text = name.text
    // A name from a pattern that does not fit has been declared once more than its author did.
    if let earlier = scope.variables[text], earlier.type != .mistaken {
      throw mistake(
        "'\(text)' is already declared", at: name,
        hint: earlier.item == item
          ? "choose another name." : "a block above declares it; choose another name.")
    }
    let variable = Variable(
      text, type, isLet: isLet, in: scope.layout, signature: signature, item: item,
      at: place(name))
    scope.variables[text] = variable
    return variable
  }

  /// A slot without a name.
  func hidden(_ type: StaticType) -> Variable {
    Variable("", type, isLet: true, in: scope.layout, item: item)
  }
}
