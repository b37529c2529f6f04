import Diagnostics
import Lab

/// What the blocks of a page did, as the store keeps it; how they were asked for is read from the
/// page each time.
struct StoredPage {
  struct Block {
    var figureLabels: [String]
    var printed: String
    var shownErrors: [Diagnostic]
  }

  var blocks: [Block]
  var bindings: [String?]
  /// The keys of all figures, in the order of their labels above.
  var figureKeys: [String]

  init(_ run: PageRun, figures: [Illustration]) {
    blocks = run.blocks.map {
      Block(figureLabels: $0.figureLabels, printed: $0.printed, shownErrors: $0.shownErrors)
    }
    bindings = run.bindings
    figureKeys = figures.map(\.key)
  }

  /// The planned blocks with what they did; nil when there are other blocks than then.
  func run(_ planned: [BlockRun]) -> PageRun? {
    guard planned.count == blocks.count else { return nil }
    var run = PageRun(blocks: planned, bindings: bindings)
    for (index, block) in blocks.enumerated() {
      run.blocks[index].figureLabels = block.figureLabels
      run.blocks[index].printed = block.printed
      run.blocks[index].shownErrors = block.shownErrors
    }
    return run
  }

  var archived: [UInt8] {
    var archive = ArchiveWriter()
    archive.add(blocks) { archive, block in
      archive.add(block.figureLabels) { $0.add($1) }
      archive.add(block.printed)
      archive.add(block.shownErrors) { $0.add($1) }
    }
    archive.add(bindings) { $0.add($1) }
    archive.add(figureKeys) { $0.add($1) }
    return archive.bytes
  }

  init(archived bytes: [UInt8]) throws(ArchiveReader.Damaged) {
    var archive = ArchiveReader(bytes)
    blocks = try archive.list { archive throws(ArchiveReader.Damaged) in
      Block(
        figureLabels: try archive.texts(), printed: try archive.text(),
        shownErrors: try archive.list { archive throws(ArchiveReader.Damaged) in
          try archive.diagnostic()
        })
    }
    bindings = try archive.list { archive throws(ArchiveReader.Damaged) in
      try archive.optionalText()
    }
    figureKeys = try archive.texts()
  }
}
