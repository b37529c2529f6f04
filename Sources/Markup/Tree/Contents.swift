/// A section of a page and the sections in it, for a table of contents.
package struct ContentsEntry: Hashable, Sendable {
  package var heading: Heading
  package var entries: [ContentsEntry]

  package init(_ heading: Heading, _ entries: [ContentsEntry] = []) {
    self.heading = heading
    self.entries = entries
  }
}

extension Document {
  /// The page's own headings, nested by their levels; those in quotes, lists and directives are
  /// part of what they stand in.
  ///
  /// A heading that skips a level stands under the nearest one above it.
  package func contents(levels: ClosedRange<Int> = 2...3) -> [ContentsEntry] {
    let headings = blocks.compactMap { block -> Heading? in
      guard case .heading(let heading) = block.kind, levels.contains(heading.level) else {
        return nil
      }
      return heading
    }
    var rest = headings[...]
    return Self.entries(from: &rest, deeperThan: 0)
  }

  /// Takes headings as long as they are deeper than `level`.
  private static func entries(
    from headings: inout ArraySlice<Heading>, deeperThan level: Int
  ) -> [ContentsEntry] {
    var entries: [ContentsEntry] = []
    while let heading = headings.first, heading.level > level {
      headings.removeFirst()
      entries.append(
        ContentsEntry(heading, Self.entries(from: &headings, deeperThan: heading.level)))
    }
    return entries
  }
}
