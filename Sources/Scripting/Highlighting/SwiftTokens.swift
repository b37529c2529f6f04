import SwiftIDEUtils
import SwiftParser
import SwiftSyntax

/// A stretch of Swift text that is shown in one colour.
package struct SwiftToken: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case keyword, type, call, member, identifier, argumentLabel
    case number, string, comment, `operator`, attribute, other
  }

  /// UTF-8 offsets into the text.
  package var range: Range<Int>
  package var kind: Kind
}

/// The tokens of Swift text, for highlighting; what lies between them is plain. Text that the
/// parser must not see gives none.
package func swiftTokens(of text: String, limits: Limits = Limits()) -> [SwiftToken] {
  guard prescan(text, limits) == nil else { return [] }
  return withBigStack(bytes: limits.stackBytes) {
    var parser = Parser(text, maximumNestingLevel: limits.nesting * 2)
    let tree = SourceFileSyntax.parse(from: &parser)
    let roles = IdentifierRoles(of: tree)
    return tree.classifications.compactMap { classified in
      guard let kind = SwiftToken.Kind(classified.kind) else { return nil }
      let range = classified.range.lowerBound.utf8Offset..<classified.range.upperBound.utf8Offset
      guard kind == .identifier else { return SwiftToken(range: range, kind: kind) }
      return SwiftToken(range: range, kind: roles.at[range.lowerBound] ?? .identifier)
    }
  }
}

/// What the identifiers in expressions are used as, by their place in the text.
private final class IdentifierRoles: SyntaxVisitor {
  private(set) var at: [Int: SwiftToken.Kind] = [:]

  init(of tree: SourceFileSyntax) {
    super.init(viewMode: .sourceAccurate)
    walk(tree)
  }

  override func visit(_ name: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    let place = name.baseName.positionAfterSkippingLeadingTrivia.utf8Offset
    at[place] = role(of: name)
    return .visitChildren
  }

  private func role(of name: DeclReferenceExprSyntax) -> SwiftToken.Kind {
    let member = name.parent?.as(MemberAccessExprSyntax.self)
    let isMember = member?.declName.id == name.id
    let whole = isMember ? member.map { Syntax($0) } : Syntax(name)
    let isCalled =
      whole?.parent?.as(FunctionCallExprSyntax.self)?.calledExpression.id == whole?.id
    let isUppercase = name.baseName.text.first?.isUppercase == true
    if isCalled { return isUppercase ? .type : .call }
    if isMember { return .member }
    return isUppercase ? .type : .identifier
  }
}

extension SwiftToken.Kind {
  fileprivate init?(_ classification: SyntaxClassification) {
    switch classification {
    case .none, .editorPlaceholder: return nil
    case .keyword, .ifConfigDirective: self = .keyword
    case .type: self = .type
    case .identifier, .dollarIdentifier: self = .identifier
    case .argumentLabel: self = .argumentLabel
    case .integerLiteral, .floatLiteral: self = .number
    case .stringLiteral, .regexLiteral: self = .string
    case .lineComment, .blockComment, .docLineComment, .docBlockComment: self = .comment
    case .operator: self = .operator
    case .attribute: self = .attribute
    @unknown default: self = .other
    }
  }
}
