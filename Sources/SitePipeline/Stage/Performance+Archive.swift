import Diagnostics
import Lab

/// A performance and what was wrong with it, as they come back through a pipe.
package struct PerformanceArchive {
  package static func bytes(of done: Diagnosed<Performance>) -> [UInt8] {
    var archive = ArchiveWriter()
    archive.add(StoredPage(done.value.run, figures: done.value.figures).archived)
    archive.add(done.value.figures) { $0.add($1.archived) }
    archive.add(done.value.reports) { archive, report in
      archive.add(report.label)
      archive.add(report.reason)
    }
    archive.add(done.diagnostics) { $0.add($1) }
    return archive.bytes
  }

  /// - Parameter planned: the blocks of the page that was performed, as they were asked for.
  package static func performance(
    archived bytes: [UInt8], of planned: [BlockRun]
  ) throws(ArchiveReader.Damaged) -> Diagnosed<Performance> {
    var archive = ArchiveReader(bytes)
    guard let run = try StoredPage(archived: try archive.bytes()).run(planned) else {
      throw ArchiveReader.Damaged()
    }
    let figures = try archive.list { archive throws(ArchiveReader.Damaged) in
      try Illustration(archived: try archive.bytes())
    }
    let reports = try archive.list { archive throws(ArchiveReader.Damaged) in
      FigureReport(label: try archive.text(), reason: try archive.optionalText())
    }
    let diagnostics = try archive.list { archive throws(ArchiveReader.Damaged) in
      try archive.diagnostic()
    }
    return Diagnosed(Performance(run: run, figures: figures, reports: reports), diagnostics)
  }
}
