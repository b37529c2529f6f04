import Diagnostics
import SwiftSyntax

/// Something wrong with the program, found before it runs.
struct Mistake: Error {
  var severity = Diagnostic.Severity.error
  var message: String
  var hint: String?
  var place: Place
  /// No other way of reading the expression would mend it.
  var isUnknownName = false

  func diagnostic(in text: PageText) -> Diagnostic {
    Diagnostic(severity, at: text.span(of: place), message, hint: hint)
  }
}

extension SyntaxProtocol {
  /// The node without what surrounds it, in offsets of its own text.
  var textRange: Range<Int> {
    let start = positionAfterSkippingLeadingTrivia.utf8Offset
    return start..<max(start, endPositionBeforeTrailingTrivia.utf8Offset)
  }
}
