/// One thing that is wrong in a course: where it is, what it is, what to do.
///
/// The message starts in lower case, has no full stop, quotes names as `'name'` and speaks of
/// the author's page, never of our code. The hint is a sentence of its own.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable {
    /// The site is not written.
    case error
    /// The site is written; the author should look.
    case warning
  }

  public var severity: Severity
  /// Where it is, or nil for what concerns the course as a whole.
  public var span: Span?
  public var message: String
  public var hint: String?

  public init(
    _ severity: Severity, at span: Span?, _ message: String, hint: String? = nil
  ) {
    self.severity = severity
    self.span = span
    self.message = message
    self.hint = hint
  }

  public static func error(_ message: String, at span: Span?, hint: String? = nil) -> Diagnostic {
    Diagnostic(.error, at: span, message, hint: hint)
  }

  public static func warning(
    _ message: String, at span: Span?, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(.warning, at: span, message, hint: hint)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `path:line:column: error: message`, the form that editors can follow.
  public var description: String {
    let place = span.map { "\($0.path):\($0.start.line):\($0.start.column): " } ?? ""
    return "\(place)\(severity.rawValue): \(message)"
  }
}

extension Sequence<Diagnostic> {
  public var containsError: Bool { contains { $0.severity == .error } }

  /// In the order of the files and their lines; what has no place comes first.
  public func inSourceOrder() -> [Diagnostic] {
    // `sorted` is stable, so two mistakes at one place keep the order they were found in.
    sorted { left, right in
      switch (left.span, right.span) {
      case (let left?, let right?): left < right
      case (nil, .some): true
      default: false
      }
    }
  }
}
