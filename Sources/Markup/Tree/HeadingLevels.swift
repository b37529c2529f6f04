import Diagnostics

/// A page is one heading of level 1 and, below it, no gaps: who listens to a page goes by them.
enum HeadingLevels {
  static func problems(in document: Document) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var above = 1
    for (number, block) in document.blocks.enumerated() {
      // Headings inside of directives are theirs.
      guard case .heading(let heading) = block.kind else { continue }
      if heading.level == 1, number > 0 {
        diagnostics.append(
          .warning(
            "a page has one heading of level 1, its title, at its top", at: block.span,
            hint: "write '## ' here"))
      } else if heading.level > above + 1 {
        diagnostics.append(
          .warning(
            "this heading skips a level below the one above it", at: block.span,
            hint: "write '\(String(repeating: "#", count: above + 1)) ' here"))
      }
      above = heading.level
    }
    return diagnostics
  }
}
