import Diagnostics
import SitePipeline

/// A course folder as it was when it was read, and what the machine adds to it: fonts and KaTeX.
package struct CourseOnDisk: Sendable {
  private let inputs: SiteInputs
  private let contentName: String
  private let templatesName: String
  private let readingDiagnostics: [Diagnostic]

  /// - Parameter memory: what was read before of the two folders, for who reads them again and again.
  package init(
    content: String, templates: String, memory: FileMemory? = nil
  ) throws(DiskError) {
    let lessons = try FolderReader.read(content, named: content, memory: memory)
    let theme = try Self.theme(templates)
    contentName = content
    templatesName = templates
    readingDiagnostics = lessons.diagnostics + theme.diagnostics
    inputs = SiteInputs(
      content: lessons.value, templates: theme.value, contentName: content,
      templatesName: templates, fonts: try SystemFiles.fonts(), katex: SystemFiles.katex())
  }

  /// The theme that ships with the program, file by file replaced by the course's own.
  private static func theme(_ folder: String) throws(DiskError) -> Diagnosed<SourceTree> {
    let own = Disk.isDirectory(folder) ? try FolderReader.read(folder, named: folder) : nil
    guard let shipped = SystemFiles.shippedTheme else {
      guard let own else { throw DiskError(description: "there is no folder '\(folder)'") }
      return own
    }
    let base = try FolderReader.read(shipped, named: folder)
    guard let own else { return base }
    let theme = base.value.overlaid(by: own.value, named: folder)
    return Diagnosed(theme.value, own.diagnostics + theme.diagnostics)
  }

  /// Says so when a site in `output` would be read as a part of the course, or lie over it.
  package func refuse(output: String) throws(DiskError) {
    guard Disk.is(output, within: contentName) || Disk.is(output, within: templatesName) else {
      return
    }
    throw DiskError(
      description: "the site cannot lie in '\(output)', among the files that it is made of; "
        + "choose another folder with --output")
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

  package func hasSite(at folder: String) -> Bool {
    Disk.exists("\(folder)/\(SiteWriter.manifestName)")
  }
}
