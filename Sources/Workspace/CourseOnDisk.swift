import Diagnostics
import SitePipeline

/// A course folder as it was when it was read, and what the machine adds to it: fonts and KaTeX.
package struct CourseOnDisk: Sendable {
  private let inputs: SiteInputs
  private let contentName: String
  private let templatesName: String
  private let readingDiagnostics: [Diagnostic]

  package init(content: String, templates: String) throws(DiskError) {
    try self.init(CourseListing(content: content, templates: templates))
  }

  /// - Parameter memory: what was read before, for who reads a course again and again.
  package init(_ listing: CourseListing, memory: FileMemory? = nil) throws(DiskError) {
    contentName = listing.content.folder
    templatesName = listing.templatesName
    let lessons = try FolderReader.read(listing.content, named: contentName, memory: memory)
    let theme = try Self.theme(listing, memory)
    readingDiagnostics = lessons.diagnostics + theme.diagnostics
    inputs = SiteInputs(
      content: lessons.value, templates: theme.value, contentName: contentName,
      templatesName: templatesName, fonts: try SystemFiles.fonts(), katex: SystemFiles.katex())
  }

  /// The theme that ships with the program, file by file replaced by the course's own.
  private static func theme(
    _ listing: CourseListing, _ memory: FileMemory?
  ) throws(DiskError) -> Diagnosed<SourceTree> {
    let name = listing.templatesName
    let themes = try [listing.shippedTheme, listing.templates].compactMap(\.self).map {
      theme throws(DiskError) in try FolderReader.read(theme, named: name, memory: memory)
    }
    guard let base = themes.first else {
      throw DiskError(description: "there is no folder '\(name)'")
    }
    guard themes.count == 2 else { return base }
    let theme = base.value.overlaid(by: themes[1].value, named: name)
    return Diagnosed(theme.value, themes[1].diagnostics + theme.diagnostics)
  }

  /// Content to site, with everything that is wrong on the way; nil when no site could be made.
  ///
  /// - Parameters:
  ///   - store: a folder that keeps results between builds; nil works everything out anew.
  ///   - memory: what the last build left; its pages need not be made again.
  ///   - stage: where the lessons' blocks run; nil is this process.
  ///   - watcher: told what the build is at.
  package func build(
    store: String? = nil, memory: BuildMemory = .none, stage: Stage? = nil,
    watcher: @escaping BuildStep.Watcher = { _ in }
  ) -> Diagnosed<BuiltSite?> {
    let built = buildSite(
      inputs, store: store.map(DiskStore.open) ?? .none, memory: memory, stage: stage,
      watcher: watcher)
    return Diagnosed(built.value, readingDiagnostics + built.diagnostics)
  }

  /// Runs blocks in this process and lets them take as long as they need, as under an emulator.
  package var patientStage: Stage? {
    Stage.here(fonts: inputs.fonts, store: .none).value.map { stage in
      Stage { order in
        var order = order
        order.limits.seconds = 24 * 60 * 60
        return stage.perform(order)
      }
    }
  }

  /// The course's blocks as a Swift package, with what was wrong with them.
  ///
  /// - Parameters:
  ///   - store: a folder that keeps results between builds; nil works everything out anew.
  ///   - stage: where the lessons' blocks run; nil is this process.
  package func package(
    store: String? = nil, stage: Stage? = nil
  ) throws(DiskError) -> Diagnosed<CoursePackage> {
    guard let sources = SystemFiles.shippedSources else {
      throw DiskError(
        description: "the sources of what blocks call do not stand beside the program")
    }
    let engine = try FolderReader.read(sources, named: sources).value
    let lessons = compiledLessons(
      inputs, store: store.map(DiskStore.open) ?? .none, stage: stage)
    return Diagnosed(
      CoursePackage(lessons: lessons.value, engine: engine),
      readingDiagnostics + lessons.diagnostics)
  }

  /// Every link that leads out of the course.
  package var outwardLinks: [OutwardLink] { SitePipeline.outwardLinks(inputs) }

  /// The lines of a file that a diagnostic points into.
  package func lines(of path: String) -> [Substring]? {
    for (name, tree) in [(contentName, inputs.content), (templatesName, inputs.templates)] {
      if path.hasPrefix(name + "/"), let text = tree.text(String(path.dropFirst(name.count + 1))) {
        // A line may end as Windows ends it.
        return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      }
    }
    return nil
  }

  /// The hash of everything that the site is made of; nil when reading had something to say.
  var fingerprint: String? { readingDiagnostics.isEmpty ? inputs.fingerprint : nil }
}
