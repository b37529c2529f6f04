import SitePipeline

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Opens the files that the machine adds to a course: fonts and KaTeX.
enum SystemFiles {
  static func fonts() throws(DiskError) -> SiteInputs.Fonts {
    guard let fonts = SystemFilePlaces.fonts(font) else {
      throw DiskError(
        description: "the fonts for figures are not on this machine; \(SystemFilePlaces.fontHint)")
    }
    return fonts
  }

  /// What tells that one of these files has changed, without reading it.
  static var stamps: [FileStamp] {
    let places = SystemFilePlaces.fontNames.map(paths(ofFont:)) + [SystemFilePlaces.katex]
    return places.compactMap { paths in paths.lazy.compactMap(Disk.stamp(of:)).first }
  }

  /// Nil where KaTeX is not installed; a course without formulas does not miss it.
  static func katex() -> [UInt8]? {
    SystemFilePlaces.katex.lazy.compactMap { try? Disk.read($0) }.first
  }

  /// The templates folder that stands beside the program or above it: `share/unroller/templates` of
  /// an installation, or that of the checkout in which the program was built.
  static var shippedTheme: String? { shipped("templates", with: "page.mustache") }

  /// The sources of the modules that a lesson's program needs, in the same places.
  static var shippedSources: String? { shipped("Sources", with: "LessonProgram/Show.swift") }

  /// What `unroller new` writes.
  static var shippedStarter: String? { shipped("starter", with: "content/course.yml") }

  private static func shipped(_ name: String, with file: String) -> String? {
    guard let program = programPath else { return nil }
    var folder = Disk.parentPath(program)
    while folder != "/" {
      for candidate in ["\(folder)/share/unroller/\(name)", "\(folder)/\(name)"] {
        if Disk.exists("\(candidate)/\(file)") { return candidate }
      }
      folder = Disk.parentPath(folder)
    }
    return nil
  }

  static var programPath: String? {
    #if os(Linux)
    let name = "/proc/self/exe"
    #else
    let name = CommandLine.arguments[0]
    #endif
    guard let pointer = realpath(name, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  private static func font(_ name: String) -> [UInt8]? {
    paths(ofFont: name).lazy.compactMap { try? Disk.read($0) }.first
  }

  private static func paths(ofFont name: String) -> [String] {
    SystemFilePlaces.fontFolders.map { "\(inHome($0))/\(name)" }
  }

  private static func inHome(_ folder: String) -> String {
    guard folder.hasPrefix("~/"), let home = getenv("HOME") else { return folder }
    return String(cString: home) + folder.dropFirst()
  }
}
